"""Scenes made from small arrays, without a database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.research.made_up import bundled
from xraydesk.research.answers import Answers
from xraydesk.research.archive import Snapshot, name_of
from xraydesk.research.cases import Cases
from xraydesk.research.readings import NONE, Answered, Readings
from xraydesk.research.scene import Question, Scene
from xraydesk.research.truth import Rule, Truth, TruthRule

Row = Sequence[int]
CODES = {"n": 0, "a": 1, "?": 2, "-": NONE}


def codes(text: str) -> list[int]:
    """Return "na?-" as answers."""
    return [CODES[letter] for letter in text]


def scene(
    readers: dict[str, str],
    truth: Sequence[float] | None = None,
    scores: Sequence[float] | None = None,
    *,
    after: dict[str, str] | None = None,
    confidence: int = 3,
    patients: Sequence[str] | None = None,
    rule: TruthRule | None = None,
    **columns: Sequence[object],
) -> Scene:
    """Return a scene of readers' answers ("na?-"), truth (NaN: not known), scores (NaN: refused by the gate)."""
    count = len(next(iter(readers.values()), "") or truth or scores or "")
    names = tuple(sorted(readers))
    before = np.array([codes(readers[name]) for name in names], np.int8).reshape(len(names), count)
    later = {name: (after or {}).get(name, "-" * count) for name in names}
    again = np.array([codes(later[name]) for name in names], np.int8).reshape(len(names), count)
    last = np.where(again == NONE, before, again).astype(np.int8)
    readings = Readings(
        names,
        answered(last, confidence),
        answered(before, confidence),
        answered(again, confidence),
        again != NONE,
        np.zeros(last.shape, np.int64),
        {},
        0,
    )
    known = np.full(count, np.nan) if truth is None else np.array(truth, float)
    answers = None if scores is None else answers_of(np.array(scores, float))
    cases = cases_of(count, patients, columns)
    snapshot = Snapshot(cases, (), (), {} if answers is None else {name_of(answers.card): answers})
    decided = Truth(known, rule or TruthRule(Rule.REFERENCE), np.zeros(count, bool))
    return Scene(snapshot, Question(rule=decided.rule), cases, readings, decided, answers)


def answered(given: np.ndarray, confidence: int) -> Answered:
    """Return answers all given with the same confidence."""
    sure = np.where(given == NONE, 0, confidence).astype(np.int8)
    return Answered(given, sure, np.full(given.shape, np.nan), np.full(given.shape, np.datetime64("NaT"), "M8[s]"))


def answers_of(scores: np.ndarray) -> Answers:
    """Return a model's answers with these scores; it refuses where there is none."""
    count, card = len(scores), bundled()
    heard = np.where(np.isnan(scores), 0, 1).astype(np.int8)
    never = np.full(count, np.datetime64("NaT"), "M8[s]")
    driver = np.zeros(count, np.int64)
    return Answers(card, heard, scores, scores, {card.labels[0].name: scores}, scores, driver, ("",) * count, never)


def cases_of(count: int, patients: Sequence[str] | None, columns: dict[str, Sequence[object]]) -> Cases:
    """Return studies that differ in nothing but what is said."""
    words = {
        name: np.array(columns.get(name, [""] * count), dtype=np.str_)
        for name in ("sexes", "body_parts", "views", "manufacturers", "modalities", "accessions")
    }
    return Cases(
        study_ids=np.array([f"1.2.{n}" for n in range(count)], dtype=np.str_),
        folders=(Path("films"),) * count,
        patients=np.array(patients or [f"P{n}" for n in range(count)], dtype=np.str_),
        ages=np.array(columns.get("ages", [np.nan] * count), float),
        taken=np.zeros(count, "M8[s]"),
        seen=np.zeros(count, "M8[s]"),
        images=((),) * count,
        **words,
    )
