"""Asks every few seconds for what readers at other desks have said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.tasks import TaskRunner
from xraydesk.triage.reading import NEWS_EVERY

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk


class NewsDesk(QObject):
    """Looks for verdicts of others while there is a desk; a look that fails costs nothing, the next one makes it up."""

    heard = Signal(object)  # set of study ids

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._tasks = TaskRunner(1, self)
        self._pause = QTimer(self, interval=round(NEWS_EVERY * 1000), singleShot=True)
        self._pause.timeout.connect(self.look)

    def set_desk(self, desk: Desk | None) -> None:
        """Ask at another desk."""
        self._desk = desk
        if desk is None:
            self._pause.stop()
        else:
            self._pause.start()

    def look(self) -> None:
        """Look now, and again after the pause."""
        desk = self._desk
        if desk is not None:
            self._tasks.run(desk.reading.news.look, self._found, self._not_found)

    def close(self) -> None:
        """Look no more."""
        self._desk = None
        self._pause.stop()
        self._tasks.close()

    def _found(self, studies: set[str]) -> None:
        self._go_on()
        if studies:
            self.heard.emit(studies)

    def _not_found(self, _: XraydeskError) -> None:
        """Go on: whoever reads is not to be stopped by it, and verdicts tell of a database that is gone themselves."""
        self._go_on()

    def _go_on(self) -> None:
        if self._desk is not None:
            self._pause.start()
