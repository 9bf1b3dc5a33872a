"""How a run gets on: films a second, and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

_EVERY = 2.0  # seconds between two reports
_LATEST = 20  # steps, whose mean loss is told


class Pulse:
    """Makes a report every few seconds, and at the last step of an epoch.

    Parameters
    ----------
    clock
        Seconds that only rise.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = self._told = clock()
        self._first = 0
        self._validation = 0.0

    def begin(self, first: int) -> None:
        """Take the time from here: an epoch begins, or goes on, at this step."""
        self._began, self._first = self._clock(), first

    def validated(self, seconds: float) -> None:
        """Note how long validation took; it will again after each epoch."""
        self._validation = seconds

    def beat(self, epoch: int, epochs: int, steps: int, films: int, losses: Sequence[float]) -> dict[str, Any] | None:
        """Return a report after a step, None where the last one is fresh.

        Parameters
        ----------
        epoch, epochs
            The one that is at work, counted from 0, and how many there are.
        steps, films
            Of an epoch, of a step.
        losses
            Of the epoch's steps so far.
        """
        now, done = self._clock(), len(losses)
        if now - self._told < _EVERY and done < steps:
            return None
        self._told = now
        each = max(now - self._began, 1e-9) / max(1, done - self._first)
        to_come = (epochs - epoch) * steps - done
        return {
            "epoch": epoch,
            "step": done,
            "of": steps,
            "loss": float(np.mean(losses[-_LATEST:])),
            "rate": films / each,
            "seconds_left": to_come * each + (epochs - epoch) * self._validation,
        }
