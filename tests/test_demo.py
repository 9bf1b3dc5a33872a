"""The demo studies: no patient, small, valid, and odd in every way that the worklist must show."""

from __future__ import annotations

import re
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset

from xraydesk.errors import UnreadableImage, XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.imaging.scan import scan
from xraydesk.imaging.study import Instance, ScanResult
from xraydesk.resources import resource_dir

STUDIES = 24
LARGEST_MEGABYTES = 8.0
REQUIRED = (
    "SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "PatientName", "PatientID",
    "PatientBirthDate", "PatientAge", "PatientSex", "StudyDate", "StudyTime", "Modality", "BodyPartExamined",
    "PhotometricInterpretation", "WindowCenter", "WindowWidth", "BitsStored",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo() -> Path:
    return resource_dir("demo")


@pytest.fixture(scope="module")
def headers(demo: Path) -> list[Dataset]:
    return [pydicom.dcmread(path, stop_before_pixels=True) for path in sorted(demo.glob("*.dcm"))]


@pytest.fixture(scope="module")
def result(demo: Path) -> ScanResult:
    return scan(demo)


def _failure(instance: Instance) -> str:
    try:
        to_grey(load(instance.path, instance.frame))
    except XraydeskError as error:
        return str(error)
    return ""


def test_small_enough_to_ship(demo: Path) -> None:
    assert sum(path.stat().st_size for path in demo.iterdir()) / 1e6 < LARGEST_MEGABYTES


def test_twenty_four_studies_some_with_two_images(result: ScanResult) -> None:
    assert len(result.studies) == STUDIES
    assert sum(len(study.instances) == 2 for study in result.studies) >= 2


def test_headers_are_whole_and_unlike_each_other(headers: list[Dataset]) -> None:
    for header in headers:
        assert [keyword for keyword in REQUIRED if not header.get(keyword)] == []
        assert header.SOPInstanceUID == header.file_meta.MediaStorageSOPInstanceUID
        assert header.BitsStored == 12
    assert len({header.SOPInstanceUID for header in headers}) == len(headers)


def test_identities_are_made_up(headers: list[Dataset]) -> None:
    for header in headers:
        assert re.fullmatch(r"DEMO\^\w+", str(header.PatientName))
        assert re.fullmatch(r"D-\d{4}", header.PatientID)
        for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
            assert header[keyword].value.startswith("2.25.")


def test_age_agrees_with_the_birth_date(headers: list[Dataset]) -> None:
    for header in headers:
        whole_years = (int(header.StudyDate) - int(header.PatientBirthDate)) // 10_000
        assert header.PatientAge == f"{whole_years:03d}Y"


def test_every_oddity_is_there(headers: list[Dataset]) -> None:
    assert any(header.PatientAge >= "018Y" for header in headers)
    assert any(header.PhotometricInterpretation == "MONOCHROME1" for header in headers)
    assert any(header.Modality == "CT" for header in headers)
    assert len({header.file_meta.TransferSyntaxUID for header in headers}) >= 3


def test_all_but_the_cut_file_and_the_slice_can_be_shown(result: ScanResult) -> None:
    odd = {
        instance.path.name: instance.problem or _failure(instance)
        for study in result.studies
        for instance in study.instances
        if instance.problem or _failure(instance)
    }
    assert len(odd) == 2, odd
    assert any("CT" in reason for reason in odd.values())
    assert any("cut short" in reason for reason in odd.values())


def test_the_cut_file_is_unreadable_and_nothing_else(result: ScanResult) -> None:
    cut = [i for s in result.studies for i in s.instances if s.header.patient_name == "DEMO^MAX"]
    with pytest.raises(UnreadableImage):
        load(cut[0].path)


def test_monochrome1_films_show_dark_lungs_like_the_others(result: ScanResult, demo: Path) -> None:
    for study in result.studies:
        for instance in study.instances:
            plain = pydicom.dcmread(instance.path, stop_before_pixels=True)
            if plain.PhotometricInterpretation == "MONOCHROME1":
                grey = to_grey(load(instance.path))
                border, middle = grey[:4].mean(), grey[300:400, 300:350].mean()
                assert border < middle / 4


def test_the_notice_names_source_and_licence(demo: Path) -> None:
    notice = (demo / "README.txt").read_text(encoding="utf-8")
    assert "Mendeley" in notice
    assert "CC BY 4.0" in notice
