"""A desk that watches its folder: real files that are being written, a real (tiny) model, a real database."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests import films
from tests.triage import fakes
from tests.triage.test_run import Bench
from xraydesk.errors import Cancelled
from xraydesk.imaging.study import ScanResult
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database
from xraydesk.triage.assessment import ImageStatus
from xraydesk.triage.desk import Desk
from xraydesk.triage.joining import WRITTEN_ANEW, join, places_of
from xraydesk.triage.run import TriageRun
from xraydesk.triage.watching import WatchState

PATIENCE_S = 30.0
CHILD = {"PatientAge": "003Y"}


@pytest.fixture
def desk(installed: Path) -> Iterator[Desk]:
    with Desk(installed, reader="anna", device="cpu") as desk:
        yield desk


class Watched:
    """A desk with a watched folder, and what both listeners heard."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.ears, self.states = fakes.Ears(), list[WatchState]()
        desk.start(folder, self.ears)
        assert desk.wait(PATIENCE_S)
        desk.watching.start(self.states.append)

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for a state; the end of the run with it."""
        end = time.monotonic() + PATIENCE_S
        while not (reached() and self.desk.wait(0)):
            assert time.monotonic() < end, self.states[-1:]
            time.sleep(0.02)

    def scored(self, study_id: str) -> int:
        """Return how many images of a study have an answer; 0 where it is not in the list."""
        if not any(row.study_id == study_id for row in self.desk.rows()):
            return 0
        return sum(image.status is ImageStatus.SCORED for image in self.desk.assessment(study_id).images)


@pytest.fixture
def watched(desk: Desk, tmp_path: Path) -> Watched:
    films.write_dicom(tmp_path / "in" / "a.dcm", StudyInstanceUID="1.2.1", PatientID="A", InstanceNumber=2, **CHILD)
    return Watched(desk, tmp_path / "in")


def wait_for(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.02)


def film(folder: Path, name: str, study: str, seed: int, **tags: object) -> Path:
    return films.write_dicom(
        folder / name, films.picture(seed=seed), StudyInstanceUID=study, **{"PatientID": name, **CHILD, **tags}
    )


def test_a_new_study_is_listed_and_scored(watched: Watched) -> None:
    film(watched.folder, "b.dcm", "1.2.2", 5)
    watched.until(lambda: watched.scored("1.2.2") == 1)
    assert [watched.desk.worklist.number(name) for name in ("1.2.1", "1.2.2")] == [1, 2]
    summary = watched.ears.summary
    assert summary is not None
    assert (summary.studies, summary.images, summary.pending, watched.ears.errors) == (2, 2, 0, [])
    assert watched.states[-1].last is not None
    assert watched.ears.calls.count("scanned") == 1


def test_a_new_film_joins_its_study_behind_the_others(watched: Watched) -> None:
    before = watched.desk.assessment("1.2.1")
    film(watched.folder, "0.dcm", "1.2.1", 6, PatientID="A", InstanceNumber=1)
    watched.until(lambda: watched.scored("1.2.1") == 2)
    study = watched.desk.study("1.2.1")
    assert [instance.path.name for instance in study.instances] == ["a.dcm", "0.dcm"]
    after = watched.desk.assessment("1.2.1")
    assert after.images[0] == before.images[0]
    assert after.score is not None
    assert before.score is not None
    assert after.score >= before.score
    assert watched.desk.row("1.2.1").image_count == 2


def test_a_film_written_slowly_is_taken_when_it_is_whole(watched: Watched, tmp_path: Path) -> None:
    content = film(tmp_path, "whole.dcm", "1.2.3", 7).read_bytes()
    with (watched.folder / "slow.dcm").open("wb") as file:
        for start in range(0, len(content), len(content) // 6):
            file.write(content[start : start + len(content) // 6])
            file.flush()
            time.sleep(0.3)
            assert len(watched.desk.rows()) == 1 or start + len(content) // 6 >= len(content)
    watched.until(lambda: watched.scored("1.2.3") == 1)
    assert any(state.waiting == 1 for state in watched.states)
    assert watched.states[-1].waiting == 0


def test_what_vanishes_again_stays_with_its_answer(watched: Watched) -> None:
    path = film(watched.folder, "b.dcm", "1.2.2", 5)
    watched.until(lambda: watched.scored("1.2.2") == 1)
    answer = watched.desk.assessment("1.2.2")
    path.unlink()
    film(watched.folder, "c.dcm", "1.2.3", 6)
    watched.until(lambda: watched.scored("1.2.3") == 1)
    assert watched.desk.assessment("1.2.2") == answer


def test_a_folder_that_is_gone_is_said_and_watched_again_when_it_is_back(watched: Watched, tmp_path: Path) -> None:
    watched.folder.rename(tmp_path / "away")
    watched.until(lambda: bool(watched.states and watched.states[-1].problem))
    assert "it is not there" in watched.states[-1].problem
    film(tmp_path / "away", "b.dcm", "1.2.2", 5)
    (tmp_path / "away").rename(watched.folder)
    watched.until(lambda: watched.scored("1.2.2") == 1)
    assert watched.states[-1].problem == ""
    assert watched.scored("1.2.1") == 1


def test_a_name_used_again_for_another_patient_hides_nobody(watched: Watched) -> None:
    film(watched.folder, "a.dcm", "1.2.9", 8, PatientID="Z")
    watched.until(lambda: watched.scored("1.2.9") == 1)
    old = watched.desk.row("1.2.1")
    assert (old.score, old.reason) == (None, WRITTEN_ANEW)


def test_files_left_out_are_told(watched: Watched) -> None:
    (watched.folder / "notes.txt").write_text("x")
    watched.until(lambda: bool(watched.states and watched.states[-1].skipped))
    assert [file.path.name for file in watched.states[-1].skipped] == ["notes.txt"]


def test_files_that_come_while_the_folder_is_scored(desk: Desk, tmp_path: Path) -> None:
    for number in range(12):
        film(tmp_path / "in", f"{number}.dcm", f"1.2.{number}", number)
    ears, folder = fakes.Ears(), tmp_path / "in"
    desk.start(folder, ears)
    desk.watching.start(lambda state: None)
    film(folder, "late.dcm", "1.2.100", 40)
    end = time.monotonic() + PATIENCE_S
    while len(ears.assessments) < 13 or not desk.wait(0):
        assert time.monotonic() < end
        time.sleep(0.02)
    assert all(row.score is not None for row in desk.rows())


def test_a_stop_by_the_reader_holds_and_what_comes_later_is_still_scored(tmp_path: Path) -> None:
    folder = tmp_path / "films"
    for number in range(30):
        fakes.write_study(folder, f"s{number:02}", number)
    with closing(Database.open(tmp_path / "data")) as database:
        bench = Bench(database, folder)
        run = bench.make(ears := fakes.Ears())
        bench.scorer._on_score = lambda count: run.cancel()
        run.run()
        assert ears.summary is not None
        seen, left = list(bench.scorer.seen), ears.summary.pending
        assert left == 30 - len(seen) > 0
        bench.scorer._on_score = None
        fakes.write_study(folder, "late", 77)
        late = fakes.Study("late", (fakes.instance(folder / "late" / "image1.png"),))
        arrived = ScanResult(folder, (late,), ())
        assert not run.arrive(arrived)
        run.reopen()
        assert run.arrive(arrived)
        run.run()
        assert bench.scorer.seen == [*seen, 77]
        assert (ears.summary.pending, ears.summary.cancelled) == (left, False)
        bench.scoring.close()


def test_another_folder_ends_the_watch(watched: Watched, tmp_path: Path) -> None:
    shutil.copytree(watched.folder, tmp_path / "other")
    watched.desk.start(tmp_path / "other", fakes.Ears())
    assert watched.desk.wait(PATIENCE_S)
    end = time.monotonic() + PATIENCE_S
    while any(thread.name == "xraydesk-watch" for thread in threading.enumerate()):
        assert time.monotonic() < end
        time.sleep(0.02)


def noted(desk: Desk) -> list[tuple[str, str, dict]]:
    entries = AuditLog(desk._database).entries()
    return [(e["action"], e["subject"], e["detail"]) for e in entries if e["action"].startswith("watch")]


def test_begin_and_end_stand_in_the_audit_log(watched: Watched, installed: Path) -> None:
    film(watched.folder, "b.dcm", "1.2.2", 5)
    watched.until(lambda: watched.scored("1.2.2") == 1)
    folder = str(watched.folder)
    assert noted(watched.desk) == [("watch begun", folder, {})]
    watched.desk.close()
    with Desk(installed, reader="anna", device="cpu") as again:
        assert noted(again) == [("watch begun", folder, {}), ("watch ended", folder, {"files": 1})]
        assert again.verify_logs() == []


def test_a_watch_that_was_left_is_not_lost_from_the_audit_log(watched: Watched, installed: Path) -> None:
    wait_for(lambda: bool(watched.states))
    watched.desk.watching.stop()
    watched.desk.watching.start(watched.states.append)
    watched.desk.watching.stop()
    watched.desk.close()
    with Desk(installed, reader="anna", device="cpu") as again:
        kinds = [action for action, *_ in noted(again)]
    assert kinds.count("watch ended") == kinds.count("watch begun") >= 1


def test_a_missing_folder_is_opened_when_it_is_there(desk: Desk, tmp_path: Path) -> None:
    folder, ears, states = tmp_path / "later", fakes.Ears(), list[WatchState]()
    desk.start(folder, ears)
    assert desk.wait(PATIENCE_S)
    desk.watching.start(states.append)
    wait_for(lambda: bool(states))
    assert (states[0].problem, states[0].begun) == ("The folder cannot be read: it is not there.", False)
    assert noted(desk) == []
    film(tmp_path / "making", "a.dcm", "1.2.1", 3)
    (tmp_path / "making").rename(folder)
    wait_for(lambda: ears.calls.count("scanned") == 1 and desk.wait(0))
    film(folder, "b.dcm", "1.2.2", 5)
    wait_for(lambda: len(desk.rows()) == 2)
    assert len(ears.errors) == 1
    assert states[-1].begun


def test_a_run_that_the_reader_stopped_is_not_begun_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(run: TriageRun) -> ScanResult:
        raise Cancelled

    monkeypatch.setattr(TriageRun, "_scan", stop)
    ears = fakes.Ears()
    desk.start(tmp_path, ears)
    assert desk.wait(PATIENCE_S)
    desk.watching.start(lambda state: None)
    time.sleep(1.2)
    assert ears.calls.count("finished") == 1


def test_it_is_remembered_by_folder(desk: Desk, tmp_path: Path) -> None:
    watching = desk.watching
    assert not watching.is_wanted(tmp_path)
    watching.remember(tmp_path, wanted=True)
    watching.remember(tmp_path / "b", wanted=True)
    watching.remember(tmp_path / "b", wanted=False)
    assert (watching.is_wanted(tmp_path), watching.is_wanted(tmp_path / "b")) == (True, False)


def test_joining_keeps_places(tmp_path: Path) -> None:
    def study(name: str, *files: str):
        return fakes.Study(name, tuple(fakes.instance(tmp_path / file) for file in files))

    studies = {"s": study("s", "1", "2"), "t": study("t", "3")}
    places = places_of(studies.values())
    joined = join(studies, places, [study("s", "0", "2"), study("u", "3", "4")])
    assert [i.path.name for i in joined.studies["s"].instances] == ["1", "2", "0"]
    assert [i.path.name for i in joined.studies["u"].instances] == ["3", "4"]
    assert joined.studies["t"].instances[0].problem == WRITTEN_ANEW
    assert sorted(joined.fresh) == [("s", 1), ("s", 2), ("t", 0), ("u", 0), ("u", 1)]
    assert not joined.grown("s", 2)
    assert joined.grown("u", 0)
