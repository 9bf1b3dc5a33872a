import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from xraydesk.evaluation.calibration import brier, expected_calibration_error, platt, reliability_curve, sigmoid


def test_platt_recovers_the_curve_the_outcomes_came_from():
    rng = np.random.default_rng(0)
    logit = rng.normal(0, 2, 20000)
    truth = rng.random(20000) < sigmoid(0.7 * logit - 0.4)
    slope, offset = platt(truth, logit)
    reference = LogisticRegression(C=1e9).fit(logit[:, None], truth)
    assert slope == pytest.approx(reference.coef_[0, 0], abs=2e-3)
    assert offset == pytest.approx(reference.intercept_[0], abs=2e-3)


def test_separated_classes_stay_finite():
    slope, offset = platt([0, 0, 0, 1, 1, 1], [-9.0, -8, -7, 7, 8, 9])
    p = sigmoid(slope * np.array([-9.0, 9.0]) + offset)
    assert 0.05 < p[0] < 0.4 < 0.6 < p[1] < 0.95


def test_slope_never_turns_the_order_round():
    assert platt([1, 1, 0, 0], [-2.0, -1, 1, 2])[0] > 0


def test_weights_stand_for_repeated_cases():
    truth, logit = np.array([0, 1, 1, 0, 1]), np.array([-1.0, 0.5, 2, 0.3, -0.2])
    weight = np.array([3, 1, 2, 1, 4])
    twice = platt(np.repeat(truth, weight), np.repeat(logit, weight))
    assert platt(truth, logit, weight) == pytest.approx(twice, abs=1e-6)


def test_sigmoid_does_not_overflow():
    assert sigmoid([-1e4, 0, 1e4]).tolist() == [0.0, 0.5, 1.0]


def test_calibration_error_is_zero_for_honest_and_large_for_boastful_probabilities():
    rng = np.random.default_rng(2)
    p = rng.random(50000)
    truth = rng.random(50000) < p
    assert expected_calibration_error(truth, p) < 0.02
    assert expected_calibration_error([0, 1] * 50, [0.99] * 100) == pytest.approx(0.49)


def test_brier():
    assert brier([1, 0], [0.8, 0.4]) == pytest.approx((0.04 + 0.16) / 2)


def test_reliability_curve_is_what_the_error_sums_up():
    rng = np.random.default_rng(5)
    p = rng.random(97)
    truth = rng.random(97) < p**2
    curve = reliability_curve(truth, p)
    assert curve.count.sum() == 97
    gap = np.abs(curve.probability - curve.frequency)
    assert (gap * curve.count).sum() / 97 == pytest.approx(expected_calibration_error(truth, p))


def test_reliability_of_few_cases_and_of_none():
    assert reliability_curve([0, 1, 1], [0.2, 0.6, 0.9]).frequency.tolist() == [0, 1, 1]
    assert len(reliability_curve([], []).count) == 0
