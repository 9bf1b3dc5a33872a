"""The layouts of labelled folders by name, and which of them a folder has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from xraydesk.errors import FolderError, TrainingError
from xraydesk.training.importers import kermany, nih
from xraydesk.training.importers.csv_table import read_csv_table, tables_in
from xraydesk.training.importers.dicom_tree import read_dicom_tree
from xraydesk.training.importers.folder_per_class import read_folder_per_class
from xraydesk.training.importers.graded import read_graded
from xraydesk.training.importers.kermany import read_kermany
from xraydesk.training.importers.listed import is_listed, read_listed
from xraydesk.training.importers.mura import read_mura
from xraydesk.training.importers.reading import folders_in, images_below, is_image, parts_with_classes
from xraydesk.training.table import ImageTable

_MOST_LOOKED_AT = 20_000  # files, to tell a layout
_MURA_FOLDER = re.compile(r"study\w+_(positive|negative)")
_KERMANY_NAME = re.compile(r"(person\d+_(bacteria|virus)|(NORMAL2-)?IM-\d+)")


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may say of a table beside the images."""

    columns: Mapping[str, str] = field(default_factory=dict)
    table: Path | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A way labelled images lie in folders."""

    name: str
    words: str
    fits: Callable[[Path], bool]
    read: Callable[[Path], ImageTable]
    read_with: Callable[[Path, Options], ImageTable] | None = None  # where a table of any columns says the labels


def detect(folder: Path) -> str:
    """Return the name of the layout a folder has.

    Raises
    ------
    FolderError
        Where it is no folder.
    TrainingError
        Where no layout fits, or several do: which, and how to choose.
    """
    if not folder.is_dir():
        raise FolderError("This is not a folder", subject=folder)
    fitting = [layout for layout in LAYOUTS.values() if layout.fits(folder)]
    if len(fitting) == 1:
        return fitting[0].name
    if not fitting:
        _refuse_one_class(folder)
        known = "Known are " + "; ".join(f"{layout.name} ({layout.words})" for layout in LAYOUTS.values())
        raise TrainingError("The folder has no layout of labelled images known here", subject=folder, remedy=known)
    names = " or ".join(f"{layout.name} ({layout.words})" for layout in fitting)
    raise TrainingError(f"The folder can be read as {names}", subject=folder, remedy="Say which with --layout")


def _refuse_one_class(folder: Path) -> None:
    """Say which class is empty, where folders of classes are there and one of them alone has images."""
    full = {f.name for f in _class_folders(folder)}
    empty = {f.name for _, part in parts_with_classes(folder) for f in folders_in(part)} - full
    if len(full) == 1 and empty:
        what = f"There are images of the class {full.pop()} alone; of {', '.join(sorted(empty))} there are none"
        raise TrainingError(what, subject=folder, remedy="Add films of the other class")


def layout_of(folder: Path, layout: str = "", options: Options | None = None) -> Layout:
    """Return the layout named, or the one the folder has.

    Raises
    ------
    XraydeskError
        Where there is no such layout or none can be told, as `detect` says.
    """
    if layout and layout not in LAYOUTS:
        raise TrainingError(f'There is no layout "{layout}"', remedy=f"Choose one of: {', '.join(LAYOUTS)}")
    if not folder.is_dir():
        raise FolderError("This is not a folder", subject=folder)
    if not layout and options is not None and options.table is not None:
        layout = "dicom" if _mostly_dicom(folder) else "csv"
    return LAYOUTS[layout or detect(folder)]


def read_labelled(folder: Path, layout: str = "", options: Options | None = None) -> ImageTable:
    """Read a labelled folder, its layout found where none is named.

    Raises
    ------
    XraydeskError
        As `layout_of` and the importers say.
    """
    chosen = layout_of(folder, layout, options)
    if options is None or not (options.columns or options.table):
        return chosen.read(folder)
    if chosen.read_with is None:
        raise TrainingError(f'The layout "{chosen.name}" has no table whose columns could be named', subject=folder)
    return chosen.read_with(folder, options)


def of_split(table: ImageTable, split: str) -> ImageTable:
    """Return the images of one split; TrainingError where it has none."""
    rows = [i for i, image in enumerate(table.images) if image.split == split]
    if not rows:
        there = ", ".join(sorted({image.split for image in table.images} - {""})) or "none"
        raise TrainingError(f'No image belongs to the split "{split}"', remedy=f"Splits that are there: {there}")
    return replace(table.subset(rows), left_out=table.left_out)


def _read_kermany(folder: Path) -> ImageTable:
    """Read all splits that are there, the official test part among them."""
    table = ImageTable(())
    for split, _ in parts_with_classes(folder):
        part = read_kermany(folder, (split,))
        images = tuple(replace(image, split=split, patient=image.patient.lstrip("/"), study=image.study.lstrip("/"))
                       for image in part.images)  # fmt: skip
        table = table + ImageTable(images, part.left_out)
    return table


def _is_mura(folder: Path) -> bool:
    """Look for a study folder a few levels down."""
    level = [folder]
    for _ in range(5):
        if any(_MURA_FOLDER.fullmatch(f.name) for f in level):
            return True
        level = list(islice((f for one in level for f in folders_in(one)), 200))
    return False


def _class_folders(folder: Path) -> list[Path]:
    return [f for _, part in parts_with_classes(folder) for f in folders_in(part) if images_below(f)]


def _is_graded(folder: Path) -> bool:
    """Ask for folders named by numbers, one of them 2 or more: 0 and 1 alone are a no and a yes."""
    grades = {int(f.name) for f in _class_folders(folder) if f.name.isdecimal()}
    return len(grades) > 1 and max(grades) > 1


def _is_kermany(folder: Path) -> bool:
    """Ask for both classes and names of its scheme only; with other names it is a folder per class."""
    classes = _class_folders(folder)
    if {f.name for f in classes} != {"NORMAL", "PNEUMONIA"}:
        return False
    return all(_KERMANY_NAME.match(p.name) for f in classes for p in f.iterdir() if is_image(p))


def _is_folder_per_class(folder: Path) -> bool:
    if _is_mura(folder) or _is_graded(folder) or _is_kermany(folder) or tables_in(folder):
        return False
    return len({f.name.lower() for f in _class_folders(folder)}) > 1


def _is_dicom_tree(folder: Path) -> bool:
    return _has_table(folder) and _mostly_dicom(folder)


def _is_csv(folder: Path) -> bool:
    return _has_table(folder) and not _mostly_dicom(folder)


def _has_table(folder: Path) -> bool:
    """Ask for a table of no layout of its own."""
    return bool(tables_in(folder)) and nih.entry_file(folder) is None and not is_listed(folder)


def _mostly_dicom(folder: Path) -> bool:
    """Tell whether more files are DICOM by name or by their magic word than pictures."""
    files = [p for p in islice(folder.rglob("*"), _MOST_LOOKED_AT) if p.is_file()]
    pictures = sum(is_image(p) and p.suffix.lower() != ".dcm" for p in files)
    others = [p for p in files if not is_image(p) or p.suffix.lower() == ".dcm"]
    return sum(p.suffix.lower() == ".dcm" or _has_magic(p) for p in others) > pictures


def _has_magic(path: Path) -> bool:
    """Tell a DICOM file by its preamble (PS3.10 section 7.1)."""
    try:
        with path.open("rb") as file:
            return file.read(132)[128:] == b"DICM"
    except OSError:
        return False


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout("mura", "XR_REGION/patient/study_positive", _is_mura, read_mura),
        Layout("nih", "Data_Entry_2017.csv with images", lambda f: nih.entry_file(f) is not None, nih.read_nih),
        Layout("listed", "desk-films.csv names films anywhere", is_listed, read_listed),
        Layout("kermany", f"NORMAL and PNEUMONIA, label {kermany.LABEL}", _is_kermany, _read_kermany),
        Layout("graded", "folders 0, 1, 2 ...", _is_graded, read_graded),
        Layout("dicom", "DICOM files and a CSV table", _is_dicom_tree, read_dicom_tree,
               lambda f, o: read_dicom_tree(f, o.columns, o.table)),
        Layout("csv", "images and a CSV table", _is_csv, read_csv_table,
               lambda f, o: read_csv_table(f, o.columns, o.table)),
        Layout("folders", "a folder for each class", _is_folder_per_class, read_folder_per_class),
    )
}  # fmt: skip
