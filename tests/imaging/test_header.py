"""What a header says, in every script and however untidily written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import films
from xraydesk.imaging.elements import Elements
from xraydesk.imaging.header import HEADER_TAGS, read_header
from xraydesk.imaging.load import load
from xraydesk.imaging.quiet import hush
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.scan import scan

AT_3_15 = datetime.fromisoformat("2024-03-01T03:15:00")  # DICOM times carry no zone


def header_of(tmp_path: Path, **tags: object) -> Header:
    """Return the header as `load` reads it, after checking that `scan` reads the same."""
    path = films.write_dicom(tmp_path / "film", **tags)
    loaded = load(path).header
    assert scan(tmp_path).studies[0].instances[0].header == loaded
    return loaded


def test_all_fields(tmp_path: Path) -> None:
    header = header_of(
        tmp_path, PatientName="Doe^Jane", AccessionNumber="A1", StudyDescription="Chest", Manufacturer="Acme",
        ImageLaterality="L", InstanceNumber=7, PatientAge="045Y", BodyPartExamined="Chest", ViewPosition="pa",
        StudyInstanceUID="1.2.3", SeriesInstanceUID="1.2.4", SOPInstanceUID="1.2.5",
    )  # fmt: skip
    assert header == Header(
        study_uid="1.2.3", series_uid="1.2.4", instance_uid="1.2.5", patient_id="T-0001", patient_name="Doe^Jane",
        age_years=45, sex="F", modality="DX", body_part="CHEST", view="PA", laterality="L",
        study_time=AT_3_15, accession="A1", description="Chest", manufacturer="Acme",
        transfer_syntax="1.2.840.10008.1.2.1", number=7,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("age", "years"),
    [("045Y", 45), ("006M", 0.5), ("012W", 12 / 52.18), ("003D", 3 / 365.25), ("45", 45), ("999Y", None), ("x", None)],
)
def test_age(tmp_path: Path, age: str, years: float | None) -> None:
    found = header_of(tmp_path, PatientAge=age, PatientBirthDate=None).age_years
    assert found == (years if years is None else pytest.approx(years))


def test_age_from_dates(tmp_path: Path) -> None:
    header = header_of(tmp_path, PatientAge=None, PatientBirthDate="20200301", StudyDate="20240301")
    assert header.age_years == pytest.approx(4, abs=0.01)
    assert header_of(tmp_path, PatientAge=None, PatientBirthDate="20990301").age_years is None


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO_IR 100", "Müller^Jörg"),
        ("ISO_IR 192", "山田^太郎=やまだ"),
        ("GB18030", "王^小东"),
        (["ISO 2022 IR 6", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎"),
        (["ISO 2022 IR 6", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
    ],
)
def test_names_in_every_script(tmp_path: Path, charset: str | list[str], name: str) -> None:
    assert header_of(tmp_path, SpecificCharacterSet=charset, PatientName=name).patient_name == name


def test_undecodable_names_are_still_text(tmp_path: Path) -> None:
    path = films.write_dicom(tmp_path / "film", SpecificCharacterSet="ISO_IR 192", PatientName="AAAA^BB")
    path.write_bytes(path.read_bytes().replace(b"AAAA^BB", b"\xff\xfe\xfd\xfc^BB"))
    assert load(path).header.patient_name.endswith("^BB")


def test_uids_become_names_and_may_hold_digits_and_dots_only(tmp_path: Path) -> None:
    path = films.write_dicom(tmp_path / "film", StudyInstanceUID="1.2.345.67")
    path.write_bytes(path.read_bytes().replace(b"1.2.345.67", b"../../etc/"))
    assert load(path).header.study_uid == ""


@pytest.mark.parametrize("day", ["2024.03.01", "20240301"])
def test_old_dates(tmp_path: Path, day: str) -> None:
    header = header_of(tmp_path, StudyDate=day, StudyTime="031500.25")
    assert header.study_time == AT_3_15


def test_a_date_that_is_none(tmp_path: Path) -> None:
    assert header_of(tmp_path, StudyDate="20241399").study_time is None
    assert header_of(tmp_path, StudyTime="997").study_time == AT_3_15.replace(hour=0, minute=0)


class _Raw:
    def __init__(self, value: bytes) -> None:
        self.value = value
        self.is_little_endian = True


@given(st.dictionaries(st.sampled_from(HEADER_TAGS), st.binary(max_size=40)))
def test_any_bytes_make_a_header(values: dict[int, bytes]) -> None:
    hush()  # as `load` and `scan` do
    raw = {tag: _Raw(value) for tag, value in values.items()}
    header = read_header(Elements(raw.get))
    assert isinstance(header, Header)
    assert header.age_years is None or 0 <= header.age_years <= 130
