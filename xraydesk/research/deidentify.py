"""What stands in place of a person, a place or a date in what leaves the desk.

Pseudonyms are keyed hashes (HMAC-SHA256, FIPS 198-1): the same at every export of one data folder, so that two exports
can be joined, and not to be told without the key. The key lies in the data folder and is never exported. Dates of one
patient are all moved back by the same number of whole weeks (DICOM PS3.15 annex E, "Retain Longitudinal Temporal
Information with Modified Dates"), ages over 89 are one group (45 CFR 164.514(b)(2)(i)(C)).
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isnan
from pathlib import Path

import numpy as np

from xraydesk.errors import StoreError
from xraydesk.store.reference import FOLLOW_UP

KEY_FILE = "export.key"
OLDEST = 90  # years: this age and all above are one group
SHORTEST = 4  # letters; a shorter name or number stands in too many honest words to be looked for
_KEY_BYTES = 32
_DIGITS = 12  # of a pseudonym: 48 bits, no two alike among a hundred thousand studies (1 in 56,000)
_MOST_WEEKS = 104


@dataclass(frozen=True, slots=True)
class Veil:
    """Turns what is known of a person into what may be exported. Without a key everything stays as it is."""

    key: bytes | None
    known: frozenset[str] = field(default=frozenset(), repr=False)  # what no word of a header may hold, folded

    @property
    def identified(self) -> bool:
        """True where nothing is hidden."""
        return self.key is None

    def name(self, kind: str, value: str) -> str:
        """Return the pseudonym of a reader, study, patient, film...: its kind and twelve digits; "" of "" stays."""
        if self.key is None or not value:
            return value
        return f"{kind}-{self._digest(kind, value).hex()[:_DIGITS]}"

    def source(self, name: str) -> str:
        """Return the pseudonym of a source of truth: the name of a table is a file name."""
        return name if name == FOLLOW_UP else self.name("source", name)

    def moment(self, at: np.datetime64, patient: str) -> str:
        """Return a moment as ISO 8601 text, moved with all others of a patient; "" for none."""
        if np.isnat(at):
            return ""
        moved = at if self.key is None else at - np.timedelta64(7 * self.weeks(patient), "D")
        return str(moved.astype("datetime64[s]"))

    def weeks(self, patient: str) -> int:
        """Return by how many weeks a patient's dates are moved back: 1 to 104."""
        return 1 + int.from_bytes(self._digest("weeks", patient)[:4], "big") % _MOST_WEEKS

    def age(self, years: float) -> float | None:
        """Return an age in years, `OLDEST` for those above 89, to a tenth; None where it is not known."""
        if isnan(years):
            return None
        return round(years, 1) if self.key is None else min(round(years, 1), float(OLDEST))

    def word(self, text: str) -> str:
        """Return a word of a header or a table, "" where a name or number of the input stands in it."""
        if self.key is None:
            return text
        folded = text.casefold()
        return "" if any(name in folded for name in self.known) else text

    def free(self, text: str) -> str:
        """Return what somebody wrote freely, "" where names are hidden: it may hold anything."""
        return text if self.key is None else ""

    def _digest(self, kind: str, value: str) -> bytes:
        text = f"{kind}\x1f{value}".encode("utf-8", "backslashreplace")
        return hmac.new(self.key or b"", text, hashlib.sha256).digest()


def veil_of(data_dir: Path, names: Iterable[str], *, identified: bool = False) -> Veil:
    """Return the veil of a data folder; its key is made at the first export.

    Parameters
    ----------
    data_dir
        Where the key is kept.
    names
        Readers, patients and studies of the input: no word that holds one of them is exported.
    identified
        Hide nothing.

    Raises
    ------
    StoreError
        The key cannot be read or kept.
    """
    if identified:
        return Veil(None)
    return Veil(_key(data_dir), frozenset(name.casefold() for name in names if len(name) >= SHORTEST))


def _key(data_dir: Path) -> bytes:
    path = data_dir / KEY_FILE
    try:
        with contextlib.suppress(FileExistsError):
            _keep(path)
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise StoreError("The key of the pseudonyms cannot be read or kept", subject=path) from error
    if len(key) != _KEY_BYTES:
        raise StoreError("The key of the pseudonyms is damaged", subject=path, remedy="Restore it from a backup")
    return key


def _keep(path: Path) -> None:
    """Write a new key that only its owner can read; FileExistsError where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise FileExistsError(path)
    scratch = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(scratch)  # never over a key that another program kept meanwhile
    except FileExistsError:
        pass
    except OSError:  # a disk without hard links
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
