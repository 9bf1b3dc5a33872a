"""A table through a model: each film with the facts on its own patient, also where a batch fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from xraydesk.errors import XraydeskError
from xraydesk.imaging.radiograph import Grey
from xraydesk.inference.patient import Facts, patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.training.scoring import score_table
from xraydesk.training.table import ImageTable, LabelledImage


class Echo:
    """Answers with the sum of the facts; a black film makes the batch it is in fail."""

    batch_size = 4

    def prepare(self, grey: Grey) -> np.ndarray:
        return np.asarray(grey, np.uint8)

    def score(self, batch: Sequence[np.ndarray], facts: Sequence[Facts]) -> list[Prediction]:
        if any(not film.any() for film in batch):
            raise XraydeskError("The film is black")
        sums = [np.array([known.sum()], np.float32) for known in facts]
        return [
            Prediction(("abnormal",), p, p, 1.0, None, np.zeros((1, 0, 0), np.float16), "m", "0" * 64) for p in sums
        ]


@pytest.fixture
def table(tmp_path: Path) -> ImageTable:
    images = []
    for n in range(6):
        path = tmp_path / f"{n}.png"
        Image.fromarray(np.full((8, 8), 0 if n == 2 else 100, np.uint8)).save(path)
        about = {} if n == 5 else {"age_years": 10.0 * n, "sex": "FM"[n % 2], "view": "PA"}
        images.append(LabelledImage(path, {"abnormal": 0}, patient=str(n), study=str(n), source="made up", **about))
    return ImageTable(tuple(images))


def test_each_film_goes_with_its_own_facts(table: ImageTable) -> None:
    done: list[int] = []
    found = score_table(table, Echo(), lambda header: "", done.append)
    assert done[-1] == 6
    assert found[2].problem == "The film is black"
    for one in found[:2] + found[3:]:
        assert one.prediction is not None
        facts = patient_facts(one.image.age_years, one.image.sex, one.image.view)
        assert one.prediction.logits[0] == pytest.approx(float(facts.sum()))
    assert found[5].prediction is not None
    assert found[5].prediction.logits[0] == 0, "nothing known"
