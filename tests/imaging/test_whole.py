"""A file is whole only with its last byte."""

from __future__ import annotations

from pathlib import Path

import imagecodecs
import pytest

from tests import films
from xraydesk.imaging.whole import is_whole


@pytest.mark.parametrize("syntax", [*films.UNCOMPRESSED, *films.COMPRESSED])
def test_a_dicom_film_is_whole_with_its_pixels_only(tmp_path: Path, syntax: str) -> None:
    path = films.write_dicom(tmp_path / "a.dcm", transfer_syntax=syntax)
    assert is_whole(path)
    content = path.read_bytes()
    for share in (0.0, 0.02, 0.1, 0.5, 0.9):
        path.write_bytes(content[: int(len(content) * share)])
        assert not is_whole(path), share
    path.write_bytes(content[:-9])
    assert not is_whole(path)


@pytest.mark.parametrize("write", [films.write_png, films.write_jpeg])
def test_a_picture_is_whole_with_its_end(tmp_path: Path, write) -> None:
    path = write(tmp_path / "a.img")
    assert is_whole(path)
    content = path.read_bytes()
    for kept in (len(content) - 3, len(content) // 2, 200):
        path.write_bytes(content[:kept])
        assert not is_whole(path), kept


def test_a_tiff_is_whole_with_its_strips(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(imagecodecs.tiff_encode(films.picture()))
    assert is_whole(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert not is_whole(path)


def test_an_object_without_pixels_is_whole(tmp_path: Path) -> None:
    path = films.write_dicom(
        tmp_path / "report.dcm", SOPClassUID="1.2.840.10008.5.1.4.1.1.88.11", Modality="SR", Rows=None, Columns=None
    )
    import pydicom

    made = pydicom.dcmread(path)
    del made.PixelData
    made.save_as(path)
    assert is_whole(path)


def test_other_files_are_whole_unless_their_name_promises_a_picture(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "film.dcm").write_bytes(b"")
    assert is_whole(tmp_path / "notes.txt")
    assert not is_whole(tmp_path / "film.dcm")
    assert not is_whole(tmp_path / "gone.txt")
