"""What makes a study, and the names that known data sets give their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import films
from xraydesk.imaging.naming import header_from_name
from xraydesk.imaging.scan import scan


def studies(folder: Path) -> dict[str, list[str]]:
    return {s.study_id: [i.path.name for i in s.instances] for s in scan(folder).studies}


def write(folder: Path, *names: str) -> None:
    for name in names:
        films.write_png(folder / name)


def test_mura_folders_are_studies(tmp_path: Path) -> None:
    patient = tmp_path / "XR_WRIST" / "patient00001"
    write(patient, "study1_positive/image1.png", "study1_positive/image2.png", "study2_negative/image1.png")
    assert studies(tmp_path) == {
        "XR_WRIST/patient00001/study1_positive": ["image1.png", "image2.png"],
        "XR_WRIST/patient00001/study2_negative": ["image1.png"],
    }
    header = scan(tmp_path).studies[0].header
    assert (header.patient_id, header.body_part) == ("patient00001", "WRIST")


def test_a_mura_study_opened_by_itself(tmp_path: Path) -> None:
    write(tmp_path, "study1_positive/image1.png", "study1_positive/image2.png")
    assert list(studies(tmp_path / "study1_positive").values()) == [["image1.png", "image2.png"]]


def test_a_flat_folder_named_by_patient_is_one_study_a_file(tmp_path: Path) -> None:
    names = ["person1_bacteria_1.jpeg", "person1_bacteria_2.jpeg", "IM-0115-0001.jpeg"]
    write(tmp_path, *names)
    assert sorted(studies(tmp_path)) == sorted(names)
    assert {s.header.patient_id for s in scan(tmp_path).studies} == {"person1", "IM-0115"}


def test_both_knees_are_one_study_in_whatever_folder(tmp_path: Path) -> None:
    write(tmp_path, "0/9000296L.png", "3/9000296R.png", "3/9000622R.png")
    assert studies(tmp_path) == {"knees 9000296": ["9000296L.png", "9000296R.png"], "knees 9000622": ["9000622R.png"]}


@pytest.mark.parametrize(
    "names",
    [["a.png", "b.png"], ["ap.png", "lateral.png"], ["image1.png", "image12.png"], ["case7_1.png", "case7_2.png"]],
)
def test_views_of_one_thing_are_one_study(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path, *(f"case7/{name}" for name in names))
    assert studies(tmp_path) == {"case7": sorted(names)}


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("monday", ["smith.png", "jones.png"]),
        ("normal", ["1.png", "2.png"]),
        ("monday", ["patient1.png", "patient2.png"]),
        ("many", [f"{n}.png" for n in range(20)]),
    ],
)
def test_in_doubt_every_file_is_a_study(tmp_path: Path, folder: str, names: list[str]) -> None:
    write(tmp_path, *(f"{folder}/{name}" for name in names))
    assert len(studies(tmp_path)) == len(names)


def test_the_opened_folder_itself_is_no_study(tmp_path: Path) -> None:
    write(tmp_path, "a.png", "b.png")
    assert sorted(studies(tmp_path)) == ["a.png", "b.png"]


def test_dicom_by_study_uid_and_instance_number(tmp_path: Path) -> None:
    for number, name in ((2, "a"), (1, "b")):
        films.write_dicom(tmp_path / name / "x", StudyInstanceUID="1.2.3", InstanceNumber=number)
    films.write_dicom(tmp_path / "c", StudyInstanceUID=None)
    found = {s.study_id: [str(i.path.relative_to(tmp_path)) for i in s.instances] for s in scan(tmp_path).studies}
    assert found == {"1.2.3": ["b/x", "a/x"], "c": ["c"]}


def test_order_is_by_arrival_then_name(tmp_path: Path) -> None:
    for uid, day in (("1.3", "20240102"), ("1.2", "20240102"), ("1.9", "20230101")):
        films.write_dicom(tmp_path / uid, StudyInstanceUID=uid, StudyDate=day)
    assert list(studies(tmp_path)) == ["1.9", "1.2", "1.3"]


@pytest.mark.parametrize(
    ("name", "patient", "side"),
    [
        ("9000296L.png", "9000296", "L"),
        ("person12_virus_7.jpeg", "person12", ""),
        ("NORMAL2-IM-0115-0001-0002.jpeg", "NORMAL2-IM-0115", ""),
        ("00000013_005.png", "00000013", ""),
        ("1234567L.png", "", ""),
        ("holiday.jpeg", "", ""),
    ],
)
def test_names(name: str, patient: str, side: str) -> None:
    header = header_from_name(Path(name))
    assert (header.patient_id, header.laterality) == (patient, side)
