"""Which films a run learns from."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.training.blobs import small, write_films
from tests.training.test_split import table_of
from xraydesk.errors import TrainingError
from xraydesk.training.prepare import Sources, draw_split, facts_of, labelled_films, the_label
from xraydesk.training.table import ImageTable, LabelledImage

RECIPE = small("s1-cp-64")


def test_the_test_part_of_a_data_set_is_kept_aside(tmp_path: Path) -> None:
    write_films(tmp_path / "train", each=4)
    write_films(tmp_path / "test", each=3)
    for part in ("train", "test"):
        for folder in (tmp_path / part / "data").iterdir():
            folder.rename(tmp_path / part / folder.name)
        (tmp_path / part / "data").rmdir()
    table, _ = labelled_films(Sources(tmp_path), RECIPE)
    assert {image.split for image in table.images} == {"train"}
    assert len(table) == 8
    assert sum("test part" in why for _, why in table.left_out) == 6


def test_the_only_label_is_taken_and_others_are_asked_for() -> None:
    table = ImageTable((LabelledImage(Path("a"), {"pneumonia": 1}, "a", "a", "here"),))
    assert the_label(table, "abnormal", asked=False) == "pneumonia"
    with pytest.raises(TrainingError, match=r'no label "abnormal".*pneumonia'):
        the_label(table, "abnormal", asked=True)


def test_grades_are_no_answer_to_a_yes_or_no(tmp_path: Path) -> None:
    for grade in range(3):
        write_films(tmp_path / "made", each=2) if grade == 0 else None
        (tmp_path / "graded" / str(grade)).mkdir(parents=True)
        source = sorted((tmp_path / "made" / "data" / "normal").iterdir())[0]
        (tmp_path / "graded" / str(grade) / f"{grade}.png").write_bytes(source.read_bytes())
    with pytest.raises(TrainingError, match='"grade" has the values 2'):
        labelled_films(Sources(tmp_path / "graded", label="grade"), RECIPE)
    table, recipe = labelled_films(Sources(tmp_path / "graded"), RECIPE)
    assert recipe.label == "abnormal"
    assert [image.labels["abnormal"] for image in table.images] == [0, 0, 1]


def test_a_limit_takes_as_many_of_each_class(tmp_path: Path) -> None:
    sources = dataclasses.replace(write_films(tmp_path, each=10), limit=4)
    table, _ = labelled_films(sources, RECIPE)
    assert [sum(image.labels["abnormal"] == y for image in table.images) for y in (0, 1)] == [4, 4]


def with_label(table: ImageTable, others: int = 0) -> ImageTable:
    def labels(row: int, ill: int) -> dict[str, int]:
        return {"abnormal": ill, **{f"finding {k}": row >> k & 1 for k in range(others)}}

    rows = (dataclasses.replace(image, labels=labels(i, image.labels["ill"])) for i, image in enumerate(table.images))
    return ImageTable(tuple(rows))


def test_other_findings_do_not_skew_the_split() -> None:
    table = with_label(table_of(list(range(64)), [0] * 32 + [1] * 32), others=5)
    split = draw_split(table, np.arange(64), Sources(Path()), dataclasses.replace(RECIPE, validation_share=0.25))
    assert [(split.validation < 32).sum(), (split.validation >= 32).sum()] == [8, 8]


def test_splits_by_fold_and_by_source() -> None:
    table = with_label(table_of(list(range(30)), [0, 1] * 15))
    nobody = np.arange(30)
    folds = [draw_split(table, nobody, Sources(Path(), fold=(i, 3)), RECIPE).validation for i in range(3)]
    assert sorted(np.concatenate(folds).tolist()) == list(range(30))
    with pytest.raises(TrainingError, match="no fold 3 of 3"):
        draw_split(table, nobody, Sources(Path(), fold=(3, 3)), RECIPE)
    with pytest.raises(TrainingError, match="No film comes from elsewhere"):
        draw_split(table, nobody, Sources(Path(), hold_out=("elsewhere",)), RECIPE)


def test_facts_stand_in_the_order_of_the_films() -> None:
    rows = (
        LabelledImage(Path("a"), {}, "a", "a", "here", view="PA", age_years=50, sex="M"),
        LabelledImage(Path("b"), {}, "b", "b", "here"),
    )
    assert facts_of(ImageTable(rows)).tolist() == [[0.5, 1, 0, 1, 0, 1, 0], [0] * 7]
