"""Lengths, angles and ellipses on a film: from places in pixels to numbers that say what they refer to. No Qt.

A place is (column, row) with fractions; the pixel in column c covers [c, c + 1). Millimetres come from the film's own
spacing and carry its kind with them: a length at the detector is longer than the same length in the patient, and a
film without spacing is measured in pixels, never in guessed millimetres (PS3.3 10.7.1.3).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.imaging.radiograph import PixelSpacing, Radiograph, SpacingKind

Point = tuple[float, float]  # column, row


class MeasurementKind(StrEnum):
    """What is measured."""

    LENGTH = "length"
    ANGLE = "angle"
    COBB = "cobb"
    ELLIPSE = "ellipse"


POINTS = {
    MeasurementKind.LENGTH: 2,  # both ends
    MeasurementKind.ANGLE: 3,  # end of one arm, vertex, end of the other arm
    MeasurementKind.COBB: 4,  # both ends of one line, both ends of the other
    MeasurementKind.ELLIPSE: 2,  # opposite corners of the upright box around it
}


class Basis(StrEnum):
    """What a number refers to."""

    CALIBRATED = SpacingKind.CALIBRATED.value
    AT_DETECTOR = SpacingKind.AT_DETECTOR.value
    PIXELS = "pixels"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a reader drew on a film.

    Raises
    ------
    ValueError
        The number of points is not that of the kind, or one of them is no place.
    """

    kind: MeasurementKind
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(self.points) != POINTS[self.kind]:
            raise ValueError(f"{self.kind} takes {POINTS[self.kind]} points, not {len(self.points)}")
        if not all(math.isfinite(value) for point in self.points for value in point):
            raise ValueError("a point must be a place on the film")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, its unit ("mm", "px", "mm²", "px²", "°") and what it refers to."""

    value: float
    unit: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Statistics:
    """Values under an ellipse, in the unit of the film's values; ``deviation`` is that of the population."""

    mean: float
    deviation: float
    least: float
    most: float
    count: int


def basis_of(spacing: PixelSpacing | None) -> Basis:
    """Return what lengths on a film with this spacing refer to."""
    return Basis.PIXELS if spacing is None else Basis(spacing.kind.value)


def length(start: Point, end: Point, spacing: PixelSpacing | None) -> Amount:
    """Return the distance of two places; rows and columns count with their own spacing."""
    return Amount(math.hypot(*_way(start, end, spacing)), "px" if spacing is None else "mm", basis_of(spacing))


def angle(first: Point, vertex: Point, second: Point, spacing: PixelSpacing | None) -> Amount:
    """Return the angle between two arms, 0 to 180 degrees; 0 where an arm has no length.

    Pixels that are not square bend angles, so the spacing counts here, too; without one they are taken as square.
    """
    degrees = _between(_way(vertex, first, spacing), _way(vertex, second, spacing))
    return Amount(degrees, "°", basis_of(spacing))


def cobb_angle(points: tuple[Point, ...], spacing: PixelSpacing | None) -> Amount:
    """Return the angle between two end plates, 0 to 180 degrees, however each was drawn.

    The acute angle between the lines would make 70 of a curve of 110 degrees, and the angle between the strokes depends
    on the hand that drew them. So both lines are taken in the direction that leads to the same side of the spine, whose
    course at that place is the way from the middle of one line to the middle of the other. Where that way runs along
    one of the lines, there is no such side, and it is the acute angle.
    """
    a, b, c, d = points
    first, second = _way(a, b, spacing), _way(c, d, spacing)
    spine = _way(middle(a, b), middle(c, d), spacing)
    sides = _cross(spine, first), _cross(spine, second)
    degrees = _between(first, second)
    if not all(sides):
        degrees = min(degrees, 180.0 - degrees)
    elif (sides[0] > 0) != (sides[1] > 0):
        degrees = 180.0 - degrees
    return Amount(degrees, "°", basis_of(spacing))


def ellipse_area(corner: Point, opposite: Point, spacing: PixelSpacing | None) -> Amount:
    """Return the area of the ellipse in an upright box."""
    across, down = _way(corner, opposite, spacing)
    return Amount(math.pi / 4 * abs(across * down), "px²" if spacing is None else "mm²", basis_of(spacing))


def ellipse_statistics(radiograph: Radiograph, corner: Point, opposite: Point) -> Statistics | None:
    """Return what the modality step's values are under an ellipse; None where it covers no pixel's middle."""
    left, right = sorted((corner[0], opposite[0]))
    top, bottom = sorted((corner[1], opposite[1]))
    columns = _within(left, right, radiograph.columns)
    rows = _within(top, bottom, radiograph.rows)
    if not (columns and rows) or right <= left or bottom <= top:
        return None
    across = (np.asarray(columns) + 0.5 - (left + right) / 2) / ((right - left) / 2)
    down = (np.asarray(rows) + 0.5 - (top + bottom) / 2) / ((bottom - top) / 2)
    inside: NDArray[np.bool_] = across[None, :] ** 2 + down[:, None] ** 2 <= 1.0
    part = radiograph.values[rows.start : rows.stop, columns.start : columns.stop][inside].astype(np.float64)
    if not part.size:
        return None
    return Statistics(float(part.mean()), float(part.std()), float(part.min()), float(part.max()), int(part.size))


# -- handles: the places a reader can take hold of -------------------------------------------------------------------


def handles(measurement: Measurement) -> tuple[Point, ...]:
    """Return the places to drag: the points themselves; of an ellipse its top, right, bottom and left."""
    if measurement.kind is not MeasurementKind.ELLIPSE:
        return measurement.points
    (left, top), (right, bottom) = measurement.points
    across, down = middle(*measurement.points)
    return ((across, top), (right, down), (across, bottom), (left, down))


def with_handle(measurement: Measurement, number: int, place: Point) -> Measurement:
    """Return it with one handle at another place."""
    if measurement.kind is MeasurementKind.ELLIPSE:
        (left, top), (right, bottom) = measurement.points
        column, row = place
        top, right, bottom, left = (
            row if number == 0 else top,
            column if number == 1 else right,
            row if number == 2 else bottom,
            column if number == 3 else left,
        )
        return replace(measurement, points=((left, top), (right, bottom)))
    points = list(measurement.points)
    points[number] = place
    return replace(measurement, points=tuple(points))


def shifted(measurement: Measurement, columns: float, rows: float) -> Measurement:
    """Return it moved as a whole."""
    return replace(measurement, points=tuple((column + columns, row + rows) for column, row in measurement.points))


def middle(one: Point, other: Point) -> Point:
    """Return the place halfway between two."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _way(start: Point, end: Point, spacing: PixelSpacing | None) -> tuple[float, float]:
    """Return how far it is across and down, in millimetres where there is a spacing, else in pixels."""
    across, down = (1.0, 1.0) if spacing is None else (spacing.column_mm, spacing.row_mm)
    return (end[0] - start[0]) * across, (end[1] - start[1]) * down


def _between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the angle between two directions; by the tangent, which is exact near 0 and 180 degrees, too."""
    along = one[0] * other[0] + one[1] * other[1]
    return math.degrees(math.atan2(abs(_cross(one, other)), along))


def _cross(one: tuple[float, float], other: tuple[float, float]) -> float:
    return one[0] * other[1] - one[1] * other[0]


def _within(low: float, high: float, count: int) -> range:
    """Return the columns or rows of a film whose middle lies between two places."""
    return range(max(0, math.ceil(low - 0.5)), min(count, math.floor(high - 0.5) + 1))
