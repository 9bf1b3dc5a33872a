"""Features of images that were scored before features were kept: the model looks at the films again."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.inference.card import ModelCard
from xraydesk.inference.patient import Facts, patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.research.archive import Archive
from xraydesk.research.map_data import MapImage
from xraydesk.store.features import FeatureStore, insert
from xraydesk.triage.activation import Going, always
from xraydesk.triage.loaded import Input
from xraydesk.triage.models import choose, scorer_factory
from xraydesk.triage.scoring import ScoringThread

_BATCH = 16  # films between two looks at whether anybody waits
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Completed:
    """How many images have features now that had none, and how many could not be read or have changed since."""

    done: int
    unreadable: int


def complete(
    archive: Archive, model: str, images: Sequence[MapImage], going: Going = always, *, device: str = "auto"
) -> Completed:
    """Have a model look again at images it answered, and keep what it saw. What was kept before a stop stays.

    Parameters
    ----------
    archive
        Where answers and features are kept.
    model
        By `archive.name_of`.
    images
        `MapData.lacking`.
    going
        Told the share done after each few films; False ends the work.
    device
        "auto", "cpu", "cuda" or "mps".

    Raises
    ------
    Cancelled
        ``going`` said so.
    XraydeskError
        The model cannot be loaded, or the features cannot be written.
    """
    installed = choose(archive.data_dir, model)
    scoring = ScoringThread({installed.card.id: scorer_factory(installed, device)})
    done = 0
    try:
        for start in range(0, len(images), _BATCH):
            if not going(start / len(images)):
                raise Cancelled
            done += _look(archive, installed.card, scoring, images[start : start + _BATCH])
    finally:
        scoring.close()
    going(1.0)
    return Completed(done, len(images) - done)


def _look(archive: Archive, card: ModelCard, scoring: ScoringThread, images: Sequence[MapImage]) -> int:
    """Have a model look at a few images; return how many of them have features now."""
    films = {image.key: film for image in images if (film := _prepared(image, card)) is not None}
    if not films:
        return 0
    inputs, facts = zip(*films.values(), strict=True)
    answers: list[Prediction] = scoring.call(card.id, lambda scorer: scorer.score(inputs, facts)).result()
    rows = FeatureStore(archive.database, card).rows(zip(films, answers, strict=True))
    archive.database.write(lambda db: insert(db, rows))
    return len(rows)


def _prepared(image: MapImage, card: ModelCard) -> tuple[Input, Facts] | None:
    """Return a film as the model takes it; None where it cannot be read or is not the one that was answered."""
    from xraydesk.imaging.load import content_hash, load
    from xraydesk.imaging.render import to_grey
    from xraydesk.inference.preprocess import prepare

    try:
        if content_hash(image.path) != image.key[0]:
            return None
        film = load(image.path, image.key[1])
        header = film.header
        return prepare(to_grey(film), card.input), patient_facts(header.age_years, header.sex, header.view)
    except (XraydeskError, OSError) as error:
        _log.warning("A film cannot be looked at again: %s", type(error).__name__)
        return None
