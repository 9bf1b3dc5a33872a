"""What is taken as true of each study, by a rule that is said beside every figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.research.cases import Cases
from xraydesk.research.readings import ABNORMAL, NONE, NORMAL, Readings
from xraydesk.store.reference import ReferenceLabel


class Rule(StrEnum):
    """Where truth comes from."""

    REFERENCE = "reference"  # imported tables and follow-up, where they do not contradict each other
    ONE = "one reader"  # the answer of one reader
    MAJORITY = "majority"  # more than half of those who said yes or no
    TWO = "agreed by two"  # two say the same and nobody says otherwise
    ALL = "unanimous"  # all say the same, two of them at least


@dataclass(frozen=True, slots=True)
class TruthRule:
    """Which rule, over whom."""

    rule: Rule = Rule.REFERENCE
    source: str = ""  # of `Rule.REFERENCE`: one source; "" takes all
    label: str = ""  # of `Rule.REFERENCE`: "" is the whole study
    threshold: float = 1.0  # of `Rule.REFERENCE`: a value, or grade, of at least this is abnormal
    readers: tuple[str, ...] = ()  # of the others: whose answers count; () takes all; `Rule.ONE` takes the first


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """1 abnormal, 0 normal, NaN where the rule does not decide; shape (n,)."""

    value: NDArray[np.float64]
    rule: TruthRule
    contradicted: NDArray[np.bool_]  # sources or readers said both, so nothing is taken as true

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which cases are decided."""
        return ~np.isnan(self.value)


def truth_of(cases: Cases, rule: TruthRule, readings: Readings, reference: Iterable[ReferenceLabel]) -> Truth:
    """Return what a rule makes of the log and the reference labels; "unsure" counts for neither side."""
    if rule.rule is Rule.REFERENCE:
        votes = _reference_votes(cases, rule, reference)
        return _decided(rule, *votes, need=1)
    said = readings.last.answer[whose(rule, readings.readers)]
    yes, no = (said == ABNORMAL).sum(0), (said == NORMAL).sum(0)
    if rule.rule is Rule.MAJORITY:
        value = np.where(yes > no, 1.0, np.where(no > yes, 0.0, np.nan))
        return Truth(value, rule, (yes == no) & (yes > 0))
    if rule.rule is Rule.ALL:  # an "unsure" breaks unanimity
        unsure = ((said != NONE) & (said != ABNORMAL) & (said != NORMAL)).any(0)
        decided = _decided(rule, yes, no, need=2)
        return Truth(np.where(unsure, np.nan, decided.value), rule, decided.contradicted)
    return _decided(rule, yes, no, need=1 if rule.rule is Rule.ONE else 2)


def whose(rule: TruthRule, readers: Sequence[str]) -> NDArray[np.intp]:
    """Return the places of the readers whose answers a rule counts; none where it looks at no reader."""
    wanted = () if rule.rule is Rule.REFERENCE else rule.readers or readers
    if rule.rule is Rule.ONE:
        wanted = wanted[:1]
    return np.array([n for n, name in enumerate(readers) if name in wanted], np.intp)


def _reference_votes(
    cases: Cases, rule: TruthRule, reference: Iterable[ReferenceLabel]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    yes, no = np.zeros(len(cases), np.int64), np.zeros(len(cases), np.int64)
    rows = cases.rows_by_study()
    for row in reference:
        if row.value is None or row.label != rule.label or rule.source not in ("", row.source):
            continue
        for place in rows.get(row.study_id, ()):
            (yes if row.value >= rule.threshold else no)[place] += 1
    return yes, no


def _decided(rule: TruthRule, yes: NDArray[np.int64], no: NDArray[np.int64], *, need: int) -> Truth:
    """Return 1 or 0 where enough say so and nobody says otherwise."""
    against = (yes > 0) & (no > 0)
    value = np.where((yes >= need) & ~against, 1.0, np.where((no >= need) & ~against, 0.0, np.nan))
    return Truth(value, rule, against)
