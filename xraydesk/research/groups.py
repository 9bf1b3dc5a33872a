"""Figures by what the header says: body part, view, age band, sex, maker. Small groups are marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.predictive import SMALL, Performance
from xraydesk.research.cases import Cases, Words
from xraydesk.research.performance import Choice, Ranking, counted, one_class, ranking
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import Judged, Kind, Subject, judged, said_by
from xraydesk.research.why import Why

AGE_BANDS = ("0-1", "1-6", "6-18", "18-40", "40-65", "65+")
_AGE_EDGES = (1, 6, 18, 40, 65)  # the upper one of a band is not part of it


class By(StrEnum):
    """What the cases are divided by."""

    BODY_PART = "body part"
    VIEW = "view"
    AGE = "age"
    SEX = "sex"
    MAKER = "maker"


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The figures of one group; ``value`` is "" where the header does not say."""

    value: str
    n: int
    figures: Performance | None
    ranking: Ranking
    why: Why

    @property
    def small(self) -> bool:
        """True where fewer than `SMALL` abnormal or fewer than `SMALL` other cases make the figures hardly ones."""
        return self.figures is None or self.figures.small


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """One subject's figures, group by group; the largest first, ages in their order."""

    subject: Subject
    by: By
    groups: tuple[Group, ...]
    fewest: int = SMALL


def groups_of(scene: Scene, subject: Subject, by: By, choice: Choice | None = None) -> Groups:
    """Return a subject's figures in each group of the cases it judged and whose truth is known.

    KeyError for a model or reader that is not there.
    """
    said, choice = said_by(scene, subject), choice or Choice()
    kept, values = judged(scene, said), values_of(scene.cases, by)
    found = []
    for value in _in_order(values[kept.rows], by):
        part = Judged(kept.rows & (values == value))
        figures = counted(scene, said, part, choice)
        ranked = ranking(scene, said, values == value, probability=subject.kind is Kind.MODEL)
        found.append(Group(value, figures.n, figures, ranked, one_class(figures)))
    return Groups(subject, by, tuple(found))


def values_of(cases: Cases, by: By) -> Words:
    """Return what each case is by a division, "" where the header does not say; shape (n,)."""
    if by is By.AGE:
        return age_bands(cases.ages)
    columns = {
        By.BODY_PART: cases.body_parts, By.VIEW: cases.views, By.SEX: cases.sexes, By.MAKER: cases.manufacturers,
    }  # fmt: skip
    return columns[by]


def age_bands(ages: NDArray[np.float64]) -> Words:
    """Return the band of each age in years, "" for NaN; a first birthday belongs to "1-6"."""
    names = np.array([*AGE_BANDS, ""])
    place = np.searchsorted(_AGE_EDGES, ages, side="right")
    return np.asarray(names[np.where(np.isnan(ages), len(AGE_BANDS), place)])


def _in_order(values: Words, by: By) -> list[str]:
    names, counts = np.unique(values, return_counts=True)
    if by is By.AGE:
        return [name for name in (*AGE_BANDS, "") if name in names]
    return [str(names[n]) for n in np.argsort(-counts, kind="stable")]
