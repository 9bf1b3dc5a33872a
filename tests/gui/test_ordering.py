"""The order on screen: new scores do not move what the reader looks at."""

from hypothesis import given
from hypothesis import strategies as st

from tests.gui.conftest import SCORES, TRIAGE
from tests.gui.fake_desk import FakeDesk
from xraydesk.gui.ordering import ARRIVAL, Column, Filter, Sorting, counts, in_order, keep_above, note
from xraydesk.triage.assessment import Band

LETTERS = "abcdefgh"


class _Quiet:
    def __getattr__(self, name):
        return lambda *_: None


def rows():
    desk = FakeDesk(dict(SCORES), images={5: 2})
    desk.listener = _Quiet()
    desk.run_all()
    return desk.rows()


def ids(some):
    return [int(row.study_id.rsplit(".", 1)[1]) for row in some]


def test_triage_order_and_arrival_order():
    assert ids(in_order(rows(), Sorting())) == TRIAGE
    assert ids(in_order(rows(), ARRIVAL)) == [1, 2, 3, 4, 5, 6, 7]


def test_every_column_sorts_both_ways():
    for column in Column:
        up, down = (ids(in_order(rows(), Sorting(column, d))) for d in (False, True))
        assert sorted(up) == sorted(down) == sorted(SCORES)
    assert ids(in_order(rows(), Sorting(Column.SCORE, True)))[:3] == [2, 5, 1]


@given(st.permutations(LETTERS), st.permutations(LETTERS), st.integers(-1, 7))
def test_kept_rows_stay_and_the_rest_is_in_order(shown, wanted, last):
    order, held = keep_above(shown, wanted, last)
    assert sorted(order) == sorted(LETTERS)
    assert order[: last + 1] == shown[: last + 1]
    rest = order[last + 1 :]
    assert rest == [study for study in wanted if study in set(rest)]
    assert set(held) <= set(rest)


def test_rows_that_belong_above_are_counted():
    assert keep_above(["a", "b"], ["c", "a", "d", "b", "e"], 1) == (["a", "b", "c", "d", "e"], ["c", "d"])


def test_rows_that_are_gone_do_not_stay():
    assert keep_above(["a", "b", "c"], ["c"], 1) == (["c"], [])


def test_filters():
    some = rows()
    assert ids(r for r in some if Filter(Band.LIKELY).passes(r)) == [2, 5]
    assert ids(r for r in some if Filter(text="a-0004").passes(r)) == [4]
    assert ids(r for r in some if Filter(text="54 years").passes(r)) == [3]
    assert ids(r for r in some if Filter(text="likely a-0005").passes(r)) == [5]
    assert len([r for r in some if Filter(unread=True).passes(r)]) == 7


def test_counts_add_up():
    numbers = counts(rows())
    assert numbers["all"] == 7
    assert sum(numbers[band] for band in Band) == 7
    assert (numbers[Band.LIKELY], numbers[Band.NOT_ASSESSED], numbers["unread"]) == (2, 2, 7)


def test_the_note_says_why():
    assert "54 years" in next(note(row) for row in rows() if row.study_id == "1.2.3")
