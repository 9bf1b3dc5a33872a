from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tests.inference.conftest import SIZE, tiny_network
from xraydesk.inference import gradcam
from xraydesk.inference.cam import head_of, pooled_linear_maps
from xraydesk.inference.gradcam import METHODS, activation_map, methods_for
from xraydesk.inference.networks import PooledLinearNet


class LittleVgg(nn.Module):
    """Convolutions, then linear layers over all places: no pooled-linear head."""

    def __init__(self) -> None:
        super().__init__()
        self.convolutions = nn.Sequential(
            nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(4),
            nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        )  # fmt: skip
        self.classifier = nn.Sequential(nn.Linear(8 * 16, 12), nn.ReLU(inplace=True), nn.Dropout(), nn.Linear(12, 3))

    def forward(self, images: Tensor) -> Tensor:
        return self.classifier(self.convolutions(images).flatten(1))


@pytest.fixture
def film() -> Tensor:
    return torch.rand(1, 1, SIZE, SIZE, generator=torch.Generator().manual_seed(5)) * 2 - 1


@pytest.fixture
def vgg() -> LittleVgg:
    torch.manual_seed(2)
    return LittleVgg()


def test_maps_of_all_labels_add_up_to_the_logits(network: PooledLinearNet) -> None:
    images = torch.rand(3, 1, SIZE, SIZE)
    with torch.inference_mode():
        maps = pooled_linear_maps(network.features(images), network.head.weight)
        torch.testing.assert_close(maps.mean((2, 3)) + network.head.bias, network(images))
    assert maps.shape == (3, 2, SIZE // 4, SIZE // 4)


@pytest.mark.parametrize("label", [0, 1])
def test_cam_equals_grad_cam_for_a_pooled_linear_network(network: PooledLinearNet, film: Tensor, label: int) -> None:
    cam, by_gradients = (activation_map(network, film, label, method) for method in ("cam", "gradcam"))
    np.testing.assert_allclose(cam.values, by_gradients.values, atol=1e-5)
    assert cam.values.min() < 0  # so that equality holds below 0 too, where the library would clip
    assert cam.unit == by_gradients.unit == "logit"
    assert cam.peak == cam.values.max() != 1.0


@pytest.mark.parametrize("method", METHODS[1:])
def test_the_raw_map_is_the_librarys_own_before_it_stretches(
    network: PooledLinearNet, film: Tensor, method: str
) -> None:
    found = activation_map(network, film, 0, method)
    kind, target = gradcam._library(method)
    library = kind(model=network, target_layers=[network.stages[-1]])
    stretched = library(input_tensor=film.clone().requires_grad_(), targets=[target(0)])[0]
    library.activations_and_grads.release()
    assert found.values.shape == (SIZE // 4, SIZE // 4)
    if method == "eigencam" and np.corrcoef(found.values.ravel(), stretched[2::4, 2::4].ravel())[0, 1] < 0:
        pytest.fail("the sign was turned although the library's own was right")
    assert np.corrcoef(np.maximum(found.values, 0).ravel(), stretched[2::4, 2::4].ravel())[0, 1] > 0.8
    assert found.peak == pytest.approx(float(found.values.max()))


@pytest.mark.parametrize("method", METHODS[1:])
def test_every_method_runs_on_a_network_without_the_head(vgg: LittleVgg, film: Tensor, method: str) -> None:
    found = activation_map(vgg, film, 1, method)
    assert found.values.shape == (8, 8)
    assert found.values.dtype == np.float32
    assert np.isfinite(found.values).all()
    assert np.ptp(found.values) > 0
    assert (found.method, found.label_index) == (method, 1)
    assert found.unit == ("logit" if method == "gradcam" else "relative")


def test_grad_cam_is_gradient_times_feature(vgg: LittleVgg, film: Tensor) -> None:
    """Worked out by hand on the last convolution's output: Selvaraju 2017, equations 1 and 2 without the ReLU."""
    vgg.eval()
    features = vgg.convolutions[:4](film).detach().requires_grad_()
    logits = vgg.classifier(vgg.convolutions[5](torch.relu(features)).flatten(1))
    (gradient,) = torch.autograd.grad(logits[0, 2], features)
    wanted = (gradient.sum((2, 3), keepdim=True) * features).sum(1)[0].detach().numpy()
    found = activation_map(vgg, film, 2, "gradcam")
    np.testing.assert_allclose(found.values, wanted, atol=1e-5)


def test_labels_have_different_maps_but_for_eigen_cam(vgg: LittleVgg, film: Tensor) -> None:
    for method in METHODS[1:]:
        first, second = (activation_map(vgg, film, label, method).values for label in (0, 1))
        assert np.allclose(first, second) == (method == "eigencam"), method


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("training", [False, True])
def test_the_network_comes_back_as_it_was(film: Tensor, method: str, training: bool) -> None:
    network = tiny_network(2).train(training)
    network.head.weight.requires_grad_(requires_grad=False)
    network.head.bias.grad = torch.ones(2)
    weights = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    activation_map(network, film, 0, method)
    assert all(m.training == training for m in network.modules())
    assert [n for n, p in network.named_parameters() if not p.requires_grad] == ["head.weight"]
    assert {n for n, p in network.named_parameters() if p.grad is not None} == {"head.bias"}
    assert all(m.inplace for m in network.modules() if isinstance(m, nn.ReLU6))
    assert not any(m._forward_hooks for m in network.modules())
    assert film.grad is None
    assert all(torch.equal(tensor, weights[name]) for name, tensor in network.state_dict().items())


@pytest.mark.parametrize("method", METHODS)
def test_maps_can_be_made_inside_inference_mode(network: PooledLinearNet, film: Tensor, method: str) -> None:
    outside = activation_map(network, film, 0, method)
    with torch.inference_mode():
        inside = activation_map(network, film * 1.0, 0, method)
    np.testing.assert_allclose(inside.values, outside.values, atol=1e-5)


def test_an_index_error_inside_the_network_is_not_swallowed(vgg: LittleVgg, film: Tensor) -> None:
    def fail(*_: object) -> None:
        raise IndexError("from within")

    handle = vgg.classifier.register_forward_hook(fail)
    with pytest.raises(IndexError, match="from within"):
        activation_map(vgg, film, 0, "gradcam")
    handle.remove()
    assert vgg.training
    assert not any(m._forward_hooks for m in vgg.modules())


def test_wrong_requests_are_refused(vgg: LittleVgg, film: Tensor) -> None:
    for label in (-1, 3):
        with pytest.raises(ValueError, match=f"no label {label}; the network has 3"):
            activation_map(vgg, film, label, "gradcam")
    with pytest.raises(ValueError, match="no method 'magic'"):
        activation_map(vgg, film, 0, "magic")
    with pytest.raises(ValueError, match="one linear layer"):
        activation_map(vgg, film, 0, "cam")
    with pytest.raises(ValueError, match="one film at a time"):
        activation_map(vgg, film.expand(2, -1, -1, -1), 0, "gradcam")
    with pytest.raises(ValueError, match="no convolution"):
        activation_map(nn.Sequential(nn.Flatten(), nn.Linear(SIZE * SIZE, 1)), film, 0, "gradcam")


def test_what_can_be_asked_depends_on_the_head(vgg: LittleVgg, network: PooledLinearNet) -> None:
    assert methods_for(network) == METHODS
    assert methods_for(vgg) == METHODS[1:]
    assert head_of(network) is network.head
    assert head_of(vgg) is None


def test_score_cam_writes_nothing(vgg: LittleVgg, film: Tensor, capsys: pytest.CaptureFixture[str]) -> None:
    activation_map(vgg, film, 0, "scorecam")
    assert capsys.readouterr() == ("", "")
