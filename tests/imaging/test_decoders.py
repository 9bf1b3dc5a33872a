"""Every compressed transfer syntax, by the codec that its UID names."""

from __future__ import annotations

from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    JPEG2000MC,
    HTJ2KLossless,
    HTJ2KLosslessRPCL,
    JPEG2000Lossless,
    JPEG2000MCLossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from tests import films
from xraydesk.errors import UnreadableImage
from xraydesk.imaging import decoders
from xraydesk.imaging.codestream import jpeg2000_size, jpeg_size
from xraydesk.imaging.load import load

EXACT = {
    JPEGLossless: imagecodecs.ljpeg_encode,
    JPEGLosslessSV1: imagecodecs.ljpeg_encode,
    JPEGLSLossless: imagecodecs.jpegls_encode,
    JPEG2000Lossless: lambda p: imagecodecs.jpeg2k_encode(p, codecformat="j2k", reversible=True, level=0),
    JPEG2000MCLossless: lambda p: imagecodecs.jpeg2k_encode(p, codecformat="j2k", reversible=True, level=0),
    HTJ2KLossless: lambda p: imagecodecs.htj2k_encode(p, reversible=True),
    HTJ2KLosslessRPCL: lambda p: imagecodecs.htj2k_encode(p, reversible=True),
    RLELossless: None,
}
NEAR = {
    JPEGExtended12Bit: lambda p: imagecodecs.jpeg8_encode(p, level=98, bitspersample=12),
    JPEGLSNearLossless: lambda p: imagecodecs.jpegls_encode(p, level=2),
    JPEG2000: lambda p: imagecodecs.jpeg2k_encode(p, codecformat="j2k", level=70),
    JPEG2000MC: lambda p: imagecodecs.jpeg2k_encode(p, codecformat="j2k", level=70),
    HTJ2K: lambda p: imagecodecs.htj2k_encode(p, reversible=True),
}


def compressed(path: Path, pixels: np.ndarray, syntax: str, encode, **tags) -> Path:
    """Write a film whose frame is whatever ``encode`` makes of the pixels."""
    made = films.dataset(pixels, **tags)
    if encode is None:
        made.compress(RLELossless, pixels, generate_instance_uid=False)
    else:
        made.PixelData = encapsulate([encode(np.ascontiguousarray(pixels))])
        made["PixelData"].VR = "OB"
        made.file_meta.TransferSyntaxUID = syntax
    made.save_as(path, enforce_file_format=True)
    return path


@pytest.mark.parametrize("syntax", EXACT, ids=lambda uid: uid.keyword)
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_lossless_syntaxes_give_back_every_value(tmp_path: Path, syntax: str, bits: int) -> None:
    pixels = films.picture(bits=bits).astype(np.uint8 if bits == 8 else np.uint16)

    film = load(compressed(tmp_path / "film", pixels, syntax, EXACT[syntax], bits=bits))

    assert film.values.dtype == pixels.dtype
    np.testing.assert_array_equal(film.values, pixels)


@pytest.mark.parametrize("syntax", NEAR, ids=lambda uid: uid.keyword)
def test_lossy_syntaxes_stay_close(tmp_path: Path, syntax: str) -> None:
    pixels = films.picture()

    film = load(compressed(tmp_path / "film", pixels, syntax, NEAR[syntax]))

    assert np.abs(film.values.astype(int) - pixels).max() < 150  # of 4095


def test_baseline_jpeg_of_eight_bits(tmp_path: Path) -> None:
    pixels = films.picture(bits=8).astype(np.uint8)

    film = load(compressed(tmp_path / "f", pixels, JPEGBaseline8Bit, lambda p: imagecodecs.jpeg8_encode(p, 98), bits=8))

    assert film.values.dtype == np.uint8
    assert np.abs(film.values.astype(int) - pixels).max() < 12


@pytest.mark.parametrize("syntax", films.UNCOMPRESSED, ids=lambda uid: uid.keyword)
@pytest.mark.parametrize("bits", [8, 12])
def test_uncompressed_and_deflated_syntaxes(tmp_path: Path, syntax: str, bits: int) -> None:
    pixels = films.picture(97, 81, bits=bits).astype(np.uint8 if bits == 8 else np.uint16)

    film = load(films.write_dicom(tmp_path / "film", pixels, bits=bits, transfer_syntax=syntax))

    np.testing.assert_array_equal(film.values, pixels)
    assert film.header.transfer_syntax == syntax


def test_a_stream_is_never_tried_with_another_codec(tmp_path: Path) -> None:
    # the lossless-JPEG codec takes JPEG-LS streams and returns nonsense: such a file must be refused
    path = compressed(tmp_path / "film", films.picture(), JPEGLosslessSV1, imagecodecs.jpegls_encode)
    film_or_reason: object
    try:
        film_or_reason = load(path).values
    except UnreadableImage as error:
        film_or_reason = error.what
    assert film_or_reason == "The picture is damaged or cut short"


def test_a_codestream_of_another_size_than_the_header_is_refused(tmp_path: Path) -> None:
    bomb = films.picture(200, 200)
    path = compressed(tmp_path / "f", films.picture(), JPEG2000Lossless, lambda _: EXACT[JPEG2000Lossless](bomb))

    with pytest.raises(UnreadableImage):
        load(path)


def test_lossy_overshoot_does_not_turn_white_into_black(tmp_path: Path) -> None:
    pixels = np.zeros((64, 64), np.uint16)
    pixels[:, 29:] = 1023  # an edge inside a block of eight rings
    encode = lambda p: imagecodecs.jpeg8_encode(p, level=60, bitspersample=12)  # noqa: E731
    assert imagecodecs.jpeg8_decode(encode(pixels)).max() > 1023, "the codec must overshoot for this test to mean much"

    film = load(compressed(tmp_path / "film", pixels, JPEGExtended12Bit, encode, bits=10))

    assert film.values[:, 40:].min() > 900
    assert film.values.max() <= 1023


def test_signed_pictures_keep_their_sign(tmp_path: Path) -> None:
    pixels = (films.picture().astype(np.int32) - 2048).astype(np.int16)
    coded = pixels.view(np.uint16) & 0x0FFF  # twelve bits, as a writer of signed lossless JPEG stores them

    path = compressed(
        tmp_path / "f", coded, JPEGLosslessSV1, imagecodecs.ljpeg_encode, PixelRepresentation=1, WindowCenter=0
    )

    np.testing.assert_array_equal(load(path).values, pixels)


def test_sizes_are_read_from_codestreams() -> None:
    pixels = films.picture(70, 50)
    assert jpeg_size(imagecodecs.jpegls_encode(pixels))[:3] == (70, 50, 1)
    assert jpeg_size(imagecodecs.ljpeg_encode(pixels))[:3] == (70, 50, 1)
    assert jpeg2000_size(imagecodecs.jpeg2k_encode(pixels, codecformat="jp2"))[:3] == (70, 50, 1)
    assert jpeg2000_size(imagecodecs.htj2k_encode(pixels))[:3] == (70, 50, 1)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xc0\0\x0b", b"\xff\xd8\xff\xe0\0\0"]
)
def test_no_size_in_a_broken_stream(data: bytes) -> None:
    assert jpeg_size(data) is None
    assert jpeg2000_size(data) is None


@pytest.mark.real_data
def test_equal_to_pyjpegls_on_real_jpeg_ls_films(shared_data: Path) -> None:
    jpeg_ls = pytest.importorskip("jpeg_ls")
    from pydicom.encaps import get_frame

    checked = 0
    for path in sorted((shared_data / "dicom" / "radiographs").glob("*_JLS*")):
        made = dcmread(path)
        stream = get_frame(made.PixelData, 0, number_of_frames=1)
        other = np.asarray(jpeg_ls.decode(np.frombuffer(stream, np.uint8)))
        np.testing.assert_array_equal(imagecodecs.jpegls_decode(stream), other.reshape(made.Rows, made.Columns))
        checked += 1
    assert checked >= 6


@pytest.mark.real_data
def test_colour_htj2k_is_decoded_for_whoever_asks_pydicom(shared_data: Path) -> None:
    made = dcmread(shared_data / "dicom" / "other" / "pydicom-data__HTJ2KLossless_08_RGB.dcm")
    pixels, _ = decoders.decoder_for(made.file_meta.TransferSyntaxUID).as_array(made, decoding_plugin=decoders.PLUGIN)
    assert pixels.shape == (made.Rows, made.Columns, 3)
    assert np.ptp(pixels) > 100
