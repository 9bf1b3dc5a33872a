"""Who is offered as the challenger before anybody chose: another version of the champion's model, or none."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from xraydesk.admin.contest_choices import ContestantChoice, ContestantKind
from xraydesk.gui.admin.compare_page import ELSEWHERE, ComparePage


def one(model: str, version: str, kind: ContestantKind = ContestantKind.IN_USE) -> ContestantChoice:
    return ContestantChoice(kind, f"{model} {version}", f"{model}@{version}", model, version)


def test_another_model_is_never_the_challenger_by_itself(qtbot: QtBot) -> None:
    page = ComparePage()
    qtbot.addWidget(page)
    chest, knee, before = one("chest", "1.1"), one("knee", "1.0"), one("chest", "1.0", ContestantKind.INSTALLED)
    page._offer(([chest, knee], []))
    assert page.challenger.currentData() == ELSEWHERE, "there is no other version: a file is asked for"
    fresh = ComparePage()
    qtbot.addWidget(fresh)
    fresh._offer(([chest, knee, before], []))
    assert (fresh.champion.currentData(), fresh.challenger.currentData()) == ("chest@1.1", "chest@1.0")
    fresh.champion.setCurrentIndex(1)
    fresh.champion.activated.emit(1)
    assert fresh.challenger.currentData() == ELSEWHERE
    fresh.champion.setCurrentIndex(2)
    fresh.champion.activated.emit(2)
    assert fresh.challenger.currentData() == "chest@1.1"
    fresh._offer(([chest, knee, before], []))
    assert fresh.challenger.currentData() == "chest@1.1", "what is chosen stays"
    for each in (page, fresh):
        each.close_tasks()
