"""The promises to the reader that the window keeps. The fifth, the log, is kept by the store."""

import numpy as np

from tests.gui.conftest import SCORES, choose, numbers
from tests.gui.fake_desk import REASON
from xraydesk.gui import bands
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.triage.assessment import Band


def test_1_every_study_stands_in_the_list_and_none_is_called_normal(reading):
    assert sorted(numbers(reading)) == sorted(SCORES)
    model = reading.read.worklist.model
    for place in range(model.rowCount()):
        row = model.row_at(place)
        assert not any("normal" in cell_text(row, c).replace("abnormal", "") for c in COLUMNS)
    assert all("normal" not in b.word.lower().replace("abnormal", "") for b in bands.LOOKS.values())


def test_2_what_was_not_assessed_stands_above_the_low_ones_with_its_reason(reading):
    model = reading.read.worklist.model
    order = [model.row_at(place).band for place in range(model.rowCount())]
    assert order.index(Band.NOT_ASSESSED) < order.index(Band.LOW)
    row = model.row_at(numbers(reading).index(3))
    assert cell_text(row, Column.NOTE) == REASON
    table = reading.read.worklist.table
    for width in (440, 700):
        reading.read.setSizes([width, 700, 312])
        assert not table.isColumnHidden(COLUMNS.index(Column.NOTE))


def test_3_arrival_order_is_one_click_away_and_one_click_back(reading):
    triage = numbers(reading)
    reading.read.worklist.orders.arrival.click()
    assert numbers(reading) == sorted(SCORES)
    reading.read.worklist.orders.triage.click()
    assert numbers(reading) == triage


def test_4_the_map_is_off_until_asked_for(qtbot, reading):
    choose(qtbot, reading, 2)
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.map_known)
    plain = canvas.grab().toImage()
    assert not canvas.map_style.shown
    reading.read.findings.toggle_map()
    assert canvas.map_style.shown
    assert canvas.grab().toImage() != plain
    reading.read.findings.toggle_map()
    assert canvas.grab().toImage() == plain


def test_4_the_map_shows_scale_and_raw_peak(qtbot, reading):
    from xraydesk.gui import colour_bar, map_layer

    choose(qtbot, reading, 2)
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.map is not None)
    assert colour_bar.title(canvas.map) == "CAM, evidence for pneumonia: logits"
    assert canvas.map.peak == 6.0
    assert map_layer.scale_top(canvas.map) == map_layer.LEAST_TOP_LOGITS
    canvas.map.values[:] = -np.abs(canvas.map.values)
    assert colour_bar.title(canvas.map) == "Nowhere on this film speaks for pneumonia"


def test_5_saved_is_said_only_when_it_is_on_disk(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    desk.full_disk = True
    panel = reading.read.verdict
    panel.choose(0)
    panel.comment.setText("left lower")
    panel.submit()
    qtbot.waitUntil(reading.banner.isVisible)
    assert "Not saved" in panel.state.text()
    assert "NOT saved" in reading.footer.log.text()
    assert (panel.answers.checkedId(), panel.comment.text()) == (0, "left lower")
    assert reading.read.worklist.table.selected == "1.2.2"
    desk.full_disk = False
    panel.submit()
    qtbot.waitUntil(lambda: "saved" in reading.footer.log.text() and "NOT" not in reading.footer.log.text())
    assert len(desk.verdicts("1.2.2")) == 1


def test_the_line_of_use_is_always_there(qtbot, window, reading):
    text = window.footer.use.whole
    unchecked = "Operating point not checked at this site."
    whom = "chest-pneumonia 1.0 is for children of 1-5 years, frontal chest."
    assert text == f"Research use. Not a diagnosis. {unchecked} {whom}"
    assert window.footer.isVisible()


def test_4_no_map_is_offered_where_the_model_gave_no_answer(qtbot, reading):
    choose(qtbot, reading, 3)
    assert not reading.read.findings.map_button.isEnabled()
    choose(qtbot, reading, 2)
    assert reading.read.findings.map_button.isEnabled()
