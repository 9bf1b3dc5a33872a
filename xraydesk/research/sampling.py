"""A random sample of this site's studies, to check a model on: how large, drawn how, read how far."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.evaluation.sample_size import reads_needed
from xraydesk.inference.card import ModelCard
from xraydesk.research.archive import Archive
from xraydesk.research.readings import NONE
from xraydesk.research.scene import Scene
from xraydesk.research.truth import whose
from xraydesk.store.samples import ANEW, Draw, DrawDraft, SampleLog

_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Wish:
    """How well sensitivity and specificity shall be known, and what is expected of the site."""

    sensitivity: float = 0.95  # expected
    specificity: float = 0.9  # expected
    half_width: float = 0.05  # wanted, of the 95 % interval of both
    prevalence: float = 0.2  # assumed: share of abnormal studies


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be read: so many studies, that are likely to hold so many abnormal and normal ones."""

    studies: int
    abnormal: int
    normal: int


@dataclass(frozen=True, slots=True)
class Sample:
    """The studies drawn so far, in the order to read them."""

    study_ids: tuple[str, ...] = ()
    draws: tuple[Draw, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sample is read."""

    drawn: int
    read: int  # their truth is known by the rule
    abnormal: int  # of these
    contradicted: int
    gone: int  # drawn, and not among the studies looked at, or not judged any more
    left: int  # studies that were not drawn and may be
    seen: int  # of those read: no reader whose word counts had answered before the model's answer was in sight
    studies: tuple[tuple[str, Path], ...] = field(default=())  # study id and folder of those that are here, as drawn
    waiting: tuple[tuple[str, Path], ...] = field(default=())  # of these, those to be read


def plan_of(wish: Wish) -> Plan:
    """Return how many studies have to be read, with 95 % assurance that they hold enough of both kinds.

    Raises
    ------
    XraydeskError
        The numbers make no sense.
    """
    try:
        ill = reads_needed(wish.sensitivity, wish.prevalence, half_width=wish.half_width)
        well = reads_needed(wish.specificity, 1 - wish.prevalence, half_width=wish.half_width)
    except ValueError as error:
        raise XraydeskError(
            "No number of studies gives this interval", remedy="Choose shares between 0 and 100 % and a wider interval"
        ) from error
    return Plan(max(ill.studies, well.studies), ill.abnormal, well.abnormal)


def sample_of(archive: Archive, card: ModelCard) -> Sample:
    """Return a model's present sample; StoreError where it cannot be read."""
    draws = tuple(SampleLog(archive.database).of(card))
    return Sample(tuple(dict.fromkeys(study for draw in draws for study in draw.studies)), draws)


def pool_of(scene: Scene, drawn: Iterable[str] = ()) -> list[str]:
    """Return the studies that may be drawn, in order of their ids: judged by the model, and not drawn before."""
    if scene.answers is None:
        return []
    judged = set(scene.cases.study_ids[scene.answers.judged].tolist())
    return sorted(judged - set(drawn))


def drawn_from(pool: list[str], count: int, seed: int) -> tuple[str, ...]:
    """Return ``count`` studies of a pool in random order: every study is as likely, whatever the model said of it."""
    order = np.random.default_rng(seed).permutation(len(pool))[:count]
    return tuple(pool[place] for place in order.tolist())


def draw(
    archive: Archive, scene: Scene, count: int, wish: Wish, *, anew: bool = False, seed: int | None = None
) -> Sample:
    """Draw studies at random into the model's sample and keep them; return the sample.

    Parameters
    ----------
    archive, scene
        Where it is kept, and whose studies the model judged.
    count
        How many more.
    wish
        What they were drawn for.
    anew
        Leave what was drawn before out: the site or its machines have changed.
    seed
        Of the draw; None takes one that nobody chose.

    Raises
    ------
    XraydeskError
        There is none to draw.
    StoreError
        Nothing was kept.
    """
    if scene.answers is None:
        raise XraydeskError("No model has judged these studies")
    card = scene.answers.card
    pool = pool_of(scene, () if anew else sample_of(archive, card).study_ids)
    if count < 1 or not pool:
        raise XraydeskError(
            "There is no study left to draw", remedy="Let the model judge more folders of this site at the reading desk"
        )
    chosen = secrets.randbelow(_SEEDS) if seed is None else seed
    plan = {**asdict(wish), "pool": len(pool), ANEW: anew}
    author, studies = archive.writer(), drawn_from(pool, count, chosen)
    SampleLog(archive.database).record(DrawDraft(author, card.id, card.weights_sha256, chosen, plan, studies))
    return sample_of(archive, card)


def progress_of(scene: Scene, sample: Sample) -> Progress:
    """Return how far the sample is read by the scene's standard of truth."""
    rows = rows_of(scene, sample)
    value, against = scene.truth.value, scene.truth.contradicted
    waiting = [row for row in rows if np.isnan(value[row])]
    read = [row for row in rows if not np.isnan(value[row])]
    return Progress(
        drawn=len(sample.study_ids),
        read=len(read),
        abnormal=int(sum(value[row] == 1 for row in rows)),
        contradicted=int(sum(against[row] for row in rows)),
        gone=len(sample.study_ids) - len(rows),
        left=len(pool_of(scene, sample.study_ids)),
        seen=int(_seen(scene)[read].sum()),
        studies=_places(scene, rows),
        waiting=_places(scene, waiting),
    )


def _places(scene: Scene, rows: list[int]) -> tuple[tuple[str, Path], ...]:
    return tuple((str(scene.cases.study_ids[row]), scene.cases.folders[row]) for row in rows)


def _seen(scene: Scene) -> NDArray[np.bool_]:
    """Return which cases were judged by readers who all had the model's answer in sight when they first answered."""
    readings = scene.readings
    counted = whose(scene.truth.rule, readings.readers)
    blind = (readings.before.answer[counted] != NONE).any(0)
    return np.asarray(readings.given[counted].any(0) & ~blind)


def rows_of(scene: Scene, sample: Sample) -> list[int]:
    """Return the sample's rows in the scene, in the order to read them; studies that the model judged."""
    if scene.answers is None:
        return []
    judged = scene.answers.judged
    places = scene.cases.rows_by_study()
    found = ([row for row in places.get(study, ()) if judged[row]] for study in sample.study_ids)
    return [rows[0] for rows in found if rows]
