"""Performance in rows and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import nan
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.predictive import SMALL, Performance
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.agreement_words import number, stop
from xraydesk.gui.shared.figure_words import decimal, percent, with_bounds
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.words import figure
from xraydesk.research.performance import Choice, Line, PerformanceFigures
from xraydesk.research.subjects import Kind, LeftOut, Subject
from xraydesk.research.why import Why

_DETAILS = cast(
    dict[str, str],
    {
        "default": QT_TRANSLATE_NOOP("PerformanceWords", "yes or no"),
        "rule-out": QT_TRANSLATE_NOOP("PerformanceWords", "rule-out"),
        "rule-in": QT_TRANSLATE_NOOP("PerformanceWords", "rule-in"),
        "last verdict": QT_TRANSLATE_NOOP("PerformanceWords", "last verdict"),
        "before the model's answer": QT_TRANSLATE_NOOP("PerformanceWords", "before the model's answer"),
        "after the model's answer": QT_TRANSLATE_NOOP("PerformanceWords", "after the model's answer"),
    },
)
_LEFT_OUT = cast(
    dict[str, str],
    {
        "no_truth": QT_TRANSLATE_NOOP("PerformanceWords", "{count} without a known truth"),
        "contradicted": QT_TRANSLATE_NOOP("PerformanceWords", "{count} with contradicting sources"),
        "not_judged": QT_TRANSLATE_NOOP("PerformanceWords", "{count} not judged"),
        "refused": QT_TRANSLATE_NOOP("PerformanceWords", "{count} refused by the model"),
        "unsure": QT_TRANSLATE_NOOP("PerformanceWords", "{count} “unsure”"),
    },
)


def name_of(subject: Subject) -> str:
    """Return who is judged."""
    return translate("PerformanceWords", "Readers by majority") if subject.kind is Kind.PANEL else subject.name


def full_name(subject: Subject) -> str:
    """Return who is judged, and of a reader's verdicts or a model's points which."""
    if subject.detail in {"", "default", "last verdict"}:
        return name_of(subject)
    return f"{name_of(subject)}, {detail_of(subject)}"


def detail_of(subject: Subject, threshold: float | None = None) -> str:
    """Return the operating point with its threshold, or which of a reader's verdicts."""
    words = translate("PerformanceWords", _DETAILS[subject.detail]) if subject.detail in _DETAILS else subject.detail
    return words if threshold is None else f"{words} ({decimal(threshold)})"


def columns(choice: Choice) -> list[Column]:
    """Return the columns of the table of figures."""
    at = "" if choice.prevalence is None else percent(choice.prevalence)
    site = [
        Column(translate("PerformanceWords", "PPV at {share}").format(share=at)),
        Column(translate("PerformanceWords", "NPV at {share}").format(share=at)),
    ]
    small = translate("PerformanceWords", "Marked “few” with fewer than {count} abnormal or normal studies")
    return [
        Column(translate("PerformanceWords", "Who"), words=True),
        Column(translate("PerformanceWords", "At"), words=True),
        Column(translate("PerformanceWords", "Studies"), small.format(count=SMALL)),
        Column(translate("PerformanceWords", "Abnormal")),
        Column(translate("PerformanceWords", "Sensitivity"), translate("PerformanceWords", "Recall, Wilson interval")),
        Column(translate("PerformanceWords", "Specificity"), translate("PerformanceWords", "Wilson interval")),
        Column(
            translate("PerformanceWords", "AUROC"),
            translate("PerformanceWords", "DeLong interval; readers by their rating in 11 steps"),
        ),
        Column(translate("PerformanceWords", "PPV"), translate("PerformanceWords", "At the data's own prevalence")),
        Column(translate("PerformanceWords", "NPV"), translate("PerformanceWords", "At the data's own prevalence")),
        *(site if at else []),
        Column("F1"),
        Column(f"F{beta_word(choice.beta)}", translate("PerformanceWords", "Recall weighs that many times as much")),
        Column(translate("PerformanceWords", "Average precision")),
        Column(translate("PerformanceWords", "Brier")),
        Column("ECE", translate("PerformanceWords", "Expected calibration error, bins of equal mass")),
        Column(translate("PerformanceWords", "Left out")),
    ]


def rows(found: PerformanceFigures) -> list[Row]:
    """Return a row for each subject, and below them the baseline of calling everything abnormal."""
    lines = [_row(line, found.choice) for line in found.lines]
    return lines if found.baseline is None else [*lines, _baseline(found.baseline, found.choice)]


def _row(line: Line, choice: Choice) -> Row:
    ranked, left = line.ranking, line.left_out
    head = [Cell(name_of(line.subject)), Cell(detail_of(line.subject, line.threshold))]
    tail = [
        spanned(ranked.average_precision),
        Cell(decimal(ranked.brier, 3), ranked.brier),
        Cell(decimal(ranked.ece, 3), ranked.ece),
        Cell(figure(left.total), left.total, left_out(left)),
    ]
    if line.figures is None:
        empty = [Cell("–", nan, said(line.why))] * (9 + 2 * (choice.prevalence is not None))
        return Row((*head, *empty, *tail), line.subject, dim=True)
    site = [] if line.at_site is None else [spanned(line.at_site.positive), spanned(line.at_site.negative)]
    return Row((*head, *counts(line.figures), *_shares(line.figures, ranked.auroc, site), *tail), line.subject,
               dim=line.figures.small)  # fmt: skip


def counts(figures: Performance) -> list[Cell]:
    """Return how many studies, marked where they are few, and how many of them are abnormal."""
    text = translate("PerformanceWords", "{count}, few") if figures.small else "{count}"
    return [Cell(text.format(count=figure(figures.n)), figures.n), number(figures.positives)]


def _shares(figures: Performance, auroc: Interval | None, site: list[Cell]) -> list[Cell]:
    shown = [spanned(part) for part in (figures.sensitivity, figures.specificity, auroc, figures.ppv, figures.npv)]
    return [*shown, *site, spanned(figures.f1), spanned(figures.f_beta)]


def _baseline(figures: Performance, choice: Choice) -> Row:
    name = translate("PerformanceWords", "Call everything abnormal")
    site = [] if choice.prevalence is None else [Cell(percent(choice.prevalence)), Cell("–")]
    plain = [Cell(decimal(value)) for value in (1.0, 0.0, 0.5, figures.ppv.value, nan)]
    if not figures.positives:
        plain = [Cell("–")] * len(plain)
    f_scores = [Cell(decimal(figures.f1.value)), Cell(decimal(figures.f_beta.value))]
    head = [Cell(name), Cell(""), *counts(figures)]
    return Row((*head, *plain, *site, *f_scores, Cell(decimal(figures.ppv.value)), *[Cell("–")] * 2, Cell("")),
               baseline=True)  # fmt: skip


def spanned(interval: Interval | None) -> Cell:
    """Return a figure with its interval as a cell, sorted by the figure."""
    return Cell(with_bounds(interval), nan if interval is None else interval.value)


def beta_word(beta: float) -> str:
    """Return "3" or "0.5"."""
    return figure(beta, "g")


def left_out(left: LeftOut) -> str:
    """Say how many cases were left out and why; "" where none was."""
    parts = [
        translate("PerformanceWords", mark).format(count=figure(getattr(left, reason)))
        for reason, mark in _LEFT_OUT.items()
        if getattr(left, reason)
    ]
    return translate("PerformanceWords", "Left out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""


def basis(found: PerformanceFigures) -> Iterator[str]:
    """Say what the figures rest on."""
    yield stop(said(found.why))
    if not found.known:
        return
    text = translate(
        "PerformanceWords", "Studies of which it is known what is true: {known}, {abnormal} of them abnormal ({share})."
    )
    yield text.format(known=figure(found.known), abnormal=figure(found.abnormal), share=percent(found.prevalence))
    if found.circular and len(found.circular) > 1:
        yield translate(
            "PerformanceWords", "The readers' own answers are what is taken as true: their figures are too good."
        )
    elif found.circular:
        text = translate(
            "PerformanceWords", "The answers of {reader} are what is taken as true: these figures are too good."
        )
        yield text.format(reader=found.circular[0])
    if found.by_patient:
        yield translate(
            "PerformanceWords",
            "Some patients have several studies; the intervals keep the studies of a patient together.",
        )


def of_line(line: Line) -> Iterator[str]:
    """Say of the chosen row what was left out, and why a figure is missing."""
    out = left_out(line.left_out)
    if out:
        yield f"{full_name(line.subject)}: {out}"
    if line.why is not Why.NOTHING:
        yield stop(said(line.why))
    elif line.figures is not None and line.figures.small:
        text = translate(
            "PerformanceWords", "Fewer than {count} abnormal or normal studies: the figures are hardly ones."
        )
        yield text.format(count=SMALL)
