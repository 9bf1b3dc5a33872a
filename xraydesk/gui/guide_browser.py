"""Shows one page of the user guide: links lead from page to page, pictures fit the lines, nothing asks the internet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from xraydesk.gui import guide_look, theme
from xraydesk.gui.guide_pages import anchor
from xraydesk.gui.language import translate

WIDTH = 820  # pixels of a line at the program's own size of text
SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_DENSE = "-2x"  # at the end of a picture's name: it has two of its own pixels for each of the screen's


class GuideBrowser(QTextBrowser):
    """A reader of Markdown files below one folder.

    Parameters
    ----------
    root
        Pages and pictures are read from here and from nowhere else.
    """

    turned = Signal(Path)  # the page that is in sight now

    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root = root.resolve()
        self._scale = 1.0
        self._drawn_for = (0, 0.0)  # the width of lines and the size of text that the pictures in sight have
        self.setOpenExternalLinks(False)
        self.setOpenLinks(True)
        self.setTabChangesFocus(False)  # Tab goes from link to link
        self.setAccessibleName(translate("Guide", "Page of the user guide"))
        theme.set_role(self, "page")
        self.sourceChanged.connect(self._turned)

    def show_page(self, path: Path, section: str = "") -> None:
        """Turn to a page, and to a section by its heading."""
        address = QUrl.fromLocalFile(str(path))
        if section:
            address.setFragment(anchor(section))
        if address != self.source():
            self.setSource(address, QTextDocument.ResourceType.MarkdownResource)
        elif section:
            self._scroll_to(anchor(section))

    @property
    def scale(self) -> float:
        """How large text is; 1 is the program's own size."""
        return self._scale

    def zoom(self, steps: int) -> None:
        """Make text larger or smaller by steps; 0 gives the program's own size."""
        place = SCALES.index(self._scale)
        scale = SCALES[min(max(place + steps, 0), len(SCALES) - 1)] if steps else 1.0
        if scale != self._scale:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._scale = scale
            self._dress()
            bar.setValue(round(share * bar.maximum()))

    def mark(self, words: str) -> int:
        """Mark all places where words stand, and return their number."""
        marks, found = [], QTextCursor()
        cursor = self.document().find(words) if words else found
        while not cursor.isNull():
            look = QTextEdit.ExtraSelection()
            look.cursor = cursor
            look.format.setBackground(theme.current().colour("selection_idle"))
            marks.append(look)
            cursor = self.document().find(words, cursor)
        self.setExtraSelections(marks)
        return len(marks)

    def begin_at(self, *, end: bool) -> None:
        """Let the next search begin at the page's start or end."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def show_found(self) -> None:
        """Bring what was found away from the lower edge, so that it is seen in its place."""
        below = self.cursorRect().bottom() - round(0.8 * self.viewport().height())
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + below + self.viewport().height() // 4)

    def loadResource(self, kind: int, address: QUrl | str) -> object:
        """Read pages and pictures of the guide's own folder; a picture comes as wide as the lines at most."""
        path = Path(QUrl(address).toLocalFile())
        if not self._own(path):
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(path)
        return super().loadResource(kind, address)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit lines and pictures to the new width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size of text with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page with Space, as browsers do."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
        else:
            super().keyPressEvent(event)

    def _turned(self, address: QUrl) -> None:
        self._drawn_for = (self._line_width, self._scale)  # they were read just now
        self._dress()
        if address.fragment():
            self._scroll_to(address.fragment())
        self.turned.emit(Path(address.toLocalFile()))

    def _dress(self) -> None:
        guide_look.dress(self.document(), self._scale, self._leads_somewhere)
        self._fit()

    def _fit(self) -> None:
        """Hold the lines to their width, and draw the pictures anew where that changes theirs."""
        document = self.document()
        guide_look.narrow(document, self._line_width, self.viewport().width())
        if self._drawn_for == (self._line_width, self._scale):
            return
        self._drawn_for = (self._line_width, self._scale)
        for address in guide_look.pictures(document):
            document.addResource(
                QTextDocument.ResourceType.ImageResource.value, address, self._picture(Path(address.toLocalFile()))
            )
        document.markContentsDirty(0, document.characterCount())

    @property
    def _line_width(self) -> int:
        room = self.viewport().width() - 2 * guide_look.MARGIN
        return max(1, min(room, round(WIDTH * max(1.0, self._scale))))

    def _picture(self, path: Path) -> QPixmap:
        """Return a picture, not wider than a line, in the screen's own pixels."""
        reader = QImageReader(str(path))
        size = reader.size()
        own = size / 2 if path.stem.endswith(_DENSE) else size
        width = min(own.width() * max(1.0, self._scale), self._line_width)
        height = width * size.height() / max(1, size.width())
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(width * ratio), round(height * ratio))
        image = reader.read().convertToFormat(QImage.Format.Format_RGB32)
        if not image.isNull():
            how = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            painter = QPainter(image)  # a dark picture needs an edge on a dark page
            painter.setPen(theme.current().colour("control_line"))
            painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
            painter.end()
            image.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(image)

    def _own(self, path: Path) -> bool:
        return path.is_file() and path.resolve().is_relative_to(self._root)

    def _leads_somewhere(self, href: str) -> bool:
        address = self.document().baseUrl().resolved(QUrl(href))
        return href.startswith("#") or (address.isLocalFile() and self._own(Path(address.toLocalFile())))

    def _scroll_to(self, name: str) -> None:
        """Scroll to the heading that a link means; Qt's Markdown gives headings no names."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor(block.text()) == name:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 2 * theme.GRID)
                self.setTextCursor(QTextCursor(block))
                return
            block = block.next()
