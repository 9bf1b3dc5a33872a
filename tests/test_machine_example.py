"""The example that ships and the page on settings name every key, and what they show is without a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xraydesk.machine_file import KEYS, LOCKED, parse
from xraydesk.settings import NAMES

PROJECT = Path(__file__).resolve().parents[1]
EXAMPLE = (PROJECT / "packaging" / "machine.example.toml").read_text("utf-8")
PAGE = (PROJECT / "docs" / "settings.md").read_text("utf-8")


def switched_on(text: str) -> str:
    """Return the example with its keys in use; words on them begin with a space or a second mark."""
    return re.sub(r"(?m)^#(?=[a-z_]+ = )", "", text)


def test_the_example_changes_nothing_as_it_is() -> None:
    assert parse(EXAMPLE) == (parse("")[0], ())


def test_the_example_has_every_key_and_no_fault() -> None:
    settings, faults = parse(switched_on(EXAMPLE))
    assert faults == ()
    assert {*settings.values, "locked"} == set(KEYS)
    assert settings.locked
    useful = re.sub(r"\s*#\s*", " ", EXAMPLE.partition("Useful names: ")[2].partition(".")[0])
    assert {*useful.replace(",", "").split()} == {"data_dir", *KEYS.keys() & NAMES} - {LOCKED}


def test_the_page_tells_of_every_key() -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \|", PAGE)
    assert rows == list(KEYS)


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL))
def test_what_the_page_shows_is_without_a_fault(block: str) -> None:
    settings, faults = parse(re.sub(r"'(?:D:|\\\\server)\\[^']*'", "'/srv/x'", block))  # as Windows writes it
    assert faults == ()
    assert settings.locked
