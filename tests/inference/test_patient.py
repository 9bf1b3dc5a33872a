"""Facts on the patient: as numbers, and on their way through the scorer into networks that take them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from tests.inference.conftest import SIZE, a_card, gate_tensors, tiny_network
from xraydesk.inference import networks
from xraydesk.inference.bundle import Bundle, load_bundle, save_bundle
from xraydesk.inference.networks import HeadedNet
from xraydesk.inference.patient import FACTS, patient_facts
from xraydesk.inference.scorer import Scorer


def net_with_facts(labels: int) -> HeadedNet:
    stages = tiny_network(1).stages
    return HeadedNet(stages, nn.Sequential(nn.Linear(6 + FACTS, labels)), taps=(0,), facts=FACTS)


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    monkeypatch.setitem(networks.ARCHITECTURES, "asking", net_with_facts)
    torch.manual_seed(3)
    net = net_with_facts(2).eval()
    save_bundle(tmp_path, a_card(architecture="asking"), {**net.state_dict(), **gate_tensors()})
    return load_bundle(tmp_path)


def films(count: int) -> list[np.ndarray]:
    return list(np.random.default_rng(0).integers(0, 256, (count, SIZE, SIZE), dtype=np.uint8))


def logits(scorer: Scorer, *arguments: object) -> np.ndarray:
    return np.stack([answer.logits for answer in scorer.score(*arguments)])


def test_what_is_not_known_is_zero() -> None:
    assert not patient_facts(None, "", "").any()
    assert not patient_facts(None, "O", "OBLIQUE").any()
    assert patient_facts(0.0, "", "").any(), "an age of 0 is known"
    assert patient_facts(50.0, "f", "ll").tolist() == patient_facts(50.0, "F", "LATERAL").tolist()
    assert len({tuple(patient_facts(None, sex, view)) for sex in "FM" for view in ("AP", "PA", "RL")}) == 6


def test_each_film_is_judged_with_its_own_patients_facts(asking: Bundle) -> None:
    scorer, batch = Scorer(asking, "cpu"), films(19)  # more than a chunk
    facts = [patient_facts(5.0 * n, "FM"[n % 2], ("AP", "PA", "")[n % 3]) for n in range(19)]
    together = logits(scorer, batch, facts)
    alone = np.concatenate([logits(scorer, [film], [known]) for film, known in zip(batch, facts, strict=True)])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert (np.abs(together - logits(scorer, batch))[1:].max(axis=1) > 1e-3).all()


def test_no_facts_are_facts_not_known(asking: Bundle) -> None:
    scorer, batch = Scorer(asking, "cpu"), films(3)
    np.testing.assert_array_equal(logits(scorer, batch), logits(scorer, batch, [patient_facts(None, "", "")] * 3))


def test_a_network_without_facts_answers_as_ever(bundle: Bundle) -> None:
    scorer, batch = Scorer(bundle, "cpu"), films(3)
    np.testing.assert_array_equal(logits(scorer, batch), logits(scorer, batch, [patient_facts(50, "F", "PA")] * 3))


def test_facts_belong_to_films(asking: Bundle) -> None:
    with pytest.raises(ValueError, match="shorter"):
        Scorer(asking, "cpu").score(films(2), [patient_facts(50, "F", "PA")])
