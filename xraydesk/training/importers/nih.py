"""Chest films of the NIH Clinical Center (ChestX-ray14, Wang et al. 2017; 8 findings at first, then 14).

Layout: ``Data_Entry_2017*.csv`` beside ``images*/**/*.png``; where present ``train_val_list.txt``, ``test_list.txt``
(the official split, by patient) and ``BBox_List_2017.csv``. "No Finding" is healthy: "abnormal" is any finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from xraydesk.errors import TrainingError
from xraydesk.training.importers.reading import (
    ANOTHER_FOLDER,
    age_in_years,
    images_below,
    read_rows,
    sex_letter,
    whole,
)
from xraydesk.training.table import Box, ImageTable, LabelledImage

LABEL = "abnormal"
NO_FINDING = "No Finding"
FINDINGS_8 = (
    "Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule", "Pneumonia", "Pneumothorax",
)  # fmt: skip
FINDINGS_14 = (*FINDINGS_8, "Consolidation", "Edema", "Emphysema", "Fibrosis", "Pleural_Thickening", "Hernia")
_OTHER_NAMES = {"Infiltrate": "Infiltration"}  # as BBox_List spells it
_LISTS = {"train_val": "train_val_list.txt", "test": "test_list.txt"}


def entry_file(root: Path) -> Path | None:
    """Return the table of all images, None where there is none."""
    return next(iter(sorted(root.glob("Data_Entry_2017*.csv"))), None)


def read_nih(root: Path, findings: Sequence[str] = FINDINGS_14) -> ImageTable:
    """Read the films that are there; labels are "abnormal" and each of ``findings`` in lower case.

    ``study`` is a patient's visit (follow-up number), ``split`` the official one, "train_val" or "test".

    Raises
    ------
    TrainingError
        Where the table is missing or lacks a column, or none of its images is there.
    """
    table = entry_file(root)
    if table is None:
        raise TrainingError("No Data_Entry_2017*.csv is here", subject=root, remedy=ANOTHER_FOLDER)
    files = {path.name: path for path in images_below(root)}
    splits, boxes = _official_split(root), _boxes(root)
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for row in _entries(table):
        name = row["Image Index"]
        path = files.pop(name, None)
        if path is None:
            left_out.append((root / name, f"{table.name} names it, and it is not there"))
            continue
        images.append(replace(_image(path, row, findings), split=splits.get(name, ""), boxes=tuple(boxes[name])))
    left_out += [(path, f"{table.name} has no line for it") for path in files.values()]
    if not images:
        raise TrainingError(f"None of the images that {table.name} names is here", subject=root)
    return ImageTable(tuple(images), tuple(left_out))


def split_patients(table: ImageTable, shares: Mapping[str, float], seed: int = 0) -> ImageTable:
    """Return the table with ``split`` drawn anew, whole patients at a time.

    Parameters
    ----------
    table
        Any table.
    shares
        Part of the patients for each split, such as ``{"train": 0.72, "test": 0.2, "validation": 0.08}``.
    seed
        The same seed and patients give the same split.
    """
    patients = sorted({image.patient for image in table.images})
    order = np.random.default_rng(seed).permutation(len(patients))
    ends = np.cumsum(list(shares.values())) / sum(shares.values()) * len(patients)
    names = list(shares)
    of = {patients[i]: names[int(np.searchsorted(ends, place, side="right"))] for place, i in enumerate(order)}
    return ImageTable(tuple(replace(image, split=of[image.patient]) for image in table.images), table.left_out)


def _entries(table: Path) -> list[dict[str, str]]:
    rows = read_rows(table)
    missing = {"Image Index", "Finding Labels", "Patient ID"} - set(rows[0])
    if missing:
        raise TrainingError(f"The table lacks the columns {', '.join(sorted(missing))}", subject=table)
    return rows


def _image(path: Path, row: dict[str, str], findings: Sequence[str]) -> LabelledImage:
    said = {_OTHER_NAMES.get(word.strip(), word.strip()) for word in row["Finding Labels"].split("|")}
    patient, follow_up = row["Patient ID"], whole(row.get("Follow-up #", ""))
    labels = {LABEL: int(bool(said - {NO_FINDING, ""})), **{name.lower(): int(name in said) for name in findings}}
    return LabelledImage(
        path,
        labels,
        patient=patient,
        study=f"{patient}/{path.stem if follow_up is None else follow_up}",
        source="NIH",
        view=row.get("View Position", "").upper(),
        age_years=age_in_years(row.get("Patient Age", "")),
        sex=sex_letter(row.get("Patient Gender", row.get("Patient Sex", ""))),
        follow_up=follow_up,
    )


def _official_split(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for split, name in _LISTS.items():
        file = root / name
        if file.is_file():
            found |= dict.fromkeys(file.read_text("utf-8-sig").split(), split)
    return found


def _boxes(root: Path) -> dict[str, list[Box]]:
    """Read the boxes: the header names one column "Bbox [x", the numbers stand in that and the next three."""
    boxes: dict[str, list[Box]] = defaultdict(list)
    for file in sorted(root.glob("BBox_List*.csv")):
        for row in read_rows(file):
            name, label, *cells = row.values()
            numbers = [float(cell) for cell in cells if _is_number(cell)]
            if len(numbers) >= 4:
                boxes[name].append(Box(_OTHER_NAMES.get(label, label).lower(), *numbers[:4]))
    return boxes


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
