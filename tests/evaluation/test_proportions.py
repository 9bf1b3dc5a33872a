import math

import numpy as np
import pytest

from xraydesk.evaluation.proportions import wilson


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
