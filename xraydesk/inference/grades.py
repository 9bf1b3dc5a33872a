"""Models for ordered grades: their outputs are named by their ends, "KL >= 1", "KL >= 2"... Imports no torch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_AT_LEAST = re.compile(r"(.*?)\s*(?:>=|≥)\s*(\d+)\s*$")
_SCALES = {"KL": "Kellgren-Lawrence"}  # what the short names in a card stand for


def grade_of(probabilities: Mapping[str, float]) -> int | None:
    """Return the grade a model for grades gives: the sum of its P(grade >= k), rounded; None for other models.

    Such a model has one output for each step from 1 up to the highest grade, in any order (Frank and Hall 2001). One
    such output alone is a yes or no, no grade.
    """
    ends = {name: end for name in probabilities if (end := _AT_LEAST.match(name)) is not None}
    steps = sorted(int(end[2]) for end in ends.values())
    if len(steps) < 2 or steps != list(range(1, len(steps) + 1)) or len({end[1] for end in ends.values()}) > 1:
        return None
    return round(sum(probabilities[name] for name in ends))


def scale_of(names: Iterable[str]) -> tuple[str, int] | None:
    """Return the scale's name and its highest grade, ("Kellgren-Lawrence", 4); None where outputs are no grades."""
    ends = {name: end for name in names if (end := _AT_LEAST.match(name)) is not None}
    if grade_of(dict.fromkeys(ends, 0.0)) is None:
        return None
    scale = next(iter(ends.values()))[1]
    return _SCALES.get(scale, scale), max(int(end[2]) for end in ends.values())


def grade_words(probabilities: Mapping[str, float], grade: int | None) -> str:
    """Return a grade as a reader says it, "Kellgren-Lawrence grade 3"; "" where there is none."""
    if grade is None:
        return ""
    scale = next(end[1] for name in probabilities if (end := _AT_LEAST.match(name)) is not None)
    return f"{_SCALES.get(scale, scale)} grade {grade}".strip()
