"""A source for the map's page without database and model: groups of images, laid out in a moment."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.gui.research.image_map import ImageMapPage
from xraydesk.gui.research.map_source import Going
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.research.components import Components
from xraydesk.research.embedding import Embedding
from xraydesk.research.features import Completed
from xraydesk.research.image_map import Layout
from xraydesk.research.map_data import MapData, MapImage, Said
from xraydesk.triage.assessment import Band

COUNT = 200  # images of the map that tests look at
LIMIT = 2.0
PARTS = ("CHEST", "CHEST", "KNEE", "HAND", "")


def image(number: int, rng: np.random.Generator) -> MapImage:
    """Return the n-th image; its group is n modulo 5."""
    score = float(rng.random())
    band = Band.LIKELY if score > 0.8 else Band.UNCERTAIN if score > 0.5 else Band.LOW
    distance = float(rng.gamma(20, 1 / 20)) * (2 if number % 40 == 0 else 1)
    refused = distance > LIMIT
    return MapImage(
        key=(f"{number:064x}", 0),
        study_id=f"1.2.{number // 2}",
        folder=Path("/films"),
        path=Path(f"/films/{number}.png"),
        truth=Said.ABNORMAL if score > 0.7 else Said.NORMAL if number % 7 else Said.NOTHING,
        verdict=list(Said)[int(rng.integers(5))],
        body_part=PARTS[number % 5],
        view="AP",
        band=Band.NOT_ASSESSED if refused else band,
        score=None if refused else score,
        distance=None if number == 3 else distance,
        reason="unlike the films the model was trained on" if refused else "",
    )


def made_up(count: int, lacking: int = 0, seed: int = 0) -> MapData:
    """Return images, of which the last ``lacking`` have no features."""
    rng = np.random.default_rng(seed)
    images = tuple(image(n, rng) for n in range(count + lacking))
    features = rng.normal(0, 1, (count, 8)).astype(np.float16)
    return MapData("Made-up model", "ab" * 32, images[:count], features, images[count:], LIMIT)


def laid_out(count: int, placed: int = 0) -> Layout:
    """Return five round groups; the last ``placed`` points came later."""
    rng = np.random.default_rng(1)
    centres = np.array([(0, 0), (20, 0), (0, 20), (-20, 0), (0, -20)], np.float32)
    points = (centres[np.arange(count) % 5] + rng.normal(0, 3, (count, 2))).astype(np.float32)
    parts = Components(np.zeros(8, np.float32), np.eye(8, 2, dtype=np.float32), np.float32([0.4, 0.2]), points)
    return Layout(points, np.arange(count) >= count - placed, Embedding(points, parts, 30.0, 0, 750, 1.25))


@dataclass
class MadeUpMap:
    """A `MapSource` that waits at the doors it is told to."""

    data: MapData | None
    kept: bool = False
    placed: int = 0
    failure: XraydeskError | None = None
    asked: list[str] = field(default_factory=list)
    shares: tuple[float, ...] = (0.25, 0.5)
    door: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.door.set()

    def load(self) -> MapData | None:
        return self.data

    def known(self, data: MapData) -> bool:
        return self.kept

    def lay_out(self, data: MapData, going: Going, *, anew: bool) -> Layout:
        self.asked.append("anew" if anew else "lay out")
        self._go(going)
        if self.failure is not None:
            raise self.failure
        return laid_out(len(data.images), self.placed)

    def complete(self, data: MapData, going: Going) -> Completed:
        self.asked.append("complete")
        self._go(going)
        done = len(data.lacking) - 1
        self.data = replace(made_up(len(data.images) + done), lacking=data.lacking[done:])
        return Completed(done, 1)

    def _go(self, going: Going) -> None:
        for share in self.shares:
            self._told(going, share)
        while not self.door.wait(0.01):
            self._told(going, self.shares[-1])

    def _told(self, going: Going, share: float) -> None:
        if not going(share):
            self.stopped.set()
            raise Cancelled


def grey(item: GalleryItem, side: int) -> QImage:
    """Return a film that need not be read from a disk."""
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(128)
    return image


def show(qtbot: QtBot, page: ImageMapPage, source: MadeUpMap) -> None:
    """Wait until the map is there."""
    page.set_data(source)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
