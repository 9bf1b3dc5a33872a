"""Versions of operating points, and samples drawn at a site: kept as written, the newest holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.triage import fakes
from xraydesk.errors import StoreError
from xraydesk.inference.card import Label, Platt, PointsKind
from xraydesk.store import audit
from xraydesk.store.database import Database
from xraydesk.store.operating import OperatingLog, PointsDraft
from xraydesk.store.samples import ANEW, DrawDraft, SampleLog
from xraydesk.store.seals import broken_seals

CARD = fakes.card()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "data")
    yield database
    database.close()


def moved(threshold: float, platt: Platt | None = None) -> tuple[Label, ...]:
    first, *others = CARD.labels
    points = tuple(replace(point, threshold=threshold) for point in first.operating_points)
    return (replace(first, calibration=platt or first.calibration, operating_points=points), *others)


def draft(**changes) -> PointsDraft:
    values = {
        "author": "Ada",
        "model_id": CARD.id,
        "model_sha256": CARD.weights_sha256,
        "kind": PointsKind.CHANGED,
        "reason": "too many waited",
        "labels": moved(0.4),
        "evidence": {"studies": 80, "abnormal": 20},
    }
    return PointsDraft(**(values | changes))


def test_the_newest_version_holds_and_all_stay(database: Database) -> None:
    log = OperatingLog(database)
    first = log.record(draft())
    second = log.record(draft(labels=moved(0.6, Platt(2.0, -0.5)), reason=" a Größe ", kind=PointsKind.SITE))
    log.record(draft(model_sha256="f" * 64, reason="other weights"))
    assert [version.number for version in log.of(CARD)] == [1, 2]
    assert log.of(CARD) == [first, second]
    held = log.newest()[CARD.id, CARD.weights_sha256]
    assert (held.labels, held.reason, held.kind) == (moved(0.6, Platt(2.0, -0.5)), "a Größe", "site")
    assert held.evidence == {"studies": 80, "abnormal": 20}


@pytest.mark.parametrize("changes", [{"reason": "  "}, {"author": ""}, {"labels": moved(1.5)}, {"labels": ()}])
def test_what_makes_no_sense_is_refused(database: Database, changes: dict[str, object]) -> None:
    log = OperatingLog(database)
    with pytest.raises(StoreError):
        log.record(draft(**changes))
    with pytest.raises(StoreError):
        log.record(draft(labels=moved(0.4, Platt(-1.0, 0.0))))
    assert log.of(CARD) == []


def test_versions_and_samples_are_sealed_and_named_in_the_audit_log(database: Database) -> None:
    OperatingLog(database).record(draft())
    SampleLog(database).record(DrawDraft("Ada", CARD.id, CARD.weights_sha256, 7, {"wanted": 2}, ("b", "a")))
    assert broken_seals_of(database) == []
    entries = audit.AuditLog(database).entries()
    assert [(entry["action"], entry["subject"]) for entry in entries] == [
        (audit.OPERATING, CARD.id),
        (audit.SAMPLE, CARD.id),
    ]
    with pytest.raises(StoreError):
        database.write(lambda db: db.execute("UPDATE operating_versions SET reason = 'nothing'"))
    database.write(lambda db: [db.execute(f"DROP TRIGGER {name}") for name in triggers(db)])
    database.write(lambda db: db.execute("UPDATE operating_versions SET reason = 'nothing'"))
    database.write(lambda db: db.execute("DELETE FROM site_samples"))
    said = " ".join(broken_seals_of(database))
    assert "versions of operating points were changed" in said
    assert "samples of this site that the audit log knows are gone" in said


def test_a_sample_grows_until_one_begins_anew(database: Database) -> None:
    log = SampleLog(database)
    for studies, plan in ((("a", "b"), {}), (("c",), {}), (("d",), {ANEW: True}), (("e",), {})):
        log.record(DrawDraft("Ada", CARD.id, CARD.weights_sha256, 1, plan, studies))
    assert [draw.studies for draw in log.of(CARD)] == [("d",), ("e",)]
    assert log.of(replace(CARD, weights_sha256="0" * 64)) == []


def broken_seals_of(database: Database) -> list[str]:
    with database.read() as connection:
        return [str(fault) for fault in broken_seals(connection)]


def triggers(db) -> list[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('operating_versions', 'site_samples')"
    )
    return [name for (name,) in db.execute(query).fetchall()]
