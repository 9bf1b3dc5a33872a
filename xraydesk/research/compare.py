"""Two models, or a model and readers, on the same cases: is the difference more than chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.classification import Confusion, confusion
from xraydesk.evaluation.comparison import McNemar, PairedAreas, mcnemar, paired_delong, paired_difference
from xraydesk.evaluation.discrimination import Interval
from xraydesk.research.agreement import patients_of
from xraydesk.research.performance import Choice, counted
from xraydesk.research.readings import ABNORMAL, NORMAL
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import Judged, Said, Subject, said_by
from xraydesk.research.why import Why


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two on the cases in common."""

    subject: Subject
    counts: Confusion
    sensitivity: Interval
    specificity: Interval


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two on the same cases. Where ``why`` says something there is no comparison, or no areas."""

    n: int  # cases both said yes or no to, and whose truth is known
    abnormal: int
    first: Side | None
    second: Side | None
    right: McNemar | None  # of right answers on all of them
    on_abnormal: McNemar | None  # of sensitivity
    on_normal: McNemar | None  # of specificity
    sensitivity: Interval | None  # of the first less that of the second, with Tango's interval
    specificity: Interval | None  # likewise
    areas: PairedAreas | None  # on the cases that both gave a score, ``scored`` of them
    scored: int
    by_patient: bool  # some patients have several studies: differences and p keep these together
    why: Why


def compare(scene: Scene, first: Subject, second: Subject) -> Comparison:
    """Compare two subjects by paired DeLong, McNemar and Tango; KeyError for a model or reader that is not there."""
    if first == second:
        return _nothing(Why.SAME)
    one, other = said_by(scene, first), said_by(scene, second)
    truth = scene.truth
    both = truth.known & _yes_or_no(one) & _yes_or_no(other)
    if not both.any():
        return _nothing(Why.NONE_IN_COMMON if truth.known.any() else Why.NO_TRUTH)
    labels, said, against = truth.value[both] == ABNORMAL, one.answer[both], other.answer[both]
    scored = truth.known & ~np.isnan(one.score) & ~np.isnan(other.score)
    kinds, patients = np.unique(truth.value[scored]), patients_of(scene.cases)
    owner = None if patients is None else patients[both]
    ill, well = (None, None) if owner is None else (owner[labels], owner[~labels])
    return Comparison(
        int(both.sum()),
        int(labels.sum()),
        _side(scene, first, one, both),
        _side(scene, second, other, both),
        mcnemar(labels, said, against, groups=owner),
        mcnemar(labels[labels], said[labels], against[labels], groups=ill),
        mcnemar(labels[~labels], said[~labels], against[~labels], groups=well),
        paired_difference(said[labels] == ABNORMAL, against[labels] == ABNORMAL, groups=ill),
        paired_difference(said[~labels] == NORMAL, against[~labels] == NORMAL, groups=well),
        paired_delong(
            truth.value[scored],
            one.score[scored],
            other.score[scored],
            groups=None if patients is None else patients[scored],
        )
        if len(kinds) == 2
        else None,
        int(scored.sum()),
        patients is not None,
        Why.NOTHING if len(kinds) == 2 else Why.NO_NORMAL if kinds[0] == ABNORMAL else Why.NO_ABNORMAL,
    )


def _side(scene: Scene, subject: Subject, said: Said, rows: NDArray[np.bool_]) -> Side:
    """Return what one said of some cases, with the intervals of the table of figures."""
    found = counted(scene, said, Judged(rows), Choice())
    return Side(subject, confusion(scene.truth.value[rows] == ABNORMAL, said.answer[rows]), found.sensitivity,
                found.specificity)  # fmt: skip


def _yes_or_no(said: Said) -> NDArray[np.bool_]:
    return np.asarray((said.answer == NORMAL) | (said.answer == ABNORMAL))


def _nothing(why: Why) -> Comparison:
    return Comparison(0, 0, None, None, None, None, None, None, None, None, 0, False, why)
