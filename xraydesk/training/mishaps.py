"""What the machine does to a run, as a sentence: no space, no memory, a GPU that is gone."""

from __future__ import annotations

import errno
from pathlib import Path

from xraydesk.errors import TrainingError

KEPT = "the same command goes on from the last checkpoint"
_NO_SPACE = ("no space left", "os error 28", "disk quota", "file too large", "os error 27")
_NO_MEMORY = ("not enough memory", "can't allocate memory", "out of memory", "bad allocation")
_GPU = ("cuda", "cudnn", "cublas", "nccl", "nvidia")


def as_mishap(error: BaseException, out: Path) -> TrainingError | None:
    """Return what an error of Python, torch or safetensors says of the machine; None where it says nothing of it.

    ``out`` is the folder the run is written to.
    """
    text = str(error).lower()
    if isinstance(error, MemoryError) or any(words in text for words in _NO_MEMORY):
        where = " of the GPU" if any(words in text for words in _GPU) else ""
        return TrainingError(
            f"The memory{where} is not enough for this run",
            remedy=f"Choose a smaller batch_size, or close other programs; {KEPT}",
        )
    if _is_full(error) or any(words in text for words in _NO_SPACE):
        return TrainingError("No space is left for the run", subject=out, remedy=f"Make room; {KEPT}")
    if isinstance(error, OSError):
        return TrainingError(f"The run cannot be written: {error.strerror or error}", subject=error.filename or out)
    if isinstance(error, RuntimeError) and any(words in text for words in _GPU):
        return TrainingError(
            "The GPU failed or is gone", remedy=f"Start the machine anew, or choose the device cpu; {KEPT}"
        )
    return None


def _is_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
