"""Words and rows of the page of training data."""

from __future__ import annotations

from pathlib import Path

from xraydesk.admin import problem_words
from xraydesk.admin.cue_figures import Cue, CueKind, Weight
from xraydesk.admin.data import DataSource, SourceKind
from xraydesk.admin.inspection import By, Inspection, Share
from xraydesk.admin.problems import Kind, Problem, Severity
from xraydesk.admin.verdict_table import Gathered
from xraydesk.gui.language import marked, translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.shared.gallery import GalleryItem
from xraydesk.gui.words import figure
from xraydesk.research.figures import bounds, decimal, percent


def severity(problem: Problem) -> str:
    """Return how bad a finding is, as a word."""
    return {
        Severity.STOP: translate("DataPage", "Stops a run"),
        Severity.WARNING: translate("DataPage", "Warning"),
        Severity.NOTE: translate("DataPage", "Note"),
    }[problem.severity]


def sentence(problem: Problem) -> str:
    """Return a finding with its commonest reasons."""
    reasons = [f"{_number(number)} × {said(reason)}" for reason, number in problem.reasons[:3]]
    return said(problem_words.sentence(problem)) + (f" ({'; '.join(reasons)})" if reasons else "")


def suggested_reason(problem: Problem) -> str:
    """Return what is filled in as the reason for leaving films out."""
    return {
        Kind.UNREADABLE: translate("DataPage", "cannot be read"),
        Kind.COPIES: translate("DataPage", "copy of another film"),
        Kind.NEAR: translate("DataPage", "nearly the same as another film"),
        Kind.COPIED_PATIENTS: translate("DataPage", "copy of another film"),
        Kind.CONFLICT: translate("DataPage", "copies with different labels"),
    }.get(problem.kind, "")


def leaving_out(problem: Problem) -> str:
    """Return what leaving out would do to the films of a finding."""
    number = _number(len(problem.spare))
    if problem.kind in {Kind.COPIES, Kind.NEAR, Kind.COPIED_PATIENTS}:
        text = translate("DataPage", "Films left out: {number}. The first one of each group stays.")
    else:
        text = translate("DataPage", "Films left out: {number}.")
    return text.format(number=number)


def divisions() -> list[tuple[str, By]]:
    """Return what the films can be counted by."""
    return [
        (translate("DataPage", "Label"), By.LABEL),
        (translate("DataPage", "Body part"), By.BODY_PART),
        (translate("DataPage", "View"), By.VIEW),
        (translate("DataPage", "Age"), By.AGE),
        (translate("DataPage", "Sex"), By.SEX),
        (translate("DataPage", "Maker of the device"), By.MAKER),
        (translate("DataPage", "File type"), By.FILE_TYPE),
        (translate("DataPage", "Source"), By.SOURCE),
        (translate("DataPage", "Part of the data set"), By.PART),
    ]


def share_columns(by: str) -> tuple[Column, ...]:
    """Return the columns of a division."""
    return (
        Column(by, words=True),
        Column(translate("DataPage", "Films")),
        Column(translate("DataPage", "Patients")),
        Column(translate("DataPage", "Abnormal")),
        Column(translate("DataPage", "Share abnormal")),
        Column(translate("DataPage", "Share of all films"), words=True),
    )


def share_rows(shares: tuple[Share, ...]) -> list[Row]:
    """Return a line for each value, with a bar as long as its share."""
    total = sum(share.films for share in shares) or 1
    return [
        Row(
            (
                Cell(share.value or translate("DataPage", "not known")),
                Cell(_number(share.films), share.films),
                Cell(_number(share.patients), share.patients),
                Cell(_number(share.abnormal), share.abnormal),
                Cell(marked(percent(share.abnormal / share.films)), share.abnormal / share.films),
                Cell(f"{'█' * round(20 * share.films / total) or '▏'} {marked(percent(share.films / total))}",
                     share.films),
            ),
            dim=not share.value,
        )
        for share in shares
    ]  # fmt: skip


def cue_columns() -> tuple[Column, ...]:
    """Return the columns of the cues."""
    return (
        Column(translate("DataPage", "What is looked at"), words=True),
        Column(translate("DataPage", "AUROC by itself")),
        Column(translate("DataPage", "95 % interval")),
        Column(translate("DataPage", "What it tells"), words=True),
    )


def cue_rows(cues: tuple[Cue, ...]) -> list[Row]:
    """Return a line for each cue."""
    return [
        Row(
            (
                Cell(_cue_names()[cue.kind], tip=cue.best),
                Cell(marked(decimal(cue.auroc.value)), cue.auroc.value),
                Cell(marked(bounds(cue.auroc)), cue.auroc.low),
                Cell(_weights()[cue.weight]),
            ),
            dim=cue.weight is Weight.NONE,
        )
        for cue in cues
    ]


def items(found: Inspection, source: DataSource, problem: Problem) -> list[GalleryItem]:
    """Return the films of a finding, those that belong together side by side."""
    if not problem.groups:
        return [_item(found, source, row, "") for row in problem.films]
    several = translate("DataPage", "group {number}")
    return [
        _item(found, source, row, several.format(number=n))
        for n, rows in enumerate(problem.groups, start=1)
        for row in rows
    ]


def _item(found: Inspection, source: DataSource, row: int, group: str) -> GalleryItem:
    image = found.looked.table.images[row]
    label = f"{found.label}: {image.labels.get(found.label, '–')}"
    place = image.path.relative_to(source.folder) if image.path.is_relative_to(source.folder) else Path(image.path.name)
    lines = tuple(line for line in (" · ".join(part for part in (group, label) if part), str(place)) if line)
    return GalleryItem(row, image.study, source.folder, image.path, image.frame, lines)


def summary(found: Inspection) -> str:
    """Return what a run would learn from."""
    left = problem_words.left_out_words(found)
    return " ".join(said(text) for text in (problem_words.summary(found), left) if text)


def gathered(made: Gathered) -> str:
    """Return what became of the studies of the desk."""
    told = [
        translate("DataPage", "{films} films of {studies} studies, of which {abnormal} are abnormal.").format(
            films=_number(made.films), studies=_number(made.studies), abnormal=_number(made.abnormal)
        )
    ]
    for number, text in (
        (made.undecided, translate("DataPage", "Studies that the rule does not decide: {number}.")),
        (made.missing, translate("DataPage", "Films that are no longer there: {number}.")),
        (made.moved, translate("DataPage", "Films found in another place: {number}.")),
        (made.prompted, translate("DataPage", "Studies on which all answers were given with a model's answer in sight: "
                                  "{number}. A model that learns from these learns from itself.")),
    ):  # fmt: skip
        told += [text.format(number=_number(number))] if number else []
    return " ".join(told)


def source_name(source: DataSource) -> str:
    """Return a source as the list shows it."""
    if source.kind is SourceKind.VERDICTS:
        return translate("DataPage", "{name} (verdicts of this desk)").format(name=source.name)
    return source.name


def _number(value: int) -> str:
    return figure(value)


def _cue_names() -> dict[CueKind, str]:
    return {
        CueKind.FILE_TYPE: translate("DataPage", "File type"),
        CueKind.SIZE: translate("DataPage", "Size"),
        CueKind.ASPECT: translate("DataPage", "Aspect ratio"),
        CueKind.SHARPNESS: translate("DataPage", "Sharpness"),
        CueKind.BRIGHTNESS: translate("DataPage", "Brightness"),
        CueKind.CONTRAST: translate("DataPage", "Contrast"),
        CueKind.MARKS: translate("DataPage", "Letters and markers"),
        CueKind.MAKER: translate("DataPage", "Maker of the device"),
        CueKind.VIEW: translate("DataPage", "View"),
    }


def _weights() -> dict[Weight, str]:
    return {
        Weight.NEARLY_ALL: translate("DataPage", "separates the classes by itself"),
        Weight.MUCH: translate("DataPage", "tells much"),
        Weight.SOME: translate("DataPage", "tells something"),
        Weight.NONE: translate("DataPage", "tells nothing"),
    }
