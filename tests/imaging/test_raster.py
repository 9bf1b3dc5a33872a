"""PNG, JPEG and TIFF: every grey level kept, colour refused, bombs and damage named."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from tests import films
from xraydesk.errors import ImageTooLarge, NotARadiograph, UnreadableImage
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey

GREY8 = films.picture(bits=8).astype(np.uint8)
DEEP = (films.picture(bits=12) * 16).astype(np.uint16)


def test_eight_bits_come_out_as_they_went_in(tmp_path: Path) -> None:
    for write, name in ((films.write_png, "a.png"), (films.write_tiff, "a.tif")):
        film = load(write(tmp_path / name, GREY8))
        np.testing.assert_array_equal(to_grey(film), GREY8)
        assert to_grey(film).dtype == np.uint8


def test_sixteen_bits_are_not_clipped(tmp_path: Path) -> None:
    for write, name in ((films.write_png, "a.png"), (films.write_tiff, "a.tif")):
        film = load(write(tmp_path / name, DEEP))
        np.testing.assert_array_equal(film.values, DEEP)
        assert to_grey(film).dtype == np.uint16
        assert len(np.unique(to_grey(film))) > 1000


def test_twelve_bits_in_sixteen_fill_the_greys(tmp_path: Path) -> None:
    assert to_grey(load(films.write_png(tmp_path / "a.png", films.picture(bits=12)))).max() == 65535


def test_jpeg(tmp_path: Path) -> None:
    path = films.write_jpeg(tmp_path / "a.jpeg", GREY8)
    np.testing.assert_array_equal(load(path).values, np.asarray(Image.open(path)))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "LA"])
def test_grey_in_colour_clothes_is_grey(tmp_path: Path, mode: str) -> None:
    Image.fromarray(GREY8).convert(mode).save(tmp_path / "a.png")
    np.testing.assert_array_equal(load(tmp_path / "a.png").values, GREY8)


def test_sixteen_bit_grey_in_rgb_keeps_its_depth(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(imagecodecs.png_encode(np.stack([DEEP] * 3, axis=2)))
    np.testing.assert_array_equal(load(tmp_path / "a.png").values, DEEP)


def test_grey_jpeg_with_colour_channels(tmp_path: Path) -> None:
    Image.fromarray(GREY8).convert("RGB").save(tmp_path / "a.jpg", quality=80)
    film = load(tmp_path / "a.jpg")
    assert film.values.shape == GREY8.shape
    assert np.abs(film.values.astype(int) - GREY8).mean() < 4


def test_a_small_coloured_marker_is_forgiven(tmp_path: Path) -> None:
    rgb = np.stack([GREY8] * 3, axis=2)
    rgb[:3, :3] = (255, 0, 0)
    Image.fromarray(rgb).save(tmp_path / "a.png")
    assert load(tmp_path / "a.png").values.shape == GREY8.shape


def test_a_photograph_is_not_a_radiograph(tmp_path: Path) -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (50, 50, 3), dtype=np.uint8)
    for name in ("a.png", "a.jpg", "a.tif"):
        Image.fromarray(rgb).save(tmp_path / name)
        with pytest.raises(NotARadiograph, match="colour"):
            load(tmp_path / name)


def test_fully_transparent_pixels_are_black(tmp_path: Path) -> None:
    pixels = np.dstack([GREY8, np.full_like(GREY8, 255)])
    pixels[:5, :, 1] = 0
    Image.fromarray(pixels, mode=None).save(tmp_path / "a.png")
    film = load(tmp_path / "a.png")
    assert film.values[:5].max() == 0
    np.testing.assert_array_equal(film.values[5:], GREY8[5:])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "a.jpg"
    Image.fromarray(GREY8).save(path, exif=exif, quality=95)
    from PIL import ImageOps

    np.testing.assert_array_equal(load(path).values, np.asarray(ImageOps.exif_transpose(Image.open(path))))


def test_one_bit(tmp_path: Path) -> None:
    mask = GREY8 > 128
    for name in ("a.png", "a.tif"):
        Image.fromarray(mask).save(tmp_path / name)
        np.testing.assert_array_equal(load(tmp_path / name).values, mask * np.uint8(255))


def white_is_zero_tiff(pixels: np.ndarray) -> bytes:
    """Return a minimal TIFF whose PhotometricInterpretation is 0."""
    rows, columns = pixels.shape
    bits = 8 * pixels.dtype.itemsize
    tags = [(256, columns), (257, rows), (258, bits), (259, 1), (262, 0), (273, 8 + 2 + 9 * 12 + 4), (277, 1),
            (278, rows), (279, pixels.nbytes)]  # fmt: skip
    entries = b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", len(tags)) + entries + b"\0" * 4 + pixels.tobytes()


@pytest.mark.parametrize("pixels", [GREY8, DEEP], ids=["8 bits", "16 bits"])
def test_white_is_zero_is_turned(tmp_path: Path, pixels: np.ndarray) -> None:
    (tmp_path / "a.tif").write_bytes(white_is_zero_tiff(pixels))
    grey = to_grey(load(tmp_path / "a.tif"))
    assert np.corrcoef(grey.ravel(), pixels.ravel())[0, 1] < -0.99


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    pages = [Image.fromarray(films.picture(bits=8, seed=n).astype(np.uint8)) for n in range(3)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    np.testing.assert_array_equal(load(tmp_path / "a.tif", 2).values, np.asarray(pages[2]))
    with pytest.raises(UnreadableImage, match="no page 4"):
        load(tmp_path / "a.tif", 3)


def test_float_tiff_without_nan(tmp_path: Path) -> None:
    values = films.picture().astype(np.float32)
    values[0, 0] = np.nan
    Image.fromarray(values).save(tmp_path / "a.tif")
    assert np.isfinite(load(tmp_path / "a.tif").values).all()


def png_bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(50_000, 50_000), (9_000, 9_000)])
def test_a_png_bomb_is_refused_before_it_is_decoded(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imagecodecs, "png_decode", lambda *_: pytest.fail("decoded"))
    (tmp_path / "a.png").write_bytes(png_bomb(*size))
    with pytest.raises(ImageTooLarge):
        load(tmp_path / "a.png")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_a_cut_file_is_named_so(tmp_path: Path, name: str, share: float) -> None:
    whole = io.BytesIO()
    Image.fromarray(films.picture(300, 300, bits=8).astype(np.uint8)).save(
        whole, {"png": "PNG", "jpg": "JPEG", "tif": "TIFF"}[name[2:]]
    )
    (tmp_path / name).write_bytes(whole.getvalue()[: int(len(whole.getvalue()) * share)])
    with pytest.raises(UnreadableImage, match="damaged or cut short"):
        load(tmp_path / name)


def test_the_content_counts_and_not_the_name(tmp_path: Path) -> None:
    path = films.write_png(tmp_path / "film.dcm", GREY8)
    np.testing.assert_array_equal(load(path).values, GREY8)


def test_the_name_gives_the_patient(tmp_path: Path) -> None:
    assert load(films.write_png(tmp_path / "9000296L.png")).header.laterality == "L"
