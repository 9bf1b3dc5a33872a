"""How the columns share the width of the list: nothing that the promises stand on ever goes."""

import itertools

import pytest

from xraydesk.gui.column_room import ALWAYS, USUAL, WIDTHS, beyond, share
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_model import COLUMNS

OPTIONAL = [column for column in COLUMNS if column not in ALWAYS]


@pytest.mark.parametrize("width", [440, 510, 650, 900, 1600])
@pytest.mark.parametrize("chosen", [USUAL, OPTIONAL, ()])
def test_what_is_always_there_is_there_and_the_note_has_room(width, chosen):
    widths = share(width, chosen, 100_000)
    assert set(ALWAYS) - set(widths) == {Column.NOTE}
    scrolled_to = sum(widths[column] for column in beyond(widths))
    assert width - sum(widths.values()) + scrolled_to >= 54 or not set(USUAL) & set(widths)


@pytest.mark.parametrize("width", [440, 650, 900])
def test_what_the_reader_has_chosen_beyond_the_usual_never_gives_way(width):
    chosen = (Column.WAITING, Column.STATUS, Column.VERDICT, Column.AGREEMENT)
    assert beyond(share(width, chosen, 500)) == set(chosen)


def test_with_room_for_all_each_has_its_full_width():
    widths = share(3000, OPTIONAL, 10)
    assert widths == {column: WIDTHS[column] for column in COLUMNS if column is not Column.NOTE}


def test_a_wider_list_never_shows_less():
    shown = [set(share(width, OPTIONAL, 500)) for width in range(300, 2400, 20)]
    assert all(less <= more for less, more in itertools.pairwise(shown))


def test_a_rank_of_six_digits_has_room():
    assert share(900, USUAL, 100_000)[Column.RANK] >= 6 * 8 + 8
