"""Buttons and keys for what stands side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.film_plan import Layout
from xraydesk.gui.language import translate

KEYS = {Layout.ONE: "F5", Layout.TWO: "F6", Layout.FOUR: "F7", Layout.ALL: "F8"}
WORDS = cast(
    dict[str, str],
    {
        "T": QT_TRANSLATE_NOOP("Keys", "Prior of the patient beside the current study, or not"),
        "Shift+T": QT_TRANSLATE_NOOP("Keys", "Next older prior"),
        "Y": QT_TRANSLATE_NOOP("Keys", "Move and window the films together, or each by itself"),
        "Ctrl+C": QT_TRANSLATE_NOOP("Keys", "Copy the view without the patient's identity"),
        "Ctrl+S": QT_TRANSLATE_NOOP("Keys", "Save the view as PNG without the patient's identity"),
    },
)


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
        side_by_side = translate("LayoutBar", "Images side by side ({first_key} to {last_key})")
        self._layouts = self._menu_button("layout", side_by_side.format(first_key="F5", last_key="F8"))
        group = QActionGroup(self)
        self.choices: dict[Layout, QAction] = {}
        for layout, key in KEYS.items():
            action = self._layouts.menu().addAction(f"{layout.words}\t{key}")
            action.setCheckable(True)
            action.triggered.connect(partial(self.layout_changed.emit, layout))
            group.addAction(action)
            self.choices[layout] = action
        self.choices[Layout.ONE].setChecked(True)
        self.prior = self._menu_button("prior", _prior_words())
        self.link = self._button(
            "link", translate("LayoutBar", "Move and window the films together ({key})").format(key="Y")
        )
        self.link.setCheckable(True)
        self.copy = self._button("copy", f"{translate('Keys', WORDS['Ctrl+C'])} (Ctrl+C)")
        self.save = self._button("save", f"{translate('Keys', WORDS['Ctrl+S'])} (Ctrl+S)")
        self._shown = -1
        self.set_priors((), -1)

    @property
    def chosen(self) -> Layout:
        """How many films the reader wants side by side."""
        return next(layout for layout, action in self.choices.items() if action.isChecked())

    def set_priors(self, entries: Sequence[str], shown: int) -> None:
        """Offer earlier studies of the patient, the newest first, and mark the one on screen; -1 for none."""
        menu, self._shown, self._priors = self.prior.menu(), shown, len(entries)
        menu.clear()
        for number, words in enumerate((translate("LayoutBar", "No prior"), *entries) if entries else (), start=-1):
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number == shown)
            action.triggered.connect(partial(self.prior_wanted.emit, number))
        self.prior.setEnabled(bool(entries))
        self.prior.setText(f"{len(entries)}" if entries else "")
        none = translate("LayoutBar", "The folder has no earlier study")
        self.prior.setToolTip(f"{_prior_words()}: {entries[0]}" if entries else none)

    def toggle_prior(self) -> None:
        """Put the newest prior beside the current study, or take it away."""
        if self._priors:
            self.prior_wanted.emit(0 if self._shown < 0 else -1)

    def next_prior(self) -> None:
        """Go on to the next older prior, after the oldest to the newest."""
        if self._priors:
            self.prior_wanted.emit((self._shown + 1) % self._priors)

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, as `Key` has them; what to call)."""
        calls: dict[str, Callable[[], object]] = {
            "T": self.toggle_prior,
            "Shift+T": self.next_prior,
            "Y": self.link.click,
            "Ctrl+C": self.copy.click,
            "Ctrl+S": self.save.click,
        }
        layouts = {key: (layout.words, self.choices[layout].trigger) for layout, key in KEYS.items()}
        return {**layouts, **{key: (WORDS[key], call) for key, call in calls.items()}}

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


def _prior_words() -> str:
    text = translate("LayoutBar", "Earlier studies of the patient ({key}, next older {older_key})")
    return text.format(key="T", older_key="Shift+T")
