"""Small charts as SVG text, for pages that need nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import ArrayLike, NDArray

_SIDE, _LEFT, _BOTTOM, _TOP, _RIGHT = 260, 44, 36, 10, 12
_NAMES, _ROW = 74, 17  # of a chart of rows: width of their names, height of each
_MOST_POINTS = 400

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows, and from where to where."""

    name: str
    low: float = 0.0
    high: float = 1.0
    ticks: tuple[float, ...] = (0.0, 0.25, 0.5, 0.75, 1.0)

    def place(self, value: ArrayLike) -> Floats:
        """Return values as shares of the axis."""
        return (np.asarray(value, dtype=np.float64) - self.low) / (self.high - self.low)


def spanning(name: str, *values: ArrayLike, least: float = 0.0, most: float = np.inf) -> Axis:
    """Return an axis that holds all finite values, with ticks at 1, 2 or 5 times a power of ten.

    ``least`` is the smallest distance of two ticks: 1 for what is counted. ``most`` is where the axis ends at the
    latest: 1 for a share.
    """
    known = np.concatenate([np.empty(0), *(np.asarray(value, dtype=np.float64).ravel() for value in values)])
    known = known[np.isfinite(known)]
    if not len(known):
        return Axis(name)
    low, high = float(known.min()), float(known.max())
    wanted = max((high - low) / 4, abs(high) * 0.01, least, 1e-9)
    power = 10.0 ** np.floor(np.log10(wanted))
    step = max(float(next(power * k for k in (1, 2, 5, 10) if power * k >= wanted * (1 - 1e-9))), least)
    first, last = np.floor(low / step + 1e-9), np.ceil(high / step - 1e-9)
    if last <= first:  # all values are alike
        first, last = (first - 1, first) if (first + 1) * step > most else (first, first + 1)
    ticks = tuple(float(round(step * k, 12)) for k in np.arange(first, last + 1))
    return Axis(name, ticks[0], ticks[-1], ticks)


def line_chart(
    lines: Sequence[tuple[str, ArrayLike, ArrayLike]], x: Axis, y: Axis, *, diagonal: bool = False,
    marks: Sequence[tuple[str, float, float]] = (), dots: bool = False,
) -> str:  # fmt: skip
    """Return lines.

    Parameters
    ----------
    lines
        Class of the line ("a", "b"), its x and its y; points that are not finite are left out.
    x, y
        What the axes show.
    diagonal
        Draw the line from corner to corner: where both are alike.
    marks
        Named points, their names one line lower each.
    dots
        Show each point of the lines.
    """
    parts = [_axes(x, y)]
    if diagonal:
        parts.append(f'<path class="faint" d="M{_LEFT} {_TOP + _SIDE}L{_LEFT + _SIDE} {_TOP}"/>')
    for kind, xs, ys in lines:
        across, down = _finite(_across(x, xs), _down(y, ys))
        if len(across):
            parts.append(f'<path class="line {kind}" d="{_path(across, down)}"/>')
        if dots:
            parts += [f'<circle class="dot {kind}" cx="{a:.1f}" cy="{b:.1f}" r="3"/>'
                      for a, b in zip(across, down, strict=True)]  # fmt: skip
    for place, (name, a, b) in enumerate(marks):
        if np.isfinite([a, b]).all():
            parts.append(_mark(name, float(_across(x, a)), float(_down(y, b)), 14 * place))
    return _svg(parts, f"{y.name} against {x.name}", _TOP + _SIDE + _BOTTOM)


def histogram(groups: Sequence[tuple[str, ArrayLike]], x_name: str, bins: int = 20) -> str:
    """Return bars of values from 0 to 1, the groups side by side, each scaled to its own largest bin.

    ``groups`` are the class of the bars ("a", "b") and the values.
    """
    parts = [_axes(Axis(x_name), Axis("share of the largest bin"))]
    width = (_SIDE / bins) / max(1, len(groups))
    for place, (kind, values) in enumerate(groups):
        counts, _ = np.histogram(np.asarray(values, dtype=np.float64), bins=bins, range=(0, 1))
        top = max(1, int(counts.max()))
        for index, count in enumerate(counts):
            height = _SIDE * count / top
            left = _LEFT + index * _SIDE / bins + place * width
            parts.append(
                f'<rect class="bar {kind}" x="{left:.1f}" y="{_TOP + _SIDE - height:.1f}" '
                f'width="{width:.1f}" height="{height:.1f}"/>'
            )
    return _svg(parts, x_name, _TOP + _SIDE + _BOTTOM)


def row_chart(names: Sequence[str], dots: Sequence[tuple[str, ArrayLike]], x: Axis) -> str:
    """Return one row for each name with a dot of each group in it, joined by a line: rings for "a", squares for "b".

    ``dots`` are the class of the dots and their values, one a row; a value that is not finite has no dot.
    """
    bottom = _TOP + _ROW * len(names)
    wide = _LEFT + _SIDE - _NAMES
    parts = []
    for tick in x.ticks:
        across = _NAMES + wide * float(x.place(tick))
        parts.append(f'<path class="grid" d="M{across:.1f} {_TOP}V{bottom}"/>')
        parts.append(f'<text x="{across:.1f}" y="{bottom + 14}" text-anchor="middle">{tick:g}</text>')
    for row, name in enumerate(names):
        y = _TOP + _ROW * (row + 0.5)
        parts.append(f'<text x="0" y="{y + 4:.1f}">{escape(name)}</text>')
        parts.append(f'<path class="grid" d="M{_NAMES} {y:.1f}H{_NAMES + wide}"/>')
        found = [(kind, float(_NAMES + wide * x.place(np.asarray(values)[row]))) for kind, values in dots]
        parts.append(_row([(kind, across) for kind, across in found if np.isfinite(across)], y))
    parts.append(f'<text x="{_NAMES + wide / 2}" y="{bottom + 30}" text-anchor="middle">{escape(x.name)}</text>')
    return _svg(parts, x.name, bottom + _BOTTOM)


def _row(found: Sequence[tuple[str, float]], y: float) -> str:
    places = [across for _, across in found]
    joined = f'<path class="span" d="M{min(places):.1f} {y:.1f}H{max(places):.1f}"/>' if len(found) > 1 else ""
    shapes = {
        "a": '<circle class="dot a" cx="{0:.1f}" cy="{1:.1f}" r="4"/>',
        "b": '<path class="dot b" d="M{0:.1f} {1:.1f}m-3.5-3.5h7v7h-7z"/>',
    }
    return joined + "".join(shapes[kind].format(across, y) for kind, across in found)


def _svg(parts: Sequence[str], words: str, height: float) -> str:
    size = f"0 0 {_LEFT + _SIDE + _RIGHT} {height:g}"
    return f'<svg viewBox="{size}" role="img" aria-label="{escape(words)}">{"".join(parts)}</svg>'


def _axes(x: Axis, y: Axis) -> str:
    lines = []
    for tick in x.ticks:
        across = float(_across(x, tick))
        lines.append(f'<path class="grid" d="M{across:.1f} {_TOP}V{_TOP + _SIDE}"/>')
        lines.append(f'<text x="{across:.1f}" y="{_TOP + _SIDE + 14}" text-anchor="middle">{tick:g}</text>')
    for tick in y.ticks:
        down = float(_down(y, tick))
        lines.append(f'<path class="grid" d="M{_LEFT} {down:.1f}H{_LEFT + _SIDE}"/>')
        lines.append(f'<text x="{_LEFT - 5}" y="{down + 4:.1f}" text-anchor="end">{tick:g}</text>')
    middle = _TOP + _SIDE / 2
    lines.append(f'<text x="{_LEFT + _SIDE / 2}" y="{_TOP + _SIDE + 30}" text-anchor="middle">{escape(x.name)}</text>')
    lines.append(f'<text x="10" y="{middle}" text-anchor="middle" transform="rotate(-90 10 {middle})">'
                 f"{escape(y.name)}</text>")  # fmt: skip
    return "".join(lines)


def _mark(name: str, across: float, down: float, lower: float) -> str:
    left = across > _LEFT + 0.6 * _SIDE
    base = min(max(down - 4, _TOP + 12) + lower, _TOP + _SIDE - 4)  # the name stays within the axes
    anchor, shift = ("end", -7) if left else ("start", 7)
    return (
        f'<circle class="mark" cx="{across:.1f}" cy="{down:.1f}" r="4"/>'
        f'<text x="{across + shift:.1f}" y="{base:.1f}" text-anchor="{anchor}">{escape(name)}</text>'
    )


def _path(across: Floats, down: Floats) -> str:
    """Join the points; of very many, as many as a screen can show."""
    if len(across) > _MOST_POINTS:
        keep = np.unique(np.linspace(0, len(across) - 1, _MOST_POINTS).astype(int))
        across, down = across[keep], down[keep]
    return "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(across, down, strict=True))


def _finite(across: Floats, down: Floats) -> tuple[Floats, Floats]:
    keep = np.isfinite(across) & np.isfinite(down)
    return across[keep], down[keep]


def _across(axis: Axis, value: ArrayLike) -> Floats:
    return _LEFT + _SIDE * axis.place(value)


def _down(axis: Axis, value: ArrayLike) -> Floats:
    return _TOP + _SIDE * (1 - axis.place(value))
