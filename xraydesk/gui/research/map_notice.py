"""What stands in the place of the map: why there is none, how far it is, what can be done."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme, words
from xraydesk.gui.language import translate

_STEPS = 1000
_WIDTH = 420
_EARLY = 0.03  # share done before which a guess of the time left is worth nothing


class MapNotice(QWidget):
    """A sentence; below it buttons, or a bar with Cancel while something is worked out."""

    draw_wanted = Signal()
    look_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.time = QLabel(self)
        self.bar = QProgressBar(self)
        self.draw = QPushButton(translate("MapNotice", "Draw the map"), self)
        self.look = QPushButton(translate("MapNotice", "Have the model look at the films again"), self)
        self.cancel = QPushButton(translate("MapNotice", "Cancel"), self)
        self._began = 0.0
        self._build()
        self.draw.clicked.connect(self.draw_wanted)
        self.look.clicked.connect(self.look_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    def say(self, sentence: str, *, draw: bool = False, look: bool = False) -> None:
        """Say something and offer what can be done."""
        self._speak(sentence)
        self._show_work(False)
        self.draw.setVisible(draw)
        self.look.setVisible(look)
        theme.set_role(self.draw, "primary" if draw else "")
        theme.set_role(self.look, "primary" if look and not draw else "")

    def begin(self, sentence: str) -> None:
        """Say what is being worked out."""
        self._speak(sentence)
        self._began = time.monotonic()
        self.draw.setVisible(False)
        self.look.setVisible(False)
        self._show_work(True)
        self.advance(0.0)

    def advance(self, share: float) -> None:
        """Show how far it is, and how long it will take."""
        self.bar.setValue(round(_STEPS * share))
        left = ""
        if share >= _EARLY:
            seconds = (time.monotonic() - self._began) * (1 - share) / share
            left = translate("MapNotice", "{time} left").format(time=words.duration(seconds))
        percent = translate("MapNotice", "{share} % done").format(share=words.figure(100 * share, ".0f"))
        self.time.setText(", ".join(part for part in (percent, left) if part))

    def _speak(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.words.setFixedHeight(max(0, self.words.heightForWidth(_WIDTH)))  # Qt does not ask a centred label

    def _show_work(self, going: bool) -> None:
        for widget in (self.bar, self.time, self.cancel):
            widget.setVisible(going)

    def _build(self) -> None:
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.words, self.time):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            theme.set_role(label, "dim")
        self.words.setFixedWidth(_WIDTH)
        self.bar.setFixedWidth(_WIDTH)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("MapNotice", "How far the map is"))
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * theme.GRID)
        buttons.addStretch(1)
        for button in (self.draw, self.look, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(3 * theme.GRID)
        column.addStretch(1)
        for widget in (self.words, self.bar, self.time):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addStretch(2)
        self.say("")
