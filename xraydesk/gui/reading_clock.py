"""How long a reader had a study in sight: the seconds of a verdict, as a study of reading times wants them.

Not counted are the time behind the lock with the untouched minutes that brought it down, other rooms of the program,
and the window put away. Another program in front of it is: films are compared side by side with what a viewer shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class ReadingClock:
    """A stopwatch that rests while nobody can see the film.

    Parameters
    ----------
    clock
        Seconds of a clock that only goes forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._counted = 0.0
        self._since: float | None = clock()  # None: it rests

    @property
    def seconds(self) -> float:
        """How long it went since it was begun."""
        return self._counted + (0.0 if self._since is None else self.clock() - self._since)

    def begin(self) -> None:
        """Count from zero; a clock that rests begins when it goes on."""
        self._counted = 0.0
        if self._since is not None:
            self._since = self.clock()

    def rest(self) -> None:
        """Stand still until it goes on."""
        self._counted, self._since = self.seconds, None

    def go_on(self) -> None:
        """Count again."""
        if self._since is None:
            self._since = self.clock()

    def forget(self, seconds: float) -> None:
        """Take back what was counted last: nobody sat there any more."""
        left = max(0.0, self.seconds - seconds)
        self.begin()
        self._counted = left


class InSight(QObject):
    """Lets a clock rest while a part of the window is not to be seen."""

    def __init__(self, part: QWidget, clock: ReadingClock) -> None:
        super().__init__(part)
        self._part, self._clock = part, clock
        self._shown = True
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part, and the window it stands in: put away, that hides its parts on some systems only."""
        kind = event.type()
        if watched is self._part and kind in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._shown = kind == QEvent.Type.Show
            self._part.window().installEventFilter(self)  # once more moves it to the front, no more
            self._look()
        elif kind == QEvent.Type.WindowStateChange:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self._shown and not self._part.window().isMinimized():
            self._clock.go_on()
        else:
            self._clock.rest()
