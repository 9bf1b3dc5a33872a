"""The reader picks how the map is made; slow methods are computed off the main thread and dropped when not wanted."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.gui.conftest import choose
from xraydesk.gui import colour_bar
from xraydesk.gui.map_layer import MapMode, MapStyle
from xraydesk.triage.activation import METHODS, ActivationMap


def pick(window, method):
    """Pick a method as the reader does."""
    methods = window.read.findings.methods
    methods.setCurrentIndex(methods.findData(method))


@pytest.fixture
def mapped(qtbot, reading):
    """Return a window with the first study's map shown."""
    choose(qtbot, reading, 2)
    reading.read.findings.toggle_map()
    qtbot.waitUntil(lambda: reading.read.viewer.canvas.map is not None)
    return reading


def test_cam_is_the_default_and_all_are_offered(mapped):
    methods = mapped.read.findings.methods
    assert [methods.itemData(n) for n in range(methods.count())] == list(METHODS)
    assert mapped.read.viewer.canvas.map.method == "cam"
    assert "logits" in colour_bar.title(mapped.read.viewer.canvas.map)


@pytest.mark.parametrize("method", ["gradcam", "gradcam++", "scorecam", "eigencam"])
def test_another_method_comes_on_screen_and_says_its_unit(qtbot, mapped, method):
    canvas = mapped.read.viewer.canvas
    pick(mapped, method)
    qtbot.waitUntil(lambda: canvas.map is not None and canvas.map.method == method)
    title = colour_bar.title(canvas.map)
    assert METHODS[method] in title
    assert ("logits" in title) == (method == "gradcam")
    assert ("relative" in title) == (method != "gradcam")


def test_nothing_is_computed_for_a_map_that_is_off(qtbot, reading, desk):
    pick(reading, "scorecam")
    choose(qtbot, reading, 2)
    qtbot.wait(60)
    assert "scorecam" not in desk.maps_asked
    reading.read.findings.toggle_map()
    qtbot.waitUntil(lambda: "scorecam" in desk.maps_asked)


def test_a_slow_map_says_so_and_how_long_it_takes(qtbot, mapped, desk, monkeypatch):
    monkeypatch.setattr("xraydesk.gui.map_desk.SLOW_SECONDS", 0.0)
    canvas, findings = mapped.read.viewer.canvas, mapped.read.findings
    desk.hold_maps = threading.Event()
    pick(mapped, "scorecam")
    qtbot.waitUntil(lambda: canvas.map_note.startswith("Computing Score-CAM map … 25 %"))
    assert canvas.picture is not None
    assert "on this device" in findings.method_words.text()
    desk.hold_maps.set()
    qtbot.waitUntil(lambda: canvas.map is not None)
    assert canvas.map_note == ""


def test_moving_on_ends_a_slow_map(qtbot, mapped, desk):
    desk.hold_maps = threading.Event()
    pick(mapped, "scorecam")
    qtbot.waitUntil(lambda: "scorecam" in desk.maps_asked)
    pick(mapped, "cam")
    qtbot.waitUntil(lambda: desk.given_up == ["scorecam"])
    assert mapped.read.viewer.canvas.map.method == "cam"


def test_closing_ends_a_slow_map(qtbot, mapped, desk):
    desk.hold_maps = threading.Event()
    pick(mapped, "scorecam")
    qtbot.waitUntil(lambda: "scorecam" in desk.maps_asked)
    mapped.close()
    assert desk.given_up == ["scorecam"]


@pytest.mark.parametrize("mode", list(MapMode))
@pytest.mark.parametrize("method", METHODS)
def test_what_a_map_shows_is_not_cut_off_in_a_narrow_cell(qapp, method, mode):
    values = np.linspace(0, 5, 16, dtype=np.float32).reshape(4, 4)
    found = ActivationMap(values, "pleural effusion", method, in_logits=method == "gradcam")
    picture = QImage(320, 400, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    colour_bar.draw(painter, QRectF(80, 0, 240, 400), found, MapStyle(True, mode=mode))
    painter.end()
    assert not any(picture.pixelColor(x, y).lightness() for x in range(80) for y in range(400))
    assert any(picture.pixelColor(x, y).lightness() > 200 for x in range(80, 320) for y in range(400))
