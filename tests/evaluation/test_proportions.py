import math

import numpy as np
import pytest
from scipy.stats import beta, binom

from xraydesk.evaluation.proportions import at_most, upper_bound, wilson


def test_wilson_gives_the_published_example():
    # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3: 81 of 263 and 15 of 148
    assert (round(wilson(81, 263).low, 4), round(wilson(81, 263).high, 4)) == (0.2553, 0.3662)
    assert (round(wilson(15, 148).low, 4), round(wilson(15, 148).high, 4)) == (0.0624, 0.1605)


def test_no_trial_says_nothing():
    interval = wilson(0, 0)
    assert math.isnan(interval.value)
    assert (interval.low, interval.high) == (0.0, 1.0)


def test_all_successes_stay_within_bounds():
    interval = wilson(20, 20)
    assert interval.high == pytest.approx(1.0)
    assert 0.8 < interval.low < 1.0


def test_coverage_by_simulation():
    rng = np.random.default_rng(1)
    hits = [wilson(int(k), 50) for k in rng.binomial(50, 0.9, size=2000)]
    share = np.mean([i.low <= 0.9 <= i.high for i in hits])
    assert 0.93 <= share <= 0.985


@pytest.mark.parametrize(("successes", "trials"), [(0, 1), (0, 300), (1, 20), (7, 50), (49, 50), (250, 40_000)])
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_upper_bound_is_scipys_beta_quantile(successes, trials, confidence):
    expected = beta.ppf(confidence, successes + 1, trials - successes)
    assert upper_bound(successes, trials, confidence) == pytest.approx(expected, abs=1e-9)


def test_upper_bound_by_the_rule_of_three_and_at_its_ends():
    assert upper_bound(0, 1000) == pytest.approx(3 / 1000, rel=0.005)
    assert upper_bound(0, 0) == upper_bound(5, 5) == 1.0


def test_upper_bound_is_above_the_truth_at_least_as_often_as_it_says():
    rng = np.random.default_rng(2)
    above = np.mean([upper_bound(int(k), 80) >= 0.04 for k in rng.binomial(80, 0.04, size=1000)])
    assert above >= 0.94  # exact: 0.95 or more, less what 1,000 samples wander


@pytest.mark.parametrize(("successes", "trials"), [(0, 10), (3, 10), (10, 10), (900, 20_000)])
def test_at_most_is_scipys_binomial(successes, trials):
    assert at_most(successes, trials, 0.05) == pytest.approx(binom.cdf(successes, trials, 0.05), rel=1e-9)
