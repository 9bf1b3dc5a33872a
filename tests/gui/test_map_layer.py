"""The map fades with the evidence and lies where the film lies."""

from dataclasses import replace

import numpy as np
import pytest

from xraydesk.gui import colour_scales, map_layer
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.view_transform import Visible
from xraydesk.inference.prediction import Region
from xraydesk.triage.activation import ActivationMap

WHOLE = Visible((0.0, 0.0, 700.0, 700.0), (0, 0, 700, 700))


def raw(peak: float, row: int = 1, column: int = 5) -> ActivationMap:
    values = np.full((7, 7), -2.0, np.float32)
    values[row, column] = peak
    return ActivationMap(values, "pneumonia")


def alpha(image) -> np.ndarray:
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return (words[:, : image.width()] >> 24).astype(int)


def test_the_peak_lies_where_the_cell_lies_on_the_film():
    seen = map_layer.evidence(raw(6.0), WHOLE, (700, 700), (70, 70))
    row, column = np.unravel_index(seen.argmax(), seen.shape)
    assert (row // 10, column // 10) == (1, 5)


def test_zoomed_in_the_map_follows_the_film():
    seen = Visible((500.0, 100.0, 600.0, 200.0), (0, 0, 400, 400))
    part = map_layer.evidence(raw(6.0), seen, (700, 700), (100, 100))
    row, column = np.unravel_index(part.argmax(), part.shape)
    assert abs(row - 50) <= 1
    assert abs(column - 50) <= 1


def test_a_map_covers_a_film_of_any_shape():
    wide = Visible((0.0, 0.0, 1400.0, 700.0), (0, 0, 1400, 700))
    seen = map_layer.evidence(raw(6.0), wide, (700, 1400), (140, 70))
    row, column = np.unravel_index(seen.argmax(), seen.shape)
    assert (row // 10, column // 20) == (1, 5)


CROP = Region(row=0.5, column=0.25, height=0.2, width=0.1)  # rows 350 to 490, columns 350 to 490 of 700 x 1400


def of_a_crop(peak: float) -> ActivationMap:
    return replace(raw(peak), values=np.full((7, 7), peak, np.float32), region=CROP)


def test_a_map_of_a_crop_lies_on_the_crop():
    wide = Visible((0.0, 0.0, 1400.0, 700.0), (0, 0, 1400, 700))
    seen = map_layer.evidence(of_a_crop(6.0), wide, (700, 1400), (140, 70))
    rows, columns = np.nonzero(seen)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (35, 48, 35, 48)
    peak = map_layer.evidence(replace(raw(6.0), region=CROP), wide, (700, 1400), (1400, 700))
    row, column = np.unravel_index(peak.argmax(), peak.shape)
    assert ((row - 350) // 20, (column - 350) // 20) == (1, 5)


def test_zoomed_into_a_crop_its_map_fills_the_screen_and_beside_it_there_is_none():
    inside = Visible((360.0, 360.0, 400.0, 400.0), (0, 0, 400, 400))
    assert map_layer.evidence(of_a_crop(6.0), inside, (700, 1400), (100, 100)).min() > 0
    half = Visible((450.0, 360.0, 530.0, 440.0), (0, 0, 400, 400))
    seen = map_layer.evidence(of_a_crop(6.0), half, (700, 1400), (100, 100))
    assert seen[:, :50].min() > 0
    assert seen[:, 50:].max() == 0
    beside = Visible((600.0, 0.0, 900.0, 300.0), (0, 0, 400, 400))
    assert map_layer.evidence(of_a_crop(6.0), beside, (700, 1400), (100, 100)).max() == 0


def test_no_colour_where_nothing_speaks_for_the_label():
    assert alpha(map_layer.overlay(raw(-1.0), MapStyle(True), WHOLE, (700, 700))).max() == 0


def test_weak_evidence_stays_faint():
    weak = alpha(map_layer.overlay(raw(0.5), MapStyle(True, 1.0), WHOLE, (700, 700))).max()
    strong = alpha(map_layer.overlay(raw(9.0), MapStyle(True, 1.0), WHOLE, (700, 700))).max()
    assert strong > 240
    assert weak <= 255 * 0.5 / map_layer.LEAST_TOP_LOGITS + 1


def test_opacity_bounds_the_strongest_place():
    strongest = alpha(map_layer.overlay(raw(9.0), MapStyle(True, 0.4), WHOLE, (700, 700))).max()
    assert 0.36 * 255 <= strongest <= 0.4 * 255  # no screen pixel need lie on the very middle of the cell


def test_maps_without_a_unit_are_relative_to_their_own_peak():
    assert map_layer.scale_top(
        ActivationMap(np.full((2, 2), 0.3, np.float32), "x", "score-cam", False)
    ) == pytest.approx(0.3)


@pytest.mark.parametrize("name", colour_scales.NAMES)
def test_scales_rise_steadily_in_lightness(name):
    lightness = colour_scales.rgb_table(name).astype(float) @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness) >= -0.6).all()  # rounding to whole numbers
    assert lightness[-1] - lightness[0] > 150


def test_overlay_words_are_premultiplied():
    words = colour_scales.overlay_table("Inferno", 0.5)
    channels = [(words >> shift) & 255 for shift in (24, 16, 8, 0)]
    assert words[0] == 0
    assert all((channel <= channels[0] + 1).all() for channel in channels[1:])
