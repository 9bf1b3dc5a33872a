"""The way of one image from its file to the models' input: hash, look into the store, decode, squeeze.

Runs in a few threads beside the scoring thread; the decoders and Pillow release the interpreter lock.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.imaging.study import Instance
from xraydesk.inference.card import InputSpec, ModelCard
from xraydesk.triage.loaded import Input
from xraydesk.triage.pace import Stopwatch
from xraydesk.triage.routing import Hearing, Router
from xraydesk.triage.stored import ByModel, StoredAnswers

_log = logging.getLogger(__name__)


class Imaging(Protocol):
    """The two things a run needs of a file."""

    def content_hash(self, path: Path) -> str:
        """Return the SHA-256 of the file's bytes."""

    def model_inputs(self, path: Path, frame: int, specs: Iterable[InputSpec]) -> dict[InputSpec, Input]:
        """Return the picture squeezed to what each of some models sees."""


class FileImaging:
    """Reads real files; the imports wait until there is something to read."""

    def content_hash(self, path: Path) -> str:
        """Return the SHA-256 of the file's bytes."""
        from xraydesk.imaging.load import content_hash

        return content_hash(path)

    def model_inputs(self, path: Path, frame: int, specs: Iterable[InputSpec]) -> dict[InputSpec, Input]:
        """Return the picture squeezed to what each of some models sees; it is decoded once."""
        from xraydesk.imaging.load import load
        from xraydesk.imaging.render import to_grey
        from xraydesk.inference.preprocess import prepare

        film = to_grey(load(path, frame))
        return {spec: prepare(film, spec) for spec in specs}


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What became of a file: an input for the model to ask, and for others, or the reason why there is none.

    No model and no problem: the store had all the answers that are needed.
    """

    content_hash: str = ""
    model_id: str = ""  # who is to be asked
    inputs: dict[str, Input] = field(default_factory=dict)  # by model id
    problem: str = ""


class Decoder:
    """Prepares images for the models in use. `prepare` may run in several threads at once."""

    def __init__(
        self,
        cards: Sequence[ModelCard],
        *,
        stored: StoredAnswers,
        router: Router,
        watch: Stopwatch,
        hash_of: Callable[[Path], str],
        imaging: Imaging | None = None,
    ) -> None:
        self._specs = {card.id: card.input for card in cards}
        self._stored = stored
        self._router = router
        self._watch = watch
        self._hash_of = hash_of
        self._imaging = imaging or FileImaging()

    def prepare(self, instance: Instance, hearing: Hearing, content_hash: str = "") -> Prepared:
        """Bring one image to the models' door; answers the store has go into the hearing.

        Never raises: what goes wrong becomes the problem's words. ``content_hash`` is given where the file was read
        before, for another model.
        """
        path = instance.path
        try:
            content_hash = content_hash or self._hash_of(path)
            if not content_hash:
                with self._watch.time("hash"):
                    content_hash = self._imaging.content_hash(path)
                hearing.answers |= self._recall(content_hash, instance.frame, hearing)
            first = self._router.next(hearing, path.parent)
            if not first:
                return Prepared(content_hash)
            specs = {name: self._specs[name] for name in hearing.waiting() if name == first or self._is_cheap(name)}
            with self._watch.time("decode"):
                inputs = self._imaging.model_inputs(path, instance.frame, set(specs.values()))
        except Exception as error:  # noqa: BLE001 - no decoder's surprise may end the run
            return Prepared(content_hash, problem=_problem(error))
        return Prepared(content_hash, first, {model_id: inputs[spec] for model_id, spec in specs.items()})

    def _is_cheap(self, model_id: str) -> bool:
        """Tell whether an input costs next to nothing once the film is decoded; one that may yet be cut up does not."""
        return not self._specs[model_id].region

    def _recall(self, content_hash: str, frame: int, hearing: Hearing) -> ByModel:
        """Ask the store; one that cannot be read is no reason not to score."""
        try:
            found = self._stored.find([content_hash]).get((content_hash, frame), {})
        except StoreError:
            _log.warning("The store could not be asked for an answer")
            return {}
        return {model_id: found[model_id] for model_id in hearing.candidates if model_id in found}


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
