"""What a threshold does to this site's studies, and new versions of a model's operating points made from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.operating_points import ThresholdResult, at_threshold, rule_in, rule_out
from xraydesk.evaluation.threshold_study import AtThreshold, Sweep, sweep
from xraydesk.inference.card import Label, ModelCard, OperatingPoint, PointName, PointsKind, Rate
from xraydesk.research.archive import Archive
from xraydesk.research.scene import Scene
from xraydesk.research.why import Why
from xraydesk.store.operating import OperatingLog, PointsDraft, PointsVersion
from xraydesk.triage.operating import with_version

Flags = NDArray[np.bool_]
TARGET = 0.95  # of a lower bound, where nobody says another
NAMES = (PointName.RULE_OUT, PointName.DEFAULT, PointName.RULE_IN)


@dataclass(frozen=True, slots=True, eq=False)
class PointsStudy:
    """Studies that a model judged and of which the truth is known; arrays of shape (n,)."""

    card: ModelCard
    study_ids: NDArray[np.str_]
    truth: Flags
    score: NDArray[np.float64]  # probability by the calibration that holds
    logit: NDArray[np.float64]
    taken: NDArray[np.datetime64]
    sweep: Sweep
    unknown: int  # studies that the model judged and of which the truth is not known
    rule: str  # where the truth comes from

    @property
    def abnormal(self) -> int:
        """How many are truly abnormal."""
        return int(self.truth.sum())

    def at(self, threshold: float) -> AtThreshold:
        """Return who would be read first, who would wait, and who of these is abnormal."""
        return self.sweep.at(threshold)

    def result(self, threshold: float) -> ThresholdResult:
        """Return sensitivity and specificity of a threshold here."""
        return at_threshold(self.truth, self.score, threshold)

    def by_bound(self, point: str, target: float) -> ThresholdResult | None:
        """Return the point whose lower 95 % bound meets a target: sensitivity to rule out, specificity to rule in.

        The highest threshold that may rule out, the lowest that may rule in; None where no threshold does.
        """
        return (rule_in if point == PointName.RULE_IN else rule_out)(self.truth, self.score, target)


def study_of(scene: Scene) -> PointsStudy | Why:
    """Return a scene's judged studies with a known truth, or why nothing can be said of thresholds."""
    answers = scene.answers
    if answers is None or not answers.judged.any():
        return Why.NO_MODEL
    rows = answers.judged & scene.truth.known
    if not rows.any():
        return Why.CONTRADICTED if scene.truth.contradicted.all() else Why.NO_TRUTH
    truth = scene.truth.value[rows] == 1
    if truth.all() or not truth.any():
        return Why.NO_NORMAL if truth.all() else Why.NO_ABNORMAL
    score = answers.score[rows]
    return PointsStudy(
        card=answers.card,
        study_ids=scene.cases.study_ids[rows],
        truth=truth,
        score=score,
        logit=answers.logit[rows],
        taken=scene.cases.taken[rows],
        sweep=sweep(truth, score),
        unknown=int((answers.judged & ~scene.truth.known).sum()),
        rule=str(scene.truth.rule.rule),
    )


def histogram(study: PointsStudy, bins: int = 20) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Return edges of probability, shape (bins + 1,), and how many normal and abnormal studies lie in each bin."""
    edges = np.linspace(0.0, 1.0, bins + 1)
    normal, abnormal = (np.histogram(study.score[rows], edges)[0] for rows in (~study.truth, study.truth))
    return edges, normal.astype(np.int64), abnormal.astype(np.int64)


def changed_labels(study: PointsStudy, thresholds: Mapping[str, float]) -> tuple[Label, ...]:
    """Return the model's labels with other thresholds of its first, each with what it gives on these studies.

    Points that are not named keep their threshold; their rates, too, are those found here.

    Raises
    ------
    XraydeskError
        The rule-out threshold would lie above the rule-in threshold.
    """
    first, *others = study.card.labels
    points = []
    for point in first.operating_points:
        points.append(point_of(point.name, study.result(thresholds.get(point.name, point.threshold))))
    found = {point.name: point.threshold for point in points}
    if found[PointName.RULE_OUT] > found[PointName.RULE_IN]:
        raise XraydeskError(
            "The rule-out threshold would lie above the rule-in threshold",
            remedy="Move the other one first",
        )
    return (replace(first, operating_points=tuple(points)), *others)


def point_of(name: str, result: ThresholdResult) -> OperatingPoint:
    """Return an operating point with what was found for it."""
    return OperatingPoint(str(name), result.threshold, rate_of(result.sensitivity), rate_of(result.specificity))


def rate_of(interval: Interval) -> Rate:
    """Return an interval as a card keeps it."""
    return Rate(interval.value, interval.low, interval.high)


def evidence_of(study: PointsStudy, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - what JSON can hold
    """Return what a version was found on, for its row: no patient, no study id in clear."""
    ids = "\n".join(sorted(study.study_ids.tolist()))
    return {
        "studies": len(study.truth),
        "abnormal": study.abnormal,
        "truth": study.rule,
        "from": str(study.taken.min())[:10],
        "to": str(study.taken.max())[:10],
        "studies_sha256": hashlib.sha256(ids.encode("utf-8", "backslashreplace")).hexdigest(),
        **more,
    }


def change(
    archive: Archive, study: PointsStudy, thresholds: Mapping[str, float], author: str, reason: str
) -> ModelCard:
    """Keep other thresholds as a new version, by name and reason; return the card as it is used from now on.

    Raises
    ------
    XraydeskError
        As in `changed_labels`.
    StoreError
        Nothing was kept.
    """
    labels = changed_labels(study, thresholds)
    return keep(archive, study.card, PointsKind.CHANGED, labels, author, reason, evidence_of(study))


def back_to_card(archive: Archive, card: ModelCard, author: str, reason: str) -> ModelCard:
    """Let the card's own points hold again, as a new version; StoreError where nothing was kept."""
    return keep(archive, card, PointsKind.CARD, card.given_labels, author, reason, {})


def keep(  # noqa: PLR0917 - a version's parts in their order
    archive: Archive,
    card: ModelCard,
    kind: PointsKind,
    labels: tuple[Label, ...],
    author: str,
    reason: str,
    evidence: Mapping[str, Any],
) -> ModelCard:
    """Write a version; it holds from now on. Return the card with it. StoreError where nothing was kept."""
    draft = PointsDraft(archive.writer(author), card.id, card.weights_sha256, kind, reason, labels, evidence)
    return with_version(card, OperatingLog(archive.database).record(draft))


def versions(archive: Archive, card: ModelCard) -> list[PointsVersion]:
    """Return all versions of a model's points, oldest first; StoreError where they cannot be read."""
    return OperatingLog(archive.database).of(card)
