"""A filter of the worklist that the reader keeps under a name, and how the settings hold it. Plain Python, no Qt.

In the settings a saved filter is one line of names and values as in a web address, which a person can read and edit:
``name=Chests+to+read&band=likely&unread=yes&search=chest&order=waiting&down=yes&floor=likely``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from xraydesk.gui.ordering import Column, Sorting
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Filter
from xraydesk.triage.standing import Status

log = logging.getLogger(__name__)

YES = "yes"


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What is shown, in which order, and what the reader calls it."""

    name: str
    filter: Filter = field(default_factory=Filter)
    sorting: Sorting = field(default_factory=Sorting)

    def shows_as(self, wanted: Filter, sorting: Sorting) -> bool:
        """Whether it is what is on screen."""
        return (self.filter, self.sorting) == (wanted, sorting)


def written(saved: SavedFilter) -> str:
    """Return a saved filter as a line of the settings."""
    wanted, sorting = saved.filter, saved.sorting
    parts = {
        "name": saved.name,
        "band": "" if wanted.band is None else Band(wanted.band).name.lower(),
        "unread": YES if wanted.unread else "",
        "status": wanted.status,
        "search": wanted.text,
        "order": sorting.column.name.lower(),
        "down": YES if sorting.descending else "",
        "label": sorting.label,
        "floor": "" if sorting.floor is None else sorting.floor.name.lower(),
    }
    return urlencode({key: value for key, value in parts.items() if value}, errors="replace")


def read(line: str) -> SavedFilter:
    """Return the saved filter of a line of the settings.

    Raises
    ------
    ValueError
        It has no name, or names a band or an order that there is not.
    """
    parts = dict(parse_qsl(line))
    name = parts.get("name", "").strip()
    if not name:
        raise ValueError("it has no name")
    try:
        wanted = Filter(
            _band(parts.get("band")),
            parts.get("unread") == YES,
            parts.get("search", "").strip(),
            _status(parts.get("status", "")),
        )
        column = Column[parts.get("order", Column.RANK.name).upper()]
        down, label, floor = parts.get("down") == YES, parts.get("label", ""), _band(parts.get("floor"))
    except (KeyError, ValueError) as error:
        raise ValueError(f"nothing is called {error}") from error
    return SavedFilter(name, wanted, Sorting(column, down, label, floor))


def read_all(lines: Iterable[str]) -> tuple[SavedFilter, ...]:
    """Return the saved filters of the settings; a line that cannot be read is left out, with a sentence in the log."""
    found: tuple[SavedFilter, ...] = ()
    for place, line in enumerate(lines, start=1):
        try:
            found = with_saved(found, read(line))
        except ValueError as error:  # the line itself may hold a name that was searched for: not for the log
            log.warning("Saved filter %d of the settings cannot be used: %s", place, error)
    return found


def with_saved(known: Sequence[SavedFilter], new: SavedFilter) -> tuple[SavedFilter, ...]:
    """Return the filters with a new one: in the place of the one of that name, else last."""
    if find(known, new.name) is None:
        return (*known, new)
    return tuple(new if _same(saved.name, new.name) else saved for saved in known)


def renamed(known: Sequence[SavedFilter], name: str, to: str) -> tuple[SavedFilter, ...]:
    """Return the filters with another name for one of them."""
    return tuple(replace(saved, name=to) if _same(saved.name, name) else saved for saved in known)


def find(known: Iterable[SavedFilter], name: str) -> SavedFilter | None:
    """Return the filter of a name, whatever its capitals; None where there is none."""
    return next((saved for saved in known if _same(saved.name, name)), None)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _band(name: str | None) -> Band | None:
    return Band[name.upper()] if name else None


def _status(name: str) -> str:
    return str(Status(name)) if name else ""
