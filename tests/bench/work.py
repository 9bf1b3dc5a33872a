"""What the measurements share: a desk in the folder they were given, a run to its end, made-up folders of films."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image

from tests import films
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.resources import resource_dir
from xraydesk.triage.desk import Desk
from xraydesk.triage.headless import triage_folder
from xraydesk.triage.progress import RunSummary

_NO_CHESTS = {"14", "18", "22"}  # the cut file, the CT slice, the step wedge
_LAST_CHEST = "24"  # knees follow


def arguments() -> tuple[Path, Path]:
    """Return the folder of real films and the folder to work in."""
    return Path(sys.argv[1]), Path(sys.argv[2])


def data_dir() -> Path:
    """Return where the measurement's own database and models live."""
    return Path(os.environ["XRAYDESK_DATA_DIR"])


def timed_run(desk: Desk, folder: Path) -> tuple[RunSummary, float]:
    """Run over a folder to the end; return what it did and its seconds by the clock on the wall."""
    started = time.perf_counter()
    result = triage_folder(desk, folder, lambda _: None)
    if result.errors:
        raise result.errors[0]
    return result.summary, time.perf_counter() - started


def warm(desk: Desk, work: Path) -> None:
    """Load the model: score one small film, so that later figures are those of a program that runs."""
    films.write_png(work / "warm" / "one.png")
    timed_run(desk, work / "warm")


def deep_film(rows: int, columns: int, seed: int) -> films.Pixels:
    """Return a 16-bit film with grain, enlarged from one of the demo films, so that the model speaks about it."""
    paths = sorted(resource_dir("demo").glob("demo-*-1.dcm"))
    plain = [path for path in paths if path.name[5:7] not in _NO_CHESTS and path.name[5:7] <= _LAST_CHEST]
    grey = to_grey(load(plain[seed % len(plain)])).astype(np.float32)
    wide = Image.fromarray(grey).resize((columns, rows), Image.Resampling.BICUBIC)
    grain = np.random.default_rng(seed).integers(0, 300, (rows, columns), dtype=np.uint16)
    return np.clip(np.asarray(wide) * 0.98, 0, 65_000).astype(np.uint16) + grain


def write_deep(folder: Path, count: int, rows: int, columns: int) -> None:
    """Write ``count`` DX studies of 16-bit films, one file each, names beginning with "deep"."""
    for number in range(count):
        films.write_dicom(
            folder / f"deep{number:05d}.dcm",
            deep_film(rows, columns, number),
            bits=16,
            PatientID=f"B-{number:05d}",
            PatientName=f"Bench^{number:05d}",
        )
