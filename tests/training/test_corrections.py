"""A list of corrected labels goes into a run and out again; the films on disk stay as they are."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.imaging.load import content_hash
from xraydesk.training.corrections import corrected, read_corrections
from xraydesk.training.importers.graded import read_graded
from xraydesk.training.prepare import Sources, labelled_films
from xraydesk.training.run import run
from xraydesk.training.table import ImageTable, LabelledImage

RECIPE = small("s1-cp-64", epochs=1)
HEAD = "content_hash,path,frame,label,old,new,reason,author"


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return write_films(tmp_path, each=6)


def listed(folder: Path, *lines: str) -> Path:
    file = folder / "corrections.csv"
    file.write_text("\n".join([HEAD, *lines]) + "\n", "utf-8")
    return file


def labels(table: ImageTable) -> dict[str, int]:
    return {image.path.name: image.labels["abnormal"] for image in table.images}


def test_labels_are_replaced_before_anything_else_and_come_back_without_the_list(sources: Sources) -> None:
    film = sources.data / "normal" / "normal002.png"
    other = sources.data / "abnormal" / "abnormal001.png"
    file = listed(
        sources.data.parent,
        f"{content_hash(film)},somewhere/else.png,0,,0,1,old fracture,Adler",
        f",abnormal/{other.name},0,abnormal,1,0,clear,Conti",
        f"{'ab' * 32},gone.png,0,,0,1,,",
        f",{other},0,,1,0,again,Conti",
    )
    before, _ = labelled_films(sources, RECIPE)
    table, _ = labelled_films(dataclasses.replace(sources, corrections=file), RECIPE)
    changed = {name for name, label in labels(table).items() if label != labels(before)[name]}
    assert changed == {film.name, other.name}
    facts = table.corrections
    assert (facts["count"], facts["unknown_lines"]) == (2, [4])
    assert {(Path(row["path"]).name, row["old"], row["new"], row["reason"]) for row in facts["replaced"]} == {
        (film.name, 0, 1, "old fracture"),
        (other.name, 1, 0, "again"),  # the last line holds
    }
    assert "line 4" in facts["words"][1]
    assert labels(labelled_films(sources, RECIPE)[0]) == labels(before)
    assert not before.corrections


def test_a_run_keeps_the_record_and_is_not_taken_up_with_another_list(sources: Sources, tmp_path: Path) -> None:
    film = sources.data / "normal" / "normal002.png"
    sources = dataclasses.replace(sources, corrections=listed(tmp_path, f"{content_hash(film)},,0,,0,1,seen,Adler"))
    said: list[dict] = []
    trained = run(RECIPE, sources, tmp_path / "run", said.append)
    assert {"note": "1 labels replaced by corrections.csv, 0 were so already"} in said
    assert trained.facts["corrections"]["replaced"][0]["path"] == str(film)
    kept = json.loads((tmp_path / "run" / "run.json").read_text())
    assert kept["corrections"]["count"] == 1
    with pytest.raises(TrainingError, match="corrected labels"):
        run(RECIPE, dataclasses.replace(sources, corrections=None), tmp_path / "run", quiet)


def test_a_new_grade_takes_abnormal_with_it(tmp_path: Path) -> None:
    for grade in range(4):
        (tmp_path / "knees" / str(grade)).mkdir(parents=True)
        (tmp_path / "knees" / str(grade) / f"900000{grade}L.png").write_bytes(bytes([grade]))
    table = read_graded(tmp_path / "knees")
    film = table.images[1].path
    made = corrected(table, read_corrections(listed(tmp_path, f"{content_hash(film)},,0,grade,1,3,,")), "abnormal",
                     tmp_path)  # fmt: skip
    assert made.table.images[1].labels == {"grade": 3, "abnormal": 1}
    with pytest.raises(TrainingError, match='gives "abnormal" the value 2'):
        corrected(table, read_corrections(listed(tmp_path, f"{content_hash(film)},,0,,1,2,,")), "abnormal", tmp_path)


def test_a_line_for_another_label_or_frame_is_said(tmp_path: Path) -> None:
    film = tmp_path / "a.png"
    film.write_bytes(b"film")
    table = ImageTable((LabelledImage(film, {"Pneumonia": 0}, "a", "a", "here"),))
    file = listed(tmp_path, ",a.png,0,mass,0,1,,", ",a.png,3,,0,1,,", ",a.png,0,pneumonia,0,0,,")
    made = corrected(table, read_corrections(file), "Pneumonia", tmp_path)
    assert ([row.line for row in made.unknown], made.same, made.replaced) == ([2, 3], 1, ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("content_hash,label\nab,x\n", "no column new"),
        ("label,new\nx,1\n", "no column content_hash or path"),
        (f"{HEAD}\nab,,0,,0,ill,,\n", "Line 2 .* no whole number"),
        (f"{HEAD}\n,,0,,0,1,,\n", "Line 2 .* names no image"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "list.csv").write_text(text)
    with pytest.raises(TrainingError, match=words):
        read_corrections(tmp_path / "list.csv")
