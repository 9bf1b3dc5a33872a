"""What is known of the open folder while a run works on it: image by image, study by study."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xraydesk.imaging.study import Instance, ScanResult, Study
from xraydesk.inference.card import ModelCard
from xraydesk.store.database import Database
from xraydesk.store.predictions import ImageKey
from xraydesk.store.studies import known_hashes
from xraydesk.store.verdicts import VerdictLog
from xraydesk.triage.admission import admitted, no_model
from xraydesk.triage.assessment import Assessment, ImageAssessment, ImageStatus
from xraydesk.triage.banding import assess, from_judgement, not_scored
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.routing import Hearing, Judgement, Router
from xraydesk.triage.stored import ByModel, StoredAnswers
from xraydesk.triage.workqueue import Item

Scanner = Callable[[Path, Callable[[int], None], Callable[[], bool]], ScanResult]


def scan_folder(folder: Path, on_progress: Callable[[int], None], cancelled: Callable[[], bool]) -> ScanResult:
    """Scan a real folder; the import waits until there is one."""
    from xraydesk.imaging.scan import scan

    return scan(folder, on_progress=on_progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of one image.

    ``judgement`` is None where the run was stopped before all had been asked; what they said so far is in ``hearing``.
    """

    item: Item
    content_hash: str
    hearing: Hearing
    judgement: Judgement | None


class FolderState:
    """Used by the run's thread alone, except `instance` and `image`."""

    def __init__(
        self,
        result: ScanResult,
        cards: Sequence[ModelCard],
        *,
        database: Database,
        ledger: Ledger,
        router: Router,
        stored: StoredAnswers,
    ) -> None:
        self.result = result
        self.scored = 0
        self.cached = 0
        self.unsettled: set[Item] = set()
        self.stranded: set[Item] = set()  # those of the unsettled that wait for a model which cannot be loaded
        self.absent: set[str] = set()  # the models that could not be loaded
        self._database = database
        self._cards = cards
        self._by_id = {card.id: card for card in cards}
        self._ledger = ledger
        self._router = router
        self._stored = stored
        self._candidates: dict[Item, tuple[str, ...]] = {}
        self._heard: dict[Item, ByModel] = {}  # what the store has of images that need another answer
        self._studies = {study.study_id: study for study in result.studies}
        self._images = {
            study.study_id: [self._first((study.study_id, n), i) for n, i in enumerate(study.instances)]
            for study in result.studies
        }
        self._changed: set[str] = set()
        self._open()

    def instance(self, item: Item) -> Instance:
        """Return the instance an item stands for."""
        return self._studies[item[0]].instances[item[1]]

    def image(self, item: Item) -> tuple[Instance, Hearing]:
        """Return the instance an item stands for, and what is to be heard about it."""
        return self.instance(item), Hearing(self._candidates[item], dict(self._heard.get(item, {})))

    def pending(self) -> list[Item]:
        """Return what needs a model, in order of arrival."""
        return [item for item in self._items() if item in self.unsettled]

    @property
    def open(self) -> bool:
        """Whether anything is left that a model of this run can still answer."""
        return len(self.unsettled) > len(self.stranded)

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
        answers = self._stored.find(hashes[i.path] for i in instances if i.path in hashes)
        for item in self.pending():
            self._recall(item, hashes, answers)

    def settle(self, outcome: Outcome) -> None:
        """Take what became of one image; one that was stopped on its way stays unsettled."""
        item, hearing, judgement = outcome.item, outcome.hearing, outcome.judgement
        instance = self.instance(item)
        if outcome.content_hash:
            self._ledger.know({instance.path: outcome.content_hash})
        if judgement is None:
            return
        if judgement.stranded:
            self.stranded.add(item)
            self.absent |= hearing.absent
            return
        if judgement.prediction is not None:
            self.scored += bool(hearing.fresh)
            self.cached += not hearing.fresh
        self._put(item, from_judgement(instance, outcome.content_hash, judgement))

    def take_changed(self) -> list[Assessment]:
        """Return the studies that changed since the last call, and bring them into the ledger."""
        changed = [assess(self._studies[name], self._images[name], self._by_id) for name in sorted(self._changed)]
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

    def _first(self, item: Item, instance: Instance) -> ImageAssessment:
        """Judge by what the scan found in the header."""
        if instance.problem:
            return not_scored(instance, ImageStatus.UNREADABLE, instance.problem)
        self._candidates[item] = tuple(card.id for card in admitted(instance.header, self._cards))
        if not self._candidates[item]:
            return not_scored(instance, ImageStatus.REFUSED, no_model(instance.header, self._cards))
        return not_scored(instance, ImageStatus.PENDING)

    def _recall(self, item: Item, hashes: dict[Path, str], answers: dict[ImageKey, ByModel]) -> None:
        """Settle an image by the answers the store has; where another is needed, keep them for then."""
        instance = self.instance(item)
        content_hash = hashes.get(instance.path, "")
        found = answers.get((content_hash, instance.frame), {})
        known = {model_id: found[model_id] for model_id in self._candidates[item] if model_id in found}
        if known:
            self._heard[item] = known
            _, hearing = self.image(item)
            self.settle(Outcome(item, content_hash, hearing, self._router.judge(hearing, instance.path.parent)))

    def _put(self, item: Item, image: ImageAssessment) -> None:
        self._images[item[0]][item[1]] = image
        self.unsettled.discard(item)
        self._changed.add(item[0])

    def _image(self, item: Item) -> ImageAssessment:
        return self._images[item[0]][item[1]]

    def _items(self) -> list[Item]:
        return [(study.study_id, index) for study in self.result.studies for index in range(len(study.instances))]
