import numpy as np
import pytest

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


def test_the_fast_search_finds_what_a_search_through_all_thresholds_finds():
    rng = np.random.default_rng(8)
    for _ in range(20):
        truth, score = rng.random(120) < 0.4, np.round(rng.random(120), 2)
        middles = (np.unique(score)[1:] + np.unique(score)[:-1]) / 2
        results = [at_threshold(truth, score, middle) for middle in middles]
        for wanted in (0.3, 0.7, 0.9):
            out = [r for r in results if r.sensitivity.low >= wanted]
            into = [r for r in results if r.specificity.low >= wanted]
            assert rule_out(truth, score, wanted) == (out[-1] if out else None)
            assert rule_in(truth, score, wanted) == (into[0] if into else None)


def test_a_threshold_between_two_classes_wants_both():
    with pytest.raises(ValueError, match="both"):
        youden([1, 1], [0.1, 0.2])
