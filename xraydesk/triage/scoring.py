"""The one long-lived thread that owns the model: torch is imported, loaded and run here and nowhere else."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.inference.prediction import Prediction

T = TypeVar("T")
Input = NDArray[np.uint8]
Answer = Prediction | XraydeskError
_log = logging.getLogger(__name__)


class ScorerLike(Protocol):
    """What the thread needs of `inference.scorer.Scorer`."""

    @property
    def batch_size(self) -> int:
        """Most images that go through the model at once."""

    @property
    def device_words(self) -> str:
        """What it runs on."""

    @property
    def notices(self) -> Sequence[str]:
        """Fall-backs that happened."""

    def score(self, batch: Sequence[Input]) -> list[Prediction]:
        """Return one answer an image."""


ScorerFactory = Callable[[], ScorerLike]


@dataclass(frozen=True, slots=True)
class _Job:
    """One prepared image, whom to tell, and whether the answer is still wanted."""

    image: Input
    done: Callable[[Answer, float], None]
    wanted: Callable[[], bool]


class _Call:
    """Any other work for the model, such as a Grad-CAM map."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.work = work
        self.future: Future[Any] = Future()


class ScoringThread:
    """Starts at the first use and lives until `close`; the next run finds the model loaded.

    Parameters
    ----------
    factory
        Makes the scorer, inside the thread.
    """

    def __init__(self, factory: ScorerFactory) -> None:
        self._factory = factory
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._work = threading.Semaphore(0)  # one count for each call or job
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._scorer: ScorerLike | None = None
        self.failure: XraydeskError | None = None  # why the model could not be loaded

    @property
    def device_words(self) -> str:
        """What the model runs on; empty until it is loaded."""
        return "" if self._scorer is None else self._scorer.device_words

    @property
    def notices(self) -> tuple[str, ...]:
        """Fall-backs that happened so far."""
        return () if self._scorer is None else tuple(self._scorer.notices)

    @property
    def loaded(self) -> bool:
        """True once the model can answer."""
        return self._scorer is not None

    def start(self) -> None:
        """Begin to load the model, if that has not begun."""
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._loop, name="xraydesk-scoring", daemon=True)
                self._thread.start()

    def submit(self, image: Input, done: Callable[[Answer, float], None], wanted: Callable[[], bool]) -> None:
        """Queue one prepared image.

        Parameters
        ----------
        image
            uint8, shape (size, size).
        done
            Called once in the scoring thread with the answer or the reason there is none, and its share of the
            seconds; with `Cancelled` where the answer is no longer ``wanted``.
        wanted
            Asked just before the work.
        """
        self._jobs.put(_Job(image, done, wanted))
        self._work.release()
        self.start()

    def call(self, work: Callable[[Any], T]) -> Future[T]:
        """Run ``work(scorer)`` in the thread, before the images that wait."""
        call = _Call(work)
        with self._lock:
            if self._closed:
                call.future.set_exception(Cancelled())
                return call.future
            self._calls.put(call)
        self._work.release()
        self.start()
        return call.future

    def score_waiting(self) -> None:
        """Score one batch of the images that wait, if there are any. For long calls, in the thread, between two steps.

        Raises
        ------
        Cancelled
            The thread is to end.
        """
        if self._closed:
            raise Cancelled
        if not self._jobs.empty() and self._work.acquire(blocking=False):
            self._score(self._batch())

    def close(self) -> None:
        """End the thread after the batch it is at and join it."""
        with self._lock:
            self._closed = True
            thread = self._thread
        self._calls.put(None)
        self._work.release()
        if thread is not None:
            thread.join()

    def _loop(self) -> None:
        self._load()
        while True:
            self._work.acquire()
            try:
                call = self._calls.get_nowait()
            except queue.Empty:
                self._score(self._batch())
                continue
            if call is None:
                self._refuse_calls()
                return
            self._answer(call)

    def _refuse_calls(self) -> None:
        """Nobody shall wait for an answer that will not come."""
        while not self._calls.empty():
            call = self._calls.get_nowait()
            if call is not None:
                call.future.set_exception(Cancelled())

    def _load(self) -> None:
        try:
            self._scorer = self._factory()
        except XraydeskError as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - whatever it was, the thread must live to say so
            _log.exception("The model could not be loaded")
            self.failure = XraydeskError(
                f"The model could not be loaded: {error}", remedy="The log file has the details"
            )

    def _batch(self) -> list[_Job]:
        """Take the job this count stands for and what else waits, without waiting for more."""
        jobs = [self._jobs.get_nowait()]
        most = 1 if self._scorer is None else self._scorer.batch_size
        while len(jobs) < most and not self._jobs.empty() and self._work.acquire(blocking=False):
            jobs.append(self._jobs.get_nowait())
        return jobs

    def _score(self, jobs: list[_Job]) -> None:
        for job in [job for job in jobs if not job.wanted()]:
            jobs.remove(job)
            job.done(Cancelled(), 0.0)
        if not jobs:
            return
        started = time.perf_counter()
        answers = self._answers([job.image for job in jobs])
        share = (time.perf_counter() - started) / len(jobs)
        for job, answer in zip(jobs, answers, strict=True):
            job.done(answer, share)

    def _answers(self, images: list[Input]) -> Sequence[Answer]:
        if self._scorer is None:
            reason = self.failure or XraydeskError("No model is loaded")
            return [reason] * len(images)
        try:
            return self._scorer.score(images)
        except Exception as error:  # noqa: BLE001 - one bad image must not end the run
            if len(images) > 1:  # one bad image must not take the others with it
                return [self._answers([image])[0] for image in images]
            _log.exception("Scoring failed")
            return [error if isinstance(error, XraydeskError) else XraydeskError("The model failed on this image")]

    def _ready(self) -> ScorerLike:
        if self._scorer is None:
            raise self.failure or XraydeskError("No model is loaded")
        return self._scorer

    def _answer(self, call: _Call) -> None:
        if not call.future.set_running_or_notify_cancel():
            return
        try:
            call.future.set_result(call.work(self._ready()))
        except BaseException as error:  # noqa: BLE001 - belongs to whoever waits for the future
            call.future.set_exception(error)
