import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from xraydesk.evaluation.discrimination import auroc, auroc_interval, midranks

cases = st.lists(st.tuples(st.booleans(), st.integers(-5, 5)), min_size=2, max_size=60)


@given(cases)
def test_auroc_agrees_with_scikit_learn(rows):
    truth = [t for t, _ in rows]
    score = [s for _, s in rows]
    if len(set(truth)) == 1:
        assert math.isnan(auroc(truth, score))
    else:
        assert auroc(truth, score) == pytest.approx(roc_auc_score(truth, score), abs=1e-9)


def test_midranks_share_the_mean():
    assert midranks(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1.0, 3.5, 2.0]


def test_interval_covers_the_true_area_about_as_often_as_it_says():
    rng = np.random.default_rng(4)
    true_area = 0.5 * (1 + math.erf(1.0 / 2))  # two unit normals one deviation apart
    truth = np.repeat([0, 1], 60)
    hits = 0
    for _ in range(400):
        interval = auroc_interval(truth, rng.normal(size=120) + truth)
        hits += interval.low <= true_area <= interval.high
    assert 0.92 <= hits / 400 <= 0.98


def test_delong_variance_on_a_case_worked_by_hand():
    # components of positives: 1, 1/2; of negatives: 1, 1/2 -> variance = 0.125/2 + 0.125/2
    interval = auroc_interval([1, 1, 0, 0], [3.0, 1.5, 1.0, 2.0], confidence=0.6826894921)
    assert interval.value == pytest.approx(0.75)
    assert interval.value - interval.low == pytest.approx(math.sqrt(0.125), abs=1e-6)


def test_interval_is_nan_with_one_positive():
    assert math.isnan(auroc_interval([1, 0, 0], [1, 0, 0]).low)
