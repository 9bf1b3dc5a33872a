"""Which pictures make a study.

DICOM files belong together by StudyInstanceUID. PNG, JPEG and TIFF files have none:

1. A folder named as MURA names studies (``study1_positive``) is one study.
2. Knees named ``9000296L`` and ``9000296R`` are one study of that patient, wherever the two files lie.
3. Another folder below the opened one is one study where its few files are plainly views of one thing: they are named
   by a bare counter or letter, by a view (``image1``, ``lateral``), or by the folder's own name and a counter.
4. Every other file is a study of its own: a flat folder named by patient, a folder per class, the opened folder.

To take two patients for one would hide the second behind the first, and to take one for two costs a line in the list,
so whatever is in doubt falls under 4.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from xraydesk.imaging.naming import MURA_STUDY, OAI_KNEE
from xraydesk.imaging.study import Instance, Study

_MOST_VIEWS = 12  # a radiographic study has rarely more
_VIEW = re.compile(
    r"(image|img|im|view|film|xray|x-ray|radiograph|frontal|lateral|front|side|lat|ap|pa|ll|rl|oblique|obl|axial|"
    r"left|right|l|r|[a-z])?[ _.-]*(\d{1,2})?",
    re.IGNORECASE,
)
# folders that sort patients by class, split or set, never one patient's films
_CLASS = re.compile(
    r"\d|normal\w*|abnormal\w*|healthy|finding\w*|no.?finding\w*|pneumonia|tb|tuberculosis|covid\w*|positive|negative|"
    r"train\w*|val\w*|test\w*|images?|films?|data\w*|x-?rays?|inbox|incoming|export\w*|png|jpe?g|tiff?|dicom",
    re.IGNORECASE,
)


Stems = dict[Path, set[str]]  # folder -> the names, without their ends, of the PNG, JPEG and TIFF files in it


def group(instances: Iterable[Instance], folder: Path, beside: Stems | None = None) -> tuple[Study, ...]:
    """Return the studies in order of arrival, then of name; instances in order of number, path and frame.

    Parameters
    ----------
    instances
        Everything found below ``folder``.
    folder
        The opened folder; names of studies are made from paths below it.
    beside
        Names of files that were grouped before and lie beside these; the new ones are added.
    """
    found = list(instances)
    names = add_stems(found, {} if beside is None else beside)
    by_study: dict[str, list[Instance]] = defaultdict(list)
    for instance in found:
        by_study[_study_id(instance, folder, names)].append(instance)
    studies = [Study(name, tuple(sorted(members, key=_place))) for name, members in by_study.items()]
    return tuple(sorted(studies, key=lambda study: (study.arrived, study.study_id)))


def _place(instance: Instance) -> tuple[float, str, int]:
    number = instance.header.number
    return (float("inf") if number is None else number, str(instance.path), instance.frame)


def add_stems(instances: Iterable[Instance], stems: Stems) -> Stems:
    """Add the names of files that have no StudyInstanceUID to those of their folders."""
    for instance in instances:
        if instance.kind != "dicom":
            stems.setdefault(instance.path.parent, set()).add(instance.path.stem)
    return stems


def _study_id(instance: Instance, folder: Path, stems: Stems) -> str:
    path, parent = instance.path, instance.path.parent
    if instance.kind == "dicom":
        return instance.header.study_uid or _name(path, folder)
    if knee := OAI_KNEE.fullmatch(path.stem):
        return f"knees {knee[1]}"
    if MURA_STUDY.fullmatch(parent.name) or (parent != folder and _views_of_one(parent.name, stems[parent])):
        return _name(parent, folder)
    return _name(path, folder)


def _views_of_one(folder: str, stems: set[str]) -> bool:
    if len(stems) > _MOST_VIEWS or _CLASS.fullmatch(folder):
        return False
    return all(_VIEW.fullmatch(stem) or _VIEW.fullmatch(stem.removeprefix(folder).lstrip(" _.-")) for stem in stems)


def _name(path: Path, folder: Path) -> str:
    """Return the path below the opened folder, POSIX style, in valid Unicode: it goes into JSON and the database."""
    name = path.relative_to(folder).as_posix() if path != folder else folder.name
    return os.fsencode(name).decode("utf-8", "backslashreplace")
