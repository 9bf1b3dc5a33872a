"""The map's page with real widgets: what it says and offers, progress and cancelling, a real archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.research.made_up_map import COUNT, MadeUpMap, made_up, show
from tests.patience import PATIENCE_S
from tests.research.made_up import Room
from tests.triage import fakes
from xraydesk.errors import XraydeskError
from xraydesk.gui.research.image_map import ImageMapPage
from xraydesk.gui.research.map_groups import By
from xraydesk.store.features import FeatureStore, insert


@pytest.fixture
def page(map_page: ImageMapPage) -> ImageMapPage:
    return map_page


def waits(qtbot, page: ImageMapPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.notice.words.text())


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
    words = page.notice.words
    assert words.height() >= words.heightForWidth(words.width()) > 2 * words.fontMetrics().height()
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
    assert source.stopped.wait(PATIENCE_S)
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


def test_a_stopped_new_map_leaves_the_old_one(qtbot, drawn_map: ImageMapPage) -> None:
    source = drawn_map._source
    source.door.clear()
    points = drawn_map.view.plot._points
    drawn_map.view.anew.click()
    qtbot.waitUntil(lambda: drawn_map.notice.bar.value() == 500)
    with qtbot.waitSignal(drawn_map.said):
        drawn_map.notice.cancel.click()
    assert drawn_map.stack.currentWidget() is drawn_map.view
    assert drawn_map.view.plot._points is points
    assert source.stopped.wait(PATIENCE_S)


def test_closing_while_it_computes_waits_for_nothing_long(qtbot, page: ImageMapPage) -> None:
    source = MadeUpMap(made_up(50))
    source.door.clear()
    page.set_data(source)
    qtbot.waitUntil(lambda: source.asked == ["lay out"])
    page.close_tasks()
    assert source.stopped.is_set()


def test_images_without_features_are_looked_at_again(qtbot, drawn_map: ImageMapPage) -> None:
    with qtbot.waitSignal(drawn_map.said) as told:
        drawn_map.view.look.click()
    assert told.args == ["1 image could not be read, or changed since it was scored."]
    qtbot.waitUntil(
        lambda: drawn_map.stack.currentWidget() is drawn_map.view and len(drawn_map.view.data.images) == COUNT + 3
    )
    assert drawn_map.view.lacking.text().startswith("1 image was scored")
    assert drawn_map._source.asked == ["lay out", "complete", "lay out"]


def test_what_is_known_anew_leaves_the_part_in_sight(qtbot, drawn_map: ImageMapPage) -> None:
    view = drawn_map.view
    view.colour_by(By.VERDICT)
    QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    seen = view.plot.box.viewRange()
    source = MadeUpMap(made_up(COUNT, lacking=4, seed=5))
    drawn_map.set_data(source)
    qtbot.waitUntil(lambda: view.data is source.data)
    assert np.array(view.plot.box.viewRange()) == pytest.approx(np.array(seen))
    assert view._grouping.by is By.VERDICT
    assert source.asked == []


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
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    assert len(page.view.data.images) == 40
    assert len(list((tmp_path / "research" / "maps").glob("*.json"))) == 1
    with qtbot.waitSignal(research.open_wanted) as told:
        page.view.open_row(3)
    assert told.args == [page.view.data.images[3].study_id, tmp_path / "films"]
