"""How the averaged weights do on validation films, shared among the processes of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import numpy as np
import torch
from lightning_fabric import Fabric
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.calibration import sigmoid
from xraydesk.evaluation.classification import confusion
from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training.batches import FilmRows, TrainingData, positives
from xraydesk.training.recipe import Recipe
from xraydesk.training.stress import STRESSES, Stress

Weights = Mapping[str, Tensor]
_CHUNK = 256  # films changed at once; a multiple of the 128 that the stresses work on
_BATCH = 64
STRESSED_EVERY = 3  # of the validation films, under stress


def validate(
    net: ClassifierNet, average: Weights, data: TrainingData, recipe: Recipe, fabric: Fabric
) -> tuple[dict[str, float], NDArray[np.float32]]:
    """Return figures of the averaged weights, and their logits on plain validation films, shape (n, ends).

    AUROC as it is and, every third film, under each of the recipe's stresses; ``robust_auroc`` is their mean. A
    hospital never seen is a stress, a clean validation film is not. Grades have their quadratic kappa, too.
    """
    areas: dict[str, float] = {}
    plain = np.empty((0, len(recipe.ends)), np.float32)
    found = positives(data.validation_labels, recipe)
    with _borrowed(net, average):
        for name in recipe.checks:
            every = slice(None, None, 1 if name == "clean" else STRESSED_EVERY)
            logits = predict(net, data.validation_films.part(every), STRESSES[name], recipe, fabric)
            areas[f"auroc_{name}"] = auroc(found[every], logits[:, 0])
            plain = logits if name == "clean" else plain
    robust = float(np.mean(list(areas.values())))
    figures = {**areas, "robust_auroc": robust, **_plain_figures(found, plain[:, 0])}
    if len(recipe.ends) > 1 and len(plain):
        figures["kappa"] = cohens_kappa(data.validation_labels, grades(sigmoid(plain)), "quadratic")
    return figures, plain


def grades(probabilities: NDArray[np.floating]) -> NDArray[np.int64]:
    """Return the grade of films, shape (n,), from P(grade >= k) of all ends k, shape (n, ends), in any order."""
    return np.asarray(np.rint(probabilities.sum(axis=1)), np.int64)


@contextmanager
def _borrowed(net: ClassifierNet, average: Weights) -> Iterator[None]:
    """Put the averaged weights into the network for a while."""
    present = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    net.load_state_dict(average)
    net.eval()
    try:
        yield
    finally:
        net.load_state_dict(present)


def _plain_figures(labels: NDArray[np.int64], logits: NDArray[np.float32]) -> dict[str, float]:
    """Figures at a probability of one half, before calibration."""
    if not len(logits):
        return {}
    found = confusion(labels == 1, logits >= 0)
    likely = np.clip(sigmoid(np.where(labels == 1, logits, -logits)), 1e-7, 1)
    return {
        "validation_loss": float(-np.log(likely).mean()),
        "accuracy": found.accuracy,
        "f1": found.f_beta(1),
        "f3": found.f_beta(3),
    }


def counts_at_half(data: TrainingData, logits: NDArray[np.float32], recipe: Recipe) -> dict[str, int]:
    """Return the confusion matrix of plain validation films at a probability of one half; none where none was seen."""
    if not len(logits):
        return {}
    found = confusion(positives(data.validation_labels, recipe) == 1, logits[:, 0] >= 0)
    return {
        "true_positives": found.true_positive,
        "false_positives": found.false_positive,
        "false_negatives": found.false_negative,
        "true_negatives": found.true_negative,
    }


def choose_weights(
    net: ClassifierNet, weights: tuple[Weights, Weights], data: TrainingData, recipe: Recipe, fabric: Fabric
) -> dict[str, Any]:
    """Load the best of: the best epoch, the last one, and the mean of both (Wortsman et al. 2022, "Model soups").

    ``weights`` are those of the best epoch and of the last.
    """
    last = weights[1]
    best = {name: tensor.to(fabric.device) for name, tensor in weights[0].items()}
    mean = {name: (t + last[name]) / 2 if t.is_floating_point() else t for name, t in best.items()}
    candidates = {"mean of best and last epoch": mean, "best epoch": best, "last epoch": last}
    scores = {name: validate(net, w, data, recipe, fabric)[0][recipe.choose_by] for name, w in candidates.items()}
    name = max(scores, key=lambda candidate: scores[candidate])
    net.load_state_dict(candidates[name])
    return {"weights": name, recipe.choose_by: scores}


def predict(net: ClassifierNet, films: FilmRows, change: Stress, recipe: Recipe, fabric: Fabric) -> NDArray[np.float32]:
    """Return the logits of the label's ends, shape (n, ends), on every process; each process computes a part."""
    chunks = [films.part(slice(start, start + _CHUNK)) for start in range(0, len(films), _CHUNK)]
    each = -(-len(chunks) // fabric.world_size)
    found = torch.zeros((each * _CHUNK, len(recipe.ends)), device=fabric.device)
    for place, chunk in enumerate(chunks[fabric.global_rank :: fabric.world_size]):
        part = _forward(net, change(chunk[:]), chunk.own_facts, recipe, fabric)
        found[place * _CHUNK : place * _CHUNK + len(part)] = part
    if fabric.world_size > 1:
        gathered = cast(Tensor, fabric.all_gather(found)).view(fabric.world_size, each, _CHUNK, -1)
        found = gathered.transpose(0, 1).reshape(-1, len(recipe.ends))  # chunk 0 of all, chunk 1 of all, ...
    return finite(np.asarray(found[: len(films)].cpu().numpy()))


def finite(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return answers to validation films, or stop the run where one is not a number: no figure can be made of it."""
    if not np.isfinite(logits).all():
        raise TrainingError(
            "The network's answers to validation films are not numbers",
            remedy="Lower the learning rate; the last checkpoint is kept",
        )
    return logits


def _forward(
    net: ClassifierNet, films: NDArray[np.uint8], facts: NDArray[np.float32] | None, recipe: Recipe, fabric: Fabric
) -> Tensor:
    parts = []
    with torch.inference_mode(), fabric.autocast():
        for start in range(0, len(films), _BATCH):
            batch = torch.from_numpy(np.ascontiguousarray(films[start : start + _BATCH])).to(fabric.device)
            known = None if facts is None else torch.from_numpy(facts[start : start + _BATCH]).to(fabric.device)
            parts.append(net(normalise(batch, recipe.input), known)[:, : len(recipe.ends)].float())
    return torch.cat(parts)
