"""All figures of one scene at once: what the command line prints and the report shows, from the pages' own numbers."""

from __future__ import annotations

from dataclasses import dataclass

from xraydesk.inference.card import PointName
from xraydesk.research.agreement import Agreement, Scale, agreement_of
from xraydesk.research.archive import name_of
from xraydesk.research.drift import Drift, drift_of
from xraydesk.research.groups import By, Groups, groups_of
from xraydesk.research.overview import Overview, overview_of
from xraydesk.research.performance import Choice, PerformanceFigures, performance_of
from xraydesk.research.points import PointsStudy, study_of
from xraydesk.research.scene import Scene
from xraydesk.research.second_thoughts import SecondThoughts, second_thoughts_of
from xraydesk.research.subjects import Kind, Subject
from xraydesk.research.why import Why


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What each page of the researcher's room would show."""

    scene: Scene
    overview: Overview
    agreement: tuple[Agreement, ...]  # on every scale
    second_thoughts: SecondThoughts
    performance: PerformanceFigures
    groups: tuple[Groups, ...]  # of the model at its default point; empty without a model or a truth
    points: PointsStudy | Why
    drift: Drift


def summary_of(scene: Scene, choice: Choice | None = None) -> Summary:
    """Return all figures; seconds on a long log: call it from a worker thread. Raises as `performance_of`."""
    choice = choice or Choice()
    return Summary(
        scene,
        overview_of(scene),
        tuple(agreement_of(scene, scale, repeats=choice.repeats) for scale in Scale),
        second_thoughts_of(scene),
        performance_of(scene, choice),
        _groups(scene, choice),
        study_of(scene),
        drift_of(scene),
    )


def _groups(scene: Scene, choice: Choice) -> tuple[Groups, ...]:
    answers = scene.answers
    if answers is None or not (answers.judged & scene.truth.known).any():
        return ()
    model = Subject(Kind.MODEL, name_of(answers.card), PointName.DEFAULT)
    return tuple(groups_of(scene, model, by, choice) for by in By)
