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


@dataclass(frozen=True, slots=True)
class Seen:
    """A film as one cell shows it: its view, and the widths and heights of film and screen, in pixels."""

    view: ViewTransform
    film: tuple[int, int]
    screen: tuple[int, int]

    @property
    def middle(self) -> tuple[float, float]:
        """The place of the film in the middle of the screen."""
        return self.view.to_film(self.screen[0] / 2, self.screen[1] / 2)

    def around(self, scale: float, middle: tuple[float, float]) -> ViewTransform:
        """Return the view at ``scale`` with a place of the film in the screen's middle."""
        scale = min(max(scale, LEAST_SCALE), MOST_SCALE)
        x, y = (side / 2 - place * scale for side, place in zip(self.screen, middle, strict=True))
        return ViewTransform(scale, x, y).snapped()


def like_in_shares(one: Seen, other: Seen) -> ViewTransform:
    """Return the view that shows the same share of the other film: as much larger than fitted, the same middle."""
    zoom = one.view.scale / fit(*one.film, *one.screen).scale
    middle = (one.middle[0] / one.film[0] * other.film[0], one.middle[1] / one.film[1] * other.film[1])
    return other.around(fit(*other.film, *other.screen).scale * zoom, middle)


def like_in_mm(one: Seen, other: Seen, one_mm: float, other_mm: float) -> ViewTransform:
    """Return the view in which a millimetre is as long, as far from the film's middle; ``*_mm`` for one pixel."""
    away = ((place - side / 2) * one_mm for place, side in zip(one.middle, one.film, strict=True))
    across, down = (side / 2 + mm / other_mm for side, mm in zip(other.film, away, strict=True))
    return other.around(one.view.scale * other_mm / one_mm, (across, down))
