"""Which version of its operating points a model is used with: the newest that this site kept, else the card's."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.errors import StoreError
from xraydesk.inference.card import HeldPoints, ModelCard, PointsKind
from xraydesk.inference.catalogue import InstalledModel
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.operating import OperatingLog, PointsVersion

if TYPE_CHECKING:
    from xraydesk.triage.background import Runs

_log = logging.getLogger(__name__)


def held(database: Database, cards: Iterable[ModelCard]) -> list[ModelCard]:
    """Return cards with the calibration and the operating points that hold at this site.

    A log that cannot be read leaves the card's, and the card then says that they are the card's.
    """
    try:
        newest = OperatingLog(database).newest()
    except StoreError as error:
        _log.warning("The versions of the operating points cannot be read: %s", type(error).__name__)
        newest = {}
    return [with_version(card, newest.get((card.id, card.weights_sha256))) for card in cards]


def held_models(database: Database, models: Sequence[InstalledModel]) -> list[InstalledModel]:
    """Return installed models with their cards as `held` has them."""
    cards = held(database, (model.card for model in models))
    return [replace(model, card=card) for model, card in zip(models, cards, strict=True)]


def held_in(data_dir: Path, card: ModelCard) -> ModelCard:
    """Return a card as it is used with a data folder; as it is where nothing was kept there yet."""
    if not (data_dir / FILE_NAME).is_file():
        return card
    database = Database.open(data_dir)
    try:
        return held(database, (card,))[0]
    finally:
        database.close()


def with_version(card: ModelCard, version: PointsVersion | None) -> ModelCard:
    """Return a card with a version's calibration and operating points; None: as its file has it.

    A version that is not of the card's outputs is not used.
    """
    given = card.given_labels
    if version is None or [label.name for label in version.labels] != [label.name for label in given]:
        return replace(card, labels=given, held=None)
    kept = HeldPoints(
        kind=version.kind,
        author=version.author,
        at=version.at,
        reason=version.reason,
        given=given,
        studies=int(version.evidence.get("studies", 0)),
        abnormal=int(version.evidence.get("abnormal", 0)),
    )
    return replace(card, labels=given if version.kind is PointsKind.CARD else version.labels, held=kept)


class PointsInUse:
    """The versions that a desk's models are used with. For any thread.

    Parameters
    ----------
    database
        Where versions are kept.
    cards
        The desk's models by id; changed in place when other versions hold.
    runs
        Whose run is told.
    """

    def __init__(self, database: Database, cards: dict[str, ModelCard], runs: Runs) -> None:
        self._database = database
        self._cards = cards
        self._runs = runs

    def take(self) -> bool:
        """Judge by the versions that hold now; True where any is another.

        The open folder's bands change at once and nothing is scored again, but for films whose answer cannot be told
        exactly by a new calibration; see `recalibration.serves`.
        """
        now = tuple(held(self._database, list(self._cards.values())))
        if now == tuple(self._cards.values()):
            return False
        self._cards.update({card.id: card for card in now})
        run = self._runs.present
        if run is not None and run.result is not None:
            self._runs.arrive(run, now)
        elif run is not None:
            run.arrive(now)  # the scan still goes on; one that failed is not begun again
        return True
