"""The texts for support: everything that explains a fault, nothing that tells of a patient."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import films
from tests.triage import fakes
from xraydesk.errors import UnreadableImage
from xraydesk.inference.card import HeldPoints, PointsKind
from xraydesk.log_file import start_log, stop_log
from xraydesk.parts import UNSTATED, licence, parts
from xraydesk.settings import LOG_NAME, change_settings
from xraydesk.triage import support
from xraydesk.triage.desk import Desk
from xraydesk.triage.listing import Counts

SECRETS = ("doe", "jane", "1950", "pid77", "acc77", "smith", "ada l.", "films")


@pytest.fixture
def logged(installed: Path) -> Iterator[Path]:
    start_log(installed)
    yield installed
    stop_log()


@pytest.fixture
def named_folder(tmp_path: Path) -> Path:
    """Return a folder that bears a patient's name, with sound and broken films of patients with names."""
    folder = tmp_path / "films" / "DOE^JANE 1950-02-03" / "Smith, Bob"
    folder.mkdir(parents=True)
    who = {"PatientName": "Doe^Jane", "PatientID": "PID77", "AccessionNumber": "ACC77", "PatientBirthDate": "19500203"}
    for n in range(2):
        films.write_dicom(folder / f"Doe Jane {n}.dcm", films.picture(seed=n), PatientAge="003Y", **who)
    broken = films.write_dicom(folder / "Doe broken.dcm", films.picture(seed=8), **who)
    broken.write_bytes(broken.read_bytes()[:-2000])
    (folder / "Doe notes.txt").write_text("no image")
    for path in folder.iterdir():
        os.utime(path, (time.time() - 60, time.time() - 60))
    return folder


def fail(folder: Path) -> None:
    """Log what a program logs that was not written with care."""
    log = logging.getLogger("xraydesk.test")
    try:
        (folder / "Doe gone.dcm").read_bytes()
    except OSError:
        log.exception("A file is gone: %s", folder / "Doe gone.dcm")
    try:
        int("Doe^Jane")
    except ValueError as error:
        log.warning("%s", error, exc_info=error)
    log.error("%s", UnreadableImage("The file ends early", subject=folder / "Doe Jane 0.dcm", remedy="Send it again"))


def test_a_run_over_named_patients_leaves_no_name_in_the_report(logged: Path, named_folder: Path) -> None:
    change_settings(logged, reader="Ada L.")
    with Desk(logged, reader="Ada L.", device="cpu") as desk:
        ears = fakes.Ears()
        desk.start(named_folder, ears)
        assert desk.wait(60)
        study = desk.rows()[0].study_id
        desk.record_verdict(study, "abnormal", 4, "Mrs Doe, again", 2.0, True)
        fail(named_folder)
        said = support.report(
            logged, desk.models(), desk.worklist.counts(), desk.device_words, {"Screen 1": "800 x 600"}
        )
        total = desk.worklist.counts().total
    raw = (logged / LOG_NAME).read_text("utf-8").lower()
    assert "filenotfounderror" in raw  # else this test shows nothing
    for text in (raw, said.lower()):
        assert [secret for secret in SECRETS if secret in text] == []
    assert str(Path.home()) not in said
    for words in ("recent_folders: 1 folders", "reader: set", f"studies: {total}", "FileNotFoundError", "ValueError"):
        assert words in said
    assert "The file ends early [left out]" in said
    assert "test_support.py, line" in said


def test_the_report_says_what_support_asks_for(tmp_path: Path) -> None:
    change_settings(tmp_path, default_model="chest", keys=("M to F8",), recent_folders=("/a", "/b"))
    counts = Counts(7, 3, {"likely abnormal": 4, "": 3})
    said = support.report(tmp_path, [fakes.CHEST], counts, "CPU, 2 threads", {"Qt platform": "offscreen"})
    for words in (
        "Models run on: CPU, 2 threads",
        "Qt platform: offscreen",
        f"weights sha256 {fakes.CHEST.weights_sha256}",
        "default_model: chest",
        "keys: M to F8",
        "recent_folders: 2 folders",
        "studies: 7",
        "waiting: 3",
        "likely abnormal: 4",
        "Last warnings and errors (0)",
        "torch 2.",
    ):
        assert words in said


def test_the_version_of_the_operating_points_is_told_and_in_the_report_nobody_named(tmp_path: Path) -> None:
    made = datetime(2026, 3, 4, 12, tzinfo=UTC)
    held = HeldPoints(PointsKind.CHANGED, "Ada L.", made, "Mrs Doe was missed", fakes.CHEST.labels)
    card = replace(fakes.CHEST, held=held)
    assert f"operating points: {card.points_words}" in support.about([card])
    assert "operating points: card" in support.about([fakes.CHEST])
    said = support.report(tmp_path, [card], Counts(), "", {})
    assert "operating points: changed 2026-03-04\n" in said
    assert not any(words in said for words in ("Ada", "Doe"))


def test_every_part_has_a_version_and_a_licence() -> None:
    found = parts()
    assert [part.name for part in found[:4]] == ["xraydesk", "Python", "torch", "torchvision"]
    assert {"numpy", "pydicom", "pillow", "safetensors", "shiboken6"} <= {part.name for part in found}
    assert not {"pytest", "ruff"} & {part.name for part in found}
    assert [part for part in found if not part.version or part.licence == UNSTATED] == []
    assert all("\n" not in part.licence for part in found)
    assert "LGPL" in support.about([])
    assert "No model is installed." in support.about([])
    assert f"{found[2].name} {found[2].version}: {found[2].licence}" in support.about([fakes.CHEST])


def test_a_licence_is_taken_from_where_it_is_said() -> None:
    from email.message import Message

    about = Message()
    assert licence(about) == UNSTATED  # type: ignore[arg-type]
    about["Classifier"] = "License :: OSI Approved :: MIT License"
    about["License"] = "Copyright somebody\nall the text"
    assert licence(about) == "MIT License"  # type: ignore[arg-type]
    about.replace_header("License", "BSD")
    assert licence(about) == "BSD"  # type: ignore[arg-type]
    about["License-Expression"] = "BSD-3-Clause"
    assert licence(about) == "BSD-3-Clause"  # type: ignore[arg-type]
