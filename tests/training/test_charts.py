"""Charts: what is drawn, what is left out."""

import math
from xml.etree import ElementTree

import numpy as np
import pytest

from xraydesk.training.charts import Axis, histogram, line_chart, row_chart, spanning


def test_charts_leave_out_what_is_not_finite():
    chart = line_chart([("a", [0, np.nan, 1], [0, 0.5, 1])], Axis("<x>"), Axis("y"), marks=[("here", 0.9, 0.1)],
                       dots=True)  # fmt: skip
    assert "nan" not in chart
    assert "&lt;x&gt;" in chart
    assert chart.count('class="dot') == 2
    assert "nan" not in line_chart([("a", [], [])], Axis("x"), Axis("y"))
    assert histogram([("a", []), ("b", [0.1, 0.1, 1.0])], "p").count("<rect") == 40
    rows = row_chart(["one", "two & more"], [("a", [0.2, math.nan]), ("b", [0.9, math.nan])], Axis("share"))
    assert rows.count('class="dot') == 2
    assert rows.count('class="span') == 1
    assert "nan" not in rows


def test_charts_are_sound_xml():
    axis = spanning("a < b", [3.2, 8])
    for chart in (
        line_chart([("a", [4, 5], [4, 7])], axis, axis, diagonal=True, marks=[("x & y", 4, 4)]),
        row_chart(["a & b"], [("a", [0.5])], Axis("p")),
        histogram([("a", [0.5])], "p < 1"),
    ):
        ElementTree.fromstring(chart)


@pytest.mark.parametrize(
    ("values", "least", "ticks"),
    [
        ([1, 2, 3, 8], 1, (0, 2, 4, 6, 8)),
        ([1], 1, (1, 2)),
        ([1, 2], 1, (1, 2)),
        ([0.973, 0.998, np.nan], 0, (0.97, 0.98, 0.99, 1.0)),
        ([0.5, 0.5], 0, (0.5, 0.505)),
        ([], 0, (0.0, 0.25, 0.5, 0.75, 1.0)),
        ([0.02, 0.71], 0, (0.0, 0.2, 0.4, 0.6, 0.8)),
    ],
)
def test_axes_hold_all_values_at_round_ticks(values: list[float], least: float, ticks: tuple[float, ...]):
    axis = spanning("x", values, least=least)
    assert axis.ticks == pytest.approx(ticks)
    assert (axis.low, axis.high) == (axis.ticks[0], axis.ticks[-1])
