"""A comparison in a worker thread: what it is, how far it is, and a way to stop it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.errors import Cancelled
from xraydesk.gui.tasks import present_task
from xraydesk.settings import Settings

if TYPE_CHECKING:
    from xraydesk.admin.contest import Comparison
    from xraydesk.admin.held_log import LogAsked
    from xraydesk.admin.held_out import FilmsAsked
    from xraydesk.admin.room import AdminRoom


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to be compared on what."""

    champion: str
    challenger: str
    asked: FilmsAsked | LogAsked


class Pulse(QObject):
    """Carries how far the work is to the main thread."""

    told = Signal(int, int)  # images done, images in all


def compare(room: AdminRoom, wanted: Wanted, pulse: Pulse) -> Comparison:
    """Compare; `Cancelled` where nobody waits for it any more. For a worker thread: it loads models."""
    from xraydesk.admin.contest import contest

    task = present_task()

    def tell(done: int, of: int) -> None:
        if task is not None and task.cancelled:
            raise Cancelled
        pulse.told.emit(done, of)

    device = Settings.load(room.data_dir).device
    return contest(room, wanted.champion, wanted.challenger, wanted.asked, device, tell)


def put_in_use(room: AdminRoom, wanted: Wanted, found: Comparison, reason: str, override: str) -> str:
    """Install the challenger where it is not yet, put it in use and return its id and version."""
    from xraydesk.admin.installing import install_file, install_run
    from xraydesk.admin.promotion import installed, promote

    card, path = found.challenger, Path(wanted.challenger)
    if not installed(room, card):
        card = install_file(room, path) if path.is_file() else install_run(room, path)
    row = promote(room, f"{card.id}@{card.version}", found.evidence, reason, override)
    return f"{row.model_id} {row.version}"
