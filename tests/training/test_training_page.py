"""The page that ends a training run: its figures are those of the card, and it stands alone."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.blobs import quiet, small, write_films
from tests.training.html import assert_stands_alone
from xraydesk.inference.card import InputSpec, ModelCard, PointName
from xraydesk.inference.networks import build
from xraydesk.inference.preprocess import normalise
from xraydesk.training.command import PAGE, REPORT, train_to_bundle
from xraydesk.training.judged import map_of
from xraydesk.training.prepare import Sources
from xraydesk.training.report import card_page
from xraydesk.training.run_facts import duration


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[ModelCard, str, str]:
    """Return card, page of the card and report of a run with films of other kinds and a film that cannot be read."""
    folder = tmp_path_factory.mktemp("run")
    sources = write_films(folder, each=24, others=12)
    (sources.data / "normal" / "broken & <b>.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    card = train_to_bundle(small("s1-cp-64", learning_rate=3e-3, epochs=3), sources, folder / "out", quiet)
    assert card is not None
    return card, (folder / "out" / PAGE).read_text(), (folder / "out" / REPORT).read_text()


def test_it_stands_alone_and_says_what_it_shows(finished: tuple[ModelCard, str, str]):
    page = finished[2]
    assert_stands_alone(page)
    assert "must not leave the site" in page
    assert "Research use. Not a diagnosis." in page
    assert str(Path.home()) not in page
    assert "pytest" not in page  # the name of the temporary folder


def test_its_figures_are_those_of_the_card(finished: tuple[ModelCard, str, str]):
    card, markdown, page = finished
    words, results = text_of(page), card.results
    area = results["auroc"]
    assert f"AUROC {area['value']:.3f} ({area['low']:.3f} to {area['high']:.3f}), DeLong" in words
    assert f"calibration error {results['ece']:.3f}, Brier score {results['brier']:.3f}" in words
    for line in markdown.splitlines():  # the tables of points, stress and gate
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in {*PointName, *results["stress"], *results["gate"]}:
            assert " ".join(cells) in words, line
    for point in card.abnormal.operating_points:
        low, high = point.sensitivity.low, point.sensitivity.high
        assert f"{point.name} {point.threshold:.3f} {point.sensitivity.value:.3f} ({low:.3f} to {high:.3f})" in words


def test_points_chosen_elsewhere_are_said_to_be(finished: tuple[ModelCard, str, str]):
    card = finished[0]
    results = {**card.results, "points_chosen_on": "1,200 films of sources held out in 3 runs of the recipe"}
    assert "gave on 1,200 films of sources held out" in card_page(dataclasses.replace(card, results=results))


def test_its_confusion_is_what_the_default_point_gave(finished: tuple[ModelCard, str, str]):
    card, _, page = finished
    point, films = card.abnormal.point(PointName.DEFAULT), card.results["films"]
    abnormal = card.results["abnormal"]
    hits, passed = round(point.sensitivity.value * abnormal), round(point.specificity.value * (films - abnormal))
    words = text_of(page)
    assert f"abnormal {hits} {abnormal - hits} not abnormal {films - abnormal - passed} {passed}" in words
    assert f"{hits + passed} of {films} right" in words


def test_it_tells_how_the_run_went(finished: tuple[ModelCard, str, str]):
    card, _, page = finished
    words = text_of(page)
    assert "Too few to choose between models" in words
    assert "it cannot be read (1)" in words
    assert "for 3 epochs with validation" in words
    assert f"{card.training['films']['training']}, of {card.training['films']['training']} patients" in words
    assert "best epoch" in words
    assert page.count("<svg") == 2 + 4 + 3  # course, curves, stress


def test_it_shows_the_surest_answers_with_their_maps(finished: tuple[ModelCard, str, str]):
    page = finished[2]
    films = page.count('src="data:image/jpeg;base64,')
    assert 8 <= films <= 16
    captions = re.findall(r"probability (\d\.\d+), (\S+\.png), map peak -?\d+\.\d logits", page)
    assert len(captions) == films
    right = page.split("Right: abnormal, called abnormal")[1].split("<h3>")[0]
    sure = [float(p) for p, _ in re.findall(r"probability (\d\.\d+), (abnormal\d+)", right)]
    assert sure == sorted(sure, reverse=True)
    assert len(sure) == 4


def graded_films(folder: Path) -> Sources:
    """Write five grades: bars that grow with them."""
    rng = np.random.default_rng(0)
    for grade in range(5):
        (folder / "data" / str(grade)).mkdir(parents=True)
        for i in range(12):
            grey = rng.integers(40, 60, (64, 64)).astype(np.uint8)
            grey[8 : 12 + 12 * grade, 4:60] += 180
            Image.fromarray(grey).save(folder / "data" / str(grade) / f"{grade * 100 + i + 1_000_000}L.png")
    return Sources(folder / "data")


def test_grades_have_their_confusion_and_kappa(tmp_path: Path):
    recipe = small("s1-cp-64", label="grade", layout="graded", ends=(2, 1, 3, 4), end_words="KL >= {}",
                   input=InputSpec(size=64, stretch=None), epochs=10, batch_size=12, warmup_steps=2, ema_decay=0.8,
                   learning_rate=2e-3, checks=("clean",))  # fmt: skip
    card = train_to_bundle(recipe, graded_films(tmp_path), tmp_path / "out", quiet)
    assert card is not None
    page, markdown = ((tmp_path / "out" / name).read_text() for name in (REPORT, PAGE))
    assert_stands_alone(page)
    words, kappa = text_of(page), card.results["quadratic_kappa"]
    assert f"{kappa:.3f} quadratic kappa of grades" in words
    assert f"Quadratic kappa {kappa:.3f}" in markdown
    for grade, row in enumerate(card.results["grades_confusion"]):
        assert f"grade {grade} {' '.join(map(str, row))}" in words
        assert f"| {grade} | {' | '.join(map(str, row))} |" in markdown
    assert re.search(r"probability 0\.\d+, grade \d, called \d, 1000\d+L\.png", page)
    assert page.count("<svg") == 3 + 4 + 3  # the course of kappa, too


def test_a_map_of_one_pass_adds_up_to_the_logit():
    torch.manual_seed(0)
    net = build("mobilenet_v2_folded", 2).eval()
    film, spec = np.random.default_rng(0).integers(0, 255, (64, 64)).astype(np.uint8), InputSpec(size=64)
    raw = map_of(net, film, spec)
    with torch.inference_mode():
        logit = net(normalise(torch.from_numpy(film[None]), spec))[0, 0]
        bias = float(net.get_parameter("head.bias")[0])
    assert raw.shape == (2, 2)
    assert raw.mean() + bias == pytest.approx(float(logit), abs=1e-5)


@pytest.mark.parametrize(("seconds", "words"), [(0.4, "0 s"), (59.4, "59 s"), (125, "2 min 5 s"), (7805, "2 h 10 min")])
def test_times(seconds: float, words: str):
    assert duration(seconds) == words
