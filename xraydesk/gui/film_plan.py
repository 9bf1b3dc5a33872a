"""Which image stands in which cell, and how the cells lie. No widgets."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.picture_loader import ImageKey

MOST_CELLS = 16  # on a page: smaller films are not worth looking at, and as many as that are held at full size


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


def plan(
    layout: Layout,
    images: Sequence[ImageKey],
    priors: Sequence[ImageKey] = (),
    *,
    page: int = 0,
    pair: bool = False,
    mapped: bool = True,
) -> Plan:
    """Return which image stands where. No cell stays empty: a study with fewer images has larger ones.

    Parameters
    ----------
    layout
        What the reader chose.
    images
        Of the current study, the one to begin with first.
    priors
        Of the earlier study to compare with, the best match first; none where none is wanted.
    page
        Of all images of a study, which page of them.
    pair
        Show the first image twice, without and with its map; once where it has none.
    mapped
        Whether it has a map.
    """
    if pair:
        films = (Content(images[0], bare=True), Content(images[0])) if mapped else (Content(images[0]),)
        contents = (*films, *(Content(key, prior=True) for key in priors[:1]))
        return Plan(contents, len(contents))
    if priors:
        wide = 2 if _CELLS[layout] > 2 and len(images) > 1 else 1
        below = [Content(key, prior=True) for key in priors[:wide]]
        return Plan((*(Content(key) for key in images[:wide]), *below), 2)
    begin = page * MOST_CELLS
    shown = tuple(Content(key) for key in images[begin : begin + _CELLS[layout]])
    return Plan(shown, max(1, math.ceil(math.sqrt(len(shown)))))


def hung(plan: Plan, side: Callable[[ImageKey], str]) -> Plan:
    """Return a plan with right before left where a study's two sides stand next to each other: the patient faces us.

    Parameters
    ----------
    side
        The laterality of an image: "R", "L", or what else a header says, which moves nothing.
    """
    contents = list(plan.contents)
    for begin in range(0, len(contents) - 1, plan.columns):
        row = contents[begin : begin + plan.columns]
        for at, (one, other) in enumerate(pairwise(row)):
            if one.key.study_id == other.key.study_id and (side(one.key), side(other.key)) == ("L", "R"):
                row[at : at + 2] = other, one
        contents[begin : begin + plan.columns] = row
    return Plan(tuple(contents), plan.columns)


@dataclass(slots=True)
class Showing:
    """What the reader has before the eyes: which study, from which image on, laid out how."""

    study: str = ""
    count: int = 0
    index: int = 0  # the image the reader is at
    first: int = 0  # the image that stands first
    page: int = 0  # of all images
    layout: Layout = Layout.ONE
    pair: bool = False  # the film without and with its map
    mapped: bool = True  # whether there is a map of it

    @property
    def key(self) -> ImageKey:
        """The image the reader is at."""
        return ImageKey(self.study, self.index)

    @property
    def images(self) -> list[ImageKey]:
        """The images of the study in the order of the cells."""
        return in_order(self.study, self.count, self.first)

    @property
    def pages(self) -> int:
        """How many pages the images take."""
        return math.ceil(self.count / MOST_CELLS) if self.layout is Layout.ALL and not self.pair else 1

    def begin(self, study: str, count: int) -> None:
        """Show another study."""
        self.study, self.count, self.index, self.first, self.page = study, count, 0, 0, 0

    def plan(self, priors: Sequence[ImageKey]) -> Plan:
        """Return which image stands where."""
        return plan(self.layout, self.images, priors, page=self.page, pair=self.pair, mapped=self.mapped)
