"""The images of a table through a model, as the reading desk would score them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import Grey, Header
from xraydesk.imaging.render import to_grey
from xraydesk.inference.patient import Facts, patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.training.table import ImageTable, LabelledImage

Film = NDArray[np.uint8]
HeaderCheck = Callable[[Header], str]  # why the header rules the image out, or ""
_DECODERS = 2


class Scoring(Protocol):
    """What is needed of `inference.scorer.Scorer`."""

    @property
    def batch_size(self) -> int:
        """Films that go through at once."""

    def prepare(self, grey: Grey) -> Film:
        """Squeeze a film to the model's input."""

    def score(self, batch: Sequence[Film], facts: Sequence[Facts]) -> list[Prediction]:
        """Return one answer a film, each with the facts on its patient."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoredImage:
    """One image with its answer. ``refusal`` is what the gate says; ``problem`` why there is no answer at all."""

    image: LabelledImage
    prediction: Prediction | None
    refusal: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    image: LabelledImage
    film: Film | None
    refusal: str = ""
    problem: str = ""


def score_table(
    table: ImageTable, scorer: Scoring, check_header: HeaderCheck, on_progress: Callable[[int], None]
) -> list[ScoredImage]:
    """Score all images of a table, in its order; a film that cannot be read has its reason instead.

    Parameters
    ----------
    table
        What to score.
    scorer
        A model on its device.
    check_header
        The desk's check of the file's header against the model's population.
    on_progress
        Called with the number of images done.
    """
    found: list[ScoredImage] = []
    with ThreadPoolExecutor(_DECODERS, "xraydesk-decode") as pool:
        batch: list[_Prepared] = []
        for one in _prepared(table, scorer, check_header, pool):
            batch.append(one)
            if len(batch) == scorer.batch_size:
                found += _scored(batch, scorer)
                batch = []
                on_progress(len(found))
        found += _scored(batch, scorer)
    on_progress(len(found))
    return found


def _prepared(
    table: ImageTable, scorer: Scoring, check_header: HeaderCheck, pool: ThreadPoolExecutor
) -> Iterator[_Prepared]:
    """Decode ahead of the model, but never more than two batches: a set may be larger than the memory."""

    def prepare(image: LabelledImage) -> _Prepared:
        if image.problem:
            return _Prepared(image, None, problem=image.problem)
        try:
            radiograph = load(image.path, image.frame)
            return _Prepared(image, scorer.prepare(to_grey(radiograph)), check_header(radiograph.header))
        except XraydeskError as error:
            return _Prepared(image, None, problem=error.what)

    waiting: deque[Future[_Prepared]] = deque()
    try:
        for image in table.images:
            waiting.append(pool.submit(prepare, image))
            if len(waiting) > 2 * scorer.batch_size:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _scored(batch: Sequence[_Prepared], scorer: Scoring) -> list[ScoredImage]:
    cases = [(one.film, _facts(one.image)) for one in batch if one.film is not None]
    answers = iter(_answers(cases, scorer))
    found = []
    for one in batch:
        answer = next(answers) if one.film is not None else one.problem
        if isinstance(answer, Prediction):
            found.append(ScoredImage(one.image, answer, one.refusal or answer.refusal))
        else:
            found.append(ScoredImage(one.image, None, one.refusal, answer))
    return found


def _facts(image: LabelledImage) -> Facts:
    """Return what the table says of the patient, as in training."""
    return patient_facts(image.age_years, image.sex, image.view)


def _answers(cases: Sequence[tuple[Film, Facts]], scorer: Scoring) -> list[Prediction | str]:
    """Score a batch; where it fails, one film at a time, so that a bad one does not take the others with it."""
    if not cases:
        return []
    try:
        return list(scorer.score([film for film, _ in cases], [facts for _, facts in cases]))
    except XraydeskError as error:
        if len(cases) == 1:
            return [error.what]
        return [_answers([case], scorer)[0] for case in cases]
