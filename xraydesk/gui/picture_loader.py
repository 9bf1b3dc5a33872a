"""Films and maps from the desk, read in workers, kept for a while, dropped where the reader has moved on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.crop_layer import JudgedCrop, judged_crops
from xraydesk.gui.picture import Picture
from xraydesk.gui.tasks import BACKGROUND, FOREGROUND, Task, TaskRunner, present_task
from xraydesk.triage.activation import CAM

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap, Desk

KEEP_BYTES = 128 * 1024 * 1024
KEEP_MAPS = 64


@dataclass(frozen=True, slots=True)
class ImageKey:
    """Which image of which study."""

    study_id: str
    index: int


@dataclass(frozen=True, slots=True)
class MapKey:
    """Which map: of which image, for which label, by which method of `triage.activation.METHODS`."""

    image: ImageKey
    label: str
    method: str = CAM


class PictureLoader(QObject):
    """Hands out pictures by key; what is kept is handed out at once."""

    ready = Signal(object, object)  # ImageKey, Picture
    failed = Signal(object, object)  # ImageKey, XraydeskError
    map_ready = Signal(object, object)  # MapKey, ActivationMap | None
    map_going = Signal(object, float)  # MapKey, share done; from a worker

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._making = TaskRunner(1, self)  # of maps
        self._desk: Desk | None = None
        self._kept: OrderedDict[ImageKey, Picture] = OrderedDict()
        self._under_way: dict[ImageKey, Task] = {}
        self._maps: OrderedDict[MapKey, ActivationMap] = OrderedDict()
        self._map_tasks: dict[object, Task] = {}
        self.screen: tuple[int, int] | None = None  # pixels of the canvas, for which films are sampled beforehand

    def set_desk(self, desk: Desk | None) -> None:
        """Serve another desk or another folder: forget everything of the last."""
        self._desk = desk
        for task in self._under_way.values():
            task.cancel()
        for task in self._map_tasks.values():
            task.cancel()
        self._map_tasks.clear()
        self._under_way.clear()
        self._kept.clear()
        self._maps.clear()

    def kept(self, key: ImageKey) -> Picture | None:
        """Return a picture that is in memory."""
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def want(self, wanted: Iterable[ImageKey]) -> None:
        """Load what the reader looks at, in this order; what is under way for anything else is dropped.

        ``ready`` or ``failed`` is emitted for each key, at once for those that are kept.
        """
        wanted = list(wanted)
        for key in [k for k in self._under_way if k not in wanted]:
            self._under_way.pop(key).cancel()
        for key in wanted:
            picture = self.kept(key)
            if picture is not None:
                self.ready.emit(key, picture)
            else:
                self._load(key, FOREGROUND)

    def expect(self, images: Iterable[ImageKey], maps: Iterable[MapKey]) -> None:
        """Load what the reader will probably open next, in this order, behind everything else."""
        for key in images:
            if key not in self._kept and key not in self._under_way:
                self._load(key, BACKGROUND)
        for wanted in maps:
            if wanted not in self._maps:
                self._fetch_map(wanted, BACKGROUND)

    def want_map(self, key: MapKey, who: object) -> None:
        """Hand out a map by ``map_ready``; what the same one asked for before is dropped, and ended if it takes long.

        Maps are made one after the other, so that a slow method for many films leaves room for pictures.
        """
        self.drop_map(who)
        kept = self._maps.get(key)
        if kept is not None:
            self.map_ready.emit(key, kept)
        else:
            task = self._fetch_map(key, FOREGROUND)
            if task is not None:
                self._map_tasks[who] = task

    def judged(self, key: ImageKey) -> tuple[JudgedCrop, ...]:
        """Return the parts of an image that the model judged."""
        return () if self._desk is None else judged_crops(self._desk, key.study_id, key.index)

    def drop_map(self, who: object) -> None:
        """End what is computed for one who does not wait for it any more."""
        task = self._map_tasks.pop(who, None)
        if task is not None:
            task.cancel()

    def close(self) -> None:
        """End what is computed, and wait for it."""
        self._making.close()

    def _fetch_map(self, key: MapKey, priority: int) -> Task | None:
        desk = self._desk
        if desk is None:
            return None

        def compute() -> ActivationMap | None:
            task = present_task()

            def going(share: float) -> bool:
                if task is not None and task.cancelled:
                    return False
                self.map_going.emit(key, share)
                return True

            image = key.image
            return desk.activation_map(image.study_id, image.index, key.label, key.method, going)

        return self._making.run(
            compute,
            lambda found: self._map_arrived(key, found),
            lambda _error: self.map_ready.emit(key, None),
            priority=priority,
        )

    def _map_arrived(self, key: MapKey, found: ActivationMap | None) -> None:
        if found is not None:
            self._maps[key] = found
            while len(self._maps) > KEEP_MAPS:
                self._maps.popitem(last=False)
        self.map_ready.emit(key, found)

    def _load(self, key: ImageKey, priority: int) -> None:
        desk = self._desk
        if desk is None:
            return
        before = self._under_way.get(key)
        if before is not None:
            if before.started:
                return
            before.cancel()  # it may still wait among the background work
        screen = self.screen
        self._under_way[key] = self._tasks.run(
            lambda: Picture(desk.load_image(key.study_id, key.index), screen),
            lambda picture: self._arrived(key, picture),
            lambda error: self._broken(key, error),
            priority=priority,
        )

    def _arrived(self, key: ImageKey, picture: Picture) -> None:
        self._under_way.pop(key, None)
        self._kept[key] = picture
        self._kept.move_to_end(key)
        self._trim()
        self.ready.emit(key, picture)

    def _broken(self, key: ImageKey, error: XraydeskError) -> None:
        self._under_way.pop(key, None)
        self.failed.emit(key, error)

    def _trim(self) -> None:
        while len(self._kept) > 1 and sum(p.size_bytes for p in self._kept.values()) > KEEP_BYTES:
            self._kept.popitem(last=False)
