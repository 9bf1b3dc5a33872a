"""What a comparison of two versions came to, as it is kept beside a promotion and in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Any

from xraydesk.errors import PromotionRefused

SCHEMA = 1
_ASK = "Compare the two versions again"


class Outcome(StrEnum):
    """What is known of the challenger's sensitivity."""

    NOT_WORSE = "not worse"  # by more than the margin, at any operating point, with 97.5 % confidence
    WORSE = "worse"  # with as much confidence, at some point
    NOT_SHOWN = "not shown"  # too few abnormal cases, or too different: neither can be said


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which two versions were compared, by which margin, and what came of it."""

    champion: str  # sha256 of the weights
    challenger: str
    outcome: Outcome
    margin: float  # of sensitivity, as a share
    content: Mapping[str, Any]  # all figures, as JSON holds them

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "schema": SCHEMA,
            "champion_sha256": self.champion,
            "challenger_sha256": self.challenger,
            "outcome": str(self.outcome),
            "margin": self.margin,
            **self.content,
        }


def read_evidence(path: Path) -> Evidence:
    """Read what `xraydesk models compare --out` wrote.

    Raises
    ------
    PromotionRefused
        The file cannot be read or is none of a comparison.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["schema"] > SCHEMA:
            raise PromotionRefused(
                "The comparison was written by a newer xraydesk", subject=path, remedy="Update xraydesk"
            )
        margin = float(found["margin"])
        sides = str(found["champion_sha256"]), str(found["challenger_sha256"])
        outcome = Outcome(found["outcome"])
    except OSError as error:
        raise PromotionRefused(f"The comparison cannot be read: {error.strerror}", subject=path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise PromotionRefused("This is no file of a comparison", subject=path, remedy=_ASK) from error
    if found.get("schema") != SCHEMA or not isfinite(margin):
        raise PromotionRefused("This is no file of a comparison", subject=path, remedy=_ASK)
    known = ("schema", "champion_sha256", "challenger_sha256", "outcome", "margin")
    return Evidence(*sides, outcome, margin, {key: value for key, value in found.items() if key not in known})
