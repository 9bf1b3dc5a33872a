"""The films on which two models are compared, and what both say of them, study by study."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from xraydesk.admin.contestants import Contestant
from xraydesk.errors import TrainingError
from xraydesk.inference.card import Label
from xraydesk.training.cases import Case, study_cases
from xraydesk.training.questions import Films, Question, labelled, output_for
from xraydesk.training.run_record import RECORD, TRAIN, VALIDATION, films_of
from xraydesk.training.scoring import score_table
from xraydesk.training.table import ImageTable
from xraydesk.triage.population import refusal

Progress = Callable[[int, int], None]  # images scored, images in all; raises `Cancelled` to stop
Sides = tuple[Contestant, Contestant]  # champion, challenger
_ANOTHER = "Compare on films of another folder"


@dataclass(frozen=True, slots=True)
class FilmsAsked:
    """Labelled films; with ``run`` only those that this run kept aside for validation."""

    question: Question
    run: Path | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the first film of a study lies."""

    study_id: str
    path: Path
    frame: int = 0
    folder: Path | None = None  # where the reading desk has the study


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """What two models said of the same studies, in one order; studies without a truth are not among them."""

    words: str  # what was compared on
    label: str  # what is true or not
    outputs: tuple[Label, Label]
    champion: tuple[Case, ...]
    challenger: tuple[Case, ...]
    pictures: Mapping[str, Picture]  # by the name of a case
    notices: tuple[str, ...] = ()


def of_films(sides: Sides, asked: FilmsAsked, device: str, on_progress: Progress) -> HeldOut:
    """Have both judge labelled films; raises as `contest.contest`."""
    films = labelled(asked.question, sides[0].card)
    words = f"{asked.question.folder.name}, label {films.label}"
    if asked.question.split:
        words += f", part {asked.question.split}"
    if asked.run is not None:
        films = replace(films, table=kept_aside(asked.run, films.table))
        words += f", validation films of the run {asked.run.name}"
    size = len(films.table)
    cases = [scored(side, films, device, shifted(on_progress, n * size, 2 * size)) for n, side in enumerate(sides)]
    return HeldOut(
        words,
        films.label,
        (output_for(sides[0].card, films.label), output_for(sides[1].card, films.label)),
        tuple(cases[0]),
        tuple(cases[1]),
        {one.study: Picture(one.study, one.path, one.frame) for one in reversed(films.table.images)},
        tuple(_learnt(sides, films.table)),
    )


def kept_aside(run: Path, table: ImageTable) -> ImageTable:
    """Return the films of a table that a run kept aside for validation, by the run's own record.

    Raises
    ------
    TrainingError
        The record cannot be read, or does not tell which films these are.
    """
    record = _record(run)
    if set(record.get(TRAIN, ())) & set(record.get(VALIDATION, ())):
        what = "The run's record does not tell its films apart: several have one name"
        raise TrainingError(what, subject=run, remedy=_ANOTHER)
    rows = films_of(record, table)[VALIDATION]
    if not rows:
        what = "None of these films is among those the run kept aside"
        raise TrainingError(what, subject=run, remedy="Choose the folder it was trained on")
    return table.subset(rows)


def scored(side: Contestant, films: Films, device: str, on_progress: Progress) -> list[Case]:
    """Return a model's answers study by study, as the reading desk would give them."""
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.inference.scorer import Scorer

    of = len(films.table)
    on_progress(0, of)
    scorer = Scorer(replace(load_bundle(side.folder), card=side.card), device)
    check = partial(refusal, population=side.card.population)
    images = score_table(films.table, scorer, check, lambda done: on_progress(done, of))
    return study_cases(images, films.label, output_for(side.card, films.label).name, gate=True)


def shifted(on_progress: Progress, before: int, of: int) -> Progress:
    """Return what reports one part of a longer work."""
    return lambda done, _: on_progress(before + done, of)


def _learnt(sides: Sides, table: ImageTable) -> list[str]:
    """Say where one of the two has seen some of the films before, and where that cannot be told."""
    found = []
    for side in sides:
        if side.run is None:
            found.append(f"Whether {side.name} was trained on some of these films is not known: its run is not here")
            continue
        named = films_of(_record(side.run), table)
        learnt, kept = len(named[TRAIN]), len(named[VALIDATION])
        if learnt:
            found.append(f"{side.name} was trained on {learnt} of these films: its figures are too good")
        if kept:
            found.append(f"{side.name} was chosen, and its operating points, on {kept} of these films: its figures "
                         "are a little too good")  # fmt: skip
    return found


def _record(run: Path) -> dict[str, list[str]]:
    try:
        found = json.loads((run / RECORD).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError("The run's record cannot be read", subject=run / RECORD, remedy=_ANOTHER) from error
    return found if isinstance(found, dict) else {}
