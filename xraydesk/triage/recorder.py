"""Brings a run's results into the store in batches; a full disk stops the saving, not the run."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from xraydesk.errors import StoreError
from xraydesk.store.predictions import ImageKey
from xraydesk.store.studies import HashRow, insert_hashes
from xraydesk.triage.pace import Stopwatch
from xraydesk.triage.stored import ByModel, StoredAnswers, insert

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

Answered = tuple[ImageKey, ByModel]
_RETRY_S = 5.0
_log = logging.getLogger(__name__)


class Recorder:
    """Used by one thread. What could not be written is kept and tried again."""

    def __init__(self, database: Database, stored: StoredAnswers, watch: Stopwatch) -> None:
        self._database = database
        self._stored = stored
        self._watch = watch
        self._answers: list[Answered] = []
        self._hashes: list[HashRow] = []
        self._flying: _Flight | None = None
        self._others: list[Future[None]] = []
        self._retry_at = 0.0
        self._reported = False

    def send(self, work: Callable[[sqlite_utils.Database], object]) -> None:
        """Send some other write after what is queued; its failure is told by the next waiting `flush`."""

        def timed(db: sqlite_utils.Database) -> None:
            with self._watch.time("store"):
                work(db)

        try:
            self._others.append(self._database.submit(timed))
        except StoreError as error:
            self._others.append(_failed(error))

    def add(self, key: ImageKey, answers: ByModel, hash_row: HashRow | None) -> None:
        """Take what models said of one image, by their id."""
        if answers:
            self._answers.append((key, answers))
        if hash_row is not None:
            self._hashes.append(hash_row)

    def flush(self, *, wait: bool = False) -> StoreError | None:
        """Send what has gathered to the writer thread; return a failure the first time one is met.

        ``wait=True`` returns only when everything is in the store, or has failed once more.
        """
        error = self._land(wait)
        if (wait or time.monotonic() >= self._retry_at) and self._flying is None:
            self._take_off()
            if wait:
                error = self._land(wait) or self._others_failed() or error
        if error is None or self._reported:
            return None
        self._reported = True
        return error

    def _others_failed(self) -> StoreError | None:
        errors = [future.exception() for future in self._others]
        self._others = []
        return next((error for error in errors if isinstance(error, StoreError)), None)

    def _take_off(self) -> None:
        if not self._answers and not self._hashes:
            return
        answers, hashes = self._answers, self._hashes
        self._answers, self._hashes = [], []
        rows = self._stored.rows(answers)

        def work(db: sqlite_utils.Database) -> None:
            with self._watch.time("store"):
                insert_hashes(db, hashes)
                insert(db, rows)

        try:
            self._flying = _Flight(answers, hashes, self._database.submit(work))
        except StoreError as error:
            self._flying = _Flight(answers, hashes, _failed(error))

    def _land(self, wait: bool) -> StoreError | None:
        flight = self._flying
        if flight is None or not (wait or flight.future.done()):
            return None
        self._flying = None
        try:
            flight.future.result()
        except StoreError as error:
            _log.warning("Results not saved yet: %s", type(error).__name__)
            self._answers = flight.answers + self._answers
            self._hashes = flight.hashes + self._hashes
            self._retry_at = time.monotonic() + _RETRY_S
            return error
        return None


class _Flight:
    """Rows on their way to the disk."""

    def __init__(self, answers: list[Answered], hashes: list[HashRow], future: Future[None]) -> None:
        self.answers = answers
        self.hashes = hashes
        self.future = future


def _failed(error: StoreError) -> Future[None]:
    future: Future[None] = Future()
    future.set_exception(error)
    return future
