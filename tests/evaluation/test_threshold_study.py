import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix
from statsmodels.stats.proportion import proportion_confint

from xraydesk.evaluation.operating_points import at_threshold, rule_in, rule_out
from xraydesk.evaluation.threshold_study import sweep

cases = st.lists(st.tuples(st.booleans(), st.integers(0, 6)), min_size=1, max_size=50)


@given(cases, st.floats(-1, 7))
def test_counts_agree_with_scikit_learn_at_and_between_the_scores(rows, between):
    truth, score = np.array([t for t, _ in rows]), np.array([s for _, s in rows])
    found = sweep(truth, score)
    assert found.threshold.tolist() == sorted(set(score.tolist()))
    for place, threshold in enumerate(found.threshold):
        tn, fp, fn, tp = confusion_matrix(truth, score >= threshold, labels=[False, True]).ravel()
        assert (found.true_negative[place], found.false_positive[place]) == (tn, fp)
        assert (found.false_negative[place], found.true_positive[place]) == (fn, tp)
        assert (found.waiting[place], found.below[place]) == (tp + fp, tn + fn)
    tn, fp, fn, tp = confusion_matrix(truth, score >= between, labels=[False, True]).ravel()
    at = found.at(between)
    assert (at.waiting, at.below, at.abnormal_waiting, at.abnormal_below) == (tp + fp, tn + fn, tp, fn)


def test_bounds_of_what_is_missed():
    truth, score = np.repeat([0, 1, 0, 1], [97, 3, 40, 60]), np.repeat([0.1, 0.1, 0.9, 0.9], [97, 3, 40, 60])
    at = sweep(truth, score).at(0.5)
    assert (at.abnormal_share_below.low, at.abnormal_share_below.high) == pytest.approx(
        proportion_confint(3, 100, method="wilson")
    )
    assert (at.missed.low, at.missed.high) == pytest.approx(proportion_confint(3, 63, method="wilson"))
    assert at.abnormal_share_waiting.value == 0.6
    assert at.abnormal_below_at_most == pytest.approx(proportion_confint(3, 100, alpha=0.1, method="beta")[1])
    assert at.missed.value == pytest.approx(1 - at_threshold(truth, score, 0.5).sensitivity.value)


def test_without_any_event_the_rule_of_three():
    at = sweep([0] * 300 + [1], [0.1] * 300 + [0.9]).at(0.5)
    assert at.abnormal_below == 0
    assert at.abnormal_below_at_most == pytest.approx(3 / 300, rel=0.01)


def test_no_cases_no_counts():
    at = sweep([], []).at(0.5)
    assert (at.waiting, at.below) == (0, 0)
    assert math.isnan(at.missed.value)
    assert at.abnormal_below_at_most == 1
    assert rule_out([], [], 0.9) is None
    with pytest.raises(ValueError, match="finite"):
        sweep([0], [np.nan])


def test_points_by_bound_keep_their_promise_at_any_confidence():
    rng = np.random.default_rng(0)
    truth = np.repeat([0, 1], 200)
    score = rng.normal(size=400) + 2 * truth
    for confidence in (0.8, 0.95):
        out = rule_out(truth, score, 0.9, confidence)
        into = rule_in(truth, score, 0.9, confidence)
        assert out is not None
        assert into is not None
        assert out.sensitivity.low >= 0.9
        assert into.specificity.low >= 0.9
        assert (
            at_threshold(
                truth, score, np.sort(score[(truth == 1) & (score > out.threshold)])[0] + 1e-9, confidence
            ).sensitivity.low
            < 0.9
        )
        assert (
            at_threshold(
                truth, score, np.sort(score[(truth == 0) & (score < into.threshold)])[-1], confidence
            ).specificity.low
            < 0.9
        )
    loose, strict = (rule_out(truth, score, 0.9, c) for c in (0.8, 0.99))
    assert loose is not None
    assert strict is not None
    assert strict.threshold < loose.threshold
