"""The log's end is read as entries; what goes to support holds no names, paths or words of headers."""

import logging

import pytest

from xraydesk import log_file
from xraydesk.settings import LOG_NAME, start_log, stop_log


@pytest.fixture
def log(tmp_path):
    start_log(tmp_path)
    yield logging.getLogger("xraydesk.test")
    stop_log()


def fail():
    raise ValueError("DOE^JANE is no number\nDoe: said twice")


def test_entries_come_back_with_level_and_trace(log, tmp_path):
    log.info("begun")
    try:
        fail()
    except ValueError:
        log.exception("Reading failed")
    log.warning("later")
    found = log_file.last_entries(tmp_path)
    assert [(e.level, e.message) for e in found] == [
        ("INFO", "begun"),
        ("ERROR", "Reading failed"),
        ("WARNING", "later"),
    ]
    assert found[1].trace[-2:] == ("ValueError: DOE^JANE is no number", "Doe: said twice")
    assert found[1].text().endswith("ERROR xraydesk.test: Reading failed\n" + "\n".join(found[1].trace))
    assert [e.message for e in log_file.at_least(found, "WARNING")] == ["Reading failed", "later"]
    said = log_file.without_patients(found[1])
    assert "ValueError" in said
    assert "test_log_file.py, line" in said
    assert "doe" not in said.lower()


def test_no_log_and_a_torn_one_are_no_fault(tmp_path):
    assert log_file.last_entries(tmp_path) == []
    (tmp_path / LOG_NAME).write_bytes(b"\xff torn\n  trace\n2026-03-04 08:00:00,123 INFO xraydesk.a: begun\n" * 3)
    assert [e.message for e in log_file.last_entries(tmp_path, 2)] == ["begun", "begun"]


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("Stopped after 12 of 13 images", "Stopped after 12 of 13 images"),
        ("No such file: '/films/Doe Jane/1.dcm'", "No such file: [left out]"),
        ("Cannot read /films/Doe Jane/1.dcm at all", "Cannot read [left out]"),
        (r"Cannot read C:\films\Doe Jane\1.dcm", "Cannot read [left out]"),
        (r"Cannot read \\server\Doe Jane\1.dcm", "Cannot read [left out]"),
        ("Left out: no card (/home/ada/models/x).", "Left out: no card [left out]"),
        ("Odd name DOE^JANE in a header", "Odd name [left out]"),
        ("Folder Doe/Jane is gone", "Folder [left out]"),
        ("Study 1.2.840.10008.1.2.3 again", "Study [UID] again"),
        ("first\nDoe", "first"),
    ],
)
def test_a_sentence_ends_where_it_might_tell_of_a_patient(message, kept):
    assert log_file.scrubbed(message) == kept
