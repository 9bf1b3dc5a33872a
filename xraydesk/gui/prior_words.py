"""What is said of an earlier study."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.messages import said

if TYPE_CHECKING:
    from xraydesk.imaging.study import Study

_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25


_UNITS = ((_DAYS_A_YEAR, 2 * _DAYS_A_YEAR), (_DAYS_A_MONTH, 60), (7, 14), (1, 0))  # days, and from how many it is used
_WORDS = cast(
    tuple[tuple[str, str], ...],  # for each unit: one, several
    (
        (QT_TRANSLATE_NOOP("PriorWords", "1 year earlier"), QT_TRANSLATE_NOOP("PriorWords", "{number} years earlier")),
        (
            QT_TRANSLATE_NOOP("PriorWords", "1 month earlier"),
            QT_TRANSLATE_NOOP("PriorWords", "{number} months earlier"),
        ),
        (QT_TRANSLATE_NOOP("PriorWords", "1 week earlier"), QT_TRANSLATE_NOOP("PriorWords", "{number} weeks earlier")),
        (QT_TRANSLATE_NOOP("PriorWords", "1 day earlier"), QT_TRANSLATE_NOOP("PriorWords", "{number} days earlier")),
    ),
)


def earlier(then: date, now: date) -> str:
    """Return "8 months earlier", coarser the longer ago."""
    days = (now - then).days
    for (size, least), (one, many) in zip(_UNITS, _WORDS, strict=True):
        if days >= least:
            number = round(days / size)
            return translate("PriorWords", one if number == 1 else many).format(number=number)
    return ""


def prior_line(prior: Study, current: Study) -> str:
    """Return "Prior 2024-03-02 (8 months earlier)"."""
    then, now = prior.header.study_time, current.header.study_time
    if then is None or now is None:
        return translate("PriorWords", "Prior without a date")
    since = earlier(then.date(), now.date())
    return translate("PriorWords", "Prior {date} ({since})").format(date=f"{then:%Y-%m-%d}", since=since)


def entry(prior: Study, current: Study) -> str:
    """Return the line with what was taken: "Prior 2024-03-02 (8 months earlier), Chest AP"."""
    header = prior.header
    part = " ".join(text for text in (said(header.body_part.capitalize()), header.view) if text)
    return ", ".join(text for text in (prior_line(prior, current), part) if text)


def banner(prior: Study, current: Study, *, neutral: bool) -> str:
    """Return what stands over a prior's film; neutral: without its date, for pictures that leave the room."""
    then, now = prior.header.study_time, current.header.study_time
    if then is None or now is None:
        return translate("PriorWords", "PRIOR")
    since = earlier(then.date(), now.date())
    if neutral:
        return translate("PriorWords", "PRIOR ({since})").format(since=since)
    return translate("PriorWords", "PRIOR {date} ({since})").format(date=f"{then:%Y-%m-%d}", since=since)


def current_banner(current: Study, *, neutral: bool) -> str:
    """Return what stands over the current film while a prior is beside it."""
    taken = current.header.study_time
    if taken is None or neutral:
        return translate("PriorWords", "CURRENT")
    return translate("PriorWords", "CURRENT {date}").format(date=f"{taken:%Y-%m-%d}")
