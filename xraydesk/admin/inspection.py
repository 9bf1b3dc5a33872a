"""What training data are, before anything is learnt from them: counts, problems, cues. No picture is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.admin.cue_figures import Cue, cues_of
from xraydesk.admin.data import DataSource, read_source
from xraydesk.admin.film_look import FilmLook
from xraydesk.admin.looks import Looked, Progress, look_over
from xraydesk.admin.problems import Problem, problems_of
from xraydesk.admin.usable import Usable, usable
from xraydesk.research.groups import AGE_BANDS, age_bands
from xraydesk.training.importers.folder_per_class import LABEL
from xraydesk.training.prepare import the_label
from xraydesk.training.table import LabelledImage


class By(StrEnum):
    """What the films are divided by."""

    LABEL = "label"
    BODY_PART = "body part"
    VIEW = "view"
    AGE = "age"
    SEX = "sex"
    MAKER = "device maker"
    FILE_TYPE = "file type"
    SOURCE = "source"
    PART = "part of the data set"


@dataclass(frozen=True, slots=True)
class Share:
    """One value of a division; "" is not known."""

    value: str
    films: int
    patients: int
    abnormal: int


@dataclass(frozen=True, slots=True, eq=False)
class Inspection:
    """What was found; rows are places in ``looked``. Films left out by a person are in no figure."""

    looked: Looked
    label: str
    used: Usable
    divisions: dict[By, tuple[Share, ...]]
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]  # the gravest first

    @property
    def films(self) -> int:
        """How many films a run would learn from."""
        return len(self.used.rows)

    @property
    def abnormal(self) -> int:
        """How many of them are abnormal."""
        return int(self.used.labels.sum())

    @property
    def patients(self) -> int:
        """How many people they are of."""
        return len({self.looked.table.images[row].patient for row in self.used.rows})


def look_into(source: DataSource, kept: Path, progress: Progress | None = None) -> tuple[Looked, str]:
    """Read a source and look at every film; return the looks and the label to learn.

    Raises
    ------
    XraydeskError
        As the importers do, or `Cancelled`.
    """
    table = read_source(source)
    label = the_label(table, source.label or LABEL, asked=bool(source.label))
    return look_over(table, source.folder, kept, progress), label


def inspect(looked: Looked, label: str, excluded: Collection[str] = ()) -> Inspection:
    """Return what the films are, without those whose keys are in ``excluded``."""
    used = usable(looked, label, frozenset(excluded))
    looks = [looked.looks[row] for row in used.rows]
    cues = cues_of(looks, used.labels)
    return Inspection(looked, label, used, _divisions(looked, used), cues, problems_of(looked, label, used, cues))


def _divisions(looked: Looked, used: Usable) -> dict[By, tuple[Share, ...]]:
    images = [looked.table.images[row] for row in used.rows]
    looks = [looked.looks[row] for row in used.rows]
    ages = np.array([_age(image, look) for image, look in zip(images, looks, strict=True)], np.float64)
    values: dict[By, Iterable[str]] = {
        By.LABEL: map(str, used.values.tolist()),
        By.BODY_PART: (image.group or look.body_part for image, look in zip(images, looks, strict=True)),
        By.VIEW: (image.view or look.view for image, look in zip(images, looks, strict=True)),
        By.AGE: age_bands(ages).tolist(),
        By.SEX: (image.sex or look.sex for image, look in zip(images, looks, strict=True)),
        By.MAKER: (look.maker for look in looks),
        By.FILE_TYPE: (look.file_type for look in looks),
        By.SOURCE: (image.source for image in images),
        By.PART: (image.split for image in images),
    }
    patients = [image.patient for image in images]
    return {by: _shares(by, list(found), patients, used.labels) for by, found in values.items()}


def _shares(by: By, values: Sequence[str], patients: Sequence[str], labels: NDArray[np.int64]) -> tuple[Share, ...]:
    people: dict[str, set[str]] = {}
    ill: Counter[str] = Counter()
    for value, patient, label in zip(values, patients, labels.tolist(), strict=True):
        people.setdefault(value, set()).add(patient)
        ill[value] += label
    shares = [Share(value, count, len(people[value]), ill[value]) for value, count in Counter(values).most_common()]
    if by is By.AGE:
        order = {band: place for place, band in enumerate((*AGE_BANDS, ""))}
        return tuple(sorted(shares, key=lambda share: order[share.value]))
    return tuple(sorted(shares, key=lambda share: share.value)) if by is By.LABEL else tuple(shares)


def _age(image: LabelledImage, look: FilmLook) -> float:
    age = look.age_years if image.age_years is None else image.age_years
    return np.nan if age is None else age
