"""No figure is made of what is not a number: it would pass for a result."""

from collections.abc import Callable

import numpy as np
import pytest

from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.calibration import brier, expected_calibration_error, platt, reliability_curve
from xraydesk.evaluation.checks import answers
from xraydesk.evaluation.classification import confusion_matrix
from xraydesk.evaluation.curves import average_precision, pr_curve, roc_curve
from xraydesk.evaluation.discrimination import auroc, auroc_interval
from xraydesk.evaluation.operating_points import at_threshold, rule_in, rule_out, youden

OF_SCORES = [
    auroc, auroc_interval, average_precision, brier, expected_calibration_error, platt, pr_curve, reliability_curve,
    roc_curve, youden, lambda t, p: at_threshold(t, p, 0.5), lambda t, p: rule_in(t, p, 0.5),
    lambda t, p: rule_out(t, p, 0.5),
]  # fmt: skip


@pytest.mark.parametrize("figure", OF_SCORES)
def test_a_score_that_is_not_a_number_is_refused(figure: Callable):
    figure([0, 1, 0, 1], [0.1, 0.8, 0.3, 0.4])
    for wrong in (np.nan, np.inf):
        with pytest.raises(ValueError, match="1 of 4 scores are not finite"):
            figure([0, 1, 0, 1], [0.1, wrong, 0.3, 0.4])


@pytest.mark.parametrize("figure", OF_SCORES)
@pytest.mark.parametrize("truth", [[0, 1, 2, 1], [0, 1, np.nan, 1]])
def test_truth_is_yes_or_no(figure: Callable, truth: list[float]):
    with pytest.raises(ValueError, match="0 or 1"):
        figure(truth, [0.1, 0.8, 0.3, 0.4])


def test_no_answer_is_minus_one():
    assert answers([0, 1, -1]).tolist() == [0, 1, -1]
    assert answers([[0.0, np.nan], [2.0, -1.0]]).tolist() == [[0, -1], [2, -1]]
    assert answers([]).shape == (0,)
    for wrong, words in (([-2], "-2"), ([0.5], "whole number"), ([np.inf], "whole number")):
        with pytest.raises(ValueError, match=words):
            answers(wrong)


@pytest.mark.parametrize("figure", [cohens_kappa, confusion_matrix])
@pytest.mark.parametrize("wrong", [np.nan, np.inf, 1.5])
def test_grades_are_whole_numbers(figure: Callable, wrong: float):
    figure([0.0, 2.0], np.array([1, 2], dtype=np.uint8))
    with pytest.raises(ValueError, match="whole number"):
        figure([0, 1], np.array([1.0, wrong]))
