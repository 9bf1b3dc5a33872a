"""How the columns of the worklist share its width. Plain Python, no Qt.

Where the list is narrow, the usual columns give way to the note. A column that the reader has chosen beyond them never
does: what there is no room for lies to the right, to be scrolled to.
"""

from __future__ import annotations

from collections.abc import Collection

from xraydesk.gui.ordering import Column

WIDTHS = {
    Column.RANK: 34,
    Column.BAND: 120,
    Column.PATIENT: 88,
    Column.AGE: 64,
    Column.SEX: 40,
    Column.SCORE: 96,
    Column.PART: 76,
    Column.VIEW: 56,
    Column.DATE: 92,
    Column.ARRIVED: 132,
    Column.IMAGES: 36,
    Column.WAITING: 88,
    Column.STATUS: 132,
    Column.VERDICT: 108,
    Column.AGREEMENT: 84,
    Column.MODEL: 132,
}
_NARROW = WIDTHS | {Column.PATIENT: 68, Column.AGE: 52, Column.SCORE: 84}
ALWAYS = (Column.RANK, Column.BAND, Column.PATIENT, Column.SCORE, Column.NOTE)  # what the promises stand on
USUAL = (Column.AGE, Column.PART, Column.ARRIVED, Column.IMAGES)
_GIVE_WAY = (  # hidden in this order where the list is narrow
    Column.IMAGES,
    Column.ARRIVED,
    Column.PART,  # late: in a mixed list it tells the chests from the knees
    Column.AGE,
)
LEAST_NOTE = 150
# A reason is drawn over the empty probability too, so age and part need not give way to it that early.
_LEAST_BESIDE = {Column.PART: 54, Column.AGE: 54}
_DIGIT, _RANK_EDGES = 8, 12


def beyond(columns: Collection[Column]) -> set[Column]:
    """Return the columns that are shown only because the reader has chosen them."""
    return set(columns) - {*ALWAYS, *USUAL}


def share(width: int, chosen: Collection[Column], studies: int) -> dict[Column, int]:
    """Return the widths of the columns that are shown, the note's left out: it takes the rest, or `LEAST_NOTE`.

    Parameters
    ----------
    width
        Of the whole list, in pixels.
    chosen
        The columns wanted besides those always there.
    studies
        How many stand in the list: the largest rank must fit its column.
    """
    shown = {column for column in WIDTHS if column in ALWAYS or column in chosen}
    rank = _RANK_EDGES + _DIGIT * len(str(studies))
    full, narrow = WIDTHS | {Column.RANK: max(rank, WIDTHS[Column.RANK])}, _NARROW | {Column.RANK: rank}
    own = sum(WIDTHS[c] for c in beyond(shown))  # these can be scrolled to
    for column in _GIVE_WAY:
        if width - sum(narrow[c] for c in shown) + own < _LEAST_BESIDE.get(column, LEAST_NOTE):
            shown.discard(column)
    widths = full if width - sum(full[c] for c in shown) >= LEAST_NOTE else narrow
    return {column: widths[column] for column in shown}
