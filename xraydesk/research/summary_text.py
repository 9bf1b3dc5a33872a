"""The figures of a summary as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xraydesk.research.agreement import Agreement, Scale, Together
from xraydesk.research.archive import name_of
from xraydesk.research.drift_words import sentences
from xraydesk.research.figures import count, decimal, p_value, percent, with_bounds
from xraydesk.research.groups import Groups
from xraydesk.research.performance import PerformanceFigures
from xraydesk.research.points import PointsStudy
from xraydesk.research.report_tables import subject_words
from xraydesk.research.second_thoughts import SecondThoughts
from xraydesk.research.standard import standard_words
from xraydesk.research.summary import Summary
from xraydesk.triage.table import printable

_THIN = "\u202f"  # between thousands: no terminal needs to know it
_SHOWN = (Scale.YES_NO, Scale.RATING)


def lines(summary: Summary) -> list[str]:
    """Return what a terminal shows: counts, agreement, figures against the truth, thresholds, drift."""
    return [printable(line.replace(_THIN, ",")) for line in _lines(summary)]


def _lines(summary: Summary) -> Iterator[str]:
    found, question, answers = summary.overview, summary.scene.question, summary.scene.answers
    yield f"studies: {count(found.studies)}, patients: {count(found.patients)}, read by nobody: {count(found.unread)}"
    yield f"model: {'none' if answers is None else name_of(answers.card)}"
    known = f"known of {count(found.known)}, {count(found.abnormal)} of them abnormal"
    yield f"taken as true: {standard_words(question.rule)}; {known}"
    if question.finding:
        yield f"readers' answer to: {question.finding}"
    yield from _readers(summary)
    for one in summary.agreement:
        if one.scale in _SHOWN:
            yield from _agreement(one)
    yield from _second(summary.second_thoughts)
    yield from _performance(summary.performance)
    for groups in summary.groups:
        yield from _groups(groups)
    yield from _points(summary)
    yield from ("", "Week by week", *(f"  {sentence}" for sentence in sentences(summary.drift)))


def _readers(summary: Summary) -> Iterator[str]:
    rows = [
        (r.reader, *map(count, (r.read, r.abnormal, r.unsure, r.twice, r.corrections)), decimal(r.median_seconds, 0))
        for r in summary.overview.readers
    ]
    if rows:
        head = ("reader", "read", "abnormal", "unsure", "before+after", "corrected", "median s")
        yield from ("", *columns([head, *rows]))


def _agreement(found: Agreement) -> Iterator[str]:
    yield from ("", f"Agreement ({found.scale})")
    if not found.pairs:
        yield f"  {found.why}."
        return
    rows = [
        (pair.first.name, pair.second.name, count(pair.figures.n), with_bounds(pair.kappa),
         percent(pair.figures.observed), str(pair.why) or ("few" if pair.small else ""))
        for pair in found.pairs
    ]  # fmt: skip
    yield from columns([("", "", "studies", "kappa", "agreed", ""), *rows], words=2)
    for name, together in (("Fleiss' kappa", found.fleiss), ("Krippendorff's alpha", found.alpha)):
        yield f"  {name}: {_together(together)}"


def _together(found: Together) -> str:
    return f"{found.why}." if found.why else f"{with_bounds(found.value)}, studies: {count(found.studies)}"


def _second(found: SecondThoughts) -> Iterator[str]:
    yield from ("", "Before and after the model's answer")
    if found.why:
        yield f"  {found.why}."
        return
    rows = []
    for line in found.lines:
        truth = line.changes.against_truth
        better = ("–", "–", "–") if truth is None else (count(truth.better), count(truth.worse), p_value(truth.p_value))
        rows.append((line.reader, count(line.changes.n), count(line.changes.changed), *better))
    yield from columns([("reader", "read twice", "changed", "better", "worse", "p"), *rows])


def _performance(found: PerformanceFigures) -> Iterator[str]:
    yield from ("", "Against what is true")
    if found.why:
        yield f"  {found.why}."
    if not found.lines:
        return
    beta = f"F{decimal(found.choice.beta, 1).removesuffix('.0')}"
    head = ("", "cases", "sensitivity", "specificity", "PPV", "NPV", beta, "AUROC", "")
    rows = []
    for line in found.lines:
        figures, site = line.figures, line.at_site
        shares = ["0", *["–"] * 5]
        if figures is not None:
            ppv, npv = (figures.ppv, figures.npv) if site is None else (site.positive, site.negative)
            each = (figures.sensitivity, figures.specificity, ppv, npv, figures.f_beta)
            shares = [count(figures.n), *map(with_bounds, each)]
        note = str(line.why) or ("few" if figures is not None and figures.small else "")
        rows.append((subject_words(line.subject), *shares, with_bounds(line.ranking.auroc), note))
    yield from columns([head, *rows])
    base = found.baseline
    if base is not None:
        yield f"  everything called abnormal: {beta} {decimal(base.f_beta.value)}, PPV {percent(found.prevalence)}"
    if found.circular:
        yield f"  Part of what is taken as true: {', '.join(found.circular)}; their own figures are too good."


def _groups(found: Groups) -> Iterator[str]:
    rows = []
    for group in found.groups:
        figures = group.figures
        shares = ("–", "–") if figures is None else (with_bounds(figures.sensitivity), with_bounds(figures.specificity))
        note = str(group.why) or ("few" if group.small else "")
        rows.append((group.value or "not known", count(group.n), *shares, with_bounds(group.ranking.auroc), note))
    yield from ("", f"{found.subject.name} by {found.by}")
    yield from columns([("", "cases", "sensitivity", "specificity", "AUROC", ""), *rows])


def _points(summary: Summary) -> Iterator[str]:
    study = summary.points
    yield from ("", "Operating points")
    if not isinstance(study, PointsStudy):
        yield f"  {study}."
        return
    rows = []
    for point in study.card.abnormal.operating_points:
        at, result = study.at(point.threshold), study.result(point.threshold)
        rows.append((point.name, decimal(point.threshold, 3), with_bounds(result.sensitivity),
                     with_bounds(result.specificity), count(at.waiting), count(at.below), count(at.abnormal_below),
                     percent(at.abnormal_below_at_most)))  # fmt: skip
    head = ("", "threshold", "sensitivity", "specificity", "read first", "wait", "abnormal", "share at most")
    yield from columns([head, *rows])


def columns(rows: Sequence[Sequence[str]], words: int = 1) -> Iterator[str]:
    """Yield rows with cells under each other: the first columns hold words, the others numbers, the last a note."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [
            text.ljust(width) if place < words else text.rjust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield ("  " + "  ".join(cells)).rstrip()
