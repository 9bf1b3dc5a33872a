"""The logs of one sealed table: what is written is what is read, all or nothing, and the last word on a thing holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xraydesk.errors import StoreError
from xraydesk.store import audit
from xraydesk.store.corrections import CorrectionDraft, LabelCorrections
from xraydesk.store.database import Database
from xraydesk.store.error_tags import ErrorTags, TagDraft
from xraydesk.store.exclusions import ExclusionDraft, ExclusionLog
from xraydesk.store.promotions import PromotionDraft, PromotionKind, PromotionLog
from xraydesk.store.reference import ReferenceDraft, ReferenceLog
from xraydesk.store.samples import DrawDraft, SampleLog
from xraydesk.store.sealed import Draft, SealedLog
from xraydesk.store.verdicts import VerdictLog

HASH = "ab" * 32
LEFT_OUT = ExclusionDraft("Adler", "knees", HASH, "no knee on it")
WRITTEN: list[tuple[type[SealedLog[Any, Any]], Draft, str]] = [
    (LabelCorrections, CorrectionDraft("Adler", "1.2", HASH, 3, "grade", None, 2.0, "seen again"), audit.CORRECTION),
    (ErrorTags, TagDraft("Adler", "1.2", HASH, 3, "motion", removed=True), audit.ERROR_TAG),
    (ExclusionLog, LEFT_OUT, audit.EXCLUSION),
    (PromotionLog, PromotionDraft("Adler", "knee", "1.1", HASH, PromotionKind.ROLL_BACK, "why", {"n": 2}),
     audit.PROMOTION),
    (ReferenceLog, ReferenceDraft("Adler", "biopsies", "1.2", "", 1.0, "left"), audit.REFERENCE),
    (SampleLog, DrawDraft("Adler", "knee", HASH, 7, {"anew": True}, ("1.2", "1.3")), audit.SAMPLE),
]  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.open(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(("kind", "draft", "action"), WRITTEN, ids=lambda value: getattr(value, "table", ""))
def test_what_is_read_is_what_was_written(
    database: Database, kind: type[SealedLog[Any, Any]], draft: Draft, action: str
) -> None:
    log: Any = kind(database)
    log.record([draft] if kind in {ExclusionLog, ReferenceLog} else draft)
    (row,) = log.all()
    assert [getattr(row, name) for name in draft.__dataclass_fields__] == [
        getattr(draft, name) for name in draft.__dataclass_fields__
    ]
    assert row.number == 1
    assert row.at.tzinfo is not None
    assert VerdictLog(database).verify() == []
    entry = audit.AuditLog(database).entries()[-1]
    assert (entry["action"], entry["actor"], entry["detail"]["number"]) == (action, "Adler", 1)


def test_of_many_rows_all_or_none_are_written(database: Database) -> None:
    log = ExclusionLog(database)
    with pytest.raises(StoreError, match="for a reason"):
        log.record([LEFT_OUT, replace(LEFT_OUT, reason=" ")])
    assert log.all() == []
    log.record([LEFT_OUT, replace(LEFT_OUT, content_hash="cd" * 32), replace(LEFT_OUT, source="chests")])
    log.record([replace(LEFT_OUT, removed=True, reason="it is one after all")])
    assert [row.number for row in log.present("knees")] == [2]
    assert [row.number for row in log.of_source("knees")] == [1, 2, 4]


def test_nothing_to_write_leaves_no_entry_in_the_audit_log(database: Database) -> None:
    assert ReferenceLog(database).record([]) == 0
    assert audit.AuditLog(database).entries() == []


def test_an_imported_table_is_one_entry_and_its_last_word_holds(database: Database) -> None:
    log = ReferenceLog(database)
    drafts = [ReferenceDraft("Adler", "biopsies", study, "", 1.0) for study in ("1.2", "1.3")]
    assert log.record([*drafts, replace(drafts[0], value=None)]) == 3
    (entry,) = audit.AuditLog(database).entries()
    assert (entry["subject"], entry["detail"]["rows"], entry["detail"]["number"]) == ("biopsies", 3, 3)
    assert [row.study_id for row in log.present()] == ["1.3"]
