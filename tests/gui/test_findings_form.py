"""Single findings and grades in the verdict panel."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionButton

from tests.gui.conftest import choose, open_folder
from tests.gui.fake_desk import FakeDesk, card, knee_card
from tests.gui.test_reading import key
from xraydesk.gui.findings_form import FindingsForm
from xraydesk.gui.sure_button import SureButton
from xraydesk.gui.verdict_panel import findings_line
from xraydesk.inference.card import Label
from xraydesk.store.verdicts import Finding


@pytest.fixture
def several(qtbot, make_window):
    """Return a desk and a window with two models: one for two findings, one for grades."""
    desk = FakeDesk({1: 0.3, 2: 0.9, 3: 0.8})
    desk.card = replace(card(), labels=(Label("effusion"), Label("mass")))
    desk.cards, desk.knees = (desk.card, knee_card()), {3}
    window = make_window(desk)
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    return desk, window


def button(window, name) -> QPushButton:
    """Return a button of the form by its accessible name."""
    form = window.read.verdict.form
    return next(b for b in form.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


def test_a_model_with_one_finding_asks_nothing_more(qtbot, reading):
    choose(qtbot, reading, 2)
    assert not reading.read.verdict.form.isVisible()


def test_findings_go_with_the_verdict(qtbot, several):
    desk, window = several
    choose(qtbot, window, 2)
    button(window, "effusion: present").click()
    button(window, "mass: present").click()
    button(window, "mass: unsure").click()
    window.read.verdict.choose(0)
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(desk.log))
    [verdict] = desk.log["1.2.2"]
    assert verdict.findings == (Finding("effusion", "present"), Finding("mass", "unsure"))
    qtbot.waitUntil(lambda: window.read.worklist.table.selected != "1.2.2")
    assert window.read.verdict.form.findings() == ()
    choose(qtbot, window, 2)
    assert "effusion present, mass unsure" in window.read.verdict.earlier.text()


def test_an_answer_is_taken_away_by_a_second_click_and_kept_as_a_draft(qtbot, several):
    desk, window = several
    choose(qtbot, window, 2)
    button(window, "mass: absent").click()
    qtbot.waitUntil(lambda: "1.2.2" in desk.reading.places.drafts)
    choose(qtbot, window, 1)
    choose(qtbot, window, 2)
    assert window.read.verdict.form.findings() == (Finding("mass", "absent"),)
    button(window, "mass: absent").click()
    assert window.read.verdict.form.findings() == ()
    qtbot.waitUntil(lambda: not desk.reading.places.drafts)


def sure(window, finding) -> SureButton:
    """Return the button that says how sure the reader is of a finding."""
    QApplication.processEvents()  # a row that was only now asked for comes on screen
    form = window.read.verdict.form
    return next(b for b in form.findChildren(SureButton) if b.accessibleName().startswith(finding) and b.isVisible())


def choose_sure(button: SureButton, words: str) -> None:
    """Choose a line of its menu."""
    next(action for action in button.menu().actions() if action.text() == words).trigger()


def test_a_finding_is_as_sure_as_the_verdict_unless_it_is_said(qtbot, several):
    desk, window = several
    choose(qtbot, window, 2)
    effusion, mass = sure(window, "effusion"), sure(window, "mass")
    assert not effusion.isEnabled(), "there is nothing to be sure of yet"
    button(window, "effusion: present").click()
    button(window, "mass: absent").click()
    choose_sure(effusion, "5  Certain")
    window.read.verdict.set_confidence(2)
    assert (effusion.text(), mass.text()) == ("5", "(2)")
    assert mass.accessibleName() == "mass: confidence 2 of 5, rather unsure, as in the verdict"
    qtbot.waitUntil(lambda: "1.2.2" in desk.reading.places.drafts)
    choose(qtbot, window, 1)
    choose(qtbot, window, 2)
    assert sure(window, "effusion").text() == "5", "a draft keeps it"
    window.read.verdict.choose(0)
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(desk.log))
    [verdict] = desk.log["1.2.2"]
    assert verdict.findings == (Finding("effusion", "present", 5), Finding("mass", "absent"))
    assert (verdict.confidence_in("effusion"), verdict.confidence_in("mass")) == (5, 2)
    qtbot.waitUntil(lambda: window.read.worklist.table.selected != "1.2.2")
    choose(qtbot, window, 2)
    assert sure(window, "effusion").own is None, "nothing is left of the last verdict"
    assert "effusion present (5/5)" in window.read.verdict.earlier.text()


def test_a_finding_goes_back_to_the_verdicts_confidence(qtbot, several):
    _, window = several
    choose(qtbot, window, 2)
    button(window, "mass: present").click()
    choose_sure(sure(window, "mass"), "1  A guess")
    choose_sure(sure(window, "mass"), "As in the verdict")
    assert window.read.verdict.form.findings() == (Finding("mass", "present"),)


def test_of_one_question_the_verdict_says_how_sure(qtbot, several):
    _, window = several
    choose(qtbot, window, 3)
    assert not any(each.isVisible() for each in window.read.verdict.form.findChildren(SureButton))


def test_a_grade_is_given_by_keyboard(qtbot, several):
    _, window = several
    choose(qtbot, window, 3)
    key(window, Qt.Key.Key_V)
    first = button(window, "Kellgren-Lawrence: 0")
    qtbot.waitUntil(first.hasFocus)
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is button(window, "Kellgren-Lawrence: 3")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.read.verdict.form.findings() == (Finding("Kellgren-Lawrence", "3"),)


def test_no_answer_is_cut_on_its_button(qtbot, several):
    _, window = several
    choose(qtbot, window, 2)
    for each in window.read.verdict.form.findChildren(QPushButton):
        option = QStyleOptionButton()
        each.initStyleOption(option)
        inside = each.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, each)
        assert inside.width() >= each.fontMetrics().horizontalAdvance(each.text()), each.text()


def test_answers_to_other_questions_are_left_out(qtbot):
    form = FindingsForm()
    qtbot.addWidget(form)
    form.fill((Finding("effusion", "present"),))
    assert form.findings() == ()
    form.begin()


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((), ""),
        ((Finding("pneumonia", "present"),), ""),
        ((Finding("Kellgren-Lawrence", "3"),), "Kellgren-Lawrence 3"),
        ((Finding("effusion", "absent"), Finding("mass", "unsure")), "mass unsure"),
    ],
)
def test_the_line_tells_what_the_answer_does_not(findings, line):
    assert findings_line(findings) == line
