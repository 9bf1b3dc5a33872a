"""What 10 readers said of 50,000 made-up studies: every figure of the researcher's room with its interval.

All pairs of readers, Fleiss' kappa and Krippendorff's alpha from 1,000 bootstrap samples, each reader against the
reference standard, and the area under the ROC of a model with patients drawn as a whole.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tests.bench.rows import Row, emit, memory_megabytes
from xraydesk.evaluation.bootstrap import auroc_bootstrap
from xraydesk.evaluation.multi_rater import alpha_interval, category_counts, fleiss_interval
from xraydesk.evaluation.pairs import agreement_intervals
from xraydesk.evaluation.predictive import performance

STUDIES, READERS, ROUNDS = 50_000, 10, 3
Ints = NDArray[np.int64]


def main() -> None:
    """Measure yes/no answers, then five grades, where hardly two studies have the same answers."""
    rng = np.random.default_rng(0)
    truth = (rng.random(STUDIES) < 0.3).astype(np.int64)
    answers, score = _readers(truth, 2, rng), rng.normal(size=STUDIES) + 1.5 * truth
    seconds = _median(lambda: _statistics(truth, answers, score))
    emit(
        Row(
            "10 readers, 50,000 studies: 45 kappas, Fleiss, alpha, performance, area, all intervals",
            seconds,
            "s",
            5,
            True,
        )
    )
    grades = _readers(rng.integers(0, 5, STUDIES), 5, rng)
    emit(
        Row(
            "the same 45 kappas, Fleiss and alpha for five grades", _median(lambda: _agreement(grades, 5)), "s", 5, True
        )
    )
    emit(Row("memory of the statistics, peak", memory_megabytes(peak=True), "MB"))


def _readers(truth: Ints, classes: int, rng: np.random.Generator) -> Ints:
    """Return answers of readers who guess at a fifth of the studies and skip a tenth."""
    shape = (READERS, STUDIES)
    answers = np.where(rng.random(shape) < 0.2, rng.integers(0, classes, shape), truth)
    return np.where(rng.random(shape) < 0.1, -1, answers)


def _statistics(truth: Ints, answers: Ints, score: NDArray[np.float64]) -> None:
    _agreement(answers, 2)
    for reader in answers:
        performance(truth[reader >= 0], reader[reader >= 0], 0.1)
    auroc_bootstrap(truth, score, groups=np.arange(STUDIES) // 2)


def _agreement(answers: Ints, classes: int) -> None:
    agreement_intervals(answers, range(classes), "linear")
    alpha_interval(answers, "ordinal")
    read_by_all = answers[:, (answers >= 0).all(0)]
    fleiss_interval(category_counts(read_by_all, range(classes)))


def _median(figures: Callable[[], None]) -> float:
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        figures()
        found.append(time.perf_counter() - started)
    return statistics.median(found)


if __name__ == "__main__":
    main()
