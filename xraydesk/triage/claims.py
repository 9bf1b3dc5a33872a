"""Who has which study of the open folder on screen, so that two do not read the same unaware. Nobody is kept out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.store.claims import LEASE, Claim, ClaimTable
from xraydesk.store.sql import plain
from xraydesk.triage.own_desk import desk_name, is_gone

if TYPE_CHECKING:
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger

__all__ = ["HEARTBEAT", "Claim", "Claims"]

HEARTBEAT = LEASE / 4  # seconds between renewals: three may fail


class Claims:
    """The claim of this desk, and what others have open. For any thread but the window's: all wait for the disk.

    ``take`` and ``renew`` raise `StoreError` where the database cannot be written.
    """

    def __init__(self, database: Database, ledger: Ledger, clock: Callable[[], float] = time.time) -> None:
        self._table = ClaimTable(database, clock)
        self._clock = clock
        self._ledger = ledger
        self._desk = desk_name()  # one reader may sit at two desks
        self._folder = ""
        self._mine: Claim | None = None
        self._lock = threading.Lock()
        self._held: dict[str, Claim] = {}

    def begin(self, folder: Path) -> None:
        """Begin with another folder."""
        self._folder = str(folder)

    def take(self, study_id: str) -> bool:
        """Write that this desk has a study open, "" none. True where what others have open has changed."""
        reader = self._ledger.rules.reader
        self._mine = Claim(plain(reader), plain(self._folder), plain(study_id), self._clock()) if study_id else None
        return self.renew()

    def renew(self) -> bool:
        """Write that this desk still lives. True where what others have open has changed."""
        return self._hear(self._table.hold(self._desk, self._mine, is_gone))

    def of(self, study_id: str) -> Claim | None:
        """Return who else has a study of the open folder on screen."""
        with self._lock:
            return self._held.get(study_id)

    def _hear(self, others: list[Claim]) -> bool:
        here = {claim.study_id: claim for claim in reversed(others) if self._concerns(claim)}  # the first one stays
        with self._lock:
            changed, self._held = here != self._held, here
        if changed:
            self._ledger.set_held({study_id: claim.reader for study_id, claim in here.items()})
        return changed

    def _concerns(self, claim: Claim) -> bool:
        """Return whether a claim is on a study here; one without a UID has its name within its folder only."""
        try:
            by_uid = bool(self._ledger.entry(claim.study_id).study.header.study_uid)
        except KeyError:
            return False
        return by_uid or claim.folder == plain(self._folder)
