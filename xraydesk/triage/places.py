"""Where the reader is, and what was entered and not given yet: kept with every change, there again after a crash."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from xraydesk.errors import StoreError
from xraydesk.store.places import PlaceStore
from xraydesk.store.verdicts import Finding

if TYPE_CHECKING:
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is. Names of columns and bands are the window's own."""

    folder: str
    study_id: str = ""
    image: int = 0
    column: str = ""  # by which the list is sorted
    descending: bool = False
    label: str = ""
    floor: str = ""
    band: str = ""  # what is shown of the list
    unread: bool = False
    search: str = ""
    status: str = ""
    closed: bool = False  # the reader left; else the program ended otherwise


@dataclass(frozen=True, slots=True)
class Draft:
    """What was entered for a study and not given."""

    answer: str = ""
    confidence: int = 3
    comment: str = ""
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answer or self.comment or self.findings)


class Places:
    """One reader's place and drafts. For any thread."""

    def __init__(self, database: Database, ledger: Ledger, reader: str) -> None:
        self._store = PlaceStore(database, reader)
        self._ledger = ledger
        self._folder = ""
        self._drafts: dict[str, Draft] = {}
        self._lock = threading.Lock()

    def begin(self, folder: Path) -> None:
        """Take the drafts of a folder that is being opened; where they cannot be read there are none."""
        try:
            found = self._store.drafts(str(folder))
        except StoreError:
            found = {}
        read = {study_id: _read(state, _draft) for study_id, state in found.items()}
        with self._lock:
            self._folder = str(folder)
            self._drafts = {study_id: draft for study_id, draft in read.items() if draft}
        self._ledger.set_begun(self._drafts)

    def keep(self, place: Place) -> None:
        """Remember where the reader is. Raises `StoreError` where that fails."""
        self._store.keep(json.dumps(asdict(place)))

    def last(self) -> Place | None:
        """Return where the reader was, None where that is not known."""
        try:
            return _read(self._store.last(), lambda values: Place(**values))
        except StoreError:
            return None

    def draft(self, study_id: str) -> Draft | None:
        """Return what was entered for a study of the open folder and not given."""
        with self._lock:
            return self._drafts.get(study_id)

    def keep_draft(self, study_id: str, draft: Draft | None) -> None:
        """Remember what was entered for a study of the open folder; None forgets it.

        Raises
        ------
        StoreError
            It is remembered until the program ends only.
        """
        with self._lock:
            folder, before = self._folder, self._drafts.pop(study_id, None)
            if draft:
                self._drafts[study_id] = draft
            begun = set(self._drafts)
        if draft or before:
            self._ledger.set_begun(begun)
            self._store.keep_draft(folder, study_id, json.dumps(asdict(draft)) if draft else "")


def _read(state: str, make: Callable[[dict[str, Any]], T]) -> T | None:
    """Return what was remembered, None where another version wrote what this one does not understand."""
    try:
        return make(json.loads(state)) if state else None
    except (ValueError, TypeError, KeyError):
        return None


def _draft(values: dict[str, Any]) -> Draft:
    return Draft(**{**values, "findings": tuple(Finding(*pair) for pair in values["findings"])})
