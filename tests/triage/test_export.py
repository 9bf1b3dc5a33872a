from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.triage import fakes
from xraydesk.errors import XraydeskError
from xraydesk.imaging.study import SkippedFile, Study
from xraydesk.triage import export, table
from xraydesk.triage.activation import ActivationMap
from xraydesk.triage.assessment import Band, ImageStatus
from xraydesk.triage.banding import assess, not_scored
from xraydesk.triage.pictures import overlay, safe_name
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.worklist import Entry, make_rows

CARD = fakes.card()
CARDS = {CARD.id: CARD}
SUMMARY = RunSummary(2, 3, scored=2, seconds=1.5, images_per_second=2.0, stages={"scan": 0.1}, device="CPU")


def entries(patient: str = "A-1", study: str = "1.2.3") -> list[Entry]:
    first = fakes.instance(Path("/films/a.dcm"), patient_id=patient, patient_name="X^Y", age_years=3.0, sex="F")
    second = fakes.instance(Path("/films/b.dcm"))
    both = Study(study, (first, second))
    answer = fakes.answered(first, "aa", fakes.prediction(0.75))
    bad = not_scored(second, ImageStatus.UNREADABLE, "the file is empty")
    other = Study("other", (second,))
    return [Entry(other, assess(other, [bad], CARDS)), Entry(both, assess(both, [answer, bad], CARDS))]


def test_the_json_object_has_the_documented_shape() -> None:
    made = export.to_json(
        [CARD], [e.assessment for e in entries()], [SkippedFile(Path("/films/x.txt"), "no image")], SUMMARY
    )
    text = json.loads(export.json_text(made))
    assert list(text) == ["model", "models", "device", "studies", "skipped", "timing"]
    named = {"id": "fake", "version": "1.0", "sha256": "ab" * 32}
    assert text["model"] == {**named, "operating_points": "card"}
    assert text["models"] == [text["model"]] == [study["model"] for study in text["studies"][:1]]
    assert text["skipped"] == [{"path": "/films/x.txt", "reason": "no image"}]
    assert text["timing"] == {"seconds": 1.5, "images_per_second": 2.0, "stages": {"scan": 0.1}}
    unread, likely = text["studies"]
    assert list(likely) == [
        "study_id", "band", "reason", "score", "probabilities", "grade", "model", "images",
    ]  # fmt: skip
    assert (likely["band"], likely["score"], likely["probabilities"]) == (
        "likely abnormal",
        0.75,
        {"abnormal": 0.75, "other": 0.375},
    )
    assert likely["images"][0] == {
        "path": "/films/a.dcm",
        "frame": 0,
        "status": "scored",
        "reason": "",
        "probabilities": {"abnormal": 0.75, "other": 0.375},
        "logits": {"abnormal": 0.75, "other": 0.375},
        "distance": 1.0,
        "grade": None,
        "model": "fake",
        "regions": [],
    }
    assert (unread["band"], unread["score"], unread["images"][0]["status"]) == ("not assessed", None, "unreadable")


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_csv_names_patient_and_model(tmp_path: Path) -> None:
    target = tmp_path / "new" / "list.csv"
    made = entries("胸-1")
    export.write_csv([CARD], make_rows(made), [e.assessment for e in made], target)
    first, second = read_csv(target)
    assert (first["rank"], first["band"], first["score"], first["patient_id"]) == (
        "1",
        "likely abnormal",
        "0.75",
        "胸-1",
    )
    assert (first["patient_name"], first["age_years"], first["driven_by"]) == ("X^Y", "3.0", "/films/a.dcm")
    assert (first["probability abnormal"], first["model"], first["model_sha256"]) == ("0.75", "fake", "ab" * 32)
    assert (second["band"], second["reason"], second["score"]) == ("not assessed", "the file is empty", "")
    assert [path.name for path in target.parent.iterdir()] == ["list.csv"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    made = entries(text, study=text)
    export.write_csv([CARD], make_rows(made), [e.assessment for e in made], tmp_path / "x.csv")
    first = read_csv(tmp_path / "x.csv")[0]
    assert first["patient_id"] == first["study_id"] == "'" + text


@given(st.text())
def test_any_text_goes_through_the_csv(tmp_path_factory, text: str) -> None:
    folder = tmp_path_factory.mktemp("csv")
    made = entries(text)
    export.write_csv([CARD], make_rows(made), [e.assessment for e in made], folder / "x.csv")
    assert read_csv(folder / "x.csv")[0]["patient_id"].removeprefix("'") == text.removeprefix("'")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(XraydeskError, match="cannot be written"):
        export.write_text(tmp_path / "file" / "x.json", "{}")


def test_names_that_are_no_unicode_are_written(tmp_path: Path) -> None:
    export.write_text(tmp_path / "x", "bad\udcff")
    assert (tmp_path / "x").read_text() == "bad\\udcff"


@given(st.text(max_size=300))
def test_file_names_are_safe(study_id: str) -> None:
    name = safe_name(study_id)
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| \n')
    assert len(name) < 80
    assert name


def test_file_names_of_different_studies_differ() -> None:
    assert len({safe_name(name) for name in ("a/b", "a_b", "a b", "a:b", "x" * 100, "x" * 101)}) == 6
    assert safe_name("1.2.840") == "1.2.840"


def test_the_overlay_colours_where_the_evidence_is_and_nowhere_else() -> None:
    grey = np.full((200, 100), 128, np.uint8)
    values = np.zeros((4, 4), np.float32)
    values[0, :] = 6.0
    values[3, :] = -6.0
    made = overlay(grey, ActivationMap(values, "abnormal"))
    assert made.shape == (200, 100, 3)
    assert made[5, 50].tolist() != [128, 128, 128]
    assert made[195, 50].tolist() == [128, 128, 128]


def test_a_weak_map_looks_weak() -> None:
    grey = np.full((64, 64), 128, np.uint16) << 8
    strong, weak = (overlay(grey, ActivationMap(np.full((2, 2), v, np.float32), "x")).astype(int) for v in (4.0, 0.2))
    assert abs(strong - 128).max() > 2 * abs(weak - 128).max()
    assert overlay(np.zeros((3000, 1500), np.uint8), ActivationMap(np.zeros((2, 2), np.float32), "x")).shape == (
        1024,
        512,
        3,
    )


def test_the_table_is_cut_to_the_terminal_and_cannot_steer_it() -> None:
    lines = table.table(make_rows(entries("\x1b[31mred\n")), width=72)
    assert all(line.isprintable() and len(line) <= 72 for line in lines)
    assert lines[1].split()[:4] == ["1", "^", "likely", "abnormal"]
    assert "the file is empty" in lines[2]


def test_totals_name_every_band() -> None:
    words = table.totals(make_rows(entries()), SUMMARY, 2)
    assert (
        words
        == "2 studies, 3 images in 1.5 s (2/s, 0 known before): 1 likely abnormal, 1 not assessed; 2 files left out"
    )


def test_progress_in_words() -> None:
    assert table.progress_line(Progress(0, 0, stage="reading the folder: 50 files")) == "reading the folder: 50 files"
    assert (
        table.progress_line(Progress(412, 1000, 38.2, 15.4, "scoring"))
        == "scoring: 412 of 1,000 images, 38/s, 15 s left"
    )


def test_the_caution_names_model_and_population() -> None:
    whom = "fake 1.0 is for children of 1-5 years. Operating point not checked at this site."
    assert table.caution([CARD]) == f"Research use. Not a diagnosis. {whom}"


def test_rows_carry_what_the_header_says() -> None:
    row = make_rows(entries())[0]
    assert (row.label, row.sex, row.age_years, row.status, row.band) == ("A-1", "F", 3.0, "unread", Band.LIKELY)
    assert isinstance(row.arrived, datetime)
