"""What is said of an earlier study. Plain Python, no Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xraydesk.imaging.study import Study

_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25


def earlier(then: date, now: date) -> str:
    """Return "8 months earlier", coarser the longer ago."""
    days = (now - then).days
    for size, least, one, many in (
        (_DAYS_A_YEAR, 2 * _DAYS_A_YEAR, "1 year earlier", "{} years earlier"),
        (_DAYS_A_MONTH, 60, "1 month earlier", "{} months earlier"),
        (7, 14, "1 week earlier", "{} weeks earlier"),
        (1, 0, "1 day earlier", "{} days earlier"),
    ):
        if days >= least:
            number = round(days / size)
            return one if number == 1 else many.format(number)
    return ""


def prior_line(prior: Study, current: Study) -> str:
    """Return "Prior 2024-03-02 (8 months earlier)"."""
    then, now = prior.header.study_time, current.header.study_time
    if then is None or now is None:
        return "Prior without a date"
    return f"Prior {then:%Y-%m-%d} ({earlier(then.date(), now.date())})"


def entry(prior: Study, current: Study) -> str:
    """Return the line with what was taken: "Prior 2024-03-02 (8 months earlier), Chest AP"."""
    header = prior.header
    part = " ".join(text for text in (header.body_part.capitalize(), header.view) if text)
    return ", ".join(text for text in (prior_line(prior, current), part) if text)


def banner(prior: Study, current: Study, *, neutral: bool) -> str:
    """Return what stands over a prior's film; neutral: without its date, for pictures that leave the room."""
    then, now = prior.header.study_time, current.header.study_time
    if then is None or now is None:
        return "PRIOR"
    since = earlier(then.date(), now.date())
    return f"PRIOR ({since})" if neutral else f"PRIOR {then:%Y-%m-%d} ({since})"


def current_banner(current: Study, *, neutral: bool) -> str:
    """Return what stands over the current film while a prior is beside it."""
    taken = current.header.study_time
    return "CURRENT" if taken is None or neutral else f"CURRENT {taken:%Y-%m-%d}"
