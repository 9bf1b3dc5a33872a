"""Where a model runs: a device, and what happens when it runs out of memory or fails.

A device that runs out of memory gets smaller batches and, where even one film is too much or the device fails, the CPU
takes over; each such step is told in `Placement.notices`.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable
from typing import TypeVar

import torch

from xraydesk.errors import DeviceError, XraydeskError
from xraydesk.inference.bundle import Bundle
from xraydesk.inference.device import Device, choose
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import ClassifierNet

log = logging.getLogger(__name__)

T = TypeVar("T")


class Placement:
    """A bundle's network and gate on a device. For one thread at a time.

    Parameters
    ----------
    bundle
        Its network stays on the CPU, untouched, as the fall-back.
    device
        "auto", "cpu", "cuda" or "mps".

    Raises
    ------
    DeviceError
        The device asked for is not there.
    """

    def __init__(self, bundle: Bundle, device: str) -> None:
        self._bundle = bundle
        self.notices: list[str] = []  # the fall-backs that happened, as sentences, oldest first
        self.half = False  # whether to compute in float16
        self.device: Device = choose(device, bundle.card.input.size)
        self.batch_size = self.device.batch_size  # films at once; shrinks when memory runs out
        self.network: ClassifierNet = bundle.network
        self.gate: Gate = bundle.gate
        if not self.device.is_cpu:
            self._move_to_device()

    def insist(self, work: Callable[[], T]) -> T:
        """Do the work, again where something was made smaller for it; raises as `guarded`."""
        while True:
            found = self.guarded(work)
            if found is not None:
                return found

    def guarded(self, work: Callable[[], T]) -> T | None:
        """Do the work; None where it failed for lack of memory or a failing device and may be tried again.

        Raises
        ------
        DeviceError
            Memory does not suffice for one film even on the CPU.
        """
        try:
            return work()
        except XraydeskError:
            raise
        except (RuntimeError, MemoryError) as error:
            if _out_of_memory(error):
                self._make_smaller(error)
            elif self.device.is_cpu:
                raise
            else:
                log.warning("the device failed", exc_info=error)
                self._to_cpu("failed")
        return None

    def _make_smaller(self, error: BaseException) -> None:
        if self.batch_size > 1:
            self.batch_size //= 2
            self._free_cache()
            self._tell(f"{self.device.words}: out of memory, going on with batches of {self.batch_size}")
        elif self.device.is_cpu:
            raise DeviceError("There is not enough memory for one film", remedy="Close other programs") from error
        else:
            self._to_cpu("has too little memory for one film")

    def _to_cpu(self, why: str) -> None:
        before = self.device.words
        self.network, self.gate = self._bundle.network, self._bundle.gate
        self._free_cache()
        self.device, self.half = choose("cpu"), False
        self.batch_size = self.device.batch_size
        self._tell(f"{before} {why}, going on with {self.device.words}")

    def _free_cache(self) -> None:
        """Give cached blocks back, or the smaller batch would find the memory as full as the larger one left it."""
        try:
            if self.device.torch_device.type == "cuda":
                torch.cuda.empty_cache()
            elif self.device.torch_device.type == "mps":
                torch.mps.empty_cache()
        except RuntimeError as error:  # a device that is gone has no cache either
            log.warning("the cache of the device could not be freed: %s", error)

    def _move_to_device(self) -> None:
        device = self.device
        try:
            network = copy.deepcopy(self._bundle.network).to(device.torch_device)
            gate = self._bundle.gate.to(device.torch_device)
        except RuntimeError as error:
            log.warning("the model could not be moved to the device", exc_info=error)
            self._to_cpu("cannot take the model")
        else:
            self.network, self.gate, self.half = network, gate, device.half

    def _tell(self, notice: str) -> None:
        log.warning("%s", notice)
        self.notices.append(notice)


def _out_of_memory(error: BaseException) -> bool:
    """Tell lack of memory from other failures: the CPU allocator raises a plain RuntimeError."""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or "can't allocate memory" in str(error)
