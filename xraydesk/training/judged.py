"""The validation films of a run as its finished model judges them, and the answers it is surest of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from xraydesk.inference.card import InputSpec, ModelCard
from xraydesk.inference.gradcam import activation_map, methods_for
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training.batches import Films, positives
from xraydesk.training.gate_fit import answers
from xraydesk.training.run import TrainedRun
from xraydesk.training.table import LabelledImage
from xraydesk.training.thresholds import graded, probabilities

METHODS = ("cam", "gradcam")  # whose maps are in logits; the first that the network has is taken


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Validation films, shape (n, size, size), with truth and calibrated probability of the first output, (n,).

    ``grades`` and ``given`` are the true grades and the model's, shape (n,), None for a model of yes and no.
    """

    images: tuple[LabelledImage, ...]
    films: Films
    truth: NDArray[np.bool_]
    probability: NDArray[np.float64]
    grades: NDArray[np.int64] | None = None
    given: NDArray[np.int64] | None = None


def judge(run: TrainedRun, card: ModelCard) -> Judged:
    """Run the validation films through the trained network, as the figures of its card were made."""
    images = tuple(run.table.images[int(row)] for row in run.split.validation)
    films = np.asarray(run.films[run.split.validation])
    labels = np.array([image.labels[run.recipe.label] for image in images], dtype=np.int64)
    found = answers(run.net, films, run.recipe.input, run.patients(run.split.validation))
    graded_model = len(card.labels) > 1
    return Judged(
        images=images,
        films=films,
        truth=positives(labels, run.recipe).astype(bool),
        probability=probabilities(found.logits[:, 0], card.abnormal.calibration),
        grades=labels if graded_model else None,
        given=graded(found.logits, card.labels) if graded_model else None,
    )


def surest(judged: Judged, threshold: float, *, abnormal: bool, called: bool) -> NDArray[np.int64]:
    """Return the rows of one truth and one answer at the threshold, the answer the model was surest of first."""
    p = judged.probability
    rows = np.flatnonzero((judged.truth == abnormal) & ((p >= threshold) == called))
    return rows[np.argsort(-p[rows] if called else p[rows], kind="stable")]


def map_of(net: ClassifierNet, film: NDArray[np.uint8], spec: InputSpec) -> NDArray[np.float32]:
    """Return what speaks for the first output where on a film, in logits, shape (h, w) of the last feature map."""
    method = next(name for name in METHODS if name in methods_for(net))
    batch = normalise(torch.from_numpy(film[None].copy()), spec)
    return activation_map(net, batch, 0, method).values
