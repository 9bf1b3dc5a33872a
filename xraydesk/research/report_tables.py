"""The tables of the researcher's report, as HTML. Numbers are written by `figures`, as in the window."""

from __future__ import annotations

from html import escape

from xraydesk.evaluation.predictive import Performance
from xraydesk.research.agreement import Agreement, Pair, Scale, Together
from xraydesk.research.figures import count, decimal, p_value, percent, with_bounds
from xraydesk.research.groups import Groups
from xraydesk.research.overview import Overview
from xraydesk.research.performance import Line, PerformanceFigures
from xraydesk.research.points import PointsStudy
from xraydesk.research.second_thoughts import ChangedBy, SecondThoughts
from xraydesk.research.subjects import Kind, Subject
from xraydesk.training.page import table

_GRID = tuple(step / 10 for step in range(1, 10))
_FEW = "few"
_SCALES = {
    Scale.YES_NO: 'Yes or no; "unsure" is no answer',
    Scale.THREE: '"Unsure" as an answer of its own; the model\'s middle band is "unsure"',
    Scale.RATING: "Answer and confidence in eleven steps, quadratic weights; readers only",
}


def overview(found: Overview) -> str:
    """Return the counts of readers and models."""
    readers = [
        [escape(r.reader), *map(count, (r.read, r.abnormal, r.unsure, r.twice, r.corrections)),
         decimal(r.median_seconds, 0)]
        for r in found.readers
    ]  # fmt: skip
    models = [[escape(m.model), *map(count, (m.judged, m.called, m.refused, m.never))] for m in found.models]
    head = ["reader", "studies read", "called abnormal", "unsure", "before and after", "corrected", "median seconds"]
    known = (
        f"<p>Studies: {count(found.studies)}, {count(found.unread)} of them read by nobody. What is true is known of "
        f"{count(found.known)}: {count(found.abnormal)} abnormal, {count(found.known - found.abnormal)} normal.</p>"
    )
    return (
        known
        + (table(head, readers) if readers else "<p>No reader has given a verdict yet.</p>")
        + (table(["model", "judged", "called abnormal", "refused", "not asked"], models) if models else "")
    )


def agreement(found: Agreement) -> str:
    """Return the pairs and the figures of all readers on one scale."""
    title = f"<h3>{escape(_SCALES[found.scale])}</h3>"
    if not found.pairs:
        return f"{title}<p>{escape(found.why)}.</p>"
    head = ["", "", "studies", "kappa", "agreed", "abnormal by first", "by second", "prevalence index", "PABAK", ""]
    together = f"<p>{_together('Fleiss kappa', found.fleiss)} {_together('Krippendorff alpha', found.alpha)}</p>"
    return title + table(head, map(_pair, found.pairs)) + together


def _pair(pair: Pair) -> list[str]:
    figures = pair.figures
    two = len(figures.classes) <= 3
    shares = (figures.first_shares[1], figures.second_shares[1]) if two else (None, None)
    note = escape(pair.why) if pair.why else _FEW if pair.small else ""
    return [
        escape(pair.first.name), escape(pair.second.name), count(figures.n), with_bounds(pair.kappa),
        percent(figures.observed), percent(shares[0]), percent(shares[1]), decimal(figures.prevalence_index),
        decimal(figures.pabak) if two else "", note,
    ]  # fmt: skip


def _together(name: str, found: Together) -> str:
    if found.why:
        return escape(f"{name}: {found.why}.")
    return escape(f"{name} (readers: {found.readers}, studies: {count(found.studies)}): {with_bounds(found.value)}.")


def second_thoughts(found: SecondThoughts) -> str:
    """Return what the model's answer changed."""
    if found.why:
        return f"<p>{escape(found.why)}.</p>"
    lines = [*found.lines, *([found.together] if found.together is not None and len(found.lines) > 1 else [])]
    head = ["reader", "read twice", "changed", "towards the model", "away from it", "for the better", "for the worse",
            "right before", "right after", "p (McNemar)"]  # fmt: skip
    circular = "<p>What is true was made of these very verdicts: better and worse say little.</p>"
    return table(head, map(_changed, lines)) + (circular if found.circular else "")


def _changed(line: ChangedBy) -> list[str]:
    given, truth = line.changes, line.changes.against_truth
    changed = f"{count(given.changed)} ({percent(given.share.value)})"
    counts = [escape(line.reader or "all together"), count(given.n), changed, count(line.towards), count(line.away)]
    if truth is None:
        return [*counts, *["–"] * 5]
    right = (percent(truth.right_before.value), percent(truth.right_after.value))
    return [*counts, count(truth.better), count(truth.worse), *right, p_value(truth.p_value)]


def performance(found: PerformanceFigures) -> str:
    """Return every subject's figures, the baseline last."""
    if not found.lines:
        return ""
    beta = decimal(found.choice.beta, 1).removesuffix(".0")
    site = found.choice.prevalence is not None
    head = ["", "threshold", "cases", "abnormal", "sensitivity", "specificity", "PPV", "NPV", "F1", f"F{beta}",
            "AUROC", "average precision", ""]  # fmt: skip
    rows = [[escape(subject_words(one.subject)), decimal(one.threshold, 3), *_figures(one.figures, one, site=site),
             with_bounds(one.ranking.auroc), with_bounds(one.ranking.average_precision), _note(one)]
            for one in found.lines]  # fmt: skip
    if found.baseline is not None:
        base = found.baseline
        rows.append(["everything called abnormal", "–", *_figures(base, None, site=False), "0.50",
                     percent(found.prevalence), "baseline"])  # fmt: skip
    at = f"PPV and NPV at a prevalence of {percent(found.choice.prevalence)}." if site else (
        "PPV and NPV at the prevalence of these studies.")  # fmt: skip
    return table(head, rows) + f'<p class="soft">{at}</p>' + _left_out(found)


def _figures(figures: Performance | None, line: Line | None, *, site: bool) -> list[str]:
    if figures is None:
        return ["0", *["–"] * 7]
    values = (figures.ppv, figures.npv)
    if site and line is not None and line.at_site is not None:
        values = (line.at_site.positive, line.at_site.negative)
    shares = (figures.sensitivity, figures.specificity, *values, figures.f1, figures.f_beta)
    return [count(figures.n), count(figures.positives), *map(with_bounds, shares)]


def _note(line: Line) -> str:
    if line.why:
        return escape(line.why)
    return _FEW if line.figures is not None and line.figures.small else ""


def _left_out(found: PerformanceFigures) -> str:
    rows = [
        [escape(subject_words(one.subject)), *map(count, (left.no_truth, left.contradicted, left.not_judged,
                                                         left.refused, left.unsure))]
        for one in found.lines if (left := one.left_out).total
    ]  # fmt: skip
    head = ["left out", "truth not known", "contradicted", "not answered", "refused by the gate", "unsure"]
    return table(head, rows) if rows else ""


def subject_words(subject: Subject) -> str:
    """Return whose answers are judged, in words."""
    if subject.kind is Kind.PANEL:
        return str(Kind.PANEL)
    return f"{subject.name}, {subject.detail}" if subject.detail else subject.name


def groups(found: Groups) -> str:
    """Return a model's figures by what headers say."""
    head = [str(found.by), "cases", "abnormal", "sensitivity", "specificity", "AUROC", ""]
    rows = []
    for group in found.groups:
        figures = group.figures
        shares = ("–", "–") if figures is None else (with_bounds(figures.sensitivity), with_bounds(figures.specificity))
        note = escape(group.why) if group.why else _FEW if group.small else ""
        abnormal = count(0 if figures is None else figures.positives)
        name = escape(group.value) or "not known"
        rows.append([name, count(group.n), abnormal, *shares, with_bounds(group.ranking.auroc), note])
    return f"<h3>By {escape(found.by)}</h3>{table(head, rows)}"


def thresholds(study: PointsStudy) -> str:
    """Return what the points in use, and thresholds in between, do to these studies."""
    named = [(point.threshold, point.name) for point in study.card.abnormal.operating_points]
    rows = []
    for threshold, name in sorted([*named, *((step, "") for step in _GRID)]):
        at, result = study.at(threshold), study.result(threshold)
        rows.append([
            escape(name), decimal(threshold, 3), with_bounds(result.sensitivity), with_bounds(result.specificity),
            count(at.waiting), count(at.below), count(at.abnormal_below), percent(at.abnormal_below_at_most),
        ])  # fmt: skip
    head = ["point", "threshold", "sensitivity", "specificity", "read first", "wait", "abnormal among these",
            "share, at most"]  # fmt: skip
    return table(head, rows)
