"""A model of what chest films of one class look like, and new films drawn from it.

Two principal-component models a class, as in active appearance models (Cootes, Edwards, Taylor, ECCV 1998): films are
first laid over their common mean (affine and a coarse free-form grid), which gives a *shape* and an *appearance* for
each. Without that step the samples show several rib cages at once.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name all torch code gives it
from numpy.typing import NDArray
from PIL import Image

SIZE = 224  # pixels of the films at hand
COARSE = 64  # pixels at which films are laid over each other
CONTROL = 9  # points of the free-form grid along each side
BATCH = 100
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Films:
    """Films of one class: (n, SIZE, SIZE) with mean 0 and standard deviation 1 each, and whose they are."""

    pixels: Array
    patients: tuple[str, ...]


@dataclass(frozen=True)
class Components:
    """Mean and principal directions (k, n), scaled by their standard deviation."""

    mean: Array
    directions: Array

    def draw(self, rng: np.random.Generator, spread: float) -> Array:
        """Return one new vector; ``spread`` below 1 stays nearer to the mean."""
        weights = rng.normal(0, spread, len(self.directions)).astype(np.float32)
        return self.mean + weights @ self.directions


@dataclass(frozen=True)
class Anatomy:
    """The model of one class."""

    shape: Components
    appearance: Components


@dataclass(frozen=True)
class Mesh:
    """How finely films are laid over each other: side of the films, points of the free-form grid, steps a round."""

    side: int = COARSE
    points: int = CONTROL
    steps: int = 25


@dataclass(frozen=True)
class Haze:
    """Share of another class's appearance that is laid over a drawn film, for findings in between."""

    anatomy: Anatomy
    share: float


def read_films(folder: Path, count: int, seed: int) -> Films:
    """Read ``count`` films of a folder, chosen by ``seed``, all where there are fewer."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".jpeg", ".jpg", ".png"})
    chosen = sorted(np.random.default_rng(seed).permutation(len(paths))[:count])
    pixels = np.stack([_read(paths[index]) for index in chosen])
    return Films(pixels, tuple(_patient(paths[index].name) for index in chosen))


def fit(films: Films, *, components: int = 400, shapes: int = 20, mesh: Mesh = Mesh()) -> Anatomy:
    """Fit shape and appearance of one class; the worst-matched third (odd poses, tight crops) is left out."""
    pixels = torch.from_numpy(films.pixels)[:, None]
    affine, control, misfit = _lay_over(F.interpolate(pixels, size=(mesh.side, mesh.side), mode="area"), mesh)
    keep = misfit.argsort()[: max(2, 2 * len(pixels) // 3)]
    affine, control, pixels = affine[keep], control[keep], pixels[keep]
    laid = torch.cat([_warp(p, _grid(a, c, SIZE)) for p, a, c in _batches(pixels, affine, control)])
    shape = torch.cat([affine.flatten(1), control.flatten(1)], dim=1).numpy()
    return Anatomy(_principal(shape, shapes), _principal(laid.flatten(1).numpy(), components))


def draw(
    anatomy: Anatomy,
    rng: np.random.Generator,
    spread: float,
    size: tuple[int, int],
    haze: Haze | None = None,
    *,
    bend: float = 0.8,
    trim: bool = True,
) -> Array:
    """Draw one new film of ``size`` (rows, columns), about mean 0 and standard deviation 1.

    ``bend`` is the spread of its shape. ``trim`` cuts off margins that the mean film does not reach; without it they
    repeat the edge.
    """
    shape = torch.from_numpy(anatomy.shape.draw(rng, bend))[None]
    drawn = anatomy.appearance.draw(rng, spread)
    if haze is not None:
        drawn = (1 - haze.share) * drawn + haze.share * haze.anatomy.appearance.draw(rng, spread)
    look = torch.from_numpy(drawn.astype(np.float32)).reshape(1, 1, SIZE, SIZE)
    points = math.isqrt((shape.shape[1] - 6) // 2)
    grid = _inverse(shape[:, :6].reshape(1, 2, 3), shape[:, 6:].reshape(1, 2, points, points))
    if trim:
        grid = _inside(grid)
    grid = F.interpolate(grid.permute(0, 3, 1, 2), size=size, mode="bicubic", align_corners=True)
    return _warp(_sharper(look), grid.permute(0, 2, 3, 1), mode="bicubic")[0, 0].numpy()


def _read(path: Path) -> Array:
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("L").resize((SIZE, SIZE)), dtype=np.float32)
    return (pixels - pixels.mean()) / max(float(pixels.std()), 1.0)


def _patient(name: str) -> str:
    """Return the patient of a file name: person12_virus of person12_virus_7, IM-0012 of IM-0012-0001."""
    match = re.match(r"(person\d+_[a-z]+|(?:NORMAL2-)?IM-\d+)", name)
    return match.group(1) if match else name


def _grid(affine: torch.Tensor, control: torch.Tensor, size: int) -> torch.Tensor:
    """Return where each place of the mean film lies in the film, (n, size, size, 2) in -1..1."""
    free = F.interpolate(control, size=(size, size), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
    return F.affine_grid(affine, [len(affine), 1, size, size], align_corners=False) + free


def _warp(pixels: torch.Tensor, grid: torch.Tensor, mode: str = "bilinear") -> torch.Tensor:
    return F.grid_sample(pixels, grid, mode=mode, padding_mode="border", align_corners=False)


def _batches(*tensors: torch.Tensor) -> list[tuple[torch.Tensor, ...]]:
    return list(zip(*(tensor.split(BATCH) for tensor in tensors), strict=True))


def _lay_over(coarse: torch.Tensor, mesh: Mesh, rounds: int = 3) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Lay all films over their mean, which is renewed each round; return affine, control points and misfit."""
    identity = torch.eye(2, 3)
    affine, control = identity.repeat(len(coarse), 1, 1), torch.zeros(len(coarse), 2, mesh.points, mesh.points)
    mean = coarse.mean(0, keepdim=True)
    misfit = torch.zeros(len(coarse))
    for _ in range(rounds):
        scaled = (mean - mean.mean()) / mean.std()
        parts = [_match(f, scaled, a, c, mesh.steps) for f, a, c in _batches(coarse, affine, control)]
        affine, control, misfit = (torch.cat(column) for column in zip(*parts, strict=True))
        affine, control = affine - affine.mean(0) + identity, control - control.mean(0)
        best = misfit.argsort()[: max(2, 2 * len(coarse) // 3)]
        mean = _warp(coarse[best], _grid(affine[best], control[best], mesh.side)).mean(0, keepdim=True)
    return affine, control, misfit


def _match(
    films: torch.Tensor, mean: torch.Tensor, affine: torch.Tensor, control: torch.Tensor, steps: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Move each film towards the mean film by gradient descent; the free-form part is kept smooth."""
    affine, control = affine.clone().requires_grad_(), control.clone().requires_grad_()
    optimiser = torch.optim.Adam([{"params": [affine], "lr": 0.01}, {"params": [control], "lr": 0.008}])
    misfit = torch.zeros(len(films))
    for _ in range(steps):
        optimiser.zero_grad()
        grid = _grid(affine, control, films.shape[-1])
        laid = _warp(films, grid)
        laid = (laid - laid.mean((2, 3), keepdim=True)) / (laid.std((2, 3), keepdim=True) + 1e-6)
        bend = control.diff(dim=2).square().mean((1, 2, 3)) + control.diff(dim=3).square().mean((1, 2, 3))
        outside = (grid.abs() - 1).clamp(min=0).mean((1, 2, 3))
        misfit = (laid - mean).square().mean((1, 2, 3)) + outside
        (misfit + 30 * bend).sum().backward()
        optimiser.step()
    return affine.detach(), control.detach(), misfit.detach()


def _principal(rows: Array, count: int) -> Components:
    """Return the first ``count`` principal components, by the small (n, n) matrix as n is below the pixel count."""
    mean = rows.mean(0)
    centred = rows - mean
    _, vectors = np.linalg.eigh(centred @ centred.T)
    directions = vectors[:, ::-1][:, :count].T @ centred  # each of length sqrt(value)
    return Components(mean, (directions / np.sqrt(len(rows))).astype(np.float32))


def _inverse(affine: torch.Tensor, control: torch.Tensor) -> torch.Tensor:
    """Return the grid that takes the mean film back to a film's own shape, by fixed-point steps."""
    still = F.affine_grid(torch.eye(2, 3)[None], [1, 1, SIZE, SIZE], align_corners=False)
    shift = (_grid(affine, control, SIZE) - still).permute(0, 3, 1, 2)
    back = -shift
    for _ in range(10):
        back = -_warp(shift, still + back.permute(0, 2, 3, 1))
    return still + back.permute(0, 2, 3, 1)


def _inside(grid: torch.Tensor) -> torch.Tensor:
    """Cut off the margins of a grid that lie outside the mean film, where there is nothing to show."""
    good = (grid.abs() <= 0.99).all(dim=-1)[0].float()
    rows = torch.nonzero(good[:, SIZE // 4 : -SIZE // 4].mean(1) > 0.97)
    columns = torch.nonzero(good[SIZE // 4 : -SIZE // 4].mean(0) > 0.9)
    return grid[:, int(rows.min()) : int(rows.max()) + 1, int(columns.min()) : int(columns.max()) + 1]


def _sharper(look: torch.Tensor, amount: float = 0.7) -> torch.Tensor:
    """Undo some of the softness that few components leave (unsharp mask of 5 x 5)."""
    soft = F.avg_pool2d(F.pad(look, (2, 2, 2, 2), mode="replicate"), 5, stride=1)
    return look + amount * (look - soft)
