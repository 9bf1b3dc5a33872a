"""What verdicts come to: status, agreement, what is hidden and what is due, for one reader among several."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from xraydesk.store.verdicts import Verdict
from xraydesk.triage.assessment import Assessment, Band
from xraydesk.triage.standing import ReadingRules, Status, standing, visible

NOW = datetime(2026, 3, 4, tzinfo=UTC)
ONE, TWO = ReadingRules("Ada"), ReadingRules("Ada", reads=2)
BLIND = ReadingRules("Ada", blind_first=True)


def said(number: int, reader: str, answer: str = "abnormal", *, shown: bool = True, back: bool = False) -> Verdict:
    return Verdict(
        reader, "1.2", answer, 4, "", 3.0, shown, "m", "", "", None, (), number, NOW, NOW if back else None
    )  # fmt: skip


def assessed(band: Band | None = Band.LIKELY) -> Assessment:
    return Assessment("1.2", band, "", None, {}, None, ())


@pytest.mark.parametrize(
    ("rules", "verdicts", "status", "agreement", "due"),
    [
        (ONE, [], Status.UNREAD, "", True),
        (ONE, [said(1, "Ada")], Status.READ, "", False),
        (ONE, [said(1, "Bob")], Status.READ, "", False),
        (ONE, [said(1, "Ada", back=True)], Status.UNREAD, "", True),
        (ONE, [said(1, "Ada", "normal"), said(2, "Ada", back=True)], Status.READ, "", False),
        (TWO, [said(1, "Ada")], Status.SECOND, "", False),
        (TWO, [said(1, "Bob")], Status.SECOND, "", True),
        (TWO, [said(1, "Ada"), said(2, "Bob")], Status.READ, "agree", False),
        (ONE, [said(1, "Ada"), said(2, "Bob", "normal")], Status.SECOND, "disagree", False),
        (ONE, [said(1, "Eve"), said(2, "Bob", "normal")], Status.SECOND, "disagree", True),
        (ONE, [said(1, "Eve"), said(2, "Bob", "normal"), said(3, "Ada")], Status.READ, "disagree", False),
        (ONE, [said(1, "Ada"), said(2, "Bob", "normal"), said(3, "Ada", "normal")], Status.READ, "agree", False),
        (BLIND, [said(1, "Ada", shown=False)], Status.DRAFT, "", True),
        (BLIND, [said(1, "Bob", shown=False)], Status.UNREAD, "", True),
        (BLIND, [said(1, "Ada", shown=False), said(2, "Ada")], Status.READ, "", False),
        (ONE, [said(1, "Ada", shown=False)], Status.READ, "", False),
    ],
)
def test_status(rules, verdicts, status, agreement, due) -> None:
    found = standing(verdicts, assessed(), rules)
    assert (found.status, found.agreement, found.due) == (status, agreement, due)


def test_something_entered_is_a_draft_until_it_is_given() -> None:
    assert standing([], assessed(), ONE, begun=True).status is Status.DRAFT
    assert standing([said(1, "Bob")], assessed(), ONE, begun=True).status is Status.DRAFT
    assert standing([said(1, "Ada")], assessed(), ONE, begun=True).status is Status.READ


def test_the_answer_is_hidden_until_the_first_verdict_and_never_again() -> None:
    assert standing([], assessed(), BLIND).hidden
    assert standing([], assessed(None), BLIND).hidden
    assert standing([said(1, "Bob")], assessed(), BLIND).hidden
    assert not standing([said(1, "Ada", shown=False)], assessed(), BLIND).hidden
    assert not standing([said(1, "Ada", shown=False, back=True)], assessed(), BLIND).hidden, "it was in sight since"
    assert not standing([], assessed(), ONE).hidden


def test_where_the_model_has_no_answer_one_verdict_is_enough() -> None:
    refused = assessed(Band.NOT_ASSESSED)
    assert not standing([], refused, BLIND).hidden
    assert standing([said(1, "Ada", shown=False)], refused, BLIND).status is Status.READ


@pytest.mark.parametrize("rules", [TWO, BLIND])
def test_independent_readers_do_not_see_each_other_before_they_have_answered(rules) -> None:
    bob, ada = said(1, "Bob"), said(2, "Ada", "normal")
    assert visible([bob], assessed(), rules) == []
    assert standing([bob], assessed(), rules).verdict is None
    assert visible([bob, ada], assessed(), rules) == [bob, ada]
    assert visible([bob, said(2, "Ada", back=True)], assessed(), rules) == []


def test_otherwise_others_are_seen_and_told_from_ones_own() -> None:
    bob = said(1, "Bob")
    assert visible([bob], assessed(), ONE) == [bob]
    found = standing([bob], assessed(), ONE)
    assert (found.verdict, found.mine) == (bob, False)
    assert standing([said(1, "Ada"), said(2, "Bob")], assessed(), ONE).mine
