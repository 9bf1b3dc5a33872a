"""What the millimetres refer to is never cut off in the corner of a small film."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xraydesk.gui.corner_text import PAD, draw_block

LINE = "656 × 720, 12 bit, 0.360 mm at detector"


@pytest.mark.parametrize(("width", "lines"), [(1200, 1), (400, 2)])
def test_a_long_line_is_broken_before_it_is_cut(qapp, width, lines):
    image = QImage(width, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    bottom_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    one = draw_block(painter, QRectF(image.rect()), ("a",), bottom_left) - 2 * PAD
    found = draw_block(painter, QRectF(image.rect()), (LINE,), bottom_left) - 2 * PAD
    painter.end()
    assert found == pytest.approx(lines * one)
