"""A comparison as lines for a terminal and for the reason beside a promotion."""

from __future__ import annotations

from math import isfinite

from xraydesk.admin.comparison import AtPoint, GroupLine, Line
from xraydesk.admin.contest import Comparison
from xraydesk.admin.evidence import Outcome
from xraydesk.evaluation.discrimination import Interval
from xraydesk.inference.card import ModelCard
from xraydesk.training.figures import NAMES

_WORDS = dict(NAMES)


def verdict(found: Comparison) -> str:
    """Return what came of it in a sentence."""
    first, second = name(found.champion), name(found.challenger)
    allowed = f"{100 * found.margin:.1f} percentage points"
    if not found.n:
        return "There is no study that both assessed: nothing can be said"
    if not found.abnormal:
        return "None of the studies is abnormal: nothing can be said of sensitivity"
    if found.outcome is Outcome.NOT_WORSE:
        return f"{second} is at most {allowed} less sensitive than {first} at every operating point"
    points = " and ".join(point.name for point in found.points if point.outcome is found.outcome)
    if found.outcome is Outcome.WORSE:
        return f"{second} is less sensitive than {first} ({points})"
    return f"It is not shown that {second} is at most {allowed} less sensitive than {first} ({points})"


def lines(found: Comparison) -> list[str]:
    """Return everything as lines."""
    champion, challenger = found.not_assessed
    return [
        f"champion {name(found.champion)}, challenger {name(found.challenger)}, on {found.data}",
        f"{found.n} studies that both assessed, {found.abnormal} of them abnormal; not assessed by the champion "
        f"{champion}, by the challenger {challenger}",
        f"{'':24}{'champion':>12}{'challenger':>12}{'difference':>32}",
        *map(_figure, found.lines),
        *(line for point in found.points for line in _point(point)),
        *map(_group, found.groups),
        f"one says abnormal where the other does not: {len(found.apart)} studies",
        *found.notices,
        f"{verdict(found)}.",
    ]


def name(card: ModelCard) -> str:
    """Return id and version."""
    return f"{card.id} {card.version}"


def _figure(line: Line) -> str:
    words = _WORDS.get(line.key, line.key)
    p = f"  {line.test}, p {line.p:.4f}" if isfinite(line.p) else f"  {line.test}"
    return (
        f"{words[:23]:24}{_number(line.champion):>12}{_number(line.challenger):>12}{_spanned(line.difference):>32}{p}"
    )


def _point(point: AtPoint) -> list[str]:
    head = f"{point.name} at {point.thresholds[0]:.3f} and {point.thresholds[1]:.3f}:"
    sides = (("sensitivity", point.sensitivity, point.sensitivity_difference, f", {point.outcome}"),
             ("specificity", point.specificity, point.specificity_difference, ""))  # fmt: skip
    return [
        f"{head} {word} {_number(pair[0].value)} and {_number(pair[1].value)}, difference {_spanned(gap)}{more}"
        for word, pair, gap, more in sides
    ]


def _group(line: GroupLine) -> str:
    few = ", few" if line.small else ""
    return (
        f"{line.by} {line.value} ({line.n} studies, {line.abnormal} abnormal{few}): AUROC {_number(line.auroc[0])} and "
        f"{_number(line.auroc[1])}, sensitivity {_number(line.sensitivity[0])} and {_number(line.sensitivity[1])}"
    )


def _spanned(interval: Interval) -> str:
    if not isfinite(interval.value):
        return "-"
    value = f"{interval.value:+.4f}"
    return f"{value} ({interval.low:+.4f} to {interval.high:+.4f})" if isfinite(interval.low) else value


def _number(value: float) -> str:
    return f"{value:.4f}" if isfinite(value) else "-"
