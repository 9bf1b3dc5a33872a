"""What the importers share: which files are images, tables with a header line, words that stand for numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from xraydesk.errors import TrainingError

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".dcm"})
ANOTHER_FOLDER = "Choose another folder or name the layout"
OLDEST = 120.0
_AGE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*([YMWD]?)", re.IGNORECASE)
_PER_YEAR = {"": 1.0, "Y": 1.0, "M": 12.0, "W": 52.18, "D": 365.25}
_SPLITS = {"train", "training", "val", "valid", "validation", "test", "testing", "auto_test", "dev"}


def is_image(path: Path) -> bool:
    """Tell by the name; what a Mac leaves beside an image (``._name``) is none."""
    return path.suffix.lower() in IMAGE_SUFFIXES and not path.name.startswith(".")


def images_below(folder: Path) -> list[Path]:
    """Return all image files below a folder, sorted."""
    return sorted(p for p in folder.rglob("*") if is_image(p) and p.is_file())


def folders_in(folder: Path) -> list[Path]:
    """Return the visible folders in a folder, sorted; none where it cannot be read."""
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith((".", "__")))
    except OSError:
        return []


def parts_with_classes(root: Path) -> list[tuple[str, Path]]:
    """Return (split, folder of class folders): root itself with split "", or its folders named like splits."""
    splits = [(f.name, f) for f in folders_in(root) if f.name.lower() in _SPLITS]
    return splits or [("", root)]


def read_rows(file: Path) -> list[dict[str, str]]:
    """Read a table with a header line; comma, semicolon or tab between its columns.

    Raises
    ------
    TrainingError
        Where it cannot be read or has no header and row.
    """
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise TrainingError(f"The table cannot be read: {error.strerror}", subject=file) from error
    except UnicodeDecodeError as error:
        raise TrainingError("The table is not UTF-8 text", subject=file, remedy="Save it as UTF-8") from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        rows = list(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise TrainingError(f"The table is damaged: {error}", subject=file) from error
    if not rows:
        raise TrainingError("The table has no rows", subject=file)
    return rows


def _rows(lines: Iterator[list[str]]) -> Iterator[dict[str, str]]:
    """Name the cells; a row may be longer than the header (that of BBox_List is): "column 4", "column 5"."""
    head: list[str] = []
    for line in lines:
        if not any(cell.strip() for cell in line):
            continue
        if not head:
            head = [cell.strip() or f"column {place}" for place, cell in enumerate(line)]
            continue
        names = head + [f"column {place}" for place in range(len(head), len(line))]
        yield {name: cell.strip() for name, cell in zip(names, line, strict=False)}


def age_in_years(text: str) -> float | None:
    """Return "58", "058Y" or "006M" in years; None for what is no age or beyond 120 years."""
    found = _AGE.fullmatch(text.strip())
    if found is None:
        return None
    years = float(found[1]) / _PER_YEAR[found[2].upper()]
    return years if years <= OLDEST else None


def sex_letter(text: str) -> str:
    """Return "F", "M", "O" or ""."""
    letter = text.strip()[:1].upper()
    return letter if letter in {"F", "M", "O"} else ""


def whole(text: str) -> int | None:
    """Return "1" or "1.0" as a whole number, None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if value == int(value) else None
