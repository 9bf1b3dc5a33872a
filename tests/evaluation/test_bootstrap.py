import math

import numpy as np
import pytest

from xraydesk.evaluation.bootstrap import auroc_bootstrap, stratified_bootstrap, sums_bootstrap
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


def _mean(sums):
    return np.divide(sums[:, 0], sums[:, 1], out=np.full(len(sums), np.nan), where=sums[:, 1] > 0)


def test_sums_give_the_interval_of_the_plain_bootstrap():
    rng = np.random.default_rng(5)
    patient, truth = np.repeat(np.arange(40), 5), np.repeat([0, 1], 100)
    x = np.round(np.repeat(rng.normal(size=40), 5) + truth, 3)
    columns = np.stack([x, np.ones(200)], axis=1)
    for groups in (None, patient):
        fast = sums_bootstrap(_mean, columns, truth=truth, groups=groups, repeats=3000)
        slow = stratified_bootstrap(lambda rows: float(x[rows].mean()), truth, groups=groups, repeats=1500)
        assert fast.value == pytest.approx(slow.value, abs=1e-6)
        assert (fast.low, fast.high) == pytest.approx((slow.low, slow.high), abs=0.03)


def test_sums_of_patients_cover_the_truth_about_as_often_as_they_say():
    """300 made-up logs of 60 patients with 3 films each; 95 % wanted, 90 to 98.5 % taken (three standard errors)."""
    rng = np.random.default_rng(6)
    patient, hits = np.repeat(np.arange(60), 3), 0
    for seed in range(300):
        x = np.repeat(rng.normal(size=60), 3) + rng.normal(size=180)
        columns = np.stack([x, np.ones(180)], axis=1)
        found = sums_bootstrap(_mean, columns, groups=patient, repeats=300, seed=seed)
        hits += found.low <= 0 <= found.high
    assert 0.90 <= hits / 300 <= 0.985


def test_area_with_ties_and_patients_is_that_of_the_plain_bootstrap():
    rng = np.random.default_rng(7)
    patient = rng.permutation(np.repeat(np.arange(60), 4))
    truth = np.isin(patient, np.arange(25)).astype(int)
    score = np.round(rng.normal(size=60)[patient] + rng.normal(size=240) + 1.5 * truth)
    for groups in (None, patient):
        fast = auroc_bootstrap(truth, score, groups=groups, repeats=3000)
        slow = stratified_bootstrap(lambda r: auroc(truth[r], score[r]), truth, groups=groups, repeats=1500)
        assert fast.value == pytest.approx(auroc(truth, score))
        assert (fast.low, fast.high) == pytest.approx((slow.low, slow.high), abs=0.015)


def test_area_of_clustered_films_covers_the_truth_about_as_often_as_it_says():
    """200 made-up sets of 40 and 40 patients, 3 films each; 95 % wanted, 89 to 99 % taken."""
    rng = np.random.default_rng(8)
    true = 0.5 * (1 + math.erf(1 / 2))  # 1.4142 apart, deviation of a film 1.4142
    patient, truth, hits = np.repeat(np.arange(80), 3), np.repeat([0, 1], 120), 0
    for seed in range(200):
        score = np.repeat(rng.normal(size=80), 3) + rng.normal(size=240) + math.sqrt(2) * truth
        found = auroc_bootstrap(truth, score, groups=patient, repeats=300, seed=seed)
        hits += found.low <= true <= found.high
    assert 0.89 <= hits / 200 <= 0.99


def test_no_cases_or_one_class_have_no_interval():
    assert math.isnan(sums_bootstrap(_mean, np.zeros((0, 2))).low)
    assert math.isnan(auroc_bootstrap([], []).value)
    assert math.isnan(auroc_bootstrap([1, 1], [0.1, 0.2]).high)
    with pytest.raises(ValueError, match="each case"):
        sums_bootstrap(_mean, [1.0, 2.0])
    with pytest.raises(ValueError, match="groups"):
        auroc_bootstrap([0, 1], [0.1, 0.2], groups=[1])
