"""One small file for each transfer syntax: what comes out of it is known (`packaging/make_selftest.py` made them)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from xraydesk.errors import UnreadableImage, XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import Values
from xraydesk.resources import resource_dir

FOLDER, ANSWERS = "selftest", "expected.json"
_PLAIN, _PLAIN_BITS = "explicit-little", 12  # the file that the lossy ones are compared with
_AGAIN = "Install xraydesk again"


@dataclass(frozen=True, slots=True)
class Film:
    """A file and what must come out: these very values, or values that differ by no more than so many grey levels."""

    name: str
    transfer_syntax: str
    sha256: str
    bits: int
    largest_difference: int


def answers() -> dict[str, Any]:
    """Return what must come out of films and models, as it was stored.

    Raises
    ------
    XraydeskError
        The file is missing or cannot be read.
    """
    path = resource_dir(FOLDER) / ANSWERS
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise XraydeskError(
            "What must come out of the self-test cannot be read", subject=path, remedy=_AGAIN
        ) from error
    return dict(found)


def expected() -> list[Film]:
    """Return the files that ship with the program."""
    return [Film(name, **row) for name, row in answers()["films"].items()]


def decoded(film: Film) -> str:
    """Decode one file and compare it with what is known; `UnreadableImage` where it differs."""
    values = load(_path(film.name)).values
    if not film.largest_difference:
        if hashlib.sha256(values.astype("<u2").tobytes()).hexdigest() != film.sha256:
            raise UnreadableImage(f"{film.transfer_syntax} gives other values", subject=film.name, remedy=_AGAIN)
        return f"{film.transfer_syntax}: every value as it should be"
    furthest = _furthest(values, film.bits)
    if furthest > film.largest_difference:
        raise UnreadableImage(
            f"{film.transfer_syntax} is off by {furthest} grey levels, {film.largest_difference} may be",
            subject=film.name,
            remedy=_AGAIN,
        )
    return f"{film.transfer_syntax}: within {film.largest_difference} grey levels of {2**film.bits}"


def _furthest(values: Values, bits: int) -> int:
    plain = load(_path(_PLAIN)).values.astype(np.int64) >> (_PLAIN_BITS - bits)
    if values.shape != plain.shape:
        return int(2**bits)
    return int(abs(values.astype(np.int64) - plain).max())


def _path(name: str) -> Path:
    return resource_dir(FOLDER) / f"{name}.dcm"
