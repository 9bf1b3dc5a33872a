"""The usual script, for comparison: one film after the other through skimage and a DenseNet-121, with torch's defaults.

``python -m tests.bench.plain_loop FOLDER COUNT`` prints images a second, imports and the first film left out. The speed
of a network needs no training, so its weights are random.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import skimage.io
import skimage.transform
import torch

from xraydesk.inference import torchvision_cure


def main() -> None:
    """Run once over the films."""
    torchvision_cure.apply()
    from torchvision.models import densenet121

    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    paths = sorted(folder.rglob("*.jp*g"))[: count + 1]
    network = densenet121(weights=None, num_classes=1).eval()
    _score(network, paths[0])
    started = time.perf_counter()
    for path in paths[1:]:
        _score(network, path)
    print(count / (time.perf_counter() - started))


def _score(network: torch.nn.Module, path: Path) -> float:
    film = skimage.io.imread(path)
    grey = film if film.ndim == 2 else film[..., :3].mean(axis=2)
    small = skimage.transform.resize(grey.astype(np.float32) / 255, (224, 224), anti_aliasing=True)
    with torch.inference_mode():
        batch = torch.from_numpy(small.astype(np.float32))[None, None].expand(1, 3, -1, -1)
        return float(network(batch).sigmoid())


if __name__ == "__main__":
    main()
