"""One film ready for the screen: its values, its pyramid, its windows. Made in a worker, read on the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.pyramid import Pyramid
from xraydesk.gui.view_transform import Box, fit, visible
from xraydesk.imaging.radiograph import Radiograph, Voi, VoiFunction, VoiTable, Window

CODES = 65536  # entries of the largest table
DRAG_SPAN = 300.0  # screen pixels that double the width of a window
_NAMES = cast(
    dict[str, str],  # of the windows that `render.presets` adds
    {"auto": QT_TRANSLATE_NOOP("Picture", "Auto"), "full range": QT_TRANSLATE_NOOP("Picture", "Full range")},
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A window or table with the name the reader picks it by."""

    name: str
    voi: Voi


class Picture:
    """A radiograph with everything the canvas needs.

    Screen values come from a table over ``codes``. Films of 8 and 16 bits have one code for each value, so nothing is
    lost; films in floating point or 32 bits are cut into 65,536 steps over their range. With a ``screen`` size the film
    is sampled for it at once, in the worker, so that the first painting need not.
    """

    def __init__(self, radiograph: Radiograph, screen: tuple[int, int] | None = None) -> None:
        self.radiograph = radiograph
        values = radiograph.values
        self.pyramid = Pyramid(values)
        self.low, self.high = float(values.min()), float(values.max())
        self._exact = values.dtype.kind in "iu" and values.dtype.itemsize <= 2
        self._step = max((self.high - self.low) / (CODES - 1), float(np.finfo(np.float32).tiny))
        self.choices = choices(radiograph)
        self._last_table: tuple[Voi, bool, NDArray[np.uint8]] | None = None
        self._prepared: tuple[Box, tuple[int, int], NDArray[Any]] | None = None
        if screen is not None:
            self._prepare(*screen)

    @property
    def rows(self) -> int:
        """Height in film pixels."""
        return self.radiograph.rows

    @property
    def columns(self) -> int:
        """Width in film pixels."""
        return self.radiograph.columns

    @property
    def size_bytes(self) -> int:
        """Memory it takes."""
        return self.pyramid.size_bytes

    def sample(self, box: Box, size: tuple[int, int]) -> NDArray[Any]:
        """Return a part of the film in screen pixels, see `Pyramid.sample`; fitted it is there already."""
        if self._prepared is not None and self._prepared[:2] == (box, size):
            return self._prepared[2]
        return self.pyramid.sample(box, size)

    def _prepare(self, width: int, height: int) -> None:
        view = fit(self.columns, self.rows, width, height)
        seen = visible(view, self.columns, self.rows, width, height)
        if seen is not None:
            size = seen.screen[2:]
            self._prepared = (seen.film, size, self.pyramid.sample(seen.film, size))
        self.table(self.choices[0].voi)

    def codes(self, values: NDArray[Any]) -> NDArray[np.uint8] | NDArray[np.uint16]:
        """Return the place of each value in the table; for films of 8 and 16 bits its bit pattern."""
        if self._exact:
            if values.dtype.itemsize == 1:
                return values.view(np.uint8)
            return values.view(np.uint16)
        return np.clip(np.rint((values - self.low) / self._step), 0, CODES - 1).astype(np.uint16)

    def table(self, voi: Voi, *, inverted: bool = False) -> NDArray[np.uint8]:
        """Return the grey of each code: VOI and presentation as `imaging.render` does them, in 8 bits.

        The last one is kept: painting again, and the first painting of a film that was prepared in a worker.
        """
        last = self._last_table
        if last is not None and last[0] is voi and last[1] == inverted:
            return last[2]
        made = self._make_table(voi, inverted=inverted)
        self._last_table = (voi, inverted, made)
        return made

    def _make_table(self, voi: Voi, *, inverted: bool) -> NDArray[np.uint8]:
        from xraydesk.imaging import render  # late: it loads pydicom, the window must not wait for it
        from xraydesk.imaging import voi as voi_step

        turned = self.radiograph.inverted != inverted
        if self._exact:
            return render.lookup(voi, turned, self.radiograph.values.dtype)
        grey = voi_step.apply_voi((np.arange(CODES) * self._step + self.low).astype(np.float32), voi, 255)
        return (255 - grey if turned else grey).astype(np.uint8)

    def value_at(self, row: int, column: int) -> float | None:
        """Return the modality value of one pixel, exact; None outside the film."""
        if 0 <= row < self.rows and 0 <= column < self.columns:
            return float(self.radiograph.values[row, column])
        return None

    def as_window(self, voi: Voi) -> Window:
        """Return a window that spans what the table spans, or the window itself."""
        if isinstance(voi, VoiTable):
            width = float(max(1, len(voi.entries) - 1))
            return Window(voi.first + width / 2, width, VoiFunction.LINEAR)
        return voi

    def thumbnail(self, side: int) -> NDArray[np.uint8]:
        """Return the film in its own first window, no side longer than ``side`` pixels."""
        scale = side / max(self.rows, self.columns)
        size = (max(1, round(self.columns * scale)), max(1, round(self.rows * scale)))
        values = self.pyramid.sample((0.0, 0.0, float(self.columns), float(self.rows)), size)
        return np.asarray(self.table(self.choices[0].voi)[self.codes(values)])


def choices(radiograph: Radiograph) -> tuple[Choice, ...]:
    """Return what the file offers, its default first, then a window by percentiles and the full range."""
    from xraydesk.imaging import render  # late, as above

    tables = [voi for voi in radiograph.voi if isinstance(voi, VoiTable)]
    found: list[Voi] = [*radiograph.voi, *(w for w in render.presets(radiograph) if w not in radiograph.voi)]
    return tuple(Choice(_name(voi, number, table=voi in tables), voi) for number, voi in enumerate(found, start=1))


def _name(voi: Voi, number: int, *, table: bool) -> str:
    """Return what a window or table is called: by its file, by us, or by its number."""
    if voi.name in _NAMES:
        return translate("Picture", _NAMES[voi.name])
    if voi.name:
        return voi.name.capitalize()
    text = translate("Picture", "Window {number} of the file")
    if table:
        text = translate("Picture", "Table {number} of the file")
    return text.format(number=number)


def dragged(picture: Picture, voi: Voi, dx: float, dy: float) -> Window:
    """Return the window after a drag: to the right wider, downwards darker (a higher centre).

    A table of the file becomes the window that spans it.
    """
    window = picture.as_window(voi)
    span = max(window.width, (picture.high - picture.low) / 64, 1e-6)
    least = 1.0 if window.function is VoiFunction.LINEAR else span * 1e-3  # PS3.3 C.11.2.1.2: LINEAR needs 1 or more
    width = max(least, window.width + dx * span / DRAG_SPAN)
    return Window(window.center + dy * span / DRAG_SPAN, width, window.function)


def same_change(picture: Picture, voi: Voi, other: Picture) -> Voi:
    """Return the window that differs from the other film's first one as ``voi`` does from this film's.

    Values of two films mean the same only on the same machine, so a window is passed on relative to each film's own.
    """
    if picture is other:
        return voi
    if voi is picture.choices[0].voi:
        return other.choices[0].voi
    now, own, theirs = (
        picture.as_window(voi),
        picture.as_window(picture.choices[0].voi),
        other.as_window(other.choices[0].voi),
    )
    share = theirs.width / own.width
    least = 1.0 if now.function is VoiFunction.LINEAR else theirs.width * 1e-3  # PS3.3 C.11.2.1.2, as above
    return Window(theirs.center + (now.center - own.center) * share, max(least, now.width * share), now.function)
