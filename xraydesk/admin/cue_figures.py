"""How well each look of a film that has nothing to do with anatomy separates the classes by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.admin.film_look import FilmLook
from xraydesk.evaluation.discrimination import Interval, auroc_interval

FEWEST = 10  # films of each class, for a figure; and of a name, to count by itself
_RARE = "other"


class CueKind(StrEnum):
    """What is looked at."""

    FILE_TYPE = "file type"
    SIZE = "size"
    ASPECT = "aspect ratio"
    SHARPNESS = "sharpness"
    BRIGHTNESS = "brightness"
    CONTRAST = "contrast"
    MARKS = "text and markers"
    MAKER = "device maker"
    VIEW = "view"


class Weight(StrEnum):
    """What a cue means for a model that learns from these films; by the lower bound of its AUROC."""

    NONE = "none"  # the interval holds one half
    SOME = "some"
    MUCH = "much"  # from 0.7
    NEARLY_ALL = "nearly all"  # from 0.9


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue; the better direction is taken, so that 0.5 is nothing."""

    kind: CueKind
    auroc: Interval  # 95 %, DeLong
    best: str = ""  # of names: the one with the highest share of abnormal films

    @property
    def weight(self) -> Weight:
        """How much a model could learn from it in place of the disease."""
        low = self.auroc.low
        if not np.isfinite(low) or low <= 0.5:
            return Weight.NONE
        return Weight.NEARLY_ALL if low >= 0.9 else Weight.MUCH if low >= 0.7 else Weight.SOME


_NUMBERS: dict[CueKind, Callable[[FilmLook], float]] = {
    CueKind.SIZE: lambda look: float(look.rows * look.columns),
    CueKind.ASPECT: lambda look: look.columns / look.rows,
    CueKind.SHARPNESS: lambda look: look.sharpness,
    CueKind.BRIGHTNESS: lambda look: look.brightness,
    CueKind.CONTRAST: lambda look: look.contrast,
    CueKind.MARKS: lambda look: float(look.marks),
}
_NAMES: dict[CueKind, Callable[[FilmLook], str]] = {
    CueKind.FILE_TYPE: lambda look: look.file_type,
    CueKind.MAKER: lambda look: look.maker,
    CueKind.VIEW: lambda look: look.view,
}


def cues_of(looks: Sequence[FilmLook], labels: NDArray[np.int64]) -> tuple[Cue, ...]:
    """Return each cue's AUROC, the strongest first; none where a class has fewer than `FEWEST` films.

    A cue that is the same in all films is left out.

    Parameters
    ----------
    looks
        Films that can be read.
    labels
        1 abnormal, 0 not; shape (n,).
    """
    if min((labels == 1).sum(), (labels == 0).sum()) < FEWEST:
        return ()
    numbers = {kind: np.array([of(look) for look in looks]) for kind, of in _NUMBERS.items()}
    names = {kind: [of(look) for look in looks] for kind, of in _NAMES.items()}
    cues = [Cue(kind, _better(labels, values)) for kind, values in numbers.items() if len(np.unique(values)) > 1]
    cues += [_by_name(kind, values, labels) for kind, values in names.items() if len(set(values)) > 1]
    return tuple(sorted(cues, key=lambda cue: -cue.auroc.value))


def _by_name(kind: CueKind, names: Sequence[str], labels: NDArray[np.int64]) -> Cue:
    """Put names in order of their share of abnormal films, which is the best that any order of them can do.

    Names of fewer than `FEWEST` films count together: in a dozen films one class alone is no sign of a cue.
    """
    values, inverse, counts = np.unique(np.array(names), return_inverse=True, return_counts=True)
    rare = counts < FEWEST
    group = np.where(rare, len(values), np.arange(len(values)))[inverse]
    ill = np.bincount(group, labels, len(values) + 1)
    share = ill / np.maximum(1, np.bincount(group, minlength=len(values) + 1))
    common = [n for n in range(len(values)) if not rare[n]]
    best = values[max(common, key=lambda n: share[n])] if len(common) > 1 else ""
    return Cue(kind, _better(labels, share[group]), str(best))


def _better(labels: NDArray[np.int64], values: NDArray[np.float64]) -> Interval:
    found = auroc_interval(labels, values)
    if found.value >= 0.5:
        return found
    return Interval(1 - found.value, 1 - found.high, 1 - found.low)
