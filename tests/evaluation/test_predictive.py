import math

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score, fbeta_score, precision_score, recall_score
from statsmodels.stats.proportion import proportion_confint

from xraydesk.evaluation.bootstrap import stratified_bootstrap
from xraydesk.evaluation.classification import Confusion, confusion, f_beta_everything_abnormal
from xraydesk.evaluation.predictive import SMALL, performance, predictive_values

RNG = np.random.default_rng(11)
TRUTH = RNG.random(300) < 0.3
ANSWER = TRUTH ^ (RNG.random(300) < 0.2)


def test_every_figure_agrees_with_scikit_learn_and_statsmodels():
    found = performance(TRUTH, ANSWER, beta=2)
    assert (found.n, found.positives, found.negatives) == (300, TRUTH.sum(), (~TRUTH).sum())
    for interval, theirs in (
        (found.sensitivity, recall_score(TRUTH, ANSWER)),
        (found.specificity, recall_score(~TRUTH, ~ANSWER)),
        (found.ppv, precision_score(TRUTH, ANSWER)),
        (found.npv, precision_score(~TRUTH, ~ANSWER)),
        (found.accuracy, accuracy_score(TRUTH, ANSWER)),
        (found.f1, f1_score(TRUTH, ANSWER)),
        (found.f_beta, fbeta_score(TRUTH, ANSWER, beta=2)),
    ):
        assert interval.value == pytest.approx(theirs)
        assert interval.low < interval.value < interval.high
    right = int((TRUTH == ANSWER).sum())
    assert (found.accuracy.low, found.accuracy.high) == pytest.approx(proportion_confint(right, 300, method="wilson"))
    assert found.f_beta_everything_abnormal == pytest.approx(fbeta_score(TRUTH, np.ones(300), beta=2))


def test_f_beta_interval_is_that_of_the_plain_bootstrap():
    found = performance(TRUTH, ANSWER, repeats=4000).f_beta
    slow = stratified_bootstrap(lambda rows: confusion(TRUTH[rows], ANSWER[rows]).f_beta(3), TRUTH, repeats=1500)
    assert (found.low, found.high) == pytest.approx((slow.low, slow.high), abs=0.01)


def test_f_beta_interval_covers_about_as_often_as_it_says():
    """1,000 made-up samples of 60 abnormal and 140 other cases; 95 % wanted, 92 to 97.5 % taken."""
    rng = np.random.default_rng(1)
    true = Confusion(true_positive=51, false_negative=9, false_positive=28, true_negative=112).f_beta(3)
    truth, place, hits = np.repeat([1, 0], [60, 140]), np.arange(200), 0
    for seed in range(1000):
        called = rng.binomial(60, 0.85), rng.binomial(140, 0.2)
        answer = np.where(truth == 1, place < called[0], place - 60 < called[1])
        interval = performance(truth, answer, repeats=300, seed=seed).f_beta
        hits += interval.low <= true <= interval.high
    assert 0.92 <= hits / 1000 <= 0.975


def test_bayes_rule_worked_by_hand():
    counts = Confusion(true_positive=90, false_negative=10, false_positive=20, true_negative=80)
    found = predictive_values(counts, 0.1)
    assert found.positive.value == pytest.approx(0.09 / (0.09 + 0.18))
    assert found.negative.value == pytest.approx(0.72 / (0.72 + 0.01))
    # logit of PPV: log(0.5) with variance 0.1 / 90 + 0.8 / 20
    half = 1.959964 * math.sqrt(0.1 / 90 + 0.8 / 20)
    assert math.log(found.positive.high / (1 - found.positive.high)) == pytest.approx(math.log(0.5) + half, abs=1e-5)
    assert predictive_values(counts, 0.5).positive.value == pytest.approx(counts.precision)
    assert performance(TRUTH, ANSWER, 0.1).ppv == predictive_values(confusion(TRUTH, ANSWER), 0.1).positive


@pytest.mark.parametrize(("sensitivity", "specificity"), [(0.9, 0.8), (0.97, 0.97)])
def test_predictive_values_cover_about_as_often_as_they_say(sensitivity, specificity):
    """1,000 made-up studies of 80 and 120 cases; 95 % wanted, 92.5 to 99.5 % taken (counts of 0 make it wider)."""
    rng = np.random.default_rng(2)
    called = 0.05 * sensitivity, 0.95 * (1 - specificity)
    spared = 0.95 * specificity, 0.05 * (1 - sensitivity)
    true = np.array([called[0] / sum(called), spared[0] / sum(spared)])
    hits = np.zeros(2)
    for tp, tn in zip(rng.binomial(80, sensitivity, 1000), rng.binomial(120, specificity, 1000), strict=True):
        found = predictive_values(Confusion(int(tp), 120 - int(tn), 80 - int(tp), int(tn)), 0.05)
        both = (found.positive, found.negative)
        hits += [value.low <= t <= value.high for value, t in zip(both, true, strict=True)]
    assert (hits / 1000 >= 0.925).all()
    assert (hits / 1000 <= 0.995).all()


def test_counts_of_nothing_still_have_an_interval():
    perfect = predictive_values(Confusion(20, 0, 0, 30), 0.2)
    assert (perfect.positive.value, perfect.positive.high) == (1, 1)
    assert 0.3 < perfect.positive.low < 1
    silent = predictive_values(Confusion(0, 0, 20, 30), 0.2)
    assert math.isnan(silent.positive.value)
    assert 0 < silent.positive.low < silent.positive.high < 1
    absent = predictive_values(Confusion(0, 5, 0, 5), 0.2)
    assert math.isnan(absent.negative.value)
    assert (absent.negative.low, absent.negative.high) == (0, 1)


def test_one_class_and_no_cases_have_no_figure_where_there_is_none():
    healthy = performance([0, 0, 0], [0, 1, 0])
    assert math.isnan(healthy.sensitivity.value)
    assert healthy.specificity.value == pytest.approx(2 / 3)
    assert healthy.f_beta.value == 0
    assert math.isnan(healthy.f_beta_everything_abnormal)
    nothing = performance([], [])
    assert all(math.isnan(x.value) for x in (nothing.accuracy, nothing.ppv, nothing.f1, nothing.f_beta))
    assert nothing.n == 0


def test_few_right_answers_that_are_all_right_have_no_draw_that_is_wrong():
    found = performance([1, 1, 0], [1, 1, 0]).f_beta
    assert (found.low, found.value, found.high) == (1, 1, 1)


def test_small_is_fewer_than_ten_of_a_class():
    assert performance([1] * (SMALL - 1) + [0] * 100, [1] * (SMALL + 99)).small
    assert performance([1] * 100 + [0] * (SMALL - 1), [1] * (SMALL + 99)).small
    assert not performance([1] * SMALL + [0] * SMALL, [1] * (2 * SMALL)).small


def test_the_baseline_is_the_shared_one_and_misuse_is_refused():
    assert performance(TRUTH, ANSWER).f_beta_everything_abnormal == f_beta_everything_abnormal(TRUTH, 3)
    for prevalence in (0, 1, 1.5):
        with pytest.raises(ValueError, match="prevalence"):
            performance([0, 1], [0, 1], prevalence)
    with pytest.raises(ValueError, match="shape"):
        performance([0, 1], [0])
