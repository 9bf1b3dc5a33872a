"""From labelled films and a tiny real model to figures that scikit-learn finds, too."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn import metrics

from tests import films
from tests.inference import conftest as tiny
from tests.training.html import assert_stands_alone
from xraydesk.errors import TrainingError, UnknownModel
from xraydesk.inference import networks
from xraydesk.inference.bundle import Bundle, load_bundle, save_bundle
from xraydesk.inference.card import GateSpec, Label, Platt
from xraydesk.inference.prediction import Prediction
from xraydesk.training.bands import by_band
from xraydesk.training.cases import Case, choose_label, grade_of, image_cases, study_cases
from xraydesk.training.evaluate import Evaluation, Question, evaluate, model_folder, per_image_csv, unassessed_words
from xraydesk.training.evaluation_page import evaluation_page
from xraydesk.training.figures import level
from xraydesk.training.importers.layouts import read_labelled
from xraydesk.training.scoring import ScoredImage
from xraydesk.training.table import ImageTable, LabelledImage
from xraydesk.triage.banding import band_of


def a_bundle(folder: Path, monkeypatch: pytest.MonkeyPatch, cutoff: float) -> Bundle:
    monkeypatch.setitem(networks.ARCHITECTURES, "tiny", tiny.tiny_network)
    torch.manual_seed(3)
    network = tiny.tiny_network(2).eval()
    points = (tiny.a_point("rule-out", 0.45), tiny.a_point("default", 0.5), tiny.a_point("rule-in", 0.55))
    card = tiny.a_card(
        labels=(Label("abnormal", Platt(9.0, 1.8), points), Label("other")),
        gate=GateSpec(distance_cutoff=cutoff, domain_cutoff=None, words="by hand"),
    )
    save_bundle(folder, card, {**network.state_dict(), **tiny.gate_tensors()})
    return load_bundle(folder)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    return a_bundle(tmp_path / "model", monkeypatch, 1e6)


@pytest.fixture
def mura(tmp_path: Path) -> Path:
    """Forty studies of one to three films in two regions; the sound ones have a square, bright or hardly seen."""
    rng = np.random.default_rng(0)
    for n in range(40):
        answer, region = ("positive", "negative")[n % 2], ("WRIST", "HAND")[n % 3 == 0]
        folder = tmp_path / "mura" / "valid" / f"XR_{region}" / f"patient{n // 2:05}" / f"study{n % 2 + 1}_{answer}"
        folder.mkdir(parents=True)
        for k in range(n % 3 + 1):
            grey = rng.integers(40, 120, (48, 40)).astype(np.uint8)
            if answer == "negative":  # the untrained network happens to call bright squares sound
                grey[10:30, 10:30] += rng.integers(0, 130, dtype=np.uint8)
            Image.fromarray(grey).save(folder / f"image{k + 1}.png")
    (folder / "image9.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    return tmp_path / "mura"


def ask(bundle: Bundle, question: Question, header_says: str = "") -> Evaluation:
    done: list[tuple[int, int]] = []
    found = evaluate(bundle, question, "cpu", lambda header: header_says, lambda *n: done.append(n))
    assert done[-1][0] == done[-1][1] == len(found.scored)
    json.dumps(found.figures, allow_nan=False)
    return found


def rows_of(found: Evaluation) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(per_image_csv(found))))


def assert_agrees(figures: dict, truth: np.ndarray, p: np.ndarray, threshold: float) -> None:
    called = p >= threshold
    expected = {
        "n": len(truth), "positives": truth.sum(), "auroc": metrics.roc_auc_score(truth, p),
        "average_precision": metrics.average_precision_score(truth, p),
        "accuracy": metrics.accuracy_score(truth, called), "sensitivity": metrics.recall_score(truth, called),
        "specificity": metrics.recall_score(truth, called, pos_label=0),
        "precision": metrics.precision_score(truth, called), "f1": metrics.f1_score(truth, called),
        "f3": metrics.fbeta_score(truth, called, beta=3),
        "f3_everything_abnormal": metrics.fbeta_score(truth, np.ones_like(truth), beta=3),
        "kappa": metrics.cohen_kappa_score(truth, called), "brier": metrics.brier_score_loss(truth, p),
    }  # fmt: skip
    for name, value in expected.items():
        assert figures[name] == pytest.approx(value, abs=1e-9), name
    c = figures["confusion"]
    assert [[c["tn"], c["fp"]], [c["fn"], c["tp"]]] == metrics.confusion_matrix(truth, called).tolist()


def test_figures_of_images_and_studies_agree_with_scikit_learn(bundle: Bundle, mura: Path):
    found = ask(bundle, Question(mura))
    rows = [row for row in rows_of(found) if row["assessed"] == "1"]
    truth, p = np.array([int(r["truth"]) for r in rows]), np.array([float(r["probability"]) for r in rows])
    assert 0.55 < found.figures["image"]["auroc"] < 1, "the made-up films must leave something to measure"
    assert_agrees(found.figures["image"], truth, p, 0.5)
    studies = sorted({r["study"] for r in rows})
    study_truth = np.array([max(int(r["truth"]) for r in rows if r["study"] == s) for s in studies])
    study_p = np.array([max(float(r["probability"]) for r in rows if r["study"] == s) for s in studies])
    assert len(studies) == 40
    assert_agrees(found.figures["study"], study_truth, study_p, 0.5)
    assert found.figures["data"] == {"folder": str(mura), "layout": "mura", "split": "", "label": "abnormal"}


def test_a_list_of_corrections_is_the_truth_and_is_said(bundle: Bundle, mura: Path, tmp_path: Path):
    before = rows_of(ask(bundle, Question(mura)))
    first = next(row for row in before if row["truth"] == "1")
    (tmp_path / "list.csv").write_text(f"path,label,new,reason\n{first['path']},,0,seen again\n")
    found = ask(bundle, Question(mura, corrections=tmp_path / "list.csv"))
    changed = [now["path"] for was, now in zip(before, rows_of(found), strict=True) if was["truth"] != now["truth"]]
    assert changed == [first["path"]]
    assert found.figures["data"]["corrections"]["replaced"][0]["reason"] == "seen again"


def test_what_is_broken_is_counted_with_its_reason(bundle: Bundle, mura: Path):
    image = ask(bundle, Question(mura)).figures["image"]
    assert image["not_assessed"] == sum(image["not_assessed_reasons"].values()) == 1


def test_points_of_the_card_and_groups(bundle: Bundle, mura: Path):
    found = ask(bundle, Question(mura, split="valid"))
    rows = [row for row in rows_of(found) if row["assessed"] == "1"]
    points = found.figures["image"]["operating_points"]
    assert list(points) == ["rule-out", "default", "rule-in"]
    below = [r for r in rows if float(r["probability"]) < 0.45]
    assert points["rule-out"]["share_below"] == pytest.approx(len(below) / len(rows))
    assert points["rule-out"]["sensitivity"] >= points["rule-in"]["sensitivity"]
    wrist = found.figures["image"]["groups"]["part"]["wrist"]
    own = [r for r in rows if r["group"] == "wrist"]
    expected = metrics.roc_auc_score([int(r["truth"]) for r in own], [float(r["probability"]) for r in own])
    assert (wrist["n"], wrist["auroc"]) == (len(own), pytest.approx(expected))
    assert found.figures["image"]["auroc_ci_by_patient"][0] < found.figures["image"]["auroc"]


def test_the_gate_refuses_and_no_gate_scores_what_it_refuses(
    tmp_path: Path, mura: Path, monkeypatch: pytest.MonkeyPatch
):
    strict = a_bundle(tmp_path / "strict", monkeypatch, 1e-3)
    closed = ask(strict, Question(mura))
    assert closed.figures["image"]["n"] == 0
    assert closed.figures["image"]["auroc"] is None
    assert "unlike the films" in unassessed_words(closed)
    evaluation_page(closed)
    open_ = ask(strict, Question(mura, gate=False))
    assert open_.figures["image"]["not_assessed"] == 1
    assert unassessed_words(open_) == ""
    assert all("unlike" in row["gate"] for row in rows_of(open_) if row["assessed"] == "1")


def test_a_header_that_rules_the_film_out_counts_as_the_gate(bundle: Bundle, mura: Path):
    refused = ask(bundle, Question(mura), "adult (54 y): the model is for children")
    assert refused.figures["image"]["not_assessed_reasons"]["adult"] == len(refused.scored) - 1
    assert ask(bundle, Question(mura, gate=False), "adult").figures["image"]["not_assessed"] == 1


def test_dicom_with_a_table(bundle: Bundle, tmp_path: Path):
    root = tmp_path / "dicom"
    for n in range(6):
        films.write_dicom(root / f"f{n}", films.picture(seed=n), SOPInstanceUID=f"1.2.{n}", PatientID=f"P{n}")
    (root / "t.csv").write_text("SOPInstanceUID,target\n" + "".join(f"1.2.{n},{n % 2}\n" for n in range(6)))
    found = ask(bundle, Question(root))
    assert (found.figures["image"]["n"], found.figures["image"]["positives"]) == (6, 3)
    assert sorted(r["path"] for r in rows_of(found)) == [f"f{n}" for n in range(6)]


def test_damaged_dicom_with_a_label_is_not_assessed(bundle: Bundle, tmp_path: Path):
    root = tmp_path / "dicom"
    for n in range(4):
        films.write_dicom(root / f"f{n}", films.picture(seed=n), SOPInstanceUID=f"1.2.{n}", PatientID=f"P{n}")
    (root / "f3").write_bytes((root / "f3").read_bytes()[:200])
    (root / "t.csv").write_text("file,target\n" + "".join(f"f{n},{n % 2}\n" for n in range(4)))
    found = ask(bundle, Question(root)).figures
    assert (found["image"]["n"], found["image"]["not_assessed"], found["left_out"]["files"]) == (3, 1, 0)


def test_the_page_is_sound_html_and_names_no_other_place(bundle: Bundle, mura: Path):
    page = evaluation_page(ask(bundle, Question(mura)))
    assert_stands_alone(page)
    assert page.count("<svg") == 4
    assert "data:image/jpeg;base64," in page
    assert "logits" in page
    assert "Research use" in page


def an_image(name: str, study: str, **labels: int) -> LabelledImage:
    return LabelledImage(Path(name), labels, patient=study, study=study, source="made up", age_years=30)


def a_prediction(*values: float, names: tuple[str, ...] = ("abnormal",)) -> Prediction:
    p = np.array(values, dtype=np.float32)
    return Prediction(names, p, p, 1.0, None, np.zeros((len(p), 0, 0), np.float16), "m", "0" * 64)


KL = ("KL >= 2", "KL >= 1", "KL >= 3", "KL >= 4")


def test_grades_come_from_cumulative_outputs():
    assert grade_of(a_prediction(0.9, 0.99, 0.6, 0.1, names=KL)) == 3
    assert grade_of(a_prediction(0.1, 0.3, 0.0, 0.0, names=KL)) == 0
    assert grade_of(a_prediction(0.9)) is None
    assert grade_of(a_prediction(0.9, names=("KL >= 2",))) is None


def test_quadratic_kappa_over_grades_and_the_worse_knee_drives_the_study():
    truth = [(0, 1), (2, 4), (3, 0), (1, 1)]
    given = [(0, 2), (2, 4), (1, 0), (1, 0)]
    scored = [
        ScoredImage(an_image(f"{s}{side}", f"s{s}", grade=t, abnormal=int(t >= 2)),
                    a_prediction(float(g >= 2), float(g >= 1), float(g >= 3), float(g >= 4), names=KL))
        for s, (both, answers) in enumerate(zip(truth, given, strict=True))
        for side, t, g in zip("LR", both, answers, strict=True)
    ]  # fmt: skip
    output = Label("KL >= 2")
    images = level(image_cases(scored, "abnormal", "KL >= 2", gate=True), output)
    flat = [t for both in truth for t in both], [g for both in given for g in both]
    assert images["kappa"] == pytest.approx(
        metrics.cohen_kappa_score(*flat, weights="quadratic", labels=range(5)), abs=1e-9
    )
    assert images["kappa_weights"] == "quadratic"
    assert images["gross_errors"] == 1
    assert images["grade_confusion"] == metrics.confusion_matrix(*flat, labels=range(5)).tolist()
    studies = level(study_cases(scored, "abnormal", "KL >= 2", gate=True), output)
    worst = [max(t) for t in truth], [max(g) for g in given]
    assert studies["kappa"] == pytest.approx(metrics.cohen_kappa_score(*worst, weights="quadratic"), abs=1e-9)
    assert studies["n"] == 4


def test_a_study_is_judged_by_the_images_that_could_be():
    scored = [
        ScoredImage(an_image("a", "s1", abnormal=1), a_prediction(0.9), refusal="adult"),
        ScoredImage(an_image("b", "s1", abnormal=1), a_prediction(0.3)),
        ScoredImage(an_image("c", "s2", abnormal=0), None, problem="damaged"),
        ScoredImage(an_image("d", "s3"), a_prediction(0.3)),
    ]
    one, other = study_cases(scored, "abnormal", "abnormal", gate=True)
    assert (one.probability, other.probability, other.reason) == (pytest.approx(0.3), None, "damaged")
    assert (one.partial, other.partial) == (True, False)
    assert study_cases(scored, "abnormal", "abnormal", gate=False)[0].probability == pytest.approx(0.9)


def test_bands_are_those_of_the_list():
    points = (tiny.a_point("rule-out", 0.2), tiny.a_point("rule-in", 0.7))
    label = Label("KL >= 2", operating_points=points)
    cases = [
        Case(1, 0.7, grade=3, graded=2), Case(0, 0.69, grade=0, graded=2), Case(1, 0.19, grade=3, graded=0),
        Case(0, 0.19, partial=True), Case(0, 0.1, grade=0, graded=0), Case(1, None),
    ]  # fmt: skip
    assert by_band(cases, label) == {
        "likely abnormal": {"n": 1, "positives": 1, "gross_errors": 0},
        "uncertain": {"n": 2, "positives": 0, "gross_errors": 1},
        "low probability": {"n": 2, "positives": 1, "gross_errors": 1},
        "not assessed": {"n": 1, "positives": 1, "gross_errors": 0},
    }
    assert by_band(cases, Label("no points")) == {}
    for p in np.linspace(0, 1, 41):
        assert by_band([Case(0, float(p))], label)[band_of(float(p), label).value]["n"] == 1


@pytest.mark.parametrize("truth", [[], [0, 0], [1], [1, 1, 1]])
def test_few_cases_or_one_class_give_none_and_no_warning(truth: list[int]):
    figures = level([Case(t, 0.4) for t in truth], Label("abnormal"))
    json.dumps(figures, allow_nan=False)
    assert figures["auroc"] is None
    assert figures["n"] == len(truth)


def test_which_label_is_the_truth():
    table = ImageTable((an_image("a", "s", abnormal=1, pneumonia=0, grade=3), an_image("b", "s", grade=1)))
    assert choose_label(table, "", ["Pneumonia"]) == "pneumonia"
    assert choose_label(table, "", ["nodule"]) == "abnormal"
    assert choose_label(table, "ABNORMAL", ["pneumonia"]) == "abnormal"
    with pytest.raises(TrainingError, match="holds grades"):
        choose_label(table, "grade", [])
    with pytest.raises(TrainingError, match="abnormal, grade, pneumonia"):
        choose_label(table, "mass", [])
    with pytest.raises(TrainingError, match="cannot be told"):
        choose_label(ImageTable((an_image("a", "s", hand=1, foot=0),)), "", ["nodule"])


def test_a_model_by_folder_or_by_name(tmp_path: Path, bundle: Bundle):
    assert model_folder(str(bundle.folder), lambda name: Path("never")) == bundle.folder
    assert model_folder("chest", Path) == Path("chest")
    with pytest.raises(UnknownModel, match=r"card\.json"):
        model_folder(str(tmp_path), lambda name: Path("never"))


def test_spreadsheets_get_no_formulas(bundle: Bundle, tmp_path: Path):
    for name in ("NORMAL/=1+1.png", "SICK/b.png"):
        (tmp_path / "c" / name).parent.mkdir(parents=True)
        Image.fromarray(np.zeros((40, 40), np.uint8) + 9).save(tmp_path / "c" / name)
    assert len(read_labelled(tmp_path / "c")) == 2
    assert not any(
        cell.startswith("=") for row in rows_of(ask(bundle, Question(tmp_path / "c"))) for cell in row.values()
    )
