"""Every place of the window that names the model, with two of them in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from tests import films
from tests.gui.conftest import SCORES, choose, open_folder
from tests.gui.fake_desk import FakeDesk, knee_card
from tests.triage import two_models
from xraydesk.gui import app
from xraydesk.gui.window import MainWindow

UNCHECKED = "Research use. Not a diagnosis. Operating point not checked at this site."
BOTH = (
    f"{UNCHECKED} chest-pneumonia 1.0 is for children of 1-5 years, frontal chest; "
    "knee-osteoarthritis 0.2 is for adult knees."
)


@pytest.fixture
def desk() -> FakeDesk:
    """Return a desk with two models; the second study is the knee model's."""
    desk = FakeDesk(dict(SCORES), images={5: 2})
    desk.cards = (desk.card, knee_card())
    desk.knees = {2, 4}
    return desk


def offered(window: MainWindow) -> list[QAction]:
    return [action for action in window.top.model.menu().actions() if not action.isSeparator()]


def test_the_top_bar_offers_automatic_first_and_says_how_many_are_in_use(reading, desk):
    assert reading.top.model.text() == "Automatic: 2 models (CPU)"
    assert "knee-osteoarthritis 0.2" in reading.top.model.toolTip()
    actions = offered(reading)
    assert [action.text() for action in actions] == [
        "Automatic: each film to the model for it",
        "chest-pneumonia 1.0",
        "knee 0.2",
    ]
    assert [action.isChecked() for action in actions] == [True, False, False]


def test_a_model_chosen_in_the_menu_is_asked_for_by_id_and_version(qtbot, tmp_path, desk):
    asked: list[str | None] = []

    def factory(model_id: str | None) -> FakeDesk:
        asked.append(model_id)
        made = FakeDesk({})
        made.automatic = model_id in (None, "automatic")
        return made

    window = MainWindow(factory, tmp_path)
    qtbot.addWidget(window)
    window.connect_desk()
    offered(window)[1].trigger()
    assert [action.isChecked() for action in offered(window)] == [False, True, False]
    assert window.top.model.text() == "chest-pneumonia 1.0 (CPU)"
    offered(window)[0].trigger()
    assert asked == [None, "chest-pneumonia@1.0", "automatic"]
    assert offered(window)[0].isChecked()
    window.close()


def test_the_footer_says_whom_the_speaking_model_is_for(qtbot, reading):
    footer = reading.footer.use
    assert footer.whole == BOTH
    choose(qtbot, reading, 2)
    assert footer.whole == f"{UNCHECKED} knee-osteoarthritis 0.2 is for adult knees."
    choose(qtbot, reading, 1)
    assert footer.whole.endswith("chest-pneumonia 1.0 is for children of 1-5 years, frontal chest.")
    choose(qtbot, reading, 3)
    assert footer.whole == BOTH, "none of the two spoke about this study"


def test_the_findings_are_those_of_the_model_that_judged(qtbot, reading):
    findings = reading.read.findings
    choose(qtbot, reading, 2)
    assert findings.heading.text() == "knee-osteoarthritis 0.2"
    assert findings.grade.text().splitlines() == [
        "Kellgren-Lawrence grade 3",
        "KL >= 1 0.99, KL >= 2 0.97, KL >= 3 0.61, KL >= 4 0.05",
    ]
    assert findings.grade.isVisible()
    assert [findings.labels.itemText(n) for n in range(4)] == ["KL >= 2", "KL >= 1", "KL >= 3", "KL >= 4"]
    assert "0.90" in findings.line.accessibleDescription() + findings.line.toolTip()
    choose(qtbot, reading, 1)
    assert findings.heading.text() == "chest-pneumonia 1.0"
    assert not findings.grade.isVisible()
    assert not findings.labels.isVisible()
    choose(qtbot, reading, 3)
    assert not findings.heading.isVisible()
    assert findings.label() == ""


def test_the_finding_chosen_for_a_model_is_kept_for_its_next_study(qtbot, reading):
    findings = reading.read.findings
    choose(qtbot, reading, 2)
    findings.labels.setCurrentText("KL >= 3")
    choose(qtbot, reading, 1)
    assert findings.label() == "pneumonia"
    choose(qtbot, reading, 4)
    assert findings.label() == "KL >= 3"


def test_the_map_of_the_next_study_is_expected_for_its_own_model(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.map is not None)
    assert canvas.map.label == "KL >= 2"
    choose(qtbot, reading, 5)
    qtbot.waitUntil(lambda: canvas.map is not None and canvas.map.label == "pneumonia")


def test_a_score_that_arrives_brings_its_model(qtbot, make_window, desk):
    window = make_window(desk)
    open_folder(qtbot, window, desk)
    desk.scan()
    qtbot.waitUntil(lambda: window.read.worklist.model.rowCount() == 7)
    choose(qtbot, window, 2)
    assert not window.read.findings.heading.isVisible()
    desk.assess(2)
    qtbot.waitUntil(window.read.findings.heading.isVisible)
    assert window.read.findings.heading.text() == "knee-osteoarthritis 0.2"
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)


def test_a_mixed_folder_at_the_real_desk(qtbot, tmp_path: Path, monkeypatch):
    data = two_models.install(tmp_path / "data", monkeypatch)
    films.write_dicom(tmp_path / "films" / "a.dcm", films.picture(seed=1), PatientID="CHILD")
    films.write_dicom(
        tmp_path / "films" / "b.dcm",
        two_models.leg(seed=2),
        PatientID="KNEE",
        BodyPartExamined="KNEE",
        PatientAge="061Y",
    )
    window = MainWindow(app.desk_factory(data, "cpu"), data)
    qtbot.addWidget(window)
    window.show()
    assert window.connect_desk()
    with qtbot.waitSignal(window.link.finished):
        window.open_folder(tmp_path / "films")
    studies = {row.patient_id: row.study_id for row in window.link.desk.rows()}
    window.read.worklist.table.select(studies["KNEE"])
    canvas = window.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.map is not None)
    assert window.read.findings.heading.text() == "Knee osteoarthritis 1.0"
    assert window.footer.use.whole.endswith("Knee osteoarthritis 1.0 is for adult knees.")
    assert window.top.model.text().startswith("Automatic: 2 models (")
    window.read.worklist.table.select(studies["CHILD"])
    qtbot.waitUntil(lambda: canvas.map is not None and canvas.map.label == "pneumonia")
    assert window.read.findings.heading.text() == "Chest pneumonia 1.0"
    window.close()
