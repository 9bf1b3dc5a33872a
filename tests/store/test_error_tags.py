"""Tags of errors and proposed labels: the last row holds, nothing is changed, a missing row is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.store import audit
from xraydesk.store.corrections import CorrectionDraft, LabelCorrections
from xraydesk.store.database import Database
from xraydesk.store.error_tags import LONGEST, ErrorTags, TagDraft
from xraydesk.store.verdicts import VerdictLog

TAG = TagDraft("Adler", "1.2", "ab" * 32, 0, "subtle")
PROPOSED = CorrectionDraft("Adler", "1.2", "ab" * 32, 0, "", 1.0, 0.0, "the biopsy was of the other side")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.open(tmp_path)
    yield made
    made.close()


def test_a_tag_is_put_on_and_taken_off(database: Database) -> None:
    tags = ErrorTags(database)
    tags.record(TAG)
    tags.record(replace(TAG, tag="  a  free\ntag " + "x" * 200))
    tags.record(replace(TAG, frame=1))
    tags.record(replace(TAG, author="Brandt", removed=True))
    assert [(row.frame, row.tag[:10]) for row in tags.present()] == [(0, "a free tag"), (1, "subtle")]
    assert max(len(row.tag) for row in tags.present()) == LONGEST
    assert [row.removed for row in tags.all()] == [False, False, False, True]
    tags.record(TAG)
    assert tags.present()[-1].number == 5


def test_the_last_proposal_holds_until_it_is_taken_back(database: Database) -> None:
    log = LabelCorrections(database)
    log.record(PROPOSED)
    log.record(replace(PROPOSED, label="grade", given=2.0, proposed=3.0))
    log.record(replace(PROPOSED, reason="seen again"))
    assert [(row.label, row.proposed, row.reason[:4]) for row in log.present()] == [("grade", 3.0, "the "),
                                                                                   ("", 0.0, "seen")]  # fmt: skip
    log.record(replace(PROPOSED, removed=True))
    assert [row.label for row in log.present()] == ["grade"]
    assert len(log.all()) == 4


def test_each_row_is_sealed_and_in_the_audit_log(database: Database) -> None:
    ErrorTags(database).record(TAG)
    LabelCorrections(database).record(PROPOSED)
    assert VerdictLog(database).verify() == []
    kinds = [entry["action"] for entry in audit.AuditLog(database).entries()]
    assert kinds[-2:] == [audit.ERROR_TAG, audit.CORRECTION]
    assert not any("1.2" in str(entry["detail"]) for entry in audit.AuditLog(database).entries())


@pytest.mark.parametrize("table", ["error_tags", "label_corrections"])
def test_a_row_that_is_gone_is_seen(database: Database, table: str) -> None:
    ErrorTags(database).record(TAG)
    LabelCorrections(database).record(PROPOSED)
    database.write(lambda db: db.executescript(f"DROP TRIGGER {table}_stay; DELETE FROM {table};"))
    assert len(VerdictLog(database).verify()) == 1
