"""Activation maps on demand: from the store, or computed by the model where another method is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from xraydesk.errors import Cancelled, StoreError
from xraydesk.triage.activation import ActivationMap, Going, always
from xraydesk.triage.assessment import ImageAssessment, ImageStatus

if TYPE_CHECKING:
    from xraydesk.imaging.study import Instance
    from xraydesk.inference.card import ModelCard
    from xraydesk.store.database import Database
    from xraydesk.store.predictions import ImageKey
    from xraydesk.triage.images import ImageCache
    from xraydesk.triage.scoring import ScoringThread

STORED = "cam"


class MapMaker:
    """Makes maps, each by the model that answered the image. For any thread."""

    def __init__(
        self, database: Database, scoring: ScoringThread, images: ImageCache, cards: Mapping[str, ModelCard]
    ) -> None:
        self._database = database
        self._scoring = scoring
        self._images = images
        self._cards = cards

    def make(
        self, instance: Instance, image: ImageAssessment, label: str, method: str, going: Going = always
    ) -> ActivationMap | None:
        """Return the map, or None where no model gave an answer for the label; see `Desk.activation_map`."""
        if image.status is not ImageStatus.SCORED or label not in image.probabilities:
            return None
        card = self._cards[image.model_id]
        index = [each.name for each in card.labels].index(label)
        found = self._stored(image, card, label) if method == STORED else None
        return found or self._computed(instance, card, label, index, method, going)

    def _stored(self, image: ImageAssessment, card: ModelCard, label: str) -> ActivationMap | None:
        try:
            return stored_map(self._database, card, (image.content_hash, image.frame), label)
        except StoreError:  # a map can be had without it, only slower
            return None

    def _computed(  # noqa: PLR0917 - the order of `make`
        self, instance: Instance, card: ModelCard, label: str, index: int, method: str, going: Going
    ) -> ActivationMap:
        from xraydesk.imaging.render import to_grey
        from xraydesk.inference.preprocess import prepare

        film = prepare(to_grey(self._images.load(instance)), card.input)

        def pause(share: float) -> None:
            if not going(share):
                raise Cancelled
            self._scoring.score_waiting()

        made = self._scoring.call(card.id, lambda scorer: scorer.activation_map(film, index, method, pause)).result()
        return ActivationMap(made.values, label, made.method, in_logits=made.unit == "logit", region=made.region)


def stored_map(database: Database, card: ModelCard, key: ImageKey, label: str) -> ActivationMap | None:
    """Return the map that was kept with a model's answer, None where there is none.

    Raises
    ------
    StoreError
        The database cannot be read.
    """
    from xraydesk.inference.preprocess import seen
    from xraydesk.store.predictions import PredictionStore

    index = [each.name for each in card.labels].index(label)
    found = PredictionStore(database, card).maps(key)
    if found is None or found.maps.shape[0] <= index:
        return None
    return ActivationMap(found.maps[index].astype(np.float32), label, region=found.region or seen(card.input))
