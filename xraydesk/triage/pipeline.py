"""Decoding threads before, the scoring thread behind, and a bounded number of images between them."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from xraydesk.imaging.study import Instance
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.decoding import Decoder, words
from xraydesk.triage.known import Outcome
from xraydesk.triage.pace import Stopwatch
from xraydesk.triage.scoring import Answer, ScoringThread
from xraydesk.triage.workqueue import Item, WorkQueue

_DECODERS = max(1, min(4, os.cpu_count() or 1))
_IN_FLIGHT = 48  # prepared inputs that wait for the model or are in it; 50 kB each
_TICK_S = 0.05


class Pipeline:
    """Turns the images of a work queue into outcomes. `next` is for one thread.

    Parameters
    ----------
    work
        What is to be done, the most wanted first.
    instance_of
        Finds the file behind an item; called from the decoding threads.
    decoder, scoring, watch
        The two stages, and the clock they are timed with.
    cancelled
        Ends everything soon once it is set.
    """

    def __init__(
        self,
        *,
        work: WorkQueue,
        instance_of: Callable[[Item], Instance],
        decoder: Decoder,
        scoring: ScoringThread,
        watch: Stopwatch,
        cancelled: threading.Event,
    ) -> None:
        self._work = work
        self._instance_of = instance_of
        self._decoder = decoder
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

    def start(self) -> None:
        """Start decoding, and loading the model if it is not loaded yet."""
        self._scoring.start()
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """False once cancelled or without a model."""
        return not self._cancelled.is_set() and self._scoring.failure is None

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
            prepared = self._decoder.prepare(self._instance_of(item))
            if prepared.image is None:
                cached = prepared.cached
                outcome = Outcome(item, prepared.content_hash, cached, cached is not None, prepared.problem)
                self._outcomes.put(outcome)
            elif self._take_room():
                with self._idle:
                    self._in_flight += 1
                self._scoring.submit(prepared.image, _Done(self, item, prepared.content_hash), lambda: self.alive)

    def _take_room(self) -> bool:
        """Wait until the model has worked off enough; False where the end came first."""
        while self.alive:
            if self._room.acquire(timeout=_TICK_S):
                return True
        return False

    def answered(self, item: Item, content_hash: str, answer: Answer, seconds: float) -> None:
        """Take the model's answer; called in the scoring thread."""
        self._watch.add("score", seconds)
        if isinstance(answer, Prediction):
            self._outcomes.put(Outcome(item, content_hash, answer))
        elif self.alive:
            self._outcomes.put(Outcome(item, content_hash, problem=words(answer)))
        self._room.release()
        with self._idle:
            self._in_flight -= 1
            self._idle.notify_all()


@dataclass(frozen=True, slots=True, eq=False)
class _Done:
    """Remembers for whom an answer is."""

    pipeline: Pipeline
    item: Item
    content_hash: str

    def __call__(self, answer: Answer, seconds: float) -> None:
        self.pipeline.answered(self.item, self.content_hash, answer, seconds)
