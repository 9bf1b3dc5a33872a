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
from xraydesk.inference.card_json import read_card
from xraydesk.resources import resource_dir
from xraydesk.triage.population import refusal

STUDIES = 32
LARGEST_MEGABYTES = 11.0
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


def test_all_studies_are_found_some_with_two_images(result: ScanResult) -> None:
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


def test_monochrome1_films_have_a_dark_border_like_the_others(result: ScanResult, demo: Path) -> None:
    for study in result.studies:
        for instance in study.instances:
            plain = pydicom.dcmread(instance.path, stop_before_pixels=True)
            if plain.PhotometricInterpretation == "MONOCHROME1":
                grey = to_grey(load(instance.path))
                borders = [grey[:4].mean(), grey[-4:].mean(), grey[:, :4].mean(), grey[:, -4:].mean()]
                assert min(borders) < grey[300:400, 300:350].mean() / 4  # a shaft may run off the film


@pytest.fixture(scope="module")
def knees(headers: list[Dataset]) -> list[Dataset]:
    return [header for header in headers if header.BodyPartExamined == "KNEE"]


def test_knees_are_of_adults_and_of_both_sides(knees: list[Dataset]) -> None:
    studies: dict[str, list[Dataset]] = {}
    for header in knees:
        studies.setdefault(header.StudyInstanceUID, []).append(header)
    assert len(studies) == 8
    for films in studies.values():
        assert 45 <= int(films[0].PatientAge[:3]) <= 80
        assert films[0].StudyDescription == "Knees AP"
    sides = ["".join(film.ImageLaterality for film in films) for films in studies.values()]
    assert sorted(sides) == ["B", "B", "RL", "RL", "RL", "RL", "RL", "RR"]
    assert {header.PatientSex for header in knees} == {"F", "M"}


def test_some_knee_films_are_wide_or_long_and_one_is_from_the_side(knees: list[Dataset]) -> None:
    assert all(header.Columns > header.Rows for header in knees if header.ImageLaterality == "B")
    assert sum(header.Rows > 2 * header.Columns for header in knees) == 2
    assert [header.ViewPosition for header in knees].count("RL") == 1
    assert {header.ViewPosition for header in knees} == {"AP", "RL"}


def test_the_model_for_chests_may_judge_no_knee(result: ScanResult) -> None:
    population = read_card(resource_dir("models/chest-pneumonia")).population
    parts = {i.header.body_part: refusal(i.header, population) for s in result.studies for i in s.instances}
    assert "body part knee" in parts["KNEE"]


def test_knees_stand_out_against_air(result: ScanResult) -> None:
    for study in result.studies:
        for instance in study.instances:
            if instance.header.body_part == "KNEE" and instance.header.laterality in {"R", "L"}:
                grey = to_grey(load(instance.path)).astype(float)
                rows, columns = grey.shape
                joint = grey[rows // 2 - 50 : rows // 2 + 50, columns // 2 - 50 : columns // 2 + 50]
                assert joint.mean() > 3 * grey[:, 8:16].mean()


def test_the_notice_names_sources_and_licence(demo: Path) -> None:
    notice = (demo / "README.txt").read_text(encoding="utf-8")
    assert "rscbjbr9sj" in notice
    assert "56rmx5bjcr" in notice
    assert notice.count("CC BY 4.0") == 2
