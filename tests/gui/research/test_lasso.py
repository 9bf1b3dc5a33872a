from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from xraydesk.gui.research.lasso import inside

places = st.tuples(st.floats(-10, 10, width=16), st.floats(-10, 10, width=16))


@given(st.lists(places, min_size=3, max_size=12), st.integers(0, 1000))
def test_the_lasso_holds_what_qts_polygon_holds(corners: list[tuple[float, float]], seed: int) -> None:
    points = np.random.default_rng(seed).uniform(-11, 11, (60, 2))
    polygon = QPolygonF([QPointF(*corner) for corner in corners])
    expected = [polygon.containsPoint(QPointF(*point), Qt.FillRule.OddEvenFill) for point in points.tolist()]
    assert inside(points, np.array(corners)).tolist() == expected


def test_a_click_is_no_lasso() -> None:
    points = np.zeros((3, 2))
    assert not inside(points, np.zeros((2, 2))).any()
    assert not inside(points, np.zeros((0, 2))).any()
    assert not inside(np.zeros((0, 2)), np.eye(3, 2)).size
