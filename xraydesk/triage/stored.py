"""The answers the store has, of all models in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.store.database import Database
from xraydesk.store.predictions import ImageKey, PredictionStore

ByModel = dict[str, Prediction]  # model id -> its answer


class StoredAnswers:
    """Asks one `PredictionStore` for each model. For any thread."""

    def __init__(self, database: Database, cards: Sequence[ModelCard]) -> None:
        self._stores = {card.id: PredictionStore(database, card) for card in cards}

    def find(self, content_hashes: Iterable[str]) -> dict[ImageKey, ByModel]:
        """Return the answers for many contents at once, without their maps.

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        wanted = sorted(set(content_hashes))
        found: dict[ImageKey, ByModel] = {}
        for model_id, store in self._stores.items():
            for key, prediction in store.find(wanted).items():
                found.setdefault(key, {})[model_id] = prediction
        return found

    def rows(self, answers: Iterable[tuple[ImageKey, Mapping[str, Prediction]]]) -> list[tuple[Any, ...]]:
        """Return what `predictions.insert` writes, made outside the writer thread."""
        return [
            row
            for key, by_model in answers
            for model_id, prediction in by_model.items()
            for row in self._stores[model_id].rows([(key, prediction)])
        ]
