"""The same run in one process and, through torchrun, in two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

from tests.conftest import PROJECT
from tests.training.blobs import write_films


def trained(folder: Path, out: Path, processes: int) -> dict[str, torch.Tensor]:
    start = ["-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={processes}"] if processes > 1 else []
    command = [sys.executable, *start, "-m", "tests.training.processes", str(folder), str(out)]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=PROJECT, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return load_file(out / "trained.safetensors")


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    write_films(tmp_path, each=20, others=9)
    one = trained(tmp_path, tmp_path / "one", 1)
    two = trained(tmp_path, tmp_path / "two", 2)
    assert (tmp_path / "two" / "words.txt").read_text() == "2 x CPU"
    start_to_end = 0.0
    for name, tensor in one.items():
        torch.testing.assert_close(two[name], tensor, rtol=1e-3, atol=1e-5)
        start_to_end = max(start_to_end, float(tensor.abs().max()))
    assert start_to_end > 0
    splits = [json.loads((tmp_path / run / "run.json").read_text())["validation"] for run in ("one", "two")]
    assert splits[0] == splits[1]
