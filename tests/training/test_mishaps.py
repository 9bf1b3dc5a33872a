"""What the machine does to a run is a sentence, whichever library says it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from safetensors import SafetensorError

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.training import command, loop
from xraydesk.training.mishaps import as_mishap

FULL = OSError(errno.ENOSPC, "No space left on device")
MISHAPS = [
    (FULL, "No space is left"),
    (SafetensorError("Error while serializing: I/O error: No space left on device (os error 28)"), "No space is left"),
    (MemoryError(), "The memory is not enough"),
    (RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 1 bytes"), "The memory is not enough"),
    (RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"), "The memory of the GPU is not enough"),
    (RuntimeError("CUDA error: unspecified launch failure"), "The GPU failed or is gone"),
    (PermissionError(errno.EACCES, "Permission denied", "x"), "The run cannot be written: Permission denied"),
]


@pytest.mark.parametrize(("error", "words"), MISHAPS, ids=[words for _, words in MISHAPS])
def test_a_mishap_has_its_sentence(error: Exception, words: str) -> None:
    found = as_mishap(error, Path("run"))
    assert found is not None
    assert str(found).startswith(words)


def test_what_says_nothing_of_the_machine_is_no_mishap() -> None:
    assert as_mishap(RuntimeError("shapes do not match"), Path("run")) is None


@pytest.mark.parametrize("error", [FULL, MISHAPS[1][0], MISHAPS[5][0], MemoryError()])
def test_the_last_checkpoint_is_whole_and_the_run_goes_on_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    sources = write_films(tmp_path, each=8)
    recipe = small("s1-cp-64", size=32, batch_size=4)
    save, calls = loop.save_checkpoint, []

    def fails(stem: Path, checkpoint: object) -> None:
        calls.append(stem)
        if len(calls) > 2:  # of the second epoch
            raise error
        save(stem, checkpoint)

    monkeypatch.setattr(loop, "save_checkpoint", fails)
    with pytest.raises(TrainingError):
        command.train_to_bundle(recipe, sources, tmp_path / "run", quiet)
    monkeypatch.setattr(loop, "save_checkpoint", save)
    card = command.train_to_bundle(recipe, sources, tmp_path / "run", quiet)
    assert card is not None
    assert [row["epoch"] for row in card.training["history"]] == [0, 1]
