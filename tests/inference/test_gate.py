from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.inference.conftest import FEATURES, gate_tensors
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import FeatureSet


@pytest.fixture
def gate() -> Gate:
    return Gate.from_tensors({**gate_tensors(), "head.weight": torch.zeros(1)})


def test_the_tensors_come_back_under_their_names(gate: Gate) -> None:
    assert gate.tensors().keys() == gate_tensors().keys()
    for name, tensor in gate_tensors().items():
        assert torch.equal(gate.tensors()[name], tensor)


def test_half_tensors_are_raised_to_float32() -> None:
    halves = {name: tensor.half() for name, tensor in gate_tensors().items()}
    assert {tensor.dtype for tensor in Gate.from_tensors(halves).tensors().values()} == {torch.float32}


def test_a_missing_tensor_is_a_key_error() -> None:
    tensors = gate_tensors()
    del tensors["gate.basis"]
    with pytest.raises(KeyError, match="basis"):
        Gate.from_tensors(tensors)


def test_the_distance_is_mahalanobis_under_the_full_covariance(gate: Gate) -> None:
    """Against the textbook: covariance of Tipping and Bishop's model, inverted by brute force."""
    basis = gate.basis.double().numpy()
    rest = np.eye(FEATURES) - basis @ basis.T
    covariance = basis @ np.diag(gate.variances.double().numpy()) @ basis.T + float(gate.residual) * rest
    pooled = torch.randn(20, FEATURES, generator=torch.Generator().manual_seed(1))
    z = ((pooled - gate.mean) / gate.scale).double().numpy()
    wanted = np.sqrt(np.einsum("nd,de,ne->n", z, np.linalg.inv(covariance), z) / FEATURES)
    np.testing.assert_allclose(gate.distance(pooled).numpy(), wanted, rtol=1e-5)


def test_the_distance_is_0_in_the_middle_and_grows_outwards(gate: Gate) -> None:
    direction = torch.randn(FEATURES, generator=torch.Generator().manual_seed(2))
    steps = torch.arange(6.0)[:, None] * direction + gate.mean
    found = gate.distance(steps)
    assert float(found[0]) == pytest.approx(0.0, abs=1e-3)
    assert torch.all(found.diff() > 0)


def test_the_distance_of_training_films_is_about_1(gate: Gate) -> None:
    generator = torch.Generator().manual_seed(3)
    along = torch.randn(4000, 3, generator=generator) * gate.variances.sqrt()
    noise = torch.randn(4000, FEATURES, generator=generator)
    rest = (noise - noise @ gate.basis @ gate.basis.T) * gate.residual.sqrt()
    pooled = (along @ gate.basis.T + rest) * gate.scale + gate.mean
    assert float(gate.distance(pooled).square().mean()) == pytest.approx(1.0, abs=0.05)


def test_the_domain_head_is_a_logistic_function_of_scaled_features(gate: Gate) -> None:
    weight = torch.linspace(-1, 1, FEATURES)
    pooled = torch.randn(5, FEATURES, generator=torch.Generator().manual_seed(4))
    found = replace(gate, domain_weight=weight).domain(pooled)
    assert found is not None
    wanted = torch.sigmoid(((pooled - gate.mean) / gate.scale * weight).sum(1) + 2.0)
    torch.testing.assert_close(found, wanted)


def test_without_the_head_there_is_no_domain(gate: Gate) -> None:
    assert replace(gate, domain_weight=None, domain_bias=None).domain(torch.zeros(1, FEATURES)) is None


def test_pooled_features_are_the_means_of_the_maps_final_first() -> None:
    final, tap = torch.randn(2, 6, 3, 3).half(), torch.randn(2, 4, 5, 5)
    found = Gate.pooled(FeatureSet(final, (tap,)))
    assert found.dtype == torch.float32
    torch.testing.assert_close(found[:, :6], final.float().mean((2, 3)))
    torch.testing.assert_close(found[:, 6:], tap.mean((2, 3)))


def test_moving_keeps_everything(gate: Gate) -> None:
    assert all(torch.equal(t, gate.tensors()[n]) for n, t in gate.to("cpu").tensors().items())
    moved = replace(gate, domain_weight=None, domain_bias=None).to("cpu")
    assert moved.domain_weight is None
