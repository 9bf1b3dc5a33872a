"""Which processor the network runs on, and how much goes through it at once."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from xraydesk.cores import cores
from xraydesk.errors import DeviceError

NAMES = ("auto", "cpu", "cuda", "mps")
_REMEDY = "Choose auto or cpu"

# On the CPU a few images at a time keep a layer's output within the cache, and each worker runs its own images on one
# core. Two OpenMP threads on one image wait for each other at every layer: beside decoding threads on two busy cores
# that was measured to cost 100 ms of processor time an image, two workers with one thread each 28 ms.
CPU_CHUNK = 4
CPU_WORKERS_MAX = 8

_GPU_BATCH_MAX = 256
_GPU_SHARE = 0.5  # of the memory that is free: other programs want some too
_BYTES_PER_PIXEL = 700  # of one input pixel through the widest layers, half precision, with room for workspaces


@dataclass(frozen=True, slots=True)
class Device:
    """A processor ready to use.

    ``batch_size`` images are given to `scorer.Scorer.score` at best; ``workers`` threads share them; ``half`` says
    whether convolutions run in float16.
    """

    torch_device: torch.device
    words: str
    batch_size: int
    workers: int = 1
    half: bool = False

    @property
    def is_cpu(self) -> bool:
        """True for the fall-back that is always there."""
        return self.torch_device.type == "cpu"


def choose(name: str = "auto", size: int = 224) -> Device:
    """Return the device of that name, or for "auto" the best there is: CUDA, then MPS, then the CPU.

    Parameters
    ----------
    name
        "auto", "cpu", "cuda" or "mps".
    size
        Side of the network's input in pixels, for the batch size.

    Raises
    ------
    DeviceError
        The device asked for is not there, or no device has that name.
    """
    match name:
        case "auto":
            return _cuda(size) if torch.cuda.is_available() else _mps(size) if _has_mps() else _cpu()
        case "cpu":
            return _cpu()
        case "cuda":
            if not torch.cuda.is_available():
                raise DeviceError(_why_no_cuda(), remedy=_REMEDY)
            return _cuda(size)
        case "mps":
            if not _has_mps():
                raise DeviceError("This machine has no Apple GPU that torch can use (MPS)", remedy=_REMEDY)
            return _mps(size)
    raise DeviceError(f"There is no device {name!r}", remedy=f"Choose one of {', '.join(NAMES)}")


def _cpu() -> Device:
    workers = min(cores(), CPU_WORKERS_MAX)
    _one_thread_per_worker()
    threads = f"{workers} thread" + ("s" if workers > 1 else "")
    return Device(torch.device("cpu"), f"CPU, {threads}", CPU_CHUNK * workers, workers)


def _one_thread_per_worker() -> None:
    if torch.get_num_threads() != 1:
        torch.set_num_threads(1)


def _cuda(size: int) -> Device:
    try:
        name = torch.cuda.get_device_name()
        free, _ = torch.cuda.mem_get_info()
    except RuntimeError as error:
        raise DeviceError(f"The NVIDIA GPU does not answer: {_first_line(error)}", remedy=_REMEDY) from error
    return Device(torch.device("cuda"), f"{name} (CUDA)", _batch_size(free, size), half=True)


def _has_mps() -> bool:
    return torch.backends.mps.is_available()


def _mps(size: int) -> Device:
    free = torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return Device(torch.device("mps"), "Apple GPU (MPS)", _batch_size(free, size))


def _why_no_cuda() -> str:
    if torch.version.cuda is None:
        return "The installed torch was built without CUDA, so it cannot use an NVIDIA GPU"
    return "This machine has no NVIDIA GPU that torch can use (CUDA)"


def _batch_size(free_bytes: int, size: int) -> int:
    """Return the largest power of two whose images fit into the share of the free memory."""
    fits = int(free_bytes * _GPU_SHARE) // (size * size * _BYTES_PER_PIXEL)
    return min(_GPU_BATCH_MAX, 1 << max(0, fits.bit_length() - 1))


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0].rstrip(".")
