"""A model on disk: ``card.json`` beside ``model.safetensors``. Nothing is ever unpickled.

The weights' hash is compared with the card before a byte of them is parsed, so a file that was damaged or changed
never reaches a parser. Then names, shapes, types and values are checked against the architecture the card names.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from xraydesk.errors import BundleError, XraydeskError
from xraydesk.inference.allocator import give_back_freed_memory
from xraydesk.inference.bundle_tensors import assemble
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import CARD_NAME, card_to_json, read_card
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import ClassifierNet

log = logging.getLogger(__name__)

WEIGHTS_NAME = "model.safetensors"
WEIGHTS_BYTES_MAX = 2**30
_AGAIN = "Install the model again from its source"


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A checked model: its card, its network in eval mode (float32, on the CPU, no gradients) and its gate."""

    card: ModelCard
    network: ClassifierNet
    gate: Gate
    folder: Path


def load_bundle(folder: Path) -> Bundle:
    """Read and check a model folder.

    Raises
    ------
    BundleError
        A file is missing or too large, the card is wrong or of a newer schema, the hash differs, or the tensors are
        not those of the architecture; the message gives the reason.
    """
    card = read_card(folder)
    network, gate = _read_weights(folder / WEIGHTS_NAME, card)
    give_back_freed_memory()  # the file's bytes and its tensors in half precision
    return Bundle(card, network, gate, folder)


def verify(folder: Path) -> list[str]:
    """Return what is wrong with a model folder, as sentences; empty where it loads."""
    try:
        load_bundle(folder)
    except XraydeskError as error:
        return [str(error)]
    return []


def save_bundle(folder: Path, card: ModelCard, tensors: Mapping[str, Tensor], *, half: bool = False) -> ModelCard:
    """Write a model folder, made where missing, and return the card with the hash of its weights.

    Both files are written beside their place and moved into it, the weights first: an interruption leaves either the
    old model or one that is refused for its hash, never one that half works.

    Parameters
    ----------
    folder
        Where ``card.json`` and ``model.safetensors`` go; other files in it are left alone.
    card
        Its ``weights_sha256`` is filled in here.
    tensors
        The network's state dict and the gate's tensors, named ``gate.*``.
    half
        Store the network's weights as float16. The gate's statistics stay float32: its variances would underflow.

    Raises
    ------
    BundleError
        Card or tensors would be refused by `load_bundle`, or the folder cannot be written.
    """
    stored = {name: _stored(name, tensor, half=half) for name, tensor in tensors.items()}
    data = safetensors.torch.save(stored)
    card = replace(card, weights_sha256=hashlib.sha256(data).hexdigest())
    text = json.dumps(card_to_json(card), indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    assemble(card, stored)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / WEIGHTS_NAME, data)
        _replace(folder / CARD_NAME, text.encode())
    except OSError as error:
        raise BundleError(f"The model cannot be written: {error.strerror}", subject=folder) from error
    return card


def _read_weights(path: Path, card: ModelCard) -> tuple[ClassifierNet, Gate]:
    data = _checked_bytes(path, card.weights_sha256)
    try:
        return assemble(card, _parse(data))
    except BundleError as error:
        raise BundleError(error.what, subject=error.subject or path, remedy=error.remedy or _AGAIN) from error


def _checked_bytes(path: Path, sha256: str) -> bytes:
    """Read the weights once, so that what was hashed is what is parsed."""
    try:
        if path.stat().st_size > WEIGHTS_BYTES_MAX:
            raise BundleError("The weights are larger than any model's here", subject=path, remedy=_AGAIN)
        data = path.read_bytes()
    except FileNotFoundError:
        raise BundleError("The model's weights are missing", subject=path, remedy=_AGAIN) from None
    except OSError as error:
        raise BundleError(f"The model's weights cannot be read: {error.strerror}", subject=path) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BundleError(
            "The model's weights do not match the hash in its card: the file was changed, damaged or cut short",
            subject=path,
            remedy=_AGAIN,
        )
    return data


def _parse(data: bytes) -> dict[str, Tensor]:
    """Parse safetensors; the library checks that header, shapes and offsets fit the bytes that are there."""
    try:
        return safetensors.torch.load(data)
    except (safetensors.SafetensorError, ValueError, KeyError, RuntimeError, OverflowError, MemoryError) as error:
        log.warning("weights refused: %s", error)
        raise BundleError("The model's weights are no sound safetensors file") from error


def _stored(name: str, tensor: Tensor, *, half: bool) -> Tensor:
    kind = torch.float16 if half and not name.startswith("gate.") else tensor.dtype
    return tensor.detach().to("cpu", kind).contiguous()


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)  # mkstemp's 0600 would hide an installed model from the other readers
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
