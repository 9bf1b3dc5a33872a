"""Knee films: joints drawn from a model of each Kellgren-Lawrence grade, set into computed legs, one or both on a film.

Left knees are mirrored, so that all films at hand and all drawn ones are right knees until the film is put together.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from demo import anatomy, exposure, grain, lateral
from demo.anatomy import Films, Mesh
from demo.leg import CROP, Field, leg
from demo.likeness import Studio, far_enough
from demo.plan import Kind, Picture
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float32]
GRADES = (0, 1, 2, 3, 4)
FINE = Mesh(side=112, points=13, steps=40)
BEND = 0.5  # spread of a knee's shape; more moves the joint out of its place in the crop
GAP = 36  # pixels of air between the legs


def mesh(grade: int) -> Mesh:
    """Return how finely films of a grade are laid over each other: worn joints differ more, and there are few."""
    return FINE if grade == max(GRADES) else Mesh()


def read_knees(folder: Path, count: int, seed: int) -> Films:
    """Read ``count`` films of a folder, named ``<7-digit patient>{L,R}``, as right knees; all where there are fewer."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".jpg", ".jpeg", ".png"})
    chosen = sorted(np.random.default_rng(seed).permutation(len(paths))[:count])
    pixels = np.stack([_read(paths[index]) for index in chosen])
    return Films(pixels, tuple(paths[index].stem[:7] for index in chosen))


def pixels(
    picture: Picture, studios: dict[int, Studio], amplitudes: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.uint16]:
    """Draw one knee film: the right knee on the picture's left, as one looks at a patient."""
    seen = lateral.knee(rng) if picture.kind is Kind.LATERAL else _legs(picture, studios, rng)
    noise = grain.grain(amplitudes, *seen.shape, rng)
    return exposure.expose(seen, noise, rng, marker="L" if picture.side == "L" else "R")


def _legs(picture: Picture, studios: dict[int, Studio], rng: np.random.Generator) -> Array:
    """Draw the legs of a film side by side; left ones are mirrored."""
    field = Field(1.75, 1.75) if picture.long else Field()
    right, *left = [leg(_joint(grade, picture, studios, rng), field, rng) for grade in picture.grades]
    if not left:
        return right[:, ::-1] if picture.side == "L" else right
    air = np.zeros((len(right), GAP), dtype=np.float32)
    return np.hstack([right, air, left[0][:, ::-1]])


def _joint(grade: int, picture: Picture, studios: dict[int, Studio], rng: np.random.Generator) -> Array:
    """Draw the joint of a right knee; one that lies too near to a real one is drawn again."""
    while True:
        look = anatomy.draw(studios[grade].anatomy, rng, picture.spread, (CROP, CROP), bend=BEND, trim=False)
        if far_enough(look, studios.values(), f"draw {picture.draw:3d} grade {grade}  "):
            return look


def _read(path: Path) -> Array:
    with Image.open(path) as image:
        film = np.asarray(image.convert("L").resize((anatomy.SIZE, anatomy.SIZE)), dtype=np.float32)
    if path.stem.endswith("L"):
        film = film[:, ::-1]
    return np.asarray((film - film.mean()) / max(float(film.std()), 1.0), dtype=np.float32)
