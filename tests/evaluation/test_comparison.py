import math

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import roc_auc_score

from xraydesk.evaluation.comparison import mcnemar, paired_delong, paired_difference
from xraydesk.evaluation.discrimination import auroc_interval


def direct_variance(truth, first, second):
    """DeLong's covariance from the definition: every pair of an abnormal and another case."""
    truth = np.asarray(truth, bool)
    rows = []
    for scores in (np.asarray(first), np.asarray(second)):
        x, y = scores[truth][:, None], scores[~truth][None, :]
        psi = (x > y) + 0.5 * (x == y)
        rows.append((psi.mean(1), psi.mean(0)))
    abnormal, other = np.cov([r[0] for r in rows]), np.cov([r[1] for r in rows])
    s = abnormal / truth.sum() + other / (~truth).sum()
    return s[0, 0] + s[1, 1] - 2 * s[0, 1]


def test_difference_and_p_follow_from_the_definition():
    rng = np.random.default_rng(1)
    truth = rng.random(80) < 0.4
    first = np.round(rng.normal(size=80) + 1.2 * truth, 1)
    second = np.round(rng.normal(size=80) + 0.6 * truth + 0.3 * first, 1)
    found = paired_delong(truth, first, second)
    deviation = math.sqrt(direct_variance(truth, first, second))
    assert found.first == pytest.approx(roc_auc_score(truth, first), abs=1e-9)
    gap = found.first - found.second
    assert found.difference.high - gap == pytest.approx(1.959963985 * deviation, abs=1e-8)
    assert found.p_value == pytest.approx(2 * stats.norm.sf(abs(gap) / deviation), abs=1e-9)


def test_under_no_difference_p_is_small_as_often_as_it_should_be():
    rng = np.random.default_rng(2)
    truth = np.repeat([0, 1], 60)
    small, covered = 0, 0
    for _ in range(500):
        common = rng.normal(size=120) + truth
        found = paired_delong(truth, common + rng.normal(size=120), common + rng.normal(size=120))
        small += found.p_value < 0.05
        covered += found.difference.low <= 0 <= found.difference.high
    assert 0.025 <= small / 500 <= 0.08
    assert covered == 500 - small


def test_against_a_constant_it_is_the_test_of_one_area():
    rng = np.random.default_rng(3)
    truth = np.repeat([0, 1], 40)
    score = rng.normal(size=80) + truth
    paired, single = paired_delong(truth, score, np.zeros(80)), auroc_interval(truth, score)
    assert paired.difference.value + 0.5 == pytest.approx(single.value)
    assert paired.difference.low + 0.5 == pytest.approx(single.low)


def test_the_same_order_is_no_difference_and_too_few_do_not_tell():
    assert paired_delong([0, 1, 0, 1], [1, 2, 3, 4], [10, 20, 30, 40]).p_value == 1
    assert math.isnan(paired_delong([0, 0, 1], [1, 2, 3], [3, 2, 1]).p_value)
    perfect_against_reversed = paired_delong([0, 0, 1, 1], [1, 2, 3, 4], [4, 3, 2, 1])
    assert perfect_against_reversed.difference.value == 1
    assert math.isnan(perfect_against_reversed.p_value)


@pytest.mark.parametrize(("b", "c"), [(0, 0), (1, 0), (3, 9), (10, 10), (15, 40), (400, 470)])
def test_mcnemar_is_the_exact_binomial_test(b, c):
    truth = np.ones(b + c + 6, int)
    first = np.r_[np.ones(b), np.zeros(c), np.ones(3), np.zeros(3)].astype(int)
    second = np.r_[np.zeros(b), np.ones(c), np.ones(3), np.zeros(3)].astype(int)
    found = mcnemar(truth, first, second)
    assert (found.only_first_right, found.only_second_right) == (b, c)
    expected = stats.binomtest(b, b + c).pvalue if b + c else 1
    assert found.p_value == pytest.approx(expected, abs=1e-9)


def test_mcnemar_of_many_is_close_to_exact():
    b, c = 900, 1010
    truth = np.ones(b + c, int)
    first = np.r_[np.ones(b), np.zeros(c)].astype(int)
    assert mcnemar(truth, first, 1 - first).p_value == pytest.approx(stats.binomtest(b, b + c).pvalue, rel=0.02)


def answers(both: int, first: int, second: int, neither: int) -> tuple[np.ndarray, np.ndarray]:
    one = np.repeat([1, 1, 0, 0], [both, first, second, neither])
    other = np.repeat([1, 0, 1, 0], [both, first, second, neither])
    return one, other


def test_tangos_own_example():
    # Tango 1998, two ways to disinfect lenses: of 44 pairs one differs
    found = paired_difference(*answers(43, 0, 1, 0))
    assert found.value == pytest.approx(-1 / 44)
    assert (found.low, found.high) == (pytest.approx(-0.1184, abs=2e-3), pytest.approx(0.0598, abs=2e-3))


def test_two_that_never_differ_leave_an_interval_of_known_width():
    found = paired_difference(*answers(80, 0, 0, 20))
    assert (found.value, found.high) == (0.0, pytest.approx(3.841459 / (100 + 3.841459), abs=1e-5))
    assert found.low == pytest.approx(-found.high)


def test_turned_round_it_is_the_same_interval_turned_round():
    one, other = answers(30, 9, 3, 20)
    there, back = paired_difference(one, other), paired_difference(other, one)
    assert (there.value, there.low, there.high) == pytest.approx((-back.value, -back.high, -back.low))
    assert there.low < 6 / 62 < there.high
    assert paired_difference([1, 1, 1], [0, 0, 0]).high == pytest.approx(1.0)


def test_no_cases_have_no_difference():
    assert math.isnan(paired_difference([], []).value)
    with pytest.raises(ValueError, match="shape"):
        paired_difference([1, 0], [1])


@pytest.mark.parametrize(("p_first", "p_second", "n"), [(0.08, 0.04, 60), (0.02, 0.05, 150), (0.01, 0.01, 200)])
def test_the_interval_holds_the_difference_as_often_as_it_says(p_first, p_second, n):
    rng = np.random.default_rng(5)
    drawn = rng.multinomial(n, [p_first, p_second, 1 - p_first - p_second], size=1500)
    held = 0
    for b, c, same in drawn:
        found = paired_difference(*answers(int(same), int(b), int(c), 0))
        held += found.low <= p_first - p_second <= found.high
    assert 0.93 <= held / 1500 <= 0.985


def alike(rng, patients=60, each=3):
    """Two models whose errors are shared by a patient's cases, and that are equally good."""
    owner = np.repeat(np.arange(patients), each)
    truth = np.repeat(rng.random(patients) < 0.5, each)
    shared = np.repeat(rng.normal(size=(patients, 2)), each, axis=0)
    return owner, truth, *(1.2 * truth + shared[:, n] + 0.5 * rng.normal(size=len(owner)) for n in (0, 1))


def test_patients_with_several_cases_are_no_reason_to_see_a_difference():
    rng = np.random.default_rng(1)
    false_alarms = np.zeros((2, 3))
    for _ in range(300):
        owner, truth, one, other = alike(rng)
        for row, groups in enumerate((None, owner)):
            gap = paired_difference((one > 0.6) == truth, (other > 0.6) == truth, groups=groups)
            false_alarms[row] += (
                paired_delong(truth, one, other, groups=groups).p_value < 0.05,
                mcnemar(truth, one > 0.6, other > 0.6, groups=groups).p_value < 0.05,
                not gap.low <= 0 <= gap.high,
            )
    alone, together = false_alarms / 300
    assert (alone > 0.1).all()  # cases taken as independent: far too many
    assert (together < 0.09).all()


def test_groups_of_one_are_no_groups():
    _, truth, one, other = alike(np.random.default_rng(2))
    own = np.arange(len(truth))
    plain, grouped = (paired_delong(truth, one, other, groups=groups) for groups in (None, own))
    assert (grouped.difference.low, grouped.p_value) == pytest.approx((plain.difference.low, plain.p_value))
    gaps = [paired_difference(one > 0.6, other > 0.6, groups=groups) for groups in (None, own)]
    assert gaps[1].high == pytest.approx(gaps[0].high, abs=2e-3)
    tests = [mcnemar(truth, one > 0.6, other > 0.6, groups=groups) for groups in (None, own)]
    assert tests[1].p_value >= tests[0].p_value


def test_a_case_written_down_three_times_is_one_case():
    _, truth, one, other = alike(np.random.default_rng(3), each=1)
    three = [np.repeat(part, 3) for part in (truth, one, other, np.arange(len(truth)))]
    once, thrice = paired_delong(truth, one, other), paired_delong(*three[:3], groups=three[3])
    assert thrice.difference.low == pytest.approx(once.difference.low, abs=1e-3)
    gap = paired_difference(one > 0.6, other > 0.6, groups=np.arange(len(truth)))
    again = paired_difference(three[1] > 0.6, three[2] > 0.6, groups=three[3])
    assert (again.low, again.high) == pytest.approx((gap.low, gap.high), abs=2e-3)


def test_groups_that_tell_nothing():
    assert math.isnan(paired_difference([], [], groups=[]).value)
    assert mcnemar([1, 1], [1, 1], [1, 1], groups=[1, 1]).p_value == 1
    one_patient_each = paired_delong([1, 1, 0, 0], [1, 2, 3, 4], [4, 2, 1, 3], groups=[1, 1, 2, 2])
    assert math.isnan(one_patient_each.p_value)
    same = paired_difference([1, 1, 1, 1], [1, 1, 1, 1], groups=[1, 1, 2, 2])
    assert same.high == paired_difference([1, 1], [1, 1]).high
    for compare in (lambda groups: mcnemar([1, 0], [1, 0], [1, 1], groups=groups),
                    lambda groups: paired_difference([1, 0], [1, 1], groups=groups)):  # fmt: skip
        with pytest.raises(ValueError, match="groups have shape"):
            compare([1])
