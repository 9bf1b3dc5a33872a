"""What the program runs on: versions, torch beside its torchvision, the device, a process of its own kind."""

from __future__ import annotations

import platform
import subprocess
import sys

from xraydesk import __version__, machine
from xraydesk.errors import DeviceError, XraydeskError
from xraydesk.parts import parts

_AGAIN = "Install xraydesk again"
_PATIENCE_S = 120.0
_SAME_YEARS = {"2.13": "0.28"}  # torch and the torchvision made for it


def versions() -> str:
    """Return what this copy is made of; its parts must know their own versions."""
    named = {part.name.lower(): part.version for part in parts()}
    missing = [name for name in ("torch", "numpy", "pydicom", "pyside6_essentials") if name not in named]
    if missing:
        raise XraydeskError(f"The metadata of {', '.join(missing)} are missing", remedy=_AGAIN)
    kind = "installed program" if getattr(sys, "frozen", False) else "Python environment"
    return (
        f"xraydesk {__version__} ({kind}), {len(named)} parts, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}"
    )


def pair() -> str:
    """Import torchvision as the program does, and see that it belongs to torch."""
    import torch

    from xraydesk.inference import torchvision_cure

    torchvision_cure.apply()
    import torchvision

    ours, theirs = (str(module.__version__).partition("+")[0] for module in (torch, torchvision))
    wanted = _SAME_YEARS.get(ours.rpartition(".")[0])
    if wanted is None or theirs.rpartition(".")[0] != wanted:
        raise XraydeskError(f"torch {ours} and torchvision {theirs} do not belong together", remedy=_AGAIN)
    return f"torch {torch.__version__}, torchvision {torchvision.__version__}"


def device(name: str) -> str:
    """Compute on the device that is used for reading, and compare with what must come out."""
    import torch

    from xraydesk.inference.device import choose

    chosen = choose(name)
    product = torch.full((64, 64), 0.5, device=chosen.torch_device) @ torch.ones(64, 64, device=chosen.torch_device)
    if not bool((product == 32).all()):
        raise DeviceError(f"{chosen.words} computes wrongly", remedy="Choose cpu, and have the device looked at")
    return chosen.words


def set_for_machine() -> str:
    """Return which settings file of an administrator's is in force; one with a fault has kept the program from here."""
    here = machine.in_force()
    if here.path is None:
        return f"nothing; it would be in {machine.system_file()}"
    return f"{here.path}: {len(here.values)} set, {len(here.locked)} of them locked"


def helper_process() -> str:
    """Start the program anew, as a training run does, and see that it answers."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "xraydesk"]
    try:
        answer = subprocess.run(  # noqa: S603 - the program itself
            [*command, "--version"], capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise XraydeskError("The program cannot start itself", subject=command[0], remedy=_AGAIN) from error
    if answer.returncode or __version__ not in answer.stdout:
        raise XraydeskError("The program started by itself does not answer", subject=command[0], remedy=_AGAIN)
    return "answers"
