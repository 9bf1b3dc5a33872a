"""All images of a large study, page by page; a film that has no map stands there once and says why."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap

from tests.gui.conftest import choose, open_folder
from tests.gui.fake_desk import REASON, FakeDesk
from tests.gui.test_several_films import contents, press, settle
from xraydesk.gui import colour_bar
from xraydesk.gui.film_plan import MOST_CELLS, Layout, Showing
from xraydesk.gui.map_layer import MapMode


@pytest.fixture
def desk() -> FakeDesk:
    """Return a desk with a study of 40 images and one that was not assessed."""
    return FakeDesk({1: 0.9, 2: None, 3: 0.4}, images={1: 40, 3: 2})


@pytest.fixture
def all_of_forty(qtbot, window, desk):
    """Return a window that shows the study of 40 images, the one that drove the score first."""
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    choose(qtbot, window, 1)
    press(window, "F8")
    settle(qtbot, window)
    return window


def side_by_side(window) -> None:
    """Ask for the map beside the film."""
    findings = window.read.findings
    findings.map_button.setChecked(True)
    findings.modes.setCurrentIndex(findings.modes.findData(MapMode.SIDE.value))


def painted(monkeypatch, canvas, *, neutral: bool = False) -> str:
    """Return what is said in place of the map's scale."""
    said = []
    real = QPainter.drawText

    def note(painter, *args):
        said.extend(arg for arg in args if isinstance(arg, str))
        return real(painter, *args)

    monkeypatch.setattr(QPainter, "drawText", note)
    picture = QPixmap(canvas.size())
    painter = QPainter(picture)
    canvas.paint(painter, neutral=neutral)
    painter.end()
    return "\n".join(said)


def test_every_image_is_on_one_page():
    showing = Showing("a", 40, first=7, layout=Layout.ALL)
    seen = []
    for page in range(showing.pages):
        showing.page = page
        seen += [content.key.index for content in showing.plan(()).contents]
    assert (showing.pages, seen[0], sorted(seen)) == (3, 7, list(range(40)))
    assert Showing("a", 16, layout=Layout.ALL).pages == 1


def test_pages_are_turned_by_keys_and_buttons_and_hold_only_what_is_in_sight(qtbot, all_of_forty):
    viewer = all_of_forty.read.viewer
    assert contents(all_of_forty) == [39, *range(15)]
    assert viewer.pages.isVisible()
    assert viewer.pages.where.text() == "Page 1 of 3"
    assert not viewer.pages.before.isEnabled()
    press(all_of_forty, "Ctrl+PgDown")
    settle(qtbot, all_of_forty)
    assert contents(all_of_forty) == list(range(15, 31))
    viewer.pages.after.click()
    settle(qtbot, all_of_forty)
    assert contents(all_of_forty) == list(range(31, 39))
    assert not viewer.pages.after.isEnabled()
    press(all_of_forty, "Ctrl+PgDown")
    assert contents(all_of_forty) == list(range(31, 39)), "there is no page behind the last"
    held = [cell for cell in viewer.grid.all_cells if cell.canvas.picture is not None]
    assert len(held) == 8
    assert len(viewer.grid.all_cells) == MOST_CELLS


def test_an_image_of_another_page_turns_to_it_and_is_active(qtbot, all_of_forty):
    all_of_forty.read.viewer.strip.chosen.emit(35)
    settle(qtbot, all_of_forty)
    assert contents(all_of_forty) == list(range(31, 39))
    assert all_of_forty.read.viewer.grid.active.content.key.index == 35
    all_of_forty.read.films.show_image(30)
    all_of_forty.read.step_image(1)
    settle(qtbot, all_of_forty)
    assert all_of_forty.read.viewer.grid.active.content.key.index == 31
    press(all_of_forty, "F5")
    assert not all_of_forty.read.viewer.pages.isVisible()
    assert contents(all_of_forty) == [31]


def test_a_film_without_a_map_stands_there_once_and_says_why(qtbot, all_of_forty, monkeypatch):
    press(all_of_forty, "F5")
    side_by_side(all_of_forty)
    assert len(all_of_forty.read.viewer.grid.cells) == 2
    choose(qtbot, all_of_forty, 2)
    (cell,) = all_of_forty.read.viewer.grid.cells
    assert cell.content.key.study_id == "1.2.2"
    said = painted(monkeypatch, cell.canvas)
    assert "No map: the model did not assess this image" in said
    assert REASON in said
    outside = painted(monkeypatch, cell.canvas, neutral=True)
    assert "No map" in outside
    assert REASON not in outside, "a reason may tell of the patient"
    choose(qtbot, all_of_forty, 3)
    assert len(all_of_forty.read.viewer.grid.cells) == 2


def test_a_map_that_is_hidden_leaves_one_film_and_comes_with_the_first_verdict(qtbot, all_of_forty, desk):
    press(all_of_forty, "F5")
    side_by_side(all_of_forty)
    choices = all_of_forty.read.choices
    choices.actions["blind_first"].trigger()
    qtbot.waitUntil(lambda: len(all_of_forty.read.viewer.grid.cells) == 1)
    assert "hidden until your first verdict" in all_of_forty.read.viewer.canvas.no_map.what
    press(all_of_forty, "1")
    all_of_forty.read.verdict.submit()
    qtbot.waitUntil(lambda: len(all_of_forty.read.viewer.grid.cells) == 2)


def test_the_reason_stays_inside_a_narrow_film(all_of_forty):
    canvas = all_of_forty.read.viewer.canvas
    picture = QPixmap(200, 200)
    picture.fill(canvas.palette().window().color())
    painter = QPainter(picture)
    why = canvas.no_map._replace(what="No map: " + "word " * 30)
    colour_bar.draw_absence(painter, picture.rect().toRectF(), why, 0.0, neutral=False)
    painter.end()
    image = picture.toImage()
    ground = canvas.palette().window().color()
    assert all(image.pixelColor(x, y) == ground for x in (2, 197) for y in range(200))
