"""How the points of the map are told apart: each group has a shape and a word, and a colour beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QColor

from xraydesk.gui import bands, theme
from xraydesk.gui.colour_scales import rgb_table
from xraydesk.gui.language import translate
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.research.map_data import MapImage, Said
from xraydesk.triage.assessment import Band

if TYPE_CHECKING:
    from xraydesk.research.map_data import MapData


class By(StrEnum):
    """What colours and shapes stand for."""

    TRUTH = "truth"
    BODY_PART = "body part"
    BAND = "band"
    VERDICT = "verdict"
    DISTANCE = "distance"


TITLES = cast(
    dict[By, str],
    {
        By.TRUTH: QT_TRANSLATE_NOOP("MapGroups", "Class by the reference standard"),
        By.BODY_PART: QT_TRANSLATE_NOOP("MapGroups", "Body part"),
        By.BAND: QT_TRANSLATE_NOOP("MapGroups", "Band of the image"),
        By.VERDICT: QT_TRANSLATE_NOOP("MapGroups", "Verdict of the readers"),
        By.DISTANCE: QT_TRANSLATE_NOOP("MapGroups", "Distance from the training films"),
    },
)
_TRUTH = cast(
    dict[Said, str],
    {
        Said.ABNORMAL: QT_TRANSLATE_NOOP("MapGroups", "abnormal"),
        Said.NORMAL: QT_TRANSLATE_NOOP("MapGroups", "normal"),
        Said.DIVIDED: QT_TRANSLATE_NOOP("MapGroups", "contradictory"),
        Said.NOTHING: QT_TRANSLATE_NOOP("MapGroups", "not known"),
    },
)
_VERDICT = cast(
    dict[Said, str],
    {
        Said.ABNORMAL: QT_TRANSLATE_NOOP("MapGroups", "abnormal"),
        Said.NORMAL: QT_TRANSLATE_NOOP("MapGroups", "normal"),
        Said.UNSURE: QT_TRANSLATE_NOOP("MapGroups", "unsure"),
        Said.DIVIDED: QT_TRANSLATE_NOOP("MapGroups", "readers disagree"),
        Said.NOTHING: QT_TRANSLATE_NOOP("MapGroups", "not read"),
    },
)
_SAID_LOOK = {  # symbols are pyqtgraph's
    Said.ABNORMAL: ("band_likely", "t1"),
    Said.NORMAL: ("band_low", "o"),
    Said.UNSURE: ("band_uncertain", "d"),
    Said.DIVIDED: ("band_not_assessed", "x"),
    Said.NOTHING: ("text_dim", "+"),
}
_BAND_SYMBOL = {Band.LIKELY: "t1", Band.UNCERTAIN: "d", Band.NOT_ASSESSED: "s", Band.LOW: "o"}
_SYMBOLS = ("o", "t1", "s", "d", "x", "star", "t", "+")
_CATEGORIES = 7  # of the theme's series; the last one is as grey as what is not stated
_STEPS = 5  # of the distance within the limit
_SCALE = {"dark": (95, 255), "light": (0, 135)}  # the part of the colour scale that is seen on the ground


@dataclass(frozen=True, slots=True)
class Group:
    """Points that look alike."""

    word: str
    colour: QColor
    symbol: str
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """``which`` (n,) is the number of each point's group."""

    by: By
    groups: tuple[Group, ...]
    which: NDArray[np.int64]


def title(by: By) -> str:
    """Return what colours stand for, in the window's language."""
    return translate("MapGroups", TITLES[by])


def true_word(said: Said) -> str:
    """Return what is taken as true of a study."""
    return translate("MapGroups", _TRUTH[said])


def verdict_word(said: Said) -> str:
    """Return what the readers of a study say."""
    return translate("MapGroups", _VERDICT[said])


def grouping(data: MapData, by: By) -> Grouping:
    """Sort images into groups by what is known of them; groups without images are left out."""
    match by:
        case By.TRUTH:
            return _by_said(by, [image.truth for image in data.images], _TRUTH)
        case By.VERDICT:
            return _by_said(by, [image.verdict for image in data.images], _VERDICT)
        case By.BAND:
            return _by_band(data.images)
        case By.BODY_PART:
            return _by_part(data.images)
        case By.DISTANCE:
            return _by_distance(data)


def _grouped(by: By, looks: Sequence[tuple[str, QColor, str]], which: Sequence[int] | NDArray[np.int64]) -> Grouping:
    """Return groups with their counts, without the empty ones."""
    numbers = np.asarray(which, np.int64)
    counts = np.bincount(numbers, minlength=len(looks))
    kept = np.flatnonzero(counts)
    place = np.zeros(len(looks), np.int64)
    place[kept] = np.arange(len(kept))
    groups = tuple(Group(*looks[n], int(counts[n])) for n in kept.tolist())
    return Grouping(by, groups, place[numbers])


def _by_said(by: By, said: Sequence[Said], words: dict[Said, str]) -> Grouping:
    order = list(words)
    colours = theme.current()
    looks = [
        (translate("MapGroups", words[one]), colours.colour(_SAID_LOOK[one][0]), _SAID_LOOK[one][1]) for one in order
    ]
    return _grouped(by, looks, [order.index(one) for one in said])


def _by_band(images: Sequence[MapImage]) -> Grouping:
    order = list(_BAND_SYMBOL)
    colours = theme.current()
    looks = [(bands.look(band).word, colours.band(band), _BAND_SYMBOL[band]) for band in order]
    return _grouped(By.BAND, looks, [order.index(image.band) for image in images])


def _by_part(images: Sequence[MapImage]) -> Grouping:
    colours = theme.current()
    counted = Counter(image.body_part for image in images if image.body_part)
    named = [part for part, _ in counted.most_common(_CATEGORIES)]
    looks = [(part.capitalize(), colours.colour(f"series_{n + 1}"), _SYMBOLS[n]) for n, part in enumerate(named)]
    looks.append((translate("MapGroups", "other"), colours.colour("text"), _SYMBOLS[-1]))
    looks.append((translate("MapGroups", "not stated"), colours.colour("text_dim"), _SYMBOLS[-1]))
    rank = {part: number for number, part in enumerate(named)}
    which = [rank.get(image.body_part, len(named) + (not image.body_part)) for image in images]
    return _grouped(By.BODY_PART, looks, which)


def _by_distance(data: MapData) -> Grouping:
    """Equal steps up to the model's limit; beyond it the shape changes, too."""
    colours = theme.current()
    first, last = _SCALE[colours.name]
    shades = rgb_table("Viridis")[np.linspace(first, last, _STEPS).round().astype(int)]
    edges = np.linspace(0, data.limit, _STEPS + 1)
    step = translate("MapGroups", "{low} to {high}")
    looks = [
        (step.format(low=decimal(edges[n], 1), high=decimal(edges[n + 1], 1)), QColor(*map(int, shades[n])), "o")
        for n in range(_STEPS)
    ]
    beyond = translate("MapGroups", "beyond the limit of {limit}").format(limit=decimal(data.limit, 1))
    looks += [(beyond, colours.colour("band_likely"), "t1")]
    looks += [(translate("MapGroups", "not known"), colours.colour("text_dim"), "+")]
    distances = np.array([np.nan if image.distance is None else image.distance for image in data.images], float)
    known = np.nan_to_num(distances, nan=0.0)
    within = np.clip((known / data.limit * _STEPS).astype(np.int64), 0, _STEPS - 1)
    which = np.where(np.isnan(distances), _STEPS + 1, np.where(known > data.limit, _STEPS, within))
    return _grouped(By.DISTANCE, looks, which)
