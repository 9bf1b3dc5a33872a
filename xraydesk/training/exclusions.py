"""A list of films to leave out of a run: the films on disk stay as they are.

The list is a CSV file with a header line: ``content_hash`` (SHA-256 of the image's file) or ``path``, and ``reason``.
All frames of a file are left out with it. Copies of a film have its content, so a list by content takes all of them:
one that is to keep the first of several copies names the others by path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.training.importers.reading import read_rows
from xraydesk.training.places import places_of
from xraydesk.training.table import ImageTable

_MOST = 10  # reasons and lines in a sentence


@dataclass(frozen=True, slots=True)
class Excluded:
    """One line of the list."""

    line: int  # in the file, the header is 1
    content_hash: str
    path: str
    reason: str


def read_exclusions(file: Path) -> tuple[Excluded, ...]:
    """Read a list.

    Raises
    ------
    TrainingError
        Where it cannot be read, has no column for the images, or a line names none.
    """
    rows = read_rows(file)
    if not {"content_hash", "path"} & rows[0].keys():
        raise TrainingError("The list of films to leave out has no column content_hash or path", subject=file)
    found = tuple(
        Excluded(line, row.get("content_hash", "").lower(), row.get("path", ""), row.get("reason", ""))
        for line, row in enumerate(rows, start=2)
    )
    unnamed = [row.line for row in found if not row.content_hash and not row.path]
    if unnamed:
        raise TrainingError(f"Line {unnamed[0]} of the list of films to leave out names no image", subject=file)
    return found


def without(file: Path, table: ImageTable, folder: Path) -> ImageTable:
    """Return a table without the films of a list, with the record of it; they stand among what was left out.

    Raises
    ------
    TrainingError
        As `read_exclusions`, or where nothing is left.
    """
    rows = read_exclusions(file)
    places = places_of(table, rows, folder)
    reasons = {place: row.reason for row, found in zip(rows, places, strict=True) for place in found}
    kept = tuple(image for place, image in enumerate(table.images) if place not in reasons)
    if not kept:
        raise TrainingError("All films are on the list of films to leave out", subject=file, remedy="Take some in")
    left_out = tuple((table.images[place].path, _words(reason)) for place, reason in sorted(reasons.items()))
    unknown = [row.line for row, found in zip(rows, places, strict=True) if not found]
    return replace(
        table,
        images=kept,
        left_out=table.left_out + left_out,
        exclusions=_facts(file, list(reasons.values()), unknown),
    )


def _facts(file: Path, reasons: Sequence[str], unknown: Sequence[int]) -> dict[str, Any]:
    """Return what goes into the record of a run."""
    said = [f"{len(reasons)} films left out by {file.name}"]
    if unknown:
        lines = ", ".join(map(str, unknown[:_MOST])) + (" and more" if len(unknown) > _MOST else "")
        said.append(f"{len(unknown)} rows of {file.name} name no image of this set: line {lines}")
    return {
        "file": file.name,
        "count": len(reasons),
        "reasons": dict(Counter(reasons).most_common()),
        "unknown_lines": list(unknown),
        "words": said,
    }


def _words(reason: str) -> str:
    return f"left out by a person: {reason}" if reason else "left out by a person"
