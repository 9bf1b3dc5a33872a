"""The desk's own studies as held-out films: what both models have said is in the store, the rest is scored now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin.contestants import Contestant
from xraydesk.admin.held_out import HeldOut, Picture, Progress, Sides, scored, shifted
from xraydesk.errors import TrainingError
from xraydesk.research.answers import Answers, Heard
from xraydesk.research.archive import Archive, name_of
from xraydesk.research.asked import question_of
from xraydesk.research.scene import Scene, look
from xraydesk.research.subjects import models_of
from xraydesk.training.cases import Case, age_group
from xraydesk.training.questions import Films
from xraydesk.training.table import ImageTable, LabelledImage

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

LABEL = "verdict on the study"  # no output of a model: its first, which orders the worklist, is judged
_NOTHING = "Nothing is known to be true of the studies at this desk"


@dataclass(frozen=True, slots=True)
class LogAsked:
    """The studies of the log, with truth by a rule as `research.asked` reads it; "" is the usual one."""

    truth: str = ""
    folder: Path | None = None


def of_log(room: AdminRoom, sides: Sides, asked: LogAsked, device: str, on_progress: Progress) -> HeldOut:
    """Have both judge the desk's studies whose truth is known; raises as `contest.contest`."""
    snapshot = Archive(room.database, room.data_dir, author=room.author).load()
    scene = look(snapshot, question_of(snapshot, truth=asked.truth, folder=asked.folder))
    rows = scene.truth.known.nonzero()[0].tolist()
    if not rows:
        raise TrainingError(_NOTHING, remedy="Choose another rule, or enter what was found out later")
    tables = [_table(scene, _unheard(scene, side, rows)) for side in sides]
    of, before, cases = sum(map(len, tables)), 0, []
    for side, table in zip(sides, tables, strict=True):
        films = Films(table, "", LABEL)
        new = scored(side, films, device, shifted(on_progress, before, of)) if len(table) else []
        cases.append(_cases(scene, rows, _answers(scene, side), {case.name: case for case in new}))
        before += len(table)
    return HeldOut(
        _words(scene),
        LABEL,
        (sides[0].card.abnormal, sides[1].card.abnormal),
        tuple(cases[0]),
        tuple(cases[1]),
        {_name(scene, row): _picture(scene, row) for row in rows},
    )


def _words(scene: Scene) -> str:
    rule = scene.truth.rule
    whom = ", ".join(rule.readers) or rule.source
    return f"this desk's studies, truth by {rule.rule}" + (f" ({whom})" if whom else "")


def _cases(scene: Scene, rows: Sequence[int], answers: Answers | None, new: dict[str, Case]) -> list[Case]:
    found = []
    for row in rows:
        case = new.get(_name(scene, row)) or _told(scene, row, answers)
        patient = str(scene.cases.patients[row])
        found.append(replace(case, patient=patient, groups=_groups(scene, row), name=_name(scene, row)))
    return found


def _told(scene: Scene, row: int, answers: Answers | None) -> Case:
    """Return what a model said of a study before, or that there is no film it could be asked about."""
    truth = int(scene.truth.value[row])
    if answers is None or answers.heard[row] == Heard.NEVER:
        return Case(truth, None, "the study has no film")
    good = answers.heard[row] == Heard.JUDGED
    return Case(truth, float(answers.score[row]) if good else None, answers.reasons[row])


def _answers(scene: Scene, side: Contestant) -> Answers | None:
    found = models_of(scene).get(name_of(side.card))
    return found if found is not None and found.card.weights_sha256 == side.card.weights_sha256 else None


def _unheard(scene: Scene, side: Contestant, rows: Sequence[int]) -> list[int]:
    answers = _answers(scene, side)
    return [row for row in rows if answers is None or answers.heard[row] == Heard.NEVER]


def _table(scene: Scene, rows: Sequence[int]) -> ImageTable:
    """Return the films of studies that a model has not judged yet."""
    cases = scene.cases
    images = [
        LabelledImage(
            path=image.path,
            labels={LABEL: int(scene.truth.value[row])},
            patient=str(cases.patients[row]),
            study=_name(scene, row),
            source=str(cases.manufacturers[row]),
            view=str(cases.views[row]),
            age_years=None if isnan(cases.ages[row]) else float(cases.ages[row]),
            sex=str(cases.sexes[row]),
            frame=image.frame,
            problem=image.problem,
        )
        for row in rows
        for image in cases.images[row]
    ]
    return ImageTable(tuple(images))


def _groups(scene: Scene, row: int) -> dict[str, str]:
    cases = scene.cases
    age = float(cases.ages[row])
    named = {
        "part": cases.body_parts[row],
        "view": cases.views[row],
        "age": "" if isnan(age) else age_group(age),
        "sex": cases.sexes[row],
        "maker": cases.manufacturers[row],
    }
    return {name: str(value) for name, value in named.items() if value}


def _name(scene: Scene, row: int) -> str:
    return f"{scene.cases.study_ids[row]}#{row}"


def _picture(scene: Scene, row: int) -> Picture:
    study_id, images = str(scene.cases.study_ids[row]), scene.cases.images[row]
    film = (images[0].path, images[0].frame) if images else (Path(), 0)
    return Picture(study_id, *film, scene.cases.folders[row])
