"""How well a knee model finds joints on whole films, and what that costs its ranking.

    python -m tests.bench.knees MODEL_FOLDER DATA_FOLDER [--films N]

Knee films are made of validation crops (`tests.limbs`); those that must be refused are real chests and DICOM films.
"""

from __future__ import annotations

import argparse
import time
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from PIL import Image

from tests.limbs import KINDS, Film, Place, limb_film
from xraydesk.errors import XraydeskError
from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.bundle import load_bundle
from xraydesk.inference.prediction import Prediction, Region
from xraydesk.inference.scorer import Scorer

OTHERS = (
    ("chest-paediatric-fullsize/*/*", 20),
    ("chest-adult/nih/*.jpg", 20),
    ("chest-adult/rsna-normal/*", 20),
    ("dicom/radiographs/*", 100),
)


def overlap(place: Place, region: Region, film: Film) -> float:
    rows, columns = film.shape
    return place.overlap(region.row * rows, region.column * columns, region.height * rows, region.width * columns)


def knee_films(scorer: Scorer, data: Path, count: int) -> None:
    rng = np.random.default_rng(11)
    files = sorted((data / "knee" / "val").glob("*/*"))
    order = iter(rng.permutation(len(files)))
    truth, alone, on_film, seconds = [], [], [], []
    tallies = {kind: [0, 0, 0.0, 0] for kind in KINDS}
    for kind in islice(cycle(KINDS), count):
        own = [files[next(order)] for _ in range(1 if kind == "one" else 2)]
        crops = [np.asarray(Image.open(file).convert("L")) for file in own]
        film, places = limb_film(crops, kind, rng)
        prepared = scorer.prepare(film)
        before = time.process_time()
        answer = scorer.score([prepared])[0]
        seconds.append(time.process_time() - before)
        tally = tallies[kind]
        tally[3] += sum(max(overlap(place, region, film) for place in places) < 0.5 for region in answer.regions)
        for file, crop, place in zip(own, crops, places, strict=True):
            best = max(answer.regions, key=lambda region: overlap(place, region, film), default=None)
            share = 0.0 if best is None else overlap(place, best, film)
            tally[0] += 1
            if best is not None and share >= 0.5:
                tally[1] += 1
                tally[2] += share
                truth.append(int(file.parent.name) >= 2)
                on_film.append(best.probabilities[0])
                alone.append(float(scorer.score([crop])[0].probabilities[0]))
    for kind, (joints, hits, shared, elsewhere) in tallies.items():
        print(f"{kind:5} {hits}/{joints} joints found (IoU >= 0.5), mean IoU {shared / max(hits, 1):.2f}, "
              f"{elsewhere} elsewhere")  # fmt: skip
    labels = np.array(truth)
    print(f"AUROC of the {len(truth)} found: {auroc(labels, np.array(alone)):.3f} as crops, "
          f"{auroc(labels, np.array(on_film)):.3f} on films")  # fmt: skip
    moved = np.abs(np.array(alone) - np.array(on_film))
    print(f"probability moved by {np.median(moved):.3f} (median), {np.quantile(moved, 0.9):.3f} (90 %)")
    print(f"{np.median(seconds):.2f} s of processor a film (median), {np.max(seconds):.2f} s at most")


def other_films(scorer: Scorer, data: Path) -> None:
    from xraydesk.imaging.load import load
    from xraydesk.imaging.render import to_grey

    for pattern, most in OTHERS:
        answers: dict[str, Prediction] = {}
        for file in sorted(data.glob(pattern))[:most]:
            try:
                answers[file.name] = scorer.score([scorer.prepare(to_grey(load(file, 0)))])[0]
            except XraydeskError as error:
                print(f"{file.name}: {error.what}")
        taken = {name: answer.distance for name, answer in answers.items() if not answer.refusal}
        print(f"{pattern:32} {len(answers) - len(taken)}/{len(answers)} refused", *taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--films", type=int, default=60)
    args = parser.parse_args()
    scorer = Scorer(load_bundle(args.model), "cpu")
    knee_films(scorer, args.data, args.films)
    other_films(scorer, args.data)


if __name__ == "__main__":
    main()
