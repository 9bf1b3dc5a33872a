"""Errors and proposed labels as tables for other programs: the list that ``xraydesk train --corrections`` takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from xraydesk.research.archive import Archive
from xraydesk.research.error_marks import Marks
from xraydesk.research.misclassified import Misread
from xraydesk.store import archive as stored
from xraydesk.store.corrections import LabelCorrection, LabelCorrections
from xraydesk.triage.export import safe_cell, write_text

_COLUMNS = ("content_hash", "path", "frame", "label", "old", "new", "reason", "author", "at", "study_id")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # tells Excel that this is UTF-8


def export_corrections(archive: Archive, target: Path) -> int:
    """Write the proposed labels that hold now and return how many there are.

    The list names files and people as they are: it is for training on this machine. ``label`` is "" for the label that
    a run learns.

    Raises
    ------
    XraydeskError
        The database cannot be read, or the file cannot be written.
    """
    rows = LabelCorrections(archive.database).present()
    paths = _paths(archive) if rows else {}
    write_text(target, _text(_COLUMNS, (_line(row, paths) for row in rows)))
    return len(rows)


def export_cases(found: Sequence[Misread], noted: Marks, target: Path) -> int:
    """Write the cases of a cell, in their order, with scores, answers, tags and proposals; return how many.

    Raises
    ------
    XraydeskError
        The file cannot be written.
    """
    people = list(dict.fromkeys(said.who for case in found for said in case.said))
    columns = ("study_id", "path", "frame", "truth", "answer", "score", "wrong", "tags", "proposed", *people)
    write_text(target, _text(columns, (_case(case, noted, people) for case in found)))
    return len(found)


def number(value: float | None) -> str:
    """Return 1 and grades without a point, "" for nothing."""
    return "" if value is None else f"{value:g}"


def _line(row: LabelCorrection, paths: dict[tuple[str, str], str]) -> list[object]:
    path = paths.get((row.study_id, row.content_hash), "")
    texts = (row.label, number(row.given), number(row.proposed), row.reason, row.author, row.at.isoformat())
    return [row.content_hash, safe_cell(path), row.frame, *map(safe_cell, texts), safe_cell(row.study_id)]


def _case(case: Misread, noted: Marks, people: Sequence[str]) -> list[object]:
    said = {each.who: each.answer for each in case.said}
    proposed = "; ".join(number(row.proposed) for row in noted.proposals_of(case.marked))
    figures = ["" if value is None else f"{value:.4f}" for value in (case.score, case.wrong)]
    return [
        safe_cell(case.marked.study_id),
        safe_cell(str(case.image.path)),
        case.image.frame,
        case.truth,
        case.answer,
        *figures,
        safe_cell("; ".join(noted.tags_of(case.marked))),
        proposed,
        *(said.get(who, "") for who in people),
    ]


def _paths(archive: Archive) -> dict[tuple[str, str], str]:
    """Return where a film of a study lay last, by study id and content."""
    return {
        (study.study_id, image.content_hash): str(image.path)
        for study in stored.studies(archive.database)
        for image in study.images
    }


def _text(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows(lines)
    return _BOM + sheet.getvalue()
