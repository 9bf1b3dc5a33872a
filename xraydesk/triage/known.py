"""What is known of the open folder while a run works on it: image by image, study by study."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xraydesk.imaging.study import Instance, ScanResult, Study
from xraydesk.inference.card import ModelCard
from xraydesk.store.database import Database
from xraydesk.store.predictions import ImageKey
from xraydesk.store.studies import known_hashes
from xraydesk.store.verdicts import VerdictLog
from xraydesk.triage.admission import admitted, no_model
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus
from xraydesk.triage.banding import assess, from_judgement, not_scored
from xraydesk.triage.joining import join, places_of
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.recalibration import by_calibration
from xraydesk.triage.routing import Hearing, Judgement, Router
from xraydesk.triage.stored import ByModel, StoredAnswers
from xraydesk.triage.workqueue import Item

_MORE_TO_COME = "a new image is not scored yet"
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
    instance: Instance  # as it was when it was read
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
        self._places = places_of(result.studies)
        self._known: dict[str, Assessment] = {}  # of studies that have grown, until their new images are judged
        self._open()

    def instance(self, item: Item) -> Instance:
        """Return the instance an item stands for."""
        return self._studies[item[0]].instances[item[1]]

    def image(self, item: Item) -> tuple[Instance, Hearing]:
        """Return the instance an item stands for, and what is to be heard about it."""
        return self.instance(item), Hearing(self._candidates[item], dict(self._heard.get(item, {})))

    def pending(self) -> list[Item]:
        """Return what needs a model, in order of arrival."""
        return [item for item in self._items() if item in self.unsettled and item not in self.stranded]

    @property
    def open(self) -> bool:
        """Whether anything is left that a model of this run can still answer."""
        return len(self.unsettled) > len(self.stranded)

    def join(self, arrived: ScanResult) -> list[Item]:
        """Take files that came in later, into their studies or as new ones; return the images to be judged."""
        joined = join(self._studies, self._places, arrived.studies)
        for study_id in joined.studies:
            self._keep_band(study_id, grown=joined.grown(study_id, len(self._images.get(study_id, ()))))
        self._studies.update(joined.studies)
        for item in joined.fresh:
            self._begin(item)
        new = {file.path for file in arrived.skipped}
        skipped = (*(file for file in self.result.skipped if file.path not in new), *arrived.skipped)
        self.result = replace(self.result, studies=tuple(self._studies.values()), skipped=skipped)
        self._changed.update(joined.studies)
        self._ledger.join(joined.studies.values(), map(self._assess, joined.studies))
        self._ledger.forget(self.instance(item).path for item in joined.fresh)
        return joined.fresh

    def retry(self) -> list[Item]:
        """Return the images whose files could not be read, to be judged once more."""
        again = [
            item
            for item in self._items()
            if self._image(item).status is ImageStatus.UNREADABLE and not self.instance(item).problem
        ]
        for item in again:
            self._begin(item)
            self._changed.add(item[0])
        return again

    def take_points(self, cards: Sequence[ModelCard]) -> list[Item]:
        """Judge by other versions of the models' operating points; return the images that must be scored for it."""
        self._cards, self._by_id = cards, {card.id: card for card in cards}
        self._stored.take_points(cards)
        again = []
        for item in self._items():
            image = self._image(item)
            if image.status is not ImageStatus.SCORED:
                continue
            told = by_calibration(image, self._by_id[image.model_id])
            if told is None:
                again.append(item)
                self._begin(item)
            else:
                self._images[item[0]][item[1]] = told
            self._changed.add(item[0])
        return again

    def lay_aside(self) -> None:
        """Leave what the reader stopped to the next opening of the folder; what arrives is still judged."""
        self.stranded |= self.unsettled

    def look_up(self, items: Sequence[Item] | None = None) -> None:
        """Take verdicts, content hashes and answers the store has, of some images or all.

        Raises
        ------
        StoreError
            The store cannot be read; nothing is known then and the run can still go on.
        """
        items = self._items() if items is None else items
        verdicts = VerdictLog(self._database).for_studies({study_id for study_id, _ in items})
        instances = [self.instance(item) for item in items]
        hashes = known_hashes(self._database, instances)
        self._ledger.know(hashes, verdicts)
        answers = self._stored.find(hashes[i.path] for i in instances if i.path in hashes)
        for item in items:
            if item in self.unsettled:
                self._recall(item, hashes, answers)

    def awaits(self, outcome: Outcome) -> bool:
        """Tell whether an outcome is still wanted: a file may have been written anew since it was read."""
        return outcome.item in self.unsettled and outcome.instance is self.instance(outcome.item)

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
        image = from_judgement(instance, outcome.content_hash, judgement)
        card = self._by_id.get(image.model_id)
        told = by_calibration(image, card) if card is not None and card.recalibrated else image
        self._put(item, told or image)  # a fresh answer has all that a calibration needs

    def take_changed(self) -> list[Assessment]:
        """Return the studies that changed since the last call, and bring them into the ledger."""
        changed = [self._assess(name) for name in sorted(self._changed)]
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

    def _begin(self, item: Item) -> None:
        """Judge an image from the beginning, by its header first."""
        study_id, index = item
        self._candidates.pop(item, None)
        self._heard.pop(item, None)
        self.stranded.discard(item)
        image = self._first(item, self.instance(item))
        self._images.setdefault(study_id, [])[index : index + 1] = [image]
        if image.status is ImageStatus.PENDING:
            self.unsettled.add(item)
        else:
            self.unsettled.discard(item)

    def _keep_band(self, study_id: str, *, grown: bool) -> None:
        """Keep a study where it stands while an image that came later is judged; a low one may not stay low."""
        known = self._assess(study_id) if study_id in self._studies else None
        if known is not None and grown and known.band in (Band.LIKELY, Band.UNCERTAIN):
            self._known[study_id] = known
        else:
            self._known.pop(study_id, None)

    def _assess(self, study_id: str) -> Assessment:
        now = assess(self._studies[study_id], self._images[study_id], self._by_id)
        known = self._known.get(study_id)
        if known is None or now.band is not None:
            self._known.pop(study_id, None)
            return now
        return replace(known, images=now.images, reason=_MORE_TO_COME)

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
            judgement = self._router.judge(hearing, instance.path.parent)
            self.settle(Outcome(item, instance, content_hash, hearing, judgement))

    def _put(self, item: Item, image: ImageAssessment) -> None:
        self._images[item[0]][item[1]] = image
        self.unsettled.discard(item)
        self.stranded.discard(item)
        self._changed.add(item[0])

    def _image(self, item: Item) -> ImageAssessment:
        return self._images[item[0]][item[1]]

    def _items(self) -> list[Item]:
        return [(study.study_id, index) for study in self.result.studies for index in range(len(study.instances))]
