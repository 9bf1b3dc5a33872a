"""Makes resources/demo: 24 studies of no real patient, drawn from a model of the public paediatric chest films.

    python packaging/make_demo.py --films FOLDER --full-size FOLDER --out resources/demo

Both folders hold NORMAL/ and PNEUMONIA/ (Kermany, Zhang, Goldbaum; Mendeley Data rscbjbr9sj v2, CC BY 4.0), the first
at 224 pixels. The fitted model holds traces of real films, so it is kept under build/ only and never shipped.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from demo import anatomy, dicom_file, exposure, grain
from demo.anatomy import Anatomy, Components, Haze
from demo.likeness import Likeness, likeness
from demo.plan import NIGHT, Kind, Picture
from numpy.typing import NDArray

SEED = 20260314
FILMS = 700  # of each class
CHOICE = 7  # seeds which films
ROWS, COLUMNS = 720, 656
NOTICE = """\
Demonstration studies of xraydesk. No picture shows a patient and no name, date or number belongs to anyone.

The chest films were drawn at random from principal-component models (shape and appearance) of the films in
"Labeled Optical Coherence Tomography (OCT) and Chest X-Ray Images for Classification", D. Kermany, K. Zhang,
M. Goldbaum, Mendeley Data, rscbjbr9sj, version 2, CC BY 4.0. None of them is nearer to one of those films than the
films of two different patients commonly are to each other. The CT slice is the Shepp-Logan phantom, the step wedges
are computed.
packaging/make_demo.py makes all of them again.
"""


@dataclass(frozen=True)
class Studio:
    """All that is needed to draw films of one class."""

    anatomy: Anatomy
    likeness: Likeness


def main() -> None:
    """Fit or read back the models, draw, write."""
    options = _options()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    studios = {kind: _studio(kind, options.films, options.cache) for kind in (Kind.CLEAR, Kind.PNEUMONIA)}
    amplitudes = grain.spectrum(options.full_size, COLUMNS)
    options.out.mkdir(parents=True, exist_ok=True)
    for old in options.out.glob("demo-*.dcm"):
        old.unlink()
    for number, patient in enumerate(NIGHT, start=1):
        for index, picture in enumerate(patient.pictures):
            path = options.out / f"demo-{number:02d}-{index + 1}.dcm"
            if picture.kind is Kind.CT:
                slice_ = exposure.head_slice(256, np.random.default_rng(SEED))
                made = dicom_file.slice_(patient, number, index, picture, slice_)
            else:
                made = dicom_file.film(patient, number, index, picture, _pixels(picture, studios, amplitudes))
            dicom_file.write(made, path, picture.cut)
    (options.out / "README.txt").write_text(NOTICE, encoding="utf-8")
    size = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"{len(NIGHT)} studies, {size / 1e6:.2f} MB in {options.out}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the demonstration studies.")
    parser.add_argument("--films", type=Path, required=True, help="folder of NORMAL/ and PNEUMONIA/, 224 pixels")
    parser.add_argument("--full-size", type=Path, required=True, help="the same at full size, for the grain")
    parser.add_argument("--out", type=Path, default=Path("resources/demo"))
    parser.add_argument("--cache", type=Path, default=Path("build/demo-model"), help="where fitted models are kept")
    return parser.parse_args()


def _studio(kind: Kind, films: Path, cache: Path) -> Studio:
    """Fit the model of one class, or read it back from the cache."""
    read = anatomy.read_films(films / kind.value, FILMS, CHOICE)
    every = anatomy.read_films(films / kind.value, 100_000, CHOICE)
    kept = cache / f"{kind.name.lower()}.npz"
    if not kept.exists():
        print(f"fitting {kind.name.lower()}: {len(read.pixels)} films, some minutes", flush=True)
        fitted = anatomy.fit(read)
        cache.mkdir(parents=True, exist_ok=True)
        parts = {"shape": fitted.shape, "appearance": fitted.appearance}
        arrays = {f"{n}_{f}": getattr(p, f) for n, p in parts.items() for f in ("mean", "directions")}
        np.savez(kept, **arrays)
    with np.load(kept) as arrays:
        parts = [Components(arrays[f"{n}_mean"], arrays[f"{n}_directions"]) for n in ("shape", "appearance")]
    return Studio(Anatomy(*parts), likeness(every))


def _pixels(picture: Picture, studios: dict[Kind, Studio], amplitudes: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Draw one picture; a film that lies too near to a real one is drawn again."""
    rng = np.random.default_rng([SEED, picture.draw])
    if picture.kind is Kind.WEDGE:
        return exposure.step_wedge(ROWS, COLUMNS, rng)
    studio = studios[picture.kind]
    haze = Haze(studios[Kind.PNEUMONIA].anatomy, picture.haze) if picture.haze else None
    while True:
        look = anatomy.draw(studio.anatomy, rng, picture.spread, (ROWS, COLUMNS), haze)
        nearest = min(each.likeness.distance(look) for each in studios.values())
        least = max(each.likeness.least for each in studios.values())
        print(f"draw {picture.draw:2d} {picture.kind.value:9s} nearest real film {nearest:.3f}, at least {least:.3f}")
        if nearest >= least:
            return exposure.expose(look, grain.grain(amplitudes, ROWS, COLUMNS, rng), rng)


if __name__ == "__main__":
    main()
