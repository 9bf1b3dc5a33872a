"""``xraydesk data inspect``: the same findings on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.admin.made_films import classes
from xraydesk.cli import main


def test_what_is_found_is_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = classes(tmp_path / "films")
    (root / "ill" / "p000-ill" / "film.png").write_bytes(b"no picture")
    told = tmp_path / "found.json"
    assert main(["data", "inspect", str(root), "--json", str(told), "--data-dir", str(tmp_path / "data")]) == 0
    shown = capsys.readouterr().out
    assert "23 films of 23 patients; 11 of them are abnormal. Label: abnormal." in shown
    assert "One film cannot be read" in shown
    found = json.loads(told.read_text())
    assert (found["films"], found["divisions"]["label"][0]["films"]) == (23, 12)
    assert main(["data", "inspect", str(root), "--json", "-", "--data-dir", str(tmp_path / "data")]) == 0
    assert json.loads(capsys.readouterr().out) == found


def test_films_a_run_could_not_start_with_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = classes(tmp_path / "films", each=2)
    for path in (root / "ill").rglob("*.png"):
        path.write_bytes(b"no picture")
    options = ["--data-dir", str(tmp_path / "data")]
    assert main(["data", "inspect", str(root), *options]) == 1
    assert "All films are normal" in capsys.readouterr().out
    assert main(["data", "inspect", str(tmp_path / "nowhere"), *options]) == 1
    assert "not a folder" in capsys.readouterr().err
    assert main(["data", "inspect", str(root), "--label", "mass", *options]) == 1
    assert 'no label "mass"' in capsys.readouterr().err
