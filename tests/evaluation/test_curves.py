import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from sklearn import metrics

from xraydesk.evaluation.curves import average_precision, average_precision_interval, pr_curve, roc_curve

cases = st.lists(st.tuples(st.booleans(), st.integers(-4, 4)), min_size=2, max_size=60)


def both_classes(rows):
    return len({t for t, _ in rows}) == 2


@given(cases.filter(both_classes))
def test_curves_agree_with_scikit_learn(rows):
    truth, score = np.array([t for t, _ in rows]), np.array([s for _, s in rows], dtype=float)
    roc, pr = roc_curve(truth, score), pr_curve(truth, score)
    fpr, tpr, threshold = metrics.roc_curve(truth, score, drop_intermediate=False)
    assert roc.false_positive_rate == pytest.approx(fpr, abs=1e-9)
    assert roc.true_positive_rate == pytest.approx(tpr, abs=1e-9)
    assert roc.threshold.tolist() == threshold.tolist()
    precision, recall, threshold = metrics.precision_recall_curve(truth, score)
    assert pr.precision == pytest.approx(precision, abs=1e-9)
    assert pr.recall == pytest.approx(recall, abs=1e-9)
    assert pr.threshold.tolist() == threshold.tolist()
    expected = metrics.average_precision_score(truth, score)
    assert average_precision(truth, score) == pytest.approx(expected, abs=1e-9)


def test_a_class_that_is_absent_gives_nan_and_no_warning():
    assert np.isnan(average_precision([0, 0], [0.1, 0.2]))
    assert np.isnan(pr_curve([0, 0], [0.1, 0.2]).recall[:-1]).all()
    assert np.isnan(roc_curve([0, 0], [0.1, 0.2]).true_positive_rate).all()
    assert np.isnan(roc_curve([1, 1], [0.1, 0.2]).false_positive_rate).all()
    assert average_precision([1, 1], [0.1, 0.2]) == 1


def test_no_cases_at_all():
    assert np.isnan(average_precision([], []))
    assert len(pr_curve([], []).threshold) == 0
    assert len(roc_curve([], []).threshold) == 1


@pytest.mark.parametrize(
    ("truth", "score", "words"),
    [
        ([0, 1], [0.1], "shape"),
        ([0, 1], [0.1, np.nan], "finite"),
        ([0, 2], [0.1, 0.2], "0 or 1"),
        ([[1]], [[1]], "row"),
    ],
)
def test_senseless_input_is_refused(truth, score, words):
    with pytest.raises(ValueError, match=words):
        roc_curve(truth, score)


def test_interval_of_average_precision_covers_the_truth_about_as_often_as_it_says():
    """400 made-up sets of 60 abnormal and 140 other cases; 95 % wanted, 91 to 99.5 % taken."""
    cut = np.linspace(-6, 8, 4001)
    caught, mistaken = 60 * norm.sf(cut, 1.5), 140 * norm.sf(cut)
    true = np.trapezoid(norm.pdf(cut, 1.5) * caught / (caught + mistaken), cut)
    rng, truth, hits = np.random.default_rng(3), np.repeat([1, 0], [60, 140]), 0
    for _ in range(400):
        interval = average_precision_interval(truth, rng.normal(size=200) + 1.5 * truth)
        hits += interval.low <= true <= interval.high
    assert 0.91 <= hits / 400 <= 0.995


def test_interval_of_average_precision_by_the_formula_of_the_logit():
    truth, score = [1, 1, 0, 1, 0], [0.9, 0.8, 0.7, 0.6, 0.5]
    value = average_precision(truth, score)
    found = average_precision_interval(truth, score)
    half = 1.959964 / math.sqrt(3 * value * (1 - value))
    assert math.log(found.high / (1 - found.high)) == pytest.approx(math.log(value / (1 - value)) + half, abs=1e-5)
    assert found.low < found.value < found.high


def test_interval_of_average_precision_at_its_ends():
    perfect = average_precision_interval([0] * 5 + [1] * 20, range(25))
    assert perfect.value == 1
    assert 0.8 < perfect.low < 1
    absent = average_precision_interval([0, 0], [0.1, 0.2])
    assert math.isnan(absent.value)
    assert (absent.low, absent.high) == (0, 1)
