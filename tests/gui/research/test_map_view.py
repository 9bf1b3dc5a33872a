"""The map on screen: groups by shape and colour, the lasso, the gallery, keys, the way to the desk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.research.made_up_map import COUNT, laid_out, made_up
from tests.gui.test_access import nameless
from tests.gui.test_contrast import contrast
from xraydesk.gui import theme
from xraydesk.gui.research.image_map import ImageMapPage
from xraydesk.gui.research.map_groups import By, grouping
from xraydesk.research.map_data import Said


def at(page: ImageMapPage, row: int) -> QPoint:
    """Return where a point of the map is on screen."""
    return on_screen(page, *page.view.plot._points[row])


def on_screen(page: ImageMapPage, x: float, y: float) -> QPoint:
    plot = page.view.plot
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(float(x), float(y))))


def drag(widget: QWidget, corners: list[QPoint], modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Move the mouse with its left button down, step by step; pyqtgraph leaves out moves that come too fast."""
    rate = pyqtgraph.getConfigOption("mouseRateLimit")
    pyqtgraph.setConfigOption("mouseRateLimit", 0)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, modifier, corners[0])
    for corner in corners[1:]:
        send_move(widget, corner, modifier)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, modifier, corners[-1])
    pyqtgraph.setConfigOption("mouseRateLimit", rate)


def send_move(widget: QWidget, place: QPoint, modifier: Qt.KeyboardModifier) -> None:
    left = Qt.MouseButton.LeftButton
    over = QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), over, Qt.MouseButton.NoButton, left, modifier)
    QApplication.sendEvent(widget, event)


def around(page: ImageMapPage, x: float, y: float, radius: float) -> list[QPoint]:
    turns = np.linspace(0, 2 * np.pi, 25)
    return [on_screen(page, x + radius * np.cos(t), y + radius * np.sin(t)) for t in turns]


@pytest.mark.parametrize("by", list(By))
def test_every_group_has_a_shape_a_word_and_its_number(qtbot, drawn_map: ImageMapPage, by: By) -> None:
    drawn_map.view.colour_by(by)
    found = drawn_map.view._grouping
    assert found.by is by
    assert sum(group.count for group in found.groups) == COUNT
    assert np.bincount(found.which).tolist() == [group.count for group in found.groups]
    assert len({group.word for group in found.groups}) == len(found.groups) > 1
    texts = [box.text() for box in drawn_map.view.legend.boxes]
    assert texts == [f"{group.word} ({group.count:,})" for group in found.groups]
    if by is not By.DISTANCE:  # a scale: its steps differ by lightness
        assert len({group.symbol for group in found.groups}) == len(found.groups)


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("by", list(By))
def test_every_group_can_be_seen_on_its_ground(monkeypatch: pytest.MonkeyPatch, name: str, by: By) -> None:
    """WCAG 2.1, 1.4.11: 3:1."""
    monkeypatch.setitem(theme._worn, "name", name)
    ground = theme.current().colours["panel"]
    colours = {group.word: group.colour.name() for group in grouping(made_up(COUNT), by).groups}
    assert {word: colour for word, colour in colours.items() if contrast(colour, ground) < 3} == {}


def test_points_wear_their_group(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    view.colour_by(By.TRUTH)
    spots = {tuple(spot.pos()): spot.symbol() for spot in view.plot.spots.points()}
    assert len(spots) == COUNT
    looks = {Said.ABNORMAL: "t1", Said.NORMAL: "o", Said.NOTHING: "+"}
    for row, image in enumerate(view.data.images):
        assert spots[tuple(view.plot._points[row])] == looks[image.truth]


def test_a_group_can_be_hidden(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    view.colour_by(By.TRUTH)
    first = view._grouping.groups[0]
    view.legend.boxes[0].click()
    assert len(view.plot.spots.points()) == COUNT - first.count
    row = int(np.flatnonzero(view._grouping.which == 0)[0])
    assert view.plot.nearest(*view.plot._points[row]) != row
    assert not set(np.flatnonzero(view._grouping.which == 0)) & set(view.plot.in_sight())


def test_the_lasso_lists_what_it_holds(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    QTest.keyClick(view.plot, Qt.Key.Key_L)
    assert view.lasso.isChecked()
    seen = view.plot.box.viewRange()
    drag(view.plot.viewport(), around(drawn_map, 20, 0, 8))
    away = np.linalg.norm(view.plot._points - (20, 0), axis=1)
    listed = {item.key for item in view.gallery.films.items}
    assert set(np.flatnonzero(away < 7.5)) <= listed <= set(np.flatnonzero(away < 8.3))
    assert len(listed) >= 30
    assert np.array(view.plot.box.viewRange()) == pytest.approx(np.array(seen))
    assert view.heading.text() == f"{len(listed)} images chosen"
    words = view.gallery.films.items[0].lines
    assert "Readers:" in words[1]
    assert "Reference:" in words[2]
    QTest.keyClick(view.plot, Qt.Key.Key_Escape)
    assert view.gallery.count == 0


def test_without_the_lasso_dragging_moves_the_map_and_shift_draws(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    before = view.plot.box.viewRange()
    drag(view.plot.viewport(), [QPoint(300, 300), QPoint(330, 300), QPoint(400, 300)])
    after = view.plot.box.viewRange()
    assert after[0][0] < before[0][0]
    assert view.gallery.count == 0
    view.fit.click()
    drag(view.plot.viewport(), around(drawn_map, 0, 20, 5), Qt.KeyboardModifier.ShiftModifier)
    assert view.gallery.count >= 20


def test_a_click_shows_the_film_and_a_double_click_opens_it(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    row = int(view.plot._points[:, 0].argmax())
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(drawn_map, row))
    image = view.data.images[row]
    assert view.detail.open.isEnabled()
    assert "Readers:" in view.detail.words.text()
    assert f"{image.distance:.2f}, limit 2.00" in view.detail.words.text()
    qtbot.waitUntil(lambda: not view.detail.film.pixmap().isNull())
    with qtbot.waitSignal(drawn_map.open_wanted) as told:
        QTest.mouseDClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(drawn_map, row))
    assert told.args == [image.study_id, Path("/films")]
    with qtbot.waitSignal(drawn_map.open_wanted) as told:
        QTest.keyClick(view.plot, Qt.Key.Key_Return)
    assert told.args[0] == image.study_id
    with qtbot.waitSignal(drawn_map.open_wanted) as told:
        view.detail.open.click()
    assert told.args[0] == image.study_id


def test_all_can_be_done_by_keys(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    view.plot.setFocus()
    whole = view.plot.box.viewRange()[0]
    for _ in range(3):
        QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    zoomed = view.plot.box.viewRange()[0]
    assert zoomed[1] - zoomed[0] == pytest.approx(0.8**3 * (whole[1] - whole[0]), rel=0.01)
    QTest.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.plot.box.viewRange()[0][0] > zoomed[0]
    QTest.keyClick(view.plot, Qt.Key.Key_V)
    assert 0 < view.gallery.count < COUNT
    assert view.gallery.hasFocus()
    QTest.keyClick(view.gallery, Qt.Key.Key_Right)
    QTest.keyClick(view.gallery, Qt.Key.Key_Right)
    item = view.gallery.item
    assert item is not None
    assert view.plot._current == item.key
    with qtbot.waitSignal(drawn_map.open_wanted) as told:
        QTest.keyClick(view.gallery, Qt.Key.Key_Return)
    assert told.args == [item.study_id, item.folder]
    QTest.keyClick(view.plot, Qt.Key.Key_Home)
    assert view.plot.box.viewRange()[0] == pytest.approx(whole)


def test_the_map_says_what_it_is(qtbot, drawn_map: ImageMapPage) -> None:
    words = drawn_map.view.about.text()
    assert "200 images, Made-up model. t-SNE (perplexity 30, divergence 1.25) of 2 principal components" in words
    assert "60 % of the variance" in words
    assert "3 images came later and were placed on it; they have a rim." in words
    assert drawn_map.view.lacking.text().startswith("4 images were scored before features were kept")


def test_every_control_has_a_name(qtbot, drawn_map: ImageMapPage) -> None:
    assert nameless(drawn_map) == []


def test_a_made_up_layout_has_its_rims(qtbot, drawn_map: ImageMapPage) -> None:
    rims = [spot for spot in drawn_map.view.plot.spots.points() if spot.pen().style() != Qt.PenStyle.NoPen]
    assert len(rims) == int(laid_out(COUNT, 3).placed.sum()) == 3
