"""The versions of a model's operating points, for a terminal and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xraydesk.inference import catalogue
from xraydesk.inference.card import Label, ModelCard, OperatingPoint, Rate
from xraydesk.inference.card_json import labels_to_json
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.operating import OperatingLog, PointsVersion
from xraydesk.triage.models import model_folders
from xraydesk.triage.operating import with_version
from xraydesk.triage.table import printable


@dataclass(frozen=True, slots=True)
class History:
    """A model as it is used at this site, and all versions of its operating points, oldest first."""

    card: ModelCard
    versions: tuple[PointsVersion, ...]


def history(data_dir: Path, model_id: str) -> History:
    """Return the versions of an installed model.

    Raises
    ------
    UnknownModel
        There is no such model.
    StoreError
        The database cannot be read.
    """
    card = catalogue.find(model_folders(data_dir), model_id).card
    if not (data_dir / FILE_NAME).is_file():
        return History(card, ())
    database = Database.open(data_dir)
    try:
        return history_of(database, card)
    finally:
        database.close()


def history_of(database: Database, card: ModelCard) -> History:
    """Return the versions of one card; StoreError where the database cannot be read."""
    versions = tuple(OperatingLog(database).of(card))
    return History(with_version(card, versions[-1] if versions else None), versions)


def to_json(found: History) -> dict[str, Any]:
    """Return the history as an object that JSON can hold."""
    card = found.card
    return {
        "model": {"id": card.id, "version": card.version, "sha256": card.weights_sha256},
        "holds": card.points_words,
        "checked_at_this_site": card.checked_here,
        "labels": labels_to_json(card.labels),
        "card": labels_to_json(card.given_labels),
        "versions": [_version(version) for version in found.versions],
    }


def lines(found: History) -> list[str]:
    """Return the history as lines for a terminal, the version that holds first."""
    card = found.card
    checked = "" if card.checked_here else " (operating point not checked at this site)"
    said = [f"operating points that hold: {printable(card.points_words)}{checked}"]
    said += [f"  {line}" for line in _label_lines(card.abnormal)]
    if found.versions:
        said.append("versions, newest first:")
    for version in reversed(found.versions):
        when = f"{version.at.astimezone():%Y-%m-%d %H:%M}"
        words = f"{version.number}. {version.kind}, {when}, {version.author}: {version.reason}"
        said.append(f"  {printable(words)}")
        said += [f"     {line}" for line in _label_lines(version.labels[0])]
    return said


def _label_lines(label: Label) -> list[str]:
    return [_point_line(point) for point in label.operating_points]


def _point_line(point: OperatingPoint) -> str:
    sensitivity, specificity = _rate(point.sensitivity), _rate(point.specificity)
    return f"{point.name} at {point.threshold:.3f}: sensitivity {sensitivity}, specificity {specificity}"


def _rate(rate: Rate) -> str:
    return f"{rate.value:.3f} ({rate.low:.3f}-{rate.high:.3f})"


def _version(version: PointsVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "at": version.at.isoformat(),
        "author": version.author,
        "kind": str(version.kind),
        "reason": version.reason,
        "labels": labels_to_json(version.labels),
        "evidence": dict(version.evidence),
    }
