"""Where training data come from: labelled folders and this desk's own verdicts, each kept under a name.

A source is a folder ``sources/<key>`` of the data folder with ``source.json``; what a run needs beside the films
themselves (the table of verdicts, labels to correct, films to leave out) is written into it afresh before each run.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.training.importers.layouts import Options, read_labelled
from xraydesk.training.table import ImageTable
from xraydesk.triage.export import write_text

FOLDER, FILE = "sources", "source.json"
_LONGEST = 40  # characters of a name that its folder takes over


class SourceKind(StrEnum):
    """What a source is made of."""

    FOLDER = "folder"  # labelled films, as the importers read them
    VERDICTS = "verdicts"  # what readers said at this desk


@dataclass(frozen=True, slots=True)
class DataSource:
    """Training data under a name. What is empty is found by itself, as `xraydesk train` does."""

    name: str
    kind: SourceKind
    folder: Path  # what a run is given as its data
    layout: str = ""
    label: str = ""
    table: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    rule: str = ""  # of verdicts: as `research.asked.rule_of` reads it
    finding: str = ""  # of verdicts: "" is the answer on the whole study
    corrections: bool = False  # take the labels proposed in the researcher's tab
    made: str = ""  # ISO 8601, UTC

    @property
    def key(self) -> str:
        """The name as a folder and in the log of exclusions; two names have two keys, whatever letters they have."""
        return key_of(self.name)

    @property
    def options(self) -> Options:
        """What the importers are told of a table."""
        return Options(self.columns, self.table)


def key_of(name: str) -> str:
    """Return a folder's name for any words."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())[:_LONGEST].strip("-")
    return f"{plain or 'source'}-{hashlib.sha256(_clean(name).encode()).hexdigest()[:8]}"


def place_of(data_dir: Path, source: DataSource) -> Path:
    """Return the folder in which a source is kept."""
    return data_dir / FOLDER / source.key


def sources(data_dir: Path) -> list[DataSource]:
    """Return the sources that are kept, by name; what cannot be read any more is left out."""
    found = (_read(file) for file in sorted((data_dir / FOLDER).glob(f"*/{FILE}")))
    return sorted((source for source in found if source is not None), key=lambda source: source.name.casefold())


def save(data_dir: Path, source: DataSource) -> DataSource:
    """Keep a source, in place of one of the same name.

    Raises
    ------
    TrainingError
        It has no name or no folder.
    XraydeskError
        It cannot be written.
    """
    if not _clean(source.name):
        raise TrainingError("A source of training data needs a name")
    if not source.folder.is_dir():
        raise TrainingError("This is not a folder", subject=source.folder, remedy="Choose the folder of the films")
    kept = replace(source, name=_clean(source.name), folder=source.folder.absolute(),
                   made=source.made or datetime.now(UTC).isoformat(timespec="seconds"))  # fmt: skip
    write_text(place_of(data_dir, kept) / FILE, json.dumps(asdict(kept), indent=1, default=str))
    return kept


def forget(data_dir: Path, source: DataSource) -> None:
    """Remove a source from the list; its films and what was left out of it stay as they are."""
    shutil.rmtree(place_of(data_dir, source), ignore_errors=True)


def read_source(source: DataSource) -> ImageTable:
    """Return the labelled images of a source; raises as the importers do."""
    return read_labelled(source.folder, source.layout, source.options)


def _read(file: Path) -> DataSource | None:
    try:
        found: dict[str, Any] = {**json.loads(file.read_text("utf-8"))}
        table = found.get("table")
        return DataSource(**{**found, "kind": SourceKind(found["kind"]), "folder": Path(found["folder"]),
                             "table": None if table is None else Path(table)})  # fmt: skip
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _clean(name: str) -> str:
    return " ".join(name.split())
