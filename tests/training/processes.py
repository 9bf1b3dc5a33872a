"""One run in as many processes as torchrun started: ``-m tests.training.processes FOLDER OUT``."""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

from tests.training.blobs import quiet, small
from xraydesk.training.prepare import Sources
from xraydesk.training.run import run


def main(folder: Path, out: Path) -> None:
    torch.set_num_threads(1)
    # Plain steps as long as the gradient: Adam's are much alike whatever the films, and would hide a lost part.
    options = {"variant": "CP", "size": 64, "dropout": 0.0}  # each process draws its own dropout
    recipe = small(
        "s1-cp-64", epochs=3, batch_size=10, optimizer="sgd", learning_rate=0.1, architecture_options=options
    )
    trained = run(recipe, Sources(folder / "data", (folder / "others",), device="cpu"), out, quiet)
    if trained.main:
        save_file({k: v.contiguous() for k, v in trained.net.state_dict().items()}, out / "trained.safetensors")
        (out / "words.txt").write_text(str(trained.facts["device"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
