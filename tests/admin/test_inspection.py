"""What an inspection finds in made-up films: leaks, copies, unreadable files, cues, classes that are missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.admin.made_films import classes, film, inspected, source_of, write
from xraydesk.admin import looks, problem_words
from xraydesk.admin.cue_figures import CueKind, Weight
from xraydesk.admin.film_look import FilmLook, look_at, marks
from xraydesk.admin.inspection import By, Inspection, look_into
from xraydesk.admin.inspection_json import to_json
from xraydesk.admin.problems import Kind, Problem, Severity
from xraydesk.errors import Cancelled


def of(found: Inspection, kind: Kind) -> Problem:
    return next(problem for problem in found.problems if problem.kind is kind)


def kinds(found: Inspection) -> set[Kind]:
    return {problem.kind for problem in found.problems}


def names(found: Inspection, rows: tuple[int, ...]) -> set[str]:
    return {found.looked.table.images[row].path.parent.name for row in rows}


def test_sound_films_have_counts_and_nothing_grave(tmp_path: Path) -> None:
    found = inspected(classes(tmp_path / "films", each=60))
    assert (found.films, found.patients, found.abnormal) == (120, 120, 60)
    assert kinds(found) <= {Kind.NO_PATIENTS, Kind.CUE}
    assert [(share.value, share.films) for share in found.divisions[By.LABEL]] == [("0", 60), ("1", 60)]
    assert [share.value for share in found.divisions[By.FILE_TYPE]] == ["PNG, grey"]
    assert CueKind.FILE_TYPE not in {cue.kind for cue in found.cues}, "what is the same in all films is no cue"


def test_a_file_type_that_goes_with_the_class_is_a_cue(tmp_path: Path) -> None:
    root = classes(tmp_path / "films")
    for path in (root / "ill").rglob("*.png"):
        Image.open(path).convert("RGB").save(path.with_suffix(".jpg"))
        path.unlink()
    found = inspected(root)
    cue = next(cue for cue in found.cues if cue.kind is CueKind.FILE_TYPE)
    assert (cue.auroc.value, cue.weight, cue.best) == (1.0, Weight.NEARLY_ALL, "JPEG, RGB")
    words = [problem_words.sentence(problem) for problem in found.problems if problem.cue == cue]
    assert words == ["The file type alone separates the classes (AUROC 1.00, 1.00 to 1.00): a model could learn that "
                     "in place of the disease."]  # fmt: skip


def test_a_marker_in_one_class_is_a_cue() -> None:
    plain = film(3, 300)
    marked = plain.copy()
    marked[20:34, 20:26] = 255
    marked[20:24, 20:34] = 255
    white = plain.copy()
    white[:, :60] = 255  # a collimator's white edge is no letter
    assert (marks(plain), marks(marked), marks(white)) == (0, 1, 0)


def test_copies_are_found_and_those_that_contradict_are_told_apart(tmp_path: Path) -> None:
    root = classes(tmp_path / "films")
    again = root / "normal" / "again" / "film.png"
    again.parent.mkdir()
    shutil.copyfile(root / "normal" / "p001-normal" / "film.png", again)
    near = np.clip(film(2).astype(int) + 3, 0, 255).astype(np.uint8)
    write(root / "normal" / "near" / "film.png", near)
    write(root / "normal" / "wrong" / "film.png", film(1003))
    found = inspected(root)
    assert names(found, of(found, Kind.COPIES).films) == {"again", "p001-normal"}
    assert names(found, of(found, Kind.NEAR).films) == {"near", "p002-normal"}
    assert names(found, of(found, Kind.CONFLICT).films) == {"wrong", "p003-ill"}
    assert len(of(found, Kind.COPIES).spare) == 1
    spare = of(found, Kind.COPIES).spare[0]
    without = inspected(root, (found.looked.keys[spare],))
    assert without.films == found.films - 1, "one copy stays"
    assert Kind.COPIES not in kinds(without)
    assert problem_words.left_out_words(without) == "One film was left out by hand."


def test_a_film_that_cannot_be_read_is_counted_with_its_reason(tmp_path: Path) -> None:
    root = classes(tmp_path / "films")
    (root / "ill" / "p000-ill" / "film.png").write_bytes(b"no picture")
    found = inspected(root)
    problem = of(found, Kind.UNREADABLE)
    assert (problem.count, found.films) == (1, 23)
    assert problem_words.sentence(problem).startswith("One film cannot be read")
    assert problem_words.reasons(problem) == ["1 x This is no image that xraydesk reads"]


def test_patients_in_several_parts_and_with_several_films(tmp_path: Path) -> None:
    root = tmp_path / "films"
    root.mkdir()
    lines = ["file,patient,split,label"]
    for number in range(24):
        write(root / f"f{number}.png", film(number))
        lines.append(f"f{number}.png,p{number // 2},{'train' if number % 3 else 'val'},{number % 2}")
    (root / "labels.csv").write_text("\n".join(lines))
    found = inspected(root)
    assert of(found, Kind.SEVERAL).count == 12
    assert of(found, Kind.PARTS).count == 8
    assert "by patient" in problem_words.sentence(of(found, Kind.SEVERAL))


def test_one_class_one_patient_and_nothing_at_all_stop_a_run(tmp_path: Path) -> None:
    root = tmp_path / "films"
    root.mkdir()
    for number in range(4):
        write(root / f"f{number}.png", film(number))

    def labelled(*rows: str) -> Inspection:
        (root / "labels.csv").write_text("\n".join(["file,patient,label", *rows]))
        return inspected(root)

    found = labelled("f0.png,a,0", "f1.png,b,0", "f2.png,c,0")
    assert [(p.kind, p.severity) for p in found.problems][:1] == [(Kind.ONE_CLASS, Severity.STOP)]
    assert problem_words.sentence(found.problems[0]).startswith("All films are normal")
    found = labelled("f0.png,a,0", "f1.png,a,1", "f2.png,a,0")
    assert found.problems[0].kind is Kind.ONE_PATIENT
    found = labelled("f0.png,a,1", "f1.png,b,0", "f2.png,a,1", "f3.png,c,0")
    assert (found.problems[0].kind, found.problems[0].value) == (Kind.ONE_OF_CLASS, "1")
    gone = tuple(key for key in found.looked.keys if key)
    found = inspected(root, gone)
    assert found.problems[0].kind is Kind.NOTHING
    assert json.dumps(to_json(found), allow_nan=False)
    assert all(problem_words.sentence(problem) for problem in found.problems)


def test_a_second_look_decodes_nothing_and_a_changed_film_is_looked_at_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = classes(tmp_path / "films", each=3)
    first = inspected(root)
    asked: list[Path] = []

    def noted(path: Path, frame: int = 0) -> FilmLook:
        asked.append(path)
        return look_at(path, frame)

    monkeypatch.setattr(looks, "look_at", noted)
    write(root / "ill" / "p000-ill" / "film.png", film(77))
    second = inspected(root)
    assert asked == [root / "ill" / "p000-ill" / "film.png"]
    assert second.looked.looks[1:] == first.looked.looks[1:]


def test_a_look_can_be_stopped_and_keeps_what_was_seen(tmp_path: Path) -> None:
    root = classes(tmp_path / "films", each=40)
    with pytest.raises(Cancelled):
        look_into(source_of(root), tmp_path / "kept", lambda done, of: done == 0)
    kept = (tmp_path / "kept" / looks.FILE).read_text().splitlines()
    assert len(kept) == 16
    (tmp_path / "kept" / looks.FILE).write_text(kept[0] + "\n" + kept[1][:20])
    looked, _ = look_into(source_of(root), tmp_path / "kept")
    assert len(looked.looks) == 80


def test_every_kind_has_its_sentence() -> None:
    for kind in Kind:
        for count in (1, 2):
            if kind is not Kind.CUE:
                assert problem_words.sentence(Problem(kind, Severity.NOTE, count, value="1"))
