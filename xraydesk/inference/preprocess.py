"""From a grey film to what the network sees: the same two steps for scoring and for training.

`to_input` squeezes the film to the network's square in 8 bits (any thread, no torch); `normalise` stretches and scales
a batch on the computing device. Training puts its augmentation between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from torch import Tensor

    from xraydesk.imaging.radiograph import Grey
    from xraydesk.inference.card import InputSpec


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
    eight = grey if grey.dtype == np.uint8 else (grey >> 8).astype(np.uint8)
    if eight.shape == (size, size):
        return np.ascontiguousarray(eight)
    film = Image.fromarray(np.ascontiguousarray(eight))
    return np.asarray(film.resize((size, size), Image.Resampling.BILINEAR, reducing_gap=2.0))


def normalise(batch: Tensor, spec: InputSpec) -> Tensor:
    """Stretch each image between its own percentiles, then subtract the mean and divide by the deviation.

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

    grey = batch.to(torch.float32)
    if spec.stretch is None:
        grey = grey / 255.0
    else:
        low, high = _percentiles(batch, spec.stretch)
        span = (high - low).clamp_min(1.0)
        grey = ((grey - low[:, None, None]) / span[:, None, None]).clamp_(0.0, 1.0)
    return ((grey - spec.mean) / spec.std).unsqueeze(1).contiguous(memory_format=torch.channels_last)


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
