"""What stands beside a measurement: the number, its unit and what it refers to, always together."""

from __future__ import annotations

from xraydesk.gui.language import translate
from xraydesk.gui.words import figure
from xraydesk.imaging import measurements
from xraydesk.imaging.measurements import Amount, Basis, Measurement, MeasurementKind, Statistics
from xraydesk.imaging.radiograph import Radiograph

LIVE_PIXELS = 1_000_000  # statistics of a larger ellipse wait until it is let go


def lines(measurement: Measurement, radiograph: Radiograph, *, live: bool = False) -> tuple[str, ...]:
    """Return the lines of a label.

    Parameters
    ----------
    measurement
        What was drawn.
    radiograph
        The film it was drawn on: its spacing says what the numbers refer to.
    live
        It is being dragged: statistics that take long are left out.
    """
    points, spacing = measurement.points, radiograph.spacing
    if measurement.kind is MeasurementKind.LENGTH:
        return (amount_words(measurements.length(points[0], points[1], spacing)),)
    if measurement.kind is MeasurementKind.ANGLE:
        return (amount_words(measurements.angle(points[0], points[1], points[2], spacing)),)
    if measurement.kind is MeasurementKind.COBB:
        angle = amount_words(measurements.cobb_angle(points, spacing))
        return (translate("MeasureWords", "Cobb {angle}").format(angle=angle),)
    corner, opposite = points
    area = measurements.ellipse_area(corner, opposite, spacing)
    wait = live and measurements.ellipse_area(corner, opposite, None).value > LIVE_PIXELS
    found = None if wait else measurements.ellipse_statistics(radiograph, corner, opposite)
    return (*statistics_lines(found), translate("MeasureWords", "area {area}").format(area=amount_words(area)))


def amount_words(amount: Amount) -> str:
    """Return "42.1 mm at detector", "42.1 mm calibrated" or "312.4 px, no mm in the file"."""
    digits = 0 if amount.unit in {"mm²", "px²"} and amount.value >= 100 else 1
    gap = "" if amount.unit == "°" else " "
    number = f"{figure(amount.value, f',.{digits}f')}{gap}{amount.unit}"
    if amount.basis is Basis.CALIBRATED:
        text = translate("MeasureWords", "{number} calibrated")
    elif amount.basis is Basis.AT_DETECTOR:
        text = translate("MeasureWords", "{number} at detector")
    elif amount.unit == "°":
        text = translate("MeasureWords", "{number} in pixels taken as square")
    else:
        text = translate("MeasureWords", "{number}, no mm in the file")
    return text.format(number=number)


def statistics_lines(found: Statistics | None) -> tuple[str, ...]:
    """Return mean, standard deviation, range and number of pixels; nothing where there are none."""
    if found is None:
        return ()
    middle = translate("MeasureWords", "mean {mean}  SD {deviation}")
    values = translate("MeasureWords", "{least} to {most} pixel values, n {count}")
    return (
        middle.format(mean=figure(found.mean, ",.1f"), deviation=figure(found.deviation, ",.1f")),
        values.format(least=figure(found.least, ",g"), most=figure(found.most, ",g"), count=figure(found.count)),
    )
