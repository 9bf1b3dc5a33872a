"""What models see in images, by content: the vectors that maps of the images are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.store.predictions import ImageKey, model_key
from xraydesk.store.sql import chunks, marks

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database


class FeatureStore:
    """The features one model found, in one database."""

    def __init__(self, database: Database, card: ModelCard) -> None:
        self._database = database
        self._key = model_key(card)

    def find(self, content_hashes: Iterable[str]) -> dict[ImageKey, NDArray[np.float16]]:
        """Return the features for many contents at once, each of shape (D,).

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        found: dict[ImageKey, NDArray[np.float16]] = {}
        for content_hash, frame, vector in self._select("content_hash, frame, vector", content_hashes):
            found[content_hash, frame] = np.frombuffer(vector, np.float16)
        return found

    def known(self, content_hashes: Iterable[str]) -> set[ImageKey]:
        """Return the images that have features, without reading these. Raises `StoreError` as `find` does."""
        return {(content_hash, frame) for content_hash, frame in self._select("content_hash, frame", content_hashes)}

    def rows(self, answers: Iterable[tuple[ImageKey, Prediction]]) -> list[tuple[Any, ...]]:
        """Return what `insert` writes, made outside the writer thread; answers without features give none."""
        return [
            (*key, self._key, np.ascontiguousarray(answer.features, np.float16).tobytes())
            for key, answer in answers
            if answer.features.size
        ]

    def _select(self, columns: str, content_hashes: Iterable[str]) -> Iterable[Sequence[Any]]:
        with self._database.read() as connection:
            for some in chunks(sorted(set(content_hashes))):
                query = f"SELECT {columns} FROM features WHERE content_hash IN ({marks(len(some))}) AND model_key = ?"  # noqa: S608
                yield from connection.execute(query, (*some, self._key))


def insert(db: sqlite_utils.Database, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write features; call inside a write transaction. What is there already is replaced."""
    db.conn.executemany("INSERT OR REPLACE INTO features VALUES (?, ?, ?, ?)", rows)
