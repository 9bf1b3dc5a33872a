"""Makes resources/demo: 32 studies of no real patient, drawn from models of public child chests and adult knees.

    python packaging/make_demo.py --films FOLDER --full-size FOLDER --knees FOLDER --out resources/demo

The first two folders hold NORMAL/ and PNEUMONIA/ (Kermany, Zhang, Goldbaum; Mendeley Data rscbjbr9sj v2, CC BY 4.0),
the first at 224 pixels; the third holds 0/ to 4/ (Chen; Mendeley Data 56rmx5bjcr v1, CC BY 4.0), at 224 pixels. The
fitted models hold traces of real films, so they are kept under build/ only and never shipped.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from demo import anatomy, dicom_file, exposure, grain, knee
from demo.anatomy import Anatomy, Components, Films, Haze, Mesh
from demo.likeness import Studio, far_enough, likeness
from demo.plan import NIGHT, Kind, Picture
from numpy.typing import NDArray

SEED = 20260314
FILMS = 700  # of each class
KNEES = 600  # of each grade, all where there are fewer
CHOICE = 7  # seeds which films
ROWS, COLUMNS = 720, 656
NOTICE = """\
Demonstration studies of xraydesk. No picture shows a patient and no name, date or number belongs to anyone.

The chest films were drawn at random from principal-component models (shape and appearance) of the films in
"Labeled Optical Coherence Tomography (OCT) and Chest X-Ray Images for Classification", D. Kermany, K. Zhang,
M. Goldbaum, Mendeley Data, rscbjbr9sj, version 2, CC BY 4.0. The knee joints were drawn in the same way from the films
in "Knee Osteoarthritis Severity Grading Dataset", P. Chen, Mendeley Data, 56rmx5bjcr, version 1, CC BY 4.0, which come
from the Osteoarthritis Initiative; the legs around them are computed. None of them is nearer to one of those films than
the films of two different patients commonly are to each other. The lateral knee, the CT slice (the Shepp-Logan phantom)
and the step wedges are computed.
Some knees were picked as typical of their grade: what a model makes of these studies does not measure the model.
packaging/make_demo.py makes all of them again.
"""


def main() -> None:
    """Fit or read back the models, draw, write."""
    options = _options()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    chests = {kind: _chest(kind, options.films, options.cache) for kind in (Kind.CLEAR, Kind.PNEUMONIA)}
    knees = {grade: _knee(grade, options.knees, options.cache) for grade in knee.GRADES}
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
                pixels = _pixels(picture, chests, knees, amplitudes)
                made = dicom_file.film(patient, number, index, picture, pixels)
            dicom_file.write(made, path, picture.cut)
    (options.out / "README.txt").write_text(NOTICE, encoding="utf-8")
    size = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"{len(NIGHT)} studies, {size / 1e6:.2f} MB in {options.out}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the demonstration studies.")
    parser.add_argument("--films", type=Path, required=True, help="folder of NORMAL/ and PNEUMONIA/, 224 pixels")
    parser.add_argument("--full-size", type=Path, required=True, help="the same at full size, for the grain")
    parser.add_argument("--knees", type=Path, required=True, help="folder of 0/ to 4/, joint crops of 224 pixels")
    parser.add_argument("--out", type=Path, default=Path("resources/demo"))
    parser.add_argument("--cache", type=Path, default=Path("build/demo-model"), help="where fitted models are kept")
    return parser.parse_args()


def _chest(kind: Kind, films: Path, cache: Path) -> Studio:
    folder = films / kind.value
    return _studio(cache / f"{kind.name.lower()}.npz", Mesh(), lambda n: anatomy.read_films(folder, n, CHOICE), FILMS)


def _knee(grade: int, films: Path, cache: Path) -> Studio:
    folder = films / str(grade)
    kept = cache / f"knee-{grade}.npz"
    return _studio(kept, knee.mesh(grade), lambda n: knee.read_knees(folder, n, CHOICE), KNEES)


def _studio(kept: Path, mesh: Mesh, read: Callable[[int], Films], count: int) -> Studio:
    """Fit the model of one class to ``count`` films, or read it back from the cache."""
    if not kept.exists():
        print(f"fitting {kept.stem}, some minutes", flush=True)
        fitted = anatomy.fit(read(count), mesh=mesh)
        kept.parent.mkdir(parents=True, exist_ok=True)
        parts = {"shape": fitted.shape, "appearance": fitted.appearance}
        arrays = {f"{n}_{f}": getattr(p, f) for n, p in parts.items() for f in ("mean", "directions")}
        np.savez(kept, **arrays)
    with np.load(kept) as arrays:
        parts = [Components(arrays[f"{n}_mean"], arrays[f"{n}_directions"]) for n in ("shape", "appearance")]
    return Studio(Anatomy(*parts), likeness(read(100_000)))


def _pixels(
    picture: Picture, chests: dict[Kind, Studio], knees: dict[int, Studio], amplitudes: NDArray[np.float32]
) -> NDArray[np.uint16]:
    """Draw one picture; a film that lies too near to a real one is drawn again."""
    rng = np.random.default_rng([SEED, picture.draw])
    if picture.kind is Kind.WEDGE:
        return exposure.step_wedge(ROWS, COLUMNS, rng)
    if picture.kind in (Kind.KNEE, Kind.LATERAL):
        return knee.pixels(picture, knees, amplitudes, rng)
    studio = chests[picture.kind]
    haze = Haze(chests[Kind.PNEUMONIA].anatomy, picture.haze) if picture.haze else None
    while True:
        look = anatomy.draw(studio.anatomy, rng, picture.spread, (ROWS, COLUMNS), haze)
        if far_enough(look, chests.values(), f"draw {picture.draw:3d} {picture.kind.value:9s}"):
            return exposure.expose(look, grain.grain(amplitudes, ROWS, COLUMNS, rng), rng)


if __name__ == "__main__":
    main()
