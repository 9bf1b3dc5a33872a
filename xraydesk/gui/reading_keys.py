"""Which key does what in the reading loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from xraydesk.gui.entrance import LOCK_KEY
from xraydesk.gui.read_page import ReadPage
from xraydesk.gui.shortcuts import Key

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow

WORDS = cast(
    dict[str, str],
    {
        "Ctrl+O": QT_TRANSLATE_NOOP("Keys", "Open a folder"),
        "Shift+W": QT_TRANSLATE_NOOP("Keys", "Watch the folder for new files, or no longer"),
        "J": QT_TRANSLATE_NOOP("Keys", "Next study"),
        "Down": QT_TRANSLATE_NOOP("Keys", "Next study"),
        "K": QT_TRANSLATE_NOOP("Keys", "Previous study"),
        "Up": QT_TRANSLATE_NOOP("Keys", "Previous study"),
        "N": QT_TRANSLATE_NOOP("Keys", "Next unread study"),
        "PgDown": QT_TRANSLATE_NOOP("Keys", "Next image of the study"),
        "PgUp": QT_TRANSLATE_NOOP("Keys", "Previous image of the study"),
        "M": QT_TRANSLATE_NOOP("Keys", "Map on or off"),
        "Shift+M": QT_TRANSLATE_NOOP("Keys", "Map in colours, as contour lines, beside the film"),
        "Space": QT_TRANSLATE_NOOP("Keys", "Map on or off"),
        "1": QT_TRANSLATE_NOOP("Keys", "Verdict: abnormal"),
        "2": QT_TRANSLATE_NOOP("Keys", "Verdict: normal"),
        "3": QT_TRANSLATE_NOOP("Keys", "Verdict: unsure"),
        **{f"Ctrl+{n}": QT_TRANSLATE_NOOP("Keys", "Confidence 1 to 5") for n in range(1, 6)},
        "V": QT_TRANSLATE_NOOP("Keys", "Answer single findings, or the grade"),
        "C": QT_TRANSLATE_NOOP("Keys", "Comment"),
        "U": QT_TRANSLATE_NOOP("Keys", "Take back my last verdict"),
        "Return": QT_TRANSLATE_NOOP("Keys", "Save and go to the next unread"),
        "Enter": QT_TRANSLATE_NOOP("Keys", "Save and go to the next unread"),
        "Ctrl+H": QT_TRANSLATE_NOOP("Keys", "Hide or show who the patients are"),
        "/": QT_TRANSLATE_NOOP("Keys", "Search the worklist"),
        "Shift+F": QT_TRANSLATE_NOOP("Keys", "Saved filters"),
        "Esc": QT_TRANSLATE_NOOP("Keys", "Put the measuring tool away, then back to the worklist"),
        LOCK_KEY: QT_TRANSLATE_NOOP("Keys", "Lock now"),
        "F1": QT_TRANSLATE_NOOP("Keys", "Help"),
        "Shift+F1": QT_TRANSLATE_NOOP("Keys", "User guide"),
        "F2": QT_TRANSLATE_NOOP("Keys", "Read: worklist and films"),
        "F3": QT_TRANSLATE_NOOP("Keys", "Research: agreement, recall, the misclassified"),
        "F4": QT_TRANSLATE_NOOP("Keys", "Train a model on the site's own cases"),
        "F9": QT_TRANSLATE_NOOP("Keys", "Site: models in use, people, the audit log"),
        "?": QT_TRANSLATE_NOOP("Keys", "Show these keys"),
    },
)  # those of the film are with its tools


def window_keys(window: MainWindow) -> list[Key]:
    """Return all keys, in the order of the cheat sheet. No two begin with the same key: it stands for the action."""
    read = window.read
    return [
        _key("Ctrl+O", window.folders.ask),
        _key("Shift+W", window.watching.toggle),
        *(replace(key, room=read) for key in _desk_keys(window)),
        _key("Ctrl+H", read.identity.toggle),
        _key(LOCK_KEY, window.entrance.lock),
        _key("F1", window.help.open),
        _key("Shift+F1", window.help.guide.open),
        _key("F2", window.rooms.show_reading),
        _key("F3", window.rooms.show_research),
        _key("F4", window.rooms.show_training),
        _key("F9", window.rooms.show_site),
        _key("?", window.help.show_keys),
    ]


def _desk_keys(window: MainWindow) -> list[Key]:
    """Return the keys that mean something only while the reading desk is in sight."""
    read = window.read
    return [
        *_moving_keys(read),
        _key("M", read.findings.toggle_map),
        _key("Shift+M", read.findings.next_map_mode),
        _key("Space", read.findings.toggle_map, (read.worklist.table, read.viewer)),
        *(Key(key, words, call) for key, (words, call) in read.viewer.actions_for_keys().items()),
        *_verdict_keys(read),
        _key("/", read.worklist.filters.search.setFocus),
        _key("Shift+F", window.filters.open),
        _key("Esc", partial(_leave, read)),
    ]


def _key(key: str, call: Callable[[], object], within: tuple[QWidget, ...] = ()) -> Key:
    return Key(key, WORDS[key], call, within)


def _leave(read: ReadPage) -> None:
    if not read.viewer.measuring.cancel():
        read.worklist.table.setFocus()


def _moving_keys(read: ReadPage) -> list[Key]:
    down, up = partial(read.worklist.step, 1), partial(read.worklist.step, -1)
    loop = (read.worklist.table, read.viewer)
    return [
        _key("J", down),
        _key("Down", down, (read.viewer,)),  # the table moves by itself
        _key("K", up),
        _key("Up", up, (read.viewer,)),
        _key("N", read.next_unread),
        _key("PgDown", partial(read.step_image, 1), loop),
        _key("PgUp", partial(read.step_image, -1), loop),
    ]


def _verdict_keys(read: ReadPage) -> list[Key]:
    verdict = read.verdict
    loop = (read.worklist.table, read.viewer)
    return [
        *(_key(key, partial(verdict.choose, number)) for number, key in enumerate("123")),  # in the order of ANSWERS
        *(_key(f"Ctrl+{n}", partial(verdict.set_confidence, n)) for n in range(1, 6)),
        _key("V", verdict.form.begin),
        _key("C", verdict.comment.setFocus),
        _key("U", read.verdicts.take_back),
        *(_key(key, verdict.submit, loop) for key in ("Return", "Enter")),
    ]
