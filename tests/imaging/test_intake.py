"""Files that come later are judged as the scan would have judged them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests import films
from xraydesk.imaging.intake import Intake
from xraydesk.imaging.scan import scan
from xraydesk.imaging.walk import FoundFile


def found(path: Path) -> FoundFile:
    status = path.stat()
    return FoundFile(path, status.st_size, status.st_mtime_ns)


def test_a_film_of_a_known_study_bears_its_name(tmp_path: Path) -> None:
    films.write_dicom(tmp_path / "a.dcm", StudyInstanceUID="1.2.3")
    intake = Intake(scan(tmp_path))
    second = films.write_dicom(tmp_path / "b.dcm", StudyInstanceUID="1.2.3")
    other = films.write_dicom(tmp_path / "c.dcm", StudyInstanceUID="1.2.4")
    arrived = intake.take([found(second), found(other)])
    assert {study.study_id: len(study.instances) for study in arrived.studies} == {"1.2.3": 1, "1.2.4": 1}


def test_pictures_are_grouped_with_those_beside_them(tmp_path: Path) -> None:
    films.write_png(tmp_path / "p1" / "image1.png")
    films.write_png(tmp_path / "mixed" / "first patient.png")
    intake = Intake(scan(tmp_path))
    new = [films.write_png(tmp_path / "p1" / "image2.png"), films.write_png(tmp_path / "mixed" / "image2.png")]
    arrived = intake.take([found(path) for path in new])
    assert {study.study_id for study in arrived.studies} == {"p1", "mixed/image2.png"}


def test_a_second_copy_is_left_out(tmp_path: Path) -> None:
    first = films.write_dicom(tmp_path / "a.dcm")
    intake = Intake(scan(tmp_path))
    copy = Path(shutil.copy(first, tmp_path / "b.dcm"))
    (tmp_path / "notes.txt").write_text("x")
    arrived = intake.take([found(copy), found(tmp_path / "notes.txt")])
    assert arrived.studies == ()
    assert [(file.path.name, file.reason[:13]) for file in arrived.skipped] == [
        ("b.dcm", "A second copy"),
        ("notes.txt", "A text file"),
    ]
    assert intake.take([]).skipped == ()
