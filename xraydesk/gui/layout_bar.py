"""Buttons and keys for what stands side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.film_plan import Layout

PRIOR_WORDS = "Earlier studies of the patient (T, next older Shift+T)"
KEYS = {Layout.ONE: "F5", Layout.TWO: "F6", Layout.FOUR: "F7", Layout.ALL: "F8"}


class LayoutBar(QWidget):
    """How many films, and which."""

    layout_changed = Signal(object)  # Layout
    prior_wanted = Signal(int)  # which, the newest first; -1 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GRID // 2)
        self._priors = 0
        self._layouts = self._menu_button("layout", "Images side by side (F5 to F8)")
        group = QActionGroup(self)
        self.choices: dict[Layout, QAction] = {}
        for layout, key in KEYS.items():
            action = self._layouts.menu().addAction(f"{layout}\t{key}")
            action.setCheckable(True)
            action.triggered.connect(partial(self.layout_changed.emit, layout))
            group.addAction(action)
            self.choices[layout] = action
        self.choices[Layout.ONE].setChecked(True)
        self.prior = self._menu_button("prior", PRIOR_WORDS)
        self.link = self._button("link", "Move and window the films together (Y)")
        self.link.setCheckable(True)
        self.copy = self._button("copy", "Copy the view without the patient's identity (Ctrl+C)")
        self.save = self._button("save", "Save the view as PNG without the patient's identity (Ctrl+S)")
        self._shown = -1
        self.set_priors((), -1)

    def set_priors(self, entries: Sequence[str], shown: int) -> None:
        """Offer earlier studies of the patient, the newest first, and mark the one on screen; -1 for none."""
        menu, self._shown, self._priors = self.prior.menu(), shown, len(entries)
        menu.clear()
        for number, words in enumerate(("No prior", *entries) if entries else (), start=-1):
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number == shown)
            action.triggered.connect(partial(self.prior_wanted.emit, number))
        self.prior.setEnabled(bool(entries))
        self.prior.setText(f"{len(entries)}" if entries else "")
        self.prior.setToolTip(f"{PRIOR_WORDS}: {entries[0]}" if entries else "The folder has no earlier study")

    def toggle_prior(self) -> None:
        """Put the newest prior beside the current study, or take it away."""
        if self._priors:
            self.prior_wanted.emit(0 if self._shown < 0 else -1)

    def next_prior(self) -> None:
        """Go on to the next older prior, after the oldest to the newest."""
        if self._priors:
            self.prior_wanted.emit((self._shown + 1) % self._priors)

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, what to call)."""
        return {
            **{key: (str(layout), self.choices[layout].trigger) for layout, key in KEYS.items()},
            "T": ("Prior of the patient beside the current study, or not", self.toggle_prior),
            "Shift+T": ("Next older prior", self.next_prior),
            "Y": ("Move and window the films together, or each by itself", self.link.click),
            "Ctrl+C": ("Copy the view without the patient's identity", self.copy.click),
            "Ctrl+S": ("Save the view as PNG without the patient's identity", self.save.click),
        }

    def _menu_button(self, icon: str, words: str) -> QToolButton:
        button = self._button(icon, words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_role(button, "flat")
        self._row.addWidget(button)
        return button
