"""The real window, opened where nobody sees it, and what is waited for before a picture is taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from xraydesk.gui import language
from xraydesk.gui.app import application, desk_factory
from xraydesk.gui.window import MainWindow

PATIENCE = 300.0  # seconds
COLOURS = 256
MARGIN, LINE = 48, 120  # pixels
QUALITY = 86  # JPEG, colour as fine as brightness


@contextmanager
def window(data_dir: Path, size: tuple[int, int], tongue: str) -> Iterator[MainWindow]:
    """Show the window on a data folder, with a desk and the first page read; it is closed afterwards."""
    app = application("dark")
    language.install(app, tongue)
    made = MainWindow(desk_factory(data_dir, "cpu"), data_dir)
    made.session.set_greeted()
    made.resize(*size)
    made.show()
    made.connect_desk()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()
        app.processEvents()


def wait(done: Callable[[], object], rest: float = 0.3) -> None:
    """Let the window work until something is so, and a moment longer for what is drawn last."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        _work()
    end = time.monotonic() + rest
    while time.monotonic() < end:
        _work()


def grab(shown: QWidget, *parts: QWidget, margin: int = 0) -> QPixmap:
    """Return the picture of a window, or of the part of it that holds all of some widgets."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    _work()
    if not parts:
        return shown.grab()
    area = QRect()
    for part in parts:
        area = area.united(QRect(part.mapTo(shown, QPoint(0, 0)), part.size()))
    return shown.grab(area.adjusted(-margin, -margin, margin, margin).intersected(shown.rect()))


def write(picture: QPixmap, path: Path, width: int | None = None, *, trim: bool = False) -> None:
    """Write a picture: films as JPEG, panels alone as PNG with a palette.

    ``width`` in pixels makes it smaller, ``trim`` takes the empty ground around it away.
    """
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    if width is not None and image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    size = (image.width(), image.height())
    pixels = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
    if trim:
        left, top, right, bottom = _inside(pixels)
        pixels = pixels.crop((left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".jpg":
        pixels.save(path, quality=QUALITY, subsampling=0, optimize=True)
    else:
        _few_colours(pixels).save(path, optimize=True)


def _inside(pixels: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of what differs from the upper left corner; the lowest line of the window is left out."""
    ground = Image.new("RGB", pixels.size, pixels.getpixel((0, 0)))
    upper = (0, 0, pixels.width, pixels.height - LINE)
    box = ImageChops.difference(pixels, ground).crop(upper).getbbox()
    assert box is not None
    return box


def _few_colours(pixels: Image.Image) -> Image.Image:
    """Return the picture with a palette that begins with its commonest colours, so that no small mark loses its own."""
    counted = sorted(pixels.getcolors(pixels.width * pixels.height) or [], reverse=True)
    flat = Image.new("RGB", (len(counted), 1))
    flat.putdata([colour for _, colour in counted])
    palette = flat.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1)
    return pixels.quantize(palette=palette, dither=Image.Dither.NONE)


def _work() -> None:
    QApplication.processEvents()
    time.sleep(0.01)
