"""From the tensors of a weights file to a network and a gate, with every tensor checked."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from xraydesk.errors import BundleError
from xraydesk.inference.card import ModelCard
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import ARCHITECTURES, ClassifierNet, build

_FLOATS = (torch.float16, torch.bfloat16, torch.float32)
_LISTED_MAX = 3  # names a message lists before it says how many more


def assemble(card: ModelCard, tensors: Mapping[str, Tensor]) -> tuple[ClassifierNet, Gate]:
    """Build the network the card names and put the tensors in.

    Returns
    -------
    The network in eval mode, float32, channels last, without gradients; and the gate.

    Raises
    ------
    BundleError
        The architecture is unknown, or names, shapes, types or values of the tensors are wrong.
    """
    if card.architecture not in ARCHITECTURES:
        raise BundleError(
            f"This xraydesk does not know the architecture {card.architecture!r}",
            remedy=f"Update xraydesk; known here: {', '.join(sorted(ARCHITECTURES))}",
        )
    for name, tensor in tensors.items():
        _check_values(name, tensor)
    network = _empty(card)
    own = {name: tensor for name, tensor in tensors.items() if not name.startswith("gate.")}
    _check_names_and_shapes(stored_state(network), own)
    network.load_state_dict(own, strict=False)  # names are checked; copies into float32 whatever the file's precision
    network.eval().requires_grad_(requires_grad=False)
    gate = _gate(card, tensors)
    _check_fit(card, network, gate)
    return network, gate


def stored_state(network: ClassifierNet) -> dict[str, Tensor]:
    """Return the tensors of a network that go into a weights file: all but batch norm's counter of steps.

    The counter serves training alone, and is the only whole number among them.
    """
    state = network.state_dict()
    return {name: tensor for name, tensor in state.items() if not name.endswith(".num_batches_tracked")}


def _empty(card: ModelCard) -> ClassifierNet:
    try:
        return build(card.architecture, len(card.labels), card.architecture_options)
    except ValueError as error:
        raise BundleError(
            f"The model card's field architecture_options does not fit {card.architecture}: {error}"
        ) from error


def _check_values(name: str, tensor: Tensor) -> None:
    if tensor.dtype not in _FLOATS:
        raise BundleError(f"The tensor {name} is of type {tensor.dtype}, not a float of 16 or 32 bits")
    if not bool(torch.isfinite(tensor).all()):
        raise BundleError(f"The tensor {name} holds values that are not finite")


def _check_names_and_shapes(wanted: Mapping[str, Tensor], given: Mapping[str, Tensor]) -> None:
    if missing := sorted(wanted.keys() - given.keys()):
        raise BundleError(f"The weights lack tensors of this architecture: {_listed(missing)}")
    if extra := sorted(given.keys() - wanted.keys()):
        raise BundleError(f"The weights hold tensors this architecture does not have: {_listed(extra)}")
    for name, tensor in wanted.items():
        _check_shape(name, given[name], tuple(tensor.shape))


def _check_shape(name: str, tensor: Tensor, wanted: tuple[int, ...]) -> None:
    if tuple(tensor.shape) != wanted:
        raise BundleError(f"The tensor {name} has shape {tuple(tensor.shape)} where {wanted} is wanted")


def _listed(names: list[str]) -> str:
    more = len(names) - _LISTED_MAX
    return ", ".join(names[:_LISTED_MAX]) + (f" and {more} more" if more > 0 else "")


def _gate(card: ModelCard, tensors: Mapping[str, Tensor]) -> Gate:
    """Take the gate's tensors and check that they fit each other and the card."""
    known = {f"gate.{name}" for name in Gate.__dataclass_fields__}
    given = {name for name in tensors if name.startswith("gate.")}
    if extra := sorted(given - known):
        raise BundleError(f"The weights hold tensors the gate does not have: {_listed(extra)}")
    try:
        gate = Gate.from_tensors(dict(tensors))
    except KeyError as error:
        raise BundleError(f"The weights lack the gate's tensor gate.{error.args[0]}") from None
    _check_gate_shapes(gate)
    for name in ("scale", "variances", "residual"):
        if not bool((getattr(gate, name) > 0).all()):
            raise BundleError(f"The tensor gate.{name} must be above 0 throughout")
    if card.gate.domain_cutoff is not None and gate.domain_weight is None:
        raise BundleError("The card has a gate.domain_cutoff and the weights have no gate.domain_weight")
    return gate


def _check_gate_shapes(gate: Gate) -> None:
    if gate.mean.dim() != 1 or gate.basis.dim() != 2:
        raise BundleError("The tensors gate.mean and gate.basis must have one and two dimensions")
    features, directions = gate.mean.shape[0], gate.basis.shape[1]
    shapes: dict[str, tuple[int, ...]] = {
        "scale": (features,),
        "basis": (features, directions),
        "variances": (directions,),
        "residual": (),
    }
    for name, shape in shapes.items():
        _check_shape(f"gate.{name}", getattr(gate, name), shape)
    if (gate.domain_weight is None) != (gate.domain_bias is None):
        raise BundleError("The weights hold only one of gate.domain_weight and gate.domain_bias")
    if gate.domain_weight is not None and gate.domain_bias is not None:
        _check_shape("gate.domain_weight", gate.domain_weight, (features,))
        _check_shape("gate.domain_bias", gate.domain_bias, ())


def _check_fit(card: ModelCard, network: ClassifierNet, gate: Gate) -> None:
    """Run one empty film through: only this shows that input size, network and gate belong together."""
    side = card.input.size
    try:
        with torch.inference_mode():
            features = network.forward_features(torch.zeros(1, 1, side, side))
            logits = network.classify(features.final)
    except RuntimeError as error:
        raise BundleError(f"The network cannot take images of {side} pixels") from error
    if not bool(torch.isfinite(logits).all()):
        raise BundleError("The network's answer to an empty film is not finite")
    pooled = Gate.pooled(features)
    if pooled.shape[1] != gate.mean.shape[0]:
        raise BundleError(f"The gate is made for {gate.mean.shape[0]} features, the network has {pooled.shape[1]}")
