"""Stand-ins for files and models, so that the run itself is tested: answers are made from the files' bytes."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from xraydesk.errors import UnreadableImage, XraydeskError
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.study import Instance, ScanResult, SkippedFile, Study
from xraydesk.inference.card import (
    GateSpec,
    InputSpec,
    Label,
    ModelCard,
    OperatingPoint,
    PointName,
    Population,
    Rate,
)
from xraydesk.inference.patient import patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.assessment import Assessment, ImageAssessment
from xraydesk.triage.banding import from_judgement
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.routing import Judgement, problem_of

SIZE = 8
_RATE = Rate(0.9, 0.8, 0.95)


def card(**changes) -> ModelCard:
    points = (
        OperatingPoint(PointName.RULE_OUT, 0.2, _RATE, _RATE),
        OperatingPoint(PointName.RULE_IN, 0.7, _RATE, _RATE),
        OperatingPoint(PointName.DEFAULT, 0.5, _RATE, _RATE),
    )
    values = {
        "id": "fake",
        "version": "1.0",
        "title": "Fake",
        "architecture": "none",
        "labels": (Label("abnormal", operating_points=points), Label("other", operating_points=points)),
        "input": InputSpec(size=SIZE),
        "population": Population(body_parts=("CHEST",), age_min=1, age_max=6, words="children of 1-5 years"),
        "gate": GateSpec(2.0),
        "weights_sha256": "ab" * 32,
    }
    return ModelCard(**(values | changes))


CHEST = card(id="chest", title="Chest", population=Population(body_parts=("CHEST",)), weights_sha256="c" * 64)
KNEE = card(id="knee", title="Knee", population=Population(body_parts=("KNEE",)), weights_sha256="d" * 64)
ODD = "unlike the training films"
NOBODY = patient_facts(None, "", "")


def answered(made: Instance, content_hash: str, answer: Prediction) -> ImageAssessment:
    """Return what an answer of the only model means for an image."""
    return from_judgement(made, content_hash, Judgement("fake", answer, problem_of(answer)))


def prediction(p: float, *, refusal: str = "", distance: float = 1.0) -> Prediction:
    probabilities = np.array([p, p / 2], np.float32)
    maps = np.full((2, 2, 3), p, np.float16)
    return Prediction(
        ("abnormal", "other"), probabilities, probabilities, distance, None, maps, "fake", "ab" * 32, refusal
    )


class FakeScorer:
    """Answers with the image's first pixel / 255; 254 is refused by its features; 253 makes it fail."""

    batch_size = 4
    device_words = "fake processor"
    notices: tuple[str, ...] = ()

    def __init__(self, on_score: Callable[[int], None] | None = None) -> None:
        self.seen: list[int] = []
        self.facts: dict[int, list[float]] = {}  # by first pixel
        self.threads: set[str] = set()
        self._on_score = on_score

    def score(self, batch: Sequence[np.ndarray], facts: Sequence[np.ndarray]) -> list[Prediction]:
        self.threads.add(threading.current_thread().name)
        if any(int(image[0, 0]) == 253 for image in batch):
            raise RuntimeError("no")
        self.facts.update((int(image[0, 0]), known.tolist()) for image, known in zip(batch, facts, strict=True))
        for image in batch:
            self.seen.append(int(image[0, 0]))
            if self._on_score is not None:
                self._on_score(len(self.seen))
        return [self._answer(int(image[0, 0])) for image in batch]

    def _answer(self, value: int) -> Prediction:
        answer = prediction(value / 255, refusal=ODD if value == 254 else "")
        return replace(answer, features=np.array([value, 255 - value, 1], np.float16))


class FakeImaging:
    """A file's first byte is its picture; an empty file cannot be decoded."""

    def __init__(self) -> None:
        self.hashed: list[Path] = []
        self.decoded: list[Path] = []
        self.before: Callable[[Path], None] = lambda path: None

    def content_hash(self, path: Path) -> str:
        self.hashed.append(path)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def model_inputs(self, path: Path, frame: int, specs: Iterable[InputSpec]) -> dict[InputSpec, np.ndarray]:
        self.before(path)
        self.decoded.append(path)
        content = path.read_bytes()
        if not content:
            raise UnreadableImage("The file is empty", subject=path)
        return {spec: np.full((spec.size, spec.size), content[0], np.uint8) for spec in specs}


def instance(path: Path, *, problem: str = "", frame: int = 0, **header) -> Instance:
    found = path.stat() if path.exists() else None
    size, modified = (found.st_size, found.st_mtime_ns) if found else (0, 0)
    return Instance(path, frame, Header(**header), 8, 8, size, modified, "png", problem)


def scan(folder: Path, on_progress: Callable[[int], None], cancelled: Callable[[], bool]) -> ScanResult:
    """One study a sub-folder; files outside are skipped."""
    del cancelled
    studies, skipped = [], []
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            studies.append(Study(entry.name, tuple(instance(path) for path in sorted(entry.iterdir()))))
        else:
            skipped.append(SkippedFile(entry, "no image"))
        on_progress(len(studies))
    return ScanResult(folder, tuple(studies), tuple(skipped))


def write_study(folder: Path, name: str, *values: int) -> None:
    """Write one study; its files are old enough for their time stamps to be trusted. None is an empty file."""
    import os

    (folder / name).mkdir(parents=True)
    for number, value in enumerate(values, start=1):
        path = folder / name / f"image{number}.png"
        path.write_bytes(
            b"" if value is None else bytes([value]) + f"{name}/{number}".encode("utf-8", "surrogateescape")
        )
        os.utime(path, (time.time() - 60, time.time() - 60 + number))


class Ears:
    """A listener that remembers everything."""

    def __init__(self) -> None:
        self.result: ScanResult | None = None
        self.assessments: dict[str, Assessment] = {}
        self.steps: list[Progress] = []
        self.errors: list[XraydeskError] = []
        self.summary: RunSummary | None = None
        self.calls: list[str] = []

    def scanned(self, result: ScanResult) -> None:
        self.calls.append("scanned")
        self.result = result

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        self.calls.append("assessed")
        self.assessments.update((a.study_id, a) for a in assessments)

    def progress(self, progress: Progress) -> None:
        self.calls.append("progress")
        self.steps.append(progress)

    def failed(self, error: XraydeskError) -> None:
        self.calls.append("failed")
        self.errors.append(error)

    def finished(self, summary: RunSummary) -> None:
        self.calls.append("finished")
        self.summary = summary
