"""Which version of a model is in use: rows are added, the last holds, tampering shows."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.errors import StoreError
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.promotions import PromotionDraft, PromotionKind, PromotionLog
from xraydesk.store.verdicts import VerdictLog

FIRST = PromotionDraft("Ada", "knee", "1.0", "aa" * 32, PromotionKind.PROMOTION, "better on our films", {"n": 200})


def test_the_last_version_is_in_use(database: Database) -> None:
    log = PromotionLog(database)
    assert (log.in_use(), log.before("knee")) == ({}, None)
    first = log.record(FIRST)
    assert log.before("knee") is None
    log.record(replace(FIRST, version="1.1"))
    log.record(replace(FIRST, model_id="chest", version="2.0"))
    assert log.in_use() == {"knee": "1.1", "chest": "2.0"}
    assert log.before("knee") == first
    log.record(replace(FIRST, kind=PromotionKind.ROLL_BACK))
    assert log.in_use()["knee"] == "1.0"
    assert [row.version for row in log.of_model("knee")] == ["1.0", "1.1", "1.0"]
    assert log.of_model("knee")[0].evidence == {"n": 200}
    assert [entry["action"] for entry in AuditLog(database).entries()] == ["promotion"] * 4
    assert VerdictLog(database).verify() == []


def test_each_roll_back_leads_one_version_further_back(database: Database) -> None:
    log = PromotionLog(database)
    for version in ("1.0", "1.1", "1.2"):
        log.record(replace(FIRST, version=version))
    for expected in ("1.1", "1.0"):
        before = log.before("knee")
        assert before is not None
        assert before.version == expected
        log.record(replace(FIRST, version=expected, kind=PromotionKind.ROLL_BACK))
    assert log.before("knee") is None
    log.record(replace(FIRST, version="1.2"))
    before = log.before("knee")
    assert before is not None
    assert before.version == "1.0"


def test_a_reason_is_needed(database: Database) -> None:
    with pytest.raises(StoreError, match="for a reason"):
        PromotionLog(database).record(replace(FIRST, reason="  "))
    assert PromotionLog(database).all() == []


def test_a_changed_row_is_seen(database: Database, tmp_path: Path) -> None:
    PromotionLog(database).record(FIRST)
    database.close()
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw.execute("UPDATE promotions SET version = '9'")
    raw.execute("DROP TRIGGER promotions_keep")
    raw.execute("UPDATE promotions SET version = '9'")
    raw.commit()
    raw.close()
    again = Database.open(tmp_path)
    try:
        assert any("promotions of models were changed" in str(fault) for fault in VerdictLog(again).verify())
    finally:
        again.close()
