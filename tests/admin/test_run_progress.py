"""What a run says is read on line by line, and a crash in the middle of a line or an epoch leaves a sound picture."""

from __future__ import annotations

import json
from pathlib import Path

from xraydesk.admin.run_progress import ProgressReader


def step(epoch: int, number: int, loss: float, elapsed: float) -> dict:
    return {"epoch": epoch, "step": number, "of": 10, "loss": loss, "rate": 5.0, "elapsed": elapsed, "memory_mb": 1}


def epoch(number: int, area: float) -> dict:
    return {"epoch": number, "loss": 0.5, "auroc_clean": area, "robust_auroc": area, "validation_loss": 0.4}


def say(folder: Path, *rows: dict, end: str = "\n") -> None:
    with (folder / "progress.jsonl").open("a") as file:
        file.write("\n".join(json.dumps(row) for row in rows) + end)


def test_lines_are_read_on_where_the_reader_was(tmp_path: Path) -> None:
    reader = ProgressReader(tmp_path)
    assert reader.read().losses == ()
    say(tmp_path, {"begun": "2026-01-01T00:00:00+00:00"}, step(0, 5, 0.7, 10))
    first = reader.read()
    assert first.losses == ((0.5, 0.7),)
    assert reader.read() is first, "nothing new is not read again"
    say(tmp_path, step(0, 10, 0.6, 20), end="")
    assert reader.read().losses == ((0.5, 0.7),), "a line that is not whole waits"
    say(tmp_path, end="\n")
    assert reader.read().losses == ((0.5, 0.7), (1.0, 0.6))


def test_what_is_taken_again_after_a_crash_stands_once(tmp_path: Path) -> None:
    rows = [{"begun": "a"}, step(0, 10, 0.7, 10), epoch(0, 0.8), step(1, 5, 0.6, 15), step(1, 8, 0.5, 18)]
    again = [{"begun": "b"}, step(1, 5, 0.6, 4), step(1, 10, 0.4, 9), epoch(1, 0.9)]
    say(tmp_path, *rows, *again)
    found = ProgressReader(tmp_path).read()
    assert [at for at, _ in found.losses] == [1.0, 1.5, 2.0]
    assert [each.areas["clean"] for each in found.epochs] == [0.8, 0.9]
    assert found.begun == "b"
    assert found.spent == 18 + 9


def test_how_it_ended_counts_for_the_last_start_alone(tmp_path: Path) -> None:
    say(tmp_path, {"begun": "a"}, {"stopped": "Stopped."})
    reader = ProgressReader(tmp_path)
    assert reader.read().stopped == "Stopped."
    say(tmp_path, {"begun": "b"})
    assert not reader.read().ended
    say(tmp_path, {"done": "m 1"})
    assert reader.read().done == "m 1"


def test_warnings_of_an_earlier_epoch_no_longer_count(tmp_path: Path) -> None:
    say(tmp_path, {"begun": "a"}, {"warning": "small"}, epoch(0, 0.5), {"warning": "one class"}, epoch(1, 0.8))
    say(tmp_path, {"warning": "chance"}, {"warning": "small"})
    assert ProgressReader(tmp_path).read().warnings == ("small", "chance")


def test_lines_that_are_no_reports_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "progress.jsonl").write_text('hello\n[1]\n"x"\n{"else": 1}\n')
    assert not ProgressReader(tmp_path).read().ended
