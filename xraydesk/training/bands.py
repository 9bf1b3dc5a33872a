"""Where in the reader's list labelled studies would stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xraydesk.inference.card import Label, PointName
from xraydesk.training.cases import Case

LIKELY, UNCERTAIN, LOW, NOT_ASSESSED = "likely abnormal", "uncertain", "low probability", "not assessed"


def by_band(cases: Sequence[Case], label: Label) -> dict[str, Any]:
    """Count cases and abnormal ones in each band of the list, by the card's rule-out and rule-in points.

    As the list does, a case of which a part could not be assessed is never low. Where grades are known and given,
    ``gross_errors`` counts those two or more apart: they are least harmful where a reader looks anyway. Empty where
    the label has no such points.
    """
    thresholds = {point.name: point.threshold for point in label.operating_points}
    if not {PointName.RULE_IN.value, PointName.RULE_OUT.value} <= set(thresholds):
        return {}
    graded = any(case.graded is not None and case.grade is not None for case in cases)
    empty = {"n": 0, "positives": 0, **({"gross_errors": 0} if graded else {})}
    found = {band: dict(empty) for band in (LIKELY, UNCERTAIN, LOW, NOT_ASSESSED)}
    for case in cases:
        row = found[_band(case, thresholds)]
        row["n"] += 1
        row["positives"] += case.truth
        if graded:
            row["gross_errors"] += gross(case)
    return found


def gross(case: Case) -> bool:
    """Tell whether the grade given is two or more away from the truth."""
    return case.grade is not None and case.graded is not None and abs(case.grade - case.graded) > 1


def _band(case: Case, thresholds: dict[str, float]) -> str:
    if case.probability is None:
        return NOT_ASSESSED
    if case.probability >= thresholds[PointName.RULE_IN.value]:
        return LIKELY
    low = case.probability < thresholds[PointName.RULE_OUT.value]
    return LOW if low and not case.partial else UNCERTAIN
