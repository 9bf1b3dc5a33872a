"""From an image to the model that may judge it, where the header leaves more than one: by the image's own features.

The models are asked one after the other, first the one that accepted the latest film of the same folder, so that a
folder of one kind costs one forward pass an image. A model whose in-domain head is sure (`SURE`) gets the image at
once. A gate that accepts without being sure is no end: then all are asked, and of those that accept the one gets the
image whose in-domain probability is the largest, or, where a model has no such head, whose distance from its training
films is the smallest share of its limit.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction

SURE = 0.9  # chest-pneumonia: reached by all of 235 accepted films of its kind, by 1 of 3 accepted adult chests
UNLIKE_ALL = "unlike the films that any of the models was trained on"


def problem_of(prediction: Prediction) -> str:
    """Return why an answer is none, in words, or ""."""
    finite = all(math.isfinite(p) for p in prediction.probabilities.tolist())
    return prediction.refusal or ("" if finite else "the model's answer is not a number")


@dataclass(slots=True, eq=False)
class Hearing:
    """One image before the models, each known by its id. Handed from thread to thread, used by one at a time."""

    candidates: tuple[str, ...]  # the header speaks against none of them
    answers: dict[str, Prediction] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # models whose answer the store does not have
    problems: dict[str, str] = field(default_factory=dict)  # models that failed on this image, and why
    absent: set[str] = field(default_factory=set)  # models that could not be loaded

    def waiting(self) -> list[str]:
        """Return the models that can still be asked."""
        heard = {*self.answers, *self.problems, *self.absent}
        return [model_id for model_id in self.candidates if model_id not in heard]

    def hear(self, model_id: str, prediction: Prediction) -> None:
        """Take the answer of a forward pass."""
        self.answers[model_id] = prediction
        self.fresh.add(model_id)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a hearing ended with: the model whose answer counts, or why there is none."""

    model_id: str = ""  # "" where none of several accepts the image
    prediction: Prediction | None = None  # where none accepts, the answer of the model it lies nearest to
    reason: str = ""  # why the answer is none
    stranded: bool = False  # a model that should have been asked could not be loaded: the image waits for it


class Router:
    """Says whom to ask and whose answer counts. For any thread."""

    def __init__(self, cards: Sequence[ModelCard]) -> None:
        self._limits = {card.id: card.gate.distance_cutoff for card in cards}
        self._lock = threading.Lock()
        self._latest: dict[Path, str] = {}  # by folder of the file
        self._last = ""

    def next(self, hearing: Hearing, folder: Path) -> str:
        """Return the id of the model to ask now about a file in ``folder``, "" where no other needs to be."""
        waiting = hearing.waiting()
        if not waiting or any(_sure(answer) for answer in hearing.answers.values()):
            return ""
        with self._lock:
            likely = (self._latest.get(folder), self._last)
        return next((model_id for model_id in likely if model_id in waiting), waiting[0])

    def judge(self, hearing: Hearing, folder: Path) -> Judgement | None:
        """Return what counts, and remember whose film the latest of the folder was; None while `next` names a model."""
        if self.next(hearing, folder):
            return None
        accepting = {name: answer for name, answer in hearing.answers.items() if not problem_of(answer)}
        if accepting:
            best = self._best(accepting)
            with self._lock:
                self._latest[folder] = self._last = best
            return Judgement(best, accepting[best])
        if hearing.absent:
            return Judgement(stranded=True)
        if hearing.problems:
            return Judgement(reason=next(iter(hearing.problems.values())))
        nearest = self._nearest(hearing.answers)
        answer = hearing.answers[nearest]
        if len(hearing.candidates) == 1:
            return Judgement(nearest, answer, problem_of(answer))
        return Judgement("", answer, UNLIKE_ALL)

    def _best(self, accepting: Mapping[str, Prediction]) -> str:
        if any(answer.domain is None for answer in accepting.values()):
            return self._nearest(accepting)
        return max(accepting, key=lambda model_id: accepting[model_id].domain or 0.0)

    def _nearest(self, answers: Mapping[str, Prediction]) -> str:
        def share_of_limit(model_id: str) -> float:
            share = answers[model_id].distance / self._limits[model_id]
            return share if math.isfinite(share) else math.inf

        return min(answers, key=share_of_limit)


def _sure(answer: Prediction) -> bool:
    return answer.domain is not None and answer.domain >= SURE and not problem_of(answer)
