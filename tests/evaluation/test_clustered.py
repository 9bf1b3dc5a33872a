"""Cases that come in groups: intervals against the plain bootstrap of whole groups, and by how often they hold."""

import numpy as np
import pytest

from xraydesk.evaluation.bootstrap import auroc_bootstrap, stratified_bootstrap, sums_bootstrap
from xraydesk.evaluation.classification import confusion
from xraydesk.evaluation.curves import average_precision_interval
from xraydesk.evaluation.discrimination import auroc_interval
from xraydesk.evaluation.predictive import performance
from xraydesk.evaluation.proportions import wilson

RNG = np.random.default_rng(5)
GROUPS = np.repeat(np.arange(150), 3)
TRUTH = np.repeat(RNG.random(150) < 0.4, 3) ^ (RNG.random(450) < 0.1)
WRONG = np.repeat(RNG.random(150) < 0.15, 3) ^ (RNG.random(450) < 0.05)  # mostly of whole patients
ANSWER = TRUTH ^ WRONG
SCORE = TRUTH * 1.5 + np.repeat(RNG.normal(size=150), 3) + 0.5 * RNG.normal(size=450)


def bounds(interval):
    return interval.low, interval.high


def test_every_interval_is_that_of_the_plain_bootstrap_of_groups():
    found = performance(TRUTH, ANSWER, groups=GROUPS, repeats=4000)
    plain = performance(TRUTH, ANSWER)

    def slow(name, figure):
        """Patients of both classes apart for F, as `performance` draws; freely for shares, as Wilson counts."""
        strata = TRUTH if name == "f_beta" else np.zeros(450)
        return bounds(stratified_bootstrap(figure, strata, groups=GROUPS, repeats=1000, seed=3))

    for name, figure in (
        ("sensitivity", lambda rows: ANSWER[rows][TRUTH[rows]].mean()),
        ("specificity", lambda rows: 1 - ANSWER[rows][~TRUTH[rows]].mean()),
        ("ppv", lambda rows: TRUTH[rows][ANSWER[rows]].mean()),
        ("npv", lambda rows: 1 - TRUTH[rows][~ANSWER[rows]].mean()),
        ("accuracy", lambda rows: (TRUTH[rows] == ANSWER[rows]).mean()),
        ("f_beta", lambda rows: confusion(TRUTH[rows], ANSWER[rows]).f_beta(3)),
    ):
        mine = getattr(found, name)
        assert mine.value == pytest.approx(getattr(plain, name).value)
        assert bounds(mine) == pytest.approx(slow(name, figure), abs=0.02), name
        if name != "f_beta":
            assert mine.high - mine.low > getattr(plain, name).high - getattr(plain, name).low
    alone, plain = performance(TRUTH, ANSWER, groups=np.arange(450)), performance(TRUTH, ANSWER)
    assert bounds(alone.sensitivity) == pytest.approx(bounds(plain.sensitivity), abs=0.002)
    columns = np.column_stack([TRUTH & ANSWER, TRUTH & ~ANSWER]).astype(float)
    sums = sums_bootstrap(lambda s: s[:, 0] / s.sum(1), columns, truth=TRUTH, groups=GROUPS, repeats=4000)
    assert bounds(found.sensitivity) == pytest.approx(bounds(sums), abs=0.02)


def test_values_at_a_prevalence_are_as_sure_as_the_patients_make_them():
    plain, found = performance(TRUTH, ANSWER, 0.1), performance(TRUTH, ANSWER, 0.1, groups=GROUPS)
    for mine, theirs in ((found.ppv, plain.ppv), (found.npv, plain.npv)):
        assert mine.value == pytest.approx(theirs.value)
        assert mine.low < theirs.low < theirs.value < mine.high
    alone = performance(TRUTH, ANSWER, 0.1, groups=np.arange(450))
    assert bounds(alone.ppv) == pytest.approx(bounds(plain.ppv), abs=0.002)


def test_no_interval_collapses_where_all_are_right():
    found = performance(TRUTH, TRUTH, 0.1, groups=GROUPS)
    patients = len(np.unique(GROUPS[TRUTH]))
    assert bounds(found.sensitivity) == bounds(wilson(patients, patients))
    one = performance([1, 1, 0, 0], [1, 0, 0, 0], groups=["a"] * 4)
    assert bounds(one.sensitivity) == bounds(wilson(0.5, 1))
    assert found.accuracy.low < 1
    assert found.ppv.low < performance(TRUTH, TRUTH, 0.1).ppv.low
    nobody = performance(np.zeros(4), np.zeros(4), groups=[1, 1, 2, 2])
    assert np.isnan(nobody.sensitivity.value)
    assert bounds(nobody.sensitivity) == (0, 1)
    assert performance([], [], groups=[]).n == 0
    with pytest.raises(ValueError, match="groups have shape"):
        performance(TRUTH, ANSWER, groups=GROUPS[:-1])


def test_intervals_hold_as_often_as_they_say_where_a_patients_studies_are_alike():
    """400 made-up samples of 100 patients with three studies: Wilson's holds in 80 %, that of groups in 92 to 98 %."""
    rng = np.random.default_rng(2)
    held = np.zeros(2)
    truth, groups = np.ones(300), np.repeat(np.arange(100), 3)
    for seed in range(400):
        each = np.clip(rng.beta(3, 1, 100), 0, 1)  # how easy a patient is; 0.75 on average
        answer = rng.random(300) < np.repeat(each, 3)
        for place, by in enumerate((None, groups)):
            found = performance(truth, answer, groups=by, repeats=400, seed=seed).sensitivity
            held[place] += found.low <= 0.75 <= found.high
    assert held[0] < held[1]
    assert 0.92 <= held[1] / 400 <= 0.98


def test_the_area_of_groups_is_that_of_the_bootstrap_and_of_the_groups_alone():
    found = auroc_interval(TRUTH, SCORE, groups=GROUPS)
    drawn = auroc_bootstrap(TRUTH, SCORE, groups=GROUPS)
    assert bounds(found) == pytest.approx(bounds(drawn), abs=0.015)
    plain = auroc_interval(TRUTH, SCORE)
    assert found.value == plain.value
    assert found.high - found.low > 1.2 * (plain.high - plain.low)
    twice = [np.repeat(column, 2) for column in (TRUTH, SCORE, np.arange(450))]
    again = auroc_interval(twice[0], twice[1], groups=twice[2])  # a copy tells nothing new
    assert bounds(again) == pytest.approx(bounds(plain))
    assert np.isnan(auroc_interval([1, 1, 0, 0], [4, 3, 2, 1], groups=[1, 1, 2, 3]).low)
    with pytest.raises(ValueError, match="groups have shape"):
        auroc_interval(TRUTH, SCORE, groups=GROUPS[:-1])


def test_copies_do_not_narrow_average_precision():
    plain = average_precision_interval(TRUTH, SCORE)
    twice = [np.repeat(column, 2) for column in (TRUTH, SCORE, np.arange(450))]
    assert bounds(average_precision_interval(twice[0], twice[1], groups=twice[2])) == pytest.approx(bounds(plain))
