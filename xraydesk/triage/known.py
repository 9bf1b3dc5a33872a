"""What is known of the open folder while a run works on it: image by image, study by study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xraydesk.imaging.study import Instance, ScanResult, Study
from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.store.database import Database
from xraydesk.store.predictions import ImageKey, PredictionStore
from xraydesk.store.studies import known_hashes
from xraydesk.store.verdicts import VerdictLog
from xraydesk.triage.assessment import Assessment, ImageAssessment, ImageStatus
from xraydesk.triage.banding import assess, from_prediction, not_scored
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.population import refusal
from xraydesk.triage.workqueue import Item

Scanner = Callable[[Path, Callable[[int], None], Callable[[], bool]], ScanResult]


def scan_folder(folder: Path, on_progress: Callable[[int], None], cancelled: Callable[[], bool]) -> ScanResult:
    """Scan a real folder; the import waits until there is one."""
    from xraydesk.imaging.scan import scan

    return scan(folder, on_progress=on_progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of one image."""

    item: Item
    content_hash: str = ""
    prediction: Prediction | None = None
    cached: bool = False  # the prediction was in the store
    problem: str = ""


class FolderState:
    """Used by the run's thread alone, except `instance`."""

    def __init__(self, result: ScanResult, database: Database, card: ModelCard, ledger: Ledger) -> None:
        self.result = result
        self.predictions = PredictionStore(database, card)
        self.scored = 0
        self.cached = 0
        self.unsettled: set[Item] = set()
        self._database = database
        self._card = card
        self._ledger = ledger
        self._studies = {study.study_id: study for study in result.studies}
        self._images = {study.study_id: [self._first(i) for i in study.instances] for study in result.studies}
        self._changed: set[str] = set()
        self._open()

    def instance(self, item: Item) -> Instance:
        """Return the instance an item stands for."""
        return self._studies[item[0]].instances[item[1]]

    def pending(self) -> list[Item]:
        """Return what needs the model, in order of arrival."""
        return [item for item in self._items() if item in self.unsettled]

    def look_up(self) -> None:
        """Take verdicts, content hashes and answers the store has.

        Raises
        ------
        StoreError
            The store cannot be read; nothing is known then and the run can still go on.
        """
        verdicts = VerdictLog(self._database).for_studies(self._studies)
        instances = [instance for study in self.result.studies for instance in study.instances]
        hashes = known_hashes(self._database, instances)
        self._ledger.know(hashes, verdicts)
        answers = self.predictions.find(hashes[i.path] for i in instances if i.path in hashes)
        for item in list(self.unsettled):
            self._recall(item, hashes, answers)

    def settle(self, outcome: Outcome) -> None:
        """Take what became of one image."""
        instance = self.instance(outcome.item)
        if outcome.content_hash:
            self._ledger.know({instance.path: outcome.content_hash})
        if outcome.prediction is None:
            image = not_scored(instance, ImageStatus.UNREADABLE, outcome.problem, outcome.content_hash)
        else:
            image = from_prediction(instance, outcome.content_hash, outcome.prediction)
            self.cached += outcome.cached
            self.scored += not outcome.cached
        self._put(outcome.item, image)

    def take_changed(self) -> list[Assessment]:
        """Return the studies that changed since the last call, and bring them into the ledger."""
        changed = [assess(self._studies[name], self._images[name], self._card) for name in sorted(self._changed)]
        self._changed.clear()
        self._ledger.assess(changed)
        return changed

    def count(self, status: ImageStatus) -> int:
        """Return how many images have come that far."""
        return sum(image.status is status for images in self._images.values() for image in images)

    @property
    def images(self) -> int:
        """How many images the folder holds."""
        return self.result.instance_count

    @property
    def done(self) -> int:
        """How many images are settled."""
        return self.images - len(self.unsettled)

    def _open(self) -> None:
        """Bring the folder into the ledger with nothing assessed but what the scan already knows."""
        self.unsettled = {item for item in self._items() if self._image(item).status is ImageStatus.PENDING}
        self._changed = {study_id for study_id, _ in self._items()} - {study_id for study_id, _ in self.unsettled}
        blank = [self._blank(study) for study in self.result.studies]
        self._ledger.open(self.result.studies, blank)

    def _blank(self, study: Study) -> Assessment:
        return Assessment(study.study_id, None, "", None, {}, None, tuple(self._images[study.study_id]))

    def _first(self, instance: Instance) -> ImageAssessment:
        """Judge by what the scan found in the header."""
        if instance.problem:
            return not_scored(instance, ImageStatus.UNREADABLE, instance.problem)
        reason = refusal(instance.header, self._card.population)
        return not_scored(instance, ImageStatus.REFUSED if reason else ImageStatus.PENDING, reason)

    def _recall(self, item: Item, hashes: dict[Path, str], answers: dict[ImageKey, Prediction]) -> None:
        instance = self.instance(item)
        content_hash = hashes.get(instance.path, "")
        answer = answers.get((content_hash, instance.frame))
        if answer is not None:
            self.cached += 1
            self._put(item, from_prediction(instance, content_hash, answer))

    def _put(self, item: Item, image: ImageAssessment) -> None:
        self._images[item[0]][item[1]] = image
        self.unsettled.discard(item)
        self._changed.add(item[0])

    def _image(self, item: Item) -> ImageAssessment:
        return self._images[item[0]][item[1]]

    def _items(self) -> list[Item]:
        return [(study.study_id, index) for study in self.result.studies for index in range(len(study.instances))]
