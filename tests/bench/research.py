"""What the researcher's pages work out of a log of 50,000 studies that 10 readers and a model judged.

Agreement, performance and figures by group, each as its page asks for it, with all intervals; once with one study a
patient and once with two.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np

from tests.bench.rows import Row, emit, memory_megabytes
from xraydesk.inference.catalogue import installed
from xraydesk.research.agreement import Scale, agreement_of
from xraydesk.research.answers import Answers, Heard
from xraydesk.research.archive import Snapshot, name_of
from xraydesk.research.cases import Cases
from xraydesk.research.groups import By, groups_of
from xraydesk.research.performance import performance_of
from xraydesk.research.readings import NONE, Answered, Readings
from xraydesk.research.scene import Question, Scene
from xraydesk.research.second_thoughts import second_thoughts_of
from xraydesk.research.subjects import subjects_of
from xraydesk.research.truth import Truth, TruthRule
from xraydesk.resources import resource_dir

STUDIES, READERS, ROUNDS = 50_000, 10, 3


def main() -> None:
    """Measure all three pages together, as yes or no."""
    for a_patient in (1, 2):
        scene = made_up(a_patient)
        what = f"agreement, performance, groups: 50,000 predictions, 10 readers, {a_patient} a patient, all intervals"
        emit(Row(what, statistics.median(_measured(scene) for _ in range(ROUNDS)), "s", 5, True))
    emit(Row("memory of the pages' statistics, peak", memory_megabytes(peak=True), "MB"))


def _measured(scene: Scene) -> float:
    started = time.perf_counter()
    agreement_of(scene, Scale.YES_NO)
    second_thoughts_of(scene)
    performance_of(scene)
    groups_of(scene, subjects_of(scene)[0], By.MAKER)
    return time.perf_counter() - started


def made_up(a_patient: int) -> Scene:
    """Return a scene with so many studies a patient; readers are wrong at a tenth and skip a tenth."""
    rng = np.random.default_rng(0)
    ill = rng.random(STUDIES) < 0.3
    shape = (READERS, STUDIES)
    said = np.where(rng.random(shape) < 0.1, ~ill, ill).astype(np.int8)
    said[rng.random(shape) < 0.1] = NONE
    before = _answered(said, rng)
    after = _answered(np.where((rng.random(shape) < 0.1) & (said != NONE), ill, said).astype(np.int8), rng)
    readings = Readings(
        tuple(f"Reader {n}" for n in range(READERS)),
        after, before, after, np.ones(shape, bool), np.zeros(shape, np.int64), {}, 0,
    )  # fmt: skip
    answers = _answers(1 / (1 + np.exp(-rng.normal(size=STUDIES) - np.where(ill, 1.3, -1.3))))
    truth = Truth(ill.astype(np.float64), TruthRule(), np.zeros(STUDIES, bool))
    cases = _cases(a_patient, rng)
    snapshot = Snapshot(cases, (), (), {name_of(answers.card): answers})
    return Scene(snapshot, Question(), cases, readings, truth, answers)


def _answered(said: np.ndarray, rng: np.random.Generator) -> Answered:
    sure = np.where(said == NONE, 0, rng.integers(1, 6, said.shape)).astype(np.int8)
    return Answered(said, sure, np.full(said.shape, np.nan), np.full(said.shape, np.datetime64("NaT"), "M8[s]"))


def _answers(score: np.ndarray) -> Answers:
    card = installed([resource_dir("models")])[0].card
    return Answers(
        card,
        np.full(STUDIES, Heard.JUDGED, np.int8),
        score,
        np.log(score / (1 - score)),
        {card.abnormal.name: score},
        np.zeros(STUDIES),
        np.zeros(STUDIES, np.int64),
        ("",) * STUDIES,
        np.full(STUDIES, np.datetime64("NaT"), "M8[s]"),
    )


def _cases(a_patient: int, rng: np.random.Generator) -> Cases:
    words = np.array(["A", "B", "C"])
    sexes, parts, views, makers, kinds = (words[rng.integers(0, 3, STUDIES)] for _ in range(5))
    times = np.zeros(STUDIES, "datetime64[s]")
    return Cases(
        np.array([f"1.2.{n}" for n in range(STUDIES)]),
        (Path("films"),) * STUDIES,
        np.array([f"P{n // a_patient}" for n in range(STUDIES)]),
        rng.uniform(0, 90, STUDIES),
        sexes,
        parts,
        views,
        makers,
        kinds,
        np.full(STUDIES, ""),
        times,
        times,
        ((),) * STUDIES,
    )


if __name__ == "__main__":
    main()
