"""The command line in this process, on real files with a tiny real model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tests import films
from tests.patience import PATIENCE_S
from tests.triage import two_models
from xraydesk import __version__, cli

PROJECT = Path(__file__).resolve().parents[1]


def test_triage_prints_the_ranked_list(run, film_folder: Path) -> None:
    code, out, err = run("triage", film_folder, "--device", "cpu")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert len(lines) == 1 + 6 + 2
    whom = "tiny 1.0 is for children of 1-5 years. Operating point not checked at this site."
    assert lines[-1] == f"Research use. Not a diagnosis. {whom}"
    assert "adult (54 y)" in out
    assert "1 files left out" in lines[-2]


def test_json_stands_alone_on_standard_output(run, film_folder: Path) -> None:
    code, out, err = run("triage", film_folder, "--json", "-", "--device", "cpu")
    made = json.loads(out)
    assert (code, err) == (0, "")
    assert made["model"]["id"] == "tiny"
    assert made["device"]
    assert len(made["studies"]) == 6
    assert [entry["path"] for entry in made["skipped"]] == [str(film_folder / "notes.txt")]
    assert set(made["timing"]["stages"]) == {"scan", "hash", "decode", "score", "store"}
    again = json.loads(run("triage", film_folder, "--json", "-")[1])
    assert again["studies"] == made["studies"]
    assert again["device"] == "not used"


def test_files_are_written_and_nothing_is_printed_when_quiet(run, film_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written = ("--json", out / "a.json", "--csv", out / "a.csv", "--maps", out / "maps")
    assert run("triage", film_folder, "--quiet", "--device", "cpu", *written) == (0, "", "")
    assert len(json.loads((out / "a.json").read_text("utf-8"))["studies"]) == 6
    assert len((out / "a.csv").read_text("utf-8").splitlines()) == 7
    maps = sorted((out / "maps").iterdir())
    assert len(maps) == 4
    with Image.open(maps[0]) as picture:
        assert picture.mode == "RGB"
        assert "peak of the map" in picture.info["Description"]


def test_a_folder_without_images(run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, _ = run("triage", tmp_path / "empty")
    assert code == 1
    assert out.startswith("No radiographs in this folder.")


def test_a_folder_that_is_not_there(run, tmp_path: Path) -> None:
    code, _, err = run("triage", tmp_path / "nowhere", "--json", "-")
    assert code == 1
    assert str(tmp_path / "nowhere") in err
    assert "Traceback" not in err


def test_a_model_that_is_not_there(run, tmp_path: Path) -> None:
    code, out, err = run("triage", tmp_path, "--model", "nothing")
    assert (code, out) == (1, "")
    assert err == "xraydesk: No installed model has this name (nothing). Installed: tiny.\n"


def test_films_go_to_the_model_for_them_or_to_the_one_asked_for(run, installed, tmp_path, monkeypatch) -> None:
    two_models.install(installed, monkeypatch)
    (installed / "models" / "tiny" / "card.json").unlink()
    folder = tmp_path / "mixed"
    two_models.write_png(folder / "chest.png", films.picture(seed=6))
    two_models.write_png(folder / "leg.png", two_models.leg(seed=7))
    code, out, _ = run("triage", folder, "--device", "cpu")
    assert code == 0
    assert [line.split()[-1] for line in out.splitlines()[1:3]] == ["knee-osteoarthritis", "chest-pneumonia"]
    assert "chest-pneumonia 1.0 is for" in out
    assert "knee-osteoarthritis 1.0 is for" in out
    made = json.loads(run("triage", folder, "--model", "knee-osteoarthritis", "--json", "-", "--device", "cpu")[1])
    assert made["model"]["id"] == "knee-osteoarthritis"
    assert [study["score"] is not None for study in made["studies"]] == [True, False]
    assert json.loads(run("triage", folder, "--model", "automatic", "--json", "-")[1])["model"] is None


def test_a_result_that_cannot_be_written_is_a_sentence(run, film_folder: Path) -> None:
    code, _, err = run(
        "triage", film_folder, "--quiet", "--csv", film_folder / "notes.txt" / "x.csv", "--device", "cpu"
    )
    assert code == 1
    assert "cannot be written" in err


def test_a_bad_settings_file_is_told_and_the_work_goes_on(run, film_folder: Path, installed: Path) -> None:
    (installed / "settings.toml").write_text("device = [")
    code, out, err = run("triage", film_folder)
    assert code == 0
    assert "settings file" in err
    assert "likely" in out or "uncertain" in out or "low" in out


def test_models(run, installed: Path) -> None:
    code, out, _ = run("models", "list")
    assert (code, out[:10]) == (0, "* tiny 1.0")
    assert run("models", "show", "tiny")[1].startswith(("schema", "id"))
    assert json.loads(run("models", "show", "tiny", "--json")[1])["id"] == "tiny"
    (entry,) = json.loads(run("models", "verify", "--json")[1])
    assert (entry["id"], entry["problem"]) == ("tiny", "")
    weights = installed / "models" / "tiny" / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-10])
    code, out, _ = run("models", "verify")
    assert code == 1
    assert "do not match the hash" in out


def test_the_window_opens_where_no_command_is_named(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[tuple] = []
    monkeypatch.setattr("xraydesk.gui.app.run_window", lambda *arguments: opened.append(arguments) or 0)
    assert cli.main(["--data-dir", str(installed), "some/folder"]) == 0
    assert cli.main(["--data-dir", str(installed), "--device", "cpu", "./triage", "--model", "m"]) == 0
    assert cli.main(["--data-dir", str(installed)]) == 0
    assert opened == [
        (Path("some/folder"), installed, None, "auto"),
        (Path("triage"), installed, "m", "cpu"),
        (None, installed, None, "auto"),
    ]


def test_the_demo_without_a_screen(
    run,
    film_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pictures: list[Path] = []
    monkeypatch.setattr(cli, "resource_dir", lambda name: film_folder)
    monkeypatch.setattr("xraydesk.gui.app.save_screenshot", lambda folder, data, out, **more: pictures.append(out))
    code, out, _ = run("demo", "--out", tmp_path / "out", "--device", "cpu")
    assert code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"worklist.json", "worklist.csv"}
    assert pictures == [tmp_path / "out" / "screenshot.png"]
    assert "Written:" in out


def test_version_and_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, code, words in (
        (["--version"], 0, __version__),
        (["--help"], 0, "exit codes"),
        (["triage"], 2, "FOLDER"),
        (["triage", "x", "--device", "gpu"], 2, "invalid choice"),
        (["models", "show"], 2, "needs the ID"),
    ):
        with pytest.raises(SystemExit) as raised:
            cli.main(arguments)
        captured = capsys.readouterr()
        assert raised.value.code == code
        assert words in captured.out + captured.err


def test_an_unforeseen_failure_is_a_sentence_and_the_log_has_the_rest(
    run,
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("xraydesk.triage.desk.Desk.start", lambda *_: 1 // 0)
    code, _, err = run("triage", tmp_path)
    assert code == 1
    assert err.startswith("xraydesk: xraydesk failed: ZeroDivisionError. Details are in ")
    assert "ZeroDivisionError" in (installed / "xraydesk.log").read_text("utf-8")


_SLOW = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background of a shell is started deaf to Ctrl-C
from pathlib import Path
from tests.triage import fakes
from xraydesk import cli
from xraydesk.inference.catalogue import InstalledModel

class Slow(fakes.FakeScorer):
    batch_size = 1
    def score(self, batch, facts):
        print("scored", file=sys.stderr, flush=True)
        time.sleep(0.15)
        return [fakes.prediction(0.5) for _ in batch]

model = InstalledModel(fakes.card(), Path("."))
for room in ("desk", "models"):
    __import__(f"xraydesk.triage.{room}")
sys.modules["xraydesk.triage.desk"].open_models = lambda *a: (model,)
sys.modules["xraydesk.triage.desk"].real_scorer = lambda *a: Slow
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process")
def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(tmp_path: Path) -> None:
    from tests import films

    for path in films.write_many(tmp_path / "films", 40, rows=16, columns=16):
        os.utime(path, (time.time() - 60, time.time() - 60))
    command = [sys.executable, "-c", _SLOW, "--data-dir", str(tmp_path / "data"), "triage", str(tmp_path / "films")]
    with subprocess.Popen(
        [*command, "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        assert process.stderr is not None
        for _ in range(5):
            process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    made = json.loads(out)["studies"]
    done = sum(study["score"] is not None for study in made)
    assert 5 <= done < 40, err
    assert len(made) == 40, "what was not reached stays in the list"
    again = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=True)
    assert again.stderr.count("scored") == 40 - done


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process")
def test_a_watched_folder_prints_what_comes_in_until_ctrl_c(tmp_path: Path) -> None:
    from tests import films

    inbox = tmp_path / "films"
    films.write_many(inbox, 1, rows=16, columns=16)
    made = ["--data-dir", str(tmp_path / "data"), "triage", str(inbox), "--watch", "--csv", str(tmp_path / "list.csv")]
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, *made], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        assert process.stdout is not None
        while "Research use" not in process.stdout.readline():
            assert process.poll() is None
        films.write_dicom(inbox / "late.dcm", films.picture(16, 16), PatientID="LATE", PatientAge="003Y")
        assert "LATE" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "LATE" in (tmp_path / "list.csv").read_text("utf-8-sig")
