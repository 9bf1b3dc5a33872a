"""Where a reader was, kept in the database and there again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from xraydesk.errors import StoreError
from xraydesk.store.database import Database
from xraydesk.store.verdicts import Finding
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.places import Draft, Place, Places

FILMS = Path("/films")


def places(database: Database, reader: str = "Ada", folder: Path = FILMS) -> Places:
    made = Places(database, Ledger(), reader)
    made.begin(folder)
    return made


def test_the_last_place_is_that_of_the_reader(database: Database) -> None:
    assert places(database).last() is None
    place = Place("/films/\udcff", "1.2.3", 2, "PATIENT", descending=True, label="mass", search="doe")
    places(database).keep(Place("/other"))
    places(database).keep(place)
    places(database, "Bob").keep(Place("/bob"))
    assert places(database).last() == place
    assert places(database, "Bob").last() == Place("/bob")


def test_drafts_belong_to_reader_folder_and_study(database: Database) -> None:
    draft = Draft("unsure", 5, "näher ansehen 肺", (Finding("mass", "present"), Finding("effusion", "absent", 2)))
    first = places(database)
    first.keep_draft("1.2.3", Draft("normal"))
    first.keep_draft("1.2.3", draft)
    first.keep_draft("1.2.4", Draft("normal"))
    first.keep_draft("1.2.4", None)
    first.keep_draft("1.2.5", Draft(confidence=1))
    assert first.draft("1.2.3") == draft
    again = places(database)
    assert [again.draft(study) for study in ("1.2.3", "1.2.4", "1.2.5")] == [draft, None, None]
    assert places(database, "Bob").draft("1.2.3") is None
    assert places(database, folder=Path("/elsewhere")).draft("1.2.3") is None


def test_what_another_version_wrote_is_passed_over(database: Database) -> None:
    for state in ("{", "[1]", '{"folder": "/a", "mood": "good"}'):
        database.write(lambda db, s=state: db.table("places").upsert({"reader": "Ada", "state": s}, pk="reader"))
        assert places(database).last() is None


def test_without_a_database_there_is_no_place_and_no_draft(tmp_path: Path) -> None:
    none = places(Database.unusable(tmp_path, StoreError("The disk is full")))
    assert none.last() is None
    with pytest.raises(StoreError):
        none.keep(Place("/films"))
    with pytest.raises(StoreError):
        none.keep_draft("1.2.3", Draft("normal"))
    assert none.draft("1.2.3") == Draft("normal"), "until the program ends"
