"""Image files with a table beside them, whatever its columns are called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.importers.columns import Columns, columns_of, facts_in, labels_in, no_label, vocabulary_of
from xraydesk.training.importers.reading import ANOTHER_FOLDER, images_below, read_rows
from xraydesk.training.table import ImageTable, LabelledImage


def tables_in(root: Path) -> list[Path]:
    """Return the tables in a folder, sorted."""
    return sorted(p for p in root.glob("*") if p.suffix.lower() in {".csv", ".tsv"} and not p.name.startswith("."))


def the_table(root: Path) -> Path:
    """Return the one table in a folder.

    Raises
    ------
    TrainingError
        Where there is none or more than one.
    """
    tables = tables_in(root)
    if len(tables) != 1:
        what = "No CSV table is here" if not tables else f"{len(tables)} CSV tables are here"
        raise TrainingError(what, subject=root, remedy="Name one with --table" if tables else ANOTHER_FOLDER)
    return tables[0]


def read_csv_table(root: Path, wanted: Mapping[str, str] | None = None, table: Path | None = None) -> ImageTable:
    """Read the images below ``root`` that a table names, with its labels.

    Parameters
    ----------
    root
        Holds table and images. The table gives paths from here, or file names that occur once.
    wanted
        Which columns to take; see `columns.columns_of`. The usual names are found without it.
    table
        Another place for the table.

    Raises
    ------
    TrainingError
        Where the table cannot be used or names no image that is there with a label.
    """
    file = table or the_table(root)
    rows = read_rows(file)
    columns = columns_of(list(rows[0]), wanted or {}, file)
    files = _Files(root)
    vocabulary = vocabulary_of(rows, columns)
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for row in rows:
        name = row.get(columns.key, "")
        path, labels = files.take(name), labels_in(row, columns, vocabulary)
        if path is None:
            left_out.append((root / name, f"{file.name} names it, and no or more than one such file is there"))
        elif not labels:
            left_out.append((path, no_label(row, columns, file.name)))
        else:
            images.append(_image(path, root, row, columns, labels))
    left_out += [(path, f"{file.name} has no line for it") for path in files.left()]
    if not images:
        raise TrainingError("The table names no image that is here with a label", subject=file, remedy=ANOTHER_FOLDER)
    return ImageTable(tuple(images), tuple(left_out))


def _image(path: Path, root: Path, row: dict[str, str], columns: Columns, labels: dict[str, int]) -> LabelledImage:
    name = path.relative_to(root).with_suffix("").as_posix()
    facts = facts_in(row, columns)
    patient = facts.pop("patient", name)
    study = f"{patient}/{facts.pop('study')}" if "study" in facts else name
    return LabelledImage(path, labels, patient, study, source=facts.pop("source", root.name), **facts)


class _Files:
    """The images below a folder by path and by name; each is taken once."""

    def __init__(self, root: Path) -> None:
        self._by_path = {path.relative_to(root).as_posix(): path for path in images_below(root)}
        self._taken: set[Path] = set()
        self._by_name: dict[str, list[Path]] = {}
        for path in self._by_path.values():
            for name in (path.name, path.stem):
                self._by_name.setdefault(name, []).append(path)

    def take(self, name: str) -> Path | None:
        """Find a file by its path, by its path without the first folders (tables often name more), or by its name."""
        parts = name.replace("\\", "/").removeprefix("./").split("/")
        path = next((p for i in range(len(parts)) if (p := self._by_path.get("/".join(parts[i:])))), None)
        if path is None:
            same = self._by_name.get(parts[-1], [])
            path = same[0] if len(same) == 1 else None
        if path is None or path in self._taken:
            return None
        self._taken.add(path)
        return path

    def left(self) -> list[Path]:
        return [path for path in self._by_path.values() if path not in self._taken]
