"""Sentences from below the window, which come in English, in the window's language.

The rooms below know no Qt, and the database keeps what they say. Each pattern here is one of their sentences with its
``{placeholders}``; a text that fits none is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate

PATTERNS = cast(
    tuple[str, ...],
    (QT_TRANSLATE_NOOP("Messages", "The file is empty"),),
)
_NESTED = ("what", "reason", "words")  # placeholders that hold such a sentence themselves


def error_sentence(error: XraydeskError) -> str:
    """Return what happened, to which file, and what to do, as `XraydeskError.sentence` does in English."""
    where = f" ({error.subject})" if error.subject else ""
    todo = f" {said(error.remedy)}." if error.remedy else ""
    return f"{said(error.what)}{where}.{todo}"


@lru_cache(4096)
def said(english: str) -> str:
    """Return a sentence from below in the window's language; as it came where no pattern fits or has a translation."""
    for pattern in PATTERNS:
        match = _matcher(pattern).fullmatch(english)
        if match is not None:
            parts = {name: said(part) if name in _NESTED else part for name, part in match.groupdict().items()}
            return translate("Messages", pattern).format(**parts)
    return english


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", pattern)
    parts = [f"(?P<{piece}>.+)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)]
    return re.compile("".join(parts), re.DOTALL)
