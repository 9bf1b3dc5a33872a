"""Every architecture a bundle may name: shapes, sizes, maps, and the way to disk and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from tests.inference.conftest import a_card, gate_tensors
from xraydesk.errors import BundleError
from xraydesk.inference import networks
from xraydesk.inference.bundle import load_bundle, save_bundle
from xraydesk.inference.bundle_tensors import stored_state
from xraydesk.inference.card import InputSpec, Label, ModelCard
from xraydesk.inference.gate import Gate
from xraydesk.inference.gradcam import activation_map, methods_for
from xraydesk.inference.patient import FACTS, patient_facts
from xraydesk.inference.scorer import Scorer

# architecture, options, size, parameters in millions
CASES: list[tuple[str, dict[str, Any], int, float]] = [
    ("mobilenet_v2_folded", {}, 64, 2.2),
    ("block_cnn", {"variant": "C", "size": 64}, 64, 0.39),
    ("block_cnn", {"variant": "CP", "activation": "relu"}, 96, 0.56),
    ("block_cnn", {"variant": "CCP", "size": 128}, 128, 1.15),
    ("five_conv", {"activation": "swish"}, 300, 0.31),
    ("xception", {}, 64, 20.8),
    ("vgg19", {}, 64, 20.0),
    ("densenet169", {"fc_layers": 3}, 64, 13.4),
    ("resnet50", {"patient": True}, 64, 24.6),
    ("convnext_tiny", {}, 64, 27.8),
]
POOLED = {"mobilenet_v2_folded", "xception", "vgg19", "convnext_tiny"}


def card_for(architecture: str, options: dict[str, Any], size: int) -> ModelCard:
    card = a_card(architecture=architecture, architecture_options=options, input=InputSpec(size=size))
    return replace(card, labels=(card.labels[0], Label("other")))


def lively(net: nn.Module) -> dict[str, Tensor]:
    """Give batch norm statistics that are not its start, or a lost tensor would not be noticed."""
    for name, buffer in net.named_buffers():
        if name.endswith(("running_mean", "running_var")):
            buffer.uniform_(0.5, 1.5)
    return {name: tensor.to(torch.float16) for name, tensor in stored_state(net).items()}


@pytest.mark.parametrize(("architecture", "options", "size", "millions"), CASES)
def test_a_bundle_comes_back_and_answers_alike(
    tmp_path: Path, architecture: str, options: dict[str, Any], size: int, millions: float
) -> None:
    torch.manual_seed(0)
    net = networks.build(architecture, 2, options).eval()
    assert sum(p.numel() for p in net.parameters()) / 1e6 == pytest.approx(millions, rel=0.03)
    tensors = lively(net)
    films = torch.rand(2, 1, size, size)
    with torch.inference_mode():
        features = Gate.pooled(net.forward_features(films)).shape[1]
    save_bundle(tmp_path, card_for(architecture, options, size), {**tensors, **gate_tensors(features)}, half=True)
    bundle = load_bundle(tmp_path)
    net.load_state_dict({name: tensor.float() for name, tensor in tensors.items()}, strict=False)
    with torch.inference_mode():
        torch.testing.assert_close(bundle.network(films), net(films))
    scorer, film = Scorer(bundle, "cpu"), (films[0, 0] * 255).to(torch.uint8).numpy()
    assert (scorer.score([film])[0].maps.size > 0) == (architecture in POOLED)
    assert scorer.activation_map(film, 0).method == ("cam" if architecture in POOLED else "gradcam")


@pytest.mark.parametrize(("architecture", "size"), [("block_cnn", 96), ("five_conv", 300), ("resnet50", 96)])
def test_networks_without_a_pooled_linear_head_have_gradient_maps(architecture: str, size: int) -> None:
    torch.manual_seed(0)
    net = networks.build(architecture, 1).eval()
    assert "cam" not in methods_for(net)
    found = activation_map(net, torch.rand(1, 1, size, size), 0, "gradcam")
    assert min(found.values.shape) >= 3
    assert found.peak != 0


@pytest.mark.parametrize(
    ("architecture", "options", "words"),
    [
        ("block_cnn", {"variant": "PPP"}, "variant must be one of C, CP, CCP"),
        ("block_cnn", {"size": 10**6}, "size must lie between"),
        ("block_cnn", {"size": "96"}, "size must be of type int"),
        ("five_conv", {"depth": 9}, "'depth' is no option"),
        ("resnet50", {"patient": 1}, "patient must be of type bool"),
        ("densenet169", {"fc_layers": True}, "fc_layers must be of type int"),
        ("densenet169", {"fc_layers": 4}, "fc_layers must lie between 1 and 3"),
        ("vgg19", {"size": 64}, "options: none"),
    ],
)
def test_options_that_make_no_sense_are_refused_in_words(
    tmp_path: Path, architecture: str, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(BundleError, match="architecture_options") as caught:
        save_bundle(tmp_path, card_for(architecture, options, 64), gate_tensors())
    assert words in str(caught.value)


def test_a_size_that_does_not_fit_the_weights_is_refused(tmp_path: Path) -> None:
    net = networks.build("block_cnn", 2, {"size": 64}).eval()
    with pytest.raises(BundleError, match="cannot take images of 96 pixels"):
        save_bundle(tmp_path, card_for("block_cnn", {"size": 64}, 96), {**stored_state(net), **gate_tensors(192)})


def test_softmax_over_two_outputs_is_one_logit() -> None:
    torch.manual_seed(0)
    net = networks.build("resnet50", 1).eval()
    pooled = torch.rand(5, 2048)
    pairs = net.head[:-1](pooled)
    torch.testing.assert_close(torch.sigmoid(net.answer(pooled))[:, 0], pairs.softmax(1)[:, 1])


def test_facts_on_the_patient_count_and_may_be_absent() -> None:
    torch.manual_seed(0)
    net = networks.build("resnet50", 1, {"patient": True}).eval()
    pooled = torch.rand(1, 2048)
    nothing = torch.from_numpy(patient_facts(None, "", ""))[None]
    girl = torch.from_numpy(patient_facts(3.0, "F", "AP"))[None]
    assert nothing.shape == (1, FACTS)
    assert not nothing.any()
    assert torch.equal(net.answer(pooled), net.answer(pooled, nothing))
    assert not torch.equal(net.answer(pooled), net.answer(pooled, girl))


def test_the_ways_to_start_a_head() -> None:
    torch.manual_seed(0)
    net = networks.build("densenet169", 1, {"fc_layers": 2})
    spread = {}
    for kind in ("he", "xavier", "random"):
        networks.set_head_start(net, kind)
        spread[kind] = float(next(m for m in net.head if isinstance(m, nn.Linear)).weight.detach().std())
    assert spread["he"] == pytest.approx((2 / 1664) ** 0.5, rel=0.02)
    assert spread["xavier"] == pytest.approx((2 / (1664 + 512)) ** 0.5, rel=0.02)
    assert spread["random"] == pytest.approx(0.01, rel=0.02)
