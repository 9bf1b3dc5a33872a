"""Which study is open at which desk: a claim with a lease, renewed while the program lives. It locks nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

LEASE = 60.0  # seconds a claim holds without being renewed: so long a program that died stands in the list


@dataclass(frozen=True, slots=True)
class Claim:
    """One study open at one desk."""

    reader: str
    folder: str
    study_id: str
    since: float  # seconds since 1970, as all here


class ClaimTable:
    """The claims of all desks that share a database. All methods raise `StoreError` where it cannot be used."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def hold(self, desk: str, claim: Claim | None, gone: Callable[[str], bool] = lambda _: False) -> list[Claim]:
        """Write that a desk has a study open from now on for one lease, None: nothing; return what others have open.

        ``gone`` tells of the reader's own other desks whether their program has ended: such claims are taken over.
        """
        now = self._clock()

        def work(db: sqlite_utils.Database) -> list[Claim]:
            claims = db.table("claims")
            claims.delete_where("until < ?", [now])  # of programs that died
            own = "" if claim is None else claim.reader
            for (other,) in db.execute(
                "SELECT desk FROM claims WHERE reader = ? AND desk <> ?", (own, desk)
            ).fetchall():
                if gone(other):
                    claims.delete(other)
            if claim is None:
                claims.delete_where("desk = ?", [desk])
            else:
                claims.upsert({"desk": desk, **asdict(claim), "until": now + LEASE}, pk="desk")
            query = "SELECT reader, folder, study_id, since FROM claims WHERE desk <> ? ORDER BY since"
            return [Claim(*row) for row in db.execute(query, (desk,)).fetchall()]

        return self._database.write(work)
