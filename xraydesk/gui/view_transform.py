"""Where on the screen a pixel of the film lies: scale and shift, no rotation. Plain numbers, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST_SCALE = 0.02
MOST_SCALE = 32.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """Screen = offset + scale * film, in physical screen pixels; a film pixel covers [column, column + 1)."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_film(self, sx: float, sy: float) -> tuple[float, float]:
        """Return column and row, with fractions, at a place on the screen."""
        return (sx - self.x) / self.scale, (sy - self.y) / self.scale

    def moved(self, dx: float, dy: float) -> ViewTransform:
        """Return the view shifted by screen pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def zoomed(self, factor: float, sx: float, sy: float) -> ViewTransform:
        """Return the view enlarged so that what lies at the given place on the screen stays there."""
        scale = min(max(self.scale * factor, LEAST_SCALE), MOST_SCALE)
        ratio = scale / self.scale
        return ViewTransform(scale, sx - (sx - self.x) * ratio, sy - (sy - self.y) * ratio)

    def snapped(self) -> ViewTransform:
        """Return the view with its film corner on a whole screen pixel, so that 1:1 shows values and no mixtures."""
        return replace(self, x=float(round(self.x)), y=float(round(self.y)))


def fit(columns: int, rows: int, width: int, height: int) -> ViewTransform:
    """Return the view that shows the whole film, centred."""
    return centred(min(width / columns, height / rows), columns, rows, width, height)


def centred(scale: float, columns: int, rows: int, width: int, height: int) -> ViewTransform:
    """Return the view at ``scale`` with the film's middle in the screen's middle."""
    return ViewTransform(scale, (width - columns * scale) / 2, (height - rows * scale) / 2).snapped()


@dataclass(frozen=True, slots=True)
class Visible:
    """The part of the film on screen: ``film`` in columns and rows, ``screen`` as x, y, width, height."""

    film: Box
    screen: tuple[int, int, int, int]


def visible(view: ViewTransform, columns: int, rows: int, width: int, height: int) -> Visible | None:
    """Return what of the film is on a screen of ``width`` x ``height``, on whole pixels; None where nothing is."""
    left, top = max(0, round(view.x)), max(0, round(view.y))
    right = min(width, round(view.x + columns * view.scale))
    bottom = min(height, round(view.y + rows * view.scale))
    if right <= left or bottom <= top:
        return None
    c0, r0 = view.to_film(left, top)
    c1, r1 = view.to_film(right, bottom)
    film = (max(c0, 0.0), max(r0, 0.0), min(c1, float(columns)), min(r1, float(rows)))
    return Visible(film, (left, top, right - left, bottom - top))
