"""From a grey film to what the network sees: the same steps for scoring and for training.

`to_input` squeezes the film to the network's square in 8 bits (any thread, no torch); `normalise` stretches and scales
a batch on the computing device. Training puts its augmentation between the two. For models that judge a region,
`prepare` only reduces the film, and `cut` makes the square once it is known where.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from xraydesk.inference.clahe import clahe
from xraydesk.inference.prediction import Region

if TYPE_CHECKING:
    from torch import Tensor

    from xraydesk.imaging.radiograph import Grey
    from xraydesk.inference.card import Clahe, InputSpec

Box = tuple[float, float, float, float]  # left, top, right, bottom


# Enough for a joint of a tenth of a long-leg film to have as many pixels as the network sees; 48 such films may wait.
FILM_PIXELS = 1_500_000


def prepare(grey: Grey, spec: InputSpec) -> NDArray[np.uint8]:
    """Bring a film to what `Scorer.score` takes, in any thread: squeezed, or for a model with a region only reduced.

    Parameters
    ----------
    grey
        Shape (rows, columns), uint8 or uint16 over its full range, 0 = black.
    spec
        The card's input.

    Returns
    -------
    uint8, shape (size, size); with a region shape (rows, columns) in the film's proportions, at most `FILM_PIXELS`.
    """
    if not spec.region:
        return to_input(grey, spec.size)
    eight = _eight_bits(grey)
    if eight.size <= FILM_PIXELS:
        return np.ascontiguousarray(eight)
    reduction = math.sqrt(FILM_PIXELS / eight.size)
    rows, columns = (max(1, int(side * reduction)) for side in eight.shape)
    return _resized(eight, (rows, columns))


def check_prepared(films: Sequence[NDArray[np.uint8]], spec: InputSpec) -> None:
    """Raise ValueError where a film is not what `prepare` gives."""
    size = spec.size
    for film in films:
        fits = film.ndim == 2 and film.size > 0 if spec.region else film.shape == (size, size)
        if not fits or film.dtype != np.uint8:
            wanted = "in rows and columns" if spec.region else f"of shape ({size}, {size})"
            raise ValueError(f"a prepared film is uint8 {wanted}, not {film.dtype} {film.shape}")


def cut(film: NDArray[np.uint8], box: Box, spec: InputSpec) -> NDArray[np.uint8]:
    """Cut a part out of a prepared film and equalise it.

    Parameters
    ----------
    film
        uint8, shape (rows, columns).
    box
        Left, top, right and bottom in pixels, with fractions, inside the film.
    spec
        The card's input.

    Returns
    -------
    uint8, shape (size, size).
    """
    return equalised(_resized(film, (spec.size, spec.size), box), spec.equalise, spec.size)


def equalised(film: NDArray[np.uint8], spec: Clahe | None, side: int) -> NDArray[np.uint8]:
    """Equalise a film whose tiles are as large as those of a crop of ``side`` pixels; None leaves it as it is."""
    if spec is None:
        return film
    down, across = (max(1, round(spec.tiles * pixels / side)) for pixels in film.shape)
    return clahe(film, spec.clip_limit, (down, across))


def to_input(grey: Grey, size: int) -> NDArray[np.uint8]:
    """Squeeze a film to a square.

    Parameters
    ----------
    grey
        Shape (rows, columns), uint8 or uint16 over its full range, 0 = black.
    size
        Side of the square in pixels.

    Returns
    -------
    Shape (size, size), uint8. The triangle filter is widened by the reduction (no aliasing). 16-bit films are reduced
    to 8 bits first: averaging hundreds of pixels afterwards hides the step.
    """
    eight = _eight_bits(grey)
    if eight.shape == (size, size):
        return np.ascontiguousarray(eight)
    return _resized(eight, (size, size))


def _eight_bits(grey: Grey) -> NDArray[np.uint8]:
    return np.asarray(grey if grey.dtype == np.uint8 else grey >> 8).astype(np.uint8, copy=False)


def _resized(eight: NDArray[np.uint8], shape: tuple[int, int], box: Box | None = None) -> NDArray[np.uint8]:
    film = Image.fromarray(np.ascontiguousarray(eight))
    return np.asarray(film.resize((shape[1], shape[0]), Image.Resampling.BILINEAR, box=box, reducing_gap=2.0))


def normalise(batch: Tensor, spec: InputSpec) -> Tensor:
    """Cut off the edges, stretch each image between its own percentiles, subtract the mean, divide by the deviation.

    Parameters
    ----------
    batch
        uint8, shape (n, size, size), on any device.
    spec
        The card's input. ``stretch=None`` scales 0..255 to 0..1 instead.

    Returns
    -------
    float32, shape (n, 1, size, size), channels last.
    """
    import torch

    batch = centred(batch, spec.centre)
    grey = batch.to(torch.float32)
    if spec.stretch is None:
        grey = grey / 255.0
    else:
        low, high = _percentiles(batch, spec.stretch)
        span = (high - low).clamp_min(1.0)
        grey = ((grey - low[:, None, None]) / span[:, None, None]).clamp_(0.0, 1.0)
    return ((grey - spec.mean) / spec.std).unsqueeze(1).contiguous(memory_format=torch.channels_last)


def centred(batch: Tensor, share: float) -> Tensor:
    """Return the middle of films, ``share`` of each side, brought back to their size; uint8, shape (n, size, size).

    A network that learnt on films zoomed in, as augmentation does, ranks best on films that look as large (Touvron et
    al. 2019, "Fixing the train-test resolution discrepancy").
    """
    margin = round(batch.shape[-1] * (1 - share) / 2)
    if not margin:
        return batch
    import torch
    import torch.nn.functional as F  # noqa: N812 - the name everybody uses

    middle = batch[:, None, margin:-margin, margin:-margin].to(torch.float32)
    grown = F.interpolate(middle, batch.shape[-2:], mode="bilinear", align_corners=False)
    return grown.squeeze(1).round().to(torch.uint8)


def seen(spec: InputSpec) -> Region | None:
    """Return the part of a film that a model for whole films judges; None where it is all of it."""
    margin = round(spec.size * (1 - spec.centre) / 2) / spec.size
    return Region(margin, margin, 1 - 2 * margin, 1 - 2 * margin) if margin else None


def _percentiles(batch: Tensor, percentiles: tuple[float, float]) -> tuple[Tensor, Tensor]:
    """Grey values, shape (n,), below which the given shares of pixels lie: from 256-bin histograms, no sorting."""
    import torch

    n = batch.shape[0]
    offsets = torch.arange(n, device=batch.device).view(n, 1) * 256
    bins = (batch.reshape(n, -1).to(torch.int64) + offsets).view(-1)
    share = torch.bincount(bins, minlength=n * 256).view(n, 256).cumsum(1).to(torch.float32)
    share = share / share[:, -1:]
    low = (share < percentiles[0] / 100).sum(1)
    high = (share < percentiles[1] / 100).sum(1)
    return low.to(torch.float32), high.to(torch.float32)
