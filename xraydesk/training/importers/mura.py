"""Limb films of Stanford (MURA, Rajpurkar et al. 2018).

Layout: ``<split>/XR_<REGION>/patient<N>/study<M>_<positive|negative>/image<K>.png``. A study is a folder and has one
answer. A patient's number means the same person in every region.
"""

from __future__ import annotations

import re
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.importers.reading import ANOTHER_FOLDER, IMAGE_SUFFIXES, is_image
from xraydesk.training.table import ImageTable, LabelledImage

LABEL = "abnormal"
_PATH = re.compile(
    r"(?:^|/)(?:(?P<split>train|valid|test)/)?XR_(?P<region>[A-Z]+)/(?P<patient>patient\w+)/"
    r"(?P<study>study\w+?)_(?P<answer>positive|negative)/[^/]+$"
)


def read_mura(root: Path) -> ImageTable:
    """Read every film below ``root``; ``group`` is the region ("wrist"), ``study`` the study's folder.

    Raises
    ------
    TrainingError
        Where no film lies in a study folder of this layout.
    """
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for path in sorted(p for p in root.rglob("*") if p.suffix.lower() in IMAGE_SUFFIXES):
        found = _PATH.search(path.as_posix())
        if not is_image(path):
            left_out.append((path, "a helper file of a Mac, no image"))
        elif found is None:
            left_out.append((path, "not in a folder XR_REGION/patient/study_positive or study_negative"))
        else:
            images.append(_image(path, found))
    if not images:
        raise TrainingError(
            "No study folder of the MURA layout is here (XR_WRIST/patient00001/study1_positive)",
            subject=root,
            remedy=ANOTHER_FOLDER,
        )
    return ImageTable(tuple(images), tuple(left_out))


def _image(path: Path, found: re.Match[str]) -> LabelledImage:
    region = found["region"].lower()
    return LabelledImage(
        path,
        {LABEL: int(found["answer"] == "positive")},
        patient=found["patient"],
        study="/".join((found["split"] or "", region, found["patient"], found["study"])).lstrip("/"),
        source="MURA",
        split=found["split"] or "",
        group=region,
    )
