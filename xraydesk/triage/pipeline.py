"""Decoding threads before, the scoring thread behind, and a bounded number of images between them."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xraydesk.errors import Cancelled
from xraydesk.imaging.study import Instance
from xraydesk.inference.patient import Facts, patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.decoding import Decoder, Prepared, words
from xraydesk.triage.known import Outcome
from xraydesk.triage.pace import Stopwatch
from xraydesk.triage.routing import Hearing, Judgement, Router
from xraydesk.triage.scoring import Answer, ScoringThread
from xraydesk.triage.workqueue import Item, WorkQueue

_DECODERS = max(1, min(4, os.cpu_count() or 1))
_IN_FLIGHT = 48  # prepared inputs that wait for a model or are in it; 50 kB each
_TICK_S = 0.05


class Pipeline:
    """Turns the images of a work queue into outcomes. `next` is for one thread.

    Parameters
    ----------
    work
        What is to be done, the most wanted first.
    image_of
        Finds the file behind an item and its hearing; called from the decoding threads.
    decoder, router, scoring, watch
        The two stages, who is asked in the second, and the clock they are timed with.
    cancelled
        Ends everything soon once it is set.
    """

    def __init__(
        self,
        *,
        work: WorkQueue,
        image_of: Callable[[Item], tuple[Instance, Hearing]],
        decoder: Decoder,
        router: Router,
        scoring: ScoringThread,
        watch: Stopwatch,
        cancelled: threading.Event,
    ) -> None:
        self._work = work
        self._image_of = image_of
        self._decoder = decoder
        self._router = router
        self._scoring = scoring
        self._watch = watch
        self._cancelled = cancelled
        self._room = threading.BoundedSemaphore(_IN_FLIGHT)
        self._idle = threading.Condition()
        self._in_flight = 0
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._decode, name=f"xraydesk-decode-{n}", daemon=True) for n in range(_DECODERS)
        ]

    def start(self, first: str) -> None:
        """Start decoding, and loading the model ``first`` if it is not loaded yet."""
        self._scoring.load(first)
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """False once cancelled."""
        return not self._cancelled.is_set()

    def next(self) -> Outcome | None:
        """Return one outcome, or None where none came for a moment."""
        try:
            return self._outcomes.get(timeout=_TICK_S)
        except queue.Empty:
            return None

    def stop(self) -> list[Outcome]:
        """Wait for the decoding threads and the batch the model is at; return what still came out.

        A model that is only being loaded is not waited for: it has no answers to give.
        """
        self._work.clear()
        for thread in self._threads:
            thread.join()
        if self._scoring.loaded:
            with self._idle:
                self._idle.wait_for(lambda: self._in_flight == 0)
        left = []
        while not self._outcomes.empty():
            left.append(self._outcomes.get_nowait())
        return left

    def _decode(self) -> None:
        """Body of a decoding thread."""
        while self.alive and (item := self._work.take()) is not None:
            instance, hearing = self._image_of(item)
            hearing.absent |= {name for name in hearing.candidates if self._scoring.failure(name) is not None}
            prepared = self._decoder.prepare(instance, hearing)
            asking = _Asking(self, item, instance, hearing, prepared)
            if not prepared.inputs:
                self._outcomes.put(asking.outcome(self._router))
            elif self._take_room():
                with self._idle:
                    self._in_flight += 1
                self._ask(asking)

    def _ask(self, asking: _Asking) -> bool:
        """Put an image before the next model; False where no other needs to be asked."""
        asking.model_id = self._router.next(asking.hearing, asking.folder)
        if not asking.model_id:
            return False
        image = asking.prepared.inputs[asking.model_id]
        self._scoring.submit(asking.model_id, image, asking.facts, asking, lambda: self.alive)
        return True

    def _take_room(self) -> bool:
        """Wait until the models have worked off enough; False where the end came first."""
        while self.alive:
            if self._room.acquire(timeout=_TICK_S):
                return True
        return False

    def answered(self, asking: _Asking, answer: Answer, seconds: float) -> None:
        """Take a model's answer and ask the next one where that is needed; called in the scoring thread."""
        self._watch.add("score", seconds)
        if isinstance(answer, Prediction):
            asking.hearing.hear(asking.model_id, answer)
        elif self._scoring.failure(asking.model_id) is not None:
            asking.hearing.absent.add(asking.model_id)
        elif not isinstance(answer, Cancelled):
            asking.hearing.problems[asking.model_id] = words(answer)
        if self.alive and self._ask(asking):
            return
        self._outcomes.put(asking.outcome(self._router))
        self._room.release()
        with self._idle:
            self._in_flight -= 1
            self._idle.notify_all()


@dataclass(slots=True, eq=False)
class _Asking:
    """One image on its way from model to model; remembers for whom an answer is."""

    pipeline: Pipeline
    item: Item
    instance: Instance
    hearing: Hearing
    prepared: Prepared
    model_id: str = ""  # who is asked now

    def __call__(self, answer: Answer, seconds: float) -> None:
        self.pipeline.answered(self, answer, seconds)

    @property
    def folder(self) -> Path:
        """Where the file lies."""
        return self.instance.path.parent

    @property
    def facts(self) -> Facts:
        """What the header says of the patient; what it leaves empty is not known."""
        header = self.instance.header
        return patient_facts(header.age_years, header.sex, header.view)

    def outcome(self, router: Router) -> Outcome:
        """Return what has become of the image so far."""
        problem = self.prepared.problem
        judgement = Judgement(reason=problem) if problem else router.judge(self.hearing, self.folder)
        return Outcome(self.item, self.prepared.content_hash, self.hearing, judgement)
