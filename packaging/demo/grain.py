"""The fine texture of a film: noise with the spectrum that real films have beyond what 224 pixels show."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float32]
PATCH = 256
BINS = 96


def spectrum(folder: Path, columns: int, count: int = 30) -> Array:
    """Return the mean amplitude per radial frequency (0..0.5 cycles a pixel, BINS steps) of full-size films' residuals.

    Each film is brought to ``columns`` pixels of width; its residual is what vanishes on the way through 224 pixels.
    """
    paths = sorted(folder.rglob("*.jp*g"))[:count]
    power = [_radial(np.abs(np.fft.fft2(patch)) ** 2) for path in paths for patch in _patches(path, columns)]
    return np.sqrt(np.mean(power, axis=0)).astype(np.float32)


def grain(amplitudes: Array, rows: int, columns: int, rng: np.random.Generator) -> Array:
    """Return noise of that spectrum, (rows, columns), standard deviation 1."""
    radius = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.fftfreq(columns)[None, :])
    shape = np.interp(radius, np.linspace(0, 0.5, BINS), amplitudes)
    noise = np.fft.ifft2(np.fft.fft2(rng.normal(size=(rows, columns))) * shape).real
    return (noise / noise.std()).astype(np.float32)


def _patches(path: Path, columns: int) -> list[Array]:
    with Image.open(path) as image:
        grey = image.convert("L")
        film = grey.resize((columns, max(PATCH, columns * grey.height // grey.width)), Image.Resampling.BOX)
    small = film.resize((224, 224), Image.Resampling.BOX).resize(film.size, Image.Resampling.BICUBIC)
    residual = np.asarray(film, dtype=np.float32) - np.asarray(small, dtype=np.float32)
    top, left = (residual.shape[0] - PATCH) // 2, (residual.shape[1] - PATCH) // 2
    window = np.hanning(PATCH)[:, None] * np.hanning(PATCH)[None, :]
    return [residual[top : top + PATCH, left : left + PATCH] * window]


def _radial(power: Array) -> Array:
    """Average a power spectrum over rings of equal frequency."""
    radius = np.hypot(np.fft.fftfreq(PATCH)[:, None], np.fft.fftfreq(PATCH)[None, :])
    ring = np.minimum((radius / 0.5 * (BINS - 1)).round().astype(int), BINS - 1)
    return np.bincount(ring.ravel(), power.ravel(), BINS) / np.bincount(ring.ravel(), minlength=BINS).clip(1)
