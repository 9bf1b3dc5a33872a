"""What the worklist is asked, and the two lines that stand in it for each study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

SECOND = "needs second read"  # a status: the site wants two readers, or those who read it disagree
LAST = 4  # the urgency of what goes to the bottom


class Key(StrEnum):
    """What the worklist can be sorted by; the value is a column, or stands for an expression."""

    TRIAGE = "triage"
    URGENCY = "urgency"
    SCORE = "score"
    LABEL = "label"  # the probability of `Order.label`
    PATIENT = "patient"
    AGE = "age"
    SEX = "sex"
    NOTE = "note"
    PART = "part"
    VIEW = "view"
    DATE = "date"
    ARRIVED = "arrived"
    WAITING = "waiting"  # the longest waiting first, those down to `Order.floor` above all others
    IMAGES = "images"
    STATUS = "status"
    VERDICT = "verdict"
    AGREEMENT = "agreement"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Order:
    """By what to sort. Ties stand in triage order.

    ``floor`` belongs to `Key.WAITING`: studies up to this urgency stand above the others, and those of urgency `LAST`
    below them, however long they wait; None sorts by the time alone.
    """

    key: Key = Key.TRIAGE
    descending: bool = False
    label: str = ""
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which studies are shown: those of a band or all, those still to read only, and words that must all be found.

    ``status`` leaves those of one status of `StateLine`; "" all.
    """

    band: str | None = None
    unread: bool = False
    text: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many studies there are in all, by band ("" while images are pending), and still to read."""

    total: int = 0
    unread: int = 0
    bands: Mapping[str, int] = field(default_factory=dict)
    second: int = 0  # still to read, and read by another


class HeaderLine(NamedTuple):
    """What a study is sorted and found by as soon as its headers are read. Words are case-folded.

    A tuple, as a hundred thousand are made and written at once.
    """

    number: int
    patient: str
    age: float | None
    sex: str
    part: str
    view: str
    arrived: str  # ISO 8601
    date: str  # ISO 8601, as the header tells it; "" where it does not
    images: int
    text: str  # all words it is found by


class StateLine(NamedTuple):
    """How far a study is judged and read; the rest of what it is sorted, filtered and found by."""

    number: int
    urgency: int = 0  # 0 at the top
    weight: float = 0.0  # within the urgency, the lowest first
    band: str = ""
    score: float | None = None
    note: str = ""
    status: str = ""
    due: bool = True  # the reader still has to do something here
    agreement: str = ""
    verdict: str = ""
    model: str = ""
    said: str = ""  # more words it is found by
    probabilities: Mapping[str, float] = MappingProxyType({})
