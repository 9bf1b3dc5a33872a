"""A source of training data as ``xraydesk train`` is told of it."""

from __future__ import annotations

from pathlib import Path

from xraydesk.admin.data import DataSource, place_of
from xraydesk.admin.exclusions import write_list
from xraydesk.research.archive import Archive
from xraydesk.research.corrections import export_corrections
from xraydesk.store.database import Database
from xraydesk.training.importers.layouts import layout_of

EXCLUDED, CORRECTED = "excluded.csv", "corrections.csv"


def train_arguments(database: Database, data_dir: Path, source: DataSource) -> list[str]:
    """Return what follows ``xraydesk train RECIPE`` to learn from a source.

    The lists of films left out and of corrected labels are written afresh beside the source; what a run took is kept
    in the record of the run.

    Raises
    ------
    XraydeskError
        The layout of the folder cannot be told, the database cannot be read or a list cannot be written.
    """
    place = place_of(data_dir, source)
    layout = layout_of(source.folder, source.layout, source.options).name  # the recipe may be made for another one
    told = ["--data", str(source.folder), "--layout", layout]
    for name, value in (("--label", source.label), ("--table", source.table)):
        told += [name, str(value)] if value else []
    if source.columns:
        told += ["--columns", *(f"{what}={column}" for what, column in source.columns.items())]
    if source.corrections and export_corrections(Archive(database, data_dir), place / CORRECTED):
        told += ["--corrections", str(place / CORRECTED)]
    if write_list(database, source, place / EXCLUDED):
        told += ["--exclude", str(place / EXCLUDED)]
    return told
