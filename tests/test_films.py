"""The made-up films are what they say they are: other tests rest on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
from PIL import Image

from tests import films


@pytest.mark.parametrize("syntax", films.UNCOMPRESSED)
def test_uncompressed_pixels_come_back(syntax: str, tmp_path: Path) -> None:
    pixels = films.picture(33, 21)
    path = films.write_dicom(tmp_path / "a", pixels, transfer_syntax=syntax)
    assert np.array_equal(pydicom.dcmread(path).pixel_array, pixels)


@pytest.mark.parametrize("syntax", films.COMPRESSED)
def test_compressed_file_holds_encapsulated_pixels(syntax: str, tmp_path: Path) -> None:
    path = films.write_dicom(tmp_path / "a", films.picture(33, 21), transfer_syntax=syntax)
    read = pydicom.dcmread(path)
    assert read.file_meta.TransferSyntaxUID == syntax
    assert read["PixelData"].is_undefined_length


def test_tags_may_be_set_and_removed(tmp_path: Path) -> None:
    read = pydicom.dcmread(films.write_dicom(tmp_path / "a", PatientAge="054Y", ViewPosition=None))
    assert read.PatientAge == "054Y"
    assert "ViewPosition" not in read


def test_frames(tmp_path: Path) -> None:
    pixels = np.stack([films.picture(20, 30, seed=seed) for seed in range(3)])
    assert pydicom.dcmread(films.write_dicom(tmp_path / "a", pixels)).pixel_array.shape == (3, 20, 30)


def test_images_keep_their_depth(tmp_path: Path) -> None:
    deep = films.picture(bits=16)
    assert np.array_equal(np.asarray(Image.open(films.write_png(tmp_path / "a.png", deep))), deep)
    assert np.array_equal(np.asarray(Image.open(films.write_tiff(tmp_path / "a.tif", deep))), deep)
    with Image.open(films.write_jpeg(tmp_path / "a.jpg")) as image:
        assert image.mode == "L"


def test_many_are_all_different(tmp_path: Path) -> None:
    assert len({path.read_bytes() for path in films.write_many(tmp_path, 5)}) == 5
