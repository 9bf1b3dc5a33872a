"""Where the map's page has its numbers from: four questions, each answered in a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.features import Completed
    from xraydesk.research.image_map import Layout
    from xraydesk.research.map_data import MapData
    from xraydesk.research.scene import Scene

Going = Callable[[float], bool]  # told the share done; False ends the work


class MapSource(Protocol):
    """What the page asks; every method may be called from any thread and raises `XraydeskError`."""

    def load(self) -> MapData | None:
        """Return what is known of the images; None where no model has said anything."""

    def known(self, data: MapData) -> bool:
        """Tell whether a kept map can be opened at once."""

    def lay_out(self, data: MapData, going: Going, *, anew: bool) -> Layout:
        """Return where the images lie; `Cancelled` where ``going`` said so."""

    def complete(self, data: MapData, going: Going) -> Completed:
        """Have the model look at the images that lack features; `Cancelled` where ``going`` said so."""


class ArchiveMap:
    """The map of a scene of the archive."""

    def __init__(self, archive: Archive, scene: Scene) -> None:
        self._archive = archive
        self._scene = scene

    def load(self) -> MapData | None:
        """Read answers and features from the database."""
        from xraydesk.research.map_data import map_data

        return map_data(self._archive, self._scene)

    def known(self, data: MapData) -> bool:
        """Look among the kept maps."""
        from xraydesk.research import image_map

        folder = self._archive.data_dir / image_map.FOLDER
        return image_map.opened(folder, data.model_key, [image.key for image in data.images]) is not None

    def lay_out(self, data: MapData, going: Going, *, anew: bool) -> Layout:
        """Open, place or compute."""
        from xraydesk.research import image_map

        folder, keys = self._archive.data_dir / image_map.FOLDER, [image.key for image in data.images]
        return image_map.lay_out(folder, data.model_key, keys, data.features, going, anew=anew)

    def complete(self, data: MapData, going: Going) -> Completed:
        """Score the films again."""
        from xraydesk.research.archive import name_of
        from xraydesk.research.features import complete

        assert self._scene.answers is not None
        return complete(self._archive, name_of(self._scene.answers.card), data.lacking, going)
