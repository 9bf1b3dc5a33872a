"""Sentences from below the window, which come in English, in the window's language.

The rooms below know no Qt, and the database keeps what they say. `message_patterns` has their sentences with
``{placeholders}``; a text that fits none is shown as it came. A sentence may hold others: a reason in a study's, a
device in a notice. A clause of the list begins with a small letter where its sentence does not, and fits all the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import marked, translate
from xraydesk.gui.message_patterns import PATTERNS

_NESTED = frozenset(["what", "reason", "words", "device", "other_device", "region", "other_region", "population"])
_NAMED = frozenset({"population", "films", "region"})  # hold names one by one: "CR or DX, chest"
_NUMBERS = frozenset(["number", "count", "low", "high", "columns", "rows", "bits", "size", "known"])
_KINDS = {
    "view": r"[^:;. ]+",
    "modality": "[^:;]{1,16}",
    "region": '[^:;"]+',
    "gpu": "[^,:;()]+",
}  # where less would do
_JOINTS = ("; ", " and ")  # of several sentences, of several devices
_WHOLE = re.compile(r"(?P<what>.+?)(?: \((?P<subject>.+?)\))?(?:\. (?P<remedy>.+?))?(?P<stop>\.?)", re.DOTALL)


def error_sentence(error: XraydeskError) -> str:
    """Return what happened, to which file, and what to do, as `XraydeskError.sentence` does in English."""
    where = f" ({error.subject})" if error.subject else ""
    todo = f" {said(error.remedy)}." if error.remedy else ""
    return f"{said(error.what)}{where}.{todo}"


def said(english: str) -> str:
    """Return a sentence from below in the window's language; as it came where no pattern fits or has a translation.

    Takes the sentence of an error, too, and several sentences of one study joined by a semicolon.
    """
    found = _fit(english)
    return _several(english) if found is None else _say(english, *found)


def _say(english: str, pattern: str, parts: dict[str, str]) -> str:
    shown = translate("Messages", pattern)
    text = shown.format(**{name: _part(name, part) for name, part in parts.items()})
    as_it_came = shown == pattern and not pattern.startswith("{")
    return english[:1] + text[1:] if as_it_came else text


def _part(name: str, part: str) -> str:
    if name in _NUMBERS:
        return marked(part)
    text = said(part) if name in _NESTED else part
    if name in _NAMED and text == part:
        return "".join(said(word) for word in re.split(r"(,? )", part))
    return text


def _several(english: str) -> str:
    for joint in _JOINTS:
        pieces = english.split(joint)
        if len(pieces) > 1 and any(_fit(piece) for piece in pieces):
            return joint.replace("and", said("and")).join(map(said, pieces))
    whole = _WHOLE.fullmatch(english)
    return english if whole is None else _whole(english, **whole.groupdict())


def _whole(english: str, what: str, subject: str | None, remedy: str | None, stop: str) -> str:
    """Say the sentence of an error as `XraydeskError.sentence` writes it."""
    if what == english:
        return english
    where = f" ({subject})" if subject else ""
    todo = f". {said(remedy)}" if remedy else ""
    return f"{said(what)}{where}{todo}{stop}"


@lru_cache(4096)
def _fit(english: str) -> tuple[str, dict[str, str]] | None:
    """Return the first pattern that fits and what stands for its placeholders; independent of the language."""
    for pattern in PATTERNS:
        match = _matcher(pattern).fullmatch(english)
        if match is not None:
            return pattern, match.groupdict()
    return None


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    first, *rest = re.split(r"\{(\w+)\}", pattern)
    parts = [f"(?P<{piece}>{_kind(piece)})" if n % 2 == 0 else re.escape(piece) for n, piece in enumerate(rest)]
    begin = f"(?i:{re.escape(first[:1])}){re.escape(first[1:])}"
    return re.compile("".join((begin, *parts)), re.DOTALL)


def _kind(name: str) -> str:
    return r"[\d.,]+" if name in _NUMBERS else _KINDS.get(name, ".+?")
