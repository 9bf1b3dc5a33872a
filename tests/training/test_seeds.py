"""The table of published recipes: who learns from what, how much fits, rows that are kept, pages that say so."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.training.blobs import film
from xraydesk import cli
from xraydesk.errors import TrainingError
from xraydesk.training.importers.layouts import read_labelled
from xraydesk.training.recipes import RECIPES
from xraydesk.training.seeds import rows as rows_module
from xraydesk.training.seeds.films import KINDS, SeedFilms, set_aside
from xraydesk.training.seeds.pace import Limits, Pace, Plan, limited, measured, planned
from xraydesk.training.seeds.page import page, text_table
from xraydesk.training.seeds.rows import Row, Work, recipe_row
from xraydesk.training.split import linked_groups

LIMBS, _ = KINDS
TINY = Limits(films=20, epochs=1, minutes=1, size=32, batch=8)


@pytest.fixture(scope="module")
def knees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both knees of sixty patients, grades 0 to 4; from 2 on with a bright square."""
    rng, folder = np.random.default_rng(0), tmp_path_factory.mktemp("knees")
    for n in range(60):
        for side in "LR":
            place = folder / "train" / str(n % 5)
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray(film(rng, n % 5 >= 2)).save(place / f"90{n:05}{side}.png")
    return folder


@pytest.fixture
def films(knees: Path, tmp_path: Path) -> SeedFilms:
    return set_aside(LIMBS, knees, tmp_path, said, layout="", most=6)


def said(words: str) -> None:
    assert words


def work(folder: Path, **changes: object) -> Work:
    usual = Work(folder, TINY, None, "cpu", lambda _header: "", lambda row: json.dumps(row, default=float))
    return dataclasses.replace(usual, **changes)


def test_every_published_recipe_has_its_films() -> None:
    knees = {"knee-osteoarthritis", "knee-osteoarthritis-256", "knee-osteoarthritis-first"}
    ours = {"chest-pneumonia", "chest-pneumonia-gpu"} | knees
    compared = [name for kind in KINDS for name in kind.recipes]
    assert sorted(compared) == sorted(set(RECIPES) - ours)
    assert {kind.model for kind in KINDS} <= ours


def test_what_is_judged_is_not_learnt_from(films: SeedFilms, knees: Path) -> None:
    table = read_labelled(knees, "csv", films.options)
    learnt, judged = ([i for i in table.images if i.split == split] for split in ("train", "test"))
    assert not {i.patient for i in learnt} & {i.patient for i in judged}
    assert (len(judged), films.judged, films.abnormal) == (12, 12, 6)
    assert len(learnt) == films.drawn[0]
    assert all(image.labels["abnormal"] == (image.labels["grade"] >= 2) for image in table.images)
    assert len(linked_groups(table, range(len(table)))) < len(table), "both knees are one patient's"


def test_the_split_is_that_of_the_model(knees: Path, tmp_path: Path, films: SeedFilms) -> None:
    again = set_aside(LIMBS, knees, tmp_path / "b", said, layout="graded", most=6)
    assert again.digest == films.digest
    assert set_aside(LIMBS, knees, tmp_path, said, layout="", most=4).digest != films.digest


def test_one_class_alone_is_said(tmp_path: Path) -> None:
    for n in range(30):
        place = tmp_path / "knees" / str(n % 2)
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(film(np.random.default_rng(n), ill=False)).save(place / f"{n}.png")
    with pytest.raises(TrainingError, match="not of both classes"):
        set_aside(LIMBS, tmp_path / "knees", tmp_path, said, layout="graded", most=6)


def test_a_slow_network_gets_fewer_epochs_then_fewer_films() -> None:
    recipe, limits = RECIPES["s1-vgg19"], Limits(films=600, epochs=3, minutes=2)

    def plan(seconds: float) -> Plan:
        return planned(recipe, limits, 300, Pace(seconds, seconds / 4))

    assert plan(0.001) == Plan(600, 3)
    assert plan(0.03) == Plan(600, 2)
    assert plan(0.04) == Plan(600, 1)
    assert 40 < plan(0.1).films < 600
    assert plan(60) == Plan(40, 1), "so few that a validation part is left, however long they take"


def test_only_a_network_that_takes_any_size_is_shown_smaller_films() -> None:
    assert limited(RECIPES["s5"], Limits(size=128), 1).input.size == 128
    assert limited(RECIPES["s3-relu"], Limits(size=128), 1).input.size == 300
    assert limited(RECIPES["s5"], Limits(batch=16), 2).batch_size == 16


def test_the_pace_is_taken_of_what_learns() -> None:
    pace = measured(limited(RECIPES["s1-cp-64"], Limits(), 1), "cpu")
    assert pace.training > 0
    assert pace.forward > 0


def test_a_row_is_made_once(films: SeedFilms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, learnable: None) -> None:
    row = recipe_row("s1-c-64", films, work(tmp_path / "out"))
    assert (row.problem, row.size, row.start, row.epochs, row.data) == ("", 64, "scratch", 1, "limbs")
    assert row.figures["n"] == films.judged
    assert 0 <= row.figures["auroc"] <= 1
    assert row.figures["f3_everything_abnormal"] == pytest.approx(10 / 11)
    assert row.parameters == 392_257
    left = [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {"model.safetensors", "row.json", "card.md"} <= set(left)
    assert not [name for name in left if name.startswith(("last", "best", "films-"))]
    monkeypatch.setattr(rows_module, "train_to_bundle", None)
    assert recipe_row("s1-c-64", films, work(tmp_path / "out")) == row


def test_a_recipe_that_fails_is_a_row_with_its_sentence_and_tried_again(
    films: SeedFilms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def fail(*arguments: object) -> None:
        tried.append(arguments)
        raise TrainingError("The disk is full")

    monkeypatch.setattr(rows_module, "train_to_bundle", fail)
    for _ in range(2):
        row = recipe_row("s1-c-64", films, work(tmp_path / "out"))
        assert (row.name, row.figures, row.problem) == ("s1-c-64", {}, "The disk is full.")
    assert len(tried) == 2
    assert "s1-c-64: The disk is full." in text_table([row])


def test_weights_to_start_from_are_found_by_the_networks_name(tmp_path: Path) -> None:
    (tmp_path / "resnet50.safetensors").touch()
    found = {name: rows_module._start(name, tmp_path) for name in ("resnet50", "densenet169", "block_cnn")}
    assert found == {"resnet50": tmp_path / "resnet50.safetensors", "densenet169": None, "block_cnn": None}
    imagenet = {name: rows_module._start(name, Path("imagenet")) for name in ("resnet50", "xception", "five_conv")}
    assert imagenet == {"resnet50": Path("imagenet"), "xception": None, "five_conv": None}


def test_the_page_tells_what_a_row_is_worth(films: SeedFilms) -> None:
    figures = {
        "n": 12, "auroc": 0.7, "auroc_ci": [0.6, 0.8], "accuracy": 0.6, "f1": 0.6, "f3": 0.8, "kappa": 0.3,
        "f3_everything_abnormal": 0.909, "kappa_weights": "quadratic", "kappa_of_yes_and_no": 0.2,
    }  # fmt: skip
    learnt = Row("s1-c-64", "limbs", films=120, epochs=2, figures=figures, parameters=392_257, date="2026-01-02")
    model = Row("knee-osteoarthritis", "limbs", ours=True, figures=figures, made_of_folder=True, date="2026-01-03")
    text = page([learnt, model], [films], TINY, "xraydesk seeds --out o")
    assert "| s1-c-64 | limbs |" in text
    assert "0.700 (0.600-0.800)" in text
    assert "0.200, grades 0.300" in text
    assert "as few as 240 films in all" in text
    assert "validation films of `knee-osteoarthritis`" in text
    assert "2026-01-02 to 2026-01-03" in text
    unknown = dataclasses.replace(model, made_of_folder=False)
    assert "is not known here" in page([learnt, unknown], [films], TINY, "c")


def test_the_command_makes_rows_table_and_page(
    knees: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], learnable: None
) -> None:
    out, md = tmp_path / "out", tmp_path / "seeds.md"
    asked = ["--limbs", knees, "--out", out, "--page", md, "--recipes", "s1-c-64", "s1-cp-64", "--device", "cpu",
             "--films", "20", "--epochs", "1", "--minutes", "0.5", "--judge", "6"]  # fmt: skip
    assert cli.main(["--data-dir", str(tmp_path / "data"), "seeds", *map(str, asked)]) == 0
    table = capsys.readouterr().out.partition("\nrecipe ")[2].splitlines()
    assert [line.split()[0] for line in table[1:4]] == ["s1-c-64", "s1-cp-64", "knee-osteoarthritis"]
    assert "| s1-cp-64 | limbs | 64 |" in md.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [([], "seeds needs films"), (["--limbs", "x", "--recipes", "s9"], "No such recipe is compared: s9")],
)
def test_what_makes_no_sense_is_a_sentence(
    asked: list[str], answer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--data-dir", str(tmp_path), "seeds", "--out", str(tmp_path), *asked]) == 1
    assert answer in capsys.readouterr().err


@pytest.fixture
def learnable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a network pass that a step or two could not teach to rank."""
    from xraydesk.evaluation.discrimination import auroc
    from xraydesk.training import thresholds

    monkeypatch.setattr(thresholds, "auroc", lambda truth, scores: max(0.51, auroc(truth, scores)))
