"""Site calibration: does what the card promises hold here, and what would hold, from a random sample that was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import hypot

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.evaluation.calibration import platt, sigmoid
from xraydesk.evaluation.discrimination import Interval, auroc
from xraydesk.evaluation.operating_points import ThresholdResult, at_threshold, rule_in, rule_out, youden
from xraydesk.evaluation.predictive import SMALL
from xraydesk.evaluation.sample_size import for_lower_bound
from xraydesk.inference.card import Label, ModelCard, OperatingPoint, Platt, PointName, PointsKind, Rate
from xraydesk.inference.grades import scale_of
from xraydesk.research.archive import Archive
from xraydesk.research.points import NAMES, TARGET, PointsStudy, evidence_of, keep, point_of, study_of
from xraydesk.research.sampling import Sample, progress_of, rows_of
from xraydesk.research.scene import Scene
from xraydesk.research.why import Why

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Targets:
    """What the new points must meet, and where the default point comes from."""

    sensitivity: float = TARGET  # lower 95 % bound at the rule-out point
    specificity: float = TARGET  # lower 95 % bound at the rule-in point
    keep_default: bool = False  # the card's, at the same output of the network; else Youden's


class Holds(StrEnum):
    """How what a point gives here compares with what the card promises."""

    HOLDS = "holds"  # the 95 % interval of the difference holds 0
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the card's points: promised on validation, and found here."""

    name: str
    promised: OperatingPoint
    here: ThresholdResult

    @property
    def sensitivity(self) -> Holds:
        """Whether the sensitivity holds."""
        return _holds(self.promised.sensitivity, self.here.sensitivity)

    @property
    def specificity(self) -> Holds:
        """Whether the specificity holds."""
        return _holds(self.promised.specificity, self.here.specificity)


@dataclass(frozen=True, slots=True, eq=False)
class SiteResult:
    """What a sample says of a model at this site."""

    study: PointsStudy  # the sample's studies that were read
    unread: int  # of the sample
    seen: int  # of those read: the model's answer was in sight when they were judged first, so not blind
    compared: tuple[Compared, ...]  # the card's points
    labels: tuple[Label, ...]  # with the calibration and points derived here
    recalibrated: bool  # False for a model for grades: its outputs belong together, only the thresholds move

    @property
    def holds(self) -> bool:
        """Whether no point gives less here than the card promises."""
        return all(Holds.LOWER not in (point.sensitivity, point.specificity) for point in self.compared)


def derive(scene: Scene, sample: Sample, targets: Targets | None = None) -> SiteResult:
    """Compare the card's points with what they give on the sample, and derive calibration and points anew.

    The curve is fitted with every study weighing the same: a probability then is the share of the abnormal among this
    site's studies that look so to the model.

    Parameters
    ----------
    scene
        Whose standard of truth is taken.
    sample
        From `sampling.sample_of`; studies that nobody drew do not count.
    targets
        What the new points must meet.

    Raises
    ------
    XraydeskError
        The sample is too small or of one class, the model ranks it no better than chance, or no threshold meets the
        target.
    """
    wanted = targets or Targets()
    study, progress = _read(scene, sample), progress_of(scene, sample)
    card = study.card
    graded = scale_of(label.name for label in card.labels) is not None
    given = card.given_labels[0]
    curve = given.calibration if graded else Platt(*platt(study.truth, study.logit))
    points = _points(study, given, curve, wanted)
    labels = (replace(given, calibration=curve, operating_points=points), *card.given_labels[1:])
    before = probability(study.logit, given.calibration)
    compared = tuple(
        Compared(point.name, point, at_threshold(study.truth, before, point.threshold))
        for point in given.operating_points
        if point.name in NAMES
    )
    unread = progress.drawn - progress.read
    return SiteResult(study, unread, progress.seen, compared, labels, recalibrated=not graded)


def keep_for_site(archive: Archive, result: SiteResult, author: str, reason: str) -> ModelCard:
    """Keep what was derived as this site's version; return the card with it. StoreError where nothing was kept."""
    evidence = evidence_of(
        result.study,
        unread=result.unread,
        not_blind=result.seen,
        auroc=auroc(result.study.truth, result.study.logit),
        card_here={
            point.name: {"sensitivity": _list(point.here.sensitivity), "specificity": _list(point.here.specificity)}
            for point in result.compared
        },
    )
    return keep(archive, result.study.card, PointsKind.SITE, result.labels, author, reason, evidence)


def probability(logit: Numbers, calibration: Platt) -> Numbers:
    """Return calibrated probabilities of logits."""
    return sigmoid(calibration.slope * logit + calibration.offset)


def _read(scene: Scene, sample: Sample) -> PointsStudy:
    """Return the sample's studies of which the truth is known, where there are enough of both kinds."""
    if not sample.study_ids:
        raise XraydeskError("No sample was drawn yet", remedy="Draw one first")
    drawn = np.zeros(len(scene.cases), bool)
    drawn[rows_of(scene, sample)] = True
    study = study_of(replace(scene, truth=replace(scene.truth, value=np.where(drawn, scene.truth.value, np.nan))))
    if isinstance(study, Why):
        raise XraydeskError(study.value, remedy="Read the studies of the sample first")
    normal = len(study.truth) - study.abnormal
    if min(study.abnormal, normal) < SMALL:
        raise XraydeskError(
            f"The sample is too small: {study.abnormal} of those read are abnormal and {normal} normal, "
            f"and {SMALL} of each are the least that says anything",
            remedy="Read more of the sample, or draw more studies",
        )
    if not auroc(study.truth, study.logit) > 0.5:
        raise XraydeskError(
            "The model ranks the studies of this sample no better than chance, so that no threshold helps",
            remedy="Do not use the model here",
        )
    return study


def _points(study: PointsStudy, given: Label, curve: Platt, wanted: Targets) -> tuple[OperatingPoint, ...]:
    p = probability(study.logit, curve)
    low = rule_out(study.truth, p, wanted.sensitivity)
    high = rule_in(study.truth, p, wanted.specificity)
    if low is None:
        raise _unreachable("sensitivity", wanted.sensitivity, study.abnormal, "abnormal")
    if high is None:
        raise _unreachable("specificity", wanted.specificity, len(study.truth) - study.abnormal, "normal")
    bottom, top = sorted((low.threshold, high.threshold))  # a net this good may meet both with one to spare
    middle = _same_output(given, curve) if wanted.keep_default else youden(study.truth, p).threshold
    named = {PointName.RULE_OUT: bottom, PointName.DEFAULT: min(max(middle, bottom), top), PointName.RULE_IN: top}
    return tuple(point_of(name, at_threshold(study.truth, p, threshold)) for name, threshold in named.items())


def _same_output(given: Label, curve: Platt) -> float:
    """Return the probability by a new curve of the output at which the card's default threshold lies."""
    old, threshold = given.calibration, given.point(PointName.DEFAULT).threshold
    clipped = float(np.clip(threshold, 1e-9, 1 - 1e-9))
    logit = (np.log(clipped / (1 - clipped)) - old.offset) / old.slope
    return float(sigmoid(curve.slope * logit + curve.offset))


def _unreachable(figure: str, target: float, count: int, kind: str) -> XraydeskError:
    least = for_lower_bound(1.0, target)
    what = f"No threshold's lower bound of {figure} reaches {100 * target:g} % on the {kind} studies ({count})"
    if count < least:
        return XraydeskError(what, remedy=f"Read until at least {least} {kind} studies are known, or ask for less")
    return XraydeskError(what, remedy="Ask for less; the model cannot do it here")


def _holds(promised: Rate, here: Interval) -> Holds:
    """Compare two shares of different studies by the interval of their difference (Newcombe 1998b, method 10)."""
    difference = here.value - promised.value
    low = difference - hypot(here.value - here.low, promised.high - promised.value)
    high = difference + hypot(here.high - here.value, promised.value - promised.low)
    if high < 0:
        return Holds.LOWER
    return Holds.HIGHER if low > 0 else Holds.HOLDS


def _list(interval: Interval) -> list[float]:
    return [interval.value, interval.low, interval.high]
