import math

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import roc_auc_score

from xraydesk.evaluation.comparison import mcnemar, paired_delong
from xraydesk.evaluation.discrimination import auroc_interval


def direct_variance(truth, first, second):
    """DeLong's covariance from the definition: every pair of an abnormal and another case."""
    truth = np.asarray(truth, bool)
    rows = []
    for scores in (np.asarray(first), np.asarray(second)):
        x, y = scores[truth][:, None], scores[~truth][None, :]
        psi = (x > y) + 0.5 * (x == y)
        rows.append((psi.mean(1), psi.mean(0)))
    abnormal, other = np.cov([r[0] for r in rows]), np.cov([r[1] for r in rows])
    s = abnormal / truth.sum() + other / (~truth).sum()
    return s[0, 0] + s[1, 1] - 2 * s[0, 1]


def test_difference_and_p_follow_from_the_definition():
    rng = np.random.default_rng(1)
    truth = rng.random(80) < 0.4
    first = np.round(rng.normal(size=80) + 1.2 * truth, 1)
    second = np.round(rng.normal(size=80) + 0.6 * truth + 0.3 * first, 1)
    found = paired_delong(truth, first, second)
    deviation = math.sqrt(direct_variance(truth, first, second))
    assert found.first == pytest.approx(roc_auc_score(truth, first), abs=1e-9)
    gap = found.first - found.second
    assert found.difference.high - gap == pytest.approx(1.959963985 * deviation, abs=1e-8)
    assert found.p_value == pytest.approx(2 * stats.norm.sf(abs(gap) / deviation), abs=1e-9)


def test_under_no_difference_p_is_small_as_often_as_it_should_be():
    rng = np.random.default_rng(2)
    truth = np.repeat([0, 1], 60)
    small, covered = 0, 0
    for _ in range(500):
        common = rng.normal(size=120) + truth
        found = paired_delong(truth, common + rng.normal(size=120), common + rng.normal(size=120))
        small += found.p_value < 0.05
        covered += found.difference.low <= 0 <= found.difference.high
    assert 0.025 <= small / 500 <= 0.08
    assert covered == 500 - small


def test_against_a_constant_it_is_the_test_of_one_area():
    rng = np.random.default_rng(3)
    truth = np.repeat([0, 1], 40)
    score = rng.normal(size=80) + truth
    paired, single = paired_delong(truth, score, np.zeros(80)), auroc_interval(truth, score)
    assert paired.difference.value + 0.5 == pytest.approx(single.value)
    assert paired.difference.low + 0.5 == pytest.approx(single.low)


def test_the_same_order_is_no_difference_and_too_few_do_not_tell():
    assert paired_delong([0, 1, 0, 1], [1, 2, 3, 4], [10, 20, 30, 40]).p_value == 1
    assert math.isnan(paired_delong([0, 0, 1], [1, 2, 3], [3, 2, 1]).p_value)
    perfect_against_reversed = paired_delong([0, 0, 1, 1], [1, 2, 3, 4], [4, 3, 2, 1])
    assert perfect_against_reversed.difference.value == 1
    assert math.isnan(perfect_against_reversed.p_value)


@pytest.mark.parametrize(("b", "c"), [(0, 0), (1, 0), (3, 9), (10, 10), (15, 40), (400, 470)])
def test_mcnemar_is_the_exact_binomial_test(b, c):
    truth = np.ones(b + c + 6, int)
    first = np.r_[np.ones(b), np.zeros(c), np.ones(3), np.zeros(3)].astype(int)
    second = np.r_[np.zeros(b), np.ones(c), np.ones(3), np.zeros(3)].astype(int)
    found = mcnemar(truth, first, second)
    assert (found.only_first_right, found.only_second_right) == (b, c)
    expected = stats.binomtest(b, b + c).pvalue if b + c else 1
    assert found.p_value == pytest.approx(expected, abs=1e-9)


def test_mcnemar_of_many_is_close_to_exact():
    b, c = 900, 1010
    truth = np.ones(b + c, int)
    first = np.r_[np.ones(b), np.zeros(c)].astype(int)
    assert mcnemar(truth, first, 1 - first).p_value == pytest.approx(stats.binomtest(b, b + c).pvalue, rel=0.02)
