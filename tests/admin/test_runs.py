"""Training runs as processes: stopped, killed, resumed to the same weights; each way to fail is a sentence."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import IO

import pytest
import torch
from safetensors.torch import load_file

from tests.admin.small_runs import PROGRAM, a_room, films, request, wait
from xraydesk import cli
from xraydesk.admin import runs as runs_module
from xraydesk.admin.people import People
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run import Run, RunState, look
from xraydesk.admin.run_progress import ProgressReader
from xraydesk.admin.run_request import read_request
from xraydesk.admin.runs import Runs, leave_runs
from xraydesk.errors import SignInRefused, TrainingError
from xraydesk.store.accounts import Role
from xraydesk.store.audit import TRAINING, AuditLog
from xraydesk.training import background
from xraydesk.training.run_lock import worker

pytestmark = pytest.mark.usefixtures("usual_priority")

LONG = {"epochs": "4", "input.size": "64"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return films(tmp_path_factory.mktemp("films"), each=20)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AdminRoom]:
    made = a_room(tmp_path / "desk")
    yield made
    for run in Runs(made).all():
        process = worker(run.folder)
        if process is not None:
            os.kill(process, signal.SIGTERM)
    for process in runs_module._started.values():
        process.kill()
        process.wait()
    made.database.close()


@pytest.fixture(scope="module")
def straight(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a run that nobody stopped."""
    room = a_room(tmp_path_factory.mktemp("straight"))
    runs = Runs(room)
    run = wait(runs, runs.start(request(data, **LONG)).name)
    room.database.close()
    assert run.state is RunState.FINISHED, run.sentence
    return run.folder


class AtOnce:
    """Stands for `subprocess.Popen`: the same command in this process, whose start takes no imports."""

    def __init__(self, command: list[str], *, stdout: IO[bytes], stderr: IO[bytes], **_: object) -> None:
        with (
            Path(stdout.name).open("a", encoding="utf-8") as said,
            Path(stderr.name).open("a", encoding="utf-8") as log,
            redirect_stdout(said),
            redirect_stderr(log),
        ):
            self.code = cli.main(command[len(PROGRAM) :])

    def poll(self) -> int:
        return self.code

    def kill(self) -> None:
        pass

    def wait(self) -> int:
        return self.code


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no process for a run that ends before its first step."""
    monkeypatch.setattr(runs_module.subprocess, "Popen", AtOnce)
    monkeypatch.setattr(background, "step_back", lambda: 1)


def an_epoch_is_over(run: Run) -> bool:
    return bool(run.progress.epochs)


def same_weights(one: Path, other: Path) -> None:
    for file in ("last.safetensors", "best.safetensors", "bundle/model.safetensors"):
        first, second = load_file(one / file), load_file(other / file)
        assert first.keys() == second.keys()
        assert all(torch.equal(tensor, second[name]) for name, tensor in first.items()), file


def test_a_run_ends_in_a_model_and_tells_of_itself(straight: Path) -> None:
    asked = read_request(straight)
    assert asked is not None
    run = look(straight, asked, ProgressReader(straight).read())
    assert run.model is not None
    assert (run.model / "card.json").is_file()
    assert run.picture.is_file()
    progress = run.progress
    assert [epoch.number for epoch in progress.epochs] == [1, 2, 3, 4]
    assert progress.matrix is not None
    assert progress.counts is not None
    assert (
        progress.matrix.true_positives + progress.matrix.false_negatives == progress.counts["validation_with_finding"]
    )
    assert progress.losses[-1][0] == 4
    assert any("answers one class only" in words or "sharpness alone" in words for words in progress.warnings)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_run_that_is_paused_resumed_and_killed_goes_on_to_the_same_weights(
    room: AdminRoom, data: Path, straight: Path
) -> None:
    runs = Runs(room)
    name = runs.start(request(data, **LONG)).name
    wait(runs, name, an_epoch_is_over)
    with pytest.raises(TrainingError, match="A run is at work"):
        runs.start(request(data))
    assert leave_runs(room) == [name], "the window closes"
    run = wait(runs, name)
    assert run.state is RunState.STOPPED, run.sentence
    assert not (run.folder / "stop").exists()
    assert (run.folder / "last.safetensors").is_file()
    runs.resume(name)
    run = wait(runs, name, lambda run: worker(run.folder) is not None)
    process = worker(run.folder)
    assert process is not None
    os.kill(process, signal.SIGKILL)
    run = wait(runs, name)
    assert run.state is RunState.CRASHED
    assert "signal 9" in run.sentence
    assert "Resume" in run.sentence
    runs_module._started.clear()  # as after the machine was started anew
    assert "without a word" in Runs(room).get(name).sentence
    run = wait(runs, runs.resume(name).name)
    assert run.state is RunState.FINISHED, run.sentence
    same_weights(straight, run.folder)
    with pytest.raises(TrainingError, match="cannot go on: it is finished"):
        runs.resume(name)
    runs.remove(name)
    assert runs.all() == []
    acts = [row["detail"]["act"] for row in AuditLog(room.database).entries() if row["action"] == TRAINING]
    assert acts == ["started", "resumed", "resumed", "removed"]


def test_a_time_limit_counts_what_was_spent_before(data: Path) -> None:
    from dataclasses import replace

    asked = replace(request(data), minutes=3.0)
    told = asked.arguments(Path("run"), 1.5)
    assert told[told.index("--time-limit") + 1] == "1.5000"
    assert "--time-limit" not in asked.arguments(Path("run"), None)
    assert {"--background", "--progress"} <= set(told)


def without_a_class(data: Path) -> None:
    shutil.rmtree(data / "abnormal")
    (data / "abnormal").mkdir()


def of_one_patient(data: Path) -> None:
    rows = ["file,finding,patient"]
    for kind in ("normal", "abnormal"):
        for file in sorted((data / kind).iterdir()):
            file.rename(data / file.name)
            rows.append(f"{file.name},{int(kind == 'abnormal')},7")
        (data / kind).rmdir()
    (data / "labels.csv").write_text("\n".join(rows))


BAD = {
    "one patient": (of_one_patient, [], "one patient"),
    "an empty class": (without_a_class, [], "class"),
    "an unknown label": (lambda data: None, ["--label", "cyst"], "cyst"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.usefixtures("at_once")
def test_what_is_wrong_with_the_data_is_said(case: str, room: AdminRoom, tmp_path: Path) -> None:
    from dataclasses import replace

    spoil, more, words = BAD[case]
    data = films(tmp_path / "films", each=6)
    spoil(data)
    asked = request(data)
    runs = Runs(room)
    run = wait(runs, runs.start(replace(asked, data=(*asked.data, *more))).name)
    assert run.state is RunState.FAILED
    assert words in run.sentence
    assert "Traceback" not in run.log()


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
@pytest.mark.usefixtures("at_once")
def test_a_gpu_that_is_gone_is_said(room: AdminRoom, data: Path) -> None:
    from dataclasses import replace

    runs = Runs(room)
    run = wait(runs, runs.start(replace(request(data), device="cuda")).name)
    assert run.state is RunState.FAILED
    assert run.sentence.startswith("No GPU is there")


def test_what_was_not_foreseen_is_a_sentence_with_the_place_of_the_log(
    room: AdminRoom, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "import sys; from xraydesk import cli, cli_train; cli_train._recipe = None; sys.exit(cli.main())"
    monkeypatch.setattr(runs_module, "program", lambda: [sys.executable, "-c", broken])
    runs = Runs(room)
    run = wait(runs, runs.start(request(data)).name)
    assert run.state is RunState.FAILED
    assert run.sentence == f"xraydesk failed: TypeError. Details are in {run.folder / 'xraydesk.log'}."
    assert "Unforeseen failure" in (run.folder / "xraydesk.log").read_text()


def test_a_bad_value_is_refused_before_anything_is_written(room: AdminRoom, data: Path) -> None:
    with pytest.raises(TrainingError, match='"epochs" cannot be "many"'):
        Runs(room).start(request(data, epochs="many"))
    assert Runs(room).all() == []


def test_only_an_administrator_starts_and_stops(room: AdminRoom, data: Path) -> None:
    from dataclasses import replace

    people = People(room.database)
    boss = people.begin("Ada", "correct horse battery")
    reader = people.add(boss, "Bob", Role.RESEARCHER, "another long password")
    runs = Runs(replace(room, account=reader))
    for act in (lambda: runs.start(request(data)), lambda: runs.stop("x"), lambda: runs.resume("x")):
        with pytest.raises(SignInRefused):
            act()


def test_lists_of_the_data_folder_are_copied_for_the_run(
    room: AdminRoom, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    monkeypatch.setattr(runs_module, "program", lambda: [sys.executable, "-c", ""])
    listed = room.data_dir / "sources" / "a" / "excluded.csv"
    listed.parent.mkdir(parents=True)
    listed.write_text("content_hash,reason\n")
    asked = request(data)
    run = Runs(room).start(replace(asked, data=(*asked.data, "--exclude", str(listed))))
    copied = Path(run.request.data[-1])
    assert copied.parent == run.folder / "given"
    assert copied.read_text() == listed.read_text()
    assert wait(Runs(room), run.name).state is RunState.CRASHED
