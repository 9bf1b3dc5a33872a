"""The log file holds no names, paths or words of headers, and its end is read as entries."""

import logging

import pytest

from xraydesk import log_file
from xraydesk.errors import UnreadableImage
from xraydesk.log_file import start_log, stop_log
from xraydesk.settings import LOG_NAME

FILM = "/films/Doe^Jane 1950-02-03/Doe Jane.dcm"


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
    assert found[1].trace[-1] == "  ValueError"
    assert "test_log_file.py, line" in found[1].trace[-2]
    assert found[1].text().endswith("ERROR xraydesk.test: Reading failed\n" + "\n".join(found[1].trace))
    assert [e.message for e in log_file.at_least(found, "WARNING")] == ["Reading failed", "later"]
    assert log_file.without_patients(found[1]) == found[1].text()


def chained():
    try:
        open(FILM)  # noqa: SIM115, PTH123
    except OSError as error:
        raise UnreadableImage("The file ends early", subject=FILM, remedy="Ask for Doe's film again") from error


@pytest.mark.parametrize("work", [fail, chained, lambda: {}[FILM]])
def test_the_file_names_nobody_whatever_an_error_says(work, log, tmp_path):
    try:
        work()
    except Exception as error:
        kind = type(error).__name__
        log.exception("Reading failed: %s", FILM)
        log.warning("%s: %s", error, kind, exc_info=error, stack_info=True)
    text = (tmp_path / LOG_NAME).read_text("utf-8")
    assert "doe" not in text.lower()
    assert "films" not in text
    assert (text.count(kind), text.count(" xraydesk.test: ")) == (2, 2)
    assert "test_log_file.py, line" in text


def test_a_log_of_before_is_read_without_patients(tmp_path):
    head = "2026-03-04 08:00:00,123 ERROR xraydesk.a: Reading failed"
    trace = [
        "Traceback (most recent call last):",
        '  File "/home/ada/xraydesk/imaging/load.py", line 12, in load',
        f'    raise ValueError("{FILM}")',
        "ValueError: DOE^JANE is no number",
        "Doe: said twice",
    ]
    (tmp_path / LOG_NAME).write_text("\n".join([head, *trace]))
    (entry,) = log_file.last_entries(tmp_path)
    assert log_file.without_patients(entry).splitlines()[1:] == [
        "  xraydesk/imaging/load.py, line 12, in load",
        "  ValueError",
    ]


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


def test_the_log_goes_to_the_data_folder(tmp_path):
    start_log(tmp_path / "data")
    logging.getLogger("xraydesk.test").info("hello bad\udcff")
    stop_log()
    assert "INFO xraydesk.test: hello" in (tmp_path / "data" / LOG_NAME).read_text("utf-8")


def test_no_log_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("x")
    start_log(tmp_path / "file")
    logging.getLogger("xraydesk.test").error("hello")
    stop_log()
