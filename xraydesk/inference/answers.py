"""From the numbers of a forward pass to predictions: calibration and the gate's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.inference.calibration import calibrated
from xraydesk.inference.card import GateSpec, ModelCard
from xraydesk.inference.prediction import Prediction

_HALF_MAX = float(np.finfo(np.float16).max)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a batch of n films got, on the CPU.

    ``logits`` (n, labels), ``maps`` (n, labels, h, w) in logits, with h = w = 0 for a network without a pooled-linear
    head, ``distance`` (n,), ``domain`` (n,) or None, ``features`` (n, D) from `Gate.pooled`.
    """

    logits: Array
    maps: Array
    distance: Array
    domain: Array | None
    features: Array

    @staticmethod
    def from_tensors(
        *, logits: Tensor, maps: Tensor | None, distance: Tensor, domain: Tensor | None, features: Tensor
    ) -> Answers:
        """Bring the numbers to the CPU; errors of an asynchronous device come up here at the latest."""
        if maps is None:
            maps = torch.zeros(*logits.shape, 0, 0)
        known = None if domain is None else _array(domain)
        return Answers(_array(logits), _array(maps), _array(distance), known, _array(features))

    @staticmethod
    def concatenate(parts: Sequence[Answers]) -> Answers:
        """Join answers of one model in order."""
        domains = [part.domain for part in parts if part.domain is not None]
        return Answers(
            np.concatenate([part.logits for part in parts]),
            np.concatenate([part.maps for part in parts]),
            np.concatenate([part.distance for part in parts]),
            np.concatenate(domains) if domains else None,
            np.concatenate([part.features for part in parts]),
        )

    def one(self, index: int) -> Answers:
        """Return the answer to one film of the batch."""
        only = slice(index, index + 1)
        domain = None if self.domain is None else self.domain[only]
        return Answers(self.logits[only], self.maps[only], self.distance[only], domain, self.features[only])

    @property
    def finite(self) -> bool:
        """False where any number overflowed on the way."""
        arrays = (self.logits, self.maps, self.distance, *(() if self.domain is None else (self.domain,)))
        return all(bool(np.isfinite(array).all()) for array in arrays)


def predictions(card: ModelCard, answers: Answers) -> list[Prediction]:
    """Return one `Prediction` for each film of the batch."""
    names = tuple(label.name for label in card.labels)
    probabilities = calibrated(answers.logits, card.labels)
    maps, features = _half(answers.maps), _half(answers.features)
    found = []
    for index, logits in enumerate(answers.logits):
        distance = float(answers.distance[index])
        domain = None if answers.domain is None else float(answers.domain[index])
        found.append(
            Prediction(
                labels=names,
                logits=logits,
                probabilities=probabilities[index],
                distance=distance,
                domain=domain,
                maps=maps[index],
                model_id=card.id,
                model_sha256=card.weights_sha256,
                refusal=refusal(card.gate, distance, domain),
                features=features[index],
            )
        )
    return found


def refusal(gate: GateSpec, distance: float, domain: float | None) -> str:
    """Return why the gate refuses a film by its features, or an empty string where the model may speak."""
    if not distance <= gate.distance_cutoff:
        return (
            "unlike the films the model was trained on "
            f"(distance {_above(distance, gate.distance_cutoff)}, limit {gate.distance_cutoff:.2f})"
        )
    if gate.domain_cutoff is not None and domain is not None and not domain >= gate.domain_cutoff:
        return (
            "looks like another kind of film than the model is for "
            f"(probability {domain:.3f} of the right kind, at least {gate.domain_cutoff:.3f} needed)"
        )
    return ""


def _above(value: float, limit: float) -> str:
    """Write a number so that it still stands above the limit beside it."""
    short = f"{value:.2f}"
    return short if short != f"{limit:.2f}" else f"{value:.6g}"


def _half(values: Array) -> NDArray[np.float16]:
    return np.clip(values, -_HALF_MAX, _HALF_MAX).astype(np.float16)


def _array(tensor: Tensor) -> Array:
    return tensor.detach().to("cpu", torch.float32).numpy()
