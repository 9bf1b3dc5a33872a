"""Small helpers that every table needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CHUNK = 500  # parameters in one statement; older SQLite stops at 999


def plain(text: str) -> str:
    r"""Return text that SQLite and JSON can hold: file names that are no Unicode keep their bytes as ``\\udcxx``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def chunks(items: Sequence[str], size: int = CHUNK) -> Iterator[Sequence[str]]:
    """Yield ``items`` in pieces of at most ``size``."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def marks(count: int) -> str:
    """Return ``count`` question marks for a statement's parameters."""
    return ",".join("?" * count)
