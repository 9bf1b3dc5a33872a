"""A comparison of two models in rows and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.admin.contest_choices import ContestantChoice, ContestantKind, HeldChoice, HeldKind
from xraydesk.admin.evidence import Outcome
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.figure_words import decimal, p_value, percent, with_bounds
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.comparison import AtPoint, GroupLine, Line
    from xraydesk.admin.contest import Comparison

_FIGURES = cast(
    dict[str, str],
    {
        "auroc": QT_TRANSLATE_NOOP("CompareWords", "AUROC"),
        "accuracy": QT_TRANSLATE_NOOP("CompareWords", "Accuracy"),
        "sensitivity": QT_TRANSLATE_NOOP("CompareWords", "Sensitivity"),
        "specificity": QT_TRANSLATE_NOOP("CompareWords", "Specificity"),
        "average_precision": QT_TRANSLATE_NOOP("CompareWords", "Average precision"),
        "precision": QT_TRANSLATE_NOOP("CompareWords", "Precision"),
        "f1": QT_TRANSLATE_NOOP("CompareWords", "F1"),
        "f3": QT_TRANSLATE_NOOP("CompareWords", "F3"),
        "kappa": QT_TRANSLATE_NOOP("CompareWords", "Kappa"),
        "ece": QT_TRANSLATE_NOOP("CompareWords", "Calibration error"),
        "brier": QT_TRANSLATE_NOOP("CompareWords", "Brier score"),
    },
)
_GROUPS = cast(
    dict[str, str],
    {
        "source": QT_TRANSLATE_NOOP("CompareWords", "Source"),
        "split": QT_TRANSLATE_NOOP("CompareWords", "Part of the set"),
        "sex": QT_TRANSLATE_NOOP("CompareWords", "Sex"),
        "age": QT_TRANSLATE_NOOP("CompareWords", "Age"),
        "view": QT_TRANSLATE_NOOP("CompareWords", "View"),
        "part": QT_TRANSLATE_NOOP("CompareWords", "Body part"),
        "maker": QT_TRANSLATE_NOOP("CompareWords", "Device maker"),
    },
)
_POINTS = cast(
    dict[str, str],
    {
        "default": QT_TRANSLATE_NOOP("CompareWords", "yes or no"),
        "rule-out": QT_TRANSLATE_NOOP("CompareWords", "rule-out"),
        "rule-in": QT_TRANSLATE_NOOP("CompareWords", "rule-in"),
    },
)
_OUTCOMES = cast(
    dict[Outcome, str],
    {
        Outcome.NOT_WORSE: QT_TRANSLATE_NOOP("CompareWords", "✓ not worse"),
        Outcome.WORSE: QT_TRANSLATE_NOOP("CompareWords", "✗ less sensitive"),
        Outcome.NOT_SHOWN: QT_TRANSLATE_NOOP("CompareWords", "? not shown"),
    },
)
_TRUTHS = cast(
    dict[str, str],
    {
        "reference": QT_TRANSLATE_NOOP("CompareWords", "This desk's studies, truth by reference labels"),
        "majority": QT_TRANSLATE_NOOP("CompareWords", "This desk's studies, truth by the readers' majority"),
        "two": QT_TRANSLATE_NOOP("CompareWords", "This desk's studies, truth agreed by two"),
        "unanimous": QT_TRANSLATE_NOOP("CompareWords", "This desk's studies, truth where all agree"),
    },
)


def contestant(choice: ContestantChoice) -> str:
    """Return a model in the box."""
    if choice.kind is ContestantKind.RUN:
        return translate("CompareWords", "Run {name}").format(name=choice.name)
    if choice.kind is ContestantKind.IN_USE:
        return translate("CompareWords", "{name} (in use)").format(name=choice.name)
    return choice.name


def held(choice: HeldChoice) -> str:
    """Return held-out studies in the box."""
    if choice.kind is HeldKind.RUN:
        return translate("CompareWords", "What the run {name} kept aside").format(name=choice.name)
    if choice.kind is HeldKind.SOURCE:
        return translate("CompareWords", "Data: {name}").format(name=choice.name)
    return translate("CompareWords", _TRUTHS[choice.name])


def verdict(found: Comparison) -> str:
    """Return what came of it in a sentence."""
    if not found.n:
        return translate("CompareWords", "There is no study that both assessed: nothing can be said.")
    if not found.abnormal:
        return translate("CompareWords", "None of the studies is abnormal: nothing can be said of sensitivity.")
    if found.outcome is Outcome.NOT_WORSE:
        text = translate(
            "CompareWords",
            "✓ {second} is at most {margin} percentage points less sensitive than {first} at every operating point.",
        )
    elif found.outcome is Outcome.WORSE:
        text = translate("CompareWords", "✗ {second} is less sensitive than {first}: {points}.")
    else:
        text = translate(
            "CompareWords",
            "? It is not shown that {second} is at most {margin} percentage points less sensitive than {first}: "
            "{points}.",
        )
    points = ", ".join(point_name(point.name) for point in found.points if point.outcome is found.outcome)
    first, second = names(found)
    return text.format(first=first, second=second, margin=decimal(100 * found.margin, 1), points=points)


def basis(found: Comparison) -> Iterator[str]:
    """Say what the figures rest on."""
    text = translate(
        "CompareWords", "{count} studies that both assessed, {abnormal} of them abnormal; not assessed: {missing}."
    )
    missing = " / ".join(figure(count) for count in found.not_assessed)
    yield text.format(count=figure(found.n), abnormal=figure(found.abnormal), missing=missing)
    for notice in found.notices:
        yield f"{said(notice)}."


def names(found: Comparison) -> tuple[str, str]:
    """Return champion and challenger."""
    first, second = found.champion, found.challenger
    return f"{first.title} {first.version}", f"{second.title} {second.version}"


def point_name(name: str) -> str:
    """Return an operating point's name."""
    return translate("CompareWords", _POINTS[name]) if name in _POINTS else name


def point_columns() -> list[Column]:
    """Return the columns of the operating points."""
    interval = translate("CompareWords", "Challenger less champion; Tango's interval of the paired difference")
    difference = translate("CompareWords", "Difference")
    return [
        Column(translate("CompareWords", "Operating point"), words=True),
        Column(translate("CompareWords", "Thresholds"), translate("CompareWords", "Champion and challenger")),
        Column(translate("CompareWords", "Sensitivity"), translate("CompareWords", "Champion and challenger")),
        Column(difference, interval),
        Column(translate("CompareWords", "p"), translate("CompareWords", "McNemar")),
        Column(translate("CompareWords", "Verdict"), words=True),
        Column(translate("CompareWords", "Specificity"), translate("CompareWords", "Champion and challenger")),
        Column(difference, interval),
        Column(translate("CompareWords", "p"), translate("CompareWords", "McNemar")),
    ]


def point_row(point: AtPoint) -> Row:
    """Return both at one point."""
    return Row(
        (
            Cell(point_name(point.name)),
            Cell(" / ".join(decimal(value, 3) for value in point.thresholds)),
            Cell(" / ".join(percent(side.value) for side in point.sensitivity)),
            Cell(with_bounds(point.sensitivity_difference, 3), point.sensitivity_difference.value),
            Cell(p_value(point.p_sensitivity), point.p_sensitivity),
            Cell(translate("CompareWords", _OUTCOMES[point.outcome])),
            Cell(" / ".join(percent(side.value) for side in point.specificity)),
            Cell(with_bounds(point.specificity_difference, 3), point.specificity_difference.value),
            Cell(p_value(point.p_specificity), point.p_specificity),
        ),
        point.name,
    )


def figure_columns(found: Comparison) -> list[Column]:
    """Return the columns of the figures."""
    first, second = names(found)
    return [
        Column(translate("CompareWords", "Figure"), words=True),
        Column(translate("CompareWords", "Champion"), first),
        Column(translate("CompareWords", "Challenger"), second),
        Column(translate("CompareWords", "Difference")),
        Column(translate("CompareWords", "p")),
        Column(translate("CompareWords", "Interval by"), words=True),
    ]


def figure_row(line: Line) -> Row:
    """Return one figure of both."""
    tests = {
        "paired DeLong": translate("CompareWords", "paired DeLong"),
        "McNemar": translate("CompareWords", "Tango; p by McNemar"),
        "bootstrap": translate("CompareWords", "bootstrap by patient"),
    }
    return Row(
        (
            Cell(translate("CompareWords", _FIGURES[line.key])),
            Cell(decimal(line.champion, 3), line.champion),
            Cell(decimal(line.challenger, 3), line.challenger),
            Cell(with_bounds(line.difference, 3), line.difference.value),
            Cell(p_value(line.p), line.p),
            Cell(tests[line.test]),
        ),
        line.key,
    )


def group_columns() -> list[Column]:
    """Return the columns of the groups."""
    pair = translate("CompareWords", "Champion and challenger")
    return [
        Column(translate("CompareWords", "Group"), words=True),
        Column(translate("CompareWords", "Studies")),
        Column(translate("CompareWords", "Abnormal")),
        Column(translate("CompareWords", "AUROC"), pair),
        Column(translate("CompareWords", "Difference")),
        Column(translate("CompareWords", "Sensitivity"), pair),
        Column(translate("CompareWords", "Difference")),
        Column(translate("CompareWords", "Specificity"), pair),
        Column(translate("CompareWords", "Difference")),
    ]


def group_row(line: GroupLine) -> Row:
    """Return both in one group."""
    few = translate("CompareWords", "{count}, few") if line.small else "{count}"
    by = translate("CompareWords", _GROUPS[line.by]) if line.by in _GROUPS else line.by
    return Row(
        (
            Cell(f"{by}: {line.value}"),
            Cell(few.format(count=figure(line.n)), line.n),
            Cell(figure(line.abnormal), line.abnormal),
            Cell(" / ".join(decimal(value, 3) for value in line.auroc)),
            Cell(with_bounds(line.auroc_difference, 3), line.auroc_difference.value),
            Cell(" / ".join(percent(value) for value in line.sensitivity)),
            Cell(with_bounds(line.sensitivity_difference, 3), line.sensitivity_difference.value),
            Cell(" / ".join(percent(value) for value in line.specificity)),
            Cell(with_bounds(line.specificity_difference, 3), line.specificity_difference.value),
        ),
        (line.by, line.value),
        dim=line.small,
    )
