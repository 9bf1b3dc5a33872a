"""Every answer that is kept has words on screen."""

import pytest

from xraydesk.gui.verdict_words import answer_word, confidence_word, finding_words
from xraydesk.store.verdicts import ANSWERS, Finding
from xraydesk.triage.questions import PRESENCE


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_to_a_study(qapp, answer):
    assert answer_word(answer) == answer


@pytest.mark.parametrize("answer", PRESENCE)
def test_an_answer_to_a_finding(qapp, answer):
    assert finding_words(Finding("effusion", answer)) == f"effusion {answer}"


def test_a_grade_is_its_number(qapp):
    assert finding_words(Finding("Kellgren-Lawrence", "3")) == "Kellgren-Lawrence 3"


def test_how_sure(qapp):
    words = [confidence_word(confidence) for confidence in range(1, 6)]
    assert words == ["a guess", "rather unsure", "fairly sure", "sure", "certain"]
