"""How sure the reader is of one finding: the verdict's confidence, unless another is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.verdict_words import confidence_word
from xraydesk.gui.words import sentence

STEPS = range(1, 6)
_WIDTH = 30


class SureButton(QToolButton):
    """Shows "(3)" while the verdict's confidence holds, "5" where the finding has its own; a menu offers them."""

    edited = Signal()

    def __init__(self, finding: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._verdicts = STEPS[len(STEPS) // 2]
        self._own: int | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedWidth(_WIDTH)
        theme.set_role(self, "flat")
        menu = QMenu(self)
        self.setMenu(menu)
        self._offer(translate("SureButton", "As in the verdict"), None)
        for step in STEPS:
            self._offer(f"{step}  {sentence(confidence_word(step))}", step)
        self._tell()

    @property
    def own(self) -> int | None:
        """The finding's own confidence, 1 to 5; None where the verdict's holds."""
        return self._own

    def set_own(self, confidence: int | None) -> None:
        """Give the finding its own confidence; None: the verdict's."""
        self._own = confidence
        self._tell()

    def follow(self, confidence: int) -> None:
        """Hear which confidence the verdict has."""
        self._verdicts = confidence
        self._tell()

    def _offer(self, words: str, confidence: int | None) -> None:
        action = self.menu().addAction(words)
        action.setCheckable(True)
        action.setData(confidence)
        action.triggered.connect(partial(self._choose, confidence))

    def _choose(self, confidence: int | None) -> None:
        self.set_own(confidence)
        self.edited.emit()

    def _tell(self) -> None:
        confidence = self._verdicts if self._own is None else self._own
        own = translate("SureButton", "{finding}: confidence {number} of 5, {words}")
        same = translate("SureButton", "{finding}: confidence {number} of 5, {words}, as in the verdict")
        text = (same if self._own is None else own).format(
            finding=self._finding, number=confidence, words=confidence_word(confidence)
        )
        self.setText(f"({confidence})" if self._own is None else f"{confidence}")
        self.setToolTip(text)
        self.setAccessibleName(text)
        for action in self.menu().actions():
            action.setChecked(action.data() == self._own)
