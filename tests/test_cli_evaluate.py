"""The commands that measure and train, in this process, with a tiny real model."""

from __future__ import annotations

import csv
import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from xraydesk import cli, cli_train
from xraydesk.inference.card import PointsKind
from xraydesk.store.database import Database
from xraydesk.store.operating import OperatingLog, PointsDraft
from xraydesk.triage.models import choose


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    for n in range(12):
        folder = tmp_path / "set" / "test" / ("NORMAL", "SHADOW")[n % 2]
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 120 + 10 * n, (40, 40)).astype(np.uint8)).save(folder / f"{n}.png")
    return tmp_path / "set"


def test_figures_are_printed_and_written(run, labelled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    written = ("--json", out / "a.json", "--per-image", out / "a.csv", "--report", out / "a.html")
    code, said, err = run("evaluate", "tiny", labelled, "--split", "test", "--device", "cpu", *written)
    assert (code, err) == (0, "")
    figures = json.loads((out / "a.json").read_text("utf-8"))
    assert figures["data"]["label"] == "shadow"
    assert f"{figures['image']['auroc']:.4f}" in said
    assert len((out / "a.csv").read_text("utf-8").splitlines()) == 13
    assert (out / "a.html").read_text("utf-8").startswith("<!doctype html>")


def test_json_stands_alone_on_standard_output(run, labelled: Path, installed: Path) -> None:
    code, out, _ = run("evaluate", installed / "models" / "tiny", labelled, "--json", "-", "--device", "cpu")
    assert code == 0
    figures = json.loads(out)
    for name in ("image", "study"):
        assert {
            "n", "positives", "auroc", "auroc_ci", "average_precision", "accuracy", "sensitivity", "specificity",
            "precision", "f1", "f3", "f3_everything_abnormal", "kappa", "ece", "brier", "not_assessed", "confusion",
            "operating_points", "groups",
        } <= set(figures[name])  # fmt: skip


def test_films_are_judged_as_in_the_list(run, film_folder: Path, tmp_path: Path) -> None:
    (film_folder / "t.csv").write_text("file,target\nchild0.dcm,1\nchild1.dcm,0\nadult.dcm,1\nbroken.dcm,0\n")
    listed = json.loads(run("triage", film_folder, "--json", "-", "--device", "cpu")[1])["studies"]
    p = {Path(i["path"]).name: i["probabilities"].get("shadow") for s in listed for i in s["images"]}
    table = tmp_path / "a.csv"
    said = run("evaluate", "tiny", film_folder, "--layout", "dicom", "--per-image", table, "--device", "cpu")[1]
    rows = {row["path"]: row for row in csv.DictReader(table.read_text("utf-8").splitlines())}
    for name in ("child0.dcm", "child1.dcm"):
        assert float(rows[name]["probability"]) == pytest.approx(p[name], abs=1e-6)
    assert (rows["adult.dcm"]["assessed"], p["adult.dcm"]) == ("0", None)
    assert rows["adult.dcm"]["reason"].startswith("adult (54 y)")
    assert (rows["broken.dcm"]["assessed"], rows["broken.dcm"]["truth"]) == ("0", "0")
    assert rows["broken.dcm"]["reason"] in said, "the scan's reason for the damaged film"
    assert "left out: 1 x t.csv gives it no label" in said


def test_two_models_are_compared(run, labelled: Path, installed: Path, tmp_path: Path) -> None:
    model = installed / "models" / "tiny"
    code, said, err = run("evaluate", "tiny", labelled, "--compare", model, "--json", tmp_path / "a.json")
    assert (code, err) == (0, "")
    assert "12 images that both assessed" in said
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["comparison"]["image"]["auroc_difference"] == 0
    code, _, err = run("evaluate", "tiny", labelled, "--compare", "nobody")
    assert code == 1
    assert "No installed model" in err


def test_columns_of_any_table(run, tmp_path: Path) -> None:
    for n in range(4):
        Image.fromarray(np.full((40, 40), 40 * n, np.uint8)).save(tmp_path / f"{n}.png")
    (tmp_path / "t.csv").write_text("Bild,Bruch\n" + "".join(f"{n}.png,{n % 2}\n" for n in range(4)))
    said = run("evaluate", "tiny", tmp_path, "--layout", "csv", "--json", "-", "--columns", "key=Bild", "labels=Bruch")
    assert json.loads(said[1])["image"]["positives"] == 2
    assert "names no column" in run("evaluate", "tiny", tmp_path, "--columns", "Bild")[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nobody", "."), "No installed model"),
        (("tiny", "nowhere"), "not a folder"),
        (("tiny", ".", "--layout", "heap"), 'no layout "heap"'),
    ],
)
def test_failures_are_sentences(run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run("evaluate", *arguments)
    assert (code, out) == (1, "")
    assert words in err
    assert "Traceback" not in err


def test_a_result_that_cannot_be_written(run, labelled: Path) -> None:
    code, _, err = run("evaluate", "tiny", labelled, "--json", labelled)
    assert code == 1
    assert "Traceback" not in err


def test_recipes_are_listed(run) -> None:
    from xraydesk.training.recipes import RECIPES

    code, out, _ = run("train", "--list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(RECIPES)
    assert all(recipe.words in line for recipe, line in zip(RECIPES.values(), out.splitlines(), strict=True))
    assert json.loads(run("train", "--list", "--progress", "json")[1]).keys() == RECIPES.keys()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "needs a recipe"),
        (("chest-pneumonia",), "needs --data"),
        (("chest-pneumonia", "--data", "."), "needs --out"),
        (("chest-pneumonia", "--data", "nowhere", "--out", "o"), "not a folder"),
        (("nothing", "--data", ".", "--out", "o"), 'no recipe "nothing"'),
    ],
)
def test_training_that_cannot_start_is_a_sentence(
    run, arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("train", *arguments)
    assert (code, out) == (1, "")
    assert words in err


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    from tests.training import test_run
    from xraydesk.training import recipes

    rng = np.random.default_rng(0)
    for name, pattern in (("NORMAL", "IM-{:04}-0001.png"), ("PNEUMONIA", "person{}_virus_1.png")):
        (tmp_path / "d" / "train" / name).mkdir(parents=True)
        for i in range(40):
            film = test_run.film(rng, name == "PNEUMONIA")
            Image.fromarray(film).save(tmp_path / "d" / "train" / name / pattern.format(i + 1))
    (tmp_path / "o").mkdir()
    for i in range(15):
        Image.fromarray(rng.integers(0, 255, (96, 96)).astype(np.uint8)).save(tmp_path / "o" / f"{i}.png")
    monkeypatch.setitem(recipes.RECIPES, "tiny", dataclasses.replace(test_run.tiny(2), name="tiny"))
    return ("train", "tiny", "--data", tmp_path / "d", "--others", tmp_path / "o", "--out", tmp_path / "run")


def test_ctrl_c_keeps_the_checkpoint_and_the_same_command_goes_on(
    run, sources: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xraydesk.training import loop

    real = loop.save_checkpoint

    def save(stem, checkpoint):
        real(stem, checkpoint)
        if stem.name == "last" and len(checkpoint.history) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(loop, "save_checkpoint", save)
    code, _, err = run(*sources)
    assert code == 130
    assert "the same command goes on" in err
    monkeypatch.setattr(loop, "save_checkpoint", real)
    code, out, err = run(*sources, "--progress", "json")
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["epoch"] for row in rows if "robust_auroc" in row] == [1], "the first epoch is not run again"
    assert rows[-1]["bundle"] == str(tmp_path / "run" / "bundle")
    assert run("evaluate", rows[-1]["bundle"], tmp_path / "d", "--no-gate", "--json", "-")[0] == 0


def test_reports_as_words() -> None:
    assert cli_train.words({"note": "Left out: x"}) == "Left out: x"
    assert cli_train.words({"epoch": 0, "robust_auroc": np.float32(0.98762)}) == "epoch 1, robust auroc 0.9876"


def test_the_help_names_every_layout(capsys: pytest.CaptureFixture[str]) -> None:
    from xraydesk.training.importers.layouts import LAYOUTS

    with pytest.raises(SystemExit):
        cli.main(["evaluate", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert ", ".join(LAYOUTS) in said


def test_an_installed_model_is_measured_with_the_points_of_this_site(run, labelled: Path, installed: Path) -> None:
    card = choose(installed, "tiny").card
    points = tuple(dataclasses.replace(point, threshold=0.31) for point in card.abnormal.operating_points)
    labels = (dataclasses.replace(card.abnormal, operating_points=points), *card.labels[1:])
    database = Database.open(installed)
    try:
        draft = PointsDraft("Ada", card.id, card.weights_sha256, PointsKind.CHANGED, "too many waited", labels)
        OperatingLog(database).record(draft)
    finally:
        database.close()
    for model, words, threshold in (("tiny", "changed ", 0.31), (installed / "models" / "tiny", "card", 0.4)):
        figures = json.loads(run("evaluate", model, labelled, "--json", "-", "--device", "cpu")[1])
        assert figures["model"]["operating_points"].startswith(words)
        assert figures["model"]["threshold"] == threshold
