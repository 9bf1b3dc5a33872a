"""The view as a picture: what is on it, what never is."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.gui.conftest import choose
from xraydesk.errors import XraydeskError
from xraydesk.gui import view_export
from xraydesk.gui.view_export import burnt_in, file_name, write

WHEN = datetime.fromisoformat("2026-03-04 08:30")


@pytest.fixture
def shown(qtbot, reading):
    """Return a window with a film on screen."""
    choose(qtbot, reading, 2)
    return reading


def test_the_line_names_use_date_and_the_model_of_a_map(desk):
    assert burnt_in(WHEN, None) == "xraydesk, research use, not for diagnosis. 2026-03-04"
    assert burnt_in(WHEN, desk.card).endswith("Map by chest-pneumonia 1.0")


def test_the_suggested_name_tells_when_and_not_whom():
    assert file_name(WHEN) == "xraydesk-20260304-083000.png"


def test_no_identity_is_painted(shown, monkeypatch):
    painted = []
    monkeypatch.setattr(
        "xraydesk.gui.corner_text.draw_block", lambda _p, _a, lines, *_w, **_k: painted.extend(lines) or 0.0
    )
    assert shown.read.films.export.picture(WHEN) is not None
    assert any(line.startswith("C ") for line in painted)  # the window is said
    assert not [line for line in painted if "A-0002" in line or "Made up" in line or "2026" in line or "3 y" in line]


def test_the_picture_is_the_same_whether_identity_is_shown_or_hidden(shown):
    export, identity = shown.read.films.export, shown.read.identity
    told = export.picture(WHEN)
    identity.set_hidden(True)
    assert export.picture(WHEN) == told
    on_screen = shown.read.viewer.grid.grab().toImage()
    identity.set_hidden(False)
    assert shown.read.viewer.grid.grab().toImage() != on_screen, "the words would be seen"


def test_what_the_film_itself_has_stays_and_the_reader_is_told(shown, monkeypatch):
    titles = []
    monkeypatch.setattr(
        view_export.QFileDialog, "getSaveFileName", lambda _p, title, *_: titles.append(title) or ("", "")
    )
    shown.read.viewer.layouts.save.click()
    shown.read.viewer.layouts.copy.click()
    assert "text burnt into the film itself stays in it" in titles[0]
    assert "text burnt into the film itself stays in it" in shown.footer.log.text()
    QGuiApplication.clipboard().clear()


def test_the_picture_is_the_view_at_full_resolution_with_a_strip_below(shown):
    grid = shown.read.viewer.grid
    picture = shown.read.films.export.picture(WHEN)
    assert picture.width() == round(grid.width() * grid.devicePixelRatioF())
    assert picture.height() > round(grid.height() * grid.devicePixelRatioF())
    middle = grid.width() // 2, grid.height() // 2
    assert picture.pixelColor(*middle) == grid.grab().toImage().pixelColor(*middle)
    strip = picture.copy(0, grid.height(), picture.width(), picture.height() - grid.height())
    assert any(strip.pixelColor(x, y).lightness() > 150 for x in range(0, 300) for y in range(strip.height()))


def test_the_model_is_named_only_where_its_map_is_on_the_picture(qtbot, shown, monkeypatch):
    said = []
    monkeypatch.setattr(view_export, "drawn", lambda _grid, line: said.append(line))
    export = shown.read.films.export
    export.picture(WHEN)
    shown.read.findings.toggle_map()
    qtbot.waitUntil(lambda: shown.read.viewer.canvas.shows_map)
    export.picture(WHEN)
    assert ["chest-pneumonia" in line for line in said] == [False, True]


def test_copy_puts_it_on_the_clipboard(shown):
    shown.read.viewer.layouts.copy.click()
    assert not QGuiApplication.clipboard().image().isNull()
    assert "copied" in shown.footer.log.text()
    QGuiApplication.clipboard().clear()


def test_save_writes_a_png_where_the_reader_says(shown, monkeypatch, tmp_path):
    asked = []

    def answer(_parent, _title, suggested, _kinds):
        asked.append(suggested)
        return str(tmp_path / "view"), ""

    monkeypatch.setattr(view_export.QFileDialog, "getSaveFileName", answer)
    shown.read.viewer.layouts.save.click()
    assert not QImage(str(tmp_path / "view.png")).isNull()
    assert "A-0002" not in asked[0]


def test_a_picture_that_cannot_be_written_leaves_what_was_there(tmp_path):
    with pytest.raises(XraydeskError, match="could not be written"):
        write(QImage(4, 4, QImage.Format.Format_RGB32), tmp_path / "nowhere" / "a.png")
    assert not list(tmp_path.iterdir())


def test_a_name_completed_with_png_overwrites_nothing(tmp_path):
    (tmp_path / "view.png").write_bytes(b"before")
    with pytest.raises(XraydeskError, match="already"):
        write(QImage(4, 4, QImage.Format.Format_RGB32), tmp_path / "view")
    assert (tmp_path / "view.png").read_bytes() == b"before"


def test_without_a_film_there_is_nothing_to_copy(reading):
    reading.read.films.export.copy()
    assert view_export.NOTHING in reading.banner.text.text()
