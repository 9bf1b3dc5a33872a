"""A list of corrected labels, taken into a table of labelled images: the table on disk stays as it is.

The list is a CSV file with a header line: ``content_hash`` (SHA-256 of the image's file) or ``path``, ``label`` ("" is
the label that is learnt), ``new``; beside these ``old``, ``frame``, ``reason``, ``author``, ``at``. Without the list a
run has the original labels again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.training.importers.graded import GRADE, LABEL
from xraydesk.training.importers.reading import read_rows, whole
from xraydesk.training.places import places_of
from xraydesk.training.table import ImageTable

LEAST_ABNORMAL = 2  # as `read_graded` takes it where no grade of the table says otherwise


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the list."""

    line: int  # in the file, the header is 1
    content_hash: str
    path: str
    frame: int
    label: str
    new: int
    reason: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """One label that was replaced."""

    path: str
    frame: int
    label: str
    old: int | None
    new: int
    reason: str
    author: str


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """What a list did to a table."""

    table: ImageTable
    replaced: tuple[Replaced, ...] = ()
    same: int = 0  # lines whose label the image has already
    unknown: tuple[Correction, ...] = ()  # lines for which there is no image, or none that could have the label

    def facts(self, file: Path) -> dict[str, Any]:
        """Return what goes into the record of a run."""
        return {
            "file": file.name,
            "count": len(self.replaced),
            "replaced": [asdict(row) for row in self.replaced],
            "already_so": self.same,
            "unknown_lines": [row.line for row in self.unknown],
            "words": self._sentences(file),
        }

    def _sentences(self, file: Path) -> list[str]:
        """Say how many labels, and which lines found no image."""
        said = [f"{len(self.replaced)} labels replaced by {file.name}, {self.same} were so already"]
        if self.unknown:
            lines = ", ".join(str(row.line) for row in self.unknown[:10])
            more = " and more" if len(self.unknown) > 10 else ""
            said.append(
                f"{len(self.unknown)} rows of {file.name} name no image or label of this set: line {lines}{more}"
            )
        return said


def read_corrections(file: Path) -> tuple[Correction, ...]:
    """Read a list.

    Raises
    ------
    TrainingError
        Where it cannot be read, lacks a column, or a line has no image or no whole number as its new label.
    """
    rows = read_rows(file)
    missing = [name for name in ("label", "new") if name not in rows[0]]
    missing += [] if {"content_hash", "path"} & rows[0].keys() else ["content_hash or path"]
    if missing:
        raise TrainingError(f"The list of corrections has no column {', '.join(missing)}", subject=file)
    return tuple(_read(row, line, file) for line, row in enumerate(rows, start=2))


def corrected(table: ImageTable, corrections: Sequence[Correction], label: str, folder: Path) -> Corrected:
    """Return a table with labels of a list in place of its own.

    An image is found by the hash of its file; a line without a hash by its path, absolute or below ``folder``. A new
    grade takes the table's "abnormal" with it. The last line for an image and label holds.

    Parameters
    ----------
    table
        As an importer read it.
    corrections
        The list.
    label
        What a line without a label corrects: the label that is learnt or measured.
    folder
        Where the images lie.

    Raises
    ------
    TrainingError
        Where a line gives a label that holds yes or no another value.
    """
    names = {name.lower(): name for image in table.images for name in image.labels}
    wanted: dict[tuple[int, str], Correction] = {}
    unknown: list[Correction] = []
    for row, places in zip(corrections, places_of(table, corrections, folder), strict=True):
        found = [place for place in places if table.images[place].frame == row.frame]
        name = names.get((row.label or label).lower(), "")
        if not found or not name:
            unknown.append(row)
            continue
        _refuse_grade(table, name, row)
        wanted.update({(place, name): row for place in found})
    images, abnormal_from = list(table.images), _abnormal_from(table)
    replaced, same = [], 0
    for (place, name), row in wanted.items():
        image = images[place]
        old = image.labels.get(name)
        if old == row.new:
            same += 1
            continue
        labels = {**image.labels, name: row.new}
        if name == GRADE and LABEL in labels:
            labels[LABEL] = int(row.new >= abnormal_from)
        images[place] = replace(image, labels=labels)
        replaced.append(Replaced(str(image.path), image.frame, name, old, row.new, row.reason, row.author))
    return Corrected(replace(table, images=tuple(images)), tuple(replaced), same, tuple(unknown))


def corrected_by(file: Path, table: ImageTable, label: str, folder: Path) -> ImageTable:
    """Return a table corrected by a list, with the record of it; raises as `read_corrections` and `corrected`."""
    made = corrected(table, read_corrections(file), label, folder)
    return replace(made.table, corrections=made.facts(file))


def _read(row: dict[str, str], line: int, file: Path) -> Correction:
    new, frame = whole(row.get("new", "")), whole(row.get("frame", "") or "0")
    found = row.get("content_hash", "").lower(), row.get("path", "")
    if new is None or frame is None or not any(found):
        what = "names no image" if not any(found) else "has no whole number as frame or new label"
        raise TrainingError(f"Line {line} of the list of corrections {what}", subject=file)
    return Correction(line, *found, frame, row["label"], new, row.get("reason", ""), row.get("author", ""))


def _refuse_grade(table: ImageTable, name: str, row: Correction) -> None:
    if row.new not in {0, 1} and {image.labels.get(name, 0) for image in table.images} <= {0, 1}:
        what = f'Line {row.line} of the list of corrections gives "{name}" the value {row.new}, and it is a yes or no'
        raise TrainingError(what, remedy="Write 1 or 0")


def _abnormal_from(table: ImageTable) -> int:
    """Return the least grade that the table calls abnormal."""
    grades = [image.labels[GRADE] for image in table.images if image.labels.get(LABEL) and GRADE in image.labels]
    return min(grades, default=LEAST_ABNORMAL)
