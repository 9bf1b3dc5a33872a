import numpy as np
import pytest

from xraydesk.evaluation.control import LEAST_BASELINE, RUN, individuals_chart, p_chart, xbar_chart

# Montgomery, Introduction to Statistical Quality Control, table 7.1: cans not conforming, 30 samples of 50
CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]


def test_montgomerys_cans():
    found = p_chart(CANS, [50] * 30)
    assert found.enough
    assert found.centre[0] == pytest.approx(0.2313, abs=5e-5)
    half = (found.upper[0] - found.centre[0]) / found.overdispersion
    assert found.centre[0] + half == pytest.approx(0.4102, abs=1e-4)
    assert found.centre[0] - half == pytest.approx(0.0524, abs=1e-4)
    z = (np.array(CANS) / 50 - found.centre[0]) / (half / 3)
    assert found.overdispersion == pytest.approx(np.abs(np.diff(z)).mean() / 1.128)
    plain = (np.array(CANS) / 50 > found.centre[0] + half).nonzero()[0] + 1
    assert plain.tolist() == [15, 23]  # as printed there


def test_chance_alone_is_rarely_out():
    """2,000 charts of 30 weeks: of the points 0.05 to 1 % are out (0.27 % of a normal curve is)."""
    rng = np.random.default_rng(0)
    out = [p_chart(rng.binomial(200, 0.2, 30), [200] * 30, 20).out.mean() for _ in range(2000)]
    assert 0.0005 < np.mean(out) < 0.01


def test_weeks_that_differ_by_more_than_chance_widen_the_limits():
    rng = np.random.default_rng(1)
    totals = np.full(60, 20_000)
    found = p_chart(rng.binomial(totals, rng.normal(0.1, 0.01, 60)), totals, 40)
    assert found.overdispersion == pytest.approx(0.01 / np.sqrt(0.09 / 20_000), rel=0.35)
    assert found.out.mean() < 0.05
    worse = p_chart(np.append(rng.binomial(totals, rng.normal(0.1, 0.01, 60)), 3000), np.append(totals, 20_000), 60)
    assert worse.out[-1]


def test_limits_go_by_the_size_of_each_week_and_stay_between_0_and_1():
    found = p_chart([5] * 10 + [1, 100], [50] * 10 + [10, 1000])
    assert found.overdispersion == 1
    assert found.upper[10] > found.upper[0] > found.upper[11]
    assert found.lower[10] == 0


def test_a_week_without_studies_is_no_point():
    found = p_chart([5] * 10 + [0], [50] * 10 + [0])
    assert found.known.tolist() == [True] * 10 + [False]
    assert (found.value[-1], found.upper[-1], found.out[-1]) == (0, 0, False)
    means = xbar_chart([1.0, np.nan] + [1.1, 0.9] * 5, [0.2, np.nan] + [0.2] * 10, [10, 0] + [10] * 10)
    assert means.baseline == 11
    assert np.isfinite(np.concatenate([means.value, means.centre, means.lower, means.upper])).all()
    single = individuals_chart([np.nan, 1, 2, 1, 2, 1, 2, 1, 2, 9])
    assert single.known.tolist() == [False] + [True] * 9
    assert np.isfinite(single.upper).all()


def test_too_few_points_say_so_and_flag_nothing():
    few = LEAST_BASELINE - 1
    for found in (
        p_chart([1] * few + [50], [50] * (few + 1), few),
        xbar_chart([1.0] * few + [99], [0.1] * (few + 1), [20] * (few + 1), few),
        individuals_chart([1.0] * few + [99], few),
        individuals_chart([]),
        p_chart([], []),
        xbar_chart([], [], []),
        p_chart([0, 0], [0, 0]),
    ):
        assert not found.enough
        assert found.baseline <= few
        assert not found.alarm.any()
        assert np.isfinite(np.concatenate([found.value, found.centre, found.lower, found.upper])).all()


def test_means_have_the_error_of_their_counts():
    found = xbar_chart([10, 12] * 10, [3.0] * 20, [9] * 19 + [36])
    centre = (10 * 90 + 12 * 81 + 12 * 36) / 207
    z = (np.array([10, 12] * 10) - centre) / np.array([1.0] * 19 + [0.5])
    assert found.centre[0] == pytest.approx(centre)
    assert found.overdispersion == pytest.approx(np.abs(np.diff(z)).mean() / 1.128)
    assert found.upper[0] - centre == pytest.approx(3 * found.overdispersion)
    assert found.upper[-1] - centre == pytest.approx(1.5 * found.overdispersion)


def test_means_by_chance_alone_are_rarely_out_and_a_shift_is():
    rng = np.random.default_rng(2)
    out = []
    for _ in range(300):
        scores = rng.normal(0.3, 0.2, (30, 40))
        out.append(xbar_chart(scores.mean(1), scores.std(1, ddof=1), [40] * 30, 20).out.mean())
    assert 0.0003 < np.mean(out) < 0.01
    assert xbar_chart(np.append(scores.mean(1), 0.5), [0.2] * 31, [40] * 31, 30).out[-1]


def test_individuals_worked_by_hand():
    found = individuals_chart([10, 11, 10, 11, 10, 11, 10, 11, 14], 8)
    assert found.centre[0] == 10.5
    assert found.upper[0] == pytest.approx(10.5 + 2.66 * 1, abs=0.005)
    assert found.out.tolist() == [False] * 8 + [True]
    assert found.overdispersion == 1


def test_eight_on_one_side_is_a_run_and_a_point_on_the_centre_ends_it():
    steady = [1.0, -1.0] * 10
    found = individuals_chart([*steady, *[0.5] * (RUN + 1)], 20)
    assert not found.out.any()
    assert found.run.tolist() == [False] * (20 + RUN - 1) + [True] * 2
    broken = individuals_chart([*steady, *[0.5] * (RUN - 2), 0.0, *[0.5] * (RUN - 1)], 20)
    assert not broken.alarm.any()


def test_misuse_is_refused():
    with pytest.raises(ValueError, match="between 0 and its total"):
        p_chart([3], [2])
    with pytest.raises(ValueError, match="between 0 and its total"):
        p_chart([3, 1], [5])
    with pytest.raises(ValueError, match="baseline"):
        p_chart([1], [2], -1)
    with pytest.raises(ValueError, match="infinite"):
        individuals_chart([np.inf])
    with pytest.raises(ValueError, match="below 0"):
        xbar_chart([1.0], [-1.0], [5])
    with pytest.raises(ValueError, match="finite"):
        xbar_chart([np.nan], [1.0], [5])
    with pytest.raises(ValueError, match="shape"):
        individuals_chart([[1.0]])
