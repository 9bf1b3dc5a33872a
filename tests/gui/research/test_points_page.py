"""The pages of operating points: the slider and what it would do, a version kept and taken back, the guided check."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.research.conftest import ResearchWindow
from tests.gui.test_access import nameless
from tests.research.made_up import Habits, Room
from xraydesk.gui.research.keep_dialog import KeepDialog
from xraydesk.gui.research.points_page import PointsPage
from xraydesk.gui.research.site_page import SitePage
from xraydesk.gui.window import MainWindow
from xraydesk.research.sampling import Progress
from xraydesk.store.operating import OperatingLog
from xraydesk.store.samples import SampleLog

SHIFTED = Room(studies=300, prevalence=0.3, overlap=2.0, shift=2.0, readers={"Adler": Habits()})
UNCHECKED = "Operating point not checked at this site."


def page(qtbot: QtBot, window: MainWindow, key: str) -> PointsPage | SitePage:
    found = window.rooms.research.page(key)
    assert isinstance(found, PointsPage | SitePage)
    qtbot.waitUntil(lambda: found._scene is not None and not found.busy)
    return found


def keep(found: PointsPage | SitePage, reason: str, name: str = "Dr. Ada") -> None:
    """Fill in the dialog as a person does."""
    dialog = found.findChild(KeepDialog)
    assert not dialog.save.isEnabled()
    dialog.name.setText(name)
    QTest.keyClicks(dialog.reason, reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)


def test_the_slider_says_who_would_wait(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(SHIFTED)
    found = page(qtbot, window, "points")
    study = found._study
    assert study is not None
    assert found.threshold.value() == pytest.approx(study.card.abnormal.point("rule-out").threshold, abs=5e-4)
    assert not found.save.isEnabled()  # nothing to keep yet
    found.slider.setFocus()
    QTest.keyClick(found.slider, Qt.Key.Key_PageUp)
    value = found.threshold.value()
    assert found.slider.value() == round(1000 * value)
    at = study.at(value)
    assert (
        found.first.text()
        == f"At {value:.3f}, {at.waiting} of {len(study.truth)} would be read first and {at.below} would wait."
    )
    assert f"would wait: {at.abnormal_below} abnormal" in found.missed.text()
    assert f"at most {100 * at.abnormal_below_at_most:.1f} %" in found.missed.text()
    assert found.save.isEnabled()
    found.threshold.setValue(0.0)
    assert found.missed.text() == ""  # nobody waits
    assert nameless(found) == []
    assert {line.value() for line in found.below.item.items if hasattr(line, "getYPos") and line.angle == 90} >= {0.0}


def test_a_choice_that_was_not_kept_stays_when_the_log_is_read_again(
    qtbot: QtBot, research_window: ResearchWindow
) -> None:
    window = research_window(SHIFTED)
    found = page(qtbot, window, "points")
    before = found._scene
    found.point.setCurrentIndex(found.point.findData("rule-in"))
    found.point.activated.emit(found.point.currentIndex())
    found.threshold.setValue(0.777)
    found.changed.emit()
    qtbot.waitUntil(lambda: found._scene is not before and not found.busy)
    assert (found.point.currentData(), found.threshold.value()) == ("rule-in", 0.777)
    assert found.save.isEnabled()


def test_rule_out_by_bound_keeps_the_bound_after_rounding(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(SHIFTED)
    found = page(qtbot, window, "points")
    found.target.setValue(90.0)
    found.by_bound.click()
    assert found._study is not None
    assert found._study.result(found.threshold.value()).sensitivity.low >= 0.9
    assert "highest threshold with a sensitivity of at least 90.0 %" in found.found.text()
    found.target.setValue(99.5)
    found.by_bound.click()
    assert found.found.text() == "No threshold has a sensitivity of at least 99.5 % by its bound."


def test_a_version_is_kept_by_name_and_reason_and_the_reading_desk_says_so(
    qtbot: QtBot, research_window: ResearchWindow
) -> None:
    window = research_window(SHIFTED)
    desk = window.link.desk
    found = page(qtbot, window, "points")
    assert found.version.text() == f"Operating points of the model's card. {UNCHECKED}"
    assert UNCHECKED in window.footer.use.whole
    assert not found.back.isEnabled()
    found.threshold.setValue(0.3)
    found.save.click()
    keep(found, "too few waited")
    qtbot.waitUntil(lambda: desk.cards[0].held is not None)
    qtbot.waitUntil(lambda: len(found.history.rows()) == 1)
    assert desk.cards[0].abnormal.point("rule-out").threshold == pytest.approx(0.3)
    assert "by Dr. Ada: too few waited" in found.version.text()
    assert found.version.text().endswith(UNCHECKED)
    assert [cell.text for cell in found.history.rows()[0].cells][1:4] == ["changed by hand", "Dr. Ada", "0.300"]
    found.back.click()
    keep(found, "it was better before")
    qtbot.waitUntil(lambda: len(found.history.rows()) == 2)
    assert desk.cards[0].labels == desk.cards[0].given_labels
    assert len(OperatingLog(desk.database).of(desk.cards[0])) == 2


def test_a_threshold_on_the_wrong_side_is_refused(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(SHIFTED)
    found = page(qtbot, window, "points")
    found.threshold.setValue(0.995)
    found.save.click()
    keep(found, "why not")
    qtbot.waitUntil(lambda: "would lie above the rule-in threshold" in found.state.text())
    assert OperatingLog(window.link.desk.database).newest() == {}


def test_a_log_without_truth_has_a_sentence(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(Room(studies=20, readers={}, reference=False))
    found = page(qtbot, window, "points")
    assert found.basis.text() == "Of no study is it known what is true."
    assert not found.slider.isEnabled()
    assert not found.save.isEnabled()
    check = page(qtbot, window, "site")
    assert "No sample was drawn yet" in check.why.text()
    assert not check.keep.isEnabled()


def test_the_check_leads_from_the_plan_to_a_version_of_the_site(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(SHIFTED)
    desk = window.link.desk
    found = page(qtbot, window, "site")
    assert "Read 522 studies" in found.planned.text()
    assert "accept a wider interval" in found.short.text()  # there are 300
    found.shares["half_width"].setValue(10.0)
    assert "Read 522" not in found.planned.text()
    assert found.short.text() == ""
    found.count.setValue(250)
    found.draw.click()
    qtbot.waitUntil(lambda: found._progress.drawn == 250 and not found.busy)
    assert len(SampleLog(desk.database).of(desk.cards[0])[0].studies) == 250
    assert found.read.text().startswith("Of 250 of 250 it is known what is true;")
    for name in ("rule_out", "rule_in"):
        found.shares[name].setValue(85.0)
    qtbot.waitUntil(lambda: not found.busy and found._result is not None)
    assert "do not hold on 250 drawn" in found.promise.text()
    assert nameless(found) == []
    assert "it spares" in found.promise.text()
    assert [row.key for row in found.table.rows()] == ["rule-out", "default", "rule-in"]
    expected = found._result.labels
    found.keep.click()
    keep(found, "our own machine")
    qtbot.waitUntil(lambda: desk.cards[0].checked_here)
    assert desk.cards[0].labels == expected
    qtbot.waitUntil(lambda: UNCHECKED not in window.footer.use.whole)
    qtbot.waitUntil(lambda: "Operating points of this site" in found.version.text())


def test_the_sample_is_handed_to_the_reading_desk(qtbot: QtBot, research_window: ResearchWindow) -> None:
    window = research_window(Room(studies=60, readers={}, reference=False))
    found = page(qtbot, window, "site")
    found.count.setValue(5)
    found.draw.click()
    qtbot.waitUntil(lambda: found._progress.drawn == 5 and not found.busy)
    wanted: list[Progress] = []
    window.rooms.sample_wanted.disconnect()
    window.rooms.sample_wanted.connect(wanted.append)
    found.next.click()
    assert wanted == [found._progress]
    drawn = SampleLog(window.link.desk.database).of(window.link.desk.cards[0])[0].studies
    assert tuple(study for study, _ in wanted[0].studies) == drawn
    assert wanted[0].waiting == wanted[0].studies  # nobody has read any
    found.copy.click()
    assert QGuiApplication.clipboard().text().split() == [study for study, _ in found._progress.waiting]
    assert not found.keep.isEnabled()
    assert "Read the studies of the sample first" in found.why.text()
