"""What tables are made from, seen through a veil: a scene, its archive and the names that must not leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy as np

from xraydesk.research.archive import Archive
from xraydesk.research.cases import Cases, Words
from xraydesk.research.deidentify import Veil, veil_of
from xraydesk.research.scene import Scene
from xraydesk.store import archive as stored
from xraydesk.store.reference import ReferenceLog

_HEADERS = ("sexes", "body_parts", "views", "manufacturers", "modalities")
_PARTS = re.compile(r"[\s^=,;]+")


@dataclass(eq=False)
class Source:
    """One scene on its way out."""

    archive: Archive
    scene: Scene
    veil: Veil
    _words: dict[str, str] = field(default_factory=dict)

    @property
    def cases(self) -> Cases:
        """The studies."""
        return self.scene.cases

    @cached_property
    def rows(self) -> dict[str, list[int]]:
        """The rows of each study id."""
        return self.cases.rows_by_study()

    def has(self, study_id: str) -> bool:
        """Return whether something said of a study belongs to the scene; without a folder chosen all does."""
        return self.scene.question.folder is None or study_id in self.rows

    def study(self, study_id: str, row: int | None = None) -> str:
        """Return what a study is called; where films of several folders share the id, the folder tells them apart."""
        alike = len(self.rows.get(study_id, ())) > 1 and row is not None
        key = f"{study_id}\x1f{self.cases.folders[row]}" if alike and row is not None else study_id
        return self.veil.name("study", key).replace("\x1f", " in ")

    def called(self, study_id: str, content_hash: str = "") -> list[str]:
        """Return what the cases of a study id are called; with a film, the one that has it. A name where none is."""
        rows = [
            row for row in self.rows.get(study_id, ()) if not content_hash or content_hash in self.cases.contents(row)
        ]
        return [self.study(study_id, row) for row in rows] or [self.study(study_id)]

    def patient(self, row: int) -> str:
        """Return what a patient is called, "" where the header names none."""
        _, _, number = str(self.cases.patients[row]).partition("\x1f")
        if not number or number.startswith("\x1f"):
            return ""
        return " ".join(self.veil.name("patient", str(self.cases.patients[row])).split("\x1f")).strip()

    def moment(self, at: datetime | np.datetime64 | None, study_id: str) -> str:
        """Return a moment said of a study, moved with all others of its patient."""
        if at is None:
            return ""
        if isinstance(at, datetime):
            at = np.datetime64(at.replace(tzinfo=None), "s")
        rows = self.rows.get(study_id)
        owner = str(self.cases.patients[rows[0]]) if rows else ""
        named = owner and not owner.startswith("\x1f\x1f")
        return self.veil.moment(at, owner if named else f"study\x1f{study_id}")

    def word(self, text: str) -> str:
        """Return a word of a header or table as it may leave."""
        if text not in self._words:
            self._words[text] = self.veil.word(text)
        return self._words[text]


def source_of(archive: Archive, scene: Scene, *, identified: bool = False) -> Source:
    """Return a scene behind its veil; StoreError where the key cannot be kept or the database not be read."""
    if identified:
        return Source(archive, scene, Veil(None))
    return Source(archive, scene, veil_of(archive.data_dir, _names(archive, scene)))


def veiled(source: Source) -> Scene:
    """Return the scene with pseudonyms for readers and sources and without words of headers in which a name stands.

    Readers keep their order. The figures are the same, but for groups whose word is gone: they are "not known".
    """
    if source.veil.identified:
        return source.scene
    scene, rename = source.scene, lambda reader: source.veil.name("reader", reader)
    rule = scene.question.rule
    rule = replace(rule, source=source.veil.source(rule.source), readers=tuple(map(rename, rule.readers)))
    cases: dict[str, Any] = {name: _said(source, getattr(scene.cases, name)) for name in _HEADERS}
    return replace(
        scene,
        question=replace(scene.question, rule=rule, finding=source.word(scene.question.finding)),
        cases=replace(scene.cases, **cases),
        readings=replace(scene.readings, readers=tuple(map(rename, scene.readings.readers)), comments={}),
        truth=replace(scene.truth, rule=rule),
    )


def _said(source: Source, column: Words) -> Words:
    words, places = np.unique(column, return_inverse=True)
    return np.array([source.word(str(word)) for word in words], dtype=np.str_)[places] if len(words) else column


def _names(archive: Archive, scene: Scene) -> set[str]:
    """Return all that names a patient, a reader or a place; of names with several parts each part, too."""
    snapshot = scene.snapshot
    people: Iterable[str] = {
        archive.author, *snapshot.readers, *(verdict.reader for verdict in snapshot.verdicts),
        *(row.author for row in ReferenceLog(archive.database).all()),
    }  # fmt: skip
    whole = {*stored.names(archive.database), *people, *map(str, {*snapshot.cases.folders})}
    return whole | {part for name in whole for part in _PARTS.split(name)}
