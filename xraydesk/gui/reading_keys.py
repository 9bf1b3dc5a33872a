"""Which key does what in the reading loop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from xraydesk.gui.read_page import ReadPage
from xraydesk.gui.shortcuts import Key
from xraydesk.gui.verdict_panel import ANSWERS

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow


def window_keys(window: MainWindow) -> list[Key]:
    """Return all keys, in the order of the cheat sheet. No two begin with the same key: it stands for the action."""
    read = window.read
    return [
        Key("Ctrl+O", "Open a folder", window.ask_for_folder),
        Key("Shift+W", "Watch the folder for new files, or no longer", window.watching.toggle),
        *_moving_keys(read),
        Key("M", "Map on or off", read.findings.toggle_map),
        Key("Shift+M", "Map in colours, as contour lines, beside the film", read.findings.next_map_mode),
        Key("Space", "Map on or off", read.findings.toggle_map, (read.worklist.table, read.viewer)),
        *(Key(key, words, call) for key, (words, call) in read.viewer.actions_for_keys().items()),
        *_verdict_keys(read),
        Key("Ctrl+H", "Hide or show who the patients are", read.identity.toggle),
        Key("/", "Search the worklist", read.worklist.filters.search.setFocus),
        Key("Esc", "Put the measuring tool away, then back to the worklist", partial(_leave, read)),
        Key("F1", "Help", window.help.open),
        Key("?", "Show these keys", window.help.show_keys),
    ]


def _leave(read: ReadPage) -> None:
    if not read.viewer.measuring.cancel():
        read.worklist.table.setFocus()


def _moving_keys(read: ReadPage) -> list[Key]:
    down, up = partial(read.worklist.step, 1), partial(read.worklist.step, -1)
    loop = (read.worklist.table, read.viewer)
    return [
        Key("J", "Next study", down),
        Key("Down", "Next study", down, (read.viewer,)),  # the table moves by itself
        Key("K", "Previous study", up),
        Key("Up", "Previous study", up, (read.viewer,)),
        Key("N", "Next unread study", read.next_unread),
        Key("PgDown", "Next image of the study", partial(read.step_image, 1), loop),
        Key("PgUp", "Previous image of the study", partial(read.step_image, -1), loop),
    ]


def _verdict_keys(read: ReadPage) -> list[Key]:
    verdict = read.verdict
    loop = (read.worklist.table, read.viewer)
    return [
        *(Key(str(n + 1), f"Verdict: {answer}", partial(verdict.choose, n)) for n, answer in enumerate(ANSWERS)),
        *(Key(f"Ctrl+{n}", "Confidence 1 to 5", partial(verdict.set_confidence, n)) for n in range(1, 6)),
        Key("V", "Answer single findings, or the grade", verdict.form.begin),
        Key("C", "Comment", verdict.comment.setFocus),
        Key("U", "Take back my last verdict", read.verdicts.take_back),
        *(Key(key, "Save and go to the next unread", verdict.submit, loop) for key in ("Return", "Enter")),
    ]
