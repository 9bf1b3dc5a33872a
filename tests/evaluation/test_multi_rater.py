import math

import numpy as np
import pytest
from statsmodels.stats.inter_rater import fleiss_kappa as statsmodels_fleiss

from xraydesk.evaluation.multi_rater import (
    alpha_interval,
    category_counts,
    fleiss_interval,
    fleiss_kappa,
    krippendorff_alpha,
)

# Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses
PATIENTS = """444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"""
DIAGNOSES = np.array([[int(diagnosis) for diagnosis in patient] for patient in PATIENTS.split()])

# Krippendorff 2011, section C: 4 observers, 12 units, 5 values, with gaps
KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, -1, -1, -1],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, -1, 3],
    [-1, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, -1],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, -1],
]


def _guessing(readers, studies, knowing, rng):
    """Return what readers say who know that share of the truth and guess the rest: so is their alpha, squared."""
    shape = (readers, studies)
    return np.where(rng.random(shape) < knowing, rng.integers(0, 3, studies), rng.integers(0, 3, shape))


def test_fleiss_own_example():
    counts = category_counts(DIAGNOSES.T, range(1, 6))
    assert counts.sum(0).tolist() == [26, 26, 30, 55, 43]
    assert fleiss_kappa(counts) == pytest.approx(0.430, abs=5e-4)
    assert fleiss_kappa(counts) == pytest.approx(statsmodels_fleiss(counts), abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_statsmodels_and_alpha_corrects_it_for_few_studies(seed):
    rng = np.random.default_rng(seed)
    ratings = _guessing(4, 25, 0.6, rng)
    kappa = fleiss_kappa(category_counts(ratings, range(3)))
    assert kappa == pytest.approx(statsmodels_fleiss(category_counts(ratings, range(3))), abs=1e-12)
    # with no gaps, alpha = 1 - (1 - kappa) (N - 1) / N over the N = 100 ratings (Krippendorff 2004)
    assert krippendorff_alpha(ratings) == pytest.approx(1 - (1 - kappa) * 99 / 100, abs=1e-6)


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_krippendorffs_own_example(level, alpha):
    assert krippendorff_alpha(KRIPPENDORFF, level) == pytest.approx(alpha, abs=5e-4)
    gaps = np.array(KRIPPENDORFF, dtype=float)
    gaps[gaps < 0] = np.nan
    assert krippendorff_alpha(gaps, level) == krippendorff_alpha(KRIPPENDORFF, level)


def test_ordinal_alpha_goes_by_the_order_and_interval_alpha_by_the_distance():
    near, far = [[0, 1, 2, 0], [0, 1, 2, 1]], [[0, 1, 9, 0], [0, 1, 9, 1]]
    assert krippendorff_alpha(near, "ordinal") == pytest.approx(krippendorff_alpha(far, "ordinal"))
    assert krippendorff_alpha(near, "interval") < krippendorff_alpha(far, "interval")


def test_alpha_worked_by_hand_with_a_gap():
    # units 00, 01, 11 count, the last has one answer: coincidences 2, 1 + 1, 2; margins 3 and 3 of 6
    assert krippendorff_alpha([[0, 0, 1, 1], [0, 1, 1, -1]]) == pytest.approx(1 - 5 * 2 / 18)


def test_intervals_cover_the_true_figure_about_as_often_as_they_say():
    """200 made-up studies of 100 cases, three readers; 95 % wanted, 90 to 99 % taken (three standard errors)."""
    rng = np.random.default_rng(5)
    true, hits = 0.7**2, np.zeros(2)
    for seed in range(200):
        ratings = _guessing(3, 100, 0.7, rng)
        fleiss = fleiss_interval(category_counts(ratings, range(3)), repeats=300, seed=seed)
        alpha = alpha_interval(ratings, repeats=300, seed=seed)
        hits += [fleiss.low <= true <= fleiss.high, alpha.low <= true <= alpha.high]
    assert (hits / 200 >= 0.90).all()
    assert (hits / 200 <= 0.99).all()


def test_intervals_hold_the_figure_and_patients_widen_them():
    rng = np.random.default_rng(6)
    ratings = np.repeat(_guessing(3, 40, 0.7, rng), 8, axis=1)
    patient = np.repeat(np.arange(40), 8)
    for level in ("nominal", "ordinal", "interval"):
        alone, together = (alpha_interval(ratings, level, groups=g) for g in (None, patient))
        assert alone.value == pytest.approx(krippendorff_alpha(ratings, level))
        assert together.low < alone.low < alone.value < alone.high < together.high
    counts = category_counts(ratings, range(3))
    alone, together = (fleiss_interval(counts, groups=g) for g in (None, patient))
    assert together.low < alone.low < fleiss_kappa(counts) < alone.high < together.high


def test_what_cannot_be_said_is_nan():
    assert math.isnan(fleiss_kappa(np.zeros((0, 2))))
    assert math.isnan(fleiss_kappa([[0, 3], [0, 3]]))
    assert math.isnan(fleiss_interval(np.zeros((0, 2))).low)
    assert math.isnan(fleiss_interval([[0, 3], [0, 3]]).low)
    for skipped in ([[0, -1], [-1, 1]], [[1, 1], [1, 1]], np.zeros((2, 0)), np.zeros((0, 4)), [[-1], [-1]]):
        assert math.isnan(krippendorff_alpha(skipped))
        assert math.isnan(alpha_interval(skipped, repeats=20).high)


def test_misuse_is_refused():
    with pytest.raises(ValueError, match="from 2 to 3 ratings"):
        fleiss_kappa([[1, 2], [1, 1]])
    with pytest.raises(ValueError, match="two or more"):
        fleiss_kappa([[1, 0], [0, 1]])
    with pytest.raises(ValueError, match="not below 0"):
        fleiss_kappa([[3, -1]])
    with pytest.raises(ValueError, match="ratio"):
        krippendorff_alpha([[0, 1], [0, 1]], "ratio")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="whole number"):
        krippendorff_alpha([[0.5], [1]])
