from __future__ import annotations

import pytest
import torch

from xraydesk.errors import DeviceError
from xraydesk.inference import device


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


def fake_gpu(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Big GPU")
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (free, free))


@pytest.mark.usefixtures("no_gpu")
def test_without_a_gpu_auto_is_the_cpu() -> None:
    chosen = device.choose()
    assert chosen.is_cpu
    assert chosen.batch_size == device.CPU_CHUNK * chosen.workers
    assert chosen.words in ("CPU, 1 thread", f"CPU, {chosen.workers} threads")
    assert not chosen.half


@pytest.mark.usefixtures("no_gpu")
@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_missing_device_is_a_sentence_with_a_way_out(name: str) -> None:
    with pytest.raises(DeviceError, match=r"\(?(CUDA|MPS)\)?.*Choose auto or cpu\.$"):
        device.choose(name)


def test_torch_without_cuda_is_told_apart_from_a_missing_gpu(no_gpu: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    with pytest.raises(DeviceError, match="built without CUDA"):
        device.choose("cuda")
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    with pytest.raises(DeviceError, match="no NVIDIA GPU"):
        device.choose("cuda")


def test_an_unknown_device_is_a_sentence() -> None:
    with pytest.raises(DeviceError, match="no device 'tpu'"):
        device.choose("tpu")


def test_a_gpu_is_preferred_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_gpu(monkeypatch, 80 * 2**30)
    chosen = device.choose()
    assert (chosen.words, chosen.half, chosen.torch_device.type) == ("Big GPU (CUDA)", True, "cuda")
    assert chosen.batch_size == 256


def test_batches_fit_the_memory_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    for free in (0, 2**27, 2**30, 2**33):
        fake_gpu(monkeypatch, free)
        sizes.append(device.choose("cuda").batch_size)
    assert sizes[0] == 1
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 2
    assert device.choose("cuda", size=512).batch_size < sizes[-1]


def test_a_gpu_that_does_not_answer_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_gpu(monkeypatch, 1)

    def fail() -> tuple[int, int]:
        raise RuntimeError("CUDA error: unknown error\nCompile with TORCH_USE_CUDA_DSA")

    monkeypatch.setattr(torch.cuda, "mem_get_info", fail)
    with pytest.raises(DeviceError, match=r"does not answer: CUDA error: unknown error\. Choose"):
        device.choose("cuda")
