"""What is still to be scored, the most wanted first."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

Item = tuple[str, int]  # study id, index of the image


class WorkQueue:
    """Images by study, in order of arrival unless prioritised. All methods may be called from any thread."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._lock = threading.Lock()
        self._studies: dict[str, deque[int]] = {}
        self._urgent: deque[str] = deque()
        self.add(items)

    def add(self, items: Iterable[Item]) -> None:
        """Take more images: those of a study that waits join it, others go to the end of the line."""
        with self._lock:
            for study_id, index in items:
                self._studies.setdefault(study_id, deque()).append(index)

    def prioritise(self, study_ids: Iterable[str]) -> None:
        """Take these studies next, in this order; earlier wishes that are not repeated fall back into the line."""
        with self._lock:
            self._urgent = deque(study_id for study_id in study_ids if study_id in self._studies)

    def take(self) -> Item | None:
        """Return the next image and remove it, or None where nothing is left."""
        with self._lock:
            while self._urgent and self._urgent[0] not in self._studies:
                self._urgent.popleft()
            study_id = self._urgent[0] if self._urgent else next(iter(self._studies), None)
            if study_id is None:
                return None
            indices = self._studies[study_id]
            index = indices.popleft()
            if not indices:
                del self._studies[study_id]
            return study_id, index

    def clear(self) -> None:
        """Drop everything that waits."""
        with self._lock:
            self._studies.clear()
            self._urgent.clear()
