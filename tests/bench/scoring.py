"""Full-size JPEG films: read, scored, mapped and stored, against a plain loop of DenseNet-121; then opened again."""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path

import numpy as np

from tests.bench.rows import Row, emit
from tests.bench.work import arguments, data_dir, timed_run, warm
from xraydesk.triage.desk import Desk

ROUNDS = 3
LOOP_FILMS = 24


def main() -> None:
    """Alternate the two so that a change of the machine's speed hits both."""
    data, work = arguments()
    folder = data / "chest-paediatric-fullsize"
    loop = PlainLoop(sorted(folder.rglob("*.jp*g"))[:LOOP_FILMS])
    ours, plain, again = [], [], []
    for _ in range(ROUNDS):
        rate, reopened = _triage(folder, work)
        ours.append(rate)
        again.append(reopened)
        plain.append(loop.images_per_second())
    rate, loop_rate = statistics.median(ours), statistics.median(plain)
    emit(Row("full-size JPEG: read, scored, mapped, stored", rate, "images/s", 40))
    emit(Row("plain loop, DenseNet-121 with skimage", loop_rate, "images/s"))
    emit(Row("ratio of the two in the same run", rate / loop_rate, "x", 6))
    emit(
        Row(f"the same {len(list(folder.rglob('*.jp*g')))} studies opened again", statistics.median(again), "studies/s")
    )


def _triage(folder: Path, work: Path) -> tuple[float, float]:
    """Return images a second with an empty database, the model being loaded, and studies a second opened again."""
    for old in data_dir().glob("*.db*"):
        old.unlink()
    desk = Desk(data_dir())
    try:
        warm(desk, work)
        summary, seconds = timed_run(desk, folder)
        assert summary.scored, "nothing was scored"
        rate = (summary.scored + summary.cached) / seconds
    finally:
        desk.close()
    desk = Desk(data_dir())
    try:
        summary, seconds = timed_run(desk, folder)
    finally:
        desk.close()
    assert summary.scored == 0, "opened again, films were scored twice"
    shutil.rmtree(work / "warm", ignore_errors=True)
    return rate, summary.studies / seconds


class PlainLoop:
    """The usual script: one film after the other through skimage and a DenseNet-121 (its speed needs no training)."""

    def __init__(self, paths: list[Path]) -> None:
        from xraydesk.inference import torchvision_cure

        torchvision_cure.apply()
        from torchvision.models import densenet121

        self._paths = paths
        self._network = densenet121(weights=None, num_classes=1).eval()
        self._one(paths[0])

    def images_per_second(self) -> float:
        """Run over all films once."""
        started = time.perf_counter()
        for path in self._paths:
            self._one(path)
        return len(self._paths) / (time.perf_counter() - started)

    def _one(self, path: Path) -> float:
        import skimage.io
        import skimage.transform
        import torch

        film = skimage.io.imread(path)
        grey = film if film.ndim == 2 else film[..., :3].mean(axis=2)
        small = skimage.transform.resize(grey.astype(np.float32) / 255, (224, 224), anti_aliasing=True)
        with torch.inference_mode():
            batch = torch.from_numpy(small.astype(np.float32))[None, None].expand(1, 3, -1, -1)
            return float(self._network(batch).sigmoid())


if __name__ == "__main__":
    main()
