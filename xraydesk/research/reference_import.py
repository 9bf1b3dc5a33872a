"""A table of what is true, whatever its columns are called: looked at first, written after.

Nothing is guessed silently: `preview` says which lines were matched to which study, how each word was read, and what
was left out and why. `write` puts the matched ones into the append-only log.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite
from pathlib import Path, PurePosixPath

from xraydesk.errors import TrainingError, XraydeskError
from xraydesk.research.archive import Archive
from xraydesk.research.cases import Cases
from xraydesk.store.reference import ABNORMAL, FOLLOW_UP, ReferenceDraft, ReferenceLabel, ReferenceLog
from xraydesk.training.importers.columns import columns_of
from xraydesk.training.importers.folder_per_class import NORMAL
from xraydesk.training.importers.reading import read_rows

_YES = frozenset(
    {"yes", "y", "true", "t", "abnormal", "positive", "pos", "+", "present", "ill", "sick", "ja", "pathological"}
)
_NO = NORMAL | {"n", "false", "f", "neg", "-", "absent", "well", "nein", "unremarkable"}


__all__ = [
    "FOLLOW_UP", "Left", "Preview", "Reading", "Table", "enter_follow_up", "guess", "preview", "read_table", "value_of",
    "write",
]  # fmt: skip


class Left(StrEnum):
    """Why a line of the table was left out."""

    NO_STUDY = "no study of the log has this id, accession number or file name"
    SEVERAL = "more than one study has this name"
    EMPTY = "the line gives no value"
    WORD = "the word is not known to mean normal or abnormal"
    CONTRADICTS = "other lines of the table say otherwise of the same study"
    SAME = "this source says so already"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read."""

    key: str  # the column that names the study
    value: str  # the column that says what is true
    label: str = ABNORMAL  # what it speaks about: the whole study, or a finding
    words: Mapping[str, float | None] = field(default_factory=dict)  # in lower case; None leaves them out


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written, and what would not."""

    reading: Reading
    source: str
    matched: tuple[tuple[str, float], ...]  # study id, value; one a study
    left_out: Mapping[Left, tuple[int, ...]]  # numbers of the table's lines, the header being line 1
    words: Mapping[str, tuple[int, float | None]]  # each value in lower case: how often, and how it was read
    replaces: int  # studies of which this source said something else before

    @property
    def lines(self) -> int:
        """Lines that were left out."""
        return sum(len(lines) for lines in self.left_out.values())


def read_table(path: Path) -> Table:
    """Read a table with a header line.

    Raises
    ------
    TrainingError
        It cannot be read, or has no rows.
    """
    rows = read_rows(path)
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return Table(path, columns, tuple(rows))


def guess(table: Table, label: str = ABNORMAL) -> Reading:
    """Return the columns by their usual names, else the first for the study and the last for the value."""
    for wanted in ({}, {"key": table.columns[0]}):
        with suppress(TrainingError):  # no usual name: then the place counts
            found = columns_of(table.columns, wanted, table.path)
            return Reading(found.study or found.key, found.findings, label)
    return Reading(table.columns[0], table.columns[-1], label)


def value_of(text: str, words: Mapping[str, float | None]) -> float | None:
    """Return 1, 0 or a grade; None for what is not known. What a person said of a word comes first."""
    word = " ".join(text.lower().split())
    if word in words:
        return words[word]
    if word in _YES:
        return 1.0
    if word in _NO:
        return 0.0
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None


def preview(
    cases: Cases, table: Table, reading: Reading, present: Iterable[ReferenceLabel] = (), source: str = ""
) -> Preview:
    """Return what a table says of the studies of the log; nothing is written.

    Parameters
    ----------
    cases
        The studies of the log: all of them, whatever is looked at.
    table, reading
        The table, and how to read it.
    present
        What the log holds: what it has from this source already is not written again.
    source
        The name it is kept under; "" takes the file's.

    Raises
    ------
    XraydeskError
        The table has no such column.
    """
    _check(table, reading)
    source = source or table.path.name
    before = {row.study_id: row.value for row in present if (row.source, row.label) == (source, reading.label)}
    names, left, given = _Names(cases), defaultdict(list), defaultdict(list)
    seen: Counter[str] = Counter()
    for number, row in enumerate(table.rows, start=2):
        text = row.get(reading.value, "")
        studies, value = names.find(row.get(reading.key, "")), value_of(text, reading.words)
        seen[" ".join(text.lower().split())] += 1
        if len(studies) != 1 or value is None:
            left[_why(studies, text)].append(number)
        else:
            given[studies[0]].append((number, value))
    matched = []
    for study, said in given.items():
        numbers, value = [number for number, _ in said], said[0][1]
        if len({v for _, v in said}) > 1:
            left[Left.CONTRADICTS] += numbers
        elif before.get(study) == value:
            left[Left.SAME] += numbers
        else:
            matched.append((study, value))
    words = {word: (count, value_of(word, reading.words)) for word, count in seen.most_common() if word}
    replaces = sum(study in before for study, _ in matched)
    ordered = {why: tuple(sorted(left[why])) for why in Left if left[why]}
    return Preview(reading, source, tuple(matched), ordered, words, replaces)


def write(archive: Archive, shown: Preview) -> int:
    """Write what was previewed, all or nothing; return how many studies.

    Raises
    ------
    StoreError
        Nothing was written.
    """
    label = shown.reading.label
    author = archive.writer()
    drafts = [ReferenceDraft(author, shown.source, study, label, value) for study, value in shown.matched]
    return ReferenceLog(archive.database).record(drafts)


def enter_follow_up(
    archive: Archive, study_id: str, value: float | None, note: str = "", label: str = ABNORMAL
) -> None:
    """Keep what was found out of one study later; None takes back what was entered before.

    Raises
    ------
    XraydeskError
        The value is no grade, or the study has no id; nothing was written.
    StoreError
        It could not be written.
    """
    if not study_id or (value is not None and not (isfinite(value) and value >= 0)):
        raise XraydeskError("A follow-up needs a study and a value of 0 (normal), 1 (abnormal) or a grade")
    ReferenceLog(archive.database).record([ReferenceDraft(archive.writer(), FOLLOW_UP, study_id, label, value, note)])


def _check(table: Table, reading: Reading) -> None:
    for name in (reading.key, reading.value):
        if name not in table.columns:
            raise XraydeskError(
                f'The table has no column "{name}"', subject=table.path, remedy=f"It has: {', '.join(table.columns)}"
            )


def _why(studies: Sequence[str], text: str) -> Left:
    if not studies:
        return Left.NO_STUDY
    if len(studies) > 1:
        return Left.SEVERAL
    return Left.WORD if text.strip() else Left.EMPTY


class _Names:
    """The studies by id, by accession number, and by the names and paths of their films."""

    def __init__(self, cases: Cases) -> None:
        self._ids = set(cases.study_ids.tolist())
        self._names: dict[str, set[str]] = defaultdict(set)
        for row, study in enumerate(cases.study_ids.tolist()):
            for name in (str(cases.accessions[row]), *_film_names(cases, row)):
                self._names[name].add(study)

    def find(self, name: str) -> list[str]:
        """Return the studies of a name; of a path, its last part counts where the whole is not known."""
        if name in self._ids:
            return [name]
        path = PurePosixPath(name.replace("\\", "/"))
        tails = ["/".join(path.parts[n:]) for n in range(len(path.parts))]
        known = next((self._names[tail] for tail in (name, *tails, path.stem) if tail and tail in self._names), set())
        return sorted(known)


def _film_names(cases: Cases, row: int) -> set[str]:
    """Return what a table may call the films of a study: the path in its folder, the file, the file without ending."""
    names: set[str] = set()
    for image in cases.images[row]:
        path, folder = image.path, cases.folders[row]
        within = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
        names |= {within.as_posix(), path.name, path.stem}
    return names
