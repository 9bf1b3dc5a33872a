"""Two desks on one database: what one reader says comes to the other while the folder is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.triage import fakes
from tests.triage.test_listing import assessment, study, verdict
from xraydesk.errors import StoreError
from xraydesk.store.database import Database
from xraydesk.store.verdicts import Mark, VerdictDraft, VerdictLog
from xraydesk.triage.desk import Desk
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.news import News
from xraydesk.triage.reading import Choices
from xraydesk.triage.standing import Status


@pytest.fixture
def desks(installed: Path, film_folder: Path) -> Iterator[tuple[Desk, Desk]]:
    """Return the desks of Ada and Bob, the same folder open at both."""
    with Desk(installed, reader="Ada", device="cpu") as ada, Desk(installed, reader="Bob", device="cpu") as bob:
        for desk in (ada, bob):
            desk.start(film_folder, fakes.Ears())
            assert desk.wait(60)
        yield ada, bob


def study_of(desk: Desk, patient: str) -> str:
    return next(row.study_id for row in desk.rows() if row.patient_id == patient)


def test_a_verdict_and_its_taking_back_come_to_the_other_desk(desks) -> None:
    ada, bob = desks
    name = study_of(ada, "C1")
    unread = bob.worklist.counts().unread
    ada.record_verdict(name, "abnormal", 4, "", 2.0, True)
    assert bob.row(name).status is Status.UNREAD
    assert bob.reading.news.look() == {name}
    assert (bob.row(name).status, bob.worklist.counts().unread) == (Status.READ, unread - 1)
    assert [(said.reader, said.answer) for said in bob.verdicts(name)] == [("Ada", "abnormal")]
    assert bob.reading.news.look() == set()
    ada.reading.take_back()
    assert bob.reading.news.look() == {name}
    assert (bob.row(name).status, bob.verdicts(name)) == (Status.UNREAD, [])


def test_ones_own_verdict_is_no_news(desks) -> None:
    ada, _ = desks
    ada.record_verdict(study_of(ada, "C1"), "normal", 5, "sure", 2.0, True)
    ada.reading.take_back()
    assert ada.reading.news.look() == set()


def test_both_see_that_they_disagree(desks) -> None:
    ada, bob = desks
    name = study_of(ada, "C2")
    ada.record_verdict(name, "abnormal", 4, "", 2.0, True)
    bob.record_verdict(name, "normal", 4, "", 2.0, True)
    for desk in desks:
        assert desk.reading.news.look() == {name}
        assert desk.row(name).agreement == "disagree"


def test_independent_readings_stay_so(desks) -> None:
    ada, bob = desks
    bob.reading.choose(Choices(two_readers=True))
    name = study_of(ada, "C1")
    ada.record_verdict(name, "abnormal", 4, "", 2.0, True)
    assert bob.reading.news.look() == {name}
    assert (bob.row(name).status, bob.row(name).verdict, bob.verdicts(name)) == (Status.SECOND, None, [])


def test_a_look_that_fails_is_made_up_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database.open(tmp_path)
    ledger = Ledger()
    ledger.open([study(1)], [assessment(1)])
    news = News(database, ledger)
    said = verdict(1)
    fields = {name: getattr(said, name) for name in VerdictDraft.__dataclass_fields__}
    VerdictLog(database).record(VerdictDraft(**fields))
    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", fail)
        with pytest.raises(StoreError):
            news.look()
    assert news.look() == {"1.2.1"}
    assert VerdictLog(database).mark() == Mark(1, 0)
    database.close()


def fail(self: Database) -> None:
    raise StoreError("The database cannot be read")


def test_the_log_before_the_desk_was_opened_is_no_news(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    said = verdict(1)
    fields = {name: getattr(said, name) for name in VerdictDraft.__dataclass_fields__}
    VerdictLog(database).record(VerdictDraft(**fields))
    ledger = Ledger()
    ledger.open([study(1)], [assessment(1)])
    assert News(database, ledger).look() == set()
    database.close()
