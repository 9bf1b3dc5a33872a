"""All images of the study as a strip; the one on screen is marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QScrollArea, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.picture import Picture

SIDE = 72
PAD = 4


class Thumbnail(QAbstractButton):
    """One image: small, or a question mark where it cannot be shown."""

    def __init__(self, number: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._broken = False
        self._number = number
        self.setCheckable(True)
        self.setFixedSize(SIDE + 2 * PAD, SIDE + 2 * PAD)
        words = translate("Thumbnail", "Image {number} of {total}").format(number=number, total=total)
        self.setAccessibleName(words)
        self.setToolTip(words)

    @property
    def settled(self) -> bool:
        """Whether the image was drawn, or is known to be broken."""
        return self._picture is not None or self._broken

    def set_picture(self, picture: Picture) -> None:
        """Show the film small, in its own first window."""
        grey = picture.thumbnail(SIDE)
        rows, columns = grey.shape
        image = QImage(grey.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
        self._picture = QPixmap.fromImage(image)
        self.update()

    def set_broken(self, sentence: str) -> None:
        """Say that the image cannot be shown."""
        self._broken = True
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return QSize(SIDE + 2 * PAD, SIDE + 2 * PAD)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Draw the film, its number and the mark of the one on screen."""
        painter = QPainter(self)
        colours = theme.current()
        box = QRectF(PAD, PAD, SIDE, SIDE)
        painter.fillRect(self.rect(), colours.colour("image_ground"))
        if self._picture is not None:
            size = self._picture.size()
            painter.drawPixmap(
                int(box.center().x() - size.width() / 2), int(box.center().y() - size.height() / 2), self._picture
            )
        painter.setFont(theme.text_font())
        painter.setPen(QColor(236, 240, 243))
        if self._broken:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        painter.fillRect(QRectF(PAD, PAD, 18, 18), QColor(0, 0, 0, 170))
        painter.drawText(QRectF(PAD, PAD, 18, 18), Qt.AlignmentFlag.AlignCenter, str(self._number))
        marked, focused = self.isChecked(), self.hasFocus()
        colour = "text" if marked and focused else "accent" if marked else "text_dim" if focused else "line"
        painter.setPen(QPen(colours.colour(colour), 2 if marked or focused else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


class ThumbnailStrip(QScrollArea):
    """The images of one study; out of the way where there is but one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(SIDE + 2 * PAD + 16)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Begin with another study of so many images."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        line = QWidget()
        theme.set_role(line, "image-ground")
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(theme.GRID)
        for number in range(count):
            thumbnail = Thumbnail(number + 1, count, line)
            self._group.addButton(thumbnail, number)
            row.addWidget(thumbnail)
        row.addStretch(1)
        self.setWidget(line)
        self.setVisible(count > 1)

    def count(self) -> int:
        """Return the number of images."""
        return len(self._group.buttons())

    def thumbnail(self, index: int) -> Thumbnail | None:
        """Return one image's button."""
        button = self._group.button(index)
        return button if isinstance(button, Thumbnail) else None

    def missing(self) -> list[int]:
        """Return the images that are neither shown small nor known to be broken."""
        thumbnails = [self.thumbnail(n) for n in range(self.count())]
        return [n for n, thumbnail in enumerate(thumbnails) if thumbnail is not None and not thumbnail.settled]

    def mark(self, index: int) -> None:
        """Mark the image on screen."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)
            self.ensureWidgetVisible(button)
