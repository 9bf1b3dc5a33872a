"""What the model's answer changed in the readers' verdicts, for better and for worse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from xraydesk.evaluation.second_thoughts import Changes, changes
from xraydesk.research.readings import NONE
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import calls_of
from xraydesk.research.truth import Rule
from xraydesk.research.why import Why


@dataclass(frozen=True, slots=True, eq=False)
class ChangedBy:
    """What the model's answer changed for one reader; the reader is "" for all together."""

    reader: str
    changes: Changes
    towards: int  # of the changed ones, after which the reader says what the model says
    away: int  # after which the reader says what the model does not, having said it before


@dataclass(frozen=True, slots=True, eq=False)
class SecondThoughts:
    """Before and after, reader by reader; where ``why`` says something there is nothing to compare."""

    lines: tuple[ChangedBy, ...]
    together: ChangedBy | None
    circular: bool  # what is true was made of these very verdicts, so that better and worse say little
    why: Why


def second_thoughts_of(scene: Scene) -> SecondThoughts:
    """Return how often seeing the model's answer changed a verdict, and with a truth whether for the better.

    "All together" pools the readers' verdicts: a study that two readers read twice counts twice.
    """
    before, after = scene.readings.before.answer, scene.readings.after.answer
    twice = [n for n in range(len(before)) if ((before[n] != NONE) & (after[n] != NONE)).any()]
    if not twice:
        return SecondThoughts((), None, False, Why.NO_SECOND)
    lines = tuple(_line(scene, [n], scene.readings.readers[n]) for n in twice)
    return SecondThoughts(lines, _line(scene, twice, ""), scene.truth.rule.rule is not Rule.REFERENCE, Why.NOTHING)


def _line(scene: Scene, rows: list[int], reader: str) -> ChangedBy:
    before = scene.readings.before.answer[rows].ravel()
    after = scene.readings.after.answer[rows].ravel()
    truth = np.tile(scene.truth.value, len(rows))
    found = changes(before, after, truth if scene.truth.known.any() else None)
    calls = np.full(len(scene.cases), NONE, np.int8) if scene.answers is None else calls_of(scene.answers)
    model = np.tile(calls, len(rows))
    moved = (before != NONE) & (after != NONE) & (before != after) & (model != NONE)
    towards, away = moved & (after == model), moved & (before == model)
    return ChangedBy(reader, found, int(towards.sum()), int(away.sum()))
