"""What the millimetres refer to is never cut off in the corner of a small film."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from xraydesk.gui.corner_text import PAD, Corners, draw_banner, draw_block

LINE = "656 × 720, 12 bit, 0.360 mm at detector"


@pytest.mark.parametrize(("width", "lines"), [(1200, 1), (400, 2), (260, 3)])
def test_a_long_line_is_broken_before_it_is_cut(qapp, width, lines):
    image = QImage(width, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    bottom_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    one = draw_block(painter, QRectF(image.rect()), ("a",), bottom_left) - 2 * PAD
    found = draw_block(painter, QRectF(image.rect()), (LINE,), bottom_left) - 2 * PAD
    painter.end()
    assert found == pytest.approx(lines * one)


def test_a_banner_is_never_cut_but_takes_another_line(qapp):
    words = "PRIOR 2024-03-02 (8 months earlier)"
    picture = QPixmap(600, 200)
    painter = QPainter(picture)
    one = draw_banner(painter, QRectF(0, 0, 600, 200), words, inverse=True)
    several = draw_banner(painter, QRectF(0, 0, 130, 200), words, inverse=True)
    painter.end()
    assert several > 1.5 * one


def test_a_tiny_film_says_who_and_which_image_whole():
    corners = Corners(("Made up 1", "A-0001", "3 y F"), ("Chest AP", "Maker"), ("Image 7 / 40",), "610 × 720", mark="L")
    tiny = corners.shortest
    assert (tiny.top_left, tiny.bottom_left) == (("Made up 1", "A-0001"), ("Image 7 / 40",))
    assert (tiny.top_right, tiny.size, tiny.mark) == ((), "", "L")
