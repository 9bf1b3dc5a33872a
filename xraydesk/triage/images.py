"""The pictures looked at lately, so that going back and forth does not decode again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xraydesk.imaging.radiograph import Radiograph
    from xraydesk.imaging.study import Instance

Key = tuple[Path, int, int]
Loader = Callable[[Path, int], "Radiograph"]
_LIMIT_BYTES = 64 * 1024 * 1024  # the window keeps its own; this serves the pictures read at the same time


def load_from_disk(path: Path, frame: int) -> Radiograph:
    """Decode one picture; the import waits until somebody looks at one."""
    from xraydesk.imaging.load import load

    return load(path, frame)


class ImageCache:
    """Keeps pictures up to a number of bytes, the least lately used goes first. For any thread.

    Two threads that ask for the same picture decode it once.
    """

    def __init__(self, loader: Loader = load_from_disk, limit_bytes: int = _LIMIT_BYTES) -> None:
        self._loader = loader
        self._limit = limit_bytes
        self._lock = threading.Lock()
        self._pictures: OrderedDict[Key, Radiograph] = OrderedDict()
        self._loading: dict[Key, Future[Radiograph]] = {}

    def load(self, instance: Instance) -> Radiograph:
        """Return the picture of an instance.

        Raises
        ------
        XraydeskError
            It cannot be shown.
        """
        key = (instance.path, instance.frame, instance.modified_ns)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
            future = self._loading.get(key)
            mine = future is None
            if future is None:
                future = self._loading[key] = Future()
        if mine:
            self._decode(key, future)
        return future.result()

    def _decode(self, key: Key, future: Future[Radiograph]) -> None:
        try:
            picture = self._loader(key[0], key[1])
        except BaseException as error:  # noqa: BLE001 - goes to all who wait for this picture
            with self._lock:
                del self._loading[key]
            future.set_exception(error)
            return
        with self._lock:
            del self._loading[key]
            self._pictures[key] = picture
            self._shrink()
        future.set_result(picture)

    def _shrink(self) -> None:
        total = sum(picture.values.nbytes for picture in self._pictures.values())
        while total > self._limit and len(self._pictures) > 1:
            _, gone = self._pictures.popitem(last=False)
            total -= gone.values.nbytes
