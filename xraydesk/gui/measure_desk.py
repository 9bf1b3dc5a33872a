"""Between the marks on the canvas and the desk that keeps them: read when a film comes, written with every step."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.measure_tool import MeasureTool
from xraydesk.gui.picture_loader import ImageKey
from xraydesk.gui.tasks import TaskRunner
from xraydesk.imaging.measurements import Measurement

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

NOT_SAVED = "A measurement is NOT saved"


class MeasureDesk(QObject):
    """Keeps the reader's marks. What could not be written stays on the film and is tried again with the next step."""

    said = Signal(str)  # a sentence for the banner

    def __init__(self, tool: MeasureTool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = tool
        self._desk: Desk | None = None
        self._key: ImageKey | None = None
        self._tasks = TaskRunner(1, self)  # one: a film's marks are read after what was written before
        self._lock = threading.Lock()
        self._unwritten: dict[tuple[ImageKey, str], tuple[Measurement, bool]] = {}
        tool.changed.connect(self._changed)

    def set_desk(self, desk: Desk | None) -> None:
        """Keep marks at another desk, or begin with another folder of the same."""
        if desk is self._desk:
            self.flush()
        self._unwritten.clear()
        self._desk = desk
        self.want(None)

    def want(self, key: ImageKey | None) -> None:
        """Show the marks of an image; None: of none."""
        self._key = key
        self._tool.begin()
        desk = self._desk
        if key is not None and desk is not None:
            self._tasks.run(
                lambda: desk.annotations.of_image(key.study_id, key.index), partial(self._found, key), self._not_found
            )

    def flush(self) -> None:
        """Write now what has not been written yet."""
        try:
            self._write_all(self._desk)
        except XraydeskError as error:
            self._not_written(error)

    def close(self) -> None:
        """Write what is left; nothing is read any more."""
        self._tasks.close()
        self.flush()

    def _found(self, key: ImageKey, stored: dict[str, Measurement]) -> None:
        if key != self._key:
            return
        for (image, mark), (measurement, removed) in list(self._unwritten.items()):
            if image == key:
                stored.pop(mark, None)
                if not removed:
                    stored[mark] = measurement
        self._tool.take(stored)

    def _not_found(self, error: XraydeskError) -> None:
        self.said.emit(f"Earlier measurements cannot be shown. {error}")

    def _changed(self, mark: str, measurement: Measurement, removed: bool) -> None:
        if self._key is not None:
            self._unwritten[self._key, mark] = (measurement, removed)
            self._tasks.run(partial(self._write_all, self._desk), None, self._not_written)

    def _write_all(self, desk: Desk | None) -> None:
        """Write every mark's last state. A worker and the window's thread may both come here."""
        if desk is None:
            return
        with self._lock:
            for key, mark in list(self._unwritten):
                state = self._unwritten.pop((key, mark))
                try:
                    desk.annotations.record(key.study_id, key.index, mark, state[0], removed=state[1])
                except BaseException:
                    self._unwritten.setdefault((key, mark), state)  # unless it was changed meanwhile
                    raise

    def _not_written(self, error: XraydeskError) -> None:
        self.said.emit(f"{NOT_SAVED}. {error}")
