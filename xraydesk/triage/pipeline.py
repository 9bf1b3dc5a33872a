"""Decoding threads before, the scoring thread behind, and a bounded number of images between them."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from xraydesk.cores import cores
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

_MOST_DECODERS = 4
_IN_FLIGHT = 48  # images that are read, wait for a model or are in it; 50 kB each, 1.5 MB to be cut up
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
        self._stopping = False
        self._again: deque[_Asking] = deque()  # to be read once more, for a model that sees a film otherwise
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._decode, name=f"xraydesk-decode-{n}", daemon=True)
            for n in range(min(_MOST_DECODERS, cores()))
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
        self._stopping = True
        for thread in self._threads:
            thread.join()
        with self._idle:
            again, self._again = self._again, deque()
        for asking in again:
            self._finish(asking)
        if self._scoring.loaded:
            with self._idle:
                self._idle.wait_for(lambda: self._in_flight == 0)
        left = []
        while not self._outcomes.empty():
            left.append(self._outcomes.get_nowait())
        return left

    def _decode(self) -> None:
        """Body of a decoding thread."""
        while (asking := self._take()) is not None:
            hearing, before = asking.hearing, asking.prepared.content_hash
            hearing.absent |= {name for name in hearing.candidates if self._scoring.failure(name) is not None}
            asking.prepared = self._decoder.prepare(asking.instance, hearing, before)
            if asking.prepared.model_id and self.alive:
                self._ask(asking, asking.prepared.model_id)
            else:
                self._finish(asking)

    def _take(self) -> _Asking | None:
        """Return an image to be read: one again, for a model that sees it otherwise, else the next; None at the end.

        Only a new one needs room: those to be read again hold theirs, or all could wait for each other.
        """
        while self.alive:
            with self._idle:
                if self._again:
                    return self._again.popleft()
            if self._room.acquire(blocking=False):
                item = self._work.take()
                if item is not None:
                    with self._idle:
                        self._in_flight += 1
                    return _Asking(self, item, *self._image_of(item))
                self._room.release()
                if self._stopping and not self._in_flight:
                    return None
            with self._idle:
                self._idle.wait(_TICK_S)
        return None

    def _ask(self, asking: _Asking, model_id: str) -> None:
        asking.model_id = model_id
        image = asking.prepared.inputs[model_id]
        self._scoring.submit(model_id, image, asking.facts, asking, lambda: self.alive)

    def answered(self, asking: _Asking, answer: Answer, seconds: float) -> None:
        """Take a model's answer and ask the next one where that is needed; called in the scoring thread."""
        self._watch.add("score", seconds)
        if isinstance(answer, Prediction):
            asking.hearing.hear(asking.model_id, answer)
        elif self._scoring.failure(asking.model_id) is not None:
            asking.hearing.absent.add(asking.model_id)
        elif not isinstance(answer, Cancelled):
            asking.hearing.problems[asking.model_id] = words(answer)
        following = self._router.next(asking.hearing, asking.folder) if self.alive else ""
        if not following:
            self._finish(asking)
        elif following in asking.prepared.inputs:
            self._ask(asking, following)
        else:
            self._read_again(asking)

    def _read_again(self, asking: _Asking) -> None:
        with self._idle:
            if self.alive:  # `stop` looks once: nothing may come after it
                self._again.append(asking)
                self._idle.notify_all()
                return
        self._finish(asking)

    def _finish(self, asking: _Asking) -> None:
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
    prepared: Prepared = field(default_factory=Prepared)
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
        return Outcome(self.item, self.instance, self.prepared.content_hash, self.hearing, judgement)
