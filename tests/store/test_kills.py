"""kill -9 at a random moment of a verdict, 200 times on one database: nothing that was acknowledged is ever missing.

Each round is one program that gives, corrects and takes back verdicts as fast as it can and says each on a pipe once
it is on disk. It is a fork of a small process that has the store imported already: a fresh start each time would take
most of the time for imports.
"""

from __future__ import annotations

import contextlib
import os
import random
import select
import signal
import time
from pathlib import Path

import pytest

from tests.store.test_verdicts import draft
from xraydesk.store.database import Database
from xraydesk.store.places import PlaceStore
from xraydesk.store.verdicts import Finding, Verdict, VerdictLog

KILLS = 200
LONGEST = 0.03  # seconds from the first acknowledgement to the kill: a few verdicts
SAID = (Finding("effusion", "present"), Finding("mass", "absent", 5))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no SIGKILL")


def read_until_killed(data: Path, pipe: int) -> None:
    """Go on where the place says, give verdicts, take every third back; acknowledge each step in one line."""
    database = Database.open(data)
    log, place = VerdictLog(database), PlaceStore(database, "Ada")
    study = int(place.last() or 0)
    while True:
        study += 1
        given = log.record(draft(reader="Ada", study_id=str(study), comment="x" * 3000, findings=SAID))
        os.write(pipe, b"given %d %d\n" % (given.number, study))
        place.keep(str(study))
        os.write(pipe, b"place %d 0\n" % study)
        if study % 3 == 0:
            log.withdraw(given)
            os.write(pipe, b"back %d 0\n" % given.number)


def acknowledged(data: Path, moment: random.Random) -> list[list[bytes]]:
    """Start a program, kill it some time after its first word, and return all it acknowledged."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:  # no return into pytest, whatever happens
        os.close(ears)
        with contextlib.suppress(BaseException):
            read_until_killed(data, mouth)
        os._exit(1)
    os.close(mouth)
    try:
        ready, _, _ = select.select([ears], [], [], 60)
        assert ready, "the program says nothing"
        time.sleep(moment.uniform(0, LONGEST))
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    with os.fdopen(ears, "rb") as said:
        lines = said.read().split(b"\n")[:-1]
    assert os.WIFSIGNALED(status), "the program ended by itself"
    return [line.split() for line in lines]


def check(data: Path, given: dict[int, str], back: set[int]) -> None:
    """Everything acknowledged is there as it was given, and the seals are whole."""
    database = Database.open(data)
    try:
        log = VerdictLog(database)
        there: dict[int, Verdict] = {verdict.number: verdict for verdict in log.all()}
        assert {number: there[number].study_id for number in given} == given
        assert all(there[number].findings == SAID for number in given)
        assert all(there[number].withdrawn is not None for number in back)
        assert list(there) == list(range(1, len(there) + 1))
        assert log.verify() == []
    finally:
        database.close()


@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")  # of Python 3.12: it only writes
def test_no_acknowledged_verdict_is_lost_in_200_kills(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    moment = random.Random(4)
    given: dict[int, str] = {}
    back: set[int] = set()
    place = 0
    for kill in range(1, KILLS + 1):
        words = acknowledged(tmp_path, moment)  # that it says anything: the database opens
        new = {int(number): study.decode() for word, number, study in words if word == b"given"}
        assert int(next(iter(new.values()))) > place, "reading goes on behind the place that was acknowledged"
        place = max([place, *(int(study) for word, study, _ in words if word == b"place")])
        assert not new.keys() & given.keys()
        given |= new
        back |= {int(number) for word, number, _ in words if word == b"back"}
        if kill % 10 == 0:
            check(tmp_path, given, back)
    assert back
