"""Two texts to be copied: what this program is made of, and a report for those who keep it running.

Neither holds anything of patients: no names, no ids, no folders, no words of a header.
"""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from xraydesk import machine
from xraydesk.inference.card import ModelCard, PointsKind
from xraydesk.log_file import Entry, at_least, last_entries, scrubbed, without_patients
from xraydesk.parts import parts
from xraydesk.settings import FILE_NAME as SETTINGS_NAME
from xraydesk.settings import LOG_NAME, Settings, log_dir
from xraydesk.store.database import FILE_NAME as DATABASE_NAME
from xraydesk.triage.listing import Counts

MOST_WARNINGS = 20
LGPL = "Qt and PySide6 are used under the GNU Lesser General Public License, version 3."
_PERSONAL = ("reader",)  # said to be set or not, never what
_WAITING = "waiting"


def places(data_dir: Path) -> dict[str, Path]:
    """Return where the program's own files lie, by what they hold."""
    path = machine.in_force().path
    return {
        "Verdicts, results and the audit log": data_dir / DATABASE_NAME,
        "The program's log (it names no patient and no folder)": log_dir(data_dir) / LOG_NAME,
        "Settings": data_dir / SETTINGS_NAME,
        **({} if path is None else {"Set for this machine by an administrator": path}),
    }


def about(cards: Sequence[ModelCard]) -> str:
    """Return versions and licences of all parts, the installed models with their hashes, and the machine's settings."""
    models = _models(cards, [card.points_words for card in cards])
    lines = ["Models", *models, "", *_machine_words(), "", "Parts"]
    lines += [f"{part.name} {part.version}: {part.licence}" for part in parts()]
    return "\n".join([*lines, "", LGPL])


def report(
    data_dir: Path, cards: Sequence[ModelCard], counts: Counts, device_words: str, screen: Mapping[str, str]
) -> str:
    """Return a report for support in plain text, without patients.

    Parameters
    ----------
    data_dir
        Its settings and the end of its log are told of.
    cards
        The installed models.
    counts
        Of the open folder.
    device_words
        What the models run on; "" where none is loaded.
    screen
        What the window knows of itself: name -> words.
    """
    log = last_entries(log_dir(data_dir))
    warnings = at_least(log, "WARNING")[-MOST_WARNINGS:]
    sections = {
        "Computer": [f"{name}: {words}" for name, words in _computer(device_words).items()],
        "Screen": [f"{name}: {words}" for name, words in screen.items()],
        "Models": _models(cards, [_points_kept(card) for card in cards]),
        "Set for this machine": _machine(),
        "Settings": _settings(Settings.load(data_dir)),
        "Open folder": _counted(counts),
        "Log": _levels(log),
        f"Last warnings and errors ({len(warnings)})": [without_patients(entry) for entry in warnings],
        "Parts": [f"{part.name} {part.version}" for part in parts()],
    }
    blocks = ["\n".join([title, *(f"  {line}" for line in _flat(lines))]) for title, lines in sections.items()]
    return "\n\n".join(["xraydesk: report for support. It holds no patient data.", *blocks]) + "\n"


def _computer(device_words: str) -> dict[str, str]:
    return {
        "System": platform.platform(),
        "Processor": f"{platform.machine()}, {os.cpu_count()} cores",
        "Models run on": device_words or "nothing yet",
    }


def _models(cards: Sequence[ModelCard], points: Iterable[str]) -> list[str]:
    return [
        f"{card.title} ({card.id} {card.version}): licence {card.licence or 'not stated'}, "
        f"weights sha256 {card.weights_sha256}, operating points: {words}"
        for card, words in zip(cards, points, strict=True)
    ] or ["No model is installed."]


def _points_kept(card: ModelCard) -> str:
    """Return which version of the operating points holds, but not who made it so and why: a person's words."""
    held = card.held
    return PointsKind.CARD if held is None else f"{held.kind} {held.at.astimezone():%Y-%m-%d}"


def _machine_words() -> list[str]:
    """Return which file of an administrator's is in force, and what it sets."""
    here = machine.in_force()
    if here.path is None:
        return ["Set for this machine: nothing"]
    locked = [f"Locked: {', '.join(sorted(here.locked))}"] if here.locked else []
    return [f"Set for this machine: {here.path}", f"In it: {', '.join(here.values)}", *locked]


def _machine() -> list[str]:
    """Return the same for support, which must not read the name of a folder."""
    here = machine.in_force()
    values = (f"{name}: {_value(name, value)}{', locked' if name in here.locked else ''}"
              for name, value in here.values.items())  # fmt: skip
    return [f"file: {machine.place_words(here.path)}", *values]


def _settings(settings: Settings) -> list[str]:
    return [f"{field.name}: {_value(field.name, getattr(settings, field.name))}" for field in fields(settings)]


def _value(name: str, value: object) -> str:
    """Return a setting in words; folders are counted and people not named."""
    if name.endswith(("folders", "folder", "_dir", "_dirs")):
        return f"{len(value)} folders" if isinstance(value, tuple) else "set" if value else "not set"
    if name in _PERSONAL:
        return "set" if value else "not set"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return scrubbed(str(value)) or "not set"


def _counted(counts: Counts) -> list[str]:
    bands = [f"{band or _WAITING}: {number:,}" for band, number in sorted(counts.bands.items()) if number]
    return [f"studies: {counts.total:,}", f"unread: {counts.unread:,}", *bands]


def _levels(log: Iterable[Entry]) -> list[str]:
    found = Counter(entry.level for entry in log)
    return [f"{level.lower()}: {number:,}" for level, number in found.items()] or ["empty"]


def _flat(lines: Iterable[str]) -> list[str]:
    return [line for text in lines for line in text.split("\n")]
