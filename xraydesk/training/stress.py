"""Fixed changes of films that leave the illness as it is: what a scanner, an archive or a tired hand does.

Each takes and returns films (n, size, size) uint8 and is deterministic, so that two models face the same stress.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from xraydesk.training.augment import equalise, gaussian_blur

Films = NDArray[np.uint8]
Stress = Callable[[Films], Films]


def _chunked(change: Callable[[Tensor], Tensor]) -> Stress:
    """Turn a change of (n, 1, size, size) in 0..1 into one of uint8 films, in parts that fit in memory."""

    def apply(films: Films) -> Films:
        parts = []
        for start in range(0, len(films), 128):
            grey = torch.from_numpy(np.ascontiguousarray(films[start : start + 128])).float().div(255).unsqueeze(1)
            changed = change(grey).clamp(0, 1).mul(255).round().to(torch.uint8)
            parts.append(changed.squeeze(1).numpy())
        return np.concatenate(parts)

    return apply


def _affine(grey: Tensor, degrees: float = 0.0, zoom: float = 1.0, ratio: float = 1.0) -> Tensor:
    angle = np.deg2rad(degrees)
    row = [np.cos(angle) / zoom / ratio, -np.sin(angle) / zoom, 0.0]
    col = [np.sin(angle) / zoom / ratio, np.cos(angle) / zoom, 0.0]
    matrix = torch.tensor([row, col], dtype=torch.float32).expand(len(grey), 2, 3)
    grid = F.affine_grid(matrix, list(grey.shape), align_corners=False)
    return F.grid_sample(grey, grid, align_corners=False)


def _noise(grey: Tensor) -> Tensor:
    return grey + 0.05 * torch.randn(grey.shape, generator=torch.Generator().manual_seed(5))


def _resample(grey: Tensor) -> Tensor:
    small = F.interpolate(grey, size=(112, 112), mode="bilinear", antialias=True)
    return F.interpolate(small, size=grey.shape[2:], mode="bilinear")


def _border(grey: Tensor) -> Tensor:
    side = grey.shape[-1]
    inner = side - 2 * (side // 14)
    small = F.interpolate(grey, size=(inner, inner), mode="bilinear", antialias=True)
    return F.pad(small, [side // 14] * 4)


def _marker(grey: Tensor) -> Tensor:
    marked = grey.clone()
    side = grey.shape[-1]
    marked[:, :, side // 20 : side // 10, side // 20 : side // 4] = 1.0
    return marked


def _jpeg(films: Films) -> Films:
    changed = []
    for film in films:
        buffer = io.BytesIO()
        Image.fromarray(film).save(buffer, "JPEG", quality=30)
        changed.append(np.asarray(Image.open(buffer)))
    return np.stack(changed)


STRESSES: dict[str, Stress] = {
    "clean": lambda films: films,
    "blur": _chunked(lambda g: gaussian_blur(g, torch.full((len(g),), 1.5))),
    "sharpen": _chunked(lambda g: g + 1.5 * (g - gaussian_blur(g, torch.full((len(g),), 1.5)))),
    "noise": _chunked(_noise),
    "resampling": _chunked(_resample),
    "jpeg": _jpeg,
    "contrast": _chunked(lambda g: g.clamp_min(1e-4).pow(1.6) * 0.8 + 0.1),
    "bright": _chunked(lambda g: g.clamp_min(1e-4).pow(0.65)),
    "equalised": _chunked(equalise),
    "crop": _chunked(lambda g: _affine(g, zoom=1.2)),
    "aspect": _chunked(lambda g: _affine(g, ratio=1.2)),
    "rotation": _chunked(lambda g: _affine(g, degrees=8)),
    "border": _chunked(_border),
    "marker": _chunked(_marker),
    # Another hospital at once: another field of view, exposure and lettering. Healthy films move most under all three.
    "elsewhere": _chunked(lambda g: _marker(_affine(g, zoom=1.2).clamp_min(1e-4).pow(0.65))),
    "inversion": _chunked(lambda g: 1 - g),
}
