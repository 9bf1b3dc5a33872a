import math

import numpy as np
import pytest

from xraydesk.evaluation.bootstrap import stratified_bootstrap
from xraydesk.evaluation.discrimination import auroc, auroc_interval


def test_interval_is_close_to_delong():
    rng = np.random.default_rng(0)
    truth = np.repeat([0, 1], [120, 80])
    score = rng.normal(size=200) + truth
    found = stratified_bootstrap(lambda rows: auroc(truth[rows], score[rows]), truth, repeats=1500)
    reference = auroc_interval(truth, score)
    assert found.value == reference.value
    assert found.low == pytest.approx(reference.low, abs=0.012)
    assert found.high == pytest.approx(reference.high, abs=0.012)


def test_interval_covers_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    hits = 0
    for i in range(200):
        x = rng.normal(size=60)
        found = stratified_bootstrap(lambda rows, x=x: float(x[rows].mean()), np.zeros(60), repeats=300, seed=i)
        hits += found.low <= 0 <= found.high
    assert 0.88 <= hits / 200 <= 0.98


def test_cases_of_one_group_stay_together_and_widen_the_interval():
    rng = np.random.default_rng(2)
    patient = np.repeat(np.arange(20), 10)
    x = np.repeat(rng.normal(size=20), 10)
    alone = stratified_bootstrap(lambda rows: float(x[rows].mean()), np.zeros(200))
    together = stratified_bootstrap(lambda rows: float(x[rows].mean()), np.zeros(200), groups=patient)
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_each_draw_has_as_many_of_both_classes():
    truth = np.repeat([0, 1], [30, 5])
    found = stratified_bootstrap(lambda rows: float(truth[rows].sum()), truth, repeats=50)
    assert (found.low, found.high) == (5, 5)


def test_same_seed_same_interval_and_no_cases_no_interval():
    x = np.random.default_rng(3).normal(size=30)
    first, second = (stratified_bootstrap(lambda r: float(x[r].mean()), np.zeros(30), seed=4) for _ in range(2))
    assert first == second
    assert math.isnan(stratified_bootstrap(lambda rows: 1.0, []).low)
    with pytest.raises(ValueError, match="groups"):
        stratified_bootstrap(lambda rows: 1.0, [0, 1], groups=[1])
