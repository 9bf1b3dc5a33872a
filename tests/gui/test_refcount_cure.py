"""The interpreter survives a long day of painting."""

import subprocess
import sys

_CODE = """
import xraydesk.gui
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
app = QGuiApplication([])
image = QImage(8, 8, QImage.Format.Format_RGB32)
painter = QPainter(image)
colour, box = QColor(1, 2, 3), QRect(0, 0, 2, 2)
for _ in range(60_000):
    painter.fillRect(box, colour)
    painter.setPen(colour)
painter.end()
print("alive")
"""


def test_a_hundred_thousand_painter_calls_do_not_end_the_interpreter():
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "alive", done.stderr
    assert done.returncode == 0
