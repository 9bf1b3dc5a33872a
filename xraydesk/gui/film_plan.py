"""Which image stands in which cell, and how the cells lie. No widgets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.picture_loader import ImageKey

MOST_CELLS = 16  # at a time: smaller films are not worth looking at, and the strip has the others


class Layout(StrEnum):
    """How many images of a study stand side by side; the value is what the reader is told, in English."""

    ONE = cast(str, QT_TRANSLATE_NOOP("Layout", "One image"))
    TWO = cast(str, QT_TRANSLATE_NOOP("Layout", "Two images side by side"))
    FOUR = cast(str, QT_TRANSLATE_NOOP("Layout", "Four images"))
    ALL = cast(str, QT_TRANSLATE_NOOP("Layout", "All images of the study"))

    @property
    def words(self) -> str:
        """What the reader is told."""
        return translate("Layout", self.value)


_CELLS = {Layout.ONE: 1, Layout.TWO: 2, Layout.FOUR: 4, Layout.ALL: MOST_CELLS}


@dataclass(frozen=True, slots=True)
class Content:
    """What one cell shows."""

    key: ImageKey
    bare: bool = False  # the film without its map, beside the film with it
    prior: bool = False  # of an earlier study of the same patient


@dataclass(frozen=True, slots=True)
class Plan:
    """The contents of the cells, row by row, and how many stand in a row."""

    contents: tuple[Content, ...] = ()
    columns: int = 1


def in_order(study_id: str, count: int, first: int) -> list[ImageKey]:
    """Return the images of a study, one of them first, the others in the order of the study."""
    return [ImageKey(study_id, n) for n in (first, *(i for i in range(count) if i != first))]


def plan(layout: Layout, images: Sequence[ImageKey], priors: Sequence[ImageKey] = (), *, pair: bool = False) -> Plan:
    """Return which image stands where. No cell stays empty: a study with fewer images has larger ones.

    Parameters
    ----------
    layout
        What the reader chose.
    images
        Of the current study, the one to begin with first.
    priors
        Of the earlier study to compare with, the best match first; none where none is wanted.
    pair
        Show the first image twice, without and with its map.
    """
    if pair:
        twice = (Content(images[0], bare=True), Content(images[0]))
        contents = (*twice, *(Content(key, prior=True) for key in priors[:1]))
        return Plan(contents, len(contents))
    if priors:
        wide = 2 if _CELLS[layout] > 2 and len(images) > 1 else 1
        below = [Content(key, prior=True) for key in priors[:wide]]
        return Plan((*(Content(key) for key in images[:wide]), *below), 2)
    shown = tuple(Content(key) for key in images[: _CELLS[layout]])
    return Plan(shown, max(1, math.ceil(math.sqrt(len(shown)))))
