"""What one film looks like without any anatomy: size, file type, sharpness, brightness, marks burnt in, who made it."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import Radiograph
from xraydesk.imaging.render import to_grey
from xraydesk.imaging.sniff import HEAD_BYTES, kind_of, openable
from xraydesk.inference.preprocess import to_input
from xraydesk.training.cues import sharpness
from xraydesk.training.duplicates import difference_hash

Film = NDArray[np.uint8]
SIDE = 224  # pixels of the square on which sharpness, brightness and contrast are measured, as a network sees a film
_MARK_SIDE = 512  # longer side of the film on which marks are sought
_BRIGHT, _STEP = 235, 60  # grey levels of a mark, and by how much its surroundings are darker
_SMALLEST, _LARGEST = 0.008, 0.12  # of the longer side: what a letter or a lead marker measures
_MOST_MARKS = 60  # looked at more closely; a film of noise has thousands


@dataclass(frozen=True, slots=True)
class FilmLook:
    """One film. ``problem`` says why it cannot be read; all else is then empty."""

    problem: str = ""
    rows: int = 0
    columns: int = 0
    file_type: str = ""  # "JPEG, RGB"
    sharpness: float = 0.0  # mean absolute Laplacian
    brightness: float = 0.0  # mean grey, 0 to 255
    contrast: float = 0.0  # standard deviation of the grey
    marks: int = 0  # letters and markers, see `marks`
    fingerprint: str = ""  # `difference_hash` as 64 hexadecimal digits
    body_part: str = ""
    view: str = ""
    maker: str = ""
    sex: str = ""
    age_years: float | None = None

    def as_json(self) -> str:
        """Return it as one line."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """Read what `as_json` wrote; TypeError or KeyError where it is something else."""
        return cls(**{field.name: found[field.name] for field in fields(cls)})


def look_at(path: Path, frame: int = 0) -> FilmLook:
    """Decode a film and measure it; what cannot be read comes back with its problem. For any thread."""
    try:
        radiograph = load(path, frame)
        grey = to_grey(radiograph)
        film = grey if grey.dtype == np.uint8 else grey >> 8
        return _measured(radiograph, np.asarray(film).astype(np.uint8, copy=False), path)
    except XraydeskError as error:
        return FilmLook(problem=error.what)


def marks(film: Film) -> int:
    """Return how many small bright spots with a sharp dark surrounding a film has: letters, lead markers, labels.

    Connected pixels of at least `_BRIGHT` of 255, `_SMALLEST` to `_LARGEST` of the longer side in both directions,
    around which (2 pixels off) the film is darker by `_STEP` on average. Bone is seldom so small, bright and sharp; a
    mark inside white bone or a white frame is missed. It is a measure for comparing groups of films, no text reader.
    """
    from scipy import ndimage  # late: only a look at films needs it

    side = max(film.shape)
    bright = film >= _BRIGHT
    places = ndimage.find_objects(ndimage.label(bright)[0])
    spots = [spot for spot in places if all(_has_size(length, side) for length in _lengths(spot))]
    found = 0
    for spot in sorted(spots, key=lambda spot: -math.prod(_lengths(spot)))[:_MOST_MARKS]:
        around = tuple(slice(max(0, one.start - 4), one.stop + 4) for one in spot)
        mark, near = bright[around], film[around]
        far = ndimage.binary_dilation(mark, iterations=4) & ~ndimage.binary_dilation(mark, iterations=2)
        found += bool(far.any()) and float(near[mark].mean() - near[far].mean()) >= _STEP
    return found


def _measured(radiograph: Radiograph, film: Film, path: Path) -> FilmLook:
    header, square = radiograph.header, to_input(film, SIDE)
    return FilmLook(
        rows=radiograph.rows,
        columns=radiograph.columns,
        file_type=_file_type(path, radiograph),
        sharpness=round(float(sharpness(square[None])[0]), 4),
        brightness=round(float(square.mean()), 4),
        contrast=round(float(square.std()), 4),
        marks=marks(_reduced(film)),
        fingerprint=difference_hash(square).tobytes().hex(),
        body_part=header.body_part.lower(),
        view=header.view,
        maker=header.manufacturer,
        sex=header.sex,
        age_years=header.age_years,
    )


def _reduced(film: Film) -> Film:
    """Return a film no side of which is longer than `_MARK_SIDE` pixels."""
    picture = Image.fromarray(film)
    picture.thumbnail((_MARK_SIDE, _MARK_SIDE), Image.Resampling.BOX)
    return np.asarray(picture)


def _file_type(path: Path, radiograph: Radiograph) -> str:
    """Name format and depth: a picture's colour channels are told apart although both are shown grey."""
    with open(openable(path), "rb") as file:  # noqa: PTH123 - a long Windows path is a string
        kind = kind_of(file.read(HEAD_BYTES))
    if kind == "dicom":
        return f"DICOM, {_syntax(radiograph.header.transfer_syntax)}, {radiograph.bits} bit"
    try:
        with Image.open(path) as picture:
            return (
                f"{kind.upper()}, {'grey' if picture.mode in {'L', 'I;16', 'I;16B', 'I', 'F', '1'} else picture.mode}"
            )
    except OSError:
        return kind.upper()


def _syntax(uid: str) -> str:
    from pydicom.uid import UID

    return UID(uid).name or "unknown transfer syntax"


def _has_size(length: int, side: int) -> bool:
    return _SMALLEST * side <= length <= _LARGEST * side


def _lengths(spot: tuple[slice, ...]) -> list[int]:
    return [one.stop - one.start for one in spot]
