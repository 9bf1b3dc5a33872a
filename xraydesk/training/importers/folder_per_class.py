"""A folder for each class: ``<class>/...`` or ``<split>/<class>/...``.

A class called normal, healthy, negative, "no finding" or the like is the one without findings; every other folder's
name is a finding, and "abnormal" is any of them.
"""

from __future__ import annotations

import re
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.importers.reading import ANOTHER_FOLDER, folders_in, images_below, parts_with_classes
from xraydesk.training.table import ImageTable, LabelledImage

LABEL = "abnormal"
NORMAL = frozenset(
    {"0", "normal", "healthy", "negative", "no finding", "nofinding", "control", "controls", "no", "none"}
)


def read_folder_per_class(root: Path) -> ImageTable:
    """Read all classes below ``root``; labels are one 0 or 1 a class, and "abnormal" where a class is the normal one.

    Each file is its own patient and study, unless the class folder holds folders: then each of those is one.

    Raises
    ------
    TrainingError
        Where fewer than two class folders hold images, or one folder holds images of no class.
    """
    parts = parts_with_classes(root)
    classes = sorted({class_name(f) for _, part in parts for f in folders_in(part) if images_below(f)})
    if len(classes) < 2:
        raise TrainingError("Fewer than two class folders with images are here", subject=root, remedy=ANOTHER_FOLDER)
    left_out = [(p, "stands in no class folder") for _, part in parts for p in sorted(part.glob("*.*")) if p.is_file()]
    images = [
        LabelledImage(
            path, labels_of(class_name(folder), classes), _key(path, folder, root), _key(path, folder, root),
            source=class_name(folder), split=split,
        )
        for split, part in parts
        for folder in folders_in(part)
        for path in images_below(folder)
    ]  # fmt: skip
    return ImageTable(tuple(images), tuple(left_out))


def class_name(folder: Path) -> str:
    """Return the folder's name in lower case with single spaces: "No_Finding" is "no finding"."""
    return re.sub(r"[\s_-]+", " ", folder.name).strip().lower()


def labels_of(name: str, classes: list[str]) -> dict[str, int]:
    """Return the labels of an image of the class ``name``."""
    labels = {finding: int(finding == name) for finding in classes if finding not in NORMAL}
    if any(finding in NORMAL for finding in classes):
        labels[LABEL] = int(name not in NORMAL)
    return labels


def _key(path: Path, folder: Path, root: Path) -> str:
    """Return the first folder inside the class folder, else the file, from the root."""
    inside = path.relative_to(folder).parts
    one = folder / inside[0] if len(inside) > 1 else path.with_suffix("")
    return one.relative_to(root).as_posix()
