"""Which column of a table says what: named by a person, else known by the usual names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.training.importers.folder_per_class import NORMAL
from xraydesk.training.importers.reading import age_in_years, sex_letter, whole

LABEL = "abnormal"
_USUAL: dict[str, tuple[str, ...]] = {
    "key": (
        "file", "path", "image", "filename", "file name", "image path", "image index", "sopinstanceuid",
        "studyinstanceuid", "accessionnumber", "accession",
    ),
    "findings": ("finding labels", "findings", "finding", "labels", "label", "class", "target", "diagnosis"),
    "patient": ("patient id", "patient", "patientid", "subject id", "subject"),
    "study": ("study id", "study", "studyinstanceuid"),
    "view": ("view", "view position", "viewposition", "ap/pa", "projection"),
    "age": ("age", "patient age", "age years"),
    "sex": ("sex", "gender", "patient sex", "patient gender"),
    "follow_up": ("follow-up #", "follow up", "visit"),
    "split": ("split", "subset", "fold", "partition"),
    "group": ("group", "region", "body part", "side", "laterality"),
    "source": ("source", "site", "hospital", "dataset"),
    "maker": ("manufacturer", "maker", "device maker", "vendor"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns; an empty name stands for "not there".

    ``key`` tells the image (file, UID or accession). ``findings`` holds words with "|" or ";" between them, or 0 and
    1, or a grade; ``labels`` are columns of 0 and 1, one a finding.
    """

    key: str
    findings: str = ""
    labels: tuple[str, ...] = ()
    patient: str = ""
    study: str = ""
    view: str = ""
    age: str = ""
    sex: str = ""
    follow_up: str = ""
    split: str = ""
    group: str = ""
    source: str = ""
    maker: str = ""


def columns_of(header: Sequence[str], wanted: Mapping[str, str], table: Path) -> Columns:
    """Find the columns of a table.

    Parameters
    ----------
    header
        The table's columns.
    wanted
        What a person says: a field of `Columns` -> a column; for ``labels`` several with "+" between them.
    table
        For messages.

    Raises
    ------
    TrainingError
        Where a name is none of the table's columns, or no column tells the images or their labels.
    """
    unknown = set(wanted) - {field.name for field in fields(Columns)}
    if unknown:
        known = ", ".join(field.name for field in fields(Columns))
        raise TrainingError(
            f"{', '.join(sorted(unknown))} is nothing a column can stand for", remedy=f"One of: {known}"
        )
    labels = tuple(name for name in wanted.get("labels", "").split("+") if name)
    for name in (*labels, *(column for field, column in wanted.items() if field != "labels")):
        if name not in header:
            raise TrainingError(
                f'The table has no column "{name}"', subject=table, remedy=f"It has: {', '.join(header)}"
            )
    found: dict[str, Any] = {field: wanted.get(field) or _usual(field, header) for field in _USUAL}
    if labels and "findings" not in wanted:
        found["findings"] = ""
    if not found["key"] or not (found["findings"] or labels):
        what = "the images" if not found["key"] else "the labels"
        raise TrainingError(
            f"No column of the table is known to tell {what}",
            subject=table,
            remedy=f"Name it (key=COLUMN, findings=COLUMN or labels=COLUMN+COLUMN); it has: {', '.join(header)}",
        )
    return Columns(**found, labels=labels)


def labels_in(row: Mapping[str, str], columns: Columns, vocabulary: Sequence[str]) -> dict[str, int]:
    """Return a row's labels: a 0 or 1 for each finding, "abnormal" for any; what is empty or -1 stays unjudged.

    None at all where the row says a word that is not in the vocabulary: "maybe" in a column of 0 and 1 is no finding.
    """
    labels: dict[str, int] = {}
    for name in columns.labels:
        value = whole(row.get(name, ""))
        if value is not None and value >= 0:
            labels[name.lower()] = value
    text = row.get(columns.findings, "") if columns.findings else ""
    if text:
        value = whole(text)
        labels |= {columns.findings.lower(): value} if value is not None else _from_words(text, vocabulary)
    if columns.findings and LABEL not in labels and set(labels.values()) <= {0, 1} and len(labels) == 1:
        labels[LABEL] = next(iter(labels.values()))
    return labels


def no_label(row: Mapping[str, str], columns: Columns, table: str) -> str:
    """Return why a row has no labels, with the name of its table."""
    text = row.get(columns.findings, "") if columns.findings else ""
    if text and whole(text) is None:
        return f'{table} says "{text}" of it, and a number of others'
    return f"{table} gives it no label"


def vocabulary_of(rows: Sequence[Mapping[str, str]], columns: Columns) -> tuple[str, ...]:
    """Return all findings that occur in words, sorted, without the ways to say that there is none.

    A column with other numbers than 0 tells by numbers: no word in it is a finding.
    """
    said = [row.get(columns.findings, "") for row in rows] if columns.findings else []
    if any(whole(text) not in {None, 0} for text in said):
        return ()
    found = {word for text in said for word in _words(text)}
    return tuple(sorted(word for word in found - NORMAL if whole(word) is None))


def facts_in(row: Mapping[str, str], columns: Columns) -> dict[str, Any]:
    """Return what the row says beside labels, as fields of `LabelledImage`; what it leaves empty is absent."""
    facts = {
        "patient": row.get(columns.patient, ""),
        "study": row.get(columns.study, ""),
        "view": row.get(columns.view, "").upper(),
        "age_years": age_in_years(row.get(columns.age, "")),
        "sex": sex_letter(row.get(columns.sex, "")),
        "follow_up": whole(row.get(columns.follow_up, "")),
        "split": row.get(columns.split, ""),
        "group": row.get(columns.group, "").lower(),
        "source": row.get(columns.source, ""),
        "maker": row.get(columns.maker, ""),
    }
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _from_words(text: str, vocabulary: Sequence[str]) -> dict[str, int]:
    said = _words(text)
    if any(whole(word) is None for word in said - NORMAL - set(vocabulary)):
        return {}
    return {LABEL: int(bool(said - NORMAL)), **{finding: int(finding in said) for finding in vocabulary}}


def _words(text: str) -> set[str]:
    return {" ".join(word.lower().replace("_", " ").split()) for word in re.split(r"[|;]", text)} - {""}


def _usual(field: str, header: Sequence[str]) -> str:
    """Return the column whose name is usual for the field, the likeliest names first."""
    plain = {" ".join(name.lower().replace("_", " ").split()): name for name in reversed(header)}
    return next((plain[name] for name in _USUAL[field] if name in plain), "")
