"""The worklist as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xraydesk.inference.card import ModelCard
from xraydesk.triage.assessment import Band
from xraydesk.triage.population import population_words
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.worklist import WorklistRow

_MARKS = {Band.LIKELY: "^", Band.UNCERTAIN: "~", Band.NOT_ASSESSED: "?", Band.LOW: "o", None: "."}
_LONGEST_LABEL = 40


def printable(text: str) -> str:
    """Return text that cannot steer a terminal: what a header holds may be anything."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def table(rows: Sequence[WorklistRow], width: int = 100) -> list[str]:
    """Return the ranked list, one line a study, cut to the width of the terminal.

    The model stands in a column of its own where more than one has judged.
    """
    labels = _column("study", [_cut(printable(row.label), _LONGEST_LABEL) for row in rows])
    several = len({row.model_id for row in rows if row.model_id}) > 1
    models = _column("  model", [f"  {row.model_id}" for row in rows]) if several else [""] * (len(rows) + 1)
    head = f"{'#':>5}   {'band':<16} {'P':>5}  {labels[0]}  {'age':>4}{models[0]}  reason"
    lines = [
        f"{row.rank:>5} {_MARKS[row.band]} {row.band or 'waiting':<16} {_score(row):>5}  {label}  "
        f"{_age(row.age_years):>4}{model}  {printable(row.reason)}"
        for row, label, model in zip(rows, labels[1:], models[1:], strict=True)
    ]
    return [_cut(line.rstrip(), max(width, 40)) for line in [head, *lines]]


def totals(rows: Sequence[WorklistRow], summary: RunSummary, skipped: int) -> str:
    """Return one line: how many of what, how fast."""
    counts = Counter(row.band for row in rows)
    bands = ", ".join(f"{counts[band]} {band or 'waiting'}" for band in _MARKS if counts[band])
    left_out = f"; {skipped} files left out" if skipped else ""
    speed = f"{summary.seconds:.1f} s ({summary.images_per_second:,.0f}/s, {summary.cached} known before)"
    return f"{len(rows)} studies, {summary.images} images in {speed}: {bands or 'nothing'}{left_out}"


def caution(cards: Sequence[ModelCard]) -> str:
    """Return the line that always stands with the answers."""
    whom = [f" {card.id} {card.version} is for {population_words(card.population)}.{_points(card)}" for card in cards]
    return f"Research use. Not a diagnosis.{''.join(whom)}{_unchecked(cards)}"


def _points(card: ModelCard) -> str:
    return "" if card.held is None else f" Operating points: {printable(card.points_words)}."


def _unchecked(cards: Sequence[ModelCard]) -> str:
    unchecked = [card.id for card in cards if not card.checked_here]
    if len(unchecked) == len(cards):
        return " Operating point not checked at this site." if cards else ""
    return "".join(f" Operating point of {name} not checked at this site." for name in unchecked)


def progress_line(progress: Progress) -> str:
    """Return the state of a run as one line."""
    if not progress.total:
        return progress.stage
    rate = "" if progress.images_per_second is None else f", {progress.images_per_second:.0f}/s"
    left = "" if progress.seconds_left is None else f", {progress.seconds_left:.0f} s left"
    return f"{progress.stage}: {progress.done:,} of {progress.total:,} images{rate}{left}"


def _column(head: str, cells: Sequence[str]) -> list[str]:
    """Return a heading and its cells, all as wide as the widest cell, the heading cut where it is wider."""
    wide = max(map(len, cells), default=0)
    return [f"{text[:wide] if text is head else text:<{wide}}" for text in (head, *cells)]


def _score(row: WorklistRow) -> str:
    return "" if row.score is None else f"{row.score:.2f}"


def _age(years: float | None) -> str:
    return "" if years is None else f"{int(years)}y"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
