"""The reader picks how the map is made; slow methods are computed off the main thread and dropped when not wanted."""

from __future__ import annotations

import threading

import pytest

from tests.gui.conftest import choose
from xraydesk.gui import colour_bar
from xraydesk.triage.activation import METHODS


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
