"""Every table that can be exported, from a scene behind its veil. The columns are in `export_columns`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from xraydesk.research import export_columns as columns
from xraydesk.research.answers import Answers, Heard
from xraydesk.research.export_log import corrections, findings, reference, tags, verdicts
from xraydesk.research.export_source import Source
from xraydesk.research.subjects import models_of
from xraydesk.research.tables import Cell, Table
from xraydesk.store import archive as stored

_HEARD = {Heard.JUDGED: "judged", Heard.REFUSED: "refused", Heard.NEVER: "never asked"}


def studies(source: Source) -> Table:
    """Return one row a study."""
    cases, truth, veil = source.cases, source.scene.truth, source.veil
    rows: list[list[Cell]] = []
    for n, study_id in enumerate(cases.study_ids.tolist()):
        words = (source.word(str(column[n])) for column in (cases.sexes, cases.body_parts, cases.views,
                                                            cases.manufacturers, cases.modalities))  # fmt: skip
        known = bool(truth.known[n])
        rows.append([
            source.study(study_id, n), source.patient(n), veil.name("folder", str(cases.folders[n])),
            source.moment(cases.taken[n], study_id), source.moment(cases.seen[n], study_id),
            veil.age(float(cases.ages[n])), *words, len(cases.images[n]), int(truth.value[n]) if known else None,
            bool(truth.contradicted[n]),
        ])  # fmt: skip
    return Table("studies", "One row a study.", columns.STUDIES, sorted(rows, key=_first))


def images(source: Source) -> Table:
    """Return one row an image."""
    veil = source.veil
    rows: list[list[Cell]] = []
    for n, study_id in enumerate(source.cases.study_ids.tolist()):
        name = source.study(study_id, n)
        for place, image in enumerate(source.cases.images[n]):
            hidden = veil.free(str(image.path)), veil.free(image.problem)
            film = veil.name("image", image.content_hash)
            rows.append([name, place, film, image.frame, not image.problem, *hidden])
    return Table("images", "One row an image of a study.", columns.IMAGES, sorted(rows, key=_first))


def predictions(source: Source) -> Table:
    """Return one row for each model, image and output."""
    rows: list[list[Cell]] = []
    for name, answers in models_of(source.scene).items():
        card = answers.card
        said = stored.answers(source.archive.database, card)
        model = name.rpartition("@")[0], card.version, card.weights_sha256
        for n, study_id in enumerate(source.cases.study_ids.tolist()):
            for place, image in enumerate(source.cases.images[n]):
                answer = said.get(image.key)
                if answer is None:
                    continue
                film = source.veil.name("image", image.content_hash), image.frame
                rows += [
                    [*model, source.study(study_id, n), place, *film, label.name, *map(_number, figures),
                     answer.distance, answer.refusal, source.moment(answer.made_at, study_id)]
                    for label, *figures in zip(card.labels, answer.logits, answer.probabilities, strict=True)
                ]  # fmt: skip
    meaning = "One row for each output of a model on an image."
    return Table("predictions", meaning, columns.PREDICTIONS, sorted(rows, key=lambda row: (row[0], row[1], row[3])))


def answers(source: Source) -> Table:
    """Return one row for each model and study: what the figures are made of."""
    rows = [row for said in models_of(source.scene).values() for row in _answers(source, said)]
    meaning = "One row for each model and study: what the figures are made of."
    return Table("answers", meaning, columns.ANSWERS, sorted(rows, key=lambda row: (row[0], row[1], row[3])))


def _answers(source: Source, said: Answers) -> Iterable[list[Cell]]:
    card, threshold = said.card, said.threshold()
    called, bands = said.called(threshold), said.bands()
    for n, study_id in enumerate(source.cases.study_ids.tolist()):
        judged = bool(said.judged[n])
        yield [
            card.id, card.version, card.weights_sha256, source.study(study_id, n), _HEARD[Heard(int(said.heard[n]))],
            _number(said.score[n]), str(bands[n]), bool(called[n]) if judged else None, threshold,
            int(said.driver[n]) if said.driver[n] >= 0 else None, _number(said.distance[n]),
        ]  # fmt: skip


def _first(row: Sequence[Cell]) -> str:
    return str(row[0])


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


TABLES: dict[str, Callable[[Source], Table]] = {
    "studies": studies,
    "images": images,
    "predictions": predictions,
    "answers": answers,
    "verdicts": verdicts,
    "findings": findings,
    "reference": reference,
    "tags": tags,
    "corrections": corrections,
}
