"""When a run ends before its recipe does: somebody asks for it, or the time is up."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from xraydesk.errors import Cancelled

_LOOK_EVERY = 0.5  # seconds between two looks at the disk
_KEEP_EVERY = 300.0  # seconds: the most that is lost when the process is killed


class Brake:
    """Asked after every step of a run; costs a look at the clock.

    Parameters
    ----------
    file
        The run stops at a checkpoint once this file is there; None: nobody can ask.
    seconds
        After so many from now the epoch ends early and the run goes on to its bundle; None: no limit.
    clock
        Seconds that only rise.
    """

    def __init__(
        self, file: Path | None = None, seconds: float | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._file = file
        self._clock = clock
        self._ends = None if seconds is None else clock() + seconds
        self._looked = self._kept = clock()

    @property
    def limited(self) -> bool:
        """Whether there is a time limit."""
        return self._ends is not None

    def time_is_up(self) -> bool:
        """Whether the time limit is reached."""
        return self._ends is not None and self._clock() >= self._ends

    def pull(self, keep: Callable[[], None]) -> None:
        """Keep a checkpoint where it is time for one, and stop the run where that is asked for.

        Raises
        ------
        Cancelled
            The run is to stop; what was done is kept.
        """
        asked = self._asked()
        if asked or self._clock() - self._kept >= _KEEP_EVERY:
            keep()
            self._kept = self._clock()
        if asked:
            raise Cancelled

    def _asked(self) -> bool:
        if self._file is None or self._clock() - self._looked < _LOOK_EVERY:
            return False
        self._looked = self._clock()
        return self._file.exists()
