from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from tests.inference.conftest import SIZE, a_card
from xraydesk.errors import DeviceError, XraydeskError
from xraydesk.inference import answers, device, placement, preprocess
from xraydesk.inference.bundle import Bundle, load_bundle, save_bundle
from xraydesk.inference.card import GateSpec, Label, Platt
from xraydesk.inference.device import Device
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.scorer import Scorer

Film = NDArray[np.uint8]


def films(count: int, seed: int = 0) -> list[Film]:
    """Smooth pictures with some noise, of different contrast."""
    rng = np.random.default_rng(seed)
    wave = np.sin(np.linspace(0, 4, SIZE))[:, None] * np.cos(np.linspace(0, 3, SIZE))[None, :]
    noise = rng.normal(0, 0.2, (count, SIZE, SIZE))
    gain = rng.uniform(20, 100, (count, 1, 1))
    return list(np.clip(128 + gain * (wave + noise), 0, 255).astype(np.uint8))


def pretend_gpu(monkeypatch: pytest.MonkeyPatch, batch_size: int = 8) -> None:
    """Let the first choice be a device that is the CPU under another name."""

    class Other(Device):
        is_cpu = False  # type: ignore[assignment]

    real = device.choose
    other = Other(torch.device("cpu"), "Test GPU", batch_size)
    monkeypatch.setattr(placement, "choose", lambda name, size=SIZE: real("cpu") if name == "cpu" else other)


def fail_when(
    scorer: Scorer, monkeypatch: pytest.MonkeyPatch, error: Exception, *, wrong: Callable[[int], bool]
) -> None:
    """Let the scorer's own copy of the network fail for batches of some sizes."""
    network = scorer._place.network
    real = network.forward_features

    def forward(images: Tensor) -> object:
        if wrong(len(images)):
            raise error
        return real(images)

    monkeypatch.setattr(network, "forward_features", forward)


def test_an_answer_says_everything(bundle: Bundle) -> None:
    answer = Scorer(bundle, "cpu").score(films(1))[0]
    assert answer.labels == ("shadow", "other")
    assert (answer.model_id, answer.model_sha256) == ("tiny", bundle.card.weights_sha256)
    assert (answer.logits.shape, answer.logits.dtype) == ((2,), np.float32)
    assert (answer.probabilities.shape, answer.probabilities.dtype) == ((2,), np.float32)
    assert (answer.maps.shape, answer.maps.dtype) == ((2, SIZE // 4, SIZE // 4), np.float16)
    assert answer.domain == pytest.approx(1 / (1 + math.exp(-2)), abs=1e-6)
    assert answer.distance > 0


def test_the_answer_is_the_networks_own(bundle: Bundle) -> None:
    batch = films(3)
    with torch.inference_mode():
        images = preprocess.normalise(torch.from_numpy(np.stack(batch)), bundle.card.input)
        wanted = bundle.network(images).numpy()
    got = np.stack([p.logits for p in Scorer(bundle, "cpu").score(batch)])
    np.testing.assert_allclose(got, wanted, atol=1e-5)


def test_the_mean_of_a_map_and_the_bias_are_the_logit(bundle: Bundle) -> None:
    bias = bundle.network.head.bias.detach().numpy()
    for answer in Scorer(bundle, "cpu").score(films(4)):
        sums = answer.maps.astype(np.float32).mean(axis=(1, 2)) + bias
        np.testing.assert_allclose(sums, answer.logits, atol=1e-3)  # the maps are float16


def test_an_answer_brings_the_features_that_the_gate_judged(bundle: Bundle) -> None:
    batch = films(3)
    found = Scorer(bundle, "cpu").score(batch)
    with torch.inference_mode():
        images = preprocess.normalise(torch.from_numpy(np.stack(batch)), bundle.card.input)
        pooled = bundle.gate.pooled(bundle.network.forward_features(images))
    features = np.stack([prediction.features for prediction in found])
    assert features.dtype == np.float16
    assert features == pytest.approx(pooled.numpy(), rel=2e-3, abs=1e-3)
    assert bundle.gate.distance(torch.from_numpy(features).float()) == pytest.approx(
        [prediction.distance for prediction in found], rel=1e-2
    )


def test_probabilities_are_calibrated_label_by_label(bundle: Bundle) -> None:
    for answer in Scorer(bundle, "cpu").score(films(3)):
        first, second = (float(x) for x in answer.logits)
        assert answer.probabilities[0] == pytest.approx(1 / (1 + math.exp(-(1.5 * first - 0.25))), abs=1e-6)
        assert answer.probabilities[1] == pytest.approx(1 / (1 + math.exp(-second)), abs=1e-6)


def test_calibration_does_not_overflow() -> None:
    extremes = np.array([[-1e30], [-800], [0], [800], [1e30]], dtype=np.float32)
    found = answers.calibrated(extremes, [Label("x", Platt(2.0, 0.0))])
    np.testing.assert_array_equal(found[:, 0], np.array([0, 0, 0.5, 1, 1], dtype=np.float32))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 19])
def test_no_film_changes_anothers_answer(bundle: Bundle, count: int) -> None:
    scorer = Scorer(bundle, "cpu")
    batch = films(count)
    together = scorer.score(batch)
    assert len(together) == count
    for film, answer in zip(batch, together, strict=True):
        alone = scorer.score([film])[0]
        np.testing.assert_allclose(answer.logits, alone.logits, atol=1e-4)
        np.testing.assert_allclose(answer.maps, alone.maps, atol=2e-3)
        assert answer.distance == pytest.approx(alone.distance, abs=1e-4)


def test_the_same_batch_gives_the_same_answer(bundle: Bundle) -> None:
    batch = films(9)
    first, second = Scorer(bundle, "cpu").score(batch), Scorer(bundle, "cpu").score(batch)
    for a, b in zip(first, second, strict=True):
        np.testing.assert_array_equal(a.logits, b.logits)
        np.testing.assert_array_equal(a.maps, b.maps)
        assert a.distance == b.distance


def test_no_films_no_answers(bundle: Bundle) -> None:
    assert Scorer(bundle, "cpu").score([]) == []


@pytest.mark.parametrize("image", [np.zeros((SIZE, SIZE + 1), np.uint8), np.zeros((SIZE, SIZE), np.float32)])
def test_an_unprepared_film_is_refused(bundle: Bundle, image: Film) -> None:
    with pytest.raises(ValueError, match=r"uint8 of shape \(32, 32\)"):
        Scorer(bundle, "cpu").score([image])


# -- gate ------------------------------------------------------------------------------------------------------------


def test_the_gate_refuses_what_lies_far_from_the_training_films(tmp_path: Path, bundle: Bundle) -> None:
    """Fit the gate's mean and scale to smooth films; noise must then be refused and smooth films not."""
    scorer = Scorer(bundle, "cpu")
    with torch.inference_mode():
        own = preprocess.normalise(torch.from_numpy(np.stack(films(64, seed=1))), bundle.card.input)
        pooled = bundle.gate.pooled(bundle.network.forward_features(own))
    gate = replace(bundle.gate, mean=pooled.mean(0), scale=pooled.std(0) + 1e-4, variances=torch.ones(3))
    cutoff = float(gate.distance(pooled).max()) * 1.2
    card = a_card(gate=GateSpec(cutoff, 0.5))
    save_bundle(tmp_path / "fit", card, {**bundle.network.state_dict(), **gate.tensors()})
    scorer = Scorer(load_bundle(tmp_path / "fit"), "cpu")
    rng = np.random.default_rng(0)
    noise = (rng.random((SIZE, SIZE)) > 0.5).astype(np.uint8) * 255
    *inside, outside = scorer.score([*films(8, seed=2), noise])
    assert [answer.refusal for answer in inside] == [""] * 8
    assert outside.refusal == (
        f"unlike the films the model was trained on (distance {outside.distance:.2f}, limit {cutoff:.2f})"
    )
    assert outside.distance > cutoff


def test_the_gate_speaks_at_its_limits() -> None:
    gate = GateSpec(distance_cutoff=28.0, domain_cutoff=0.5)
    assert answers.refusal(gate, 28.0, 0.5) == ""
    assert answers.refusal(gate, 41.3, 0.9) == (
        "unlike the films the model was trained on (distance 41.30, limit 28.00)"
    )
    assert "distance 28.0001, limit 28.00" in answers.refusal(gate, 28.0001, None)
    assert "another kind of film" in answers.refusal(gate, 1.0, 0.2)
    assert answers.refusal(GateSpec(28.0), 1.0, 0.2) == ""
    assert answers.refusal(gate, math.nan, 0.9) != ""
    assert answers.refusal(gate, 1.0, math.nan) != ""


# -- fall-backs ------------------------------------------------------------------------------------------------------


def test_out_of_memory_halves_the_batch_until_it_fits(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch)
    wanted = Scorer(bundle, "cpu").score(films(11))
    scorer = Scorer(bundle, "auto")
    assert (scorer.device_words, scorer.batch_size, scorer.notices) == ("Test GPU", 8, ())
    fail_when(scorer, monkeypatch, torch.OutOfMemoryError("CUDA out of memory"), wrong=lambda n: n > 2)
    found = scorer.score(films(11))
    assert scorer.batch_size == 2
    assert scorer.device_words == "Test GPU"
    assert scorer.notices == (
        "Test GPU: out of memory, going on with batches of 4",
        "Test GPU: out of memory, going on with batches of 2",
    )
    for a, b in zip(found, wanted, strict=True):
        np.testing.assert_allclose(a.logits, b.logits, atol=1e-4)


def test_a_gpu_too_small_for_one_film_hands_over_to_the_cpu(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch, batch_size=2)
    scorer = Scorer(bundle, "auto")
    fail_when(scorer, monkeypatch, torch.OutOfMemoryError("CUDA out of memory"), wrong=lambda n: True)
    assert len(scorer.score(films(3))) == 3
    assert scorer.device_words.startswith("CPU")
    assert "too little memory for one film" in scorer.notices[-1]


def test_a_gpu_that_vanishes_hands_over_to_the_cpu(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch)
    scorer = Scorer(bundle, "auto")
    before = scorer.score(films(2))
    fail_when(scorer, monkeypatch, RuntimeError("CUDA error: device lost"), wrong=lambda n: True)
    after = scorer.score(films(2))
    assert len(scorer.notices) == 1
    assert scorer.notices[0].startswith("Test GPU failed, going on with CPU")
    np.testing.assert_allclose(after[0].logits, before[0].logits, atol=1e-4)
    scorer.score(films(2))
    assert len(scorer.notices) == 1


def test_a_gpu_that_cannot_take_the_model_hands_over_to_the_cpu(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_gpu(monkeypatch)

    def full(*_: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(torch.nn.Module, "to", full)
    scorer = Scorer(bundle, "auto")
    assert scorer.notices[0].startswith("Test GPU cannot take the model")
    assert len(scorer.score(films(1))) == 1


def test_no_memory_at_all_is_a_sentence(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = Scorer(bundle, "cpu")
    error = RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes")
    fail_when(scorer, monkeypatch, error, wrong=lambda n: True)
    with pytest.raises(DeviceError, match="not enough memory for one film"):
        scorer.score(films(3))


def test_a_fault_of_the_program_is_not_taken_for_a_fault_of_the_device(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorer = Scorer(bundle, "cpu")
    fail_when(scorer, monkeypatch, RuntimeError("shapes do not match"), wrong=lambda n: True)
    with pytest.raises(RuntimeError, match="shapes do not match"):
        scorer.score(films(1))


def test_an_answer_that_is_no_number_never_gets_out(bundle: Bundle) -> None:
    bundle.network.head.bias.fill_(math.inf)
    with pytest.raises(XraydeskError, match="no finite answer"):
        Scorer(bundle, "cpu").score(films(1))


def test_half_precision_that_overflows_is_done_again_in_full(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = Scorer(bundle, "cpu")
    wanted = scorer.score(films(1))[0]
    passes = []
    real = scorer._pass

    def overflowing(network: ClassifierNet, batch: list[Film], *, half: bool) -> answers.Answers:
        passes.append(half)
        found = real(network, batch, half=False)
        return replace(found, logits=found.logits * math.inf) if half else found

    monkeypatch.setattr(scorer, "_pass", overflowing)
    monkeypatch.setattr(scorer._place, "half", True)
    np.testing.assert_array_equal(scorer.score(films(1))[0].logits, wanted.logits)
    assert passes == [True, False]


def test_half_precision_stays_close_to_full(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = Scorer(bundle, "cpu")
    full = scorer.score(films(6))
    monkeypatch.setattr(scorer._place, "half", True)
    for a, b in zip(scorer.score(films(6)), full, strict=True):
        np.testing.assert_allclose(a.logits, b.logits, atol=5e-3)
        assert a.distance == pytest.approx(b.distance, rel=2e-2)


# -- preparation and maps --------------------------------------------------------------------------------------------


def test_scoring_and_training_prepare_with_the_same_functions(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    from xraydesk.training import cache, loop

    assert cache.to_input is preprocess.to_input
    assert loop.normalise is preprocess.normalise
    seen: list[tuple[str, object]] = []
    monkeypatch.setattr(preprocess, "to_input", lambda grey, size: seen.append(("to_input", size)) or grey)
    real = preprocess.normalise
    monkeypatch.setattr(
        preprocess, "normalise", lambda batch, spec: seen.append(("normalise", spec)) or real(batch, spec)
    )
    scorer = Scorer(bundle, "cpu")
    scorer.score([scorer.prepare(films(1)[0])])
    assert seen == [("to_input", SIZE), ("normalise", bundle.card.input)]


def test_films_are_prepared_alike_in_any_thread(bundle: Bundle) -> None:
    scorer = Scorer(bundle, "cpu")
    rng = np.random.default_rng(0)
    greys = [rng.integers(0, 65536, (200 + 7 * i, 150 + 5 * i), dtype=np.uint16) for i in range(24)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(scorer.prepare, greys))
    for grey, found in zip(greys, together, strict=True):
        assert (found.shape, found.dtype) == ((SIZE, SIZE), np.uint8)
        np.testing.assert_array_equal(found, scorer.prepare(grey))


def test_a_map_on_demand_is_the_one_of_the_forward_pass(bundle: Bundle) -> None:
    scorer = Scorer(bundle, "cpu")
    film = films(1)[0]
    stored = scorer.score([film])[0].maps
    for label in (0, 1):
        for method in ("cam", "gradcam"):
            found = scorer.activation_map(film, label, method)
            np.testing.assert_allclose(found.values, stored[label], atol=2e-3)


def test_a_map_survives_a_vanishing_device(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch)
    scorer = Scorer(bundle, "auto")
    film = films(1)[0]
    wanted = scorer.activation_map(film, 0, "gradcam")

    def lost(_: Tensor) -> Tensor:
        raise RuntimeError("CUDA error: device lost")

    monkeypatch.setattr(scorer._place.network, "features", lost)
    found = scorer.activation_map(film, 0, "gradcam")
    assert scorer.device_words.startswith("CPU")
    np.testing.assert_allclose(found.values, wanted.values, atol=1e-5)


def test_a_map_covers_the_part_of_the_film_that_is_seen(bundle: Bundle) -> None:
    film = films(1)[0]
    assert Scorer(bundle, "cpu").activation_map(film, 0).region is None
    card = replace(bundle.card, input=replace(bundle.card.input, centre=0.75))
    found = Scorer(replace(bundle, card=card), "cpu").activation_map(film, 0)
    assert found.region is not None
    assert found.region.box(SIZE, SIZE) == (4, 4, 28, 28)
    assert not np.array_equal(found.values, Scorer(bundle, "cpu").activation_map(film, 0).values)
