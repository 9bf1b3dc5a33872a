"""Folders named by a grade, 0 to 4: knees by Kellgren and Lawrence (Chen 2018, Mendeley Data 56rmx5bjcr).

Layout: ``<split>/<grade>/<7-digit patient><L|R>.<suffix>``, or without split folders. Both knees of a patient are one
study. Other names are taken, too: then each file is its own patient.
"""

from __future__ import annotations

import re
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.importers.reading import ANOTHER_FOLDER, folders_in, images_below, parts_with_classes
from xraydesk.training.table import ImageTable, LabelledImage

GRADE, LABEL = "grade", "abnormal"
_NAME = re.compile(r"^(?P<patient>\d{7})(?P<side>[LR])")
_SIDES = {"L": "left", "R": "right"}


def read_graded(root: Path, positive_from: int = 2) -> ImageTable:
    """Read all grades below ``root``: label "grade", and "abnormal" from the grade given on.

    Parameters
    ----------
    root
        Holds the grade folders, or split folders that hold them.
    positive_from
        The least grade that is abnormal: 2 for radiographic osteoarthritis (Kellgren and Lawrence 1957).

    Raises
    ------
    TrainingError
        Where no folder is named by a grade, or none holds an image.
    """
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for split, part in parts_with_classes(root):
        for folder in folders_in(part):
            if not folder.name.isdecimal():
                left_out.append((folder, "the folder is not named by a grade"))
                continue
            grade = int(folder.name)
            labels = {GRADE: grade, LABEL: int(grade >= positive_from)}
            images += [_image(path, root, split, labels) for path in images_below(folder)]
    if not images:
        raise TrainingError("No folder 0, 1, 2 ... with images is here", subject=root, remedy=ANOTHER_FOLDER)
    return ImageTable(tuple(images), tuple(left_out))


def _image(path: Path, root: Path, split: str, labels: dict[str, int]) -> LabelledImage:
    found = _NAME.match(path.name)
    patient = found["patient"] if found else path.relative_to(root).with_suffix("").as_posix()
    side = _SIDES[found["side"]] if found else ""
    return LabelledImage(path, labels, patient, study=patient, source="graded", split=split, group=side)
