import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from xraydesk.evaluation.curves import average_precision, pr_curve, roc_curve

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
