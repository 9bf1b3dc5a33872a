"""Two desks on one database: each sees what the other has open, for as long as the other lives."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.triage.fakes import instance
from tests.triage.test_listing import assessment, study
from xraydesk.errors import StoreError
from xraydesk.imaging.study import Study
from xraydesk.store.claims import LEASE
from xraydesk.store.database import Database
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.claims import HEARTBEAT, Claims
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.own_desk import desk_name
from xraydesk.triage.standing import ReadingRules

PICTURE = Study("film.png", (instance(Path("/films/film.png")),))


class Desk:
    """One reader's desk on the shared database; the clock is the test's."""

    now = 1000.0

    def __init__(self, data: Path, reader: str, folder: str = "/films") -> None:
        self.database = Database.open(data)
        self.ledger = Ledger(ReadingRules(reader))
        self.ledger.open(
            [study(1), study(2), PICTURE],
            [assessment(1), assessment(2), Assessment("film.png", None, "", None, {}, None, ())],
        )
        self.claims = Claims(self.database, self.ledger, lambda: Desk.now)
        self.claims.begin(Path(folder))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    Desk.now = 1000.0
    made = Desk(tmp_path, "Ada"), Desk(tmp_path, "Bob")
    yield made
    for desk in made:
        desk.database.close()


def test_the_second_reader_sees_the_first_and_reads_all_the_same(desks) -> None:
    ada, bob = desks
    assert not ada.claims.take("1.2.1")
    assert bob.claims.take("1.2.1")
    claim = bob.claims.of("1.2.1")
    assert claim is not None
    assert claim.reader == "Ada"
    assert (bob.ledger.row("1.2.1").held, bob.ledger.row("1.2.2").held) == ("Ada", "")
    assert ada.claims.renew()
    assert ada.ledger.row("1.2.1").held == "Bob"


def test_since_stays_while_the_claim_is_renewed(desks) -> None:
    ada, bob = desks
    ada.claims.take("1.2.1")
    for _ in range(20):
        Desk.now += HEARTBEAT
        ada.claims.renew()
    bob.claims.renew()
    assert bob.claims.of("1.2.1").since == 1000.0


def test_going_on_gives_the_study_free(desks) -> None:
    ada, bob = desks
    ada.claims.take("1.2.1")
    assert bob.claims.renew()
    assert not bob.claims.renew(), "nothing new"
    ada.claims.take("1.2.2")
    assert bob.claims.renew()
    assert (bob.claims.of("1.2.1"), bob.claims.of("1.2.2").reader) == (None, "Ada")
    ada.claims.take("")
    assert bob.claims.renew()
    assert bob.ledger.row("1.2.2").held == ""


def test_the_claim_of_a_program_that_died_runs_out_and_one_that_slept_is_back(desks) -> None:
    ada, bob = desks
    ada.claims.take("1.2.1")
    Desk.now += LEASE - 1
    bob.claims.renew()
    assert bob.claims.of("1.2.1") is not None
    Desk.now += 2
    bob.claims.renew()
    assert bob.claims.of("1.2.1") is None
    ada.claims.renew()
    bob.claims.renew()
    assert bob.claims.of("1.2.1") is not None


def ended() -> int:
    """Return the number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_one_s_own_claim_of_a_program_that_crashed_here_is_taken_over_at_once(desks, tmp_path) -> None:
    ada, bob = desks
    ada.claims._desk = f"{'a' * 32} {ended()} {platform.node()}"
    ada.claims.take("1.2.1")
    bob.claims.renew()
    assert bob.claims.of("1.2.1") is not None, "another's stands for its lease"
    again = Desk(tmp_path, "Ada")
    again.claims.take("1.2.1")
    assert again.claims.of("1.2.1") is None
    bob.claims.renew()
    assert bob.claims.of("1.2.1").reader == "Ada"
    again.database.close()


def test_one_s_own_claim_at_another_machine_or_of_a_program_that_lives_stands(desks, tmp_path) -> None:
    ada, _ = desks
    again = Desk(tmp_path, "Ada")
    for name in (desk_name(), f"{'a' * 32} {ended()} another-machine", "a" * 32):
        ada.claims._desk = name
        ada.claims.take("1.2.1")
        again.claims.take("1.2.2")
        assert again.claims.of("1.2.1") is not None, name
        ada.claims.take("")
    again.database.close()


def test_a_film_of_the_same_name_in_another_folder_is_another(desks, tmp_path) -> None:
    ada, bob = desks
    eve = Desk(tmp_path, "Eve", folder="/elsewhere")
    eve.claims.take("film.png")
    bob.claims.renew()
    assert bob.claims.of("film.png") is None
    ada.claims.take("film.png")
    bob.claims.renew()
    assert bob.claims.of("film.png").reader == "Ada"
    eve.claims.take("1.2.9")
    bob.claims.renew()
    eve.database.close()


def test_a_database_that_cannot_be_written_is_told(desks) -> None:
    ada, _ = desks
    ada.database.close()
    with pytest.raises(StoreError):
        ada.claims.take("1.2.1")
