"""The watch of a desk in memory: told by the test what it sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xraydesk.triage.watching import WatchState


class FakeWatching:
    """The same methods as `triage.watching.Watching`."""

    def __init__(self) -> None:
        self.listener: Callable[[WatchState], None] | None = None
        self.folders: set[Path] = set()

    def start(self, listener: Callable[[WatchState], None]) -> None:
        self.listener = listener

    def stop(self, *, wait: bool = False) -> None:
        self.listener = None

    def is_wanted(self, folder: Path) -> bool:
        return folder in self.folders

    def remember(self, folder: Path, *, wanted: bool) -> None:
        (self.folders.add if wanted else self.folders.discard)(folder)
