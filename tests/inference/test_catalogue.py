from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.inference.conftest import a_card
from xraydesk.errors import UnknownModel
from xraydesk.inference import catalogue
from xraydesk.inference.card_json import card_to_json


def install(parent: Path, name: str, **changes: object) -> Path:
    folder = parent / name
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps(card_to_json(a_card(**changes))))
    return folder


def test_models_come_in_the_order_of_their_folders(tmp_path: Path) -> None:
    mine, own = tmp_path / "a", tmp_path / "b"
    install(own, "zeta", id="zeta")
    install(mine, "beta", id="beta")
    install(mine, "alpha", id="alpha")
    found = catalogue.installed([mine, own, tmp_path / "absent"])
    assert [(m.card.id, m.folder) for m in found] == [
        ("alpha", mine / "alpha"),
        ("beta", mine / "beta"),
        ("zeta", own / "zeta"),
    ]


def test_a_bad_model_is_reported_and_the_others_stay(tmp_path: Path) -> None:
    install(tmp_path, "good", id="good")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "card.json").write_text("{")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".half-written").mkdir()
    (tmp_path / "notes.txt").write_text("no model")
    found = catalogue.scan([tmp_path])
    assert [m.card.id for m in found.models] == ["good"]
    assert [p.folder.name for p in found.problems] == ["bad", "empty"]
    assert "not valid JSON" in found.problems[0].reason
    assert "missing" in found.problems[1].reason


def test_of_two_equal_models_the_first_is_kept(tmp_path: Path) -> None:
    first = install(tmp_path / "a", "tiny")
    install(tmp_path / "b", "tiny")
    newer = install(tmp_path / "b", "tiny-2", version="2.0")
    found = catalogue.scan([tmp_path / "a", tmp_path / "b"])
    assert [m.folder for m in found.models] == [first, newer]
    assert "already installed" in found.problems[0].reason


def test_a_model_is_found_by_id_and_by_version(tmp_path: Path) -> None:
    install(tmp_path, "one")
    install(tmp_path, "two", version="2.0")
    assert catalogue.find([tmp_path], "tiny").card.version == "2.0"
    assert catalogue.find([tmp_path], "tiny@1.0").card.version == "1.0"
    for unknown in ("tiny@3.0", "huge", "", "../tiny"):
        with pytest.raises(UnknownModel, match="Installed: tiny"):
            catalogue.find([tmp_path], unknown)
    with pytest.raises(UnknownModel, match=r"Installed: tiny@1\.0, tiny@2\.0"):
        catalogue.find([tmp_path], "tiny@3.0")


def test_of_each_id_the_newest_version(tmp_path: Path) -> None:
    rising = ["1.9", "1.10-rc1", "1.10-rc2", "1.10", "1.10+site", "1.10.1", "2"]
    for number, version in enumerate(reversed(rising)):
        install(tmp_path, f"{number}", version=version)
    install(tmp_path, "other", id="other", version="0.1")
    for newest in reversed(rising):
        found = catalogue.newest(catalogue.installed([tmp_path]))
        assert [(m.card.id, m.card.version) for m in found] == [("tiny", newest), ("other", "0.1")]
        (tmp_path / f"{rising[::-1].index(newest)}" / "card.json").unlink()
        if newest == rising[0]:
            break


def test_the_version_that_was_put_in_use_stands_before_a_newer_one(tmp_path: Path) -> None:
    for number, version in enumerate(("1.0", "1.1", "2.0")):
        install(tmp_path, f"{number}", version=version)
    models = catalogue.installed([tmp_path])
    assert [m.card.version for m in catalogue.newest(models, {"tiny": "1.1"})] == ["1.1"]
    assert [m.card.version for m in catalogue.newest(models, {"tiny": "0.9", "other": "1.0"})] == ["2.0"]
    assert catalogue.find([tmp_path], "tiny", {"tiny": "1.0"}).card.version == "1.0"
    assert catalogue.find([tmp_path], "tiny@2.0", {"tiny": "1.0"}).card.version == "2.0"


def test_a_model_that_is_left_out_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    with pytest.raises(UnknownModel, match="card is missing"):
        catalogue.find([tmp_path], "broken")


def test_a_file_where_a_folder_should_be_holds_no_models(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("")
    assert catalogue.scan([tmp_path / "models"]) == catalogue.Catalogue((), ())


def test_listing_models_does_not_load_torch() -> None:
    code = "import sys, xraydesk.inference.catalogue; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
