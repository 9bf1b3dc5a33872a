"""Python's cyclic garbage is collected on the window's thread only.

Python collects wherever an allocation crosses a threshold, so in the scoring thread, too. A widget or pixmap that dies
there is destroyed outside the thread that owns it, and the program ends with a segmentation fault (PYSIDE-1919 and
many others). So automatic collection is off while a window lives, and a timer collects between events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Takes over from Python's automatic collection until `stop`; belongs to the window's thread.

    Parameters
    ----------
    parent
        Whose life it shares.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that are due by Python's own thresholds, the oldest at most every few minutes."""
        due = [
            g for g, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
