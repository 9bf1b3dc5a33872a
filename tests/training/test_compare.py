"""Two models on the same films, against the tests done by hand on the lines an image."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.test_evaluate import a_bundle, ask, mura, rows_of  # noqa: F401 - a fixture among them
from xraydesk.evaluation.comparison import mcnemar, paired_delong
from xraydesk.inference.bundle import Bundle
from xraydesk.training.compare import compared, comparison_lines
from xraydesk.training.evaluate import Evaluation, Question
from xraydesk.training.evaluation_page import evaluation_page


@pytest.fixture
def bundles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Bundle, Bundle]:
    """Two models of one architecture; the second one's weights are noisy, so that it answers differently."""
    one, other = (a_bundle(tmp_path / name, monkeypatch, 1e6) for name in ("one", "other"))
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weights in other.network.parameters():
            weights.add_(torch.randn(weights.shape, generator=generator), alpha=0.2)
    return one, other


def both(bundles: tuple[Bundle, Bundle], folder: Path) -> tuple[Evaluation, Evaluation]:
    one, other = (ask(bundle, Question(folder)) for bundle in bundles)
    return one, other


def by_path(found: Evaluation) -> dict[str, dict[str, str]]:
    return {row["path"]: row for row in rows_of(found) if row["assessed"] == "1"}


def test_images_are_paired_and_tested(bundles: tuple[Bundle, Bundle], mura: Path) -> None:  # noqa: F811
    one, other = both(bundles, mura)
    level = compared(one, other).figures["comparison"]["image"]
    rows, others = by_path(one), by_path(other)
    truth = np.array([int(row["truth"]) for row in rows.values()])
    p = np.array([float(row["probability"]) for row in rows.values()])
    other_p = np.array([float(others[path]["probability"]) for path in rows])
    patients = [row["patient"] for row in rows.values()]
    areas = paired_delong(truth, p, other_p, groups=patients)
    answers = mcnemar(truth, p >= 0.5, other_p >= 0.5, groups=patients)
    assert level["by_patient"]
    assert len(set(patients)) < len(patients)
    assert areas.difference.value != 0, "the made-up models must differ"
    assert level["auroc_difference"] == pytest.approx(areas.difference.value)
    assert level["auroc_p"] == pytest.approx(areas.p_value)
    assert (level["only_right"], level["only_other_right"]) == (answers.only_first_right, answers.only_second_right)
    assert (level["n"], level["auroc"]) == (len(rows), pytest.approx(one.figures["image"]["auroc"]))
    assert level["auroc_other"] == pytest.approx(other.figures["image"]["auroc"])


def test_studies_are_compared_and_all_are_told(bundles: tuple[Bundle, Bundle], mura: Path) -> None:  # noqa: F811
    found = compared(*both(bundles, mura))
    json.dumps(found.figures, allow_nan=False)
    assert found.figures["comparison"]["study"]["n"] == 40
    lines = comparison_lines(found.figures)
    assert lines[1].startswith("compared with tiny 1.0, 40 studies that both assessed: AUROC ")
    page = evaluation_page(found)
    assert all(escape(line) in page for line in lines)


def test_a_model_against_itself_is_no_difference(bundles: tuple[Bundle, Bundle], mura: Path) -> None:  # noqa: F811
    one = ask(bundles[0], Question(mura))
    level = compared(one, one).figures["comparison"]["study"]
    assert (level["auroc_difference"], level["auroc_p"], level["accuracy_p"]) == (0, 1, 1)


def test_what_one_of_them_refuses_is_not_compared(
    tmp_path: Path,
    bundles: tuple[Bundle, Bundle],
    mura: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strict = ask(a_bundle(tmp_path / "strict", monkeypatch, 1e-3), Question(mura))
    found = compared(ask(bundles[0], Question(mura)), strict)
    json.dumps(found.figures, allow_nan=False)
    assert found.figures["comparison"]["image"]["n"] == 0
    assert found.figures["comparison"]["image"]["accuracy_p"] is None
    assert comparison_lines(found.figures)[0] == "compared with tiny 1.0, images: none that both models assessed"


def test_no_comparison_no_words(bundles: tuple[Bundle, Bundle], mura: Path) -> None:  # noqa: F811
    assert comparison_lines(ask(bundles[0], Question(mura)).figures) == []
