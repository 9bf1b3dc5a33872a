import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa as statsmodels_kappa

from xraydesk.evaluation import resampling
from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.bootstrap import stratified_bootstrap
from xraydesk.evaluation.pairs import agreement_intervals, pair_agreement

answers = st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 2)), min_size=1, max_size=60)


def _noisy(truth, error, readers, rng, classes=2):
    """Return what readers say who guess at some of the cases."""
    shape = (readers, len(truth))
    return np.where(rng.random(shape) < error, rng.integers(0, classes, shape), truth)


def test_a_table_worked_by_hand():
    # 45 normal/normal, 15 normal/abnormal, 25 abnormal/normal, 15 abnormal/abnormal (Sim and Wright's kind of table)
    first = [0] * 60 + [1] * 40
    second = [0] * 45 + [1] * 15 + [0] * 25 + [1] * 15
    found = pair_agreement(first, second)
    assert found.table.tolist() == [[45, 15], [25, 15]]
    assert (found.n, found.observed) == (100, pytest.approx(0.60))
    assert found.first_counts.tolist() == [60, 40]
    assert found.second_shares.tolist() == [0.7, 0.3]
    assert found.kappa == pytest.approx((0.60 - 0.54) / 0.46)
    assert found.pabak == pytest.approx(0.20)
    assert found.prevalence_index == pytest.approx((15 - 45) / 100)
    assert found.bias_index == pytest.approx((25 - 15) / 100)
    assert found.positive_agreement == pytest.approx(30 / 70)
    assert found.negative_agreement == pytest.approx(90 / 130)


@given(answers)
def test_kappa_is_pabak_with_bias_and_prevalence_put_in(rows):
    """Byrt, Bishop and Carlin 1993, equation for kappa from the three indices."""
    found = pair_agreement([a % 2 if a >= 0 else -1 for a, _ in rows], [b % 2 for _, b in rows], classes=(0, 1))
    pi, bi = found.prevalence_index, found.bias_index
    if found.n and 1 - pi**2 + bi**2 > 1e-9:
        expected = (found.pabak - pi**2 + bi**2) / (1 - pi**2 + bi**2)
        assert found.kappa == pytest.approx(expected, abs=1e-9)


def test_weighted_kappa_agrees_with_statsmodels():
    table = np.array([[11, 3, 1, 0], [1, 9, 0, 1], [0, 1, 10, 0], [1, 2, 0, 10]])
    first, second = np.nonzero(np.ones_like(table))
    counts = table.ravel()
    for weights, theirs in (("none", None), ("linear", "linear"), ("quadratic", "quadratic")):
        found = pair_agreement(np.repeat(first, counts), np.repeat(second, counts), weights)
        assert found.kappa == pytest.approx(statsmodels_kappa(table, wt=theirs, return_results=False), abs=1e-9)


def test_cases_one_of_them_skipped_are_left_out():
    found = pair_agreement([0, 1, -1, 1], [0.0, np.nan, 1.0, 1.0], classes=(0, 1))
    assert found.table.tolist() == [[1, 0], [0, 1]]


def test_what_cannot_be_said_is_nan():
    nothing = pair_agreement([-1, 0], [0, -1], classes=(0, 1))
    assert nothing.n == 0
    assert all(math.isnan(x) for x in (nothing.kappa, nothing.observed, nothing.pabak, nothing.positive_agreement))
    assert np.isnan(nothing.first_shares).all()
    three = pair_agreement([0, 1, 2], [0, 1, 2])
    assert (three.kappa, three.pabak) == (1, 1)
    assert math.isnan(three.prevalence_index)
    assert math.isnan(three.bias_index)
    assert math.isnan(three.negative_agreement)
    with pytest.raises(ValueError, match="shape"):
        pair_agreement([0], [0, 1])
    with pytest.raises(ValueError, match="-2"):
        pair_agreement([0], [-2])
    with pytest.raises(ValueError, match="not among"):
        pair_agreement([0, 3], [0, 0], classes=(0, 1))


def test_every_pair_has_the_kappa_of_the_two_alone_and_the_interval_of_a_plain_bootstrap():
    rng = np.random.default_rng(0)
    ratings = _noisy(rng.integers(0, 3, 150), 0.3, 3, rng, 3)
    ratings[rng.random(ratings.shape) < 0.1] = -1
    found = agreement_intervals(ratings, (0, 1, 2), "linear", repeats=3000)
    assert [(p.first, p.second) for p in found] == [(0, 1), (0, 2), (1, 2)]
    for pair in found:
        alone = pair_agreement(ratings[pair.first], ratings[pair.second], "linear", (0, 1, 2))
        assert (pair.n, pair.kappa.value) == (alone.n, pytest.approx(alone.kappa, abs=1e-12))
    both = ratings[:2, (ratings[:2] >= 0).all(0)]
    slow = stratified_bootstrap(
        lambda rows: cohens_kappa(both[0, rows], both[1, rows], "linear", range(3)), both[0] * 0, repeats=1500
    )
    assert found[0].kappa.low == pytest.approx(slow.low, abs=0.02)
    assert found[0].kappa.high == pytest.approx(slow.high, abs=0.02)


def test_interval_covers_the_true_kappa_about_as_often_as_it_says():
    """300 made-up studies of 120 cases; 95 % wanted, 91 to 99 % taken (three standard errors and some undercover)."""
    rng = np.random.default_rng(1)
    observed = 0.85**2 + 0.15**2  # each turns the truth over in 15 % of the cases, 40 % of which are abnormal
    said = 0.4 * 0.85 + 0.6 * 0.15
    chance = said**2 + (1 - said) ** 2
    kappa = (observed - chance) / (1 - chance)
    hits = 0
    for seed in range(300):
        truth = rng.random(120) < 0.4
        ratings = truth ^ (rng.random((2, 120)) < 0.15)
        interval = agreement_intervals(ratings.astype(int), (0, 1), repeats=400, seed=seed)[0].kappa
        hits += interval.low <= kappa <= interval.high
    assert 0.91 <= hits / 300 <= 0.99


def test_studies_of_one_patient_stay_together_and_widen_the_interval():
    rng = np.random.default_rng(2)
    ratings = np.repeat(_noisy(rng.integers(0, 2, 30), 0.3, 2, rng), 10, axis=1)
    alone = agreement_intervals(ratings, (0, 1))[0].kappa
    together = agreement_intervals(ratings, (0, 1), groups=np.repeat(np.arange(30), 10))[0].kappa
    assert together.value == alone.value
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_samples_in_blocks_are_the_same_as_at_once(monkeypatch):
    rng = np.random.default_rng(3)
    ratings = _noisy(rng.integers(0, 2, 40), 0.3, 8, rng)
    at_once = agreement_intervals(ratings, (0, 1), repeats=50)
    monkeypatch.setattr(resampling, "_CELLS", 300)
    assert agreement_intervals(ratings, (0, 1), repeats=50) == at_once


def test_one_reader_none_and_readers_who_never_met():
    assert agreement_intervals([[0, 1]], (0, 1)) == ()
    assert agreement_intervals(np.zeros((0, 5), int), (0, 1)) == ()
    (pair,) = agreement_intervals([[0, -1], [-1, 1]], (0, 1))
    assert pair.n == 0
    assert all(math.isnan(x) for x in (pair.kappa.value, pair.kappa.low, pair.kappa.high))
    (empty,) = agreement_intervals(np.zeros((2, 0), int), (0, 1))
    assert math.isnan(empty.kappa.low)
    with pytest.raises(ValueError, match="readers by studies"):
        agreement_intervals([0, 1], (0, 1))
    with pytest.raises(ValueError, match="groups"):
        agreement_intervals([[0, 1], [0, 1]], (0, 1), groups=[1])
