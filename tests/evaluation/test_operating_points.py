import numpy as np

from xraydesk.evaluation.operating_points import at_threshold, robust_youden, rule_in, rule_out, youden

RNG = np.random.default_rng(7)
TRUTH = np.repeat([0, 1], 400)
SCORE = np.concatenate([RNG.beta(2, 6, 400), RNG.beta(6, 2, 400)])


def test_counts_at_a_threshold():
    result = at_threshold([1, 1, 0, 0, 0], [0.9, 0.4, 0.5, 0.2, 0.1], 0.5)
    assert result.sensitivity.value == 0.5
    assert round(result.specificity.value, 6) == round(2 / 3, 6)


def test_rule_out_is_the_highest_threshold_that_keeps_its_promise():
    found = rule_out(TRUTH, SCORE, 0.95)
    assert found is not None
    assert found.sensitivity.low >= 0.95
    higher = SCORE[found.threshold < SCORE]
    beyond = at_threshold(TRUTH, SCORE, float(np.sort(higher[TRUTH[found.threshold < SCORE] == 1])[0]) + 1e-9)
    assert beyond.sensitivity.low < 0.95


def test_rule_in_is_the_lowest_threshold_that_keeps_its_promise():
    found = rule_in(TRUTH, SCORE, 0.95)
    assert found is not None
    assert found.specificity.low >= 0.95
    healthy_below = np.sort(SCORE[(TRUTH == 0) & (found.threshold > SCORE)])[-1]
    assert at_threshold(TRUTH, SCORE, float(healthy_below)).specificity.low < 0.95


def test_too_few_cases_reach_no_bound():
    assert rule_out([1, 0], [0.9, 0.1], 0.95) is None
    assert rule_in([1, 0], [0.9, 0.1], 0.95) is None


def test_youden_separates_what_can_be_separated():
    result = youden([0, 0, 1, 1], [0.1, 0.2, 0.7, 0.8])
    assert 0.2 < result.threshold < 0.7
    assert result.sensitivity.value == result.specificity.value == 1.0


def test_robust_point_gives_up_a_little_here_to_hold_elsewhere():
    truth, many = np.repeat([0, 1], 50), np.linspace(0, 1, 100)
    shifted = np.clip(many + 0.2, 0, 1)
    assert youden(truth, many).threshold < robust_youden(truth, [many, shifted]).threshold < 0.7
