"""Films and labels are mixed alike, by chance that belongs to the step alone."""

from __future__ import annotations

import dataclasses

import torch
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.training.batches import Batch
from xraydesk.training.mixup import mix
from xraydesk.training.objective import label_loss, loss_of, share
from xraydesk.training.recipes import RECIPES

KNEE = RECIPES["knee-osteoarthritis"]
GRADES = torch.tensor([0, 1, 2, 3, 4, 2])
OWN = 6


def a_batch(seed: int = 3) -> Batch:
    """Return films of one grey each, 40 times their grade, and two of another kind."""
    greys = torch.cat([GRADES * 40, torch.tensor([7, 9])]).to(torch.uint8)
    films = greys[:, None, None].expand(-1, 8, 8).clone()
    labels = torch.cat([GRADES, torch.zeros(2, dtype=torch.int64)])
    return Batch(films, labels, torch.arange(8) < OWN, None, seed)


@given(seed=st.integers(0, 2**62), alpha=st.floats(0.05, 10))
def test_a_film_and_its_label_are_mixed_in_the_same_share(seed: int, alpha: float) -> None:
    before = a_batch(seed)
    found = mix(before, alpha)
    assert found.mixed is not None
    kept = found.mixed.kept
    assert bool(((kept >= 0.5) & (kept <= 1)).all())
    wanted = 40 * (found.labels * kept + found.mixed.labels * (1 - kept))[:OWN]
    torch.testing.assert_close(found.films[:OWN, 3, 5].float(), wanted, atol=0.51, rtol=0)
    assert sorted(found.mixed.labels[:OWN].tolist()) == sorted(GRADES.tolist())
    assert torch.equal(found.films[OWN:], before.films[OWN:])
    assert torch.equal(found.labels, before.labels)


def test_chance_comes_from_the_step_alone_and_leaves_the_process_as_it_was() -> None:
    torch.manual_seed(1)
    first = mix(a_batch(5), 0.4)
    after = torch.rand(1)
    torch.manual_seed(1)
    assert torch.equal(after, torch.rand(1))
    assert torch.equal(mix(a_batch(5), 0.4).films, first.films)
    assert not torch.equal(mix(a_batch(6), 0.4).films, first.films)


def test_the_loss_is_that_of_both_labels_in_their_shares() -> None:
    recipe = dataclasses.replace(KNEE, class_weights=(1.0, 1.0))
    logits = torch.randn(8, recipe.outputs, generator=torch.Generator().manual_seed(2))
    ends = len(recipe.ends)
    batch = mix(a_batch(), 0.4)
    assert batch.mixed is not None
    each = [
        kept * label_loss(logits[n : n + 1, :ends], batch.labels[n : n + 1], recipe)
        + (1 - kept) * label_loss(logits[n : n + 1, :ends], batch.mixed.labels[n : n + 1], recipe)
        for n, kept in enumerate(batch.mixed.kept[:OWN])
    ]
    own = slice(0, OWN)
    found = label_loss(logits[own, :ends], batch.labels[own], recipe, batch.mixed.part(own))
    torch.testing.assert_close(found, torch.stack(each).mean())


def test_parts_of_a_mixed_batch_add_up_to_its_loss() -> None:
    logits = torch.randn(8, KNEE.outputs, generator=torch.Generator().manual_seed(4))
    whole = mix(a_batch(), 1.0)
    wanted = loss_of(logits, whole, KNEE, share(whole, whole, 1))
    parts = [whole.part(rank, 2) for rank in range(2)]
    losses = [loss_of(logits[rank::2], part, KNEE, share(part, whole, 2)) for rank, part in enumerate(parts)]
    torch.testing.assert_close(torch.stack(losses).mean(), wanted)
