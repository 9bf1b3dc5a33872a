"""What models said of images, by content: a film scored once is never scored again, wherever its file moves."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from xraydesk.inference.card import InputSpec, ModelCard
from xraydesk.inference.prediction import Prediction, Region
from xraydesk.store.sql import chunks, marks

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

ImageKey = tuple[str, int]  # content hash, frame
_NO_MAP = np.zeros((0, 0, 0), np.float16)
_ANSWER = (
    "content_hash, frame, labels, logits, probabilities, distance, domain, model_id, model_sha256, refusal, regions"
)


def model_key(card: ModelCard) -> str:
    """Return the hash of all that an answer depends on: weights, input, card's calibration, gate; not the thresholds.

    A card with another calibration must not see the old probabilities. A site that calibrates anew keeps the card, and
    with it the answers: their probabilities are made of the logits where they are judged (`triage.recalibration`).
    """
    parts = {
        "weights": card.weights_sha256,
        "architecture": card.architecture,
        "input": _input(card.input),
        "labels": [(label.name, asdict(label.calibration)) for label in card.given_labels],
        "gate": (card.gate.distance_cutoff, card.gate.domain_cutoff),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _input(spec: InputSpec) -> dict[str, Any]:
    """Return the input as it goes into the key: without what a model does not use, its key stays what it was."""
    fields = asdict(spec)
    if spec.centre == 1:
        del fields["centre"]
    if not spec.region:
        del fields["region"], fields["equalise"]
    return fields


class PredictionStore:
    """The answers of one model in one database."""

    def __init__(self, database: Database, card: ModelCard) -> None:
        self._database = database
        self._key = model_key(card)

    def find(self, content_hashes: Iterable[str]) -> dict[ImageKey, Prediction]:
        """Return the answers for many contents at once, without their maps.

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        found: dict[ImageKey, Prediction] = {}
        with self._database.read() as connection:
            for some in chunks(sorted(set(content_hashes))):
                query = (
                    f"SELECT {_ANSWER} FROM predictions WHERE model_key = ? AND content_hash IN ({marks(len(some))})"  # noqa: S608
                )
                for row in connection.execute(query, (self._key, *some)):
                    found[row[0], row[1]] = _prediction(row)
        return found

    def maps(self, key: ImageKey) -> Prediction | None:
        """Return one answer with its maps, or None."""
        query = (
            f"SELECT {_ANSWER}, map, map_shape FROM predictions WHERE content_hash = ? AND frame = ? AND model_key = ?"  # noqa: S608
        )
        with self._database.read() as connection:
            row = connection.execute(query, (*key, self._key)).fetchone()
        if row is None:
            return None
        maps = np.frombuffer(row[-2], np.float16).reshape(json.loads(row[-1]))
        return _prediction(row, maps)

    def rows(self, answers: Iterable[tuple[ImageKey, Prediction]]) -> list[tuple[Any, ...]]:
        """Return what `insert` writes, made outside the writer thread."""
        now = datetime.now(UTC).isoformat()
        return [_row(key, self._key, prediction, now) for key, prediction in answers]


def insert(db: sqlite_utils.Database, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write answers; call inside a write transaction. What is there already is replaced."""
    db.conn.executemany(f"INSERT OR REPLACE INTO predictions VALUES ({marks(15)})", rows)  # noqa: S608 - only marks


def _row(key: ImageKey, model: str, prediction: Prediction, now: str) -> tuple[Any, ...]:
    maps = np.ascontiguousarray(prediction.maps, np.float16)
    return (
        *key,
        model,
        prediction.model_id,
        prediction.model_sha256,
        json.dumps(prediction.labels),
        prediction.logits.astype(np.float32).tobytes(),
        prediction.probabilities.astype(np.float32).tobytes(),
        prediction.distance,
        prediction.domain,
        prediction.refusal,
        maps.tobytes(),
        json.dumps(maps.shape),
        now,
        json.dumps([astuple(region) for region in prediction.regions]),
    )


def _region(  # noqa: PLR0917 - the order of `Region`
    row: float,
    column: float,
    height: float,
    width: float,
    probabilities: list[float],
    name: str,
    logits: Sequence[float] = (),
) -> Region:
    return Region(row, column, height, width, tuple(probabilities), name, tuple(logits))


def _prediction(row: Sequence[Any], maps: np.ndarray[Any, np.dtype[np.float16]] = _NO_MAP) -> Prediction:
    _, _, labels, logits, probabilities, distance, domain, model_id, sha, refusal, regions = row[:11]
    return Prediction(
        labels=tuple(json.loads(labels)),
        logits=np.frombuffer(logits, np.float32),
        probabilities=np.frombuffer(probabilities, np.float32),
        distance=math.nan if distance is None else distance,  # SQLite keeps NaN as NULL
        domain=domain,
        maps=maps,
        model_id=model_id,
        model_sha256=sha,
        refusal=refusal,
        regions=tuple(_region(*stored) for stored in json.loads(regions)),
    )
