"""The worklist as JSON, CSV and pictures, for other programs and for the records."""

from __future__ import annotations

import csv
import errno
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from xraydesk.errors import DiskFull, XraydeskError
from xraydesk.imaging.study import SkippedFile
from xraydesk.inference.card import ModelCard
from xraydesk.triage.assessment import Assessment, ImageAssessment
from xraydesk.triage.models import speaker
from xraydesk.triage.progress import RunSummary
from xraydesk.triage.worklist import WorklistRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_json(
    cards: Sequence[ModelCard],
    assessments: Iterable[Assessment],
    skipped: Iterable[SkippedFile],
    summary: RunSummary,
) -> dict[str, Any]:
    """Return the whole result as one object that JSON can hold.

    Parameters
    ----------
    cards
        The models in use. Where there is one, ``model`` names it; where there are several, ``model`` is null and each
        study names the model that judged it.
    assessments
        The studies in worklist order.
    skipped
        Files that were left out.
    summary
        What the run did.
    """
    return {
        "model": _model(cards[0]) if len(cards) == 1 else None,
        "models": [_model(card) for card in cards],
        "device": summary.device or "not used",  # every answer was in the store
        "studies": [_study(assessment, cards) for assessment in assessments],
        "skipped": [{"path": str(file.path), "reason": file.reason} for file in skipped],
        "timing": {
            "seconds": round(summary.seconds, 3),
            "images_per_second": round(summary.images_per_second, 2),
            "stages": {stage: round(seconds, 3) for stage, seconds in summary.stages.items()},
        },
    }


def json_text(result: dict[str, Any]) -> str:
    """Return the object as text; numbers that JSON has no word for cannot occur."""
    return json.dumps(result, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def write_csv(
    cards: Sequence[ModelCard], rows: Iterable[WorklistRow], assessments: Sequence[Assessment], target: Path
) -> None:
    """Write the worklist as a table, all or nothing. Raises `XraydeskError` where that fails.

    There is a column for each label of each model in use; a row fills those of the model that judged the study.
    Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection").
    """
    labels = list(dict.fromkeys(label.name for card in cards for label in card.labels))
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow([*_COLUMNS, *(safe_cell(f"probability {name}") for name in labels), *_MODEL_COLUMNS])
    by_study = {assessment.study_id: assessment for assessment in assessments}
    for row in rows:
        answers = [row.probabilities.get(name, "") for name in labels]
        assessment = by_study[row.study_id]
        writer.writerow([*_cells(row, assessment), *answers, *_model_cells(speaker(assessment, cards)), row.grade])
    write_text(target, "\N{ZERO WIDTH NO-BREAK SPACE}" + sheet.getvalue())  # tells Excel that this is UTF-8


_COLUMNS = (
    "rank",
    "study_id",
    "band",
    "score",
    "reason",
    "patient_id",
    "patient_name",
    "age_years",
    "sex",
    "body_part",
    "view",
    "arrived",
    "images",
    "driven_by",
)
_MODEL_COLUMNS = ("model", "model_version", "model_sha256", "operating_points", "grade")


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


def write_text(target: Path, text: str) -> None:
    """Write a file in one step: a reader sees the old one or the whole new one.

    Raises
    ------
    XraydeskError
        It cannot be written; `DiskFull` where that is the reason.
    """
    scratch = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(text, "utf-8", errors="backslashreplace", newline="")
        scratch.replace(target)
    except OSError as error:
        raise cannot_write(error, target) from error


def cannot_write(error: OSError, target: Path) -> XraydeskError:
    """Return a failure to write a result as a sentence."""
    if error.errno == errno.ENOSPC:
        return DiskFull("The disk is full, the result cannot be written", subject=target, remedy="Free some space")
    reason = error.strerror or str(error)
    return XraydeskError(f"The result cannot be written: {reason}", subject=target, remedy="Choose another place")


def _model(card: ModelCard) -> dict[str, str]:
    about = {"id": card.id, "version": card.version, "sha256": card.weights_sha256}
    return {**about, "operating_points": card.points_words}


def _model_cells(card: ModelCard | None) -> list[str]:
    if card is None:
        return ["", "", "", ""]
    return [safe_cell(card.id), safe_cell(card.version), card.weights_sha256, safe_cell(card.points_words)]


def _study(assessment: Assessment, cards: Sequence[ModelCard]) -> dict[str, Any]:
    card = speaker(assessment, cards)
    return {
        "study_id": assessment.study_id,
        "band": assessment.band,
        "reason": assessment.reason,
        "score": assessment.score,
        "probabilities": assessment.probabilities,
        "grade": assessment.grade,
        "model": None if card is None else _model(card),
        "images": [_image(image) for image in assessment.images],
    }


def _image(image: ImageAssessment) -> dict[str, Any]:
    return {
        "path": image.path,
        "frame": image.frame,
        "status": image.status,
        "reason": image.reason,
        "probabilities": image.probabilities,
        "logits": image.logits,
        "distance": image.distance,
        "grade": image.grade,
        "model": image.model_id,
        "regions": [asdict(region) for region in image.regions],
    }


def _cells(row: WorklistRow, assessment: Assessment) -> list[object]:
    driver = "" if row.driver is None else assessment.images[row.driver].path
    identity = (row.patient_id, row.patient_name)
    return [
        row.rank,
        safe_cell(row.study_id),
        row.band or "",
        "" if row.score is None else row.score,
        safe_cell(row.reason),
        *(safe_cell(text) for text in identity),
        "" if row.age_years is None else row.age_years,
        safe_cell(row.sex),
        safe_cell(row.body_part),
        safe_cell(row.view),
        row.arrived.isoformat(timespec="seconds"),
        row.image_count,
        safe_cell(driver),
    ]
