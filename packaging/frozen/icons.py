"""The program's icon in the form each system wants, drawn from one SVG: Qt paints it, Pillow writes the containers."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image

SIZES = (16, 24, 32, 48, 64, 128, 256)
_LARGEST = 1024  # what macOS asks for on a display of two pixels a point


def write(svg: Path, folder: Path) -> str | None:
    """Write the icon of this system into a folder and return its path; None where program files carry none."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        path = folder / "xraydesk.ico"
        draw(svg, SIZES[-1]).save(path, sizes=[(side, side) for side in SIZES])
    elif sys.platform == "darwin":
        path = folder / "xraydesk.icns"
        draw(svg, _LARGEST).save(path)
    else:
        return None
    return str(path)


def draw(svg: Path, side: int) -> Image.Image:
    """Return the icon, ``side`` pixels square, with transparent corners."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data()))).convert("RGBA")
