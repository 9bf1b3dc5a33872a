"""Activation maps on demand: from the store, or computed by the model where another method is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from xraydesk.errors import Cancelled, StoreError
from xraydesk.triage.activation import ActivationMap, Going, always
from xraydesk.triage.assessment import ImageAssessment, ImageStatus

if TYPE_CHECKING:
    from xraydesk.imaging.study import Instance
    from xraydesk.inference.card import ModelCard
    from xraydesk.store.database import Database
    from xraydesk.triage.images import ImageCache
    from xraydesk.triage.scoring import ScoringThread

STORED = "cam"


class MapMaker:
    """Makes maps for one model. For any thread."""

    def __init__(self, database: Database, scoring: ScoringThread, images: ImageCache, card: ModelCard) -> None:
        self._database = database
        self._scoring = scoring
        self._images = images
        self._card = card

    def make(
        self, instance: Instance, image: ImageAssessment, label: str, method: str, going: Going = always
    ) -> ActivationMap | None:
        """Return the map, or None where the model gave no answer to the image; see `Desk.activation_map`."""
        if image.status is not ImageStatus.SCORED:
            return None
        names = [each.name for each in self._card.labels]
        index = names.index(label)
        found = self._stored(image, label, index) if method == STORED else None
        return found or self._computed(instance, label, index, method, going)

    def _stored(self, image: ImageAssessment, label: str, index: int) -> ActivationMap | None:
        from xraydesk.store.predictions import PredictionStore

        try:
            found = PredictionStore(self._database, self._card).maps((image.content_hash, image.frame))
        except StoreError:  # a map can be had without it, only slower
            return None
        if found is None or found.maps.shape[0] <= index:
            return None
        return ActivationMap(found.maps[index].astype(np.float32), label)

    def _computed(self, instance: Instance, label: str, index: int, method: str, going: Going) -> ActivationMap:
        from xraydesk.imaging.render import to_grey
        from xraydesk.inference.preprocess import to_input

        film = to_input(to_grey(self._images.load(instance)), self._card.input.size)

        def pause(share: float) -> None:
            if not going(share):
                raise Cancelled
            self._scoring.score_waiting()

        made = self._scoring.call(lambda scorer: scorer.activation_map(film, index, method, pause)).result()
        return ActivationMap(made.values, label, made.method, in_logits=made.unit == "logit")
