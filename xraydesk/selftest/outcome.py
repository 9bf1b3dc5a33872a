"""What came of a check, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check: ``words`` say what was found, or what is wrong and what to do."""

    name: str
    passed: bool
    words: str
    seconds: float = 0.0


def passed(outcomes: Sequence[Outcome]) -> bool:
    """Whether the installation works."""
    return all(outcome.passed for outcome in outcomes)


def lines(outcomes: Sequence[Outcome]) -> list[str]:
    """Return a table for a terminal, and one line that sums it up."""
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    rows = [f"{'ok  ' if one.passed else 'FAIL'}  {one.name:{width}}  {one.words}" for one in outcomes]
    failed = sum(not outcome.passed for outcome in outcomes)
    took = sum(outcome.seconds for outcome in outcomes)
    if not failed:
        which = "The check" if len(outcomes) == 1 else f"All {len(outcomes)} checks"
        return [*rows, f"{which} passed in {took:.1f} s."]
    return [*rows, f"{failed} of {len(outcomes)} checks failed; this installation is not to be used for reading."]


def to_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the table for other programs."""
    return {"passed": passed(outcomes), "checks": [asdict(outcome) for outcome in outcomes]}
