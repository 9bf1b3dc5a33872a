"""The SQLite file: one writer thread, readers beside it, failures in words.

Write-ahead log, foreign keys on, a busy time-out, writes in BEGIN IMMEDIATE (https://www.sqlite.org/wal.html).
sqlite-utils is imported in the writer thread, not with this module: the window need not wait for it.
"""

from __future__ import annotations

import logging
import queue
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from xraydesk.errors import StoreError
from xraydesk.store.failures import folder_failure, translate

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.migrations import Upgrade

T = TypeVar("T")
FILE_NAME = "xraydesk.db"
BUSY_MS = 10_000
_log = logging.getLogger(__name__)


class Database:
    """One open database. Use `open`; `close` when done. All methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="xraydesk-store")
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        self._db: sqlite_utils.Database | None = None
        self._closed = False
        self._failure: StoreError | None = None
        self._schema = 0
        self.upgrade: Upgrade | None = None  # what opening it did to a database of an older version

    @staticmethod
    def unusable(data_dir: Path, failure: StoreError) -> Database:
        """Return a database that answers every call with ``failure``, so that work which can do without goes on."""
        database = Database(data_dir / FILE_NAME)
        database._failure = failure
        return database

    @staticmethod
    def open(data_dir: Path) -> Database:
        """Open the database of a data folder, made and brought to the present schema where needed.

        Raises
        ------
        NewerDatabase
            A newer xraydesk wrote it; it is as it was.
        UpgradeRefused
            An older xraydesk wrote it, and it cannot be copied aside; it is as it was.
        DiskFull
            No space is left.
        StoreError
            It is damaged, locked or may not be read; the sentence says what to do.
        """
        path = data_dir / FILE_NAME
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_failure(error, data_dir) from error
        database = Database(path)
        try:
            database._writer.submit(database._prepare).result()
        except BaseException:
            database.close()
            raise
        return database

    def write(self, work: Callable[[sqlite_utils.Database], T], *, durable: bool = False) -> T:
        """Run ``work`` in one transaction in the writer thread and wait for it.

        Parameters
        ----------
        work
            Takes the sqlite-utils database; an exception rolls the whole transaction back.
        durable
            On the disk, not only in the operating system's memory, when this returns.

        Raises
        ------
        StoreError
            Nothing was written.
        """
        return self.submit(work, durable=durable).result()

    def submit(self, work: Callable[[sqlite_utils.Database], T], *, durable: bool = False) -> Future[T]:
        """Like `write`, but return at once."""
        if self._failure is not None:
            failed: Future[T] = Future()
            failed.set_exception(self._failure)
            return failed
        try:
            return self._writer.submit(self._transact, work, durable)
        except RuntimeError as error:
            raise StoreError("The database is closed already", subject=self.path) from error

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that cannot write; it sees what is committed.

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        if self._failure is not None:
            raise self._failure
        try:
            connection = self._reader()
            try:
                yield connection
            finally:
                self._give_back(connection)
        except sqlite3.Error as error:
            raise translate(error, self.path) from error

    def close(self) -> None:
        """Finish what is queued, then close all connections."""
        if self._closed:
            return
        self._closed = True
        self._writer.submit(self._close_writer)
        self._writer.shutdown(wait=True)
        while not self._idle.empty():
            self._idle.get_nowait().close()

    def _prepare(self) -> None:
        """Connect and migrate; runs in the writer thread, to which sqlite-utils then belongs."""
        import sqlite_utils

        from xraydesk.store.migrations import migrate, refuse_newer

        refuse_newer(self.path)
        try:
            connection = sqlite3.connect(self.path, timeout=BUSY_MS / 1000)
            self._db = sqlite_utils.Database(connection)
            self._db.enable_wal()
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            connection.execute("PRAGMA synchronous=NORMAL")
            self.upgrade = migrate(self._db, self.path)
            self._schema = _schema_of(connection)
        except sqlite3.Error as error:
            raise translate(error, self.path) from error

    def _transact(self, work: Callable[[sqlite_utils.Database], T], durable: bool) -> T:
        if self._db is None:
            raise StoreError("The database is not open", subject=self.path)
        connection = self._db.conn
        try:
            # In WAL mode only FULL waits for the disk at each commit.
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            if _schema_of(connection) != self._schema:
                self._look_who_changed_it(connection)
            result = work(self._db)
            connection.execute("COMMIT")
        except BaseException as error:
            _roll_back(connection)
            if isinstance(error, sqlite3.Error):
                raise translate(error, self.path) from error
            raise
        return result

    def _look_who_changed_it(self, connection: sqlite3.Connection) -> None:
        """Refuse to write what a newer xraydesk, started beside this one, has brought to its own schema."""
        from xraydesk.store.migrations import refuse_changed

        refuse_changed(connection, self.path)
        self._schema = _schema_of(connection)

    def _close_writer(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _reader(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            # One thread at a time holds it, so SQLite's own thread check is not needed.
            connection = sqlite3.connect(self.path, timeout=BUSY_MS / 1000, check_same_thread=False)
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            connection.execute("PRAGMA query_only=ON")
            return connection

    def _give_back(self, connection: sqlite3.Connection) -> None:
        connection.rollback()
        if self._closed:
            connection.close()
        else:
            self._idle.put(connection)


def _schema_of(connection: sqlite3.Connection) -> int:
    """Return the number that SQLite counts up whenever any program changes the schema."""
    return int(connection.execute("PRAGMA schema_version").fetchone()[0])


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo an open transaction; SQLite may have done so itself (disk full)."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        _log.exception("Roll back failed")
