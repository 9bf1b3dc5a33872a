"""The desk's own verdicts as training data: what a rule makes of the log becomes a table the importers read."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from xraydesk.admin.data import DataSource, SourceKind, place_of, save
from xraydesk.errors import Cancelled, TrainingError, UnreadableImage
from xraydesk.imaging.load import content_hash
from xraydesk.research.archive import Archive, Snapshot
from xraydesk.research.asked import rule_of
from xraydesk.research.readings import Readings
from xraydesk.research.truth import Truth
from xraydesk.store import archive as stored
from xraydesk.store.archive import StoredImage
from xraydesk.training.importers.listed import COLUMNS, NAME
from xraydesk.triage.export import safe_cell, write_text

ABNORMAL = "abnormal"
Progress = Callable[[int, int], bool]  # done, of; False stops


@dataclass(frozen=True, slots=True)
class Gathered:
    """A source made of verdicts, and what became of the studies."""

    source: DataSource
    films: int
    studies: int
    abnormal: int  # studies
    undecided: int  # studies that have answers, and the rule decides nothing
    contradicted: int  # of these: because readers said both
    missing: int  # films that are nowhere any more
    moved: int  # films found in another place
    prompted: int  # decided studies on which every answer was given with a model's answer in sight


def gather(
    archive: Archive, name: str, rule: str, finding: str = "", *, corrections: bool = False,
    progress: Progress | None = None,
) -> Gathered:  # fmt: skip
    """Make a source of what readers said, and keep it; one of the same name is made anew.

    Parameters
    ----------
    archive
        What was read.
    name
        Of the source.
    rule
        As `research.asked.rule_of` reads it: "majority", "two", "unanimous", "reader:NAME".
    finding
        A single finding that readers answered; "" is the whole study.
    corrections
        Take the labels proposed in the researcher's tab in place of the readers'.
    progress
        Is told how many studies are done, of how many; False stops.

    Raises
    ------
    XraydeskError
        There is no such rule or finding, the rule decides nothing, or the table cannot be written; `Cancelled`.
    """
    snapshot = archive.load()
    readings, truth = _decided(snapshot, rule, finding)
    source = DataSource(name, SourceKind.VERDICTS, Path(), "listed", finding or ABNORMAL, rule=rule, finding=finding,
                        corrections=corrections)  # fmt: skip
    lines, counts = _lines(archive, snapshot, truth, source.label, progress)
    if not lines:
        raise TrainingError("None of the films of these studies is there any more",
                            remedy="Open their folder at the reading desk and try again")  # fmt: skip
    place = place_of(archive.data_dir, source)
    write_text(place / NAME, _text(lines))
    unprompted = (readings.given & ~readings.shown).any(0)
    return Gathered(
        save(archive.data_dir, replace(source, folder=place)),
        films=len(lines),
        studies=counts["studies"],
        abnormal=counts["abnormal"],
        undecided=int((readings.given.any(0) & ~truth.known).sum()),
        contradicted=int(truth.contradicted.sum()),
        missing=counts["missing"],
        moved=counts["moved"],
        prompted=int((truth.known & ~unprompted).sum()),
    )


def _decided(snapshot: Snapshot, rule: str, finding: str) -> tuple[Readings, Truth]:
    """Return what was said and what the rule makes of it; `TrainingError` where it decides nothing."""
    if finding and finding not in snapshot.findings:
        raise TrainingError("No reader answered this finding", subject=finding)
    readings = snapshot.readings(finding)
    truth = snapshot.truth(rule_of(snapshot, rule), readings)
    if not truth.known.any():
        raise TrainingError("The rule decides no study", remedy="Choose another rule, or read more studies")
    return readings, truth


def _lines(
    archive: Archive, snapshot: Snapshot, truth: Truth, label: str, progress: Progress | None
) -> tuple[list[list[object]], Counter[str]]:
    """Return a line for each film that is there, and the counts of what was met."""
    places = _Places(archive)
    lines: list[list[object]] = []
    counts: Counter[str] = Counter()
    rows = np.flatnonzero(truth.known).tolist()
    for done, row in enumerate(rows):
        if progress is not None and not progress(done, len(rows)):
            raise Cancelled
        found = list(_films(snapshot, row, places, counts))
        value = int(truth.value[row])
        lines += [[str(path), digest, frame, label, value, *_facts(snapshot, row)] for path, digest, frame in found]
        counts["studies"] += bool(found)
        counts["abnormal"] += bool(found) and value
    return lines, counts


def _films(snapshot: Snapshot, row: int, places: _Places, counts: Counter[str]) -> Iterator[tuple[Path, str, int]]:
    for image in snapshot.cases.images[row]:
        if image.problem:
            continue
        found = places.of(image)
        if found is None:
            counts["missing"] += 1
            continue
        counts["moved"] += found[0] != image.path
        yield *found, image.frame


def _facts(snapshot: Snapshot, row: int) -> list[object]:
    """Return what is known of the film, in the order of the table; patient and study under made-up names."""
    cases = snapshot.cases
    age = "" if np.isnan(cases.ages[row]) else f"{cases.ages[row]:g}"
    words = (cases.views[row], age, cases.sexes[row], cases.body_parts[row], cases.manufacturers[row])
    return [_alias(str(cases.patients[row])), _alias(f"{cases.folders[row]}|{cases.study_ids[row]}"),
            *(safe_cell(str(word)) for word in words)]  # fmt: skip


def _alias(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _text(lines: list[list[object]]) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    writer.writerows(lines)
    return sheet.getvalue()


class _Places:
    """Where films lie now, by their content: a folder that was moved and opened again has them."""

    def __init__(self, archive: Archive) -> None:
        self._known: dict[str, list[Path]] = defaultdict(list)
        self._hashes: dict[Path, str] = {}
        for study in stored.studies(archive.database):
            for image in study.images:
                if image.content_hash:
                    self._known[image.content_hash].append(image.path)

    def of(self, image: StoredImage) -> tuple[Path, str] | None:
        """Return a path that holds what was judged, and its content; None where there is none any more."""
        if not image.content_hash:
            digest = self._hash(image.path)
            return (image.path, digest) if digest else None
        for path in dict.fromkeys([image.path, *reversed(self._known[image.content_hash])]):
            if self._hash(path) == image.content_hash:
                return path, image.content_hash
        return None

    def _hash(self, path: Path) -> str:
        if path not in self._hashes:
            try:
                self._hashes[path] = content_hash(path)
            except UnreadableImage:
                self._hashes[path] = ""
        return self._hashes[path]
