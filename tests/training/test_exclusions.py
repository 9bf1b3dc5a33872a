"""A list of films to leave out: found by content or path, counted, kept in the record of the run."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.imaging.load import content_hash
from xraydesk.training.exclusions import read_exclusions
from xraydesk.training.prepare import Sources, labelled_films
from xraydesk.training.run import run

RECIPE = small("s1-cp-64", epochs=1)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return write_films(tmp_path, each=6)


def listed(folder: Path, *lines: str, head: str = "content_hash,path,reason") -> Path:
    file = folder / "excluded.csv"
    file.write_text("\n".join([head, *lines]) + "\n", "utf-8")
    return file


def test_films_are_left_out_by_content_and_by_path(sources: Sources, tmp_path: Path) -> None:
    film, other = sources.data / "normal" / "normal002.png", sources.data / "abnormal" / "abnormal001.png"
    file = listed(tmp_path, f"{content_hash(film)},,blurred", ",abnormal/abnormal001.png,", f"{'ab' * 32},,gone")
    before, _ = labelled_films(sources, RECIPE)
    table, _ = labelled_films(dataclasses.replace(sources, exclude=file), RECIPE)
    assert {image.path for image in before.images} - {image.path for image in table.images} == {film, other}
    assert (film, "left out by a person: blurred") in table.left_out
    assert (table.exclusions["count"], table.exclusions["unknown_lines"]) == (2, [4])
    assert "2 films left out by excluded.csv" in table.exclusions["words"]


def test_a_run_keeps_the_record_and_leaves_the_films_out_before_the_split(sources: Sources, tmp_path: Path) -> None:
    film = sources.data / "normal" / "normal002.png"
    sources = dataclasses.replace(sources, exclude=listed(tmp_path, f"{content_hash(film)},,blurred"))
    said: list[dict] = []
    trained = run(RECIPE, sources, tmp_path / "run", said.append)
    assert {"note": "1 films left out by excluded.csv"} in said
    kept = json.loads((tmp_path / "run" / "run.json").read_text())
    named = kept["train"] + kept["validation"]
    assert "normal/normal003.png" in named
    assert "normal/normal002.png" not in named
    assert kept["exclusions"]["reasons"] == {"blurred": 1}
    assert trained.facts["exclusions"]["count"] == 1
    with pytest.raises(TrainingError, match="films"):
        run(RECIPE, dataclasses.replace(sources, exclude=None), tmp_path / "run", quiet)


def test_lists_that_cannot_be_meant_are_refused(sources: Sources, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no column content_hash or path"):
        read_exclusions(listed(tmp_path, "x", head="reason"))
    with pytest.raises(TrainingError, match=r"Line 2 .* names no image"):
        read_exclusions(listed(tmp_path, ",,why"))
    every = [f",{path.relative_to(sources.data).as_posix()}," for path in sources.data.rglob("*.png")]
    with pytest.raises(TrainingError, match="All films"):
        labelled_films(dataclasses.replace(sources, exclude=listed(tmp_path, *every)), RECIPE)
