"""The map of 10,000 images: components and t-SNE, opened again, new images placed on it; then moved on screen.

Features are made up, with the length and the groups of a real model's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from tests.bench.rows import Row, emit
from tests.bench.work import data_dir
from xraydesk.gui.app import application
from xraydesk.gui.research.map_groups import By
from xraydesk.gui.research.map_view import MapView
from xraydesk.research import image_map
from xraydesk.research.map_data import MapData, MapImage, Said
from xraydesk.triage.assessment import Band

T = TypeVar("T")
IMAGES, LATER, WIDTH, GROUPS = 10_000, 100, 1_344, 12
FRAMES = 200


def main() -> None:
    """Measure in the order in which a researcher waits."""
    images = tuple(_image(number) for number in range(IMAGES + LATER))
    keys, features = [image.key for image in images], _features(IMAGES + LATER)
    folder = data_dir() / image_map.FOLDER
    _emit("laid out (PCA and t-SNE)", 60, lambda: _lay_out(folder, keys, features, IMAGES))
    _emit("opened again", None, lambda: _lay_out(folder, keys, features, IMAGES))
    layout = _emit(f"opened with {LATER} new ones placed", None, lambda: _lay_out(folder, keys, features, len(keys)))
    _on_screen(MapData("Made up", "ab" * 32, images, features, (), 2.0), layout)


def _lay_out(folder: Path, keys: list[tuple[str, int]], features: NDArray[np.float16], count: int) -> image_map.Layout:
    return image_map.lay_out(folder, "ab" * 32, keys[:count], features[:count])


def _emit(what: str, most: float | None, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    found = work()
    emit(Row(f"map of {IMAGES:,} images {what}", time.perf_counter() - began, "s", most, at_most=True))
    return found


def _on_screen(data: MapData, layout: image_map.Layout) -> None:
    app = application("dark")
    view = MapView()
    view.resize(1500, 900)
    view.show()
    view.show_map(data, layout)
    app.processEvents()
    try:
        began = time.perf_counter()
        view.colour_by(By.BAND)
        view.plot.viewport().grab()
        emit(Row("the same coloured anew", (time.perf_counter() - began) * 1000, "ms"))
        for what, share in (("all in sight", 1.0), ("zoomed in", 0.3)):
            emit(Row(f"the same moved, {what}", _moved(view, share), "frames/s", 30))
    finally:
        view.close_tasks()
        view.close()


def _moved(view: MapView, share: float) -> float:
    """Return the frames a second of a drag over the map, ``share`` of its width in sight."""
    whole: QRectF = view.plot.box.viewRect()
    view.plot.box.scaleBy((share, share))
    began = time.perf_counter()
    for frame in range(FRAMES):
        step = whole.width() * share / FRAMES * (1 if frame < FRAMES / 2 else -1)
        view.plot.box.translateBy(x=step, y=step / 2)
        assert not view.plot.viewport().grab().isNull()  # a window that is not exposed would not repaint
    return FRAMES / (time.perf_counter() - began)


def _image(number: int) -> MapImage:
    band = tuple(Band)[number % len(Band)]
    score = None if band is Band.NOT_ASSESSED else number % 100 / 100
    return MapImage(
        (f"{number:064x}", 0),
        f"1.2.{number}",
        Path("/films"),
        Path(f"/films/{number}.dcm"),
        Said.ABNORMAL if number % 3 else Said.NORMAL,
        tuple(Said)[number % len(Said)],
        "CHEST",
        "AP",
        band,
        score,
        number % 30 / 10,
        "",
    )


def _features(count: int) -> NDArray[np.float16]:
    rng = np.random.default_rng(0)
    centres = rng.normal(0, 0.5, (GROUPS, WIDTH))
    return (centres[np.arange(count) % GROUPS] + rng.gamma(1.0, 0.5, (count, WIDTH))).astype(np.float16)


if __name__ == "__main__":
    main()
