"""Films that show the right part of the body in the wrong frame: what a model for crops must learn to refuse."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from torch import Generator, Tensor

from xraydesk.training.augment import chosen, uniform

_SHIFT = (0.35, 0.6)  # of the side: the joint at the edge or beyond
_CLOSE, _FAR = (1.7, 2.6), (0.38, 0.6)  # too near, too far


def misframe(films: Tensor, generator: Generator) -> Tensor:
    """Move, zoom or turn each film far out of its frame.

    A third each: shifted by a third of the side or more in any direction; too close or too far; turned by a quarter.
    What comes from outside repeats the edge, as shafts and soft tissue go on beyond a crop.

    Parameters
    ----------
    films
        uint8, shape (n, size, size).
    generator
        The only source of chance, on the device of the films.

    Returns
    -------
    uint8, same shape.
    """
    n = len(films)
    kind = torch.randint(3, (n,), generator=generator, device=generator.device)
    direction = uniform(n, 0, 2 * math.pi, generator)
    length = 2 * uniform(n, *_SHIFT, generator) * (kind == 0)  # the grid runs from -1 to 1
    near = chosen(n, 0.5, generator)
    zoom = torch.where(near, uniform(n, *_CLOSE, generator), uniform(n, *_FAR, generator))
    zoom = torch.where(kind == 1, zoom, torch.ones_like(zoom))
    quarter = torch.where(chosen(n, 0.5, generator), 1.0, -1.0) * (kind == 2) * (math.pi / 2)
    matrix = torch.stack(
        [
            torch.stack([quarter.cos() / zoom, -quarter.sin() / zoom, length * direction.cos()], 1),
            torch.stack([quarter.sin() / zoom, quarter.cos() / zoom, length * direction.sin()], 1),
        ],
        1,
    )
    grey = films.to(torch.float32).unsqueeze(1)
    grid = F.affine_grid(matrix, list(grey.shape), align_corners=False)
    moved = F.grid_sample(grey, grid, mode="bilinear", padding_mode="border", align_corners=False)
    return moved.squeeze(1).round().clamp(0, 255).to(torch.uint8)
