"""What a run is made of: films told apart by folder, wherever the data lie by now, and records of earlier versions."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.training.blobs import small
from xraydesk.errors import TrainingError
from xraydesk.training.run_record import RECORD, films_of, keep_record
from xraydesk.training.split import Split
from xraydesk.training.table import ImageTable, LabelledImage

RECIPE = small("s1-cp-64")
NAMES = [f"patient{n}/study1_positive/image1.png" for n in range(4)]
SPLIT = Split(np.array([0, 2]), np.array([1, 3]))


def films(folder: Path, *names: str) -> ImageTable:
    return ImageTable(tuple(LabelledImage(folder / name, {"abnormal": 1}, name, name, "") for name in names or NAMES))


def record(out: Path, folder: Path, *, begun: bool = False) -> dict:
    folder.mkdir(exist_ok=True)
    keep_record(out, RECIPE, films(folder), SPLIT, folder, begun=begun)
    return json.loads((out / RECORD).read_text("utf-8"))


def test_films_of_one_name_are_told_apart_wherever_the_folder_lies(tmp_path: Path) -> None:
    kept = record(tmp_path, tmp_path / "data")
    assert (kept["train"], kept["validation"]) == (NAMES[::2], NAMES[1::2])
    moved = films(tmp_path / "copied" / "to", *reversed(NAMES), "patient9/study1_positive/image1.png")
    assert films_of(kept, moved) == {"train": [1, 3], "validation": [0, 2]}


def test_the_longest_end_of_a_path_tells(tmp_path: Path) -> None:
    kept = {"train": ["a/1.png"], "validation": ["1.png"]}
    assert films_of(kept, films(tmp_path, "1.png", "a/1.png", "b/1.png", "a/2.png")) == {
        "train": [1],
        "validation": [0, 2],
    }


def test_films_outside_the_folder_of_a_list_are_known_by_their_whole_path(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    listed = tmp_path / "list" / "verdicts.csv"
    listed.touch()
    keep_record(tmp_path, RECIPE, films(tmp_path / "films"), SPLIT, listed, begun=False)
    kept = json.loads((tmp_path / RECORD).read_text("utf-8"))
    assert kept["train"][0] == (tmp_path / "films" / NAMES[0]).as_posix()
    assert films_of(kept, films(tmp_path / "films"))["validation"] == [1, 3]


def test_a_record_of_names_alone_is_still_read(tmp_path: Path) -> None:
    old = {"train": ["1.png"], "validation": ["2.png"]}
    assert films_of(old, films(tmp_path, "a/1.png", "b/2.png", "3.png")) == {"train": [0], "validation": [1]}
    whole = record(tmp_path, tmp_path / "data")
    whole.update(train=["image1.png"] * 2, validation=["image1.png"] * 2)
    (tmp_path / RECORD).write_text(json.dumps(whole), "utf-8")
    assert record(tmp_path, tmp_path / "data", begun=True)["train"] == NAMES[::2], "it goes on, and is told better"


def test_a_begun_run_is_not_taken_up_with_other_films(tmp_path: Path) -> None:
    record(tmp_path, tmp_path / "data")
    others = Split(SPLIT.validation, SPLIT.train)
    with pytest.raises(TrainingError, match="the train films, the validation films"):
        keep_record(tmp_path, RECIPE, films(tmp_path / "data"), others, tmp_path / "data", begun=True)
    assert json.loads((tmp_path / RECORD).read_text("utf-8"))["train"] == NAMES[::2]
