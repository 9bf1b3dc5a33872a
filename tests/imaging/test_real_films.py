"""Real and odd DICOM files: polarity against an independent reader, an image or a reason for each, cut at any place."""

from __future__ import annotations

import csv
import functools
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT
from xraydesk.errors import NotARadiograph, UnreadableImage, XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import VoiTable
from xraydesk.imaging.render import to_grey
from xraydesk.imaging.scan import scan

pytestmark = pytest.mark.real_data

# one of each compression, modality table, VOI tables, overlays, float values; small enough to be cut fifty times
CUT = (
    "radiographs/dicom-test-files__XA1_J2KR", "radiographs/dicom-test-files__XA1_JLSL",
    "radiographs/dicom-test-files__XA1_JLSN", "radiographs/dicom-test-files__XA1_JPLL",
    "radiographs/dicom-test-files__XA1_JPLY", "radiographs/dicom-test-files__XA1_RLE",
    "radiographs/dicom-test-files__XA1_UNC.dcm", "radiographs/fo-dicom__OutOfBoundsOverlay.dcm",
    "radiographs/fo-dicom__RI6XDosiGap.dcm", "radiographs/highdicom__dx_image.dcm",
)  # fmt: skip
CUTS = 50
LONGEST_SECONDS = 30.0  # a guard against hanging, far above what the slowest codec needs on a busy machine
# nobody decodes these: no pixel data, packed 12 bits, not the codestream the header says, a stream cut short
REASONS = {
    "radiographs/pylibjpeg-data__966.dcm": UnreadableImage,
    "radiographs/pydicom__chrKoreanMulti.dcm": UnreadableImage,
    "other/fo-dicom__GH340.dcm": UnreadableImage,
    "other/fo-dicom__genFile.dcm": UnreadableImage,
    "other/pydicom__MR_truncated.dcm": UnreadableImage,
    "other/pydicom__rtplan.dcm": NotARadiograph,
    "other/pydicom__SC_rgb_jpeg.dcm": NotARadiograph,
}


@functools.cache
def manifest(folder: Path) -> list[str]:
    with (folder / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        return [row["file"] for row in csv.DictReader(file)]


def outcome(path: Path) -> str:
    """Return "" for an image that can be shown, else the reason; anything but an image or a reason raises."""
    try:
        film = load(path)
    except XraydeskError as error:
        return error.what or "an error without a reason"
    grey = to_grey(film)
    assert film.values.dtype in (np.uint8, np.uint16, np.int16, np.int32, np.float32)
    assert np.isfinite(film.values).all()
    assert grey.shape == film.values.shape
    assert grey.dtype in (np.uint8, np.uint16)
    return ""


def test_every_file_is_an_image_or_a_reason(shared_data: Path) -> None:
    folder = shared_data / "dicom"
    outcomes = {name: outcome(folder / name) for name in manifest(folder)}
    assert len(outcomes) == 401
    assert sum(not reason for reason in outcomes.values()) >= 199
    shown = [n for n, reason in outcomes.items() if n.startswith("radiographs") and not reason]
    assert len(shown) == 38, "of 42: three hold no pixel data, one a broken codestream"
    assert "an error without a reason" not in outcomes.values()
    for name in REASONS:
        assert outcomes[name], name


@pytest.mark.parametrize(("name", "kind"), REASONS.items())
def test_reasons_are_of_the_right_kind(shared_data: Path, name: str, kind: type[XraydeskError]) -> None:
    with pytest.raises(kind):
        load(shared_data / "dicom" / name)


def test_every_file_is_accounted_for_by_the_scan(shared_data: Path) -> None:
    folder = shared_data / "dicom"
    result = scan(folder)
    listed = {i.path for s in result.studies for i in s.instances} | {s.path for s in result.skipped}
    assert {folder / name for name in manifest(folder)} <= listed
    assert all(s.reason for s in result.skipped)


def test_scan_and_load_agree_on_what_can_be_judged(shared_data: Path) -> None:
    for study in scan(shared_data / "dicom" / "radiographs").studies:
        for instance in study.instances[:3]:
            if instance.path.stat().st_size < 1_000_000 and not instance.problem:
                film = load(instance.path, instance.frame)
                assert (film.rows, film.columns) == (instance.rows, instance.columns)
                assert film.header == instance.header


def reference(path: Path) -> np.ndarray | None:
    """Return highdicom's picture after VOI and presentation; None where highdicom refuses the file."""
    import highdicom

    try:
        image = highdicom.Image.from_dataset(pydicom.dcmread(path))
        return np.asarray(image.get_frame(1, apply_voi_transform=None, apply_presentation_lut=True), np.float64)
    except (RuntimeError, ValueError, AttributeError, TypeError, KeyError):
        return None


@pytest.mark.filterwarnings("ignore")
def test_polarity_and_window_agree_with_highdicom(shared_data: Path) -> None:
    exact = same_direction = 0
    for path in sorted((shared_data / "dicom" / "radiographs").iterdir()):
        try:
            film = load(path)
        except UnreadableImage:  # counted above
            continue
        grey = to_grey(film).astype(np.float64)
        other = reference(path)
        if other is None:
            assert path.name == "fo-dicom__GH133.dcm"
            continue
        if film.voi[0].name in {"auto", "full range"}:  # highdicom then shows stored values: only the direction counts
            assert np.corrcoef(grey.ravel(), other.ravel())[0, 1] > 0.97, path.name
            same_direction += 1
        else:
            shown = grey / (255 if film.values.dtype == np.uint8 else 65535)
            assert (shown.shape, np.abs(shown - other).max() <= 0.0025) == (other.shape, True), path.name
            exact += 1
    assert exact >= 25
    assert same_direction >= 10


def test_the_mammogram_that_highdicom_refuses_is_shown(shared_data: Path) -> None:
    film = load(shared_data / "dicom" / "radiographs" / "fo-dicom__GH133.dcm")
    assert [v.name for v in film.voi if isinstance(v, VoiTable)] == ["NORMAL", "HARDER", "SOFTER"]
    grey = to_grey(film)
    assert np.median(grey[:, -200:]) < 5_000 or np.median(grey[:, :200]) < 5_000, "the air beside the breast is black"
    assert grey.max() > 50_000


@pytest.mark.parametrize("name", CUT)
def test_a_film_cut_at_any_place(shared_data: Path, tmp_path: Path, name: str) -> None:
    whole = (shared_data / "dicom" / name).read_bytes()
    path = tmp_path / "film.dcm"

    @settings(max_examples=CUTS)
    @given(st.integers(0, len(whole) - 1))
    def check(length: int) -> None:
        path.write_bytes(whole[:length])
        begun = time.monotonic()
        outcome(path)
        result = scan(tmp_path)
        assert time.monotonic() - begun < LONGEST_SECONDS
        assert result.instance_count == 1, "a film that is cut stays in sight"

    check()


FUZZ = """
import random, sys
from pathlib import Path
from tests.imaging.test_real_films import outcome
target, sources = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
chance = random.Random(20240301)
for source in sources:
    whole = source.read_bytes()
    for _ in range(12):
        damaged = bytearray(whole[: chance.randrange(len(whole) // 2, len(whole))])
        for _ in range(chance.choice((1, 5, 50))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        target.write_bytes(damaged)
        outcome(target)
"""


def test_native_codecs_survive_damaged_bytes(shared_data: Path, tmp_path: Path) -> None:
    # in a process of its own: a codec that crashes takes its process with it
    sources = [str(shared_data / "dicom" / name) for name in CUT]
    command = [sys.executable, "-c", FUZZ, str(tmp_path / "film"), *sources]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
