"""The film in screen pixels: sampled once for a place and zoom, then shown through a table for every window.

A window drag only makes a new table of at most 65,536 entries and looks the sampled values up in it; that is what keeps
it fluid on a 3000 x 3000 film.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from xraydesk.gui.orientation import UPRIGHT, Orientation
from xraydesk.gui.picture import Picture
from xraydesk.gui.view_transform import ViewTransform, Visible, visible
from xraydesk.imaging.radiograph import Voi


class FilmLayer:
    """Keeps what was sampled until picture, place, zoom or screen size change."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] | None = None
        self._codes: NDArray[np.uint8] | NDArray[np.uint16] | None = None
        self._grey: NDArray[np.uint8] | None = None
        self.seen: Visible | None = None

    def place(
        self, picture: Picture, view: ViewTransform, width: int, height: int, hanging: Orientation = UPRIGHT
    ) -> Visible | None:
        """Sample the visible part, unless nothing changed; return where it lies, None where nothing is in sight.

        Its ``film`` is in columns and rows of the film, its ``screen`` is where that part hangs.
        """
        key = (id(picture), view, width, height, hanging)
        if key == self._key:
            return self.seen
        self._key = key
        self._grey = None
        columns, rows = picture.columns, picture.rows
        seen = visible(view, *hanging.size(columns, rows), width, height)
        self.seen = self._codes = None
        if seen is not None:
            self.seen = Visible(hanging.film_box(seen.film, columns, rows), seen.screen)
            size = hanging.size(*seen.screen[2:])
            self._codes = hanging.array(picture.codes(picture.sample(self.seen.film, size)))
        return self.seen

    def clear(self) -> None:
        """Forget the sampled part."""
        self._key = self._codes = self._grey = self.seen = None

    def image(self, picture: Picture, voi: Voi, *, inverted: bool) -> QImage:
        """Return the visible part as 8-bit grey. The image looks into this layer's memory: draw it at once.

        ``place`` must have returned a place before.
        """
        if self._codes is None:
            return QImage()
        table = picture.table(voi, inverted=inverted)
        rows, columns = self._codes.shape
        if self._grey is None:
            self._grey = np.empty((rows, (columns + 3) & ~3), np.uint8)  # QImage wants lines at multiples of 4 bytes
        np.take(table, self._codes, out=self._grey[:, :columns], mode="clip")
        return QImage(self._grey.data, columns, rows, self._grey.strides[0], QImage.Format.Format_Grayscale8)
