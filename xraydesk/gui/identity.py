"""Whether the window shows who the patients are. Hidden, a study goes by its place in order of arrival: "Study 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from xraydesk.gui import words
from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.imaging.study import Study
    from xraydesk.triage.desk import WorklistRow

HIDDEN = cast(str, QT_TRANSLATE_NOOP("Identity", "Identity hidden"))
_LEAST = 3  # letters of a part of a name that is looked for by itself: shorter ones are parts of common words


class Identity(QObject):
    """Remembers whether identity is hidden, and which words would tell it, so that sentences can go without them."""

    changed = Signal(bool)  # True: hidden

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden = False
        self._folder: Path | None = None
        self._known: dict[str, str] = {}  # what tells who it is -> what is said instead
        self._pattern: re.Pattern[str] | None = None  # of all that is known; None: to be made anew

    @property
    def hidden(self) -> bool:
        """Whether nothing on screen may tell who the patients are."""
        return self._hidden

    def set_hidden(self, hidden: bool) -> None:
        """Hide or show who the patients are."""
        if hidden is not self._hidden:
            self._hidden = hidden
            self.changed.emit(hidden)

    def toggle(self) -> None:
        """Hide what is shown, show what is hidden."""
        self.set_hidden(not self._hidden)

    def begin(self, folder: Path | None) -> None:
        """Begin with another folder: its studies are not known yet."""
        self._folder = folder
        self._known = {}
        self._pattern = None

    def meet(self, study: Study, number: int) -> str:
        """Remember what tells whose study this is, and return its neutral name."""
        name = neutral_name(number)
        self._known.update(dict.fromkeys((word.casefold() for word in telling_words(study)), name))
        self._pattern = None
        return name

    def veil(self, text: str) -> str:
        """Return a sentence as it may be shown: while identity is hidden, without what tells of the studies met."""
        if not self._hidden or not text:
            return text
        if self._folder is not None:
            instead = translate("Identity", "the open folder")
            text = re.sub(rf"{re.escape(str(self._folder))}[^()\n]*", lambda _: instead, text)
        if self._pattern is None:
            longest_first = sorted(self._known, key=len, reverse=True)
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
        hidden = translate("Identity", HIDDEN)
        return (
            self._pattern.sub(lambda found: self._known.get(found[0].casefold(), hidden), text) if self._known else text
        )


def neutral_name(number: int) -> str:
    """Return what a study is called while identity is hidden; ``number`` is its place in order of arrival, from 1."""
    return translate("Identity", "Study {number}").format(number=words.figure(number))


def telling_words(study: Study) -> set[str]:
    """Return the words of all headers, and of the folder, that tell whose study this is."""
    found = {study.study_id, study.label}
    for header in {instance.header for instance in study.instances}:
        name = header.patient_name
        parts = (part for part in re.split(r"[\^=\s]+", name) if len(part) >= _LEAST)
        found |= {header.patient_id, name, words.person_name(name), header.accession, header.study_uid, *parts}
    return {word.strip() for word in found if word.strip()}


def neutral_rows(rows: Iterable[WorklistRow], numbers: Iterable[int]) -> list[WorklistRow]:
    """Return rows that do not tell whose study they stand for; each goes by its number."""
    return [_neutral(row, number) for row, number in zip(rows, numbers, strict=True)]


def _neutral(row: WorklistRow, number: int) -> WorklistRow:
    verdict = row.verdict and replace(row.verdict, study_id="", comment="", images=())
    return replace(row, study_id="", label=neutral_name(number), patient_id="", patient_name="", verdict=verdict)
