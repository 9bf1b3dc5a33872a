"""Lines of equal evidence lie where the evidence is equal."""

from __future__ import annotations

import numpy as np
import pytest

from xraydesk.gui import map_contours
from xraydesk.gui.map_layer import LEAST_TOP_LOGITS
from xraydesk.triage.activation import ActivationMap


def ramp(peak: float, *, in_logits: bool = True) -> ActivationMap:
    """Return evidence that rises from left to right."""
    values = np.tile(np.linspace(0, peak, 8, dtype=np.float32), (8, 1))
    return ActivationMap(values, "pneumonia", "cam" if in_logits else "eigencam", in_logits=in_logits)


def test_a_line_lies_at_its_share_of_the_scale():
    (line,) = map_contours.lines(ramp(8.0), 0.5)
    inner = line[(line[:, 0] < 0.95) & (line[:, 1] > 0.1) & (line[:, 1] < 0.9)]
    place = 3.5 / 8 + 0.5 / 8  # half of 8 lies between the fourth and the fifth of eight places
    assert inner[:, 0] == pytest.approx(np.full(len(inner), place), abs=0.01)


def test_weak_evidence_has_no_lines():
    weak = ramp(LEAST_TOP_LOGITS * 0.2)
    assert all(not map_contours.lines(weak, share) for share in map_contours.SHARES)


def test_lines_stay_on_the_map_and_are_closed():
    for share in map_contours.SHARES:
        for line in map_contours.lines(ramp(12.0), share):
            assert (line >= 0).all()
            assert (line <= 1).all()
            assert line[0] == pytest.approx(line[-1])


def test_the_legend_says_what_a_line_stands_for():
    assert map_contours.level_words(ramp(6.0), 0.75) == "75 % of the scale, 6.0"
    assert map_contours.level_words(ramp(6.0, in_logits=False), 0.25) == "25 % of the peak"
