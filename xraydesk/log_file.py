"""The program's own log file: nothing that might tell of a patient is written to it; its end can be read again."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from xraydesk.settings import LOG_NAME

NOTICE = "notice"  # what a record carries that who works at the command line must hear, too
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_LOG_BYTES, _LOG_FILES = 1_000_000, 3
_TAIL = 512 * 1024  # bytes that are read from the end
_HEAD = re.compile(rf"(\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d)(?:,\d+)? ({'|'.join(LEVELS)}) ([\w.]+): (.*)")
_FRAME = re.compile(r' *(?:File "(.*)"|([\w./<>-]+)), line (\d+), in (\S+)')  # as Python writes it, and as here
_ERROR = re.compile(r"(?:  )?(xraydesk(?:\.\w+)+|[\w.]*(?:Error|Exception|Warning|Interrupt|Exit))(?::|$)")
_UID = re.compile(r"\d+(?:\.\d+){4,}")
_TELLING = re.compile(r"[\"'`“”‘’^]|(?:^|[\s(=])(?:[A-Za-z]:)?[\\/~]|file:[\\/]|\w[\\/]\w")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log: its first line in parts, and the lines of the trace that follow it."""

    at: str  # "2026-03-04 08:00:00"
    level: str  # of `LEVELS`
    source: str  # the module that wrote it
    message: str
    trace: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the entry as it stands in the file."""
        return "\n".join((f"{self.at} {self.level} {self.source}: {self.message}", *self.trace))


class Discreet(logging.Formatter):
    """Writes entries `without_patients`: what an error says, and where a film lies, may name one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the entry as it stands in the file."""
        trace: list[str] = []
        if record.exc_info and record.exc_info[0] is not None:
            trace += self.formatException(record.exc_info).splitlines()
        if record.stack_info:
            trace += self.formatStack(record.stack_info).splitlines()
        at = self.formatTime(record)
        return without_patients(Entry(at, record.levelname, record.name, record.getMessage(), tuple(trace)))


class Notices(logging.StreamHandler[TextIO]):
    """Says on standard error what a record has for the person who is there: such a `NOTICE` may name a folder."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record has something to say."""
        return hasattr(record, NOTICE)

    def format(self, record: logging.LogRecord) -> str:
        """Return what it says."""
        return f"xraydesk: {getattr(record, NOTICE)}"


def start_log(folder: Path) -> None:
    """Send the log to a file in a folder, kept small; a folder that cannot be written only loses the log.

    Notices go to standard error, too.
    """
    root = logging.getLogger("xraydesk")
    root.setLevel(logging.INFO)
    root.propagate = False
    stop_log()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(Discreet())
    root.addHandler(handler)
    root.addHandler(Notices())


def stop_log() -> None:
    """Close the log file."""
    root = logging.getLogger("xraydesk")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()


def last_entries(folder: Path, most: int = 1000) -> list[Entry]:
    """Return the last entries of the log in a folder, oldest first; none where there is no log."""
    try:
        with (folder / LOG_NAME).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return []
    return entries(text.splitlines())[-most:]


def entries(lines: Iterable[str]) -> list[Entry]:
    """Return lines put together as entries; what stands before the first whole entry is left out."""
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in lines:
        head = _HEAD.fullmatch(line)
        if head:
            found.append((head, []))
        elif found:
            found[-1][1].append(line)
    return [Entry(head[1], head[2], head[3], head[4], tuple(trace)) for head, trace in found]


def at_least(some: Iterable[Entry], level: str) -> list[Entry]:
    """Return the entries of a level and above."""
    least = LEVELS.index(level)
    return [entry for entry in some if LEVELS.index(entry.level) >= least]


def without_patients(entry: Entry) -> str:
    """Return an entry as anybody may read it; one that was written so stays as it is.

    A message is cut where a path or a quotation begins, as either may hold a name; of a trace the places in the program
    stay, and of the error its kind: what an error says may come from a header.
    """
    lines = [f"{entry.at} {entry.level} {entry.source}: {scrubbed(entry.message)}"]
    for before, line in pairwise(("", *entry.trace)):
        frame = _FRAME.fullmatch(line)
        if frame:
            lines.append(f"  {_module(frame[1] or frame[2])}, line {frame[3]}, in {frame[4]}")
        elif before.startswith(" ") and (error := _ERROR.match(line)):  # what follows may be the rest of its words
            lines.append(f"  {error[1]}")
    return "\n".join(lines)


def scrubbed(text: str) -> str:
    """Return a sentence up to where a path, a quotation or a person's name in DICOM's writing begins; no UIDs."""
    line = text.partition("\n")[0]
    telling = _TELLING.search(line)
    if telling:
        word = line.rfind(" ", 0, telling.start() + 1) + 1
        line = f"{line[:word]}[left out]"
    return _UID.sub("[UID]", line)


def _module(path: str) -> str:
    """Return where in a package a file lies, without the folders above it."""
    parts = re.split(r"[\\/]", path)
    packages = [n for n, part in enumerate(parts) if part in ("xraydesk", "site-packages")]
    return "/".join(parts[packages[-1] :]) if packages else parts[-1] if parts[-1].endswith(".py") else "[left out]"
