"""What training makes small: the cross-entropy of "the label is this or more", for each end of a recipe.

Beside it that of "is of the model's own kind", where films of other kinds are shown.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from torch import Tensor

from xraydesk.training.batches import Batch, Mixed
from xraydesk.training.recipe import Recipe


def label_loss(logits: Tensor, labels: Tensor, recipe: Recipe, mixed: Mixed | None = None) -> Tensor:
    """Return the mean binary cross-entropy over films and ends.

    One binary answer for each end keeps the order of grades (Frank and Hall 2001, doi:10.1007/3-540-44795-4_13); yes
    or no is the case of a single end.

    Parameters
    ----------
    logits
        Shape (n, ends).
    labels
        0 and 1, or grades; int64, shape (n,).
    mixed
        What was mixed into the films; None: nothing.
    """
    answers = _answers(labels, recipe)
    if mixed is not None:
        kept = mixed.kept[:, None]
        answers = answers * kept + _answers(mixed.labels, recipe) * (1 - kept)
    target = answers * (1 - 2 * recipe.label_smoothing) + recipe.label_smoothing
    without, having = recipe.class_weights
    return F.binary_cross_entropy_with_logits(logits.float(), target, without + (having - without) * answers)


def _answers(labels: Tensor, recipe: Recipe) -> Tensor:
    """Return 1 where a label is an end or more, 0 elsewhere, shape (n, ends)."""
    return (labels[:, None] >= torch.tensor(recipe.ends, device=labels.device)).to(torch.float32)


def loss_of(logits: Tensor, batch: Batch, recipe: Recipe, counts: tuple[float, float]) -> Tensor:
    """Cross-entropy of the label's ends on films of the own kind, plus that of telling the kinds apart."""
    own, ends = batch.own, len(recipe.ends)
    mixed = None if batch.mixed is None else batch.mixed.part(own)
    of_label = label_loss(logits[own, :ends], batch.labels[own], recipe, mixed) * counts[0]
    if recipe.outputs == ends:
        return of_label
    of_kind = F.binary_cross_entropy_with_logits(logits[:, ends].float(), own.to(torch.float32)) * counts[1]
    return of_label + recipe.others_weight * of_kind


def share(part: Batch, whole: Batch, world: int) -> tuple[float, float]:
    """Return what the part's two mean losses count in the mean over all processes: 1 and 1 on a single one."""
    own = float(part.own.sum()) * world / float(whole.own.sum())
    return own, len(part.own) * world / len(whole.own)
