"""A gallery of films: pictures made off the main thread, chosen by keys, missing files said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests import films
from xraydesk.gui.shared.gallery import Gallery, GalleryItem


def item(folder: Path, number: int, name: str = "film.png") -> GalleryItem:
    lines = (f"film {number}", "Adler wrong")
    return GalleryItem(number, f"1.2.{number}", folder, folder / name, lines=lines, badge="subtle" if number else "")


@pytest.fixture
def gallery(qtbot, tmp_path: Path) -> Iterator[Gallery]:
    films.write_png(tmp_path / "film.png", films.picture(40, 60))
    made = Gallery()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    yield made
    made.close_tasks()
    made.close()


def test_films_in_sight_are_drawn_and_no_others(qtbot, gallery: Gallery, tmp_path: Path) -> None:
    gallery.set_items([item(tmp_path, n) for n in range(5000)])
    qtbot.waitUntil(lambda: gallery.pictures.picture(0) is not None)
    assert gallery.pictures.picture(0).width() == 144  # the longer side
    assert gallery.pictures.picture(4000) is None
    assert gallery.item is None  # nothing is chosen until somebody chooses
    gallery.choose(4000)
    qtbot.waitUntil(lambda: gallery.pictures.picture(4000) is not None)


def test_arrows_move_and_enter_opens(gallery: Gallery, tmp_path: Path) -> None:
    chosen: list[GalleryItem | None] = []
    opened: list[GalleryItem] = []
    gallery.chosen.connect(chosen.append)
    gallery.opened.connect(opened.append)
    gallery.set_items([item(tmp_path, n) for n in range(50)], choose=7)
    assert gallery.item is not None
    assert chosen[-1] == gallery.item == gallery.films.item(7)
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert chosen[-1].key == 8
    QTest.keyClick(gallery, Qt.Key.Key_Down)
    assert chosen[-1].key == 12  # four in a row
    QTest.keyClick(gallery, Qt.Key.Key_Return)
    assert [each.key for each in opened] == [12]
    gallery.set_items([])
    assert chosen[-1] is None
    assert gallery.item is None


def test_a_missing_file_says_why(qtbot, gallery: Gallery, tmp_path: Path) -> None:
    gallery.set_items([item(tmp_path, 0, "gone.png")])
    qtbot.waitUntil(lambda: gallery.pictures.problem(0) != "")
    assert str(tmp_path) not in gallery.pictures.problem(0)
    assert gallery.pictures.picture(0) is None
    assert not gallery.grab().isNull()


def test_words_change_without_a_new_picture(qtbot, gallery: Gallery, tmp_path: Path) -> None:
    made = []

    def make(film: GalleryItem, side: int) -> QImage:
        made.append(film.key)
        return QImage(side, side, QImage.Format.Format_Grayscale8)

    gallery.set_make(make)
    gallery.set_items([item(tmp_path, 1)])
    qtbot.waitUntil(lambda: gallery.pictures.picture(1) is not None)
    gallery.replace(GalleryItem(1, "1.2.1", tmp_path, tmp_path / "film.png", lines=("now right",)))
    assert gallery.films.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "now right"
    gallery.set_items([item(tmp_path, 1)])
    gallery.grab()
    assert made == [1]
    gallery.set_make(make)
    qtbot.waitUntil(lambda: made == [1, 1])
