"""Folder, model and progress along the top."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton, QWidget

from xraydesk.gui import icons, theme, words
from xraydesk.gui.elided_label import ElidedLabel
from xraydesk.gui.identity import HIDDEN
from xraydesk.gui.language import translate
from xraydesk.gui.machine_lock import lock_menu
from xraydesk.gui.messages import said
from xraydesk.settings import AUTOMATIC

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard, Progress

MOST_RECENT = 8
MODEL_TIP = cast(str, QT_TRANSLATE_NOOP("TopBar", "What scores the studies"))


class TopBar(QFrame):
    """Tells what the reader asks for; shows what it is told."""

    open_wanted = Signal()
    folder_wanted = Signal(object)  # Path
    model_wanted = Signal(str)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = self._button("open", *_open_words())
        self.recent = self._button(
            "recent", translate("TopBar", "Recent"), translate("TopBar", "Folders opened lately")
        )
        self.model = self._button("model", translate("TopBar", "No model"), translate("TopBar", MODEL_TIP))
        self.folder = ElidedLabel(self)
        self.watch = self._button("watch", *_watch_words())
        self.watch_state = ElidedLabel(self, Qt.TextElideMode.ElideRight)
        self.bar = QProgressBar(self)
        self.progress = QLabel(self)
        show = translate("TopBar", "Names, ids and folders are hidden. Click to show them")
        self.hidden = self._button("hidden", translate("Identity", HIDDEN), show)
        self.cancel = self._button("cancel", "", translate("TopBar", "Stop scoring. What is done is kept"))
        self.cancel.setAccessibleName(translate("TopBar", "Stop scoring"))
        self.help = self._button("help", *_help_words())
        self.help.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._recent_menu = QMenu(self.recent)
        self._model_menu = QMenu(self.model)
        self._neutral = False
        self._shown_folder: Path | None = None
        self._recents: tuple[Sequence[Path], Path | None] = ((), None)
        self._build()
        self.show_progress(None)
        self.set_recent((), None)

    def set_folder(self, folder: Path | None) -> None:
        """Show which folder is open."""
        self._shown_folder = folder
        self.folder.set_text("" if folder is None or self._neutral else str(folder))

    def hide_identity(self, hidden: bool) -> None:
        """Take the names of folders off the bar and say so; or put them back."""
        self._neutral = hidden
        self.hidden.setVisible(hidden)
        self.set_folder(self._shown_folder)
        self.set_recent(*self._recents)

    def set_recent(self, folders: Sequence[Path], demo: Path | None) -> None:
        """Offer folders opened lately and the demo studies."""
        self._recents = (folders, demo)
        menu = self._recent_menu
        if menu.isVisible():  # nothing changes under the reader's pointer
            return
        menu.clear()
        for number, folder in enumerate(folders[:MOST_RECENT], start=1):
            neutral = translate("TopBar", "Recent folder {number}").format(number=number)
            name = neutral if self._neutral else str(folder)
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, f=folder: self.folder_wanted.emit(f))
        if demo is not None:
            if folders:
                menu.addSeparator()
            action = menu.addAction(translate("TopBar", "Demo studies (no real patients)"))
            action.triggered.connect(lambda _=False: self.folder_wanted.emit(demo))
        self.recent.setEnabled(not menu.isEmpty())

    def set_models(
        self, installed: Sequence[ModelCard], used: Sequence[ModelCard], device: str, *, automatic: bool
    ) -> None:
        """Offer the installed models and the automatic choice among them; show what is in use and what it runs on."""
        menu = self._model_menu
        if menu.isVisible():
            return
        menu.clear()
        if installed:
            self._offer(translate("TopBar", "Automatic: each film to the model for it"), AUTOMATIC, automatic)
            menu.addSeparator()
        for card in installed:
            self._offer(f"{card.title} {card.version}", f"{card.id}@{card.version}", not automatic and card in used)
        lock_menu("default_model", menu, *menu.actions())
        names = [f"{card.title} {card.version}" for card in used]
        several = translate("TopBar", "Automatic: {count} models").format(count=len(names))
        text = names[0] if len(names) == 1 else several if names else translate("TopBar", "No model")
        where = f" ({said(device)})" if device else ""
        self.model.setText(f"{text}{where}".replace("&", "&&"))
        self.model.setToolTip("\n".join([translate("TopBar", MODEL_TIP), *names]))
        self.model.setEnabled(bool(installed))

    def _offer(self, text: str, model_id: str, chosen: bool) -> None:
        action = self._model_menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: self.model_wanted.emit(model_id))

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far scoring is; None where nothing runs."""
        running = progress is not None
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        if progress is not None:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.progress.setText(words.progress_line(progress))
            self.bar.setAccessibleDescription(self.progress.text())

    def show_outcome(self, text: str) -> None:
        """Show how the last run ended."""
        self.progress.setText(text)

    def _build(self) -> None:
        for button, menu in ((self.recent, self._recent_menu), (self.model, self._model_menu)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.open.clicked.connect(self.open_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.bar.setAccessibleName(translate("TopBar", "Scoring"))
        theme.set_role(self.progress, "dim")
        theme.set_role(self.folder, "dim")
        self.watch.setCheckable(True)
        self.watch.setAccessibleName(translate("TopBar", "Watch this folder"))
        self.watch.setEnabled(False)
        theme.set_role(self.watch_state, "dim")
        self.watch_state.setAccessibleName(translate("TopBar", "How the watch goes"))
        self.watch_state.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        for widget in (self.open, self.recent):
            row.addWidget(widget)
        row.addWidget(self.folder, 1)
        row.addWidget(self.watch)
        row.addWidget(self.watch_state, 3)
        self.hidden.hide()
        for shown in (self.bar, self.progress, self.cancel, self.hidden, self.model, self.help):
            row.addWidget(shown)

    def _button(self, icon: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setText(text)
        button.setToolTip(tip)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        return button


def _open_words() -> tuple[str, str]:
    tip = translate("TopBar", "Open a folder of radiographs ({key})")
    return translate("TopBar", "Open folder"), tip.format(key="Ctrl+O")


def _watch_words() -> tuple[str, str]:
    tip = translate("TopBar", "Take in new files of this folder as they come ({key})")
    return translate("TopBar", "Watch"), tip.format(key="Shift+W")


def _help_words() -> tuple[str, str]:
    return translate("TopBar", "Help"), translate("TopBar", "Keys, identity, models, log, about ({key})").format(
        key="F1"
    )
