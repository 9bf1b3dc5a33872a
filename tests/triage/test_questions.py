"""What a reader is asked of which model, and what is logged of the answers."""

from __future__ import annotations

import pytest

from tests.triage.fakes import card
from xraydesk.inference.card import Label
from xraydesk.inference.grades import scale_of
from xraydesk.store.verdicts import Finding
from xraydesk.triage.questions import PRESENCE, Question, all_findings, questions

ONE = card(labels=(Label("pneumonia"),))
SEVERAL = card(labels=(Label("effusion"), Label("mass")))
KNEE = card(labels=tuple(Label(f"KL >= {step}") for step in (2, 1, 3, 4)))


def test_each_kind_of_model_asks_its_own_questions() -> None:
    assert questions(SEVERAL) == (Question("effusion", PRESENCE), Question("mass", PRESENCE))
    assert questions(KNEE) == (Question("Kellgren-Lawrence", ("0", "1", "2", "3", "4")),)
    assert questions(ONE) == questions(None) == ()


@pytest.mark.parametrize(("answer", "means"), [("abnormal", "present"), ("normal", "absent"), ("unsure", "unsure")])
def test_the_only_finding_has_the_studys_answer_without_a_click(answer, means) -> None:
    assert all_findings(ONE, answer, ()) == (Finding("pneumonia", means),)


def test_of_several_only_those_given_are_logged() -> None:
    given = (Finding("mass", "present"),)
    assert all_findings(SEVERAL, "abnormal", given) == given
    assert all_findings(KNEE, "abnormal", ()) == all_findings(None, "abnormal", ()) == ()


@pytest.mark.parametrize("names", [(), ("mass",), ("KL >= 2",), ("KL >= 1", "KL >= 3"), ("KL >= 1", "OA >= 2")])
def test_other_outputs_are_no_scale(names) -> None:
    assert scale_of(names) is None
