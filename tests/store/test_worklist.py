"""The worklist in SQLite: its orders, filters and counts against the same done in Python."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraydesk.store.worklist import LAST, Counts, Filter, Key, Line, Order, WorklistTable

BANDS = ("likely abnormal", "uncertain", "not assessed", "", "low probability")


def line(number: int, **changes) -> Line:
    values = {
        "number": number,
        "urgency": 2,
        "weight": 0.0,
        "band": "not assessed",
        "score": None,
        "patient": f"p{number}",
        "age": None,
        "sex": "",
        "part": "chest ap",
        "note": "",
        "arrived": f"2026-03-04T08:{number:02}:00",
        "images": 1,
        "status": "unread",
        "verdict": "",
        "model": "",
        "text": f"p{number} chest ap",
    }
    return Line(**(values | changes))


def table_of(lines: list[Line]) -> WorklistTable:
    table = WorklistTable()
    table.put(lines)
    return table


@st.composite
def folders(draw: st.DrawFn) -> list[Line]:
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


def triage(some: Line) -> tuple[int, float, int]:
    return some.urgency, some.weight, some.number


@settings(deadline=None)
@given(folders())
def test_orders_are_those_of_python(some):
    table = table_of(some)
    ranked = sorted(some, key=triage)
    wanted = {
        Order(): ranked,
        Order(Key.TRIAGE, descending=True): ranked[::-1],
        Order(Key.SCORE, descending=True): sorted(ranked, key=lambda x: -x.score),
        Order(Key.AGE): sorted(ranked, key=lambda x: (x.age is not None, x.age or 0, x.sex)),
        Order(Key.ARRIVED): sorted(some, key=lambda x: (x.arrived, x.number)),
        Order(Key.ARRIVED, descending=True): sorted(some, key=lambda x: (x.arrived, x.number))[::-1],
        Order(Key.LABEL, descending=True, label="a"): sorted(ranked, key=lambda x: -x.probabilities.get("a", -1)),
        Order(Key.WAITING, floor=1): sorted(
            some, key=lambda x: ((x.urgency > 1) + (x.urgency == LAST), x.arrived, x.number)
        ),
    }
    for order, lines in wanted.items():
        assert table.order(order).tolist() == [x.number for x in lines], order


@settings(deadline=None)
@given(folders(), st.sampled_from([None, *BANDS]), st.booleans(), st.sampled_from(["", "p1", "P1 chest", "AP nobody"]))
def test_filters_are_those_of_python(some, band, unread, text):
    found = table_of(some).passing(Filter(band, unread, text))
    wanted = [
        x.number
        for x in some
        if (band is None or x.band == band)
        and (not unread or x.due)
        and all(word in x.text for word in text.casefold().split())
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


def test_a_changed_line_takes_the_place_of_the_old_one():
    some = [line(n, urgency=3, band="") for n in (1, 2, 3)]
    table = table_of(some)
    assert table.order(Order()).tolist() == [1, 2, 3]
    table.put([some[2]._replace(urgency=0, weight=-0.9, band=BANDS[0], probabilities={"new": 0.9})])
    assert table.order(Order()).tolist() == [3, 1, 2]
    assert table.order(Order(Key.LABEL, descending=True, label="new")).tolist() == [3, 1, 2]
    assert table.labels() == ["new"]
    assert table.passing(Filter(BANDS[0])).tolist() == [3]


def test_another_folder_begins_empty():
    table = table_of([line(1, probabilities={"a": 0.5})])
    table.order(Order(Key.PATIENT))
    table.clear()
    assert (table.order(Order(Key.PATIENT)).size, table.counts(), table.labels()) == (0, Counts(), [])


def test_words_are_found_whatever_they_hold():
    table = table_of([line(1, text="100% a_b o'neil \udcff"), line(2, text="straße \N{GREEK SMALL LETTER OMEGA}")])
    for text, numbers in (("100%", [1]), ("A_B", [1]), ("%", [1]), ("O'Neil", [1]), ("STRASSE", [])):
        assert table.passing(Filter(text=text)).tolist() == numbers, text
    assert table.passing(Filter(text="\N{GREEK CAPITAL LETTER OMEGA}")).tolist() == [2]


def test_one_thread_reads_while_another_writes():
    table = table_of([line(n) for n in range(1, 51)])
    writer = threading.Thread(target=lambda: [table.put([line(n, urgency=n % 5)]) for n in range(1, 51)])
    writer.start()
    sizes = {table.order(Order()).size for _ in range(50)}
    writer.join()
    assert sizes == {50}
