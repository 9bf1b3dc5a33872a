"""The one door to training data for the window: sources, what they hold, what is left out. For any thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from xraydesk.admin.data import FOLDER, DataSource, forget, read_source, save, sources
from xraydesk.admin.exclusions import exclude, excluded, take_in
from xraydesk.admin.inspection import Inspection, inspect, look_into
from xraydesk.admin.looks import Progress
from xraydesk.admin.people import require
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.verdict_table import Gathered, gather
from xraydesk.research.archive import Archive
from xraydesk.store import audit
from xraydesk.store.accounts import Role
from xraydesk.store.exclusions import Exclusion
from xraydesk.training.importers.csv_table import the_table
from xraydesk.training.importers.layouts import LAYOUTS, layout_of
from xraydesk.training.importers.reading import read_rows

_WITH_TABLE = ("csv", "dicom")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a folder was found to hold, before it is kept as a source."""

    layout: str
    films: int
    labels: tuple[str, ...]
    columns: tuple[str, ...] = ()  # of its table, where columns can be named


class DataDesk:
    """The training data of one data folder.

    Who is no administrator may look, and change nothing: those methods raise `SignInRefused`.
    """

    def __init__(self, room: AdminRoom) -> None:
        self._room = room

    def sources(self) -> list[DataSource]:
        """Return the sources that are kept, by name."""
        return sources(self._room.data_dir)

    def keep(self, source: DataSource) -> DataSource:
        """Keep a source; raises as `data.save`."""
        self._require()
        kept = save(self._room.data_dir, source)
        self._note("kept", kept)
        return kept

    def forget(self, source: DataSource) -> None:
        """Take a source off the list."""
        self._require()
        forget(self._room.data_dir, source)
        self._note("taken off the list", source)

    def gather(self, name: str, rule: str, finding: str, progress: Progress, *, corrections: bool) -> Gathered:
        """Make a source of this desk's verdicts; raises as `verdict_table.gather`."""
        self._require()
        made = gather(self._archive(), name, rule, finding, corrections=corrections, progress=progress)
        self._note("made of verdicts", made.source)
        return made

    def readers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who has given verdicts, and the single findings that were answered."""
        snapshot = self._archive().load()
        return snapshot.readers, snapshot.findings

    def look(self, source: DataSource, progress: Progress) -> Inspection:
        """Look at every film of a source; raises as `inspection.look_into`."""
        looked, label = look_into(source, self._room.data_dir / FOLDER, progress)
        return inspect(looked, label, self._out(source))

    def leave_out(self, source: DataSource, found: Inspection, rows: Collection[int], reason: str) -> Inspection:
        """Leave films out for a reason and return what holds then; `StoreError` where nothing was recorded."""
        self._require()
        keys = [found.looked.keys[row] for row in rows if found.looked.keys[row]]
        exclude(self._room.database, source, self._room.author, keys, reason)
        return inspect(found.looked, found.label, self._out(source))

    def take_in(self, source: DataSource, found: Inspection, keys: Collection[str], reason: str) -> Inspection:
        """Take films in again and return what holds then."""
        self._require()
        take_in(self._room.database, source, self._room.author, keys, reason)
        return inspect(found.looked, found.label, self._out(source))

    def excluded(self, source: DataSource) -> list[Exclusion]:
        """Return what is left out of a source."""
        return excluded(self._room.database, source)

    def _out(self, source: DataSource) -> set[str]:
        return {row.content_hash for row in excluded(self._room.database, source)}

    def _archive(self) -> Archive:
        return Archive(self._room.database, self._room.data_dir, author=self._room.author)

    def _note(self, change: str, source: DataSource) -> None:
        """Write what was done into the audit log."""
        log = audit.AuditLog(self._room.database)
        log.record(self._room.author, audit.DATA, source.key, change=change, kind=str(source.kind), rule=source.rule)

    def _require(self) -> None:
        require(self._room.account, Role.ADMINISTRATOR)


def contents(source: DataSource) -> Contents:
    """Return what a folder holds by the layout named or found; raises as the importers do."""
    layout = layout_of(source.folder, source.layout, source.options)
    columns: tuple[str, ...] = ()
    if layout.name in _WITH_TABLE:
        columns = tuple(read_rows(source.table or the_table(source.folder))[0])
    table = read_source(source)
    labels = sorted({name for image in table.images for name in image.labels})
    return Contents(layout.name, len(table), tuple(labels), columns)


def layouts() -> dict[str, str]:
    """Return the names of the layouts a person can choose, and what they look like."""
    return {name: layout.words for name, layout in LAYOUTS.items() if name != "listed"}


def columns_in(folder: Path) -> tuple[str, ...]:
    """Return the columns of the one table in a folder; TrainingError where there is none or it cannot be read."""
    return tuple(read_rows(the_table(folder))[0])
