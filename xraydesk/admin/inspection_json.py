"""An inspection as plain data for other programs."""

from __future__ import annotations

from typing import Any

from xraydesk.admin import problem_words
from xraydesk.admin.cue_figures import Cue
from xraydesk.admin.inspection import Inspection
from xraydesk.admin.problems import Problem


def to_json(found: Inspection) -> dict[str, Any]:
    """Return all figures; films by path, figures that are not known as null."""
    return {
        "label": found.label,
        "films": found.films,
        "patients": found.patients,
        "abnormal": found.abnormal,
        "left_out_by_a_person": len(found.used.excluded),
        "divisions": {
            str(by): [
                {"value": share.value, "films": share.films, "patients": share.patients, "abnormal": share.abnormal}
                for share in shares
            ]
            for by, shares in found.divisions.items()
        },
        "cues": [_cue(cue) for cue in found.cues],
        "problems": [_problem(found, problem) for problem in found.problems],
    }


def _cue(cue: Cue) -> dict[str, Any]:
    area = cue.auroc
    return {"cue": str(cue.kind), "auroc": _known(area.value), "low": _known(area.low), "high": _known(area.high),
            "weight": str(cue.weight), "most_abnormal": cue.best, "words": problem_words.cue_sentence(cue)}  # fmt: skip


def _problem(found: Inspection, problem: Problem) -> dict[str, Any]:
    images = found.looked.table.images
    return {
        "problem": str(problem.kind),
        "severity": str(problem.severity),
        "count": problem.count,
        "words": problem_words.sentence(problem),
        "films": [str(images[row].path) for row in problem.films] if not problem.groups else [],
        "groups": [[str(images[row].path) for row in rows] for rows in problem.groups],
        "reasons": dict(problem.reasons),
    }


def _known(value: float) -> float | None:
    return value if value == value else None  # noqa: PLR0124 - NaN is not itself
