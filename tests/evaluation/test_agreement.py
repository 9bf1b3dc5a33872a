import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from xraydesk.evaluation.agreement import cohens_kappa

pairs = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=60)


@given(pairs, st.sampled_from(["none", "linear", "quadratic"]))
def test_agrees_with_scikit_learn(rows, weights):
    first, second = zip(*rows, strict=True)
    ours = cohens_kappa(first, second, weights, range(5))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scikit-learn divides by nothing where one class is all there is
        theirs = cohen_kappa_score(first, second, labels=list(range(5)), weights=None if weights == "none" else weights)
    assert ours == pytest.approx(theirs, abs=1e-9, nan_ok=True)


def test_an_example_worked_by_hand():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.7, expected 0.5
    first = [1] * 25 + [0] * 25
    second = [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_grades_that_do_not_occur_keep_their_distance():
    assert cohens_kappa([0, 4, 0, 4, 1], [0, 4, 4, 0, 1], "quadratic", range(5)) != pytest.approx(
        cohens_kappa([0, 4, 0, 4, 1], [0, 4, 4, 0, 1], "quadratic")
    )


def test_nothing_beyond_chance_to_tell():
    assert math.isnan(cohens_kappa([], []))
    assert math.isnan(cohens_kappa([1, 1], [1, 1]))
    with pytest.raises(ValueError, match="cubic"):
        cohens_kappa([0, 1], [0, 1], "cubic")  # type: ignore[arg-type]
