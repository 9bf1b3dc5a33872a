"""Tells the other desks which study is on screen, and the reader who else has it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.triage.reading import HEARTBEAT

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk


class ClaimDesk(QObject):
    """Claims what is opened, and renews the claim while the window lives. One that cannot be written costs nothing."""

    changed = Signal()  # what others have on screen
    told = Signal(str)  # that another reader has the study on screen; "" where none has

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._study = ""
        self._last: Task | None = None
        self._tasks = TaskRunner(1, self)
        self._beat = QTimer(self, interval=round(HEARTBEAT * 1000))
        self._beat.timeout.connect(self._renew)

    def set_desk(self, desk: Desk | None) -> None:
        """Claim at another desk."""
        self._desk, self._study = desk, ""

    def show(self, study_id: str) -> None:
        """Claim a study, "" none. Only the last of a quick row of studies is claimed."""
        desk = self._desk
        if desk is None or study_id == self._study:
            return
        self._study = study_id
        self.told.emit("")
        if self._last is not None and not self._last.started:
            self._last.cancel()
        self._last = self._tasks.run(lambda: desk.reading.claims.take(study_id), self._heard, self._unheard)
        self._beat.start()

    def close(self) -> None:
        """Give the claim up, and wait for that."""
        self._beat.stop()
        self._tasks.close()
        if self._desk is not None and self._study:
            try:
                self._desk.reading.claims.take("")
            except XraydeskError:
                return  # it runs out by itself

    def _renew(self) -> None:
        desk = self._desk
        if desk is not None:
            self._tasks.run(desk.reading.claims.renew, self._heard, self._unheard)

    def _heard(self, changed: bool) -> None:
        if changed:
            self.changed.emit()
        claim = None if self._desk is None or not self._study else self._desk.reading.claims.of(self._study)
        self.told.emit("" if claim is None else held_words(claim.reader, claim.since))

    def _unheard(self, error: XraydeskError) -> None:
        """Go on without: whoever reads is not to be stopped by it, and verdicts tell of a full disk themselves."""


def held_words(reader: str, since: float) -> str:
    """Return the sentence for the reader who comes second."""
    began = datetime.fromtimestamp(since)
    today = began.date() == datetime.now().date()
    when = began.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
    text = translate("ClaimDesk", "{reader} has had this open since {time}; you may read it too.")
    return text.format(reader=reader, time=when)
