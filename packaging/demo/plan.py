"""The night shift that the demo studies tell: 32 made-up patients, each film a draw from a model or a test object.

Six knees (draws 124, 125, 128, 129, 135, 136) were picked from some draws as those that a model in training took for
their grade. What a model makes of them is therefore no measure of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_2000 = "1.2.840.10008.1.2.4.90"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"


class Kind(StrEnum):
    """What a picture shows."""

    CLEAR = "NORMAL"  # drawn from the films without pneumonia; the value is the folder they lie in
    PNEUMONIA = "PNEUMONIA"
    WEDGE = "wedge"  # a constancy test of the detector
    CT = "ct"  # a slice of a computed head phantom
    KNEE = "knee"  # one or both knees from the front
    LATERAL = "lateral knee"  # one from the side, which no model here may judge


@dataclass(frozen=True)
class Picture:
    """One file. ``draw`` seeds it, ``spread`` says how far from the mean film it may lie."""

    kind: Kind
    draw: int = 0
    spread: float = 0.8
    syntax: str = JPEG_LS
    inverted: bool = False  # stored as MONOCHROME1
    cut: float = 1.0  # share of the file that is left
    haze: float = 0.0  # share of the pneumonia films in the look of a clear one
    side: str = "U"  # ImageLaterality (0020,0062): R, L, B for both, U for unpaired
    grades: tuple[int, ...] = ()  # Kellgren-Lawrence grade of each knee, from the picture's left to its right
    long: bool = False  # from the middle of the thigh to the shin


@dataclass(frozen=True)
class Patient:
    """One study. ``minutes`` after 19:00."""

    name: str
    age: str
    sex: str
    minutes: int
    pictures: tuple[Picture, ...]
    charset: str = "ISO_IR 100"


def _clear(draw: int, **more: object) -> Picture:
    return Picture(Kind.CLEAR, draw, **more)  # type: ignore[arg-type]


def _ill(draw: int, **more: object) -> Picture:
    return Picture(Kind.PNEUMONIA, draw, **more)  # type: ignore[arg-type]


def _knees(draw: int, right: int, left: int, **more: object) -> tuple[Picture, Picture]:
    """Return a film of each knee."""
    return tuple(
        Picture(Kind.KNEE, draw + index, side=side, grades=(grade,), **more)  # type: ignore[arg-type]
        for index, (side, grade) in enumerate((("R", right), ("L", left)))
    )  # type: ignore[return-value]


def _both(draw: int, right: int, left: int, **more: object) -> tuple[Picture]:
    """Return one film of both knees."""
    return (Picture(Kind.KNEE, draw, side="B", grades=(right, left), **more),)  # type: ignore[arg-type]


NIGHT = (
    Patient("DEMO^ANNA", "003Y", "F", 6, (_clear(1),)),
    Patient("DEMO^BRUNO", "002Y", "M", 31, (_ill(2),)),
    Patient("DEMO^CARLA", "004Y", "F", 44, (_clear(3, syntax=JPEG_2000),)),
    Patient("DEMO^DAVID", "005Y", "M", 71, (_clear(4),)),
    Patient("DEMO^EMMA", "001Y", "F", 88, (_ill(5), _ill(6))),
    Patient("DEMO^FELIX", "003Y", "M", 97, (_clear(7, inverted=True),)),
    Patient("DEMO^GRETA", "002Y", "F", 125, (_ill(8, syntax=JPEG_LOSSLESS),)),
    Patient("DEMO^HUGO", "054Y", "M", 139, (_clear(9),)),
    Patient("DEMO^IRIS", "004Y", "F", 160, (_clear(10),)),
    Patient("DEMO^JONAS", "001Y", "M", 190, (_ill(11),)),
    Patient("DEMO^KLARA", "002Y", "F", 214, (_clear(12, haze=0.15), Picture(Kind.WEDGE, 1))),
    Patient("DEMO^LEON", "003Y", "M", 233, (_clear(13, syntax=JPEG_2000),)),
    Patient("DEMO^ЗОЯ", "004Y", "F", 262, (_clear(14, haze=0.3),), charset="ISO_IR 192"),
    Patient("DEMO^MAX", "002Y", "M", 290, (_ill(15, cut=0.55),)),
    Patient("DEMO^NORA", "003Y", "F", 305, (_clear(16, haze=0.35),)),
    Patient("DEMO^OSKAR", "005Y", "M", 331, (_ill(17, inverted=True),)),
    Patient("DEMO^PIA", "001Y", "F", 352, (_clear(18), _clear(19))),
    Patient("DEMO^QUIRIN", "003Y", "M", 380, (Picture(Kind.CT),)),
    Patient("DEMO^ROSA", "002Y", "F", 407, (_clear(20, haze=0.3),)),
    Patient("DEMO^SIMON", "004Y", "M", 441, (_ill(21),)),
    Patient("DEMO^TESSA", "003Y", "F", 468, (_clear(22, haze=0.4),)),
    Patient("DEMO^URS", "003Y", "M", 497, (Picture(Kind.WEDGE, 2),)),
    Patient("DEMO^VERA", "002Y", "F", 533, (_ill(23),)),
    Patient("DEMO^WANDA", "005Y", "F", 569, (_clear(24),)),
    Patient("DEMO^ALMA", "062Y", "F", 12, _knees(135, 2, 0)),
    Patient("DEMO^BORIS", "051Y", "M", 52, _knees(103, 0, 0, syntax=JPEG_2000)),
    Patient("DEMO^CLARA", "073Y", "F", 110, _knees(124, 4, 3)),
    Patient("DEMO^DIETER", "058Y", "M", 148, _both(107, 1, 0)),
    Patient("DEMO^EDITH", "079Y", "F", 201, _knees(128, 3, 2, long=True)),
    Patient("DEMO^FRANK", "046Y", "M", 248, _knees(111, 0, 1, inverted=True)),
    Patient("DEMO^GERDA", "068Y", "F", 319, _both(113, 2, 4)),
    Patient("DEMO^HOLGER", "064Y", "M", 395, (*_knees(115, 1, 3)[:1], Picture(Kind.LATERAL, 117, side="R"))),
)
