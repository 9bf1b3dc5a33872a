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
from xraydesk.inference.networks import build
from xraydesk.training.recipes import RECIPES


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
    torch.manual_seed(RECIPES["s1-cp-64"].seed)
    start = build("block_cnn", 1, {"size": 64}).state_dict()
    moved = max(float((tensor - start[name]).abs().max()) for name, tensor in one.items())
    apart = max(float((tensor - two[name]).abs().max()) for name, tensor in one.items())
    assert apart < 1e-3 * moved, f"{apart:.2e} apart after a way of {moved:.2e}"
    splits = [json.loads((tmp_path / run / "run.json").read_text())["validation"] for run in ("one", "two")]
    assert splits[0] == splits[1]
