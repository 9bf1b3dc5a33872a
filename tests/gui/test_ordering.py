"""The order on screen: new scores do not move what the reader looks at."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.conftest import SCORES, TRIAGE
from tests.gui.fake_desk import LABEL, FakeDesk
from xraydesk.gui.ordering import ARRIVAL, Column, Sorting, keep_above, note
from xraydesk.triage.assessment import Band

NUMBERS = range(1, 9)


class _Quiet:
    def __getattr__(self, name):
        return lambda *_: None


def scored():
    desk = FakeDesk(dict(SCORES), images={5: 2})
    desk.listener = _Quiet()
    desk.run_all()
    return desk


def kept(shown, wanted, last):
    """Return order and held back as lists."""
    return [found.tolist() for found in keep_above(np.array(shown, np.int32), np.array(wanted, np.int32), last)]


def test_triage_order_and_arrival_order():
    listing = scored().worklist
    assert listing.order(Sorting().order).tolist() == TRIAGE
    assert listing.order(ARRIVAL.order).tolist() == [1, 2, 3, 4, 5, 6, 7]


def test_every_column_sorts_both_ways():
    listing = scored().worklist
    for column in Column:
        up, down = (listing.order(Sorting(column, d).order).tolist() for d in (False, True))
        assert sorted(up) == sorted(down) == sorted(SCORES)
    assert listing.order(Sorting(Column.SCORE, True).order).tolist()[:3] == [2, 5, 1]
    assert listing.order(Sorting(Column.SCORE, True, LABEL).order).tolist()[:3] == [2, 5, 1]


def test_the_longest_waiting_first_with_and_without_a_floor():
    listing = scored().worklist
    assert listing.order(Sorting(Column.WAITING, True).order).tolist() == [1, 2, 3, 4, 5, 6, 7]
    floor = Sorting(Column.WAITING, True, floor=Band.UNCERTAIN)
    assert listing.order(floor.order).tolist() == [1, 2, 5, 3, 6, 4, 7]


@given(st.permutations(NUMBERS), st.permutations(NUMBERS), st.integers(-1, 7))
def test_kept_rows_stay_and_the_rest_is_in_order(shown, wanted, last):
    order, held = kept(shown, wanted, last)
    assert sorted(order) == list(NUMBERS)
    assert order[: last + 1] == shown[: last + 1]
    rest = order[last + 1 :]
    assert rest == [study for study in wanted if study in set(rest)]
    assert set(held) <= set(rest)


def test_rows_that_belong_above_are_counted():
    assert kept([1, 2], [3, 1, 4, 2, 5], 1) == [[1, 2, 3, 4, 5], [3, 4]]


def test_rows_that_are_gone_do_not_stay():
    assert kept([1, 2, 9], [3], 1) == [[3], []]
    assert kept([1, 2, 9], [], 2) == [[], []]


def test_the_note_says_why():
    assert "54 years" in note(scored().row("1.2.3"))
