"""What this copy of the program is made of: every part with its version and licence, as its own metadata say."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from xraydesk import __version__

PROGRAM = "xraydesk"
FIRST = ("torch", "torchvision", "PySide6_Essentials", "pydicom", "numpy")  # asked for first when something goes wrong
UNSTATED = "not stated"
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program."""

    name: str
    version: str
    licence: str


@cache
def parts() -> tuple[Part, ...]:
    """Return xraydesk, Python and all that is needed at run time, the ones most asked for first, then by name."""
    found = {key(part.name): part for part in _needed()}
    first = [found.pop(key(name)) for name in FIRST if key(name) in found]
    program = Part(PROGRAM, __version__, _licence_of(PROGRAM))
    python = Part("Python", platform.python_version(), "PSF-2.0")
    return (program, python, *first, *(found[name] for name in sorted(found)))


def _needed() -> Iterator[Part]:
    """Yield what the program requires, and what that requires, as far as it is installed."""
    waiting, seen = requirements(PROGRAM), {key(PROGRAM)}
    while waiting:
        name = waiting.pop()
        if key(name) in seen:
            continue
        seen.add(key(name))
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # for another system, or left out of a frozen build
            continue
        yield Part(about["Name"], about["Version"], licence(about))
        waiting += requirements(name)


def requirements(name: str) -> list[str]:
    """Return the names of what a distribution requires, extras left out (PEP 508)."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    always = (line for line in lines if "extra ==" not in line.partition(";")[2])
    return [match[0] for line in always if (match := re.match(r"[\w.-]+", line))]


def _licence_of(name: str) -> str:
    try:
        return licence(metadata.metadata(name))
    except metadata.PackageNotFoundError:
        return UNSTATED


def licence(about: metadata.PackageMetadata) -> str:
    """Return a licence's name: the expression (PEP 639), else one line of text, else what the classifiers say."""
    if "License-Expression" in about:
        return about["License-Expression"]
    text = about["License"].strip() if "License" in about else ""
    if text and "\n" not in text and text.upper() != "UNKNOWN":  # some put the whole text there
        return text
    named = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith(_CLASSIFIER)]
    return " or ".join(named) or UNSTATED


def key(name: str) -> str:
    """Return a distribution's name as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
