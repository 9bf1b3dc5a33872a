"""Runs in threads of their own, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xraydesk.triage.run import Arrived, TriageRun


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


class Runs:
    """A desk's runs: one at a time, a new one stops the one before. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._background: Background | None = None

    @property
    def present(self) -> TriageRun | None:
        """The run of the open folder, whether it still goes on or not."""
        background = self._current()
        return None if background is None else background.run

    def start(self, run: TriageRun) -> None:
        """Start a run; one that is still going is stopped first."""
        with self._lock:
            before = self._background
            if before is not None:
                before.run.cancel()
            self._go(run, before)

    def arrive(self, run: TriageRun, arrived: Arrived) -> bool:
        """Give files that came in later to a run, which goes on if it has ended; False for another than the present."""
        with self._lock:
            background = self._background
            if background is None or background.run is not run:
                return False
            if not run.arrive(arrived):
                run.reopen()
                run.arrive(arrived)
                self._go(run, background)
            return True

    def has_ended(self, run: TriageRun) -> bool:
        """Tell whether this is the present run and its thread is done."""
        background = self._current()
        return background is not None and background.run is run and background.ended.is_set()

    def again(self, run: TriageRun) -> None:
        """Let the present run begin once more after it has ended; nothing happens where it goes on or was left."""
        with self._lock:
            background = self._background
            if background is not None and background.run is run and background.ended.is_set():
                run.reopen()
                self._go(run, background)

    def cancel(self, *, wait: bool) -> None:
        """Stop the present run."""
        background = self._current()
        if background is not None:
            background.run.cancel()
            if wait:
                background.wait()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the present run to end; True once it has."""
        background = self._current()
        return background is None or background.wait(timeout)

    def prioritise(self, study_ids: Iterable[str]) -> None:
        """Let the present run take these studies next."""
        background = self._current()
        if background is not None:
            background.run.prioritise(study_ids)

    def _go(self, run: TriageRun, before: Background | None) -> None:
        self._background = Background(run, before)
        self._background.start()

    def _current(self) -> Background | None:
        with self._lock:
            return self._background
