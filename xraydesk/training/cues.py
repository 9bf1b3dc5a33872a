"""Cues that can separate the classes without looking at anatomy, and what a model knows beyond them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.discrimination import auroc, auroc_interval

Films = NDArray[np.uint8]


def sharpness(films: Films) -> NDArray[np.float64]:
    """Return the mean absolute Laplacian of each film (n, h, w), shape (n,)."""
    values = []
    for film in films:
        f = film.astype(np.float32)
        laplacian = 4 * f[1:-1, 1:-1] - f[:-2, 1:-1] - f[2:, 1:-1] - f[1:-1, :-2] - f[1:-1, 2:]
        values.append(float(np.abs(laplacian).mean()))
    return np.array(values)


def cue_aurocs(films: Films, labels: NDArray[np.int64], shapes: NDArray[np.int64] | None = None) -> dict[str, float]:
    """Return how well each cue alone separates the classes; 0.5 is nothing, and the better direction is taken.

    ``shapes`` are rows and columns of the films before they were squeezed, shape (n, 2); size and aspect are cues too.
    """
    flat = films.reshape(len(films), -1).astype(np.float32)
    cues: dict[str, NDArray[Any]] = {
        "sharpness": sharpness(films),
        "brightness": flat.mean(1),
        "contrast": flat.std(1),
    }
    if shapes is not None:
        rows, columns = shapes[:, 0].astype(np.float64), shapes[:, 1].astype(np.float64)
        cues |= {"size": rows * columns, "aspect ratio": columns / rows}
    areas = {name: auroc(labels, values) for name, values in cues.items()}
    return {name: max(area, 1 - area) for name, area in areas.items()}


def auroc_by_sharpness(
    films: Films, labels: NDArray[np.int64], logits: NDArray[np.float32], groups: int = 4
) -> list[dict[str, float]]:
    """Return the model's AUROC within groups of like sharpness, where the cue itself has little left to say."""
    values = sharpness(films)
    rows = []
    for part in np.array_split(np.argsort(values, kind="stable"), groups):
        area = auroc_interval(labels[part], logits[part])
        alone = auroc(labels[part], values[part])
        rows.append(
            {
                "sharpness_from": float(values[part].min()),
                "sharpness_to": float(values[part].max()),
                "films": len(part),
                "abnormal": int(labels[part].sum()),
                "auroc": area.value,
                "low": area.low,
                "high": area.high,
                "sharpness_alone": max(alone, 1 - alone),
            }
        )
    return rows
