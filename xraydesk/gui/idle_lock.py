"""Tells when nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

LOOK_MS = 2_000
_TOUCHED = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # a key that is a command comes as this alone
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleLock(QObject):
    """Listens to the windows that have the keyboard, not to the whole application: that would slow every painting.

    Parameters
    ----------
    window
        The main window.
    clock
        Seconds, of a clock that goes on while the computer sleeps: a lid that was shut for an hour is an hour.
    """

    idle = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float] = time.time) -> None:
        super().__init__(window)
        self._window = window
        self.clock = clock
        self.limit = 0.0  # seconds; 0: never
        self._touched = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, minutes: int) -> None:
        """Count from now on, up to a number of minutes; 0 never ends."""
        self.limit = 60.0 * minutes
        self._touched = self.clock()
        if not minutes:
            self.end()
        elif not self._timer.isActive():
            self._timer.start()
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.connect(self._listen)
            self._listen(self._window.windowHandle())

    def end(self) -> None:
        """Count no longer."""
        if self._timer.isActive():
            self._timer.stop()
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.disconnect(self._listen)

    def look(self) -> bool:
        """Tell, and return, whether the time is over."""
        passed = self.clock() - self._touched
        over = self._timer.isActive() and passed >= self.limit
        if over:
            self.end()
            self.idle.emit()
        elif passed < 0:  # the clock was set back
            self._touched = self.clock()
        return over

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew with every touch; the one that comes too late, after the computer slept, opens nothing."""
        if event.type() in _TOUCHED and self._timer.isActive():
            if self.look():
                event.accept()
                return True
            self._touched = self.clock()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once more moves it to the front, no more
