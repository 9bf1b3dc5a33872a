from __future__ import annotations

import pytest

from xraydesk.inference.grades import grade_of, grade_words

KNEE = {"KL >= 2": 0.98, "KL >= 1": 0.99, "KL >= 3": 0.7, "KL >= 4": 0.1}


def test_a_grade_is_the_rounded_sum_of_its_steps() -> None:
    assert grade_of(KNEE) == 3
    assert grade_of(dict.fromkeys(KNEE, 0.1)) == 0
    assert grade_of({**KNEE, "effusion": 0.9}) == 3


@pytest.mark.parametrize(
    "names",
    [("pneumonia",), ("KL >= 2",), ("KL >= 1", "KL >= 3"), ("KL >= 2", "KL >= 3"), ("KL >= 1", "JSN >= 2"), ()],
)
def test_other_models_give_no_grade(names: tuple[str, ...]) -> None:
    assert grade_of(dict.fromkeys(names, 0.9)) is None


def test_grades_in_words() -> None:
    assert grade_words(KNEE, 3) == "Kellgren-Lawrence grade 3"
    assert grade_words({"Mayo ≥ 1": 0.9, "Mayo ≥ 2": 0.2}, 1) == "Mayo grade 1"
    assert grade_words({">= 1": 0.9, ">= 2": 0.2}, 1) == "grade 1"
    assert grade_words({"pneumonia": 0.9}, None) == ""
