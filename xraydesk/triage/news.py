"""What readers at other desks say while a folder is open here."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from xraydesk.errors import StoreError
from xraydesk.store.verdicts import Mark, VerdictLog

if TYPE_CHECKING:
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger

NEWS_EVERY = 3.0  # seconds between two looks


class News:
    """Verdicts of the log that came in since the last look. For one thread at a time, not the window's.

    A folder that is opened reads its verdicts itself; what is heard here of studies elsewhere is of no effect.
    """

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._log = VerdictLog(database)
        self._ledger = ledger
        self._mark = Mark()
        with suppress(StoreError):  # the whole log is read then, once it can be
            self._mark = self._log.mark()

    def look(self) -> set[str]:
        """Bring new verdicts, and those taken back, into the ledger; return the studies of the open folder they are on.

        The reader's own are known already and are no news.

        Raises
        ------
        StoreError
            The database cannot be read; the next look begins where this one did.
        """
        found, mark = self._log.since(self._mark)
        heard = self._ledger.know({}, found) if found else set()
        self._mark = mark
        return heard
