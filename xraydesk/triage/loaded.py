"""The models of the scoring thread: each is loaded when the first film needs it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.inference.patient import Facts
from xraydesk.inference.prediction import Prediction

Input = NDArray[np.uint8]
_log = logging.getLogger(__name__)


class ScorerLike(Protocol):
    """What the thread needs of `inference.scorer.Scorer`."""

    @property
    def batch_size(self) -> int:
        """Most images that go through the model at once."""

    @property
    def device_words(self) -> str:
        """What it runs on."""

    @property
    def notices(self) -> Sequence[str]:
        """Fall-backs that happened."""

    def score(self, batch: Sequence[Input], facts: Sequence[Facts]) -> list[Prediction]:
        """Return one answer an image, each with the facts on its patient."""


ScorerFactory = Callable[[], ScorerLike]


class LoadedModels:
    """Scorers by the id of their model. `get` is for the scoring thread alone, the rest for any thread.

    Parameters
    ----------
    factories
        Make the scorer of each model.
    """

    def __init__(self, factories: Mapping[str, ScorerFactory]) -> None:
        self._factories = dict(factories)
        self._scorers: dict[str, ScorerLike] = {}
        self._failures: dict[str, XraydeskError] = {}

    def get(self, model_id: str) -> ScorerLike:
        """Return the scorer of a model, loaded now if it is not.

        Raises
        ------
        XraydeskError
            It cannot be loaded; it is not tried again.
        """
        if model_id in self._failures:
            raise self._failures[model_id]
        if model_id not in self._scorers:
            self._scorers = {**self._scorers, model_id: self._load(model_id)}  # others may be reading the old one
        return self._scorers[model_id]

    def failure(self, model_id: str) -> XraydeskError | None:
        """Return why a model could not be loaded, None where it could or was not asked for."""
        return self._failures.get(model_id)

    @property
    def loaded(self) -> bool:
        """True once a model can answer."""
        return bool(self._scorers)

    @property
    def device_words(self) -> str:
        """What the models run on; empty until one is loaded."""
        return " and ".join(dict.fromkeys(scorer.device_words for scorer in self._scorers.values()))

    @property
    def notices(self) -> tuple[str, ...]:
        """Fall-backs that happened so far."""
        return tuple(dict.fromkeys(notice for scorer in self._scorers.values() for notice in scorer.notices))

    def _load(self, model_id: str) -> ScorerLike:
        try:
            return self._factories[model_id]()
        except XraydeskError as error:
            self._failures[model_id] = error
            raise
        except Exception as error:
            _log.exception("The model could not be loaded")
            self._failures[model_id] = XraydeskError(
                f"The model could not be loaded: {error}", subject=model_id, remedy="The log file has the details"
            )
            raise self._failures[model_id] from error
