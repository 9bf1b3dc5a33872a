"""Geometry of what readers draw: checked against figures worked out by hand, and against turning and swapping."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.imaging import measurements as m
from xraydesk.imaging.measurements import Basis, Measurement, MeasurementKind
from xraydesk.imaging.radiograph import PixelSpacing, Radiograph, SpacingKind, Window

DETECTOR = PixelSpacing(0.2, 0.2, SpacingKind.AT_DETECTOR)
OBLONG = PixelSpacing(row_mm=0.5, column_mm=0.1, kind=SpacingKind.CALIBRATED)
PLACE = st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000))


def film(values: np.ndarray) -> Radiograph:
    return Radiograph(values, (Window(0, 1),))


@pytest.mark.parametrize(
    ("spacing", "amount"),
    [
        (None, m.Amount(50.0, "px", Basis.PIXELS)),
        (DETECTOR, m.Amount(10.0, "mm", Basis.AT_DETECTOR)),
        (PixelSpacing(0.2, 0.2, SpacingKind.CALIBRATED), m.Amount(10.0, "mm", Basis.CALIBRATED)),
    ],
)
def test_a_length_says_what_it_refers_to(spacing, amount):
    found = m.length((10, 10), (40, 50), spacing)
    assert (found.unit, found.basis) == (amount.unit, amount.basis)
    assert found.value == pytest.approx(amount.value)


def test_pixels_that_are_not_square_count_by_row_and_column():
    assert m.length((0, 0), (30, 0), OBLONG).value == pytest.approx(3.0)
    assert m.length((0, 0), (0, 8), OBLONG).value == pytest.approx(4.0)
    assert m.length((0, 0), (30, 8), OBLONG).value == pytest.approx(5.0)
    assert m.angle((30, 0), (0, 0), (30, 6), OBLONG).value == pytest.approx(45.0)
    assert m.ellipse_area((0, 0), (20, 4), OBLONG).value == pytest.approx(math.pi)


def test_an_angle_is_that_of_the_arms():
    assert m.angle((1, 0), (0, 0), (0, 1), None).value == pytest.approx(90)
    assert m.angle((1, 0), (0, 0), (-1, 0), None).value == pytest.approx(180)
    assert m.angle((5, 5), (5, 5), (9, 9), None).value == 0
    assert m.angle((1e6, 1), (0, 0), (1e6, 0), None).value == pytest.approx(math.degrees(1e-6), rel=1e-6)


def plates(first: float, second: float, turned: float = 0.0) -> list[m.Point]:
    """Return two end plates, one above the other, at these angles to the horizontal, all turned together."""
    points = []
    for down, tilt in ((-100, first), (100, second)):
        way = math.radians(tilt)
        points += [(-40 * math.cos(way), down - 40 * math.sin(way)), (40 * math.cos(way), down + 40 * math.sin(way))]
    c, s = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    return [(c * x - s * y, s * x + c * y) for x, y in points]


@given(st.floats(-60, 60), st.floats(-60, 60), st.sampled_from([0, 90, 180, 270, 33]), st.booleans(), st.booleans())
def test_a_cobb_angle_does_not_depend_on_the_strokes_or_on_how_the_film_hangs(first, second, turned, one, other):
    a, b, c, d = plates(first, second, turned)
    points = (*((b, a) if one else (a, b)), *((d, c) if other else (c, d)))
    assert m.cobb_angle(points, None).value == pytest.approx(abs(first - second), abs=1e-6)


def test_a_curve_beyond_a_right_angle_is_not_made_smaller():
    assert m.cobb_angle(tuple(plates(-55, 55)), None).value == pytest.approx(110)


def test_lines_in_one_line_have_an_acute_angle():
    assert m.cobb_angle(((0, 0), (10, 0), (30, 0), (20, 0)), None).value == pytest.approx(0)
    assert m.cobb_angle(((0, 0), (10, 0), (10, 0), (0, 0)), DETECTOR).basis is Basis.AT_DETECTOR


def test_statistics_are_those_of_the_values_under_the_ellipse():
    values = np.full((40, 50), 100, np.int16)
    values[:20] = -300
    found = m.ellipse_statistics(film(values), (30, 30), (10, 10))  # the corners in any order
    rows, columns = np.mgrid[:40, :50] + 0.5
    inside = (columns - 20) ** 2 + (rows - 20) ** 2 <= 100
    assert found is not None
    assert found.count == inside.sum()
    assert (found.mean, found.deviation) == (-100.0, 200.0)
    assert (found.least, found.most) == (-300.0, 100.0)
    assert found.count == pytest.approx(m.ellipse_area((10, 10), (30, 30), None).value, rel=0.02)


def test_statistics_of_16_bits_do_not_overflow():
    found = m.ellipse_statistics(film(np.full((300, 300), 65535, np.uint16)), (0, 0), (300, 300))
    assert found is not None
    assert (found.mean, found.deviation) == (65535.0, 0.0)


@pytest.mark.parametrize("corners", [((5, 5), (5, 9)), ((5.1, 5.1), (5.2, 5.2)), ((-40, -40), (-5, -5))])
def test_an_ellipse_over_no_pixel_has_no_statistics(corners):
    assert m.ellipse_statistics(film(np.zeros((20, 20), np.uint8)), *corners) is None


def test_only_what_lies_on_the_film_counts():
    found = m.ellipse_statistics(film(np.full((20, 20), 7, np.uint8)), (-10, -10), (10, 10))
    assert found is not None
    assert 70 < found.count < 80  # a quarter of the circle
    assert found.mean == 7


@pytest.mark.parametrize(("kind", "count"), [(MeasurementKind.LENGTH, 3), (MeasurementKind.COBB, 2)])
def test_the_wrong_number_of_points_is_refused(kind, count):
    with pytest.raises(ValueError, match="points"):
        Measurement(kind, ((1.0, 1.0),) * count)


def test_a_place_that_is_none_is_refused():
    with pytest.raises(ValueError, match="place"):
        Measurement(MeasurementKind.LENGTH, ((0.0, 0.0), (math.nan, 1.0)))


@given(st.sampled_from([MeasurementKind.ANGLE, MeasurementKind.COBB]), st.data())
def test_a_handle_moves_its_point_alone(kind, data):
    points = tuple(data.draw(PLACE) for _ in range(m.POINTS[kind]))
    number = data.draw(st.integers(0, len(points) - 1))
    moved = m.with_handle(Measurement(kind, points), number, (7.0, 8.0))
    assert m.handles(moved)[number] == (7.0, 8.0)
    assert [p for n, p in enumerate(moved.points) if n != number] == [p for n, p in enumerate(points) if n != number]


def test_each_handle_of_an_ellipse_moves_its_side():
    ellipse = Measurement(MeasurementKind.ELLIPSE, ((10, 20), (30, 60)))
    assert m.handles(ellipse) == ((20, 20), (30, 40), (20, 60), (10, 40))
    boxes = [m.with_handle(ellipse, n, (100, 200)).points for n in range(4)]
    assert boxes == [
        ((10, 200), (30, 60)),
        ((10, 20), (100, 60)),
        ((10, 20), (30, 200)),
        ((100, 20), (30, 60)),
    ]


def test_a_shift_moves_all_of_it():
    assert m.shifted(Measurement(MeasurementKind.LENGTH, ((1, 2), (3, 4))), 10, -1).points == ((11, 1), (13, 3))
