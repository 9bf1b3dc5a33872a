"""Files of the data folder that a newer version wrote: told in words or left alone, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xraydesk.admin import data
from xraydesk.admin.evidence import read_evidence
from xraydesk.admin.run_request import FILE, RunRequest, read_request, write_request
from xraydesk.errors import PromotionRefused
from xraydesk.research.map_file import find
from xraydesk.triage.models import scan_models


def test_a_comparison(tmp_path: Path) -> None:
    path = tmp_path / "compared.json"
    path.write_text('{"schema": 2, "all": "else"}', "utf-8")
    with pytest.raises(PromotionRefused, match=r"newer xraydesk .*Update xraydesk"):
        read_evidence(path)


@pytest.mark.parametrize("written", ["[]", "3", "null", '"text"', "{}", "{"])
def test_a_source_of_training_data(tmp_path: Path, written: str) -> None:
    kept = data.save(tmp_path, data.DataSource("films", data.SourceKind.FOLDER, tmp_path))
    path = data.place_of(tmp_path, kept) / data.FILE
    newer = {**json.loads(path.read_text("utf-8")), "seed": 7}
    for text in (json.dumps(newer), written):
        path.write_text(text, "utf-8")
        assert data.sources(tmp_path) == []
        assert path.read_text("utf-8") == text


@pytest.mark.parametrize("written", ["[]", "3", "{}", "{"])
def test_a_training_run(tmp_path: Path, written: str) -> None:
    write_request(tmp_path, RunRequest("chest", "films", ("films",)))
    newer = {**json.loads((tmp_path / FILE).read_text("utf-8")), "machines": 4}
    for text in (json.dumps(newer), written):
        (tmp_path / FILE).write_text(text, "utf-8")
        assert read_request(tmp_path) is None


def test_a_model(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "future"
    folder.mkdir(parents=True)
    (folder / "card.json").write_text('{"schema": 2, "id": "future"}', "utf-8")
    (problem,) = scan_models(tmp_path).problems
    assert "newer xraydesk" in problem.reason


@pytest.mark.parametrize("written", ["[]", '{"model_key": "m", "keys": [["a", 0, 1]]}', "{"])
def test_a_map(tmp_path: Path, written: str) -> None:
    (tmp_path / f"{'m' * 16}-0.json").write_text(written, "utf-8")
    assert find(tmp_path, "m" * 16, [("a", 0)], 0.5) is None
