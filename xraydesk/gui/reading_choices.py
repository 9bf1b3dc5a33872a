"""How the site reads, as items of the model's menu: answer hidden at first, going on by itself, two readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

CHOICES = cast(
    tuple[tuple[str, str, str], ...],  # the field of `Choices`, what the menu says, what it means
    (
        (
            "blind_first",
            QT_TRANSLATE_NOOP("ReadingChoices", "Hide the model's answer until my first verdict"),
            QT_TRANSLATE_NOOP(
                "ReadingChoices",
                "The list stands in order of arrival meanwhile. "
                "Once the answer is shown, a second verdict is asked for",
            ),
        ),
        (
            "two_readers",
            QT_TRANSLATE_NOOP("ReadingChoices", "Two readers for every study"),
            QT_TRANSLATE_NOOP("ReadingChoices", "A study is read when two have read it and agree"),
        ),
        (
            "auto_advance",
            QT_TRANSLATE_NOOP("ReadingChoices", "Go on to the next study after a verdict"),
            QT_TRANSLATE_NOOP("ReadingChoices", "Otherwise N goes on"),
        ),
    ),
)


class ReadingChoices(QObject):
    """Ticks what the desk's reader has chosen, and lets the desk remember what is ticked."""

    changed = Signal()  # the list is to be shown anew
    said = Signal(str)  # a sentence for the banner

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._locked: frozenset[str] = frozenset()
        self._tasks = TaskRunner(1, self)  # a long list is written anew: not on the window's thread
        self.actions = {name: self._action(name, words, tip) for name, words, tip in CHOICES}

    def set_desk(self, desk: Desk | None) -> None:
        """Show what is chosen at another desk."""
        self._desk = desk
        self.show_chosen()

    def set_locked(self, names: Iterable[str]) -> None:
        """Leave some choices to an administrator."""
        self._locked = frozenset(names)
        locked = translate("ReadingChoices", "An administrator has set this for everyone")
        for name, _, tip in CHOICES:
            self.actions[name].setToolTip(locked if name in self._locked else translate("ReadingChoices", tip))
        self.show_chosen()

    def show_chosen(self) -> None:
        """Tick what holds."""
        for name, action in self.actions.items():
            action.setEnabled(self._desk is not None and name not in self._locked)
            action.setChecked(self._desk is not None and getattr(self._desk.reading.choices, name))

    def offer_in(self, menu: QMenu) -> None:
        """Stand at the end of a menu whenever it is opened, whatever else it was filled with."""
        menu.setToolTipsVisible(True)
        line = QAction(self)
        line.setSeparator(True)
        menu.aboutToShow.connect(lambda: menu.addActions([line, *self.actions.values()]))

    def choose_for_now(self, name: str, chosen: bool, then: Callable[[], object]) -> None:
        """Choose until the program ends, without remembering it; go on once it holds."""
        desk = self._desk
        if desk is None:
            return
        choices = replace(desk.reading.choices, **{name: chosen})

        def holds(_: object) -> None:
            self._chosen()
            then()

        self._tasks.run(lambda: desk.reading.choose(choices, remember=False), holds)

    def close(self) -> None:
        """Wait for what is being written."""
        self._tasks.close()

    def _action(self, name: str, words: str, tip: str) -> QAction:
        action = QAction(
            translate("ReadingChoices", words), self
        )  # owned here: a menu that is emptied would take its own away
        action.setCheckable(True)
        action.setToolTip(translate("ReadingChoices", tip))
        action.triggered.connect(lambda chosen: self._choose(name, chosen))
        return action

    def _choose(self, name: str, chosen: bool) -> None:
        desk = self._desk
        if desk is not None:
            choices = replace(desk.reading.choices, **{name: chosen})
            self._tasks.run(lambda: desk.reading.choose(choices), lambda _: self._chosen(), self._not_kept)

    def _chosen(self) -> None:
        self.show_chosen()
        self.changed.emit()

    def _not_kept(self, error: XraydeskError) -> None:
        self._chosen()
        text = translate("ReadingChoices", "The choice holds until the program ends. {reason}")
        self.said.emit(text.format(reason=error_sentence(error)))
