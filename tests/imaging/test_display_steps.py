"""Modality, VOI and presentation in that order, with the numbers of PS3.3 and PS3.4."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests import films
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import Radiograph, SpacingKind, VoiFunction, VoiTable, Window
from xraydesk.imaging.render import auto_window, lookup, presets, to_grey

RAMP = np.arange(4096, dtype=np.uint16).reshape(64, 64)


def film_of(tmp_path: Path, pixels: np.ndarray = RAMP, **tags: Any) -> Radiograph:
    return load(films.write_dicom(tmp_path / "film", pixels, **tags))


def table(first: int, entries: list[int], bits: int, name: str = "") -> Sequence:
    item = Dataset()
    item.add_new("LUTDescriptor", "US", [len(entries), first & 0xFFFF, bits])
    item.LUTExplanation = name
    item.add_new("LUTData", "OW", np.array(entries, "<u2").tobytes())
    return Sequence([item])


def expected_linear(x: np.ndarray, center: float, width: float) -> np.ndarray:
    """PS3.3 C.11.2.1.2.1, written as the standard writes it."""
    y = ((x - (center - 0.5)) / (width - 1) + 0.5) * 65535
    y[x <= center - 0.5 - (width - 1) / 2] = 0
    y[x > center - 0.5 + (width - 1) / 2] = 65535
    return np.rint(y)


def test_a_linear_window(tmp_path: Path) -> None:
    grey = to_grey(film_of(tmp_path, WindowCenter=2000, WindowWidth=1000))
    np.testing.assert_array_equal(grey, expected_linear(RAMP.astype(float), 2000, 1000))


def test_the_window_is_in_units_of_the_modality_step(tmp_path: Path) -> None:
    film = film_of(tmp_path, RescaleSlope=2, RescaleIntercept=-1000, WindowCenter=1000, WindowWidth=2000)

    assert film.values.dtype == np.int16
    np.testing.assert_array_equal(film.values, RAMP.astype(int) * 2 - 1000)
    np.testing.assert_array_equal(to_grey(film), expected_linear(RAMP * 2.0 - 1000, 1000, 2000))


def test_a_negative_slope_turns_the_picture_once(tmp_path: Path) -> None:
    film = film_of(tmp_path, RescaleSlope=-1, RescaleIntercept=4095, WindowCenter=2048, WindowWidth=4096)
    grey = to_grey(film)
    assert grey[0, 0] == 65535
    assert grey[-1, -1] == 0
    assert not film.inverted


def test_a_fractional_slope_gives_float_values(tmp_path: Path) -> None:
    film = film_of(tmp_path, RescaleSlope="0.5", RescaleIntercept="0.25", WindowCenter=1000, WindowWidth=500)
    assert film.values.dtype == np.float32
    np.testing.assert_allclose(film.values, RAMP * 0.5 + 0.25)
    np.testing.assert_array_equal(to_grey(film), expected_linear(RAMP * 0.5 + 0.25, 1000, 500))


@pytest.mark.parametrize("bad", ["0", "nonsense"])
def test_a_slope_that_makes_no_sense_counts_as_one(tmp_path: Path, bad: str) -> None:
    made = films.dataset(RAMP, RescaleIntercept="0")
    made.add_new("RescaleSlope", "LO", bad)  # the VR does not matter to a lenient reader
    made.save_as(tmp_path / "film", enforce_file_format=True)
    np.testing.assert_array_equal(load(tmp_path / "film").values, RAMP)


@pytest.mark.parametrize(
    ("photometric", "shape", "inverted"),
    [
        ("MONOCHROME2", "IDENTITY", False),
        ("MONOCHROME2", None, False),
        ("MONOCHROME1", None, True),
        ("MONOCHROME1", "INVERSE", True),
        ("MONOCHROME2", "INVERSE", True),
        ("MONOCHROME1", "IDENTITY", False),
    ],
)
def test_presentation(tmp_path: Path, photometric: str, shape: str | None, inverted: bool) -> None:
    film = film_of(
        tmp_path, PhotometricInterpretation=photometric, PresentationLUTShape=shape, WindowCenter=2048, WindowWidth=4096
    )
    assert film.inverted is inverted
    assert to_grey(film)[0, 0] == (65535 if inverted else 0)


def test_monochrome1_with_a_negative_slope_is_turned_twice(tmp_path: Path) -> None:
    film = film_of(
        tmp_path, RescaleSlope=-1, RescaleIntercept=4095, WindowCenter=2048, WindowWidth=4096,
        PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="INVERSE",
    )  # fmt: skip
    assert to_grey(film)[0, 0] == 0


def test_several_windows_first_is_shown(tmp_path: Path) -> None:
    film = film_of(tmp_path, WindowCenter=[100, 3000], WindowWidth=[50, 500], WindowCenterWidthExplanation=["A", "B"])
    assert film.voi == (Window(100, 50, VoiFunction.LINEAR, "A"), Window(3000, 500, VoiFunction.LINEAR, "B"))
    np.testing.assert_array_equal(to_grey(film, film.voi[1]), expected_linear(RAMP.astype(float), 3000, 500))


def test_sigmoid_and_linear_exact(tmp_path: Path) -> None:
    x = RAMP.astype(float)
    sigmoid = film_of(tmp_path, WindowCenter=2000, WindowWidth=1000, VOILUTFunction="SIGMOID")
    np.testing.assert_array_equal(to_grey(sigmoid), np.rint(65535 / (1 + np.exp(-4 * (x - 2000) / 1000))))
    exact = film_of(tmp_path, WindowCenter=2000, WindowWidth=1000, VOILUTFunction="LINEAR_EXACT")
    np.testing.assert_array_equal(to_grey(exact), np.rint(np.clip((x - 2000) / 1000 + 0.5, 0, 1) * 65535))


def test_a_window_of_width_one_is_a_threshold(tmp_path: Path) -> None:
    grey = to_grey(film_of(tmp_path, WindowCenter=2000, WindowWidth=1))
    assert grey.ravel()[1999] == 0
    assert grey.ravel()[2000] == 65535


@pytest.mark.parametrize("width", [0, -5])
def test_a_window_without_width_is_no_window(tmp_path: Path, width: int) -> None:
    assert film_of(tmp_path, WindowCenter=2000, WindowWidth=width).voi[0].name == "auto"


def test_voi_tables_come_first_and_scale_to_full_white(tmp_path: Path) -> None:
    entries = [0, 1000, 4095]
    film = film_of(tmp_path, VOILUTSequence=table(10, entries, 12, "SOFT"))

    assert isinstance(film.voi[0], VoiTable)
    assert film.voi[0].name == "SOFT"
    assert isinstance(film.voi[1], Window)
    grey = to_grey(film).ravel()
    assert grey[9] == 0
    assert grey[11] == round(1000 * 65535 / 4095)
    assert grey[12] == 65535
    assert grey[4000] == 65535


def test_a_voi_table_that_says_sixteen_bits_and_holds_twelve(tmp_path: Path) -> None:
    film = film_of(tmp_path, VOILUTSequence=table(0, list(range(4096)), 16))
    assert to_grey(film).max() == 65535


def test_a_voi_table_with_a_negative_first_value(tmp_path: Path) -> None:
    signed = (RAMP.astype(np.int32) - 2048).astype(np.int16)
    film = film_of(tmp_path, signed, VOILUTSequence=table(-100, [0, 65535], 16))
    grey = to_grey(film).ravel()
    assert grey[2048 - 100] == 0
    assert grey[2048 - 99] == 65535


def test_a_modality_table_wins_over_the_slope(tmp_path: Path) -> None:
    film = film_of(tmp_path, RescaleSlope=7, RescaleIntercept=3, ModalityLUTSequence=table(100, [5, 50, 500], 16))
    values = film.values.ravel()
    assert [values[i] for i in (0, 100, 101, 102, 4095)] == [5, 5, 50, 500, 500]


def test_modality_step_is_left_out_for_logarithmic_angiography(tmp_path: Path) -> None:
    film = film_of(
        tmp_path, SOPClassUID="1.2.840.10008.5.1.4.1.1.12.1", Modality="XA", PixelIntensityRelationship="LOG",
        ModalityLUTSequence=table(0, [9, 9], 16),
    )  # fmt: skip
    np.testing.assert_array_equal(film.values, RAMP)


def test_overlay_bits_above_the_stored_ones_are_masked(tmp_path: Path) -> None:
    drawn = RAMP | np.uint16(0x8000)
    np.testing.assert_array_equal(film_of(tmp_path, drawn).values, RAMP)


def test_left_aligned_bits_are_brought_down(tmp_path: Path) -> None:
    np.testing.assert_array_equal(film_of(tmp_path, RAMP << 4, HighBit=15).values, RAMP)


def test_signed_values_with_dirty_upper_bits(tmp_path: Path) -> None:
    signed = (RAMP.astype(np.int32) - 2048).astype(np.int16)
    dirty = (signed.view(np.uint16) & 0x0FFF).view(np.int16)  # sign bits missing above bit 11
    np.testing.assert_array_equal(film_of(tmp_path, dirty).values, signed)


def test_padding_does_not_set_the_automatic_window(tmp_path: Path) -> None:
    pixels = np.full((100, 100), 4000, np.uint16)
    pixels[:50] = np.linspace(1000, 2000, 5000).reshape(50, 100)
    tags = {"WindowCenter": None, "WindowWidth": None}
    padded = film_of(tmp_path, pixels, PixelPaddingValue=4000, **tags)
    bare = film_of(tmp_path, pixels, **tags)

    assert padded.voi[0].center + padded.voi[0].width / 2 < 2001
    assert bare.voi[0].center + bare.voi[0].width / 2 > 3900


def test_eight_bits_without_a_window_are_shown_as_they_are(tmp_path: Path) -> None:
    pixels = np.tile(np.arange(256, dtype=np.uint8), (16, 1))
    film = film_of(tmp_path, pixels, bits=8, WindowCenter=None, WindowWidth=None)
    np.testing.assert_array_equal(to_grey(film), pixels)


@pytest.mark.parametrize(
    "tags",
    [
        {"WindowCenter": 500, "WindowWidth": 700},
        {"WindowCenter": 500, "WindowWidth": 700, "VOILUTFunction": "SIGMOID", "PresentationLUTShape": "INVERSE"},
        {"VOILUTSequence": table(10, [0, 1000, 4095], 12)},
    ],
)
@pytest.mark.parametrize("kind", [np.uint16, np.int16])
def test_lookup_agrees_with_to_grey(tmp_path: Path, tags: dict[str, Any], kind: type) -> None:
    film = film_of(tmp_path, (RAMP.astype(int) - (2048 if kind is np.int16 else 0)).astype(kind), **tags)
    quick = lookup(film.voi[0], film.inverted, kind).take(film.values.view(np.uint16))
    assert np.abs(quick.astype(float) - to_grey(film) / 257).max() <= 0.51


def test_lookup_refuses_wide_types() -> None:
    with pytest.raises(ValueError, match="no table"):
        lookup(Window(0, 1), False, np.float32)


def test_presets_offer_the_headers_windows_then_automatic_and_full(tmp_path: Path) -> None:
    film = film_of(tmp_path, WindowCenter=100, WindowWidth=50)
    assert [w.name for w in presets(film)] == ["", "auto", "full range"]


def test_automatic_window_ignores_hot_pixels() -> None:
    values = np.tile(np.arange(1000, dtype=np.uint16), (100, 1))
    values[0, 0] = 65535
    window = auto_window(values)
    assert window.center + window.width / 2 < 1001


def test_automatic_window_of_a_constant_picture() -> None:
    assert auto_window(np.full((5, 5), 7, np.uint16)).width > 0


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"ImagerPixelSpacing": [0.1, 0.2]}, SpacingKind.AT_DETECTOR),
        ({"ImagerPixelSpacing": [0.2, 0.2], "PixelSpacing": [0.1, 0.2]}, SpacingKind.CALIBRATED),
        ({"ImagerPixelSpacing": [0.1, 0.2], "PixelSpacing": [0.1, 0.2]}, SpacingKind.AT_DETECTOR),
        ({"ImagerPixelSpacing": None, "PixelSpacing": [0.1, 0.2]}, SpacingKind.AT_DETECTOR),
        (
            {"ImagerPixelSpacing": None, "PixelSpacing": [0.1, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"},
            SpacingKind.CALIBRATED,
        ),
    ],
)
def test_spacing_says_what_it_refers_to(tmp_path: Path, tags: dict[str, Any], kind: SpacingKind) -> None:
    spacing = film_of(tmp_path, **tags).spacing
    assert spacing is not None
    assert (spacing.row_mm, spacing.column_mm, spacing.kind) == (0.1, 0.2, kind)


def test_no_spacing_is_no_spacing(tmp_path: Path) -> None:
    assert film_of(tmp_path, ImagerPixelSpacing=None).spacing is None
