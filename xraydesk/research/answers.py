"""What one model said of each study: the highest calibrated probability over the images it judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import ModelCard, PointName
from xraydesk.research.cases import Cases
from xraydesk.store.archive import StoredAnswer, StoredImage
from xraydesk.store.predictions import ImageKey
from xraydesk.triage.assessment import Band
from xraydesk.triage.banding import band_of

Numbers = NDArray[np.float64]
_NO_COLUMNS = ("card", "probabilities", "reasons")


class Heard(IntEnum):
    """How far a model came with a study."""

    NEVER = -1  # not asked: the header spoke against it, or it has not been scored
    REFUSED = 0  # asked, and its gate said it may not speak about any of the images
    JUDGED = 1


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """The answers of one model, a row for each case; NaN where the model did not judge it."""

    card: ModelCard
    heard: NDArray[np.int8]  # `Heard`
    score: Numbers  # calibrated probability of the card's first label
    logit: Numbers  # of the same image and label, before calibration
    probabilities: Mapping[str, Numbers]  # by label, the highest over the images
    distance: Numbers  # from the training films: of the driver, else the nearest refused image
    driver: NDArray[np.int64]  # which image of the case gave the score, -1 where none
    reasons: tuple[str, ...]  # why it was refused, "" where it was not
    at: NDArray[np.datetime64]  # second of the answer, UTC; NaT where there is none

    @property
    def judged(self) -> NDArray[np.bool_]:
        """Which cases have a score."""
        return np.asarray(self.heard == Heard.JUDGED)

    def called(self, threshold: float) -> NDArray[np.bool_]:
        """Return which cases the model calls abnormal at a threshold; False where it did not judge."""
        return np.asarray(np.nan_to_num(self.score, nan=-1.0) >= threshold)

    def threshold(self, point: str = PointName.DEFAULT) -> float:
        """Return the threshold of an operating point of the model's first label."""
        return self.card.abnormal.point(point).threshold

    def take(self, rows: NDArray[Any]) -> Self:
        """Return the answers to some of the cases, by row numbers or flags."""
        numbers = np.arange(len(self.score))[rows]
        columns = {f.name: getattr(self, f.name)[numbers] for f in fields(self) if f.name not in _NO_COLUMNS}
        labels = {name: column[numbers] for name, column in self.probabilities.items()}
        reasons = tuple(self.reasons[n] for n in numbers.tolist())
        return replace(self, **columns, probabilities=labels, reasons=reasons)

    def bands(self) -> list[Band]:
        """Return each case's band by the model's operating points."""
        label = self.card.abnormal
        return [Band.NOT_ASSESSED if np.isnan(p) else band_of(p, label) for p in self.score.tolist()]


def answers_of(cases: Cases, card: ModelCard, said: Mapping[ImageKey, StoredAnswer]) -> Answers:
    """Return a model's answers study by study.

    Parameters
    ----------
    cases
        The studies.
    card
        The model; its labels name the columns.
    said
        What it said of images, by content hash and frame, from `store.archive.answers`.
    """
    n, labels = len(cases), [label.name for label in card.labels]
    heard, driver = np.full(n, Heard.NEVER, np.int8), np.full(n, -1, np.int64)
    logit, distance, best = np.full(n, np.nan), np.full(n, np.nan), np.full((n, len(labels)), np.nan)
    at, reasons = np.full(n, np.datetime64("NaT"), "datetime64[s]"), [""] * n
    for row, images in enumerate(cases.images):
        found = _found(images, said)
        good = {index: answer for index, answer in found.items() if _judged(answer)}
        if good:
            heard[row], driver[row] = Heard.JUDGED, max(good, key=lambda index: float(good[index].probabilities[0]))
            best[row] = np.max([answer.probabilities for answer in good.values()], axis=0)
            speaker = good[int(driver[row])]
            logit[row] = speaker.logits[0]
        elif found:
            heard[row] = Heard.REFUSED
            speaker = min(found.values(), key=lambda answer: np.inf if answer.distance is None else answer.distance)
            reasons[row] = speaker.refusal
        else:
            continue
        distance[row] = np.nan if speaker.distance is None else speaker.distance
        at[row] = speaker.made_at.replace(tzinfo=None)
    columns = {name: best[:, k] for k, name in enumerate(labels)}
    return Answers(card, heard, best[:, 0], logit, columns, distance, driver, tuple(reasons), at)


def _found(images: tuple[StoredImage, ...], said: Mapping[ImageKey, StoredAnswer]) -> dict[int, StoredAnswer]:
    return {index: said[image.key] for index, image in enumerate(images) if image.key in said}


def _judged(answer: StoredAnswer) -> bool:
    return not answer.refusal and bool(np.isfinite(answer.probabilities).all())
