"""The one long-lived thread that owns the models: torch is imported, loaded and run here and nowhere else."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.inference.patient import Facts
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.loaded import Input, LoadedModels, ScorerFactory, ScorerLike

T = TypeVar("T")
Answer = Prediction | XraydeskError
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One prepared image, the model to ask, whom to tell, and whether the answer is still wanted."""

    model_id: str
    image: Input
    facts: Facts
    done: Callable[[Answer, float], None]
    wanted: Callable[[], bool]


class _Call:
    """Any other work for a model, such as a Grad-CAM map."""

    def __init__(self, model_id: str, work: Callable[[Any], Any]) -> None:
        self.model_id = model_id
        self.work = work
        self.future: Future[Any] = Future()


class ScoringThread:
    """Starts at the first use and lives until `close`; the next run finds the model loaded.

    Parameters
    ----------
    factories
        Make the scorer of each model, by its id, inside the thread.
    notices
        What is to be told of the choice of models.
    """

    def __init__(self, factories: Mapping[str, ScorerFactory], notices: Sequence[str] = ()) -> None:
        self._models = LoadedModels(factories)
        self._of_choice = tuple(notices)
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._jobs: deque[_Job] = deque()
        self._work = threading.Semaphore(0)  # one count for each call or job
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def device_words(self) -> str:
        """What the models run on; empty until one is loaded."""
        return self._models.device_words

    @property
    def notices(self) -> tuple[str, ...]:
        """Fall-backs that happened so far."""
        return (*self._of_choice, *self._models.notices)

    @property
    def loaded(self) -> bool:
        """True once a model can answer."""
        return self._models.loaded

    def failure(self, model_id: str) -> XraydeskError | None:
        """Return why a model could not be loaded, None where it could or was not needed yet."""
        return self._models.failure(model_id)

    def load(self, model_id: str) -> None:
        """Begin to load a model that will be needed, if that has not begun."""
        self.call(model_id, lambda _: None)

    def submit(
        self,
        model_id: str,
        image: Input,
        facts: Facts,
        done: Callable[[Answer, float], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Queue one prepared image.

        Parameters
        ----------
        model_id
            Whom to ask.
        image
            uint8, shape (size, size).
        facts
            What is known of the patient, from `patient.patient_facts`.
        done
            Called once in the scoring thread with the answer or the reason there is none, and its share of the
            seconds; with `Cancelled` where the answer is no longer ``wanted``.
        wanted
            Asked just before the work.
        """
        with self._lock:
            self._jobs.append(_Job(model_id, image, facts, done, wanted))
        self._work.release()
        self._start()

    def call(self, model_id: str, work: Callable[[Any], T]) -> Future[T]:
        """Run ``work(scorer)`` with a model's scorer in the thread, before the images that wait."""
        call = _Call(model_id, work)
        with self._lock:
            if self._closed:
                call.future.set_exception(Cancelled())
                return call.future
            self._calls.put(call)
        self._work.release()
        self._start()
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
        if self._jobs and self._work.acquire(blocking=False):
            self._score_next()

    def close(self) -> None:
        """End the thread after the batch it is at and join it."""
        with self._lock:
            self._closed = True
            thread = self._thread
        self._calls.put(None)
        self._work.release()
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._loop, name="xraydesk-scoring", daemon=True)
                self._thread.start()

    def _loop(self) -> None:
        while True:
            self._work.acquire()
            try:
                call = self._calls.get_nowait()
            except queue.Empty:
                self._score_next()
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

    def _score_next(self) -> None:
        """Score the job this count stands for and what else waits for the same model, without waiting for more."""
        with self._lock:
            first = self._jobs.popleft()
        if not first.wanted():
            first.done(Cancelled(), 0.0)
            return
        try:
            scorer = self._models.get(first.model_id)
        except XraydeskError as error:
            first.done(error, 0.0)
            return
        started = time.perf_counter()
        jobs = [first, *self._others(first.model_id, scorer.batch_size - 1)]
        answers = _answers(scorer, jobs)
        share = (time.perf_counter() - started) / len(jobs)
        for job, answer in zip(jobs, answers, strict=True):
            job.done(answer, share)

    def _others(self, model_id: str, most: int) -> list[_Job]:
        """Take up to ``most`` jobs for a model out of the line; what is no longer wanted is told so."""
        with self._lock:
            same = [job for job in self._jobs if job.model_id == model_id]
            taken = [job for job in same[:most] if self._work.acquire(blocking=False)]
            self._jobs = deque(job for job in self._jobs if job not in taken)
        unwanted = [job for job in taken if not job.wanted()]
        for job in unwanted:
            job.done(Cancelled(), 0.0)
        return [job for job in taken if job not in unwanted]

    def _answer(self, call: _Call) -> None:
        if not call.future.set_running_or_notify_cancel():
            return
        try:
            call.future.set_result(call.work(self._models.get(call.model_id)))
        except BaseException as error:  # noqa: BLE001 - belongs to whoever waits for the future
            call.future.set_exception(error)


def _answers(scorer: ScorerLike, jobs: Sequence[_Job]) -> Sequence[Answer]:
    try:
        return scorer.score([job.image for job in jobs], [job.facts for job in jobs])
    except Exception as error:  # noqa: BLE001 - one bad image must not end the run
        if len(jobs) > 1:  # one bad image must not take the others with it
            return [_answers(scorer, [job])[0] for job in jobs]
        _log.exception("Scoring failed")
        return [error if isinstance(error, XraydeskError) else XraydeskError("The model failed on this image")]
