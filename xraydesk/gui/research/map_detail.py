"""One image of the map: the film small, with its words, and the way to the reading desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.gui.shared.gallery_pictures import Make, film_image
from xraydesk.gui.tasks import Task, TaskRunner

SIDE = 176


class MapDetail(QWidget):
    """Empty until an image is chosen."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, make: Make = film_image) -> None:
        super().__init__(parent)
        self._make = make
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self.film = QLabel(self)
        self.words = QLabel(self)
        self.open = QPushButton(translate("MapDetail", "Open at the reading desk"), self)
        self._build()
        self.open.clicked.connect(self.open_wanted)
        self.clear()

    def clear(self) -> None:
        """Show no image."""
        self._leave_task()
        self.film.clear()
        self.open.setEnabled(False)
        self.words.setText(translate("MapDetail", "Click on a point to see its film."))

    def show_image(self, item: GalleryItem, words: str) -> None:
        """Show a film, once it is read, and its words at once."""
        self._leave_task()
        self.film.clear()
        self.words.setText(words)
        self.open.setEnabled(True)
        side = round(SIDE * self.devicePixelRatioF())
        self._task = self._tasks.run(lambda: self._make(item, side), self._arrived, self._failed)

    def close_tasks(self) -> None:
        """Stop reading the film and wait for it."""
        self._leave_task()
        self._tasks.close()

    def _arrived(self, image: QImage) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.film.setPixmap(pixmap)

    def _failed(self, error: XraydeskError) -> None:
        self.film.setText(f"?\n{said(error.what)}")

    def _leave_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _build(self) -> None:
        self.film.setFixedSize(SIDE, SIDE)
        self.film.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.film.setWordWrap(True)
        self.film.setAccessibleName(translate("MapDetail", "The chosen film"))
        theme.set_role(self.film, "image-ground")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        beside = QVBoxLayout()
        beside.setSpacing(2 * theme.GRID)
        beside.addWidget(self.words, 1)
        beside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * theme.GRID)
        row.addWidget(self.film, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
