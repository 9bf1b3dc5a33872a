"""Phrases of the window."""

from datetime import datetime

import pytest

from xraydesk.gui import language, messages, words
from xraydesk.triage.progress import Progress


@pytest.mark.parametrize(
    ("years", "text"), [(None, ""), (0.02, "7 d"), (0.5, "6 m"), (3.9, "3 y"), (54.0, "54 y"), (0.0, "0 d")]
)
def test_age(years, text):
    assert words.age(years) == text


@pytest.mark.parametrize(
    ("p", "text"), [(None, "–"), (0.0, "< 0.01"), (0.0049, "< 0.01"), (0.126, "0.13"), (0.994, "0.99"), (1.0, "> 0.99")]
)
def test_probability_never_says_never_or_always(p, text):
    assert words.probability(p) == text


def test_duration():
    assert [words.duration(s) for s in (0.2, 59, 90, 3700)] == ["1 s", "59 s", "2 min", "1 h 2 min"]


def test_progress():
    assert words.progress_line(Progress(0, 0, stage="reading the folder")) == "Reading the folder"
    assert words.progress_line(Progress(412, 1000, 38.2, 15.4)) == "412 / 1,000 images, 38/s, 15 s left"
    assert words.progress_line(Progress(0, 1000, stage="loading the model")) == "0 / 1,000 images, loading the model"


@pytest.mark.parametrize(
    ("dicom", "text"),
    [
        ("DOE^JANE^M", "DOE, JANE M"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("=洪^吉洞", "洪, 吉洞"),
        ("", ""),
        ("^^", ""),
    ],
)
def test_person_name(dicom, text):
    assert words.person_name(dicom) == text


def test_dates():
    assert words.date_time(datetime.fromisoformat("2026-03-04 14:02")) == "2026-03-04 14:02"
    assert words.date_time(datetime.fromisoformat("2026-03-04")) == "2026-03-04"
    assert words.date_time(None) == ""


def test_how_many():
    assert [words.studies(n) for n in (0, 1, 1204)] == ["0 studies", "1 study", "1,204 studies"]
    assert [words.images(n) for n in (1, 2)] == ["1 image", "2 images"]


def test_numbers_are_marked_as_the_language_does(monkeypatch):
    assert (words.figure(1204), words.figure(0.94, ".2f"), words.figure(1234.5, ",g")) == ("1,204", "0.94", "1,234.5")
    monkeypatch.setattr(language, "translate", lambda _context, text: {"en_US": "de_DE"}.get(text, text))
    assert (words.figure(1204), words.figure(0.94, ".2f"), words.figure(1234.5, ",g")) == ("1.204", "0,94", "1.234,5")
    assert words.probability(0.9999) == "> 0,99"
    assert words.studies(12345) == "12.345 studies"
    assert messages.said("reading the folder: 1,204 files") == "reading the folder: 1.204 files"
    assert words.figure(1204, "d") == "1204", "a number that no marks are wanted for has none"
