"""Facts on the patients reach the answers that calibration, thresholds and the page of a run are made from."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.inference.test_patient import net_with_facts
from tests.training.blobs import quiet, small
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.patient import patient_facts
from xraydesk.inference.preprocess import normalise
from xraydesk.training.evidence import collect
from xraydesk.training.run import TrainedRun
from xraydesk.training.split import Split
from xraydesk.training.table import ImageTable, LabelledImage


def a_run(net: ClassifierNet) -> TrainedRun:
    rng = np.random.default_rng(0)
    images = tuple(
        LabelledImage(Path(f"{n}.png"), {"abnormal": n % 2}, str(n), str(n), "made up", "PA", 5.0 * n, "FM"[n % 2])
        for n in range(20)
    )
    films = rng.integers(0, 256, (20, 64, 64), dtype=np.uint8)
    split, none = Split(np.arange(8), np.arange(8, 20)), Split(np.empty(0, np.int64), np.empty(0, np.int64))
    recipe = small("s5-patient", label="abnormal")
    return TrainedRun(recipe, net.eval(), ImageTable(images), films, split, ImageTable(()), films[:0], none, {})


def test_validation_films_are_answered_with_their_patients_facts() -> None:
    torch.manual_seed(3)
    run = a_run(net_with_facts(1))
    rows = run.split.validation
    known = torch.from_numpy(np.stack([patient_facts(5.0 * n, "FM"[n % 2], "PA") for n in rows]))
    with torch.inference_mode():
        films = normalise(torch.from_numpy(run.films[rows]), run.recipe.input)
        wanted, without = run.net(films, known).numpy(), run.net(films).numpy()
    found = collect(run, quiet).plain.logits
    np.testing.assert_allclose(found, wanted, atol=1e-5)
    assert np.abs(found - without).min() > 1e-3


def test_a_network_that_takes_none_is_given_none() -> None:
    plain = net_with_facts(1)
    plain.facts = 0
    assert a_run(plain).patients(np.arange(3)) is None


@pytest.mark.parametrize("age", [None, 50.0])
def test_what_the_table_leaves_empty_is_not_known(age: float | None) -> None:
    run = a_run(net_with_facts(1))
    images = [dataclasses.replace(image, age_years=age, sex="", view="") for image in run.table.images]
    found = dataclasses.replace(run, table=ImageTable(tuple(images))).patients(np.array([2]))
    assert found is not None
    np.testing.assert_array_equal(found[0], patient_facts(age, "", ""))
