"""The open folder: its studies in order of arrival, what is known of each, and what readers said."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from xraydesk.imaging.study import Study
from xraydesk.store.verdicts import Verdict
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.worklist import Entry, WorklistRow, make_rows


class Ledger:
    """All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._studies: dict[str, Study] = {}
        self._assessments: dict[str, Assessment] = {}
        self._verdicts: dict[str, list[Verdict]] = {}
        self._hashes: dict[Path, str] = {}
        self._rows: dict[str, WorklistRow] | None = None  # None: to be made anew

    def open(self, studies: Sequence[Study], assessments: Iterable[Assessment]) -> None:
        """Take a new folder in place of the old one."""
        with self._lock:
            self._studies = {study.study_id: study for study in studies}
            self._assessments = {assessment.study_id: assessment for assessment in assessments}
            self._verdicts, self._hashes, self._rows = {}, {}, None

    def know(self, hashes: Mapping[Path, str], verdicts: Iterable[Verdict] = ()) -> None:
        """Take content hashes, and the verdicts ever given under these study ids."""
        with self._lock:
            self._hashes.update(hashes)
            for verdict in verdicts:
                self._verdicts.setdefault(verdict.study_id, []).append(verdict)
            self._rows = None

    def assess(self, assessments: Iterable[Assessment]) -> None:
        """Take what is known of some studies by now."""
        with self._lock:
            self._assessments.update((assessment.study_id, assessment) for assessment in assessments)
            self._rows = None

    def rows(self) -> list[WorklistRow]:
        """Return the worklist in triage order."""
        with self._lock:
            return list(self._current().values())

    def row(self, study_id: str) -> WorklistRow:
        """Return one row; KeyError where the study is not here."""
        with self._lock:
            return self._current()[study_id]

    def entry(self, study_id: str) -> Entry:
        """Return study, assessment and latest verdict; KeyError where the study is not here."""
        with self._lock:
            return self._entry(self._studies[study_id])

    def verdicts(self, study_id: str) -> list[Verdict]:
        """Return the verdicts on this study, oldest first; KeyError where the study is not here."""
        with self._lock:
            return self._belonging(self._studies[study_id])

    def hash_of(self, path: Path) -> str:
        """Return the content hash of a file, or "" where it is not known yet."""
        with self._lock:
            return self._hashes.get(path, "")

    def _current(self) -> dict[str, WorklistRow]:
        if self._rows is None:
            entries = [self._entry(study) for study in self._studies.values()]
            self._rows = {row.study_id: row for row in make_rows(entries)}
        return self._rows

    def _entry(self, study: Study) -> Entry:
        verdicts = self._belonging(study)
        return Entry(study, self._assessments[study.study_id], verdicts[-1] if verdicts else None)

    def _belonging(self, study: Study) -> list[Verdict]:
        """Keep what was said of this study, not of another whose file bears the same name in another folder."""
        verdicts = self._verdicts.get(study.study_id, [])
        if not verdicts or study.header.study_uid:
            return list(verdicts)
        contents = {self._hashes.get(instance.path) for instance in study.instances}
        return [verdict for verdict in verdicts if contents.intersection(verdict.images)]
