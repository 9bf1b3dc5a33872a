"""What a filter and an order are called in sentences, in the window's language. No widgets."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.bands import LOOKS
from xraydesk.gui.column_words import column_name
from xraydesk.gui.language import translate
from xraydesk.gui.ordering import ARRIVAL, TRIAGE, Column, Sorting
from xraydesk.gui.saved_filters import SavedFilter
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Filter

WAITING = cast(
    tuple[tuple[str, Band | None], ...],
    (
        (QT_TRANSLATE_NOOP("FilterWords", "Longest waiting first"), None),
        (QT_TRANSLATE_NOOP("FilterWords", "Longest waiting first, likely above all"), Band.LIKELY),
        (QT_TRANSLATE_NOOP("FilterWords", "Longest waiting first, likely and uncertain above all"), Band.UNCERTAIN),
    ),
)


def order_words(sorting: Sorting) -> str:
    """Return what an order is called."""
    if sorting == TRIAGE:
        return translate("FilterWords", "Triage order")
    if sorting == ARRIVAL:
        return translate("FilterWords", "Arrival order")
    if sorting.column is Column.WAITING and sorting.descending:
        words = next((words for words, floor in WAITING if floor == sorting.floor), WAITING[0][0])
        return translate("FilterWords", words)
    if sorting.label:
        return translate("FilterWords", "Probability of {label}").format(label=sorting.label)
    falling, rising = translate("FilterWords", "{column}, falling"), translate("FilterWords", "{column}, rising")
    return (falling if sorting.descending else rising).format(column=column_name(sorting.column))


def description(saved: SavedFilter, *, veiled: bool = False) -> str:
    """Return what a saved filter shows, in lines; veiled, a search text is not told, as it may be a name."""
    lines = (_studies(saved.filter), _search(saved.filter.text, veiled=veiled), order_words(saved.sorting))
    return "\n".join(line for line in lines if line)


def shown_name(saved: SavedFilter, number: int, *, veiled: bool) -> str:
    """Return a filter's name; veiled, one that looks for a text goes by its number: its name may be a patient's."""
    unnamed = translate("FilterWords", "Filter {number}, with a search text").format(number=number)
    return unnamed if veiled and saved.filter.text else saved.name


def _studies(wanted: Filter) -> str:
    if wanted.status:
        return translate("FilterWords", "Studies that need your second read")
    if wanted.unread:
        return translate("FilterWords", "Unread studies")
    return translate("FilterWords", "All studies") if wanted.band is None else LOOKS[Band(wanted.band)].word


def _search(text: str, *, veiled: bool) -> str:
    if veiled and text:
        return translate("FilterWords", "A search text")
    return translate("FilterWords", "Search: {text}").format(text=text) if text else ""
