"""The answers the store has, of all models in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.store import features, predictions
from xraydesk.store.database import Database
from xraydesk.store.features import FeatureStore
from xraydesk.store.predictions import ImageKey, PredictionStore
from xraydesk.triage.recalibration import serves

if TYPE_CHECKING:
    import sqlite_utils

ByModel = dict[str, Prediction]  # model id -> its answer


@dataclass(frozen=True, slots=True)
class AnswerRows:
    """What models said, as it is written."""

    answers: list[tuple[Any, ...]] = field(default_factory=list)
    features: list[tuple[Any, ...]] = field(default_factory=list)


def insert(db: sqlite_utils.Database, rows: AnswerRows) -> None:
    """Write answers with their features; call inside a write transaction. What is there already is replaced."""
    predictions.insert(db, rows.answers)
    features.insert(db, rows.features)


class StoredAnswers:
    """Asks one `PredictionStore` for each model. For any thread."""

    def __init__(self, database: Database, cards: Sequence[ModelCard]) -> None:
        self._stores = {card.id: PredictionStore(database, card) for card in cards}
        self._features = {card.id: FeatureStore(database, card) for card in cards}
        self._cards = {card.id: card for card in cards}

    def take_points(self, cards: Sequence[ModelCard]) -> None:
        """Leave out from now on what cannot be told by the calibration of these cards, of the same models."""
        self._cards = {card.id: card for card in cards}

    def find(self, content_hashes: Iterable[str]) -> dict[ImageKey, ByModel]:
        """Return the answers for many contents at once, without their maps, by the calibration of the card's file.

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        wanted = sorted(set(content_hashes))
        found: dict[ImageKey, ByModel] = {}
        for model_id, store in self._stores.items():
            card = self._cards[model_id]
            for key, prediction in store.find(wanted).items():
                if not serves(prediction, card):
                    continue
                found.setdefault(key, {})[model_id] = prediction
        return found

    def rows(self, answers: Iterable[tuple[ImageKey, Mapping[str, Prediction]]]) -> AnswerRows:
        """Return what `insert` writes, made outside the writer thread."""
        made = AnswerRows()
        for key, by_model in answers:
            for model_id, prediction in by_model.items():
                made.answers.extend(self._stores[model_id].rows([(key, prediction)]))
                made.features.extend(self._features[model_id].rows([(key, prediction)]))
        return made
