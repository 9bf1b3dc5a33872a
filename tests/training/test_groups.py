"""Figures by maker, view, age, sex and body part: in the numbers, in the terminal's lines and on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from xraydesk.cli_evaluate import _groups
from xraydesk.inference.prediction import Prediction
from xraydesk.training.cases import image_cases
from xraydesk.training.evaluation_page import _groups as on_page
from xraydesk.training.figures import level
from xraydesk.training.importers.columns import columns_of, facts_in
from xraydesk.training.scoring import ScoredImage
from xraydesk.training.table import LabelledImage

from tests.research.made_up import bundled  # isort: skip - after what it makes films from

LABEL = bundled().abnormal


def scored(number: int, *, ill: bool) -> ScoredImage:
    image = LabelledImage(
        Path(f"{number}.png"), {"abnormal": int(ill)}, f"p{number}", f"s{number}", "Boreal" if number % 2 else "Aster",
        view=("AP", "PA")[number % 3 == 0], age_years=float((0.5, 3, 10, 30, 50, 70)[number % 6]), sex="FM"[number % 2],
        group=("wrist", "elbow")[number % 5 == 0], maker="Boreal" if number % 2 else "Aster",
    )  # fmt: skip
    p = 0.9 if ill else 0.1
    answer = Prediction((LABEL.name,), np.zeros(1, np.float32), np.full(1, p, np.float32), 1.0, None,
                        np.zeros((1, 2, 2), np.float16), "m", "0" * 64)  # fmt: skip
    return ScoredImage(image, answer, "")


@pytest.fixture
def figures() -> dict:
    images = [scored(n, ill=n % 4 == 0) for n in range(60)]
    return level(image_cases(images, "abnormal", LABEL.name, gate=True), LABEL)


def test_every_division_is_there_and_ages_stand_in_their_order(figures: dict) -> None:
    groups = figures["groups"]
    assert set(groups) == {"maker", "view", "age", "sex", "part"}  # where the source is the maker it is said once
    assert list(groups["age"]) == ["under 1", "1 to 5", "6 to 17", "18 to 39", "40 to 64", "65 and more"]
    assert {name: sum(one["n"] for one in values.values()) for name, values in groups.items()} == dict.fromkeys(
        groups, 60
    )
    assert groups["maker"]["Boreal"]["positives"] == 0
    assert groups["maker"]["Boreal"]["auroc"] is None
    assert groups["maker"]["Boreal"]["few"]
    assert not groups["maker"]["Aster"]["few"]


def test_terminal_and_page_say_the_same(figures: dict) -> None:
    lines = _groups(figures["groups"])
    assert len(lines) == sum(map(len, figures["groups"].values()))
    assert next(line for line in lines if "maker Boreal" in line).endswith(", few")
    assert any(line.startswith("images, body part wrist: 48, abnormal 12, AUROC 1.0000") for line in lines)

    class Evaluation:
        def __init__(self) -> None:
            self.figures = {"image": figures}

    page = on_page(Evaluation())  # type: ignore[arg-type]
    for heading in ("maker", "view", "age", "sex", "body part"):
        assert f"<h2>Images by {heading}</h2>" in page
    assert "nan" not in page.lower()


def test_a_table_may_name_the_maker() -> None:
    columns = columns_of(["file", "label", "Manufacturer"], {}, Path("t.csv"))
    assert facts_in({"file": "a", "label": "1", "Manufacturer": "Boreal"}, columns)["maker"] == "Boreal"
    other = columns_of(["file", "label", "box"], {"maker": "box"}, Path("t.csv"))
    assert replace(other).maker == "box"
