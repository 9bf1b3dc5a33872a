"""Films mixed in pairs, and their labels with them, so that a network is less sure of single ones.

Zhang et al. 2018, "mixup: Beyond empirical risk minimization", arXiv:1710.09412. Of use where readers disagree on the
label of a film, as between neighbouring grades.
"""

from __future__ import annotations

from dataclasses import replace

import torch

from xraydesk.training.batches import Batch, Mixed

__all__ = ["mix"]


def mix(batch: Batch, alpha: float) -> Batch:
    """Mix another film of the own kind into each film of the own kind; others stay as they are.

    Parameters
    ----------
    batch
        Whole and augmented; its first films are those of the own kind.
    alpha
        Of the Beta distribution (alpha, alpha) of shares. The greater share is the film's own, so that what else
        belongs to the film, as the patient's age, stays with it.
    """
    own, count = int(batch.own.sum()), len(batch.films)
    with torch.random.fork_rng(devices=[]):  # the distribution takes no generator
        torch.manual_seed(batch.seed)
        drawn = torch.distributions.Beta(alpha, alpha).sample((own,))
        order = torch.randperm(own).to(batch.films.device)
    kept = torch.ones(count)
    kept[:own] = torch.maximum(drawn, 1 - drawn)
    kept = kept.to(batch.films.device)
    share = kept[:own, None, None]
    films, labels = batch.films.clone(), batch.labels.clone()
    mixed = batch.films[:own].float() * share + batch.films[order].float() * (1 - share)
    films[:own] = mixed.round().to(films.dtype)
    labels[:own] = batch.labels[order]
    return replace(batch, films=films, mixed=Mixed(labels, kept))
