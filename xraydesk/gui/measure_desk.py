"""Between the marks on the canvas and the desk that keeps them: read when a film comes, written with every step."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.measure_tool import MeasureTool
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.picture_loader import ImageKey
from xraydesk.gui.tasks import TaskRunner
from xraydesk.imaging.measurements import Measurement

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

NOT_SAVED = cast(str, QT_TRANSLATE_NOOP("MeasureDesk", "A measurement is NOT saved."))


class MeasureDesk(QObject):
    """Keeps the reader's marks. What could not be written stays on the film and is tried again with the next step.

    Each tool has the film of its own cell; two cells with the same film show the same marks.
    """

    said = Signal(str)  # a sentence for the banner

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._films: dict[MeasureTool, ImageKey | None] = {}
        self._tasks = TaskRunner(1, self)  # one: a film's marks are read after what was written before
        self._lock = threading.Lock()
        self._unwritten: dict[tuple[ImageKey, str], tuple[Measurement, bool]] = {}

    def serve(self, tool: MeasureTool) -> None:
        """Keep the marks of one more tool."""
        self._films[tool] = None
        tool.changed.connect(partial(self._changed, tool))

    def set_desk(self, desk: Desk | None) -> None:
        """Keep marks at another desk, or begin with another folder of the same."""
        if desk is self._desk:
            self.flush()
        self._unwritten.clear()
        self._desk = desk
        for tool in self._films:
            self.want(tool, None)

    def want(self, tool: MeasureTool, key: ImageKey | None) -> None:
        """Let a tool show the marks of an image; None: of none."""
        self._films[tool] = key
        tool.begin()
        desk = self._desk
        if key is not None and desk is not None:
            self._tasks.run(
                lambda: desk.annotations.of_image(key.study_id, key.index),
                partial(self._found, tool, key),
                self._not_found,
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

    def _found(self, tool: MeasureTool, key: ImageKey, stored: dict[str, Measurement]) -> None:
        if key != self._films[tool]:
            return
        for (image, mark), (measurement, removed) in list(self._unwritten.items()):
            if image == key:
                stored.pop(mark, None)
                if not removed:
                    stored[mark] = measurement
        tool.take(stored)

    def _not_found(self, error: XraydeskError) -> None:
        text = translate("MeasureDesk", "Earlier measurements cannot be shown.")
        self.said.emit(f"{text} {error_sentence(error)}")

    def _changed(self, by: MeasureTool, mark: str, measurement: Measurement, removed: bool) -> None:
        key = self._films[by]
        if key is None:
            return
        for tool, film in self._films.items():
            if film == key and tool is not by:
                tool.adopt(mark, None if removed else measurement)
        self._unwritten[key, mark] = (measurement, removed)
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
        self.said.emit(f"{translate('MeasureDesk', NOT_SAVED)} {error_sentence(error)}")
