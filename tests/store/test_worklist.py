"""The worklist in SQLite: its orders, filters and counts against the same done in Python."""

from __future__ import annotations

import threading
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraydesk.store.worklist import WorklistTable
from xraydesk.store.worklist_lines import LAST, Counts, Filter, HeaderLine, Key, Order, StateLine

BANDS = ("likely abnormal", "uncertain", "not assessed", "", "low probability")


class Both(NamedTuple):
    """The two lines of a study."""

    header: HeaderLine
    state: StateLine


def line(number: int, **changes) -> Both:
    arrived = f"2026-03-04T08:{number:02}:00"
    header = HeaderLine(number, f"p{number}", None, "", "chest ap", "ap", arrived, "", 1, f"p{number} chest ap")
    state = StateLine(number, urgency=2, band="not assessed", status="unread", said="too old")
    mine = {name: changes.pop(name) for name in set(HeaderLine._fields) & set(changes)}
    return Both(header._replace(**mine), state._replace(**changes))


def table_of(lines: list[Both]) -> WorklistTable:
    table = WorklistTable()
    table.add([line.header for line in lines])
    table.put([line.state for line in lines])
    return table


@st.composite
def folders(draw: st.DrawFn) -> list[Both]:
    """Draw lines with many ties."""
    some = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        urgency = draw(st.integers(0, LAST))
        p = draw(st.sampled_from([0.1, 0.5, 0.9]))
        some.append(
            line(
                number,
                urgency=urgency,
                weight=-p,
                band=BANDS[urgency],
                score=p,
                age=draw(st.sampled_from([None, 3.0, 54.0])),
                sex=draw(st.sampled_from(["", "F", "M"])),
                arrived=f"2026-03-0{draw(st.integers(1, 4))}T08:00:00",
                due=draw(st.booleans()),
                probabilities=draw(st.sampled_from([{}, {"a": p}, {"a": 1 - p, "b": p}])),
            )
        )
    return some


def triage(some: Both) -> tuple[int, float, int]:
    return some.state.urgency, some.state.weight, some.state.number


@settings(deadline=None)
@given(folders())
def test_orders_are_those_of_python(some):
    table = table_of(some)
    ranked = sorted(some, key=triage)
    wanted = {
        Order(): ranked,
        Order(Key.TRIAGE, descending=True): ranked[::-1],
        Order(Key.SCORE, descending=True): sorted(ranked, key=lambda x: -x.state.score),
        Order(Key.AGE): sorted(ranked, key=lambda x: (x.header.age is not None, x.header.age or 0, x.header.sex)),
        Order(Key.ARRIVED): sorted(some, key=lambda x: (x.header.arrived, x.header.number)),
        Order(Key.ARRIVED, descending=True): sorted(some, key=lambda x: (x.header.arrived, x.header.number))[::-1],
        Order(Key.LABEL, descending=True, label="a"): sorted(ranked, key=lambda x: -x.state.probabilities.get("a", -1)),
        Order(Key.WAITING, floor=1): sorted(
            some, key=lambda x: ((x.state.urgency > 1) + (x.state.urgency == LAST), x.header.arrived, x.header.number)
        ),
    }
    for order, lines in wanted.items():
        assert table.order(order).tolist() == [x.header.number for x in lines], order


@settings(deadline=None)
@given(
    folders(),
    st.sampled_from([None, *BANDS]),
    st.booleans(),
    st.sampled_from(["", "p1", "P1 chest", "AP nobody", "old p1"]),
)
def test_filters_are_those_of_python(some, band, unread, text):
    found = table_of(some).passing(Filter(band, unread, text))
    wanted = [
        x.header.number
        for x in some
        if (band is None or x.state.band == band)
        and (not unread or x.state.due)
        and all(word in x.header.text or word in x.state.said for word in text.casefold().split())
    ]
    assert sorted(found.tolist()) == wanted


@pytest.mark.parametrize("key", list(Key))
def test_every_key_sorts_both_ways_and_loses_no_study(key):
    table = table_of([line(n, urgency=n % 5, images=n % 3, note=str(n % 2)) for n in range(1, 8)])
    for descending in (False, True):
        assert sorted(table.order(Order(key, descending, "unknown")).tolist()) == list(range(1, 8))


def test_counts_add_up():
    some = [line(1, band=BANDS[0]), line(2, band=BANDS[0], due=False), line(3, band="")]
    assert table_of(some).counts() == Counts(3, 2, {BANDS[0]: 2, "": 1})


def test_what_needs_a_second_read_is_counted_and_shown():
    some = [line(1, status="needs second read"), line(2, status="needs second read", due=False), line(3)]
    table = table_of(some)
    assert table.counts() == Counts(3, 2, {"not assessed": 3}, second=1)
    table.put([line(2, status="needs second read").state, line(1, status="read", due=False).state])
    assert table.counts().second == 1
    table.put([line(1, status="needs second read").state, line(2, status="read", due=False).state])
    assert table.passing(Filter(unread=True, status="needs second read")).tolist() == [1]
    assert table.passing(Filter(status="needs second read", text="nobody")).tolist() == []


def test_a_changed_line_takes_the_place_of_the_old_one():
    some = [line(n, urgency=3, band="") for n in (1, 2, 3)]
    table = table_of(some)
    assert table.order(Order()).tolist() == [1, 2, 3]
    table.put([some[2].state._replace(urgency=0, weight=-0.9, band=BANDS[0], probabilities={"new": 0.9})])
    assert table.order(Order()).tolist() == [3, 1, 2]
    assert table.order(Order(Key.LABEL, descending=True, label="new")).tolist() == [3, 1, 2]
    assert table.labels() == ["new"]
    assert table.passing(Filter(BANDS[0])).tolist() == [3]


def test_another_folder_begins_empty():
    table = table_of([line(1, probabilities={"a": 0.5})])
    table.order(Order(Key.PATIENT))
    table.clear()
    assert (table.order(Order(Key.PATIENT)).size, table.counts(), table.labels()) == (0, Counts(), [])


def test_new_studies_stand_as_the_folder_says_until_more_is_told():
    table = WorklistTable()
    table.clear(StateLine(0, urgency=3, status="it's new", due=False, said="hidden"))
    table.add([line(n).header for n in (2, 1, 3)])
    assert (table.order(Order()).tolist(), table.counts()) == ([1, 2, 3], Counts(3, 0, {"": 3}))
    assert table.passing(Filter(text="hidden p2")).tolist() == [2]
    table.put([StateLine(3, urgency=0, said="found")])
    assert table.order(Order(Key.STATUS)).tolist() == [3, 1, 2]
    assert sorted(table.passing(Filter(text="hidden")).tolist()) == [1, 2]


def test_a_study_that_grows_keeps_how_far_it_is():
    table = table_of([line(1, urgency=0), line(2, band=BANDS[0], probabilities={"a": 0.5})])
    table.add([line(2, images=3, text="grown").header])
    assert table.order(Order(Key.IMAGES, descending=True)).tolist() == [2, 1]
    assert table.passing(Filter(BANDS[0], text="grown")).tolist() == [2]
    assert table.order(Order(Key.LABEL, descending=True, label="a")).tolist() == [2, 1]


def test_words_are_found_whatever_they_hold():
    table = table_of([line(1, text="100% a_b o'neil \udcff"), line(2, text="straße \N{GREEK SMALL LETTER OMEGA}")])
    for text, numbers in (("100%", [1]), ("A_B", [1]), ("%", [1]), ("O'Neil", [1]), ("STRASSE", [])):
        assert table.passing(Filter(text=text)).tolist() == numbers, text
    assert table.passing(Filter(text="\N{GREEK CAPITAL LETTER OMEGA}")).tolist() == [2]


def test_one_thread_reads_while_another_writes():
    table = table_of([line(n) for n in range(1, 121)])
    writer = threading.Thread(target=lambda: [table.put([line(n, urgency=n % 5).state]) for n in range(1, 121)])
    writer.start()
    sizes = {table.order(Order()).size for _ in range(50)}
    writer.join()
    assert sizes == {120}
