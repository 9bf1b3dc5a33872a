"""Freed memory is kept, in a process of its own: the setting is for good."""

import subprocess
import sys

import pytest

from xraydesk.inference import allocator

HELD = """
import sys
import numpy as np
from xraydesk.inference.allocator import keep_freed_memory
from xraydesk.training.memory import resident_mb
if sys.argv[1] == "kept":
    assert keep_freed_memory()
several = [np.ones(2**26, np.uint8) for _ in range(4)]  # 256 MB
held = resident_mb()
del several
print(held - resident_mb())
"""


def given_back_mb(how: str) -> float:
    return float(subprocess.run([sys.executable, "-c", HELD, how], capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(not allocator.sys.platform.startswith("linux"), reason="the C library is glibc on Linux alone")
def test_freed_memory_stays_with_the_process() -> None:
    assert given_back_mb("plain") > 200
    assert given_back_mb("kept") < 50


LOADED = """
import ctypes
from pathlib import Path
from xraydesk.inference.bundle import load_bundle
from xraydesk.resources import resource_dir
from xraydesk.training.memory import resident_mb
load_bundle(resource_dir("models") / "chest-pneumonia")
bundle = load_bundle(resource_dir("models") / "knee-osteoarthritis")
held = resident_mb()
ctypes.CDLL(None).malloc_trim(0)
print(held - resident_mb())
"""


@pytest.mark.skipif(not allocator.sys.platform.startswith("linux"), reason="the C library is glibc on Linux alone")
def test_a_model_that_is_loaded_leaves_nothing_behind() -> None:
    left = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert float(left) < 8


def test_nothing_is_done_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocator.sys, "platform", "win32")
    assert not allocator.keep_freed_memory()
    assert not allocator.give_back_freed_memory()
