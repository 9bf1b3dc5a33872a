"""How fast a run is and where its time goes."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

STAGES = ("scan", "hash", "decode", "score", "store")
_WINDOW_S = 10.0


class Stopwatch:
    """Seconds of work by stage, summed over all threads: their sum may be more than the time on the wall."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seconds = dict.fromkeys(STAGES, 0.0)

    def add(self, stage: str, seconds: float) -> None:
        """Count work that was timed elsewhere."""
        with self._lock:
            self._seconds[stage] += seconds

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Count what happens inside the block."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.add(stage, time.perf_counter() - started)

    def seconds(self) -> dict[str, float]:
        """Return the seconds by stage."""
        with self._lock:
            return dict(self._seconds)


class Rate:
    """Images a second over the last ten seconds."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def mark(self, done: int, now: float | None = None) -> float | None:
        """Note how many are done by now; return the rate, or None where it is too early to tell."""
        now = time.perf_counter() if now is None else now
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()
        then, before = self._marks[0]
        return (done - before) / (now - then) if now > then and done > before else None
