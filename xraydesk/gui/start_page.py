"""What is shown while there is no list: first start, a folder being read, a folder without images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate
from xraydesk.gui.words import figure
from xraydesk.resources import resource_dir

WIDEST = 640


def demo_folder() -> Path | None:
    """Return the folder of the demo studies, None where they are not installed."""
    try:
        folder = resource_dir("demo")
    except XraydeskError:
        return None
    return folder if any(folder.iterdir()) else None


class StartPage(QWidget):
    """A heading, a few words, and the next thing to do."""

    open_wanted = Signal()
    demo_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self.heading = self._text("large")
        self.words = self._text("dim")
        self.open = QPushButton(translate("StartPage", "Open folder"), self)
        self.demo = QPushButton(translate("StartPage", "Open the demo studies"), self)
        self.resume = QPushButton(translate("StartPage", "Go on where you were"), self)
        self._demo_there = False
        self._resumable = ""
        self._neutral = False
        self._build()
        self.show_start()

    def set_demo(self, there: bool) -> None:
        """Offer the demo studies, where they are installed."""
        self._demo_there = there
        self.demo.setVisible(there and self.open.isVisibleTo(self))

    def set_resume(self, folder: str) -> None:
        """Offer to go on in the folder that was open last; "" offers nothing."""
        self._resumable = folder
        self.resume.setToolTip("" if self._neutral else folder)
        self.resume.setVisible(bool(folder) and self.open.isVisibleTo(self))

    def hide_identity(self, hidden: bool) -> None:
        """Leave out the name of the folder, or say it again."""
        self._neutral = hidden
        self.set_resume(self._resumable)

    def show_start(self) -> None:
        """Say what to do at the first start."""
        words = translate(
            "StartPage",
            "Press {key}, or drop a folder anywhere on this window. Every image in it (DICOM, PNG, JPEG, TIFF) is "
            "read and scored in the background, and the list puts the studies most likely to be abnormal first.",
        )
        self._show("drop", translate("StartPage", "Open a folder of radiographs"), words.format(key="Ctrl+O"))

    def show_scanning(self) -> None:
        """Say that a folder is being read."""
        words = translate("StartPage", "Headers first; the list appears as soon as they are known.")
        self._show("recent", translate("StartPage", "Reading the folder …"), words, False)

    def show_empty(self, left_out: int) -> None:
        """Say that the folder was read and holds no image."""
        files = translate("StartPage", "{count} files were left out, as they are no images.")
        sentences = (
            translate("StartPage", "No DICOM, PNG, JPEG or TIFF image was found."),
            files.format(count=figure(left_out)) if left_out else "",
            translate("StartPage", "Open another folder, or one level higher."),
        )
        heading = translate("StartPage", "There are no radiographs in this folder")
        self._show("open", heading, " ".join(filter(None, sentences)))

    def show_failure(self, sentence: str) -> None:
        """Say that the folder could not be read at all, or that no model is there."""
        self._show("warning", translate("StartPage", "This did not work"), sentence)

    def _show(self, icon: str, heading: str, words: str, offer: bool = True) -> None:
        colour = theme.current().colour("text_dim")
        self._mark.setPixmap(icons.pixmap(icon, colour, 48, self.devicePixelRatioF()))
        self.heading.setText(heading)
        self.words.setText(words)
        self.open.setVisible(offer)
        self.demo.setVisible(offer and self._demo_there)
        self.resume.setVisible(offer and bool(self._resumable))

    def _build(self) -> None:
        theme.set_role(self.open, "primary")
        self.open.clicked.connect(self.open_wanted)
        self.demo.clicked.connect(self.demo_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.resume)
        buttons.addWidget(self.open)
        buttons.addWidget(self.demo)
        buttons.addStretch(1)
        middle = QHBoxLayout()  # an alignment flag would take the words their height for width
        middle.addStretch(1)
        middle.addWidget(self.words, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.heading)
        column.addLayout(middle)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setMaximumWidth(WIDEST if role == "dim" else 16777215)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(label, role)
        return label
