"""The way of one image from its file to the model's input: hash, look into the store, decode, squeeze.

Runs in a few threads beside the scoring thread; the decoders and Pillow release the interpreter lock.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.imaging.study import Instance
from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.store.predictions import PredictionStore
from xraydesk.triage.pace import Stopwatch

_log = logging.getLogger(__name__)


class Imaging(Protocol):
    """The two things a run needs of a file."""

    def content_hash(self, path: Path) -> str:
        """Return the SHA-256 of the file's bytes."""

    def model_input(self, path: Path, frame: int, size: int) -> NDArray[np.uint8]:
        """Return the picture squeezed to what the model sees."""


class FileImaging:
    """Reads real files; the imports wait until there is something to read."""

    def content_hash(self, path: Path) -> str:
        """Return the SHA-256 of the file's bytes."""
        from xraydesk.imaging.load import content_hash

        return content_hash(path)

    def model_input(self, path: Path, frame: int, size: int) -> NDArray[np.uint8]:
        """Return the picture squeezed to what the model sees."""
        from xraydesk.imaging.load import load
        from xraydesk.imaging.render import to_grey
        from xraydesk.inference.preprocess import to_input

        return to_input(to_grey(load(path, frame)), size)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What became of a file: an input for the model, an answer the store had, or the reason there is neither."""

    content_hash: str = ""
    image: NDArray[np.uint8] | None = None
    cached: Prediction | None = None
    problem: str = ""


class Decoder:
    """Prepares images for one model. `prepare` may run in several threads at once."""

    def __init__(
        self,
        card: ModelCard,
        predictions: PredictionStore,
        watch: Stopwatch,
        hash_of: Callable[[Path], str],
        imaging: Imaging | None = None,
    ) -> None:
        self._size = card.input.size
        self._predictions = predictions
        self._watch = watch
        self._hash_of = hash_of
        self._imaging = imaging or FileImaging()

    def prepare(self, instance: Instance) -> Prepared:
        """Bring one image to the model's door. Never raises: what goes wrong becomes the problem's words."""
        content_hash = ""
        try:
            content_hash = self._hash_of(instance.path)
            if not content_hash:
                with self._watch.time("hash"):
                    content_hash = self._imaging.content_hash(instance.path)
                cached = self._recall(content_hash, instance.frame)
                if cached is not None:
                    return Prepared(content_hash, cached=cached)
            with self._watch.time("decode"):
                image = self._imaging.model_input(instance.path, instance.frame, self._size)
        except Exception as error:  # noqa: BLE001 - no decoder's surprise may end the run
            return Prepared(content_hash, problem=_problem(error))
        return Prepared(content_hash, image=image)

    def _recall(self, content_hash: str, frame: int) -> Prediction | None:
        """Ask the store; one that cannot be read is no reason not to score."""
        try:
            return self._predictions.find([content_hash]).get((content_hash, frame))
        except StoreError:
            _log.warning("The store could not be asked for an answer")
            return None


def _problem(error: Exception) -> str:
    """Return why a file could not be read, in words."""
    match error:
        case XraydeskError():
            return words(error)
        case FileNotFoundError():
            return "the file is gone"
        case OSError():
            return f"the file cannot be read: {error.strerror or error}"
        case MemoryError():
            return "not enough memory to decode it"
    _log.error("Decoding failed in an unforeseen way", exc_info=error)
    return f"cannot be decoded ({type(error).__name__})"


def words(error: XraydeskError) -> str:
    """Return a failure as a clause for the worklist: what happened, without the path that stands beside it."""
    what = error.what.strip().rstrip(".")
    return what[:1].lower() + what[1:] if what[1:2].islower() else what
