from math import floor

import numpy as np
import pytest
from scipy.stats import binom
from statsmodels.stats.proportion import proportion_confint

from xraydesk.evaluation.sample_size import for_half_width, for_lower_bound, random_studies, reads_needed


def _bounds(expected, most):
    """Return the Wilson bounds by statsmodels for 1 to ``most`` cases."""
    n = np.arange(1, most + 1)
    right = np.array([floor(round(expected * cases, 9)) for cases in n])
    return proportion_confint(right, n, method="wilson")


@pytest.mark.parametrize("expected", [0.0, 0.5, 0.6, 0.87, 0.95, 1.0])
@pytest.mark.parametrize("width", [0.03, 0.1, 0.2])
def test_half_width_against_a_search_through_all_numbers(expected, width):
    low, high = _bounds(expected, 3000)
    last_too_wide = np.flatnonzero((high - low) / 2 > width)[-1] + 1
    assert for_half_width(expected, width) == last_too_wide + 1


@pytest.mark.parametrize(("expected", "bound"), [(0.98, 0.95), (0.9, 0.8), (1.0, 0.95), (0.95, 0.5), (0.333, 0.3)])
def test_lower_bound_against_a_search_through_all_numbers(expected, bound):
    low, _ = _bounds(expected, 3000)
    assert for_lower_bound(expected, bound) == np.flatnonzero(low < bound)[-1] + 2


@pytest.mark.parametrize(("abnormal", "prevalence"), [(1, 0.5), (30, 0.1), (90, 0.02), (400, 0.46)])
def test_random_studies_against_scipys_binomial(abnormal, prevalence):
    studies = random_studies(abnormal, prevalence, 0.9)
    assert binom.sf(abnormal - 1, studies, prevalence) >= 0.9
    assert binom.sf(abnormal - 1, studies - 1, prevalence) < 0.9


def test_a_plan():
    plan = reads_needed(0.98, 0.2, at_least=0.95)
    assert plan.abnormal == for_lower_bound(0.98, 0.95)
    assert plan.studies_on_average == plan.abnormal * 5
    assert plan.studies > plan.studies_on_average
    all_abnormal = reads_needed(0.9, 1.0, half_width=0.1)
    assert all_abnormal.studies == all_abnormal.studies_on_average == all_abnormal.abnormal


def test_what_cannot_be_planned_is_refused():
    for wanted in ({}, {"half_width": 0.1, "at_least": 0.8}):
        with pytest.raises(ValueError, match="one of the two"):
            reads_needed(0.9, 0.2, **wanted)
    with pytest.raises(ValueError, match="no number of cases"):
        reads_needed(0.9, 0.2, at_least=0.9)
    with pytest.raises(ValueError, match="prevalence"):
        reads_needed(0.9, 0, half_width=0.1)
    with pytest.raises(ValueError, match="half width"):
        for_half_width(0.9, 0)
    with pytest.raises(ValueError, match="ten million"):
        for_half_width(0.5, 1e-5)
