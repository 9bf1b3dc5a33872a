"""Work off the main thread: a function runs in a worker, its result or its error comes back on the main thread.

After picard's ``run_task``. A task that nobody waits for any more is cancelled: it does not start if it has not yet,
and its outcome is dropped, so that a late picture never replaces the one the reader has moved on to.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from xraydesk.errors import XraydeskError

log = logging.getLogger(__name__)

FOREGROUND = 0  # what the reader waits for
BACKGROUND = 10  # what the reader will probably want next

_here = threading.local()


def present_task() -> Task | None:
    """Return the task this worker thread is at, so that a long one can ask whether it is still wanted."""
    return getattr(_here, "task", None)


class Task:
    """One piece of work and who wants its outcome."""

    def __init__(
        self,
        func: Callable[[], Any],
        on_result: Callable[[Any], None] | None,
        on_error: Callable[[XraydeskError], None] | None,
    ) -> None:
        self.func = func
        self.on_result = on_result
        self.on_error = on_error
        self.cancelled = False
        self.started = False

    def cancel(self) -> None:
        """Do not start it; if it has started, drop what comes of it."""
        self.cancelled = True


class TaskRunner(QObject):
    """A few worker threads with a priority queue.

    Parameters
    ----------
    threads
        Number of workers. With one, tasks of like priority finish in the order given.
    parent
        Qt owner. The runner must live on the main thread, where the callbacks are called.
    """

    _ended = Signal(object, object, object)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.PriorityQueue[tuple[int, int, Task | None]] = queue.PriorityQueue()
        self._serial = itertools.count()
        self._closed = False
        self._running: set[Task] = set()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._threads = [threading.Thread(target=self._work, name=f"gui-task-{n}") for n in range(threads)]
        self._started = False

    def run(
        self,
        func: Callable[[], Any],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[XraydeskError], None] | None = None,
        *,
        priority: int = FOREGROUND,
    ) -> Task:
        """Run ``func`` in a worker and call back on the main thread; lower priority numbers go first."""
        task = Task(func, on_result, on_error)
        if self._closed:
            task.cancel()
            return task
        self._start_threads()
        self._queue.put((priority, next(self._serial), task))
        return task

    def close(self) -> None:
        """Start nothing more, wait for what runs, drop its outcome. May be called twice."""
        if self._closed:
            return
        self._closed = True
        for task in list(self._running):
            task.cancel()
        if self._started:
            for _ in self._threads:
                self._queue.put((-1, next(self._serial), None))
            for thread in self._threads:
                thread.join()

    def _start_threads(self) -> None:
        if not self._started:
            self._started = True
            for thread in self._threads:
                thread.start()

    def _work(self) -> None:
        while True:
            task = self._queue.get()[2]
            if task is None:
                return
            if task.cancelled or self._closed:
                continue
            task.started = True
            self._running.add(task)
            _here.task = task
            try:
                result = task.func()
            except BaseException as error:  # noqa: BLE001 - whatever it is, the main thread must hear of it
                self._report(task, None, error)
            else:
                self._report(task, result, None)
            self._running.discard(task)

    def _report(self, task: Task, result: object, error: BaseException | None) -> None:
        if not self._closed:
            self._ended.emit(task, result, error)

    @Slot(object, object, object)
    def _deliver(self, task: Task, result: object, error: BaseException | None) -> None:
        if task.cancelled or self._closed:
            return
        if error is not None:
            sentence = as_xraydesk_error(error)
            if task.on_error is not None:
                task.on_error(sentence)
        elif task.on_result is not None:
            task.on_result(result)


def as_xraydesk_error(error: BaseException) -> XraydeskError:
    """Return the error as one with a sentence for the reader; what was not foreseen goes to the log with its trace."""
    if isinstance(error, XraydeskError):
        return error
    log.error("unforeseen error in a task", exc_info=error)
    if isinstance(error, MemoryError):
        return XraydeskError("There is not enough memory for this", remedy="Close other programs and try again")
    return XraydeskError("Something unforeseen went wrong", remedy="The log file says more")
