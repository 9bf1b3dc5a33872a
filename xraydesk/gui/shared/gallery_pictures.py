"""The small pictures of a gallery, made in workers: what is in sight first, what went out of sight not at all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from xraydesk.errors import XraydeskError
from xraydesk.gui.messages import said
from xraydesk.gui.picture import Picture
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.triage.images import load_from_disk

KEEP_BYTES = 96 * 1024 * 1024
Make = Callable[[GalleryItem, int], QImage]


def film_image(item: GalleryItem, side: int) -> QImage:
    """Return a film in its own first window, no side longer than ``side`` pixels; for any thread.

    Raises
    ------
    XraydeskError
        It cannot be shown.
    """
    return grey_image(Picture(load_from_disk(item.path, item.frame)).thumbnail(side))


def grey_image(grey: NDArray[np.uint8]) -> QImage:
    """Return grey values, shape (rows, columns), as a picture that owns its pixels."""
    rows, columns = grey.shape
    words = np.ascontiguousarray(grey)
    return QImage(words.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


class GalleryPictures(QObject):
    """Makes pictures by ``make`` and keeps those of late."""

    settled = Signal(object)  # the key of an item whose picture is there, or is known to be broken

    def __init__(self, make: Make = film_image, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._tasks = TaskRunner(1, self)  # a second one would only hold up the window
        self._kept: OrderedDict[Hashable, QImage] = OrderedDict()
        self._bytes = 0
        self._broken: dict[Hashable, str] = {}
        self._under_way: dict[Hashable, Task] = {}

    def set_make(self, make: Make) -> None:
        """Make pictures otherwise from now on; those there are, are forgotten."""
        self._make = make
        self.forget()

    def forget(self) -> None:
        """Drop all pictures and what is under way."""
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()
        self._kept.clear()
        self._broken.clear()
        self._bytes = 0

    def picture(self, key: Hashable) -> QImage | None:
        """Return a picture that is there."""
        return self._kept.get(key)

    def problem(self, key: Hashable) -> str:
        """Return why a film cannot be shown; "" where it can or is not known yet."""
        return self._broken.get(key, "")

    def want(self, items: Iterable[GalleryItem], side: int) -> None:
        """Make these pictures in this order; what is under way for others is dropped."""
        wanted = {item.key: item for item in items}
        for key in [key for key in self._under_way if key not in wanted]:
            self._under_way.pop(key).cancel()
        for key, item in wanted.items():
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._broken and key not in self._under_way:
                self._begin(item, side)

    def close(self) -> None:
        """Stop and wait; may be called twice."""
        self.forget()
        self._tasks.close()

    def _begin(self, item: GalleryItem, side: int) -> None:
        make = self._make
        self._under_way[item.key] = self._tasks.run(
            lambda: make(item, side),
            lambda image: self._arrived(item.key, image),
            lambda error: self._failed(item.key, error),
        )

    def _arrived(self, key: Hashable, image: QImage) -> None:
        self._under_way.pop(key, None)
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > KEEP_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.settled.emit(key)

    def _failed(self, key: Hashable, error: XraydeskError) -> None:
        self._under_way.pop(key, None)
        self._broken[key] = said(error.what)
        self.settled.emit(key)
