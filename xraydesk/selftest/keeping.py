"""What is kept can be written and read again: the database, tables, a map of images, passwords, signatures."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from xraydesk.admin import site_key
from xraydesk.admin.people import People
from xraydesk.errors import SignInRefused, StoreError, XraydeskError
from xraydesk.research.components import reduce
from xraydesk.research.embedding import embed
from xraydesk.research.export_files import write_table
from xraydesk.research.tables import Column, Kind, Table
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database

_AGAIN = "Install xraydesk again"
_NAME, _WORDS = "selftest", "a password of this self-test"


def database(folder: Path) -> str:
    """Make a database of the present schema, write an entry, open it anew and read the entry."""
    made = Database.open(folder)
    try:
        AuditLog(made).record(_NAME, _NAME, number=7)
    finally:
        made.close()
    again = Database.open(folder)
    try:
        entries = AuditLog(again).entries()
        with again.read() as connection:
            version = connection.execute("SELECT sqlite_version()").fetchone()[0]
    finally:
        again.close()
    if [entry["detail"] for entry in entries] != [{"number": 7}]:
        raise StoreError("The database does not give back what was written", remedy=_AGAIN)
    return f"SQLite {version}: written and read again"


def parquet(folder: Path) -> str:
    """Write a table as Parquet and read it again."""
    columns = (Column("study", Kind.TEXT, "a study"), Column("p", Kind.DECIMAL, "a probability"))
    rows = [("é-1", 0.25), ("é-2", None)]
    path = write_table(Table("selftest", "a table of this self-test", columns, rows), folder, "parquet")
    import duckdb

    with duckdb.connect(":memory:") as connection:
        found = connection.read_parquet(str(path)).fetchall()
    if found != rows:
        raise XraydeskError("The Parquet file does not give back what was written", remedy=_AGAIN)
    return f"DuckDB {duckdb.__version__}: written and read again"


def image_map() -> str:
    """Lay 20 points in two heaps out by t-SNE; the heaps must stay apart."""
    features = np.random.default_rng(0).normal(size=(20, 8)).astype(np.float32)
    features[10:] += 20
    points = embed(reduce(features), perplexity=5, early=50, late=100).points
    first, second = points[:10], points[10:]
    apart = float(np.linalg.norm(first.mean(axis=0) - second.mean(axis=0)))
    wide = max(float(np.linalg.norm(heap - heap.mean(axis=0), axis=1).max()) for heap in (first, second))
    if not apart > wide:
        raise XraydeskError("The map puts images together that have nothing in common", remedy=_AGAIN)
    return "20 points, two heaps told apart"


def password(folder: Path) -> str:
    """Make an account; its password opens it and another does not."""
    made = Database.open(folder)
    try:
        people = People(made)
        people.begin(_NAME, _WORDS)
        people.sign_in(_NAME, _WORDS)
        try:
            people.sign_in(_NAME, f"not {_WORDS}")
        except SignInRefused:
            return "Argon2id: the right password is taken, a wrong one is not"
    finally:
        made.close()
    raise XraydeskError("A wrong password was taken", remedy=_AGAIN)


def signature(folder: Path) -> str:
    """Sign with a new key; the signature holds for the message alone."""
    message = b"a message of this self-test"
    signed = site_key.sign(folder, message)
    key = site_key.public_key(folder)
    if not site_key.signed_by(key, signed, message) or site_key.signed_by(key, signed, message + b"."):
        raise XraydeskError("Signatures are not checked rightly", remedy=_AGAIN)
    return "Ed25519: a changed message is told"
