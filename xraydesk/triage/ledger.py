"""The open folder: its studies in order of arrival, what is known of each, and what readers said."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from xraydesk.imaging.study import Study
from xraydesk.store.verdicts import Verdict
from xraydesk.store.worklist import Numbers, WorklistTable
from xraydesk.store.worklist_lines import Order, StateLine
from xraydesk.triage.assessment import UNKNOWN, Assessment
from xraydesk.triage.standing import ReadingRules, standing, visible
from xraydesk.triage.worklist import NO_VERSIONS, Entry, WorklistRow, header_line, make_row, state_line

_CHUNK = 1_000  # studies written before others may read


class Ledger:
    """All methods may be called from any thread. ``table`` sorts and filters what is held here, by number."""

    def __init__(self, rules: ReadingRules | None = None, versions: Mapping[str, str] = NO_VERSIONS) -> None:
        self._rules = rules or ReadingRules()
        self._versions = versions
        self._begun: set[str] = set()
        self._held: dict[str, str] = {}
        self._studies: tuple[Study, ...] = ()
        self._numbers: dict[str, int] = {}
        self._assessments: dict[str, Assessment] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()  # one after the other: the table never goes back to an older state
        self.table = WorklistTable()
        self._take((), ())

    def open(self, studies: Sequence[Study], assessments: Iterable[Assessment]) -> None:
        """Take a new folder in place of the old one."""
        with self._writing:
            with self._lock:
                self._take(studies, assessments)
                fresh = standing((), UNKNOWN, self._rules)
                self.table.clear(self._state_line(Entry(Study("", ()), UNKNOWN, fresh), 0))
            self._add(enumerate(self._studies, start=1))
            told = {study_id for study_id, assessment in self._assessments.items() if assessment.known}
            self._write(told | self._begun)

    def join(self, studies: Iterable[Study], assessments: Iterable[Assessment]) -> None:
        """Take studies that have grown, each in its place, and new ones behind the last; numbers stay as they are."""
        joined = {study.study_id: study for study in studies}
        with self._writing:
            with self._lock:
                before = {study.study_id: study for study in self._studies}
                self._studies = tuple((before | joined).values())
                for study_id in joined:
                    self._numbers.setdefault(study_id, len(self._numbers) + 1)
                self._assessments.update((assessment.study_id, assessment) for assessment in assessments)
            self._add((self._numbers[study.study_id], study) for study in joined.values())
            self._write(joined)

    def know(self, hashes: Mapping[Path, str], verdicts: Iterable[Verdict] = ()) -> set[str]:
        """Take content hashes, and verdicts ever given under these study ids; return of whom here more is said now."""
        with self._writing:
            with self._lock:
                self._hashes.update(hashes)
                changed = {self._owners[path] for path in hashes if path in self._owners}
                heard = {verdict.study_id for verdict in verdicts if self._hear(verdict)}
            self._write(changed | heard)
            return heard & self._numbers.keys()

    def assess(self, assessments: Iterable[Assessment]) -> None:
        """Take what is known of some studies by now."""
        taken = {assessment.study_id: assessment for assessment in assessments}
        with self._writing:
            with self._lock:
                self._assessments.update(taken)
            self._write(taken)

    @property
    def studies(self) -> tuple[Study, ...]:
        """All studies in order of arrival; another tuple once any has changed."""
        with self._lock:
            return self._studies

    @property
    def rules(self) -> ReadingRules:
        """Who reads, and how."""
        return self._rules

    def set_rules(self, rules: ReadingRules) -> None:
        """Read by other rules from now on; every line is written anew."""
        with self._writing:
            with self._lock:
                self._rules = rules
            self._write(self._numbers)

    def set_begun(self, study_ids: Iterable[str]) -> None:
        """Take which studies the reader has begun and not answered."""
        with self._writing:
            with self._lock:
                before, self._begun = self._begun, set(study_ids)
            self._write(before ^ self._begun)

    def forget(self, paths: Iterable[Path]) -> None:
        """Forget the content hashes of files that were written anew."""
        with self._lock:
            for path in paths:
                self._hashes.pop(path, None)

    def set_held(self, readers: Mapping[str, str]) -> None:
        """Take who else has which study on screen; no order depends on it."""
        with self._lock:
            self._held = dict(readers)

    def rows(self, numbers: Iterable[int] | None = None) -> list[WorklistRow]:
        """Return the rows of these numbers, those that are here; without any, the whole worklist in triage order."""
        with self._lock:
            ranks = self._current_ranks()
            wanted = self.table.order(Order()).tolist() if numbers is None else numbers
            here = [n for n in wanted if 0 < n < ranks.size]  # one that joins is not in the table yet
            return [make_row(self._entry(self._studies[n - 1]), int(ranks[n]), self._versions) for n in here]

    def row(self, study_id: str) -> WorklistRow:
        """Return one row; KeyError where the study is not here."""
        return self.rows([self.number(study_id)])[0]

    def number(self, study_id: str) -> int:
        """Return the place of a study in order of arrival, from 1; KeyError where the study is not here."""
        with self._lock:
            return self._numbers[study_id]

    def study_ids(self, numbers: Iterable[int]) -> list[str]:
        """Return the ids of the studies with these numbers."""
        with self._lock:
            return [self._studies[n - 1].study_id for n in numbers]

    def entry(self, study_id: str) -> Entry:
        """Return study, assessment and where it stands; KeyError where the study is not here."""
        with self._lock:
            return self._entry(self._study(study_id))

    def verdicts(self, study_id: str) -> list[Verdict]:
        """Return the verdicts on this study that the reader may see, oldest first; KeyError as `entry`."""
        with self._lock:
            said = self._belonging(self._study(study_id))
            return visible(said, self._assessments[study_id], self._rules)

    def hash_of(self, path: Path) -> str:
        """Return the content hash of a file, or "" where it is not known yet."""
        with self._lock:
            return self._hashes.get(path, "")

    def _take(self, studies: Sequence[Study], assessments: Iterable[Assessment]) -> None:
        self._studies = tuple(studies)
        self._numbers = {study.study_id: number for number, study in enumerate(studies, start=1)}
        self._assessments = {assessment.study_id: assessment for assessment in assessments}
        self._verdicts: dict[str, dict[int, Verdict]] = {}  # by number: one taken back replaces itself
        self._hashes: dict[Path, str] = {}
        self._owners: dict[Path, str] = {}  # of files whose content says whether a verdict is on them
        self._ranked: Numbers | None = None  # the order that the ranks are of
        self._ranks = np.zeros(1, np.int32)

    def _hear(self, verdict: Verdict) -> bool:
        """Take a verdict; False where it was known as it is."""
        said = self._verdicts.setdefault(verdict.study_id, {})
        if said.get(verdict.number) == verdict:
            return False
        said[verdict.number] = verdict
        if verdict.study_id in self._numbers:
            study = self._study(verdict.study_id)
            self._owners.update((instance.path, study.study_id) for instance in study.instances)
        return True

    def _add(self, numbered: Iterable[tuple[int, Study]]) -> None:
        """Bring headers into the table, piece by piece, so that a reader need not wait for all."""
        lines = (header_line(study, number) for number, study in numbered)
        while piece := list(islice(lines, _CHUNK)):
            self.table.add(piece)

    def _write(self, study_ids: Iterable[str]) -> None:
        """Bring the table up to date with how far these studies are, piece by piece."""
        known = [study_id for study_id in study_ids if study_id in self._numbers]
        for start in range(0, len(known), _CHUNK):
            with self._lock:
                lines = [self._line(study_id) for study_id in known[start : start + _CHUNK]]
            self.table.put(lines)

    def _current_ranks(self) -> Numbers:
        """Return the place in triage order by number."""
        order = self.table.order(Order())
        if order is not self._ranked:
            self._ranks = np.zeros(len(self._studies) + 1, np.int32)
            self._ranks[order] = np.arange(1, len(order) + 1)
            self._ranked = order
        return self._ranks

    def _study(self, study_id: str) -> Study:
        return self._studies[self._numbers[study_id] - 1]

    def _line(self, study_id: str) -> StateLine:
        number = self._numbers[study_id]
        return self._state_line(self._entry(self._studies[number - 1]), number)

    def _state_line(self, entry: Entry, number: int) -> StateLine:
        return state_line(entry.told, entry.standing, number, by_arrival=self._rules.blind_first)

    def _entry(self, study: Study) -> Entry:
        assessment, begun = self._assessments[study.study_id], study.study_id in self._begun
        stands = standing(self._belonging(study), assessment, self._rules, begun=begun)
        return Entry(study, assessment, stands, self._held.get(study.study_id, ""))

    def _belonging(self, study: Study) -> list[Verdict]:
        """Keep what was said of this study, not of another whose file bears the same name in another folder."""
        said = self._verdicts.get(study.study_id)
        if said is None:
            return []
        verdicts = [*said.values()]
        if study.header.study_uid:
            return verdicts
        contents = {self._hashes.get(instance.path) for instance in study.instances}
        return [verdict for verdict in verdicts if contents.intersection(verdict.images)]
