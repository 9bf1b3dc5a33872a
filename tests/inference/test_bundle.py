from __future__ import annotations

import hashlib
import json
import pickle
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from tests.inference.conftest import a_card, gate_tensors, tiny_network
from xraydesk.errors import BundleError
from xraydesk.inference import bundle as bundle_module
from xraydesk.inference import networks
from xraydesk.inference.bundle import load_bundle, save_bundle, verify
from xraydesk.inference.card import GateSpec, InputSpec

Tensors = dict[str, Tensor]


def rewrite(folder: Path, data: bytes) -> None:
    """Put other weights into a bundle together with a card that vouches for them."""
    (folder / "model.safetensors").write_bytes(data)
    card = json.loads((folder / "card.json").read_text())
    card["weights_sha256"] = hashlib.sha256(data).hexdigest()
    (folder / "card.json").write_text(json.dumps(card))


def test_a_bundle_reads_back_as_it_was_saved(bundle_folder: Path, tensors: Tensors) -> None:
    found = load_bundle(bundle_folder)
    data = (bundle_folder / "model.safetensors").read_bytes()
    assert found.card == a_card(weights_sha256=hashlib.sha256(data).hexdigest())
    for name, tensor in found.network.state_dict().items():
        assert torch.equal(tensor, tensors[name])
    assert torch.equal(found.gate.basis, tensors["gate.basis"])
    assert not any(m.training for m in found.network.modules())
    assert not any(p.requires_grad for p in found.network.parameters())
    assert verify(bundle_folder) == []


def test_the_same_tensors_give_the_same_bytes(tmp_path: Path, tensors: Tensors) -> None:
    first = save_bundle(tmp_path / "a", a_card(), tensors)
    second = save_bundle(tmp_path / "b", a_card(), dict(reversed(tensors.items())))
    assert first.weights_sha256 == second.weights_sha256


def test_half_weights_are_raised_to_float32_and_stay_close(tmp_path: Path, tensors: Tensors) -> None:
    save_bundle(tmp_path / "full", a_card(), tensors)
    save_bundle(tmp_path / "half", a_card(), tensors, half=True)
    full, half = load_bundle(tmp_path / "full"), load_bundle(tmp_path / "half")
    assert {p.dtype for p in half.network.parameters()} == {torch.float32}
    stored = safetensors.torch.load_file(tmp_path / "half" / "model.safetensors")
    assert stored["head.weight"].dtype == torch.float16
    assert stored["gate.variances"].dtype == torch.float32
    images = torch.rand(4, 1, 32, 32, generator=torch.Generator().manual_seed(1))
    difference = (full.network(images) - half.network(images)).abs().max()
    assert 0 < float(difference) < 2e-3


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A bundle whose weights each example spoils anew, and the sound weights."""
    folder = tmp_path_factory.mktemp("bundle")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(networks.ARCHITECTURES, "tiny", tiny_network)
        save_bundle(folder, a_card(), {**tiny_network(2).state_dict(), **gate_tensors()})
    return folder, (folder / "model.safetensors").read_bytes()


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_tampered_bit_is_refused(spoilt: tuple[Path, bytes], place: float, bit: int) -> None:
    folder, sound = spoilt
    data = bytearray(sound)
    data[int(place * len(data))] ^= 1 << bit
    (folder / "model.safetensors").write_bytes(data)
    with pytest.raises(BundleError, match="do not match the hash"):
        load_bundle(folder)


def test_nothing_is_parsed_before_the_hash_is_right(bundle_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    monkeypatch.setattr(bundle_module, "_parse", parsed.append)
    weights = bundle_folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])
    assert "cut short" in verify(bundle_folder)[0]
    assert parsed == []


@given(share=st.floats(0, 1, exclude_max=True))
def test_a_truncated_file_is_refused_even_with_a_card_that_vouches_for_it(
    spoilt: tuple[Path, bytes], share: float
) -> None:
    folder, sound = spoilt
    rewrite(folder, sound[: int(share * len(sound))])
    with pytest.raises(BundleError, match="no sound safetensors file"):
        load_bundle(folder)


class Bomb:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return (pytest.fail, ("unpickled",))


def test_a_pickle_is_never_opened(bundle_folder: Path) -> None:
    rewrite(bundle_folder, pickle.dumps(Bomb()))
    with pytest.raises(BundleError, match="no sound safetensors file"):
        load_bundle(bundle_folder)
    torch.save({"head.bias": torch.zeros(2)}, bundle_folder / "weights.pt")
    rewrite(bundle_folder, (bundle_folder / "weights.pt").read_bytes())
    with pytest.raises(BundleError, match="no sound safetensors file"):
        load_bundle(bundle_folder)


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "shape": [2**40], "data_offsets": [0, 2**42]},
        {"dtype": "F32", "shape": [2**32, 2**32], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [-1], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]},
        {"dtype": "X9", "shape": [2], "data_offsets": [0, 8]},
    ],
)
def test_a_header_that_announces_nonsense_is_refused(bundle_folder: Path, entry: dict[str, object]) -> None:
    header = json.dumps({"head.weight": entry}).encode()
    rewrite(bundle_folder, struct.pack("<Q", len(header)) + header + b"\0" * 8)
    with pytest.raises(BundleError, match="no sound safetensors file"):
        load_bundle(bundle_folder)
    rewrite(bundle_folder, struct.pack("<Q", 2**63) + header)
    with pytest.raises(BundleError, match="no sound safetensors file"):
        load_bundle(bundle_folder)


def test_huge_weights_are_refused_unread(bundle_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_module, "WEIGHTS_BYTES_MAX", 100)
    with pytest.raises(BundleError, match="larger than any model"):
        load_bundle(bundle_folder)


def without(name: str) -> Callable[[Tensors], None]:
    def change(tensors: Tensors) -> None:
        del tensors[name]

    return change


def with_tensor(name: str, tensor: Tensor) -> Callable[[Tensors], None]:
    return lambda tensors: tensors.update({name: tensor})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without("head.bias"), "lack tensors of this architecture: head.bias"),
        (with_tensor("extra", torch.zeros(1)), "does not have: extra"),
        (with_tensor("head.weight", torch.zeros(2, 5)), r"head.weight has shape \(2, 5\) where \(2, 6\)"),
        (with_tensor("head.weight", torch.full((2, 6), torch.nan)), "head.weight holds values that are not finite"),
        (with_tensor("head.weight", torch.zeros(2, 6, dtype=torch.int32)), "head.weight is of type"),
        (with_tensor("head.weight", torch.zeros(2, 6, dtype=torch.float64)), "head.weight is of type"),
        (without("gate.mean"), "lack the gate's tensor gate.mean"),
        (with_tensor("gate.colour", torch.zeros(1)), "the gate does not have: gate.colour"),
        (with_tensor("gate.basis", torch.zeros(9, 3)), "gate.basis has shape"),
        (with_tensor("gate.mean", torch.zeros(2, 2)), "one and two dimensions"),
        (with_tensor("gate.variances", torch.tensor([1.0, 0.0, 1.0])), "gate.variances must be above 0"),
        (without("gate.domain_bias"), "only one of"),
    ],
)
def test_wrong_tensors_are_refused_when_saving_and_when_loading(
    bundle_folder: Path, tensors: Tensors, change: Callable[[Tensors], None], reason: str
) -> None:
    change(tensors)
    rewrite(bundle_folder, safetensors.torch.save(tensors))
    with pytest.raises(BundleError, match=reason):
        load_bundle(bundle_folder)
    with pytest.raises(BundleError, match=reason):
        save_bundle(bundle_folder, a_card(), tensors)


def test_a_gate_for_other_features_is_refused(tmp_path: Path, network: torch.nn.Module) -> None:
    with pytest.raises(BundleError, match="made for 12 features, the network has 10"):
        save_bundle(tmp_path / "x", a_card(), {**network.state_dict(), **gate_tensors(features=12)})
    assert not (tmp_path / "x").exists()


def test_a_domain_cutoff_needs_the_head_that_measures_it(tmp_path: Path, tensors: Tensors) -> None:
    del tensors["gate.domain_weight"], tensors["gate.domain_bias"]
    with pytest.raises(BundleError, match="domain_cutoff"):
        save_bundle(tmp_path / "x", a_card(), tensors)
    save_bundle(tmp_path / "x", a_card(gate=GateSpec(4.0)), tensors)
    assert load_bundle(tmp_path / "x").gate.domain_weight is None


def test_an_unknown_architecture_is_refused_with_those_known(tmp_path: Path, tensors: Tensors) -> None:
    with pytest.raises(BundleError, match=r"'os\.system'.*mobilenet_v2_folded"):
        save_bundle(tmp_path / "x", a_card(architecture="os.system"), tensors)


@pytest.mark.parametrize("name", ["card.json", "model.safetensors"])
def test_a_missing_file_is_a_reason(bundle_folder: Path, name: str) -> None:
    (bundle_folder / name).unlink()
    problems = verify(bundle_folder)
    assert len(problems) == 1
    assert "missing" in problems[0]
    assert name in problems[0]


def test_a_folder_that_cannot_be_written_is_a_reason(tmp_path: Path, tensors: Tensors) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BundleError, match="cannot be written"):
        save_bundle(tmp_path / "file" / "model", a_card(), tensors)


def test_an_interrupted_save_leaves_the_old_bundle(
    bundle_folder: Path, tensors: Tensors, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bundle_module.os, "fsync", full)
    with pytest.raises(BundleError, match="No space left"):
        save_bundle(bundle_folder, a_card(version="2.0"), tensors)
    assert load_bundle(bundle_folder).card.version == "1.0"
    assert sorted(f.name for f in bundle_folder.iterdir()) == ["card.json", "model.safetensors"]


def test_saving_over_a_bundle_replaces_it_and_leaves_other_files(bundle_folder: Path, tensors: Tensors) -> None:
    (bundle_folder / "report.md").write_text("kept")
    save_bundle(bundle_folder, a_card(version="2.0", input=InputSpec(size=64)), tensors)
    assert load_bundle(bundle_folder).card.version == "2.0"
    assert (bundle_folder / "report.md").read_text() == "kept"
