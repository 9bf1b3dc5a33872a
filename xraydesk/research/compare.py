"""Two models, or a model and readers, on the same cases: is the difference more than chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from xraydesk.evaluation.classification import Confusion, confusion
from xraydesk.evaluation.comparison import McNemar, PairedAreas, mcnemar, paired_delong, paired_difference
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson
from xraydesk.research.readings import ABNORMAL, NORMAL
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import Said, Subject, said_by
from xraydesk.research.why import Why


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two on the cases in common."""

    subject: Subject
    counts: Confusion

    @property
    def sensitivity(self) -> Interval:
        """With Wilson's interval."""
        return wilson(self.counts.true_positive, self.counts.true_positive + self.counts.false_negative)

    @property
    def specificity(self) -> Interval:
        """With Wilson's interval."""
        return wilson(self.counts.true_negative, self.counts.true_negative + self.counts.false_positive)


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
    kinds = np.unique(truth.value[scored])
    return Comparison(
        int(both.sum()),
        int(labels.sum()),
        Side(first, confusion(labels, said)),
        Side(second, confusion(labels, against)),
        mcnemar(labels, said, against),
        mcnemar(labels[labels], said[labels], against[labels]),
        mcnemar(labels[~labels], said[~labels], against[~labels]),
        paired_difference(said[labels] == ABNORMAL, against[labels] == ABNORMAL),
        paired_difference(said[~labels] == NORMAL, against[~labels] == NORMAL),
        paired_delong(truth.value[scored], one.score[scored], other.score[scored]) if len(kinds) == 2 else None,
        int(scored.sum()),
        Why.NOTHING if len(kinds) == 2 else Why.NO_NORMAL if kinds[0] == ABNORMAL else Why.NO_ABNORMAL,
    )


def _yes_or_no(said: Said) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.asarray((said.answer == NORMAL) | (said.answer == ABNORMAL))


def _nothing(why: Why) -> Comparison:
    return Comparison(0, 0, None, None, None, None, None, None, None, None, 0, why)
