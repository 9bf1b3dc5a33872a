"""Which key does what now: the program's own keys with the reader's changes, put on the window and kept."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from xraydesk.gui import key_words
from xraydesk.gui.language import translate
from xraydesk.gui.shortcuts import Key, install

log = logging.getLogger(__name__)

TO = " to "  # between the program's own key and the reader's, in the settings: "M to Ctrl+M"
_MOVES_FOCUS = ("Tab", "Backtab")


class Keymap(QObject):
    """The keys of a window. An action is known by the key that the program gives it, which is unique."""

    changed = Signal()

    def __init__(self, keys: Sequence[Key], window: QWidget, stored: Iterable[str] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._own = tuple(keys)
        self._now = list(keys)
        self._shortcuts: list[list[QShortcut]] = [install([key], window) for key in keys]
        self._take(stored)

    @property
    def keys(self) -> list[Key]:
        """All actions with the keys they have now, in the program's order."""
        return list(self._now)

    @property
    def own(self) -> tuple[Key, ...]:
        """All actions with the keys that the program gives them."""
        return self._own

    def key_of(self, own: str) -> str:
        """Return the key that the action has now to which the program gives ``own``."""
        pairs = zip(self._own, self._now, strict=True)
        return next((now.key for known, now in pairs if known.key == own), own)

    def stored(self) -> tuple[str, ...]:
        """Return the reader's changes as they are written into the settings."""
        pairs = zip(self._own, self._now, strict=True)
        return tuple(f"{own.key}{TO}{now.key}" for own, now in pairs if own.key != now.key)

    def refusal(self, place: int, key: str) -> str:
        """Return why the action at ``place`` cannot have a key, as a sentence; "" where it can."""
        said = readable(key)
        if not said:
            no_key = translate("Keymap", '"{key}" is no key.').format(key=key)
            return no_key if key else translate("Keymap", "Press a key first.")
        if said.rpartition("+")[2] in _MOVES_FOCUS:
            return translate("Keymap", "Tab moves from one part of the window to the next and cannot be given away.")
        for other, taken in enumerate(self._now):
            if other != place and taken.key == said and _meet(self._now[place], taken):
                text = translate(
                    "Keymap", '{key} already means "{action}". Choose another key, or change that one first.'
                )
                return text.format(key=said, action=taken.said)
        return ""

    def change(self, place: int, key: str) -> str:
        """Give the action at ``place`` another key, at once; or return the sentence why not, and change nothing."""
        sentence = self.refusal(place, key)
        if not sentence:
            self._set(place, readable(key))
            self.changed.emit()
        return sentence

    def reset(self) -> None:
        """Give every action the program's own key again."""
        for place, own in enumerate(self._own):
            self._set(place, own.key)
        self.changed.emit()

    def _set(self, place: int, key: str) -> None:
        before = self._now[place].key
        if key == before:
            return
        self._now[place] = replace(self._now[place], key=key)
        key_words.exchange(self._window, before, key)
        for shortcut in self._shortcuts[place]:
            shortcut.setKey(QKeySequence(key))

    def _take(self, stored: Iterable[str]) -> None:
        """Take over what the settings say; two actions may have changed places, so conflicts are looked for last."""
        wanted = dict(filter(None, map(self._read, stored)))
        for place, key in wanted.items():
            self._set(place, key)
        for place, key in wanted.items():
            if self.refusal(place, key):  # in the window's language; the log is English
                own = self._own[place].key
                self._set(place, own)
                log.warning("A key of the settings cannot be given, the default serves: %s%s%s", own, TO, key)

    def _read(self, line: str) -> tuple[int, str] | None:
        """Return the place of the action and its key; None, and a sentence in the log, where the line says neither."""
        own, _, key = line.partition(TO)
        place = next((n for n, known in enumerate(self._own) if known.key == own), -1)
        if place >= 0 and readable(key):
            return place, readable(key)
        log.warning("A key of the settings cannot be read, the default serves: %s", line[:40])
        return None


def readable(key: str) -> str:
    """Return a key as the program writes it, "Ctrl+M" for "ctrl + m"; "" where the text is not exactly one key."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if sequence.count() == 1 else ""


def _meet(one: Key, other: Key) -> bool:
    """Whether both keys can be heard in the same place: limited ones only where they share a widget."""
    return not one.within or not other.within or any(a is b for a in one.within for b in other.within)
