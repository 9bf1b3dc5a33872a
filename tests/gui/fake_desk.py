"""A desk in memory with made-up studies: the same methods as `triage.desk.Desk`, scored when told."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from tests.films import picture
from tests.gui.fake_reading import FakeReading
from tests.gui.fake_watching import FakeWatching
from tests.patience import PATIENCE_S
from xraydesk.errors import Cancelled, FolderError, StoreError, UnreadableImage
from xraydesk.imaging.measurements import Measurement
from xraydesk.imaging.radiograph import Header, Radiograph, Window
from xraydesk.imaging.study import Instance, ScanResult, SkippedFile, Study
from xraydesk.inference.card import (
    GateSpec,
    InputSpec,
    Label,
    ModelCard,
    OperatingPoint,
    Population,
    Rate,
)
from xraydesk.store.verdicts import Verdict
from xraydesk.triage.activation import ActivationMap, always
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.listing import Listing
from xraydesk.triage.models import speaker
from xraydesk.triage.priors import Priors
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.standing import ReadingRules
from xraydesk.triage.worklist import Entry

LABEL = "pneumonia"
RULE_OUT, RULE_IN = 0.12, 0.55
REASON = "The patient is 54 years old; the model is for children of 1-5 years"
BROKEN = "The file ends in the middle of the picture"


def card(model_id: str = "chest-pneumonia", version: str = "1.0") -> ModelCard:
    """Return a card like the bundled model's."""
    rate = Rate(0.95, 0.92, 0.97)
    points = (OperatingPoint("rule-out", RULE_OUT, rate, rate), OperatingPoint("rule-in", RULE_IN, rate, rate))
    return ModelCard(
        model_id,
        version,
        model_id,
        "none",
        (Label(LABEL, operating_points=points),),
        InputSpec(),
        Population(words="children of 1-5 years, frontal chest"),
        GateSpec(1.0),
        "0" * 64,
    )


def knee_card() -> ModelCard:
    """Return the card of a model for grades."""
    rate = Rate(0.9, 0.85, 0.94)
    points = (OperatingPoint("rule-out", 0.3, rate, rate), OperatingPoint("rule-in", 0.9, rate, rate))
    return replace(
        card("knee-osteoarthritis", "0.2"),
        labels=(Label("KL >= 2", operating_points=points), *(Label(f"KL >= {k}") for k in (1, 3, 4))),
        population=Population(words="adult knees"),
    )


def study(number: int, images: int = 1, age: float = 3.0) -> Study:
    """Return a made-up study."""
    header = Header(
        patient_id=f"A-{number:04d}",
        patient_name=f"Made up {number}",
        age_years=age,
        sex="FM"[number % 2],
        body_part="CHEST",
        view="AP",
        laterality="",
        study_uid=f"1.2.{number}",
        study_time=datetime.fromisoformat("2026-03-04 08:00") + timedelta(minutes=7 * number),
        manufacturer="Maker",
    )
    instances = tuple(
        Instance(Path(f"/films/{number}-{n}.dcm"), 0, header, 96, 80, 1, 0, "dicom") for n in range(images)
    )
    return Study(f"1.2.{number}", instances)


def band_of(score: float | None) -> Band:
    """Return the band of a probability; None could not be assessed."""
    if score is None:
        return Band.NOT_ASSESSED
    return Band.LIKELY if score >= RULE_IN else Band.LOW if score < RULE_OUT else Band.UNCERTAIN


class FakeAnnotations:
    """Marks by image: every row that was written, and what is there now."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.rows: list[tuple[str, int, str, Measurement, bool]] = []

    def of_image(self, study_id: str, index: int) -> dict[str, Measurement]:
        found: dict[str, Measurement] = {}
        for study, image, mark, measurement, removed in self.rows:
            if (study, image) == (study_id, index):
                found.pop(mark, None)
                if not removed:
                    found[mark] = measurement
        return found

    def record(self, study_id: str, index: int, mark: str, measurement: Measurement, *, removed: bool = False) -> None:
        if self.desk.full_disk:
            raise StoreError("No space is left on the disk", remedy="Make room and try again")
        self.rows.append((study_id, index, mark, measurement, removed))


class FakeDesk:
    """Studies by number with their probability; None is refused, "broken" cannot be loaded."""

    def __init__(self, scores: dict[int, float | str | None], images: dict[int, int] | None = None) -> None:
        self.scores = scores
        self.images = images or {}
        self.card = card()
        self.cards = (self.card,)
        self.knees: set[int] = set()  # studies that the model for knees judged
        self.automatic = True
        self.device_words = "CPU"
        self.entries: dict[str, Entry] = {}
        self.ledger = Ledger(ReadingRules("Ada"))
        self.worklist = Listing(self.ledger)
        self.log: dict[str, list[Verdict]] = {}
        self.listener = None
        self.cancelled = False
        self.closed = False
        self.prioritised: list[str] = []
        self.full_disk = False
        self.skipped: tuple[SkippedFile, ...] = (SkippedFile(Path("/films/notes.txt"), "no image"),)
        self.films: dict[tuple[str, int], Radiograph] = {}
        self.maps_asked: list[str] = []
        self.given_up: list[str] = []
        self.hold_maps: threading.Event | None = None
        self.hold_images: threading.Event | None = None
        self.shape = (96, 83)  # an odd width: a picture without line length would be sheared
        self.gone = False
        self.annotations = FakeAnnotations(self)
        self.priors = Priors(self.ledger)
        self.reading = FakeReading(self)
        self.watching = FakeWatching()

    # -- what a test does --------------------------------------------------------------------------------------------

    def scan(self) -> None:
        """Tell the listener what the folder holds, nothing scored yet."""
        studies = [study(n, self.images.get(n, 1)) for n in self.scores]
        for one in studies:
            pending = tuple(ImageAssessment(str(i.path), 0, ImageStatus.PENDING) for i in one.instances)
            self.entries[one.study_id] = Entry(one, Assessment(one.study_id, None, "", None, {}, None, pending))
        self.ledger.open(studies, [self.entries[one.study_id].assessment for one in studies])
        self.listener.scanned(ScanResult(Path("/films"), tuple(studies), self.skipped))

    def assess(self, *numbers: int) -> None:
        """Score these studies and tell the listener."""
        told = []
        for number in numbers:
            entry = self.entries[f"1.2.{number}"]
            assessment = self._assessment(number, entry.study)
            self.entries[entry.study.study_id] = Entry(entry.study, assessment)
            told.append(assessment)
        self.ledger.assess(told)
        self.listener.assessed(told)
        done = sum(e.assessment.band is not None for e in self.entries.values())
        self.listener.progress(Progress(done, len(self.entries), 38.0, 15.0, "scoring"))

    def finish(self) -> None:
        """End the run."""
        count = len(self.entries)
        self.listener.finished(
            RunSummary(count, count, count, 0, 0, 0, 0, 1, 1.0, 1.0, cancelled=self.cancelled, device="CPU")
        )

    def run_all(self) -> None:
        """Scan, score everything, end."""
        self.scan()
        if self.entries:
            self.assess(*self.scores)
        self.finish()

    def _assessment(self, number: int, of: Study) -> Assessment:
        score = self.scores[number]
        value = score if isinstance(score, float) else None
        reason = "" if value is not None else BROKEN if score == "broken" else REASON
        status = ImageStatus.SCORED if value is not None else ImageStatus.REFUSED
        images = tuple(ImageAssessment(str(i.path), 0, status, reason) for i in of.instances)
        driver = len(images) - 1 if value is not None else None
        probabilities = {LABEL: value} if value is not None else {}
        assessment = Assessment(of.study_id, band_of(value), reason, value, probabilities, driver, images)
        if value is None:
            return assessment
        if number not in self.knees:
            return replace(assessment, model_id=self.card.id)
        grades = {"KL >= 2": value, "KL >= 1": 0.99, "KL >= 3": 0.61, "KL >= 4": 0.05}
        return replace(
            assessment, model_id="knee-osteoarthritis", probabilities=grades, grade=round(sum(grades.values()))
        )

    # -- what the window asks ----------------------------------------------------------------------------------------

    def card_of(self, study_id: str) -> ModelCard | None:
        return speaker(self.assessment(study_id), self.cards)

    def models(self) -> list[ModelCard]:
        return [self.card, card("knee", "0.2")]

    def start(self, folder: Path, listener: object) -> None:
        if self.gone:
            raise FolderError("The folder is not there any more", subject=folder, remedy="Choose another folder")
        self.folder, self.listener = folder, listener

    def cancel(self, *, wait: bool = False) -> None:
        self.cancelled = True

    def prioritise(self, study_ids: object) -> None:
        self.prioritised += list(study_ids)

    def close(self) -> None:
        self.closed = True

    def rows(self) -> list:
        return self.ledger.rows()

    def row(self, study_id: str) -> object:
        return self.ledger.row(study_id)

    def study(self, study_id: str) -> Study:
        return self.entries[study_id].study

    def assessment(self, study_id: str) -> Assessment:
        entry = self.entries[study_id]
        return Entry(entry.study, entry.assessment, self.reading.standing(study_id)).told

    def load_image(self, study_id: str, index: int) -> Radiograph:
        if self.hold_images is not None:
            assert self.hold_images.wait(PATIENCE_S)
        number = int(study_id.rsplit(".", 1)[1])
        if self.scores[number] == "broken":
            raise UnreadableImage(BROKEN, remedy="Ask for it to be sent again")
        if (study_id, index) in self.films:
            return self.films[study_id, index]
        values = picture(*self.shape, seed=number * 10 + index)
        return Radiograph(
            values, (Window(2048, 4096), Window(1000, 800, name="Soft")), header=self.study(study_id).header, bits=12
        )

    def activation_map(
        self, study_id: str, index: int, label: str, method: str = "cam", going=always
    ) -> ActivationMap | None:
        self.maps_asked.append(method)
        if self.assessment(study_id).score is None:
            return None
        while self.hold_maps is not None and not self.hold_maps.wait(0.02):
            if not going(0.25):
                self.given_up.append(method)
                raise Cancelled
        values = np.full((7, 7), -1.0, np.float32)
        values[2:4, 1:3] = 6.0
        return ActivationMap(values, label, method, in_logits=method in {"cam", "gradcam"})

    def record_verdict(self, study_id, answer, confidence, comment, seconds, model_shown, findings=()) -> Verdict:
        if self.full_disk:
            raise StoreError("No space is left on the disk", remedy="Make room and try again")
        entry, card = self.entries[study_id], self.card_of(study_id)
        number = sum(map(len, self.log.values())) + 1
        verdict = Verdict(
            reader="Ada", study_id=study_id, answer=answer, confidence=confidence, comment=comment, seconds=seconds,
            model_shown=model_shown, model_id=card.id if card else "", model_sha256=card.weights_sha256 if card else "",
            band=entry.assessment.band or "", score=entry.assessment.score, images=(), number=number, at=datetime.now(),
            findings=tuple(findings),
        )  # fmt: skip
        self.log.setdefault(study_id, []).append(verdict)
        self.ledger.know({}, [verdict])
        return verdict

    def verdicts(self, study_id: str) -> list[Verdict]:
        return self.ledger.verdicts(study_id)

    def recent_folders(self) -> list[Path]:
        return [Path("/films")]
