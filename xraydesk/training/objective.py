"""What training makes small: the cross-entropy of "the label is this or more", for each end of a recipe."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from torch import Tensor

from xraydesk.training.recipe import Recipe


def label_loss(logits: Tensor, labels: Tensor, recipe: Recipe) -> Tensor:
    """Return the mean binary cross-entropy over films and ends.

    One binary answer for each end keeps the order of grades (Frank and Hall 2001, doi:10.1007/3-540-44795-4_13); yes
    or no is the case of a single end.

    Parameters
    ----------
    logits
        Shape (n, ends).
    labels
        0 and 1, or grades; int64, shape (n,).
    """
    answers = labels[:, None] >= torch.tensor(recipe.ends, device=labels.device)
    target = answers.to(torch.float32) * (1 - 2 * recipe.label_smoothing) + recipe.label_smoothing
    weights = torch.tensor(recipe.class_weights, device=labels.device)[answers.to(torch.int64)]
    return F.binary_cross_entropy_with_logits(logits.float(), target, weights)
