"""Where the legend of a chart covers least of its lines and of the words beside them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph

__all__ = ["dense", "emptiest_corner"]

_ALONG = 200  # points of a line, to see what would be covered
_CORNERS = ((False, False), (True, False), (True, True), (False, True))  # left, top; the first where several are equal


def emptiest_corner(item: Any, width: float, height: float) -> tuple[bool, bool]:  # noqa: ANN401 - pyqtgraph has no types
    """Return whether a box of so many pixels stands best at the left, and at the top, of a chart that has a size."""
    size = item.vb.size()
    wide, high = width / size.width(), height / size.height()
    x, y = np.concatenate([np.zeros((2, 0)), *_lines(item), *_words_of_rules(item)], axis=1)

    def covered(corner: tuple[bool, bool]) -> int:
        left, top = corner
        return int(((x < wide if left else x > 1 - wide) & (y > 1 - high if top else y < high)).sum())

    return min(_CORNERS, key=covered)


def dense(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return points along a line, shape (2, k): between any two of its own stand others, so that long ones count."""
    place = np.arange(len(x), dtype=np.float64)
    steps = np.linspace(0, max(len(x) - 1, 0), max(len(x), _ALONG))
    return np.stack([np.interp(steps, place, axis) for axis in (x, y)])


def _lines(item: Any) -> list[np.ndarray]:  # noqa: ANN401
    """Return points along each line, shape (2, k), in shares of the chart from its lower left."""
    view = item.vb.viewRect()
    drawn = [part.getData() for part in item.listDataItems() if part.getData()[0] is not None]
    return [dense((x - view.left()) / view.width(), (y - view.top()) / view.height()) for x, y in drawn]


def _words_of_rules(item: Any) -> list[np.ndarray]:  # noqa: ANN401
    """Return points all over the words of each rule, shape (2, k), in the same shares."""
    chart, found = item.vb.sceneBoundingRect(), []
    x, y = np.meshgrid(*(np.linspace(0, 1, _ALONG // 10) for _ in range(2)))
    for rule in item.items:
        if isinstance(rule, pyqtgraph.InfiniteLine) and hasattr(rule, "label"):
            box = rule.label.sceneBoundingRect()
            across = (box.left() + x * box.width() - chart.left()) / chart.width()
            up = (chart.bottom() - box.top() - y * box.height()) / chart.height()
            found.append(np.stack([across.ravel(), up.ravel()]))
    return found
