import numpy as np
import pytest

from xraydesk.evaluation import resampling
from xraydesk.evaluation.resampling import Sample, by_group, distinct, draws, plain_sums, resampled_sums

ROWS = np.array([[0, 1], [1, 1], [0, 1], [2, 0], [0, 1]])


def test_equal_cases_are_one_row_with_a_count():
    kept, sample = distinct(ROWS)
    assert kept.tolist() == [[0, 1], [1, 1], [2, 0]]
    assert sample.count.tolist() == [3, 1, 1]
    assert plain_sums(sample, lambda part: kept[part].astype(np.float32)).tolist() == [3, 4]


def test_rows_too_wide_for_one_number_are_told_apart_as_well():
    rows = np.random.default_rng(1).integers(0, 1000, (30, 8))[np.arange(60) % 30]
    kept, sample = distinct(rows)
    assert sorted(kept.tolist()) == sorted(rows[:30].tolist())
    assert (sample.count == 2).all()


@pytest.mark.parametrize("equal", [1, 50])
def test_each_draw_has_as_many_cases_and_counts_are_multinomial(equal):
    """Both ways of drawing: many equal cases, and hardly any; moments within 5 %."""
    _, sample = distinct(np.repeat([[0], [1], [2], [2]], equal, axis=0))
    weights = np.concatenate(list(draws(sample, 20_000, 3)))
    n = 4 * equal
    assert (weights.sum(1) == n).all()
    assert weights.mean(0) == pytest.approx([n / 4, n / 4, n / 2], rel=0.05)
    assert weights.var(0) == pytest.approx([n * 3 / 16, n * 3 / 16, n / 4], rel=0.05)


def test_strata_keep_their_size_and_groups_their_cases():
    groups, abnormal = np.array([7, 3, 7, 5, 1, 3]), np.array([0, 0, 1, 0, 1, 0])
    weights = np.concatenate(list(draws(by_group(groups, 6, abnormal), 200, 0)))
    assert (weights[:, 0] == weights[:, 2]).all()
    assert (weights[:, 1] == weights[:, 5]).all()
    assert (weights[:, [0, 4]].sum(1) == 2).all()  # patients 7 and 1 have an abnormal film
    assert (weights[:, [1, 3]].sum(1) == 2).all()


def test_a_row_that_stands_for_no_case_is_never_drawn():
    sample = Sample(np.arange(4), np.array([2, 0, 0, 30]), np.array([1, 1, 0, 0]))
    weights = np.concatenate(list(draws(sample, 50, 0)))
    assert weights.tolist() == [[2, 0, 0, 30]] * 50


def test_groups_of_one_case_each_may_come_in_any_order():
    truth = np.array([1, 0, 0, 0, 1])
    weights = np.concatenate(list(draws(by_group(["e", "d", "c", "b", "a"], 5, truth), 100, 0)))
    assert (weights @ truth == 2).all()


def test_slices_and_blocks_add_up_to_the_same(monkeypatch):
    rng = np.random.default_rng(0)
    rows = rng.integers(0, 100, (300, 3)).astype(np.float32)
    sample = by_group(None, 300)
    whole = resampled_sums(sample, lambda part: rows[part], 10, 5)
    monkeypatch.setattr(resampling, "_CELLS", 700)
    assert resampled_sums(sample, lambda part: rows[part], 10, 5).tolist() == whole.tolist()
    assert plain_sums(sample, lambda part: rows[part]).tolist() == rows.sum(0, dtype=float).tolist()


def test_one_seed_one_sample():
    first, second, other = (next(draws(by_group(None, 20), 5, seed)) for seed in (1, 1, 2))
    assert (first == second).all()
    assert (first != other).any()
    with pytest.raises(ValueError, match="6 cases"):
        by_group([1, 2], 6)
