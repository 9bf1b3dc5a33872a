"""Small charts as SVG text, for pages that need nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import ArrayLike, NDArray

_SIDE, _LEFT, _BOTTOM, _TOP = 260, 44, 36, 10
_MOST_POINTS = 400
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def line_chart(
    lines: Sequence[tuple[str, ArrayLike, ArrayLike]], x_name: str, y_name: str, *, diagonal: bool = False,
    marks: Sequence[tuple[str, float, float]] = (), dots: bool = False,
) -> str:  # fmt: skip
    """Return lines in the unit square.

    Parameters
    ----------
    lines
        Class of the line ("a", "b"), its x and its y, all from 0 to 1; points that are not finite are left out.
    x_name, y_name
        What the axes are.
    diagonal
        Draw the line where both are alike.
    marks
        Named points, their names one line lower each.
    dots
        Show each point of the lines.
    """
    parts = [_axes(x_name, y_name)]
    if diagonal:
        parts.append(f'<path class="faint" d="{_path(np.array([0.0, 1.0]), np.array([0.0, 1.0]))}"/>')
    for kind, x, y in lines:
        xs, ys = _finite(x, y)
        if len(xs):
            parts.append(f'<path class="line {kind}" d="{_path(xs, ys)}"/>')
        if dots:
            parts += [f'<circle class="dot {kind}" cx="{_x(a):.1f}" cy="{_y(b):.1f}" r="3"/>'
                      for a, b in zip(xs, ys, strict=True)]  # fmt: skip
    for place, (name, x, y) in enumerate(marks):
        parts.append(_mark(name, x, y, 12 + 13 * place))  # points lie close together: names one below another
    return _svg(parts, f"{y_name} against {x_name}")


def histogram(groups: Sequence[tuple[str, ArrayLike]], x_name: str, bins: int = 20) -> str:
    """Return how the values of each group, from 0 to 1, are spread; each group on its own full height."""
    parts = [_axes(x_name, "share of the largest bin")]
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
    return _svg(parts, x_name)


def _svg(parts: Sequence[str], words: str) -> str:
    size = f"0 0 {_LEFT + _SIDE + 12} {_TOP + _SIDE + _BOTTOM}"
    return f'<svg viewBox="{size}" role="img" aria-label="{escape(words)}">{"".join(parts)}</svg>'


def _axes(x_name: str, y_name: str) -> str:
    lines = []
    for tick in _TICKS:
        x, y = _x(tick), _y(tick)
        lines.append(f'<path class="grid" d="M{x:.1f} {_TOP}V{_TOP + _SIDE}M{_LEFT} {y:.1f}H{_LEFT + _SIDE}"/>')
        lines.append(f'<text x="{x:.1f}" y="{_TOP + _SIDE + 14}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    middle = _TOP + _SIDE / 2
    lines.append(f'<text x="{_LEFT + _SIDE / 2}" y="{_TOP + _SIDE + 30}" text-anchor="middle">{escape(x_name)}</text>')
    lines.append(f'<text x="10" y="{middle}" text-anchor="middle" transform="rotate(-90 10 {middle})">'
                 f"{escape(y_name)}</text>")  # fmt: skip
    return "".join(lines)


def _mark(name: str, x: float, y: float, down: float) -> str:
    left = x > 0.6
    anchor, shift = ("end", -7) if left else ("start", 7)
    return (
        f'<circle class="mark" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="4"/>'
        f'<text x="{_x(x) + shift:.1f}" y="{_y(y) + down:.1f}" text-anchor="{anchor}">{escape(name)}</text>'
    )


def _path(xs: NDArray[np.float64], ys: NDArray[np.float64]) -> str:
    """Join the points; of very many, as many as a screen can show."""
    if len(xs) > _MOST_POINTS:
        keep = np.unique(np.linspace(0, len(xs) - 1, _MOST_POINTS).astype(int))
        xs, ys = xs[keep], ys[keep]
    return "M" + "L".join(f"{_x(a):.1f} {_y(b):.1f}" for a, b in zip(xs, ys, strict=True))


def _finite(x: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    keep = np.isfinite(xs) & np.isfinite(ys)
    return xs[keep], ys[keep]


def _x(value: float) -> float:
    return _LEFT + _SIDE * float(value)


def _y(value: float) -> float:
    return _TOP + _SIDE * (1 - float(value))
