"""What is being looked at: one model, one standard of truth, one finding, and the arrays that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from xraydesk.research.answers import Answers
from xraydesk.research.archive import Snapshot
from xraydesk.research.cases import Cases
from xraydesk.research.readings import Readings, readings_of
from xraydesk.research.truth import Rule, Truth, TruthRule, truth_of


@dataclass(frozen=True, slots=True)
class Question:
    """What a researcher chose."""

    model: str = ""  # by `archive.name_of`; "" takes the first that has said anything
    rule: TruthRule = field(default_factory=TruthRule)
    finding: str = ""  # of readers' answers; "" is the verdict on the study
    folder: Path | None = None  # only the studies seen last in this folder; None takes all


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One snapshot seen through one question. All arrays have one column a case, in the order of ``cases``."""

    snapshot: Snapshot
    question: Question
    cases: Cases
    readings: Readings
    truth: Truth
    answers: Answers | None  # None where no model has said anything


def look(snapshot: Snapshot, question: Question) -> Scene:
    """Return a snapshot as a question sees it; a model that is not there is replaced by the first that is."""
    cases = snapshot.cases
    answers = snapshot.answers.get(question.model) or next(iter(snapshot.answers.values()), None)
    if question.folder is not None:
        rows = np.array([folder == question.folder for folder in cases.folders], bool)
        cases, answers = cases.take(rows), None if answers is None else answers.take(rows)
    readings = readings_of(cases, snapshot.verdicts, question.finding)
    truth = truth_of(cases, question.rule, readings, snapshot.reference)
    return Scene(snapshot, question, cases, readings, truth, answers)


def first_question(snapshot: Snapshot) -> Question:
    """Return what to begin with: the reference labels where there are any, else the readers' majority.

    Of the models, the one that judged most of the cases.
    """
    model = max(snapshot.answers, key=lambda name: int(snapshot.answers[name].judged.sum()), default="")
    rule = Rule.REFERENCE if snapshot.reference else Rule.MAJORITY
    return Question(model, TruthRule(rule))
