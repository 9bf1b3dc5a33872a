import math

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

from xraydesk.evaluation.second_thoughts import changes


def test_counts_of_every_change_and_what_it_was_worth():
    #          kept, better, worse, unsure to right, right to unsure, wrong to unsure, skipped, truth not known
    before = [1, 0, 1, 2, 0, 0, -1, 0]
    after = [1, 1, 0, 1, 2, 2, 1, 1]
    truth = [1, 1, 1, 1, 0, 1, 1, -1]
    found = changes(before, after, truth)
    assert found.table.tolist() == [[0, 2, 2], [1, 1, 0], [0, 1, 0]]
    assert (found.n, found.changed) == (7, 6)
    assert (found.share.low, found.share.high) == pytest.approx(proportion_confint(6, 7, method="wilson"))
    against = found.against_truth
    assert against is not None
    assert (against.n, against.better, against.worse, against.neither) == (6, 2, 2, 1)
    assert (against.right_before.value, against.right_after.value) == (0.5, 0.5)
    assert (against.better_share.low, against.better_share.high) == pytest.approx(
        proportion_confint(2, 6, method="wilson")
    )


def test_p_is_that_of_mcnemars_exact_test():
    before, after = np.repeat([0, 1, 1, 0], [14, 5, 30, 20]), np.repeat([1, 0, 1, 0], [14, 5, 30, 20])
    against = changes(before, after, np.ones(69)).against_truth
    assert against is not None
    assert (against.better, against.worse) == (14, 5)
    assert against.p_value == pytest.approx(mcnemar([[30, 5], [14, 20]], exact=True).pvalue)


def test_without_a_truth_or_without_cases():
    assert changes([0, 1], [0, 0]).against_truth is None
    nothing = changes([-1, np.nan], [0, 1], [0, 1])
    assert (nothing.n, nothing.changed) == (0, 0)
    assert math.isnan(nothing.share.value)
    assert nothing.against_truth is not None
    assert nothing.against_truth.p_value == 1


@pytest.mark.parametrize(
    ("before", "after", "truth", "words"),
    [
        ([0, 1], [0], None, "shape"),
        ([3], [0], None, "not among"),
        ([0], [0], [2], "truth is 0, 1 or -1"),
        ([0], [0], [1, 0], "truth is 0, 1 or -1"),
    ],
)
def test_misuse_is_refused(before, after, truth, words):
    with pytest.raises(ValueError, match=words):
        changes(before, after, truth)
