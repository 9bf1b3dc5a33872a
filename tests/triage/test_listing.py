"""The folder sorted and filtered by number, and rows handed out by window."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.triage.fakes import instance
from xraydesk.imaging.study import Study
from xraydesk.store.verdicts import Verdict
from xraydesk.triage.assessment import Assessment, Band
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.listing import Filter, Key, Listing, Order, longest_waiting
from xraydesk.triage.worklist import Entry, make_rows

DAY = datetime.fromisoformat("2026-03-04 08:00")
BANDS = (Band.LOW, Band.LIKELY, None, Band.NOT_ASSESSED, Band.UNCERTAIN, Band.LIKELY)
SCORES = (0.02, 0.8, None, None, 0.4, 0.9)


def study(number: int) -> Study:
    made = instance(
        Path(f"/films/{number}.dcm"),
        patient_id=f"A-{number:04}",
        patient_name=f"Doe^{number}",
        age_years=float(number),
        sex="F",
        body_part="CHEST",
        view="AP",
        study_uid=f"1.2.{number}",
        study_time=DAY + timedelta(minutes=number),
    )
    return Study(f"1.2.{number}", (made,))


def assessment(number: int) -> Assessment:
    band, score = BANDS[number - 1], SCORES[number - 1]
    probabilities = {} if score is None else {"effusion": score, "mass": 1 - score}
    reason = "the patient is 54 years old" if band is Band.NOT_ASSESSED else ""
    return Assessment(f"1.2.{number}", band, reason, score, probabilities, None, (), "" if score is None else "chest")


def verdict(number: int, images: tuple[str, ...] = ()) -> Verdict:
    return Verdict("Ada", f"1.2.{number}", "abnormal", 4, "", 3.0, True, "", "", "", None, images, number, DAY)


@pytest.fixture
def ledger() -> Ledger:
    """Return six studies, all that can be assessed."""
    made = Ledger()
    made.open([study(n) for n in range(1, 7)], [assessment(n) for n in range(1, 7)])
    return made


def test_the_order_is_that_of_the_rows(ledger):
    rows = make_rows(ledger.entry(f"1.2.{n}") for n in range(1, 7))
    assert ledger.rows() == rows
    listing = Listing(ledger)
    assert listing.rows(listing.order(Order()).tolist()) == rows
    assert [row.rank for row in listing.rows([6, 1])] == [1, 6]
    assert listing.study_ids([6, 1]) == ["1.2.6", "1.2.1"]


def test_what_was_not_assessed_stands_above_the_low_ones_in_every_waiting_order(ledger):
    listing = Listing(ledger)
    assert listing.order(longest_waiting()).tolist() == [1, 2, 3, 4, 5, 6]
    assert listing.order(longest_waiting(Band.LIKELY)).tolist() == [2, 6, 3, 4, 5, 1]
    assert listing.order(longest_waiting(Band.UNCERTAIN)).tolist() == [2, 5, 6, 3, 4, 1]


def test_by_any_single_disease(ledger):
    listing = Listing(ledger)
    assert listing.labels() == ["effusion", "mass"]
    assert listing.order(Order(Key.LABEL, descending=True, label="mass")).tolist() == [1, 5, 2, 6, 4, 3]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a-0004", [4]),
        ("doe^5", [5]),
        ("1.2.6", [6]),
        ("chest ap", [1, 2, 3, 4, 5, 6]),
        ("54 years", [4]),
        ("likely a-0002", [2]),
        ("waiting", [3]),
        ("3 y F", [3]),
        ("nobody", []),
    ],
)
def test_studies_are_found_by_what_is_known_of_them(ledger, text, numbers):
    assert sorted(Listing(ledger).passing(Filter(text=text)).tolist()) == numbers


def test_new_scores_and_verdicts_change_order_counts_and_rows(ledger):
    listing = Listing(ledger)
    ledger.assess([Assessment("1.2.3", Band.LIKELY, "", 0.99, {"effusion": 0.99}, 0, (), "chest")])
    ledger.know({}, [verdict(3)])
    assert listing.order(Order()).tolist()[0] == 3
    assert (listing.counts().bands[Band.LIKELY], listing.counts().unread) == (3, 5)
    row = ledger.row("1.2.3")
    assert (row.rank, row.status, row.verdict) == (1, "read", verdict(3))
    assert 3 not in listing.passing(Filter(unread=True)).tolist()


def test_a_verdict_counts_once_the_content_of_the_file_is_known():
    ledger = Ledger()
    film = Study("film.png", (instance(Path("/films/film.png")),))
    ledger.open([film], [Assessment("film.png", None, "", None, {}, None, ())])
    ledger.know({}, [Verdict("Ada", "film.png", "normal", 4, "", 3.0, True, "", "", "", None, ("abc",), 1, DAY)])
    assert Listing(ledger).counts().unread == 1, "it may be on another film of that name"
    ledger.know({Path("/films/film.png"): "abc"})
    assert Listing(ledger).counts().unread == 0


def test_numbers_of_a_folder_left_behind_are_left_out(ledger):
    listing = Listing(ledger)
    ledger.open([study(9)], [Assessment("1.2.9", None, "", None, {}, None, ())])
    assert [row.study_id for row in listing.rows([1, 6])] == ["1.2.9"]
    assert (listing.number("1.2.9"), listing.number("1.2.1")) == (1, 0)
    assert ledger.rows()[0].study_id == "1.2.9"


def test_what_is_told_of_studies_elsewhere_is_no_error(ledger):
    ledger.know({}, [verdict(77)])
    assert Listing(ledger).counts().total == 6


def test_an_entry_is_what_a_row_is_made_of(ledger):
    assert ledger.entry("1.2.2") == Entry(study(2), assessment(2))
