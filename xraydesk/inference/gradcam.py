"""Activation maps by the methods a researcher may pick, for any convolutional network, behind one function.

Everything but "cam" runs through the grad-cam library. It wants gradients, leaves hooks behind, stretches every map to
a peak of 1 and swallows IndexError in its ``with`` block; none of that gets out of here. The raw map is taken where
the library computes it, before it is clipped, stretched and enlarged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from xraydesk.inference import torchvision_cure
from xraydesk.inference.cam import head_of, pooled_linear_maps
from xraydesk.inference.networks import ClassifierNet, PooledLinearNet
from xraydesk.inference.prediction import Region
from xraydesk.inference.score_cam import Pause, in_steps

METHODS = ("cam", "gradcam", "gradcam++", "scorecam", "eigencam")
IN_LOGITS = frozenset({"cam", "gradcam"})


@dataclass(frozen=True, slots=True, eq=False)
class ActivationMapArray:
    """One label's map of one film.

    ``values`` float32, shape (h, w) of the feature map, neither clipped nor stretched; ``peak`` is its largest value.
    ``unit`` is "logit" for "cam" and "gradcam", whose values compare between films of one model: the mean over the
    places is what the film adds to the logit (exactly for a pooled-linear head, to first order otherwise). It is
    "relative" for the others: there only places within one map compare.
    """

    values: NDArray[np.float32]
    peak: float
    label_index: int
    method: str
    unit: str
    region: Region | None = None  # the part of the film that it covers; None: all of it


def methods_for(network: nn.Module) -> tuple[str, ...]:
    """Return the methods that can be asked for: "cam" needs a pooled-linear head."""
    return METHODS if head_of(network) is not None else METHODS[1:]


def activation_map(
    network: nn.Module,
    images: Tensor,
    label_index: int,
    method: str = "cam",
    layer: nn.Module | None = None,
    *,
    pause: Pause | None = None,
) -> ActivationMapArray:
    """Compute the activation map of one film for one label.

    Parameters
    ----------
    network
        Returns logits, shape (1, labels). Comes back as it was: mode, gradients and hooks.
    images
        One normalised film, shape (1, channels, size, size), on the network's device.
    label_index
        Which output.
    method
        One of `METHODS`: class-activation map (Zhou 2016), Grad-CAM (Selvaraju 2017), Grad-CAM++ (Chattopadhay 2018),
        Score-CAM (Wang 2020), Eigen-CAM (Muhammad 2020; it looks at the film alone, whatever the label).
    layer
        Whose output is mapped; that of a `ClassifierNet`'s map stage, else the last convolution.
    pause
        Called between the steps of Score-CAM with the share done; what it raises ends the work.

    Raises
    ------
    ValueError
        An unknown method or label, more than one film, a network without the head or the convolution it needs.
    """
    if method not in METHODS:
        raise ValueError(f"no method {method!r}; there are {', '.join(METHODS)}")
    if images.shape[0] != 1:
        raise ValueError(f"one film at a time, not {images.shape[0]}")
    with torch.inference_mode(mode=False), torch.enable_grad(), _borrowed(network):
        film = images.detach().clone()  # an inference tensor could not carry gradients
        _check_label(network, film, label_index)
        if method == "cam":
            values = _plain_map(network, film, label_index)
        else:
            values = _library_map(network, film, label_index, method, layer or _last_map(network), pause=pause)
    unit = "logit" if method in IN_LOGITS else "relative"
    return ActivationMapArray(values, float(values.max()), label_index, method, unit)


@contextmanager
def _borrowed(network: nn.Module) -> Iterator[None]:
    """Put the network into eval mode with frozen weights, and give it back as it was.

    Gradients flow from the film through frozen weights, so no ``.grad`` is ever left on them. In-place activations are
    switched off, for they would overwrite the feature map that the library keeps a reference to.
    """
    modes = [(module, module.training) for module in network.modules()]
    weights = [(weight, weight.requires_grad, weight.grad) for weight in network.parameters()]
    in_place = [module for module in network.modules() if getattr(module, "inplace", False)]
    try:
        network.eval().requires_grad_(requires_grad=False)
        _set_in_place(in_place, value=False)
        yield
    finally:
        _set_in_place(in_place, value=True)
        for module, mode in modes:
            module.training = mode
        for weight, wanted, gradient in weights:
            weight.requires_grad_(wanted)
            weight.grad = gradient


def _set_in_place(modules: Iterable[nn.Module], *, value: bool) -> None:
    for module in modules:
        setattr(module, "inplace", value)  # noqa: B010 - nn.Module knows no such attribute, ReLU and its like do


def _check_label(network: nn.Module, film: Tensor, label_index: int) -> None:
    with torch.no_grad():
        labels = network(film).shape[1]
    if not 0 <= label_index < labels:
        raise ValueError(f"no label {label_index}; the network has {labels}")


def _plain_map(network: nn.Module, film: Tensor, label_index: int) -> NDArray[np.float32]:
    head = head_of(network)
    if head is None:
        raise ValueError("the method cam needs average pooling and one linear layer at the end of the network")
    with torch.no_grad():
        maps = pooled_linear_maps(cast(PooledLinearNet, network).features(film), head.weight)
    return cast(NDArray[np.float32], maps[0, label_index].cpu().numpy())


def _last_map(network: nn.Module) -> nn.Module:
    """Return the module that puts out the last feature map."""
    if isinstance(network, ClassifierNet):
        return network.map_stage
    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    if not convolutions:
        raise ValueError("the network has no convolution whose output could be mapped")
    return convolutions[-1]


def _library_map(
    network: nn.Module, film: Tensor, label_index: int, method: str, layer: nn.Module, *, pause: Pause | None
) -> NDArray[np.float32]:
    """Run the library and return the raw map it computed on the way."""
    kind, target = _library(method, pause)
    cam = kind(model=network, target_layers=[layer])
    raw: list[NDArray[np.float32]] = []
    compute = cam.get_cam_image

    def keep_raw(*args: object, **kwargs: object) -> NDArray[np.float32]:
        raw.append(np.array(compute(*args, **kwargs), dtype=np.float32))
        return raw[-1].copy()  # the library stretches what it gets in place

    cam.get_cam_image = keep_raw
    cam.get_target_width_height = lambda _: None  # it shall not enlarge the map, which takes OpenCV
    try:
        cam(input_tensor=film.requires_grad_(), targets=[target(label_index)])
    finally:
        cam.activations_and_grads.release()
    values = raw[-1][0]
    if method == "gradcam":
        # Its weights are gradients averaged over the places: times their number the map is in logits.
        values = values * np.float32(values.size)
    return _turned(values) if method == "eigencam" else values


def _turned(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Fix the sign, which a principal component leaves open: the places that stand out most are positive."""
    return -values if -values.min() > values.max() else values


def _library(method: str, pause: Pause | None = None) -> tuple[Any, Any]:
    """Import the library late: it brings matplotlib, OpenCV and torchvision with it, where they are there."""
    torchvision_cure.apply()
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    kinds = {
        "gradcam": pytorch_grad_cam.GradCAM,
        "gradcam++": pytorch_grad_cam.GradCAMPlusPlus,
        "scorecam": in_steps(pytorch_grad_cam.ScoreCAM, pause),
        "eigencam": pytorch_grad_cam.EigenCAM,
    }
    return kinds[method], ClassifierOutputTarget
