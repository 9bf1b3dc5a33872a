"""The paediatric chest set of Guangzhou (Kermany, Zhang, Goldbaum 2018, Mendeley Data rscbjbr9sj).

Layout: ``<split>/NORMAL`` and ``<split>/PNEUMONIA``. Names: ``person<N>_bacteria_<M>``, ``person<N>_virus_<M>``,
``IM-<N>-<M>...`` and ``NORMAL2-IM-<N>-<M>...``. N counts patients anew in each split and kind.
"""

from __future__ import annotations

import re
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.table import ImageTable, LabelledImage

LABEL = "pneumonia"
_NAME = re.compile(r"^(?:(?P<person>person)(?P<p>\d+)_(?P<germ>bacteria|virus)|(?P<kind>NORMAL2-IM|IM)-(?P<n>\d+))")
_CLASSES = {"NORMAL": 0, "PNEUMONIA": 1}


def read_kermany(root: Path, splits: tuple[str, ...] = ("train", "val")) -> ImageTable:
    """Read the named splits under ``root``.

    A patient's key holds the split, so the same number in two splits is taken for two patients, as the source says;
    bacterial and viral films of one number count as one patient, to be on the safe side.

    Raises
    ------
    TrainingError
        Where no split has a class folder.
    """
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for split in splits:
        for name, value in _CLASSES.items():
            for path in sorted((root / split / name).glob("*")):
                match = _NAME.match(path.name)
                if match is None:
                    left_out.append((path, "the file name is not of this set's scheme, so its patient is not known"))
                    continue
                images.append(_image(path, split, value, match))
    if not images:
        raise TrainingError(
            "No NORMAL or PNEUMONIA folder with images is here",
            subject=root,
            remedy="Choose the folder that holds train/NORMAL and train/PNEUMONIA",
        )
    return ImageTable(tuple(images), tuple(left_out))


def _image(path: Path, split: str, value: int, match: re.Match[str]) -> LabelledImage:
    number = match["p"] or match["n"]
    kind = match["person"] or match["kind"]
    patient = f"{split}/{kind}{int(number)}"
    source = match["germ"] or match["kind"]
    return LabelledImage(path, {LABEL: value}, patient, study=patient, source=source, view="AP")
