"""The map's page with real widgets: drawing, cancelling, colours, the lasso, the gallery, the way to the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.research.made_up_map import MadeUpMap, laid_out, made_up
from tests.gui.test_access import nameless
from tests.research.made_up import Room
from tests.triage import fakes
from xraydesk.errors import XraydeskError
from xraydesk.gui.research.gallery_items import GalleryItem
from xraydesk.gui.research.image_map import ImageMapPage
from xraydesk.gui.research.map_groups import By
from xraydesk.research.map_data import Said
from xraydesk.store.features import FeatureStore, insert

COUNT = 200


def grey(item: GalleryItem, side: int) -> QImage:
    """Return a film that need not be read from a disk."""
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(128)
    return image


@pytest.fixture
def page(qtbot) -> Iterator[ImageMapPage]:
    made = ImageMapPage(make=grey)
    made.resize(1200, 800)
    made.show()
    yield made
    made.close_tasks()
    made.close()
    made.deleteLater()


@pytest.fixture
def drawn(qtbot, page: ImageMapPage) -> ImageMapPage:
    """Return a page with a map of `COUNT` images, of which three came later and four are not on it."""
    show(qtbot, page, MadeUpMap(made_up(COUNT, lacking=4), kept=True, placed=3))
    return page


def show(qtbot, page: ImageMapPage, source: MadeUpMap) -> None:
    page.set_data(source)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)


def waits(qtbot, page: ImageMapPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.notice.words.text())


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


def test_no_model_no_map_but_a_sentence(qtbot, page: ImageMapPage) -> None:
    page.set_data(MadeUpMap(None))
    waits(qtbot, page, "No model has looked at a film yet")
    assert page.notice.draw.isHidden()
    assert page.notice.look.isHidden()


def test_too_few_images_are_a_sentence(qtbot, page: ImageMapPage) -> None:
    page.set_data(MadeUpMap(made_up(9)))
    waits(qtbot, page, "at least 10 images that Made-up model has looked at. So far features are kept of 9.")
    assert page.notice.draw.isHidden()


def test_a_small_map_is_drawn_at_once_a_large_one_when_asked(qtbot, page: ImageMapPage) -> None:
    small = MadeUpMap(made_up(50))
    show(qtbot, page, small)
    assert small.asked == ["lay out"]
    large = MadeUpMap(made_up(400))
    page.set_data(large)
    waits(qtbot, page, "lays out 400 images")
    assert large.asked == []
    page.notice.draw.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    assert len(page.view.data.images) == 400


def test_a_kept_map_opens_at_once(qtbot, page: ImageMapPage) -> None:
    source = MadeUpMap(made_up(400), kept=True)
    show(qtbot, page, source)
    assert source.asked == ["lay out"]


def test_progress_shows_and_cancel_ends_the_work(qtbot, page: ImageMapPage) -> None:
    source = MadeUpMap(made_up(400))
    source.door.clear()
    page.set_data(source)
    waits(qtbot, page, "lays out")
    page.notice.draw.click()
    qtbot.waitUntil(lambda: page.notice.bar.value() == 500)
    assert page.notice.time.text().startswith("50 % done, ")
    assert page.notice.time.text().endswith(" left")
    assert page.notice.cancel.isVisible()
    assert page.notice.cancel.hasFocus()
    page.notice.cancel.click()
    assert source.stopped.wait(5)
    waits(qtbot, page, "Stopped.")
    assert page.notice.draw.isVisible()
    assert not page.notice.cancel.isVisible()


def test_what_goes_wrong_is_said_and_can_be_tried_again(qtbot, page: ImageMapPage) -> None:
    source = MadeUpMap(made_up(50), failure=XraydeskError("All images have the same features"))
    page.set_data(source)
    waits(qtbot, page, "All images have the same features")
    source.failure = None
    page.notice.draw.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)


def test_a_stopped_new_map_leaves_the_old_one(qtbot, drawn: ImageMapPage) -> None:
    source = drawn._source
    source.door.clear()
    points = drawn.view.plot._points
    drawn.view.anew.click()
    qtbot.waitUntil(lambda: drawn.notice.bar.value() == 500)
    with qtbot.waitSignal(drawn.said):
        drawn.notice.cancel.click()
    assert drawn.stack.currentWidget() is drawn.view
    assert drawn.view.plot._points is points
    assert source.stopped.wait(5)


def test_closing_while_it_computes_waits_for_nothing_long(qtbot, page: ImageMapPage) -> None:
    source = MadeUpMap(made_up(50))
    source.door.clear()
    page.set_data(source)
    qtbot.waitUntil(lambda: source.asked == ["lay out"])
    page.close_tasks()
    assert source.stopped.is_set()


@pytest.mark.parametrize("by", list(By))
def test_every_group_has_a_shape_a_word_and_its_number(qtbot, drawn: ImageMapPage, by: By) -> None:
    drawn.view.colour_by(by)
    grouping = drawn.view._grouping
    assert grouping.by is by
    assert sum(group.count for group in grouping.groups) == COUNT
    assert np.bincount(grouping.which).tolist() == [group.count for group in grouping.groups]
    assert len({group.word for group in grouping.groups}) == len(grouping.groups) > 1
    texts = [box.text() for box in drawn.view.legend.boxes]
    assert texts == [f"{group.word} ({group.count:,})" for group in grouping.groups]
    if by is not By.DISTANCE:  # a scale: its steps differ by lightness
        assert len({group.symbol for group in grouping.groups}) == len(grouping.groups)


def test_points_wear_their_group(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    view.colour_by(By.TRUTH)
    spots = {tuple(spot.pos()): spot.symbol() for spot in view.plot.spots.points()}
    assert len(spots) == COUNT
    looks = {Said.ABNORMAL: "t1", Said.NORMAL: "o", Said.NOTHING: "+"}
    for row, image in enumerate(view.data.images):
        assert spots[tuple(view.plot._points[row])] == looks[image.truth]


def test_a_group_can_be_hidden(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    view.colour_by(By.TRUTH)
    first = view._grouping.groups[0]
    view.legend.boxes[0].click()
    assert len(view.plot.spots.points()) == COUNT - first.count
    row = int(np.flatnonzero(view._grouping.which == 0)[0])
    assert view.plot.nearest(*view.plot._points[row]) != row
    assert not set(np.flatnonzero(view._grouping.which == 0)) & set(view.plot.in_sight())


def test_the_lasso_lists_what_it_holds(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    QTest.keyClick(view.plot, Qt.Key.Key_L)
    assert view.lasso.isChecked()
    seen = view.plot.box.viewRange()
    drag(view.plot.viewport(), around(drawn, 20, 0, 8))
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


def test_without_the_lasso_dragging_moves_the_map_and_shift_draws(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    before = view.plot.box.viewRange()
    drag(view.plot.viewport(), [QPoint(300, 300), QPoint(330, 300), QPoint(400, 300)])
    after = view.plot.box.viewRange()
    assert after[0][0] < before[0][0]
    assert view.gallery.count == 0
    view.fit.click()
    drag(view.plot.viewport(), around(drawn, 0, 20, 5), Qt.KeyboardModifier.ShiftModifier)
    assert view.gallery.count >= 20


def test_a_click_shows_the_film_and_a_double_click_opens_it(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    row = int(view.plot._points[:, 0].argmax())
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(drawn, row))
    image = view.data.images[row]
    assert view.detail.open.isEnabled()
    assert "Readers:" in view.detail.words.text()
    assert f"{image.distance:.2f}, limit 2.00" in view.detail.words.text()
    qtbot.waitUntil(lambda: not view.detail.film.pixmap().isNull())
    with qtbot.waitSignal(drawn.open_wanted) as told:
        QTest.mouseDClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(drawn, row))
    assert told.args == [image.study_id, Path("/films")]
    with qtbot.waitSignal(drawn.open_wanted) as told:
        QTest.keyClick(view.plot, Qt.Key.Key_Return)
    assert told.args[0] == image.study_id
    with qtbot.waitSignal(drawn.open_wanted) as told:
        view.detail.open.click()
    assert told.args[0] == image.study_id


def test_all_can_be_done_by_keys(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
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
    with qtbot.waitSignal(drawn.open_wanted) as told:
        QTest.keyClick(view.gallery, Qt.Key.Key_Return)
    assert told.args == [item.study_id, item.folder]
    QTest.keyClick(view.plot, Qt.Key.Key_Home)
    assert view.plot.box.viewRange()[0] == pytest.approx(whole)


def test_the_map_says_what_it_is(qtbot, drawn: ImageMapPage) -> None:
    words = drawn.view.about.text()
    assert "200 images, Made-up model. t-SNE (perplexity 30, divergence 1.25) of 2 principal components" in words
    assert "60 % of the variance" in words
    assert "3 images came later and were placed on it; they have a rim." in words
    assert drawn.view.lacking.text().startswith("4 images were scored before features were kept")


def test_images_without_features_are_looked_at_again(qtbot, drawn: ImageMapPage) -> None:
    with qtbot.waitSignal(drawn.said) as told:
        drawn.view.look.click()
    assert told.args == ["1 image could not be read, or changed since it was scored."]
    qtbot.waitUntil(lambda: drawn.stack.currentWidget() is drawn.view and len(drawn.view.data.images) == COUNT + 3)
    assert drawn.view.lacking.text().startswith("1 image was scored")
    assert drawn._source.asked == ["lay out", "complete", "lay out"]


def test_what_is_known_anew_leaves_the_part_in_sight(qtbot, drawn: ImageMapPage) -> None:
    view = drawn.view
    view.colour_by(By.VERDICT)
    QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    seen = view.plot.box.viewRange()
    source = MadeUpMap(made_up(COUNT, lacking=4, seed=5))
    drawn.set_data(source)
    qtbot.waitUntil(lambda: view.data is source.data)
    assert np.array(view.plot.box.viewRange()) == pytest.approx(np.array(seen))
    assert view._grouping.by is By.VERDICT
    assert source.asked == []


def test_every_control_has_a_name(qtbot, drawn: ImageMapPage) -> None:
    assert nameless(drawn) == []


def test_a_made_up_layout_has_its_rims(qtbot, drawn: ImageMapPage) -> None:
    rims = [spot for spot in drawn.view.plot.spots.points() if spot.pen().style() != Qt.PenStyle.NoPen]
    assert len(rims) == int(laid_out(COUNT, 3).placed.sum()) == 3


def test_the_page_of_a_real_archive(qtbot, research_window, tmp_path: Path) -> None:
    """A log of before features were kept: the page says so; once they are there the map is drawn and kept."""
    window = research_window(Room(studies=40))
    research = window.rooms.research
    page = research.page("map")
    assert isinstance(page, ImageMapPage)
    waits(qtbot, page, "40 images were scored before features were kept")
    assert page.notice.look.isVisible()
    archive = research._archive
    card = next(card for card in archive.cards() if card.id == window.made.card.id)
    rng = np.random.default_rng(0)
    answers = [
        (image.key, replace(fakes.prediction(0.5), features=rng.normal(0, 1, 24).astype(np.float16)))
        for image in page._data.lacking
    ]
    rows = FeatureStore(archive.database, card).rows(answers)
    archive.database.write(lambda db: insert(db, rows))
    research.reload()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view, timeout=20_000)
    assert len(page.view.data.images) == 40
    assert len(list((tmp_path / "research" / "maps").glob("*.json"))) == 1
    with qtbot.waitSignal(research.open_wanted) as told:
        page.view.open_row(3)
    assert told.args == [page.view.data.images[3].study_id, tmp_path / "films"]
