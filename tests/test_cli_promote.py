"""xraydesk models compare, promote, rollback, import, export, trust, history: all of it on record."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.admin.conftest import reweighed
from tests.training.blobs import write_films
from xraydesk.admin import site_key
from xraydesk.admin.parcels import export_model
from xraydesk.admin.people import People
from xraydesk.store.accounts import Role
from xraydesk.store.database import Database

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def challenger(installed: Path, tmp_path: Path) -> Path:
    import shutil

    place = tmp_path / "runs" / "one" / "bundle"
    shutil.copytree(installed / "models" / "tiny", place)
    reweighed(place, "1.1")
    return place


def used(run: Run) -> list[str]:
    return [entry["version"] for entry in json.loads(run("models", "list", "--json")[1]) if entry["default"]]


def test_the_whole_way(run: Run, challenger: Path, tmp_path: Path) -> None:
    films, file = write_films(tmp_path / "blobs", each=8).data, tmp_path / "comparison.json"
    code, out, _ = run("models", "import", challenger)
    assert (code, out) == (0, "tiny 1.1 is installed. In use is tiny 1.0.\n")
    code, out, _ = run("models", "compare", "tiny", "tiny@1.1", "--on", films, "--device", "cpu", "--out", file)
    assert code == 0
    assert "16 studies that both assessed, 8 of them abnormal" in out
    assert "default at 0.400 and 0.400: sensitivity" in out
    assert out.splitlines()[-1].startswith("It is not shown that tiny 1.1")
    code, _, err = run("models", "promote", "tiny@1.1", "--reason", "newer", "--comparison", file)
    assert code == 1
    assert "It is not shown that tiny 1.1 is at most 2.0 percentage points less sensitive than tiny 1.0" in err
    assert used(run) == ["1.0"]
    code, out, _ = run("models", "promote", "tiny@1.1", "--reason", "newer", "--comparison", file, "--override", "try")
    assert (code, out.split(".")[0]) == (0, "tiny 1")
    assert used(run) == ["1.1"]
    assert run("models", "rollback", "tiny", "--reason", "worse")[:2] == (0, "tiny 1.0 is in use again.\n")
    assert used(run) == ["1.0"]
    rows = json.loads(run("models", "history", "--json")[1])
    assert [(row["version"], row["kind"]) for row in rows] == [
        ("1.0", "promotion"), ("1.1", "promotion"), ("1.0", "roll back"),
    ]  # fmt: skip
    assert rows[1]["evidence"]["overruled_because"] == "try"
    assert "tiny 1.0  roll back by" in run("models", "history", "tiny")[1]
    assert run("audit", "verify")[0] == 0


def test_a_comparison_as_json(run: Run, challenger: Path, tmp_path: Path) -> None:
    films = write_films(tmp_path / "blobs", each=4).data
    code, out, _ = run("models", "compare", "tiny", challenger, "--on", films, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["studies"] == 8
    assert {line["key"] for line in found["figures"]} >= {"auroc", "sensitivity", "f3", "brier"}


def test_a_model_goes_out_and_comes_in(run: Run, installed: Path, challenger: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    code, out, _ = run("models", "export", "tiny", "--out", tmp_path)
    assert code == 0
    assert (tmp_path / "tiny-1.0.xraydesk-model").is_file()
    assert site_key.fingerprint(site_key.public_key(installed)) in out
    file = export_model(challenger, tmp_path, there).path
    print_ = site_key.fingerprint(site_key.public_key(there))
    code, _, err = run("models", "import", file)
    assert code == 1
    assert print_ in err
    assert run("models", "trust", *print_.split(), "--name", "the other house")[0] == 0
    assert run("models", "import", file)[0] == 0
    assert used(run) == ["1.0"]


def test_sentences(run: Run, tmp_path: Path) -> None:
    for arguments, words in (
        (("promote", "tiny"), "in use already"),
        (("promote", "tiny@9", "--reason", "x"), "No installed model"),
        (("rollback", "tiny", "--reason", "x"), "No other version of tiny was in use before"),
        (("rollback", "tiny"), "for a reason"),
        (("import", tmp_path / "nothing"), "cannot be read"),
        (("trust", "abc"), "no fingerprint"),
        (("compare", "tiny", "tiny@1.0"), "Both are the same"),
        (("compare", "tiny", "tiny", "--split", "test"), "need a folder of labelled films"),
    ):
        code, _, err = run("models", *arguments)
        assert code == 1, arguments
        assert words in err, arguments
    assert "Nobody has put a version in use" in run("models", "history")[1]
    for arguments in (("promote",), ("compare", "tiny"), ("show",), ("show", "a", "b")):
        with pytest.raises(SystemExit):
            run("models", *arguments)


def test_where_there_are_accounts_one_is_asked_for(
    run: Run, installed: Path, challenger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Database.open(installed)) as database:
        people = People(database)
        boss = people.begin("Boss", "correct horse battery")
        people.add(boss, "Reader", Role.READER, "four other long words")
    assert "This desk has accounts" in run("models", "import", challenger)[2]
    for name, password, words in (
        ("Boss", "wrong wrong wrong", "do not fit"),
        ("Reader", "four other long words", "administrator"),
    ):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
        code, _, err = run("models", "import", challenger, "--as", name)
        assert code == 1
        assert words in err
    monkeypatch.setattr(sys, "stdin", io.StringIO("correct horse battery\n"))
    assert run("models", "import", challenger, "--as", "Boss")[0] == 0
    assert "Boss  promotion  tiny@1.0" in run("audit", "list", "promotion")[1]
