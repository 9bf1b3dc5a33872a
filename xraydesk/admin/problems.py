"""What is wrong with training data, or may mislead a model: found, counted, with the films it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from xraydesk.admin.cue_figures import Cue, Weight
from xraydesk.admin.looks import Looked
from xraydesk.admin.usable import Usable
from xraydesk.training.duplicates import groups_of_hashes
from xraydesk.training.split import linked_groups

FEW = 50  # films of the smaller class, below which no figure is worth much
RARE = 0.1  # share of the smaller class, from which on the other drowns it


class Kind(StrEnum):
    """What is the matter."""

    NOTHING = "nothing"  # no film is left
    ONE_CLASS = "one class"
    ONE_PATIENT = "one patient"  # all films are linked, nothing can be held back
    ONE_OF_CLASS = "one patient of a class"  # it cannot stand on both sides
    LABELS = "labels"  # more than yes and no
    FEW = "few"
    CUE = "cue"
    CONFLICT = "conflict"  # copies with different labels
    UNREADABLE = "unreadable"
    PARTS = "parts"  # patients in several parts that the data set comes with
    COPIED_PATIENTS = "copied patients"  # copies under different patients
    COPIES = "copies"  # the same file again
    NEAR = "near"  # nearly the same picture
    NO_PATIENTS = "no patients"  # each film is its own patient
    IMBALANCE = "imbalance"
    LEFT_OUT = "left out"  # by the importer
    UNJUDGED = "unjudged"
    KEPT_ASIDE = "kept aside"
    SEVERAL = "several"  # patients with more than one film


class Severity(StrEnum):
    """How bad it is."""

    STOP = "stop"  # a run cannot start
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``groups`` are films that belong together; ``films`` all of them; ``spare`` those to leave out."""

    kind: Kind
    severity: Severity
    count: int = 0
    films: tuple[int, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    spare: tuple[int, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()  # of unreadable and left out
    cue: Cue | None = None
    value: str = ""  # of a class


def problems_of(looked: Looked, label: str, used: Usable, cues: Sequence[Cue]) -> tuple[Problem, ...]:
    """Return what is to be said, the gravest first."""
    found = [*_classes(looked, used), *_cues(cues), *_copies(looked, label, used), *_files(looked, used),
             *_patients(looked, used)]  # fmt: skip
    order = list(Severity)
    return tuple(sorted(found, key=lambda problem: order.index(problem.severity)))


def alike(looked: Looked, used: Usable) -> list[int]:
    """Return for each used film the row of the first one that is nearly the same picture."""
    if not used.rows:
        return []
    prints = np.array([np.frombuffer(bytes.fromhex(looked.looks[row].fingerprint), np.uint8) for row in used.rows])
    return [used.rows[first] for first in groups_of_hashes(prints).tolist()]


def _classes(looked: Looked, used: Usable) -> Iterator[Problem]:
    total, ill = len(used.rows), int(used.labels.sum())
    if not total:
        yield Problem(Kind.NOTHING, Severity.STOP)
        return
    few = min(ill, total - ill)
    if not few:
        yield Problem(Kind.ONE_CLASS, Severity.STOP, total, value=str(int(used.values[0])))
        return
    linked = linked_groups(looked.table.subset(used.rows), alike(looked, used))
    if len(linked) < 2:
        yield Problem(Kind.ONE_PATIENT, Severity.STOP, total, used.rows)
        return
    for value in (0, 1):
        having = [group for group in linked if any(used.labels[row] == value for row in group)]
        if len(having) < 2:
            rows = tuple(used.rows[row] for row in having[0] if used.labels[row] == value)
            yield Problem(Kind.ONE_OF_CLASS, Severity.STOP, len(rows), rows, value=str(value))
    others = sorted(set(used.values.tolist()) - {0, 1})
    if others:
        yield Problem(Kind.LABELS, Severity.NOTE, len(set(used.values.tolist())), value=", ".join(map(str, others)))
    if few < FEW:
        yield Problem(Kind.FEW, Severity.WARNING, few, value=str(int(ill <= total - ill)))
    if few / total < RARE:
        yield Problem(Kind.IMBALANCE, Severity.WARNING, round(total / few), value=str(int(ill <= total - ill)))


def _cues(cues: Sequence[Cue]) -> Iterator[Problem]:
    for cue in cues:
        if cue.weight in (Weight.MUCH, Weight.NEARLY_ALL):
            yield Problem(Kind.CUE, Severity.WARNING, cue=cue)
        elif cue.weight is Weight.SOME and cue.auroc.low >= 0.6:
            yield Problem(Kind.CUE, Severity.NOTE, cue=cue)


def _copies(looked: Looked, label: str, used: Usable) -> Iterator[Problem]:
    images = looked.table.images
    by_first: dict[int, list[int]] = defaultdict(list)
    for row, first in zip(used.rows, alike(looked, used), strict=True):
        by_first[first].append(row)
    groups = [tuple(rows) for rows in by_first.values() if len(rows) > 1]
    conflict = [rows for rows in groups if len({images[row].labels[label] for row in rows}) > 1]
    agreed = [rows for rows in groups if rows not in conflict]
    same = [rows for rows in agreed if len({(looked.hashes[row], images[row].frame) for row in rows}) == 1]
    near = [rows for rows in agreed if rows not in same]
    told = len({images[row].patient for row in used.rows}) < len(used.rows)  # who is on the films
    patients = [rows for rows in groups if told and len({images[row].patient for row in rows}) > 1]
    for kind, found in ((Kind.CONFLICT, conflict), (Kind.COPIES, same), (Kind.NEAR, near)):
        if found:
            yield _grouped(kind, found, spare=[row for rows in found for row in (rows if kind is Kind.CONFLICT
                                                                                 else rows[1:])])  # fmt: skip
    if patients:
        yield _grouped(Kind.COPIED_PATIENTS, patients, spare=[row for rows in patients for row in rows[1:]])


def _grouped(kind: Kind, groups: Sequence[tuple[int, ...]], spare: Sequence[int]) -> Problem:
    films = tuple(row for rows in groups for row in rows)
    return Problem(kind, Severity.WARNING, len(films), films, tuple(groups), tuple(spare))


def _files(looked: Looked, used: Usable) -> Iterator[Problem]:
    if used.unreadable:
        reasons = _counted(looked.looks[row].problem for row in used.unreadable)
        known = tuple(row for row in used.unreadable if looked.keys[row])
        yield Problem(Kind.UNREADABLE, Severity.WARNING, len(used.unreadable), used.unreadable, spare=known,
                      reasons=reasons)  # fmt: skip
    if looked.table.left_out:
        reasons = _counted(reason for _, reason in looked.table.left_out)
        yield Problem(Kind.LEFT_OUT, Severity.NOTE, len(looked.table.left_out), reasons=reasons)
    if used.unjudged:
        yield Problem(Kind.UNJUDGED, Severity.NOTE, len(used.unjudged), used.unjudged)
    if used.kept_aside:
        yield Problem(Kind.KEPT_ASIDE, Severity.NOTE, len(used.kept_aside), used.kept_aside)


def _patients(looked: Looked, used: Usable) -> Iterator[Problem]:
    films: dict[str, list[int]] = defaultdict(list)
    for row in used.rows:
        films[looked.table.images[row].patient].append(row)
    parts = [rows for rows in films.values() if len({looked.table.images[row].split for row in rows} - {""}) > 1]
    if parts:
        shown = tuple(row for rows in parts for row in rows)
        yield Problem(Kind.PARTS, Severity.WARNING, len(parts), shown, tuple(map(tuple, parts)))
    several = [rows for rows in films.values() if len(rows) > 1]
    if several:
        shown = tuple(row for rows in several for row in rows)
        yield Problem(Kind.SEVERAL, Severity.NOTE, len(several), shown, tuple(map(tuple, several)))
    elif len(used.rows) > 1:
        yield Problem(Kind.NO_PATIENTS, Severity.WARNING, len(used.rows))


def _counted(reasons: Iterator[str]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = defaultdict(int)
    for reason in reasons:
        counts[reason] += 1
    return tuple(sorted(counts.items(), key=lambda pair: -pair[1]))
