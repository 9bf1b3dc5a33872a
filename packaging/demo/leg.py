"""The leg around a drawn knee: shafts, fibula and soft tissue beyond the crop, computed as nested tubes.

A shaft is a thick-walled tube: what a ray loses in it is the chord through the wall, and a share of that through the
marrow. At the borders of the crop the tubes take over from the drawn film's own last rows, so that no seam shows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, gaussian_filter1d

Array = NDArray[np.float32]
CROP = 280  # pixels of the drawn joint along each side
SEAM = 0.09  # share of the crop over which tubes and film are mixed
BESIDE = 0.22  # by how much more beside the bones
JOINT = 0.57  # where the joint space lies, from the top of the crop
MARROW = 0.2  # what marrow and spongy bone lose, as a share of compact bone
FLESH = -1.3  # soft tissue beside bone, in standard deviations of the drawn film
EQUALISED = 0.2  # share of the local contrast that came with the equalisation of the films at hand
AIR = 3.2  # added to that: nothing is left in air


@dataclass(frozen=True)
class Field:
    """What the film takes in, in sides of the crop: above and below its middle, and to each side of it."""

    above: float = 1.0
    below: float = 1.0
    aside: float = 0.8


@dataclass(frozen=True)
class Bone:
    """A tube along the rows of one end: middle and half width at the crop's border and in the shaft (crop = 1)."""

    middle: float
    half: float
    shaft_middle: float
    shaft_half: float
    wall: float = 0.33  # share of the radius in the shaft
    thin: float = 0.06  # the same at the border of the crop
    reach: float = 0.33  # how soon the end becomes the shaft


def leg(look: Array, field: Field, rng: np.random.Generator) -> Array:
    """Return a right leg around a square drawn knee ``look``, brighter where more is lost; 0 is air."""
    size = len(look)
    look = (look - np.median(look)) / look.std()
    look -= EQUALISED * (look - gaussian_filter(look, size / 40))
    rows = _places(field.above, field.below, size)
    columns = _places(field.aside, field.aside, size)
    border = size // 16
    femur, tibia = _femur(look, rng), _tibia(look, rng)
    upper = _end(look[:border], np.clip(-rows, 0, None), columns, rng, femur)
    lower = _end(look[-border:][::-1], np.clip(rows - 1, 0, None), columns, rng, tibia, _fibula(rng))
    low = np.clip((rows - 0.3) / 0.4, 0, 1)[:, None]
    beyond = (1 - low) * upper + low * lower + _muscle(upper.shape, rng)
    share = _share(rows, columns, femur, tibia)
    inside = np.maximum(_placed(look, rows, columns), FLESH - 3 * np.exp(-(((rows - JOINT) / 0.1) ** 2))[:, None])
    return np.asarray((share * inside + (1 - share) * beyond + AIR) * _soft(rows, columns, rng), dtype=np.float32)


def _places(before: float, after: float, size: int) -> NDArray[np.float64]:
    """Return pixel positions along one axis, 0..1 over the crop."""
    return (np.arange(round((before + after) * size)) + 0.5) / size + 0.5 - before


def _placed(look: Array, rows: NDArray[np.float64], columns: NDArray[np.float64]) -> Array:
    """Return the film on the large field, its edges repeated."""
    size = len(look)
    down = np.clip((rows * size).astype(int), 0, size - 1)
    across = np.clip((columns * size).astype(int), 0, size - 1)
    return look[down][:, across]


def _share(rows: NDArray[np.float64], columns: NDArray[np.float64], femur: Bone, tibia: Bone) -> NDArray[np.float64]:
    """Return 1 where the drawn film shows and 0 where it does not; beside the bones it ends further inside the crop."""
    aside = _step(np.minimum(columns, 1 - columns) / SEAM)[None, :]
    top = _step(rows[:, None] / _seam(columns, femur)[None, :])
    bottom = _step((1 - rows)[:, None] / _seam(columns, tibia)[None, :])
    return aside * top * bottom


def _seam(columns: NDArray[np.float64], bone: Bone) -> NDArray[np.float64]:
    beside = np.abs(columns - bone.middle) / bone.half - 1
    return SEAM + BESIDE * _step(beside / 0.12)


def _step(places: NDArray[np.float64]) -> NDArray[np.float64]:
    inward = np.clip(places, 0, 1)
    return inward * inward * (3 - 2 * inward)


def _edges(rows: Array, usual: tuple[float, float]) -> tuple[float, float]:
    """Return where a bone's outer edges lie in a few rows at a border of the crop, not far from the usual places."""
    slope = np.gradient(gaussian_filter1d(rows.mean(0), 4))
    places = (np.arange(len(slope)) + 0.5) / len(slope)
    left, right = (np.exp(-(((places - place) / 0.06) ** 2)) for place in usual)
    return float(places[(slope * left).argmax()]), float(places[(slope * right).argmin()])


def _femur(look: Array, rng: np.random.Generator) -> Bone:
    left, right = _edges(look[: len(look) // 16], (0.16, 0.88))
    middle = (left + right) / 2
    return Bone(middle, (right - left) / 2, 0.5 + float(rng.uniform(-0.06, 0.02)), float(rng.uniform(0.155, 0.175)))


def _tibia(look: Array, rng: np.random.Generator) -> Bone:
    left, right = _edges(look[-(len(look) // 16) :], (0.2, 0.84))
    shaft = 0.52 + float(rng.uniform(-0.02, 0.02))
    return Bone((left + right) / 2, (right - left) / 2, shaft, float(rng.uniform(0.135, 0.15)))


def _fibula(rng: np.random.Generator) -> Bone:
    """Return the fibula of a right leg: thin, on the picture's left."""
    return Bone(0.10, 0.065, 0.20 + float(rng.uniform(-0.01, 0.02)), 0.05, wall=0.5, thin=0.12, reach=0.5)


def _end(
    border: Array, away: NDArray[np.float64], columns: NDArray[np.float64], rng: np.random.Generator, *bones: Bone
) -> Array:
    """Return the field beyond one border of the crop, whose outermost rows are ``border``.

    ``away`` is the distance of each row of the field from that border, 0 within the crop.
    """
    away = away[:, None]
    main, *thin = [_tube(bone, away, columns) for bone in bones]
    beside = sum(thin, np.zeros_like(main))
    fade = np.exp(-away / 0.16)
    lost = fade * _narrowed(border, away, columns, bones[0]) + (1 - fade) * (FLESH + main) + beside
    spongy = np.clip(main + beside, 0, 1) * (0.06 + 0.22 * np.exp(-away / 0.3))
    return np.asarray(lost + spongy * _streaks(main.shape, rng), dtype=np.float32)


def _narrowed(
    border: Array, away: NDArray[np.float64], columns: NDArray[np.float64], bone: Bone
) -> NDArray[np.float64]:
    """Return the border's profile drawn out along the bone, which narrows; flesh beside it."""
    middle, half = _course(bone, away)
    across = (columns[None, :] - middle) / half
    profile = gaussian_filter1d(border.mean(0), 1.5)
    places = (np.arange(len(profile)) + 0.5) / len(profile)
    own = np.interp(across * bone.half + bone.middle, places, profile)
    beside = np.clip((np.abs(across) - 1) / 0.12, 0, 1)
    return np.maximum(own, FLESH) * (1 - beside) + FLESH * beside


def _course(bone: Bone, away: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return middle and half width of a bone at distances ``away`` from the crop."""
    left = np.exp(-((away / bone.reach) ** 1.3) * 1.6)
    return (
        bone.shaft_middle + (bone.middle - bone.shaft_middle) * left,
        bone.shaft_half + (bone.half - bone.shaft_half) * left,
    )


def _tube(bone: Bone, away: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what rays lose in a bone beyond the flesh around it."""
    middle, half = _course(bone, away)
    wall = bone.wall + (bone.thin - bone.wall) * np.exp(-away / bone.reach)
    across = (columns[None, :] - middle) / half
    outer = np.sqrt(np.clip(1 - across**2, 0, None))
    inner = np.sqrt(np.clip((1 - wall) ** 2 - across**2, 0, None))
    lost = (outer - inner) + MARROW * inner
    return gaussian_filter1d(lost, 1.2, axis=1) * 3.2 * (bone.shaft_half / 0.16) ** 0.5


def _soft(rows: NDArray[np.float64], columns: NDArray[np.float64], rng: np.random.Generator) -> Array:
    """Return the thickness of the whole leg, about 1 in its middle and 0 in air."""
    thigh, calf = float(rng.uniform(0.66, 0.74)), float(rng.uniform(0.57, 0.63))
    knee = float(rng.uniform(0.57, 0.60))
    half = np.interp(rows, (-1.2, -0.3, 0.4, 0.75, 1.5, 2.4), (thigh + 0.08, thigh, knee, knee, calf, calf - 0.12))
    half = gaussian_filter1d(half, len(rows) / np.ptp(rows) * 0.15)[:, None]
    sway = 0.5 + float(rng.uniform(-0.02, 0.02))
    across = (columns[None, :] - sway) / half
    thick = np.clip(1 - np.abs(across) ** 2.6, 0, None) ** 0.5
    return gaussian_filter(thick, 1.2).astype(np.float32)


def _streaks(shape: tuple[int, ...], rng: np.random.Generator) -> Array:
    """Return trabecular texture along the shaft, standard deviation 1."""
    fine = gaussian_filter(rng.normal(size=shape), (1.6, 0.7))
    broad = gaussian_filter(rng.normal(size=shape), (4.0, 1.6))
    return (fine / fine.std() * 0.85 + broad / broad.std() * 0.5).astype(np.float32)


def _muscle(shape: tuple[int, ...], rng: np.random.Generator) -> Array:
    """Return the faint bands of muscle and fat."""
    bands = gaussian_filter(rng.normal(size=shape), (70, 9))
    return (bands / bands.std() * 0.10).astype(np.float32)
