"""A knee from the side, computed from outlines: no film lies under it, and no model here may judge it."""

from __future__ import annotations

import numpy as np
from demo.leg import MARROW
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.interpolate import splev, splprep
from scipy.ndimage import distance_transform_edt, gaussian_filter

Array = NDArray[np.float32]
ROWS, COLUMNS = 600, 480
Outline = tuple[tuple[float, float], ...]  # columns and rows in pixels, closed

# Right knee seen from its outer side, bent a little: the kneecap looks to the left.
_FEMUR: Outline = (
    (252, -40), (250, 60), (243, 140), (222, 195), (186, 232), (172, 272), (184, 308), (222, 326), (264, 330),
    (304, 318), (330, 288), (334, 254), (318, 228), (300, 205), (302, 140), (318, 60), (326, -40),
)  # fmt: skip
_CONDYLE: Outline = (
    (214, 196), (186, 250), (188, 292), (222, 318), (266, 324), (310, 312), (340, 280), (337, 246), (312, 216),
    (296, 176), (250, 150),
)  # fmt: skip
_TIBIA: Outline = (
    (194, 340), (236, 336), (258, 329), (284, 336), (322, 339), (333, 356), (318, 396), (294, 440), (282, 520),
    (276, 600), (272, 700), (228, 700), (220, 600), (212, 520), (202, 440), (184, 404), (182, 362),
)  # fmt: skip
_FIBULA: Outline = (
    (318, 376), (338, 371), (349, 392), (340, 424), (330, 470), (326, 540), (324, 600), (322, 700), (300, 700),
    (302, 600), (303, 540), (307, 470), (310, 412),
)  # fmt: skip
_PATELLA: Outline = (
    (146, 184), (166, 176), (182, 192), (189, 222), (188, 250), (176, 274), (164, 288), (150, 272), (140, 240),
    (139, 208),
)  # fmt: skip
_LEG: Outline = (
    (148, -60), (150, 60), (138, 150), (120, 220), (128, 290), (146, 350), (150, 420), (152, 520), (160, 680),
    (392, 680), (402, 560), (402, 470), (382, 380), (372, 310), (386, 230), (412, 130), (424, 40), (430, -60),
)  # fmt: skip


def knee(rng: np.random.Generator) -> Array:
    """Return a lateral knee, (ROWS, COLUMNS), brighter where more is lost; 0 is air."""
    bones = (
        0.90 * _bone(_FEMUR, 48, 0.16, rng)
        + 0.40 * _bone(_CONDYLE, 90, 0.03, rng)
        + 0.95 * _bone(_TIBIA, 44, 0.14, rng)
        + 0.42 * _bone(_FIBULA, 14, 0.35, rng)
        + 0.55 * _bone(_PATELLA, 26, 0.12, rng)
    )
    bands = gaussian_filter(rng.normal(size=(ROWS, COLUMNS)), (60, 10))
    flesh = _round(_depth(_LEG), 120) * (1 + 0.05 * bands / bands.std())
    return gaussian_filter(1.9 * flesh + 2.6 * bones, 0.9).astype(np.float32)


def _bone(outline: Outline, radius: float, wall: float, rng: np.random.Generator) -> Array:
    """Return what rays lose in a bone with a wall of ``wall`` radii; spongy inside."""
    depth = _depth(outline)
    inner = _round(np.clip(depth - wall * radius, 0, None), radius * (1 - wall)) * (1 - wall)
    fine = gaussian_filter(rng.normal(size=depth.shape), (1.3, 0.7))
    broad = gaussian_filter(rng.normal(size=depth.shape), (3.5, 1.6))
    spongy = 1 + 0.14 * fine / fine.std() + 0.05 * broad / broad.std()
    return _round(depth, radius) - (1 - 2 * MARROW * spongy) * inner


def _round(depth: Array, radius: float) -> Array:
    """Return the chord through a body with a round edge: full where it is deeper than ``radius``."""
    share = np.clip(depth / radius, 0, 1)
    return np.sqrt(share * (2 - share))


def _depth(outline: Outline) -> Array:
    """Return how far each pixel lies within a smooth closed outline, 0 outside."""
    x, y = np.array([*outline, outline[0]], dtype=float).T
    spline, _ = splprep([x, y], s=0, per=True)
    points = np.stack(splev(np.linspace(0, 1, 600), spline), axis=1)
    margin = 100  # the outline goes on beyond the film
    mask = Image.new("1", (COLUMNS + 2 * margin, ROWS + 2 * margin))
    ImageDraw.Draw(mask).polygon([(float(a) + margin, float(b) + margin) for a, b in points], fill=1)
    depth = distance_transform_edt(np.asarray(mask))
    return np.asarray(depth[margin:-margin, margin:-margin], dtype=np.float32)
