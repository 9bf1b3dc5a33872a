import numpy as np
import pytest
import torch

from xraydesk.inference.card import InputSpec
from xraydesk.inference.preprocess import normalise
from xraydesk.training.augment import affine, augment, equalise, gaussian_blur
from xraydesk.training.recipe import AugmentSpec
from xraydesk.training.stress import STRESSES

STILL = AugmentSpec(
    rotate_degrees=0, zoom=(1, 1), stretch=0, shift=0, flip_share=0, gamma=(1, 1), equalise_share=0, blur_share=0,
    sharpen_share=0, resample_share=0, noise_share=0, marker_share=0, border_share=0,
)  # fmt: skip


def films(n: int = 6, side: int = 64) -> torch.Tensor:
    return torch.randint(0, 256, (n, side, side), generator=torch.Generator().manual_seed(1), dtype=torch.uint8)


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_nothing_asked_changes_nothing():
    assert (augment(films(), STILL, generator()).int() - films().int()).abs().max() <= 1


def test_the_generator_is_the_only_source_of_chance():
    torch.manual_seed(1)
    first = augment(films(), AugmentSpec(), generator(5))
    torch.manual_seed(2)
    assert torch.equal(first, augment(films(), AugmentSpec(), generator(5)))
    assert not torch.equal(first, augment(films(), AugmentSpec(), generator(6)))


def test_flip_is_an_exact_mirror():
    spec = AugmentSpec(rotate_degrees=0, zoom=(1, 1), stretch=0, shift=0, flip_share=1.0)
    grey = films().float().unsqueeze(1)
    assert torch.allclose(affine(grey, spec, generator()), grey.flip(3), atol=0.5)


def test_zoom_beyond_one_enlarges():
    square = torch.zeros(1, 1, 65, 65)
    square[:, :, 22:43, 22:43] = 1.0
    spec = AugmentSpec(rotate_degrees=0, zoom=(2, 2), stretch=0, shift=0, flip_share=0)
    assert affine(square, spec, generator()).sum().item() == pytest.approx(4 * square.sum().item(), rel=0.05)


def test_each_film_is_blurred_by_its_own_deviation():
    point = torch.zeros(2, 1, 41, 41)
    point[:, 0, 20, 20] = 1.0
    blurred = gaussian_blur(point, torch.tensor([1.0, 3.0]))
    x = torch.arange(41) - 20.0
    widths = [(blurred[i, 0].sum(0) * x.square()).sum().sqrt().item() for i in range(2)]
    assert widths == pytest.approx([1.0, 3.0], rel=0.06)


def test_equalised_films_use_the_whole_scale_evenly():
    dark = torch.rand(1, 1, 64, 64, generator=generator()) * 0.3
    flat = equalise(dark)
    assert flat.mean().item() == pytest.approx(0.5, abs=0.02)
    assert flat.max() > 0.99


def test_a_brighter_copy_looks_the_same_to_the_network():
    soft = (films() // 4 + 40).to(torch.uint8)
    brighter = soft + 60
    spec = InputSpec()
    assert torch.equal(normalise(soft, spec), normalise(brighter, spec))


def test_percentiles_are_those_of_numpy():
    spec = InputSpec(stretch=(5.0, 95.0), mean=0.0, std=1.0)
    batch = films()
    low, high = np.percentile(batch[0].numpy(), [5, 95], method="inverted_cdf")
    expected = ((batch[0].float() - low) / (high - low)).clamp(0, 1)
    assert torch.allclose(normalise(batch, spec)[0, 0], expected, atol=2 / 255)


def test_a_flat_film_does_not_divide_by_zero():
    flat = torch.full((1, 32, 32), 7, dtype=torch.uint8)
    assert torch.isfinite(normalise(flat, InputSpec())).all()


@pytest.mark.parametrize("name", sorted(STRESSES))
def test_stresses_keep_shape_and_repeat(name: str):
    batch = films(3, 128).numpy()
    changed = STRESSES[name](batch)
    assert changed.shape == batch.shape
    assert changed.dtype == np.uint8
    assert np.array_equal(changed, STRESSES[name](batch))
    assert (name == "clean") == np.array_equal(changed, batch)
