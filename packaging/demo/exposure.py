"""From a drawn film to 12-bit detector values: tone, grain, collimation, side marker; and two test objects."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Array = NDArray[np.float32]
Pixels = NDArray[np.uint16]
WHITE = 4095


def expose(look: Array, noise: Array, rng: np.random.Generator, *, marker: str = "R") -> Pixels:
    """Return the film as 12-bit values, 0 = black, with collimation border and side marker."""
    rows, columns = look.shape
    low, high = np.percentile(look, (3, 99.8))
    tone = np.clip((look - low) / (high - low), 0, 1.05) ** float(rng.uniform(1.1, 1.35))
    light = float(rng.uniform(180, 420)) + float(rng.uniform(3000, 3400)) * tone
    light += noise * (1.3 + 2.4 * np.clip(1 - tone, 0, 1))
    light = light * _collimation(rows, columns, rng) + 60
    return _mark(np.clip(light, 0, WHITE), marker, rng).round().astype(np.uint16)


def step_wedge(rows: int, columns: int, rng: np.random.Generator) -> Pixels:
    """Return a constancy-test exposure: an eleven-step wedge and bar patterns, no patient."""
    picture = np.full((rows, columns), 420.0)
    for step in range(11):
        left = columns * (step + 1) // 13
        picture[rows // 8 : rows // 3, left : left + columns // 13] = 500 + 300 * step
    for group in range(6):
        period = 2 + 3 * group
        left = columns * (2 * group + 1) // 13
        bars = (np.arange(rows // 3) // period % 2)[:, None] * 2400 + 500
        picture[rows // 2 : rows // 2 + rows // 3, left : left + columns // 9] = bars
    return np.clip(picture + rng.normal(0, 1.5, picture.shape), 0, WHITE).round().astype(np.uint16)


def head_slice(size: int, rng: np.random.Generator) -> NDArray[np.int16]:
    """Return a CT slice of the Shepp-Logan phantom (IEEE Trans Nucl Sci 21, 1974) in Hounsfield units."""
    y, x = np.mgrid[1 : -1 : size * 1j, -1 : 1 : size * 1j]
    picture = np.full((size, size), -1000.0)
    for change, a, b, x0, y0, degrees in _SHEPP_LOGAN:
        turn = np.deg2rad(degrees)
        u = (x - x0) * np.cos(turn) + (y - y0) * np.sin(turn)
        v = -(x - x0) * np.sin(turn) + (y - y0) * np.cos(turn)
        picture[(u / a) ** 2 + (v / b) ** 2 <= 1] += change
    return np.clip(picture + rng.normal(0, 4, picture.shape), -1024, 3071).round().astype(np.int16)


# change in HU, half axes, centre, degrees
_SHEPP_LOGAN = (
    (2000, 0.69, 0.92, 0.0, 0.0, 0),
    (-965, 0.6624, 0.874, 0.0, -0.0184, 0),
    (-25, 0.11, 0.31, 0.22, 0.0, -18),
    (-25, 0.16, 0.41, -0.22, 0.0, 18),
    (20, 0.21, 0.25, 0.0, 0.35, 0),
    (20, 0.046, 0.046, 0.0, 0.1, 0),
    (20, 0.046, 0.046, 0.0, -0.1, 0),
    (20, 0.046, 0.023, -0.08, -0.605, 0),
    (20, 0.023, 0.023, 0.0, -0.606, 0),
    (20, 0.023, 0.046, 0.06, -0.605, 0),
)


def _collimation(rows: int, columns: int, rng: np.random.Generator) -> Array:
    """Return 1 inside the light field and 0 outside, with a soft edge of some pixels on each side."""
    sides = rng.uniform(0.0, 0.022, 4)
    y, x = np.arange(rows) / rows, np.arange(columns) / columns
    soft = 0.0035
    down = _ramp(y - sides[0], soft) * _ramp(1 - sides[1] - y, soft)
    across = _ramp(x - sides[2], soft) * _ramp(1 - sides[3] - x, soft)
    return (down[:, None] * across[None, :]).astype(np.float32)


def _ramp(distance: NDArray[np.float64], soft: float) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(distance / soft, -40, 40)))


def _mark(light: Array, marker: str, rng: np.random.Generator) -> Array:
    """Draw the lead letter beside the shoulder: R on the picture's left side, L on its right."""
    rows, columns = light.shape
    letter = Image.new("L", (columns, rows), 0)
    across = rng.uniform(0.03, 0.05) if marker == "R" else rng.uniform(0.92, 0.94)
    font = ImageFont.load_default(size=rows // 22)
    ImageDraw.Draw(letter).text((columns * across, rows * rng.uniform(0.05, 0.16)), marker, fill=235, font=font)
    drawn = np.asarray(letter.rotate(rng.uniform(-4, 4), Image.Resampling.BICUBIC), dtype=np.float32) / 255
    return light * (1 - drawn) + 3900 * drawn
