import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from xraydesk.evaluation.classification import confusion, confusion_matrix, f_beta_everything_abnormal

answers = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=50)


@given(answers)
def test_figures_agree_with_scikit_learn(rows):
    truth, called = [t for t, _ in rows], [c for _, c in rows]
    found = confusion(truth, called)
    expected = metrics.confusion_matrix(truth, called, labels=[False, True])
    assert [[found.true_negative, found.false_positive], [found.false_negative, found.true_positive]] == (
        expected.tolist()
    )
    same = {
        found.accuracy: metrics.accuracy_score(truth, called),
        found.precision: metrics.precision_score(truth, called, zero_division=math.nan),
        found.recall: metrics.recall_score(truth, called, zero_division=math.nan),
        found.specificity: metrics.recall_score(truth, called, pos_label=False, zero_division=math.nan),
        found.f_beta(1): metrics.fbeta_score(truth, called, beta=1, zero_division=math.nan),
        found.f_beta(3): metrics.fbeta_score(truth, called, beta=3, zero_division=math.nan),
    }
    for ours, theirs in same.items():
        assert ours == pytest.approx(theirs, abs=1e-9, nan_ok=True)


def test_the_third_f_of_a_published_table_and_its_baseline():
    # healthy/unhealthy triage of ChestX-ray14: 7937 / 4193 / 2936 / 7358, accuracy .6821, F3 .7062, baseline .8946
    truth = np.repeat([0, 0, 1, 1], [7937, 4193, 2936, 7358])
    called = np.repeat([0, 1, 0, 1], [7937, 4193, 2936, 7358])
    found = confusion(truth, called)
    assert found.accuracy == pytest.approx(0.6821, abs=5e-5)
    assert found.f_beta(3) == pytest.approx(0.7062, abs=5e-5)
    assert f_beta_everything_abnormal(truth, 3) == pytest.approx(0.8946, abs=5e-5)


def test_nothing_to_divide_by_is_nan():
    empty = confusion([], [])
    assert all(math.isnan(v) for v in (empty.accuracy, empty.precision, empty.recall, empty.f_beta(1)))
    assert math.isnan(f_beta_everything_abnormal([0, 0], 3))
    assert math.isnan(confusion([1], [1]).negative_predictive_value)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=50))
def test_matrix_agrees_with_scikit_learn(rows):
    truth, given_ = zip(*rows, strict=True)
    expected = metrics.confusion_matrix(truth, given_, labels=range(5))
    assert confusion_matrix(truth, given_, range(5)).tolist() == expected.tolist()
    if len({*truth, *given_}) > 1:  # scikit-learn warns of one class
        assert confusion_matrix(truth, given_).tolist() == metrics.confusion_matrix(truth, given_).tolist()


def test_a_class_not_named_is_refused():
    with pytest.raises(ValueError, match="class 7"):
        confusion_matrix([0, 1], [0, 7], [0, 1])
    with pytest.raises(ValueError, match="0 or 1"):
        confusion([0, 3], [0, 1])


def test_classes_keep_the_order_they_were_named_in():
    assert confusion_matrix([5, 2, 9], [5, 9, 9], [9, 5, 2]).tolist() == [[1, 0, 0], [0, 1, 0], [1, 0, 0]]
    with pytest.raises(ValueError, match="class 7 is not among"):
        confusion_matrix([5, 7], [5, 9], [9, 5])
    with pytest.raises(ValueError, match="class 1 is not among"):
        confusion_matrix([1], [1], [])
