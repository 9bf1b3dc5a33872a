"""Marks come back when the folder is opened again: to their reader, by the content of the film."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage import fakes
from xraydesk.errors import StoreError
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.triage.desk import Desk

LINE = Measurement(MeasurementKind.LENGTH, ((1.0, 2.0), (30.5, 40.0)))
ANGLE = Measurement(MeasurementKind.ANGLE, ((1.0, 2.0), (30.5, 40.0), (5.0, 5.0)))


def opened(desk: Desk, folder: Path) -> dict[str, str]:
    desk.start(folder, fakes.Ears())
    assert desk.wait(60)
    return {row.patient_id or row.study_id: row.study_id for row in desk.rows()}


def test_marks_come_back_to_their_reader(installed: Path, film_folder: Path) -> None:
    with Desk(installed, reader="anna", device="cpu") as desk:
        study = opened(desk, film_folder)["C0"]
        desk.annotations.record(study, 0, "a", LINE)
        desk.annotations.record(study, 0, "b", ANGLE)
        desk.annotations.record(study, 0, "a", LINE, removed=True)
    with Desk(installed, reader="anna", device="cpu") as desk:
        names = opened(desk, film_folder)
        assert desk.annotations.of_image(study, 0) == {"b": ANGLE}
        assert desk.annotations.of_image(names["C1"], 0) == {}
        assert desk.verify_logs() == []
    with Desk(installed, reader="bert", device="cpu") as desk:
        opened(desk, film_folder)
        assert desk.annotations.of_image(study, 0) == {}


def test_another_picture_under_the_same_name_has_none(installed: Path, film_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    picture = (film_folder / "picture.png").read_bytes()
    with Desk(installed, reader="anna", device="cpu") as desk:
        opened(desk, film_folder)
        desk.annotations.record("picture.png", 0, "a", LINE)
        (other / "picture.png").write_bytes(picture + b"x")
        opened(desk, other)
        assert desk.annotations.of_image("picture.png", 0) == {}
        (other / "picture.png").write_bytes(picture)
        opened(desk, other)
        assert desk.annotations.of_image("picture.png", 0) == {"a": LINE}


def test_what_cannot_be_written_is_said(installed: Path, film_folder: Path) -> None:
    desk = Desk(installed, reader="anna", device="cpu")
    study = opened(desk, film_folder)["C0"]
    desk.close()
    with pytest.raises(StoreError):
        desk.annotations.record(study, 0, "a", LINE)
