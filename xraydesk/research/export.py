"""All that the log holds, written into a new folder: tables, data dictionary, multi-reader tables, report, figures."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from xraydesk import __version__
from xraydesk.errors import XraydeskError
from xraydesk.research.archive import Archive
from xraydesk.research.deidentify import Veil
from xraydesk.research.export_files import Format, write_table
from xraydesk.research.export_source import Source, source_of, veiled
from xraydesk.research.export_tables import TABLES
from xraydesk.research.figure_files import FIGURES, write_figures
from xraydesk.research.multi_reader import Program, multi_reader
from xraydesk.research.performance import Choice
from xraydesk.research.report import page_of
from xraydesk.research.report_charts import figures
from xraydesk.research.scene import Scene
from xraydesk.research.standard import standard_words
from xraydesk.research.summary import Summary, summary_of
from xraydesk.research.tables import Table, dictionary
from xraydesk.store import audit
from xraydesk.store.audit import AuditLog
from xraydesk.triage.export import cannot_write, write_text

REPORT, ABOUT = "report.html", "about.txt"
_DRAWN = (REPORT, FIGURES)
Progress = Callable[[str, int, int], bool]  # which file, its number, of how many; False stops

_HIDDEN = (
    "Patients, studies, films, folders, readers and tables of truth have pseudonyms: the same in every export from "
    "this installation. Dates of one patient are moved back by the same number of whole weeks, so that intervals and "
    "days of the week hold; whoever knows on which day a study was read can tell its other dates. Ages above 89 read "
    "90. Names, paths, file names, comments, notes and reasons are left out; words of headers in which a name stood "
    "are empty. Whether what remains tells who somebody is depends on what else the one who gets it knows: pass it "
    "on as you would other research data."
)
_NAMED = "The files hold what tells who patients and readers are. The export and its reason stand in the audit log."
_CELLS = (
    "CSV files are UTF-8 with commas; an empty cell is not known or does not apply. Text that a spreadsheet would take "
    "for a formula has an apostrophe in front."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written."""

    tables: tuple[str, ...] = tuple(TABLES)
    format: Format = "csv"
    programs: tuple[Program, ...] = ()  # multi-reader tables, always CSV
    report: bool = False
    figures: bool = False  # the report's charts, each an SVG file
    identified: bool = False
    reason: str = ""  # why names are wanted
    choice: Choice = field(default_factory=Choice)  # of the report and its figures


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    folder: Path
    files: tuple[str, ...]
    rows: dict[str, int]  # by table
    notices: tuple[str, ...]


def export(
    archive: Archive, scene: Scene, folder: Path, wanted: Wanted, progress: Progress | None = None
) -> Exported | None:
    """Write what is wanted into a new or empty folder, all or nothing; None where it was stopped.

    Every export stands in the audit log, one with names by its reason.

    Raises
    ------
    XraydeskError
        Nothing was written: the folder holds something, names are wanted without a reason, the disk is full...
    """
    _check(folder, wanted)
    scratch = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        scratch.mkdir(parents=True)
        done = _write(source_of(archive, scene, identified=wanted.identified), scratch, wanted, progress)
        if done is None:
            return None
        _record(archive, wanted, done)
        if folder.exists():
            folder.rmdir()
        scratch.replace(folder)
    except OSError as error:
        raise cannot_write(error, folder) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return Exported(folder, done.files, done.rows, done.notices)


def _check(folder: Path, wanted: Wanted) -> None:
    if wanted.identified and not wanted.reason.strip():
        raise XraydeskError("An export with names needs a reason", remedy="Give one, or leave names hidden")
    unknown = [name for name in wanted.tables if name not in TABLES]
    if unknown:
        raise XraydeskError(f"There is no table {unknown[0]}", remedy=f"There are: {', '.join(TABLES)}")
    if not (wanted.tables or wanted.programs or wanted.report or wanted.figures):
        raise XraydeskError("Nothing was chosen to be exported", remedy="Choose tables or the report")
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise cannot_write(error, folder) from error
    if taken:
        raise XraydeskError("This is not an empty folder", subject=folder, remedy="Name a new or an empty one")


def _write(source: Source, folder: Path, wanted: Wanted, progress: Progress | None) -> Exported | None:
    tables: list[Table] = []
    notices: list[str] = [_NAMED] if source.veil.identified else []
    files: list[str] = []
    summary: Summary | None = None
    steps = list(_steps(wanted))
    for number, name in enumerate(steps, 1):
        if progress is not None and not progress(name, number, len(steps)):
            return None
        if name in _DRAWN:
            summary = summary or summary_of(veiled(source), wanted.choice)
            files += _draw(name, summary, source.veil, folder)
            continue
        kind: Format = wanted.format
        if name in TABLES:
            table = TABLES[name](source)
        else:
            found = multi_reader(source, "imrmc" if name == "imrmc" else "mrmcaov")
            table, kind = found.table, "csv"
            notices += [notice for notice in found.notices if notice not in notices]  # of both programs once
        tables.append(table if source.veil.identified else table.without_names())
        files.append(write_table(tables[-1], folder, kind).name)
    if tables:
        files.append(write_table(dictionary(tables), folder, "csv").name)
    write_text(folder / ABOUT, _about(source, wanted, tables, notices))
    if progress is not None and not progress(ABOUT, len(steps), len(steps)):
        return None
    return Exported(folder, (*files, ABOUT), {table.name: len(table.rows) for table in tables}, tuple(notices))


def _steps(wanted: Wanted) -> Iterator[str]:
    yield from (name for name in TABLES if name in wanted.tables)
    yield from wanted.programs
    if wanted.report:
        yield REPORT
    if wanted.figures:
        yield FIGURES


def _draw(name: str, summary: Summary, veil: Veil, folder: Path) -> list[str]:
    if name == FIGURES:
        return write_figures(figures(summary), folder)
    write_text(folder / REPORT, page_of(summary, veil))
    return [REPORT]


def _about(source: Source, wanted: Wanted, tables: list[Table], notices: list[str]) -> str:
    lines = [
        f"Written by xraydesk {__version__} on {datetime.now(UTC):%Y-%m-%d}. Research use. Not a diagnosis.",
        f"Taken as true: {standard_words(veiled(source).question.rule)}.",
        _NAMED if wanted.identified else _HIDDEN,
        _CELLS,
        "Every column is described in dictionary.csv.",
        *(f"{table.name}: {table.meaning} Rows: {len(table.rows)}." for table in tables),
        *notices,
    ]
    return "\n\n".join(lines) + "\n"


def _record(archive: Archive, wanted: Wanted, done: Exported) -> None:
    """Write who exported what into the audit log before the files are there to be found."""
    detail: dict[str, str | int | float] = {"files": ", ".join(done.files), "rows": sum(done.rows.values())}
    detail |= {"identified": 1, "reason": wanted.reason.strip()} if wanted.identified else {"identified": 0}
    AuditLog(archive.database).record(archive.author, audit.EXPORT, "", **detail)
