"""What a filter and an order are called in sentences. Plain Python, no Qt."""

from __future__ import annotations

from xraydesk.gui.bands import LOOKS
from xraydesk.gui.ordering import ARRIVAL, TRIAGE, Column, Sorting
from xraydesk.gui.saved_filters import SavedFilter
from xraydesk.triage.assessment import Band

WAITING = (
    ("Longest waiting first", None),
    ("Longest waiting first, likely above all", Band.LIKELY),
    ("Longest waiting first, likely and uncertain above all", Band.UNCERTAIN),
)
_NAMES = {
    Column.RANK: "Place in triage order",
    Column.IMAGES: "Number of images",
    Column.PART: "Body part and view",
    Column.AGE: "Age and sex",
    Column.SCORE: "Probability",
}
ALL = "All studies"
UNREAD = "Unread studies"
SEARCH = "Search: {text}"
SOME_SEARCH = "A search text"
LABEL = "Probability of {label}"
RISING = "{column}, rising"
FALLING = "{column}, falling"
UNNAMED = "Filter {number}, with a search text"


def column_name(column: Column) -> str:
    """Return what a column is called where there is room for it."""
    return _NAMES.get(column, str(column))


def order_words(sorting: Sorting) -> str:
    """Return what an order is called."""
    if sorting == TRIAGE:
        return "Triage order"
    if sorting == ARRIVAL:
        return "Arrival order"
    if sorting.column is Column.WAITING and sorting.descending:
        return next((words for words, floor in WAITING if floor == sorting.floor), WAITING[0][0])
    if sorting.label:
        return LABEL.format(label=sorting.label)
    return (FALLING if sorting.descending else RISING).format(column=column_name(sorting.column))


def description(saved: SavedFilter, *, veiled: bool = False) -> str:
    """Return what a saved filter shows, in lines; veiled, a search text is not told, as it may be a name."""
    wanted = saved.filter
    first = UNREAD if wanted.unread else ALL if wanted.band is None else LOOKS[Band(wanted.band)].word
    search = (SOME_SEARCH if veiled else SEARCH.format(text=wanted.text)) if wanted.text else ""
    return "\n".join(line for line in (first, search, order_words(saved.sorting)) if line)


def shown_name(saved: SavedFilter, number: int, *, veiled: bool) -> str:
    """Return a filter's name; veiled, one that looks for a text goes by its number: its name may be a patient's."""
    return UNNAMED.format(number=number) if veiled and saved.filter.text else saved.name
