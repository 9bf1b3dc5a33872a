"""Lenient reading of header values, straight from the raw bytes.

pydicom turns a value into Python on first access, which is slow for a scan of thousands of headers and raises for
values that are merely untidy ("45 Y", a decimal with a comma). Here a value that makes no sense is no value. pydicom
still does the parsing: this works on its raw data elements, of a whole data set or of a partly read file alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any, Literal

from pydicom.charset import convert_encodings, decode_bytes
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag
from pydicom.valuerep import TEXT_VR_DELIMS

_CHARSET = 0x00080005
_MAX_TEXT = 1024  # the longest text kept of one value (LO has 64, LT 10240); a damaged length may claim the whole file


class Elements:
    """Values of a data set by tag number."""

    def __init__(self, get: Callable[[int], Any], data_set: Dataset | None = None) -> None:
        self._get = get
        self._data_set = data_set  # parses sequences; without it there are none
        self._encodings: list[str] | None = None

    @classmethod
    def of(cls, data_set: Dataset) -> Elements:
        """Return the elements of a pydicom data set; raw ones stay raw."""
        return cls(lambda tag: data_set.get_item(tag) if tag in data_set else None, data_set)

    def has(self, tag: int) -> bool:
        """Tell whether the element is there, with or without a value."""
        return self._get(tag) is not None

    def raw(self, tag: int) -> object:
        """Return the value as pydicom read it: bytes where it is raw, else Python values; None where absent."""
        element = self._get(tag)
        return None if element is None else element.value

    def texts(self, tag: int) -> list[str]:
        r"""Return the values of a text element, split at ``\`` and stripped; empty list where there is none."""
        value = self.raw(tag)
        if value is None:
            return []
        if isinstance(value, bytes):
            text = self._decode(tag, value[:_MAX_TEXT])
        elif isinstance(value, str):
            text = value
        else:
            text = "\\".join(str(part) for part in value) if isinstance(value, Iterable) else str(value)
        return [part.strip(" \0\t\r\n") for part in text.split("\\")] if text else []

    def text(self, tag: int) -> str:
        """Return the first value of a text element, "" where there is none."""
        values = self.texts(tag)
        return values[0] if values else ""

    def numbers(self, tag: int) -> list[float]:
        """Return the finite numbers of a DS or IS element; values that are none are left out."""
        found = []
        for text in self.texts(tag):
            try:
                value = float(text.replace(",", "."))
            except ValueError:
                continue
            if math.isfinite(value):
                found.append(value)
        return found

    def number(self, tag: int) -> float | None:
        """Return the first number of a DS or IS element."""
        values = self.numbers(tag)
        return values[0] if values else None

    def binary(self, tag: int, *, signed: bool = False) -> list[int]:
        """Return the values of a US or SS element."""
        element = self._get(tag)
        value = None if element is None else element.value
        if isinstance(value, bytes):
            order: Literal["little", "big"] = "little" if getattr(element, "is_little_endian", True) else "big"
            pairs = range(0, len(value) - 1, 2)
            return [int.from_bytes(value[k : k + 2], order, signed=signed) for k in pairs]
        if value is None or value == "":
            return []
        return [v for v in (value if isinstance(value, Iterable) else [value]) if isinstance(v, int)]

    def integer(self, tag: int, default: int = 0) -> int:
        """Return the first value of a US element."""
        values = self.binary(tag)
        return values[0] if values else default

    def items(self, tag: int) -> list[Dataset]:
        """Return the items of a sequence element; empty list where there is none or it cannot be parsed."""
        if self._data_set is None or tag not in self._data_set:
            return []
        value = self._data_set[tag].value
        return list(value) if isinstance(value, Sequence) else []

    def _decode(self, tag: int, value: bytes) -> str:
        if value.isascii() and b"\x1b" not in value:  # escape sequences switch character sets in ASCII too
            return value.decode("ascii")
        try:
            return decode_bytes(value, self._charsets(tag), TEXT_VR_DELIMS)
        except (LookupError, UnicodeError, ValueError):
            return value.decode("latin-1")

    def _charsets(self, tag: int) -> list[str]:
        if self._encodings is None:
            names = self.texts(_CHARSET) if tag != _CHARSET else []
            self._encodings = list(convert_encodings(names or None))
        return self._encodings


def tag_of(keyword: str) -> int:
    """Return the tag number of a DICOM keyword."""
    return int(Tag(keyword))
