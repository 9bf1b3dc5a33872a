"""Damaged, hostile and odd DICOM files: an image or a reason, never a crash."""

from __future__ import annotations

import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian, JPEG2000Lossless

from tests import films
from xraydesk.errors import ImageTooLarge, NotARadiograph, UnreadableImage, XraydeskError
from xraydesk.imaging import dicom
from xraydesk.imaging.load import content_hash, load
from xraydesk.imaging.render import to_grey


def test_a_huge_header_over_few_bytes_allocates_nothing(tmp_path: Path) -> None:
    made = films.dataset(np.zeros((10, 5), np.uint16), Rows=20_000, Columns=20_000)
    made.save_as(tmp_path / "film", enforce_file_format=True)
    tracemalloc.start()
    with pytest.raises(ImageTooLarge, match="20,000 x 20,000"):
        load(tmp_path / "film")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_film_cut_short_says_so(tmp_path: Path) -> None:
    path = films.write_dicom(tmp_path / "film")
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(UnreadableImage, match="cut short"):
        load(path)


def test_a_deflate_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dicom, "_MAX_INFLATED", 1_000_000)
    path = films.write_dicom(
        tmp_path / "bomb", np.zeros((1500, 1500), np.uint16), transfer_syntax=DeflatedExplicitVRLittleEndian
    )
    assert path.stat().st_size < 20_000
    with pytest.raises(ImageTooLarge, match="larger than any radiograph"):
        load(path)


def test_frames_one_by_one(tmp_path: Path) -> None:
    frames = np.stack([films.picture(seed=n) for n in range(3)])
    path = films.write_dicom(tmp_path / "run", frames)
    for index in range(3):
        film = load(path, frame=index)
        np.testing.assert_array_equal(film.values, frames[index])
        assert film.frame == index
    for missing in (3, -1):
        with pytest.raises(UnreadableImage, match="no frame"):
            load(path, frame=missing)


def test_whole_frames_of_a_cut_run_are_still_read(tmp_path: Path) -> None:
    frames = np.stack([films.picture(seed=n) for n in range(3)])
    path = films.write_dicom(tmp_path / "run", frames)
    made = films.dataset(frames)
    made.PixelData = made.PixelData[: frames[0].nbytes * 2 + 50]
    made.save_as(path, enforce_file_format=True)
    np.testing.assert_array_equal(load(path, 1).values, frames[1])
    with pytest.raises(UnreadableImage):
        load(path, 2)


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL", "PALETTE COLOR"])
def test_colour_is_not_a_radiograph(tmp_path: Path, photometric: str) -> None:
    path = films.write_dicom(tmp_path / "film", PhotometricInterpretation=photometric)
    with pytest.raises(NotARadiograph, match=photometric):
        load(path)


def test_a_grey_ct_slice_can_be_looked_at(tmp_path: Path) -> None:
    assert load(films.write_dicom(tmp_path / "ct", Modality="CT")).header.modality == "CT"


def test_an_object_without_a_picture(tmp_path: Path) -> None:
    made = films.dataset(Modality="SR")
    for keyword in ("PixelData", "Rows", "Columns"):
        delattr(made, keyword)
    made.save_as(tmp_path / "report", enforce_file_format=True)
    with pytest.raises(NotARadiograph, match="SR"):
        load(tmp_path / "report")


def test_an_unknown_transfer_syntax_is_named(tmp_path: Path) -> None:
    made = films.dataset()
    data = made.PixelData
    made.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.100"  # MPEG2
    made["PixelData"].is_undefined_length = True
    from pydicom.encaps import encapsulate

    made.PixelData = encapsulate([data])
    made.save_as(tmp_path / "film", enforce_file_format=True)
    with pytest.raises(UnreadableImage, match="MPEG2"):
        load(tmp_path / "film")


def test_deflated_frames_of_one_bit(tmp_path: Path) -> None:
    from pydicom.encaps import encapsulate

    mask = (films.picture(40, 37) > 2000).astype(np.uint8)
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(np.packbits(mask.ravel(), bitorder="little").tobytes()) + packer.flush()
    made = films.dataset(mask, bits=1, BitsAllocated=1, BitsStored=1, HighBit=0)
    made.PixelData = encapsulate([packed])
    made["PixelData"].VR = "OB"
    made.file_meta.TransferSyntaxUID = JPEG2000Lossless  # pydicom does not write the new syntax: patched below
    made.save_as(tmp_path / "mask", enforce_file_format=True)
    content = (tmp_path / "mask").read_bytes()
    (tmp_path / "mask").write_bytes(content.replace(JPEG2000Lossless.encode(), b"1.2.840.10008.1.2.8.1\0"))
    np.testing.assert_array_equal(load(tmp_path / "mask").values, mask)


def test_nan_pixels_are_never_shown(tmp_path: Path) -> None:
    made = films.dataset(WindowCenter=None, WindowWidth=None)
    del made.PixelData
    values = np.full((made.Rows, made.Columns), np.nan, "<f4")
    values[::2] = np.inf
    values[1::4] = 3.0
    made.add_new("FloatPixelData", "OF", values.tobytes())
    made.BitsAllocated = 32
    made.save_as(tmp_path / "map", enforce_file_format=True)
    film = load(tmp_path / "map")
    assert np.isfinite(film.values).all()
    assert to_grey(film).dtype == np.uint16


def test_missing_preamble_is_read_all_the_same(tmp_path: Path) -> None:
    path = films.write_dicom(tmp_path / "film")
    made = films.dataset(transfer_syntax=ExplicitVRLittleEndian)
    made.save_as(path, enforce_file_format=True)
    whole = path.read_bytes()
    length = int.from_bytes(whole[140:144], "little")
    path.write_bytes(whole[144 + length :])  # the bare data set
    assert load(path).header.modality == "DX"


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 400, b"\0" * 128 + b"DICM", b"\x08\0\x05\0CS\xff\xff"])
def test_what_is_no_image_gets_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.dcm"
    path.write_bytes(content)
    with pytest.raises(UnreadableImage) as caught:
        load(path)
    assert caught.value.subject == str(path)


def test_missing_files_and_folders_get_a_reason(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", tmp_path, Path("a\0b"), tmp_path / ("n" * 5000)):
        with pytest.raises(UnreadableImage):
            load(path)
    with pytest.raises(UnreadableImage):
        content_hash(tmp_path / "nothing")


def test_no_permission_gets_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "denied")

    path = films.write_dicom(tmp_path / "film")
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UnreadableImage, match="no permission"):
        load(path)


def test_content_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    assert content_hash(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_an_unexpected_error_becomes_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = films.write_dicom(tmp_path / "film")
    for failure, kind in ((ZeroDivisionError, UnreadableImage), (MemoryError, ImageTooLarge)):
        monkeypatch.setattr("xraydesk.imaging.load.read_dicom", lambda *_a, f=failure: (_ for _ in ()).throw(f()))
        with pytest.raises(XraydeskError) as caught:
            load(path)
        assert type(caught.value) is kind
