"""A run in its own thread, one after the other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xraydesk.triage.run import TriageRun


class Background:
    """A run in its own thread. It waits for the run before it there, so that nobody has to on the main thread.

    Waiting goes by an event: a join that Ctrl-C interrupts takes the thread for ended (Python 3.11, bpo-45274).
    """

    def __init__(self, run: TriageRun, before: Background | None) -> None:
        self.run = run
        self.ended = threading.Event()
        self._before = before
        self._thread = threading.Thread(target=self._work, name="xraydesk-run", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end; True once it has come. From the run's own thread there is nothing to wait for."""
        if threading.current_thread() is self._thread:
            return False
        return self.ended.wait(timeout)

    def _work(self) -> None:
        try:
            if self._before is not None:
                self._before.ended.wait()
                self._before = None  # a chain of runs must not keep them all in memory
            self.run.run()
        finally:
            self.ended.set()
