"""The films on screen as a picture to copy or to save, without the patient's identity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QIODevice, QObject, QRectF, QSaveFile, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.corner_text import INK, PAD
from xraydesk.gui.film_canvas import BLACK
from xraydesk.gui.film_grid import FilmGrid
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard

NOTHING = cast(str, QT_TRANSLATE_NOOP("ViewExport", "There is no film on screen to copy or save."))


class ViewExport(QObject):
    """Copies and saves what stands in the grid."""

    done = Signal(str)  # a sentence
    failed = Signal(str)  # a sentence for the banner

    def __init__(self, grid: FilmGrid, card: Callable[[], ModelCard | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._card = card
        self._folder = Path()

    def copy(self) -> None:
        """Put the view on the clipboard."""
        picture = self.picture()
        if picture is None:
            self.failed.emit(translate("ViewExport", NOTHING))
            return
        QGuiApplication.clipboard().setImage(picture)
        self.done.emit(
            translate(
                "ViewExport",
                "The view was copied without the patient's identity; text burnt into the film itself stays in it",
            )
        )

    def save(self) -> None:
        """Ask where, and save the view as PNG."""
        now = datetime.now()
        picture = self.picture(now)  # what the reader sees now, not what stands there when the question is answered
        if picture is None:
            self.failed.emit(translate("ViewExport", NOTHING))
            return
        title = translate("ViewExport", "Save the view without identity; text burnt into the film itself stays in it")
        suggested = str(self._folder / file_name(now))
        chosen, _ = QFileDialog.getSaveFileName(self._grid, title, suggested, "PNG (*.png)")
        if chosen:
            self._save(picture, Path(chosen))

    def picture(self, when: datetime | None = None) -> QImage | None:
        """Return the view with the burnt-in line below; None where no film is on screen."""
        if all(cell.canvas.picture is None for cell in self._grid.cells):
            return None
        mapped = any(cell.canvas.shows_map for cell in self._grid.cells)
        return drawn(self._grid, burnt_in(when or datetime.now(), self._card() if mapped else None))

    def _save(self, picture: QImage, path: Path) -> None:
        try:
            write(picture, path)
        except XraydeskError as error:
            self.failed.emit(error_sentence(error))
            return
        self._folder = path.parent
        self.done.emit(
            translate(
                "ViewExport",
                "The view was saved without the patient's identity; text burnt into the film itself stays in it",
            )
        )


def file_name(when: datetime) -> str:
    """Return the name that is suggested: it tells when, and nothing of whom."""
    return f"xraydesk-{when:%Y%m%d-%H%M%S}.png"


def burnt_in(when: datetime, card: ModelCard | None) -> str:
    """Return the line that is part of every picture; with the model where its map is on it."""
    use = translate("ViewExport", "xraydesk, research use, not for diagnosis")
    model = translate("ViewExport", "Map by {model} {version}")
    by = "" if card is None else model.format(model=card.id, version=card.version)
    return ". ".join(text for text in (use, f"{when:%Y-%m-%d}", by) if text)


def drawn(grid: FilmGrid, line: str) -> QImage:
    """Return the cells at the screen's own resolution, and the line in a strip below them."""
    font = theme.text_font()
    words = QRectF(PAD, 0, grid.width() - 2 * PAD, 1000)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    strip = round(QFontMetricsF(font).boundingRect(words, flags, line).height()) + 2 * PAD
    ratio = grid.devicePixelRatioF()
    image = QImage((QSize(grid.width(), grid.height() + strip).toSizeF() * ratio).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(BLACK)
    painter = QPainter(image)
    for cell in grid.cells:
        painter.save()
        painter.translate(cell.canvas.pos())
        painter.setClipRect(cell.canvas.rect())
        cell.canvas.paint(painter, neutral=True)
        painter.restore()
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(words.translated(0, grid.height() + PAD), flags, line)
    painter.end()
    return image


def write(picture: QImage, path: Path) -> None:
    """Write a PNG, whole or not at all.

    Raises
    ------
    XraydeskError
        It could not be written; what stood there before is as it was.
    """
    if path.suffix.lower() != ".png":
        path = path.with_name(f"{path.name}.png")
        if path.exists():  # nobody was asked about this name
            raise XraydeskError("A picture of this name is there already", subject=path, remedy="Choose another name")
    file = QSaveFile(str(path))
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and QImageWriter(file, b"png").write(picture)
    if not (written and file.commit()):
        file.cancelWriting()
        raise XraydeskError("The picture could not be written", subject=path, remedy="Choose another place")
