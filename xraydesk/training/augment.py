"""Variation of whole batches on the computing device, each film with its own draw.

Size, sharpness, aspect ratio, contrast, borders and markers tell the source of a film, not the illness; varying them
keeps the network from learning the source (Zech et al. 2018, doi:10.1371/journal.pmed.1002683).
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from torch import Generator, Tensor

from xraydesk.training.recipe import AugmentSpec


def augment(films: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Vary a batch.

    Parameters
    ----------
    films
        uint8, shape (n, size, size).
    generator
        The only source of chance, on the device of the films: the same state gives the same batch.

    Returns
    -------
    uint8, same shape, ready for `preprocess.normalise`.
    """
    grey = films.to(torch.float32).div(255.0).unsqueeze(1)
    grey = affine(grey, spec, generator)
    grey = tone(grey, spec, generator)
    if spec.marker_share or spec.border_share:
        grey = markers(grey, spec, generator)
    if spec.blur_share or spec.sharpen_share or spec.resample_share:
        grey = sharpness(grey, spec, generator)
    if spec.noise_share:
        grey = noise(grey, spec, generator)
    return grey.squeeze(1).clamp(0.0, 1.0).mul(255.0).round().to(torch.uint8)


def uniform(n: int, low: float, high: float, generator: Generator) -> Tensor:
    """Return n numbers drawn evenly between low and high, shape (n,)."""
    return torch.rand(n, generator=generator, device=generator.device) * (high - low) + low


def chosen(n: int, share: float, generator: Generator) -> Tensor:
    """Return n booleans, each true with probability ``share``."""
    return torch.rand(n, generator=generator, device=generator.device) < share


def affine(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Rotate, zoom, stretch, shift and flip, all in one resampling; what comes from outside is black."""
    n = len(grey)
    angle = uniform(n, -spec.rotate_degrees, spec.rotate_degrees, generator) * (math.pi / 180)
    zoom = uniform(n, *spec.zoom, generator)
    ratio = uniform(n, 1 - spec.stretch, 1 + spec.stretch, generator).sqrt()
    flip = torch.where(chosen(n, spec.flip_share, generator), -1.0, 1.0)
    shift = uniform(2 * n, -2 * spec.shift, 2 * spec.shift, generator).view(n, 2)
    across, down = flip / (zoom * ratio), ratio / zoom
    matrix = torch.stack(
        [
            torch.stack([angle.cos() * across, -angle.sin() * down, shift[:, 0]], 1),
            torch.stack([angle.sin() * across, angle.cos() * down, shift[:, 1]], 1),
        ],
        1,
    )
    grid = F.affine_grid(matrix, list(grey.shape), align_corners=False)
    return F.grid_sample(grey, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def tone(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Change the tone curve: gamma for all, histogram equalisation for some."""
    n = len(grey)
    low, high = (math.log(g) for g in spec.gamma)
    gamma = uniform(n, low, high, generator).exp().view(n, 1, 1, 1)
    equal = chosen(n, spec.equalise_share, generator)
    if equal.any():
        grey = grey.clone()
        grey[equal] = equalise(grey[equal])
    return grey.clamp(1e-4, 1.0).pow(gamma)


def equalise(grey: Tensor) -> Tensor:
    """Spread each film's histogram evenly over 0..1; input and output (n, 1, h, w)."""
    n = len(grey)
    bins = grey.mul(255).round().to(torch.int64).clamp(0, 255).view(n, -1)
    offsets = torch.arange(n, device=grey.device).view(n, 1) * 256
    share = torch.bincount((bins + offsets).view(-1), minlength=n * 256).view(n, 256).cumsum(1)
    curve = (share / share[:, -1:]).to(grey.dtype)
    return curve.gather(1, bins).view_as(grey)


def markers(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Paint bars like burnt-in text on some films and borders like collimation on others."""
    n, _, h, w = grey.shape
    y = torch.arange(h, device=grey.device).view(1, 1, h, 1) / h
    x = torch.arange(w, device=grey.device).view(1, 1, 1, w) / w

    def draw(low: float, high: float) -> Tensor:
        return uniform(n, low, high, generator).view(n, 1, 1, 1)

    left, top = draw(0, 0.9), draw(0, 0.95)
    bar = (x >= left) & (x < left + draw(0.03, 0.25)) & (y >= top) & (y < top + draw(0.02, 0.07))
    bar = bar & chosen(n, spec.marker_share, generator).view(n, 1, 1, 1)
    grey = torch.where(bar, torch.where(draw(0, 1) < 0.8, draw(0.8, 1.0), draw(0.0, 0.1)), grey)
    border = (x < draw(0, 0.08)) | (x > 1 - draw(0, 0.08)) | (y < draw(0, 0.08)) | (y > 1 - draw(0, 0.08))
    border = border & chosen(n, spec.border_share, generator).view(n, 1, 1, 1)
    return torch.where(border, torch.where(draw(0, 1) < 0.8, draw(0.0, 0.05), draw(0.9, 1.0)), grey)


def sharpness(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Blur, sharpen, or resample through a smaller size; each film at most blurred or sharpened."""
    n = len(grey)
    draw = torch.rand(n, generator=generator, device=grey.device)
    sigma = uniform(n, *spec.blur_sigma, generator)
    blurred = gaussian_blur(grey, sigma)
    amount = uniform(n, 0.5, 2.0, generator).view(n, 1, 1, 1)
    sharpened = grey + amount * (grey - blurred)
    blur = (draw < spec.blur_share).view(n, 1, 1, 1)
    sharpen = (draw > 1 - spec.sharpen_share).view(n, 1, 1, 1)
    grey = torch.where(blur, blurred, torch.where(sharpen, sharpened, grey)).clamp(0, 1)
    return resample(grey, spec, generator)


def gaussian_blur(grey: Tensor, sigma: Tensor) -> Tensor:
    """Blur each film (n, 1, h, w) with its own deviation (n,) in pixels; edges are repeated."""
    n, _, h, w = grey.shape
    radius = max(1, math.ceil(3 * float(sigma.max())))
    offsets = torch.arange(-radius, radius + 1, dtype=grey.dtype, device=grey.device)
    kernel = torch.exp(-0.5 * (offsets / sigma.view(n, 1)).square())
    kernel = kernel / kernel.sum(1, keepdim=True)
    stacked = F.pad(grey.view(1, n, h, w), (radius, radius, radius, radius), mode="replicate")
    stacked = F.conv2d(stacked, kernel.view(n, 1, 1, -1), groups=n)
    return F.conv2d(stacked, kernel.view(n, 1, -1, 1), groups=n).view(n, 1, h, w)


def resample(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Send some films through a smaller size and back, as scanners and archives do."""
    n, _, h, w = grey.shape
    hit = chosen(n, spec.resample_share, generator)
    side = torch.randint(len(spec.resample_sides), (n,), generator=generator, device=grey.device)
    grey = grey.clone()
    for index, small in enumerate(spec.resample_sides):
        rows = hit & (side == index)
        if rows.any():
            down = F.interpolate(grey[rows], size=(small, small), mode="bilinear", antialias=True)
            grey[rows] = F.interpolate(down, size=(h, w), mode="bilinear")
    return grey


def noise(grey: Tensor, spec: AugmentSpec, generator: Generator) -> Tensor:
    """Add grain to some films, white or coarse."""
    n, _, h, w = grey.shape
    sigma = uniform(n, *spec.noise_sigma, generator) * chosen(n, spec.noise_share, generator)
    grain = torch.randn(grey.shape, generator=generator, device=grey.device)
    small = torch.randn((n, 1, h // 2, w // 2), generator=generator, device=grey.device)
    coarse = F.interpolate(small, size=(h, w), mode="bilinear")
    grain = torch.where(chosen(n, 0.5, generator).view(n, 1, 1, 1), grain, coarse * 1.5)
    return grey + sigma.view(n, 1, 1, 1) * grain
