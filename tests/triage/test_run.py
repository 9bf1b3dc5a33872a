from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.triage import fakes
from xraydesk.errors import BundleError, DiskFull, FolderError
from xraydesk.inference.card import Label, Platt
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database
from xraydesk.store.features import FeatureStore
from xraydesk.triage import pipeline, stored
from xraydesk.triage.assessment import Band, ImageStatus
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.run import TriageRun
from xraydesk.triage.scoring import ScoringThread


@dataclass
class Bench:
    """Everything a run needs, and what it did."""

    database: Database
    folder: Path
    scorer: fakes.FakeScorer = field(default_factory=fakes.FakeScorer)
    imaging: fakes.FakeImaging = field(default_factory=fakes.FakeImaging)
    card = fakes.card()
    scanner = staticmethod(fakes.scan)
    loads: int = 0

    def __post_init__(self) -> None:
        self.ledger = Ledger()
        self.restart()

    def restart(self) -> None:
        self.scoring = ScoringThread({self.card.id: self.make_scorer})

    def make_scorer(self) -> fakes.FakeScorer:
        self.loads += 1
        return self.scorer

    def make(self, ears: fakes.Ears) -> TriageRun:
        return TriageRun(
            self.folder,
            database=self.database,
            cards=(self.card,),
            scoring=self.scoring,
            ledger=self.ledger,
            listener=ears,
            reader="r",
            scanner=self.scanner,
            imaging=self.imaging,
        )

    def run(self) -> fakes.Ears:
        ears = fakes.Ears()
        self.make(ears).run()
        return ears


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "data")
    yield database
    database.close()


@pytest.fixture
def bench(database: Database, tmp_path: Path) -> Iterator[Bench]:
    folder = tmp_path / "films"
    folder.mkdir()
    bench = Bench(database, folder)
    yield bench
    bench.scoring.close()


def test_what_the_model_saw_is_kept_with_its_answer(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 10, 240)
    fakes.write_study(bench.folder, "b", 254)
    bench.run()
    contents = [bench.imaging.content_hash(path) for path in sorted(bench.folder.glob("*/*.png"))]
    found = FeatureStore(bench.database, bench.card).find(contents)
    assert [found[content, 0].tolist() for content in contents] == [[10, 245, 1], [240, 15, 1], [254, 1, 1]]


def test_a_folder_becomes_a_reading_list(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a-low", 10)
    fakes.write_study(bench.folder, "b-likely", 20, 240)
    fakes.write_study(bench.folder, "c-bad", None)
    fakes.write_study(bench.folder, "d-unsure", 100)
    fakes.write_study(bench.folder, "e-odd", 254)
    (bench.folder / "notes.txt").write_text("x")
    ears = bench.run()
    assert ears.errors == []
    rows = bench.ledger.rows()
    assert [row.study_id for row in rows] == ["b-likely", "d-unsure", "c-bad", "e-odd", "a-low"]
    assert [row.rank for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0].driver == 1
    assert rows[2].reason == "the file is empty"
    assert rows[3].reason == "unlike the training films"
    summary = ears.summary
    assert summary is not None
    assert (summary.studies, summary.images, summary.scored, summary.unreadable, summary.refused) == (5, 6, 5, 1, 1)
    assert (summary.pending, summary.skipped, summary.device) == (0, 1, "fake processor")
    assert set(summary.stages) == {"scan", "hash", "decode", "score", "store"}
    assert ears.steps[-1].done == ears.steps[-1].total == 6


def test_calls_come_in_order_and_end_with_finished(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 10)
    calls = bench.run().calls
    assert calls[-1] == "finished"
    assert calls.count("finished") == calls.count("scanned") == 1
    assert calls.index("scanned") < calls.index("assessed")


def test_the_model_runs_in_one_thread_only(bench: Bench) -> None:
    for n in range(30):
        fakes.write_study(bench.folder, f"s{n}", n)
    bench.run()
    assert bench.scorer.threads == {"xraydesk-scoring"}


def test_opening_again_runs_no_model_and_decodes_nothing(bench: Bench) -> None:
    for n in range(20):
        fakes.write_study(bench.folder, f"s{n:02}", n * 10)
    first = [(r.study_id, r.band, r.score) for r in (bench.run(), bench.ledger.rows())[1]]
    bench.scoring.close()
    bench.restart()
    bench.imaging.decoded.clear()
    bench.imaging.hashed.clear()
    ears = bench.run()
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.cached) == (0, 20)
    assert (bench.loads, len(bench.scorer.seen)) == (1, 20)
    assert bench.imaging.decoded == bench.imaging.hashed == []
    assert [(r.study_id, r.band, r.score) for r in bench.ledger.rows()] == first


def test_a_moved_file_is_hashed_but_not_scored_again(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 50)
    bench.run()
    (bench.folder / "a").rename(bench.folder / "z")
    ears = bench.run()
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.cached) == (0, 1)
    assert len(bench.imaging.decoded) == 1


def test_a_changed_file_is_scored_again(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 50)
    bench.run()
    (bench.folder / "a" / "image1.png").write_bytes(b"\xf0 new content")
    bench.run()
    assert bench.ledger.row("a").band is Band.LIKELY


def test_a_new_calibration_is_not_answered_from_the_old_one(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 50)
    bench.run()
    old = bench.card.labels[0]
    bench.card = fakes.card(labels=(Label(old.name, Platt(2.0), old.operating_points), bench.card.labels[1]))
    ears = bench.run()
    assert ears.summary is not None
    assert ears.summary.scored == 1


def test_stopping_keeps_what_is_done_and_the_next_run_goes_on(bench: Bench) -> None:
    for n in range(60):
        fakes.write_study(bench.folder, f"s{n:02}", n)
    ears = fakes.Ears()
    run = bench.make(ears)
    bench.scorer._on_score = lambda count: run.cancel() if count == 10 else None
    run.run()
    assert ears.summary is not None
    assert ears.summary.cancelled
    assert ears.summary.pending > 0
    assert ears.calls[-1] == "finished"
    assert ears.summary.scored == len(bench.scorer.seen)
    again = bench.run()
    assert again.summary is not None
    assert again.summary.pending == 0
    assert again.summary.cached == ears.summary.scored
    assert sorted(bench.scorer.seen) == list(range(60)), "something was scored twice or not at all"


def test_stopping_during_the_scan(bench: Bench) -> None:
    ears = fakes.Ears()
    run = bench.make(ears)
    run.cancel()
    run.run()
    assert ears.calls[-1] == "finished"
    assert ears.errors == []
    assert ears.summary is not None
    assert ears.summary.cancelled


def test_what_the_reader_looks_at_comes_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "cores", lambda: 1)  # of two decoding threads one may be held up by the system
    for n in range(40):
        fakes.write_study(bench.folder, f"s{n:02}", n)
    run = bench.make(fakes.Ears())
    run.prioritise(["s35", "s36"])
    run.run()
    assert set(bench.scorer.seen[:2]) == {35, 36}


def test_the_header_is_asked_before_the_file_is_decoded(bench: Bench) -> None:
    path = bench.folder / "x.dcm"
    path.write_bytes(b"\x80")
    from xraydesk.imaging.study import ScanResult, Study

    study = Study("1.2", (fakes.instance(path, study_uid="1.2", age_years=54.0),))
    bench.scanner = lambda folder, on_progress, cancelled: ScanResult(folder, (study,), ())
    bench.run()
    row = bench.ledger.row("1.2")
    assert (row.band, row.reason) == (Band.NOT_ASSESSED, "adult (54 y): the model is for children of 1-5 years")
    assert bench.imaging.decoded == []
    assert bench.loads == 0, "no model is needed for that"


def test_a_folder_that_cannot_be_read(bench: Bench) -> None:
    def scanner(folder, on_progress, cancelled):
        raise FolderError("The folder is gone", subject=folder)

    bench.scanner = scanner
    ears = bench.run()
    assert [type(e) for e in ears.errors] == [FolderError]
    assert ears.calls[-1] == "finished"


def test_files_that_vanish_after_the_scan(bench: Bench) -> None:
    for n in range(10):
        fakes.write_study(bench.folder, f"s{n}", n)

    def scanner(folder, on_progress, cancelled):
        result = fakes.scan(folder, on_progress, cancelled)
        shutil.rmtree(folder / "s3")
        return result

    bench.scanner = scanner
    ears = bench.run()
    assert bench.ledger.row("s3").reason == "the file is gone"
    assert bench.ledger.row("s3").band is Band.NOT_ASSESSED
    assert len(bench.scorer.seen) == 9
    assert ears.errors == []


def test_a_file_that_vanishes_between_hash_and_decode(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 5)
    bench.imaging.before = lambda path: path.unlink()
    bench.run()
    assert bench.ledger.row("a").reason == "the file is gone"


def test_an_image_on_which_the_model_fails_does_not_take_others_with_it(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 10)
    fakes.write_study(bench.folder, "b", 253)
    fakes.write_study(bench.folder, "c", 20)
    bench.run()
    bands = {row.study_id: row.band for row in bench.ledger.rows()}
    assert bands == {"a": Band.LOW, "b": Band.NOT_ASSESSED, "c": Band.LOW}


def test_a_model_that_cannot_be_loaded_is_told_once_and_nothing_is_lost(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 10, 20, 30)

    def factory():
        raise BundleError("The weights are damaged")

    bench.scoring = ScoringThread({"fake": factory})
    ears = bench.run()
    assert [type(e) for e in ears.errors] == [BundleError]
    assert bench.ledger.row("a").band is None
    assert ears.summary is not None
    assert ears.summary.pending == 3
    assert {i.status for i in bench.ledger.entry("a").assessment.images} == {ImageStatus.PENDING}


def test_a_full_disk_is_told_once_and_the_folder_is_done(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(30):
        fakes.write_study(bench.folder, f"s{n:02}", n)

    def full(db, rows):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("xraydesk.triage.recorder.insert", full)
        ears = bench.run()
    assert [type(e) for e in ears.errors] == [DiskFull]
    assert all(row.band is Band.LOW for row in bench.ledger.rows())
    assert len(bench.scorer.seen) == 30


def test_space_that_comes_back_saves_everything(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(30):
        fakes.write_study(bench.folder, f"s{n:02}", n)
    real, calls = stored.insert, []

    def full_at_first(db, rows):
        calls.append(len(rows.answers))
        if len(calls) == 1:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        real(db, rows)

    bench.imaging.before = lambda path: threading.Event().wait(0.01)
    monkeypatch.setattr("xraydesk.triage.recorder.insert", full_at_first)
    bench.run()
    again = bench.run()
    assert again.summary is not None
    assert (again.summary.scored, again.summary.cached) == (0, 30)


def test_the_audit_log_knows_of_the_run(bench: Bench, database: Database) -> None:
    fakes.write_study(bench.folder, "a", 10)
    bench.run()
    (entry,) = AuditLog(database).entries()
    assert (entry["actor"], entry["action"], entry["subject"]) == ("r", "triage", str(bench.folder))
    assert entry["detail"] == {"studies": 1, "scored": 1, "cached": 0, "model": "fake 1.0"}


@pytest.mark.parametrize(
    "name", ["胸部 X線", "рентген", "أشعة", "a\nb", "'; DROP TABLE files; --", "x" * 200, "bad\udcff"]
)
def test_names_in_any_script(bench: Bench, name: str) -> None:
    try:
        fakes.write_study(bench.folder, name, 200)
    except (OSError, UnicodeEncodeError) as error:
        pytest.skip(f"this file system does not take the name: {error}")
    bench.run()
    ears = bench.run()
    assert ears.errors == []
    assert ears.summary is not None
    assert ears.summary.cached == 1
    assert bench.ledger.row(name).band is Band.LIKELY
