"""One run over a folder: scan, look up what is known, decode, score, band, store, tell.

The run's own thread collects: it alone changes the folder's state, feeds the recorder and calls the listener.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.errors import Cancelled, StoreError, XraydeskError
from xraydesk.imaging.study import ScanResult
from xraydesk.inference.card import ModelCard
from xraydesk.store import audit
from xraydesk.store.database import Database
from xraydesk.store.studies import hash_row, insert_scan
from xraydesk.triage.decoding import Decoder, Imaging
from xraydesk.triage.known import FolderState, Outcome, Scanner, scan_folder
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.pace import Stopwatch
from xraydesk.triage.pipeline import Pipeline
from xraydesk.triage.progress import Listener, RunSummary
from xraydesk.triage.recorder import Recorder
from xraydesk.triage.reporter import Reporter
from xraydesk.triage.routing import Router
from xraydesk.triage.scoring import ScoringThread
from xraydesk.triage.stored import StoredAnswers
from xraydesk.triage.workqueue import Item, WorkQueue

if TYPE_CHECKING:
    import sqlite_utils

# New files; None says that files which were away are back; cards bring other versions of the operating points.
Arrived = ScanResult | tuple[ModelCard, ...] | None
_log = logging.getLogger(__name__)


class TriageRun:
    """Scores one folder with the models in use. `run` blocks; `cancel`, `prioritise`, `arrive` come from other threads.

    A run that has ended goes on, by another `run`, with files that have arrived since.

    Parameters
    ----------
    folder
        What to open.
    database
        Where answers are kept and found.
    cards
        The models, no two of one id; each image goes to the one that may judge it.
    scoring
        The thread that owns them.
    ledger
        Takes the folder's studies and what becomes of them.
    listener
        Is told.
    reader
        For the audit log.
    scanner, imaging
        Read the folder and its files; tests put others in their place.
    """

    def __init__(
        self,
        folder: Path,
        *,
        database: Database,
        cards: Sequence[ModelCard],
        scoring: ScoringThread,
        ledger: Ledger,
        listener: Listener,
        reader: str = "",
        scanner: Scanner = scan_folder,
        imaging: Imaging | None = None,
    ) -> None:
        self._folder = folder
        self._database = database
        self._cards = tuple(cards)
        self._scoring = scoring
        self._ledger = ledger
        self._reader = reader
        self._scanner = scanner
        self._imaging = imaging
        self._watch = Stopwatch()
        self._router = Router(self._cards)
        self._stored = StoredAnswers(database, self._cards)
        self._listener = listener
        self._reporter = Reporter(listener, scoring)
        self._state: FolderState | None = None
        self._arrived: list[Arrived] = []
        self._open = True  # for arrivals
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._work = WorkQueue([])
        self._wishes: list[str] = []
        self._told: set[type[StoreError]] = set()
        self._told_absent: set[str] = set()

    @property
    def folder(self) -> Path:
        """What is opened."""
        return self._folder

    @property
    def result(self) -> ScanResult | None:
        """What the folder holds by now; None until it was scanned."""
        return None if self._state is None else self._state.result

    def cancel(self) -> None:
        """Stop soon; what is done stays."""
        self._cancelled.set()

    def prioritise(self, study_ids: Iterable[str]) -> None:
        """Take these studies next; wishes made before the scan is done are kept."""
        with self._lock:
            self._wishes = list(study_ids)
            self._work.prioritise(self._wishes)

    def arrive(self, arrived: Arrived) -> bool:
        """Take files that came into the folder later; False once the run has ended: see `reopen`."""
        with self._lock:
            if self._open:
                self._arrived.append(arrived)
            return self._open

    def reopen(self) -> None:
        """Prepare a run that has ended for `arrive` and another `run`."""
        with self._lock:
            if self._cancelled.is_set() and self._state is not None:
                self._state.lay_aside()
            self._cancelled.clear()
            self._open = True
            self._reporter = Reporter(self._listener, self._scoring)

    def run(self) -> None:
        """Do it all. Never raises: failures go to the listener, whose last call is ``finished``."""
        started, before = time.perf_counter(), self._state.done if self._state is not None else 0
        try:
            self._triage()
        except Cancelled:
            self._cancelled.set()
        except XraydeskError as error:
            self._reporter.failed(error)
        except Exception as error:  # noqa: BLE001 - the listener must hear of every end
            _log.exception("The run failed")
            self._reporter.failed(XraydeskError(f"The run failed: {error}", remedy="The log file has the details"))
        with self._lock:
            self._open = False
        summary = RunSummary(
            seconds=time.perf_counter() - started, stages=self._watch.seconds(), cancelled=self._cancelled.is_set()
        )
        self._reporter.finished(summary, self._state, before)

    def _scan(self) -> ScanResult:
        self._reporter.reading(0)
        with self._watch.time("scan"):
            result = self._scanner(self._folder, self._reporter.reading, self._cancelled.is_set)
        if self._cancelled.is_set():
            raise Cancelled
        return result

    def _triage(self) -> None:
        """Answer from the store what it knows, then decode and score the rest."""
        recorder = Recorder(self._database, self._stored, self._watch)
        opening = self._state is None
        state = self._state or self._begin(recorder)
        try:
            while self._more(state, recorder):
                self._score(state, recorder)
        finally:
            self._take_in(state, recorder)  # in sight also where the run was stopped
            if opening:
                recorder.send(lambda db: self._note(db, state))
            self._tell(recorder.flush(wait=True))
            self._reporter.tick(state, force=True)
        for model_id in sorted(state.absent - self._told_absent):
            failure = self._scoring.failure(model_id)
            if failure is not None and not self._cancelled.is_set():
                self._told_absent.add(model_id)
                self._reporter.failed(failure)

    def _begin(self, recorder: Recorder) -> FolderState:
        """Scan the folder and take from the store what it knows of it."""
        state = FolderState(
            self._scan(),
            self._cards,
            database=self._database,
            ledger=self._ledger,
            router=self._router,
            stored=self._stored,
        )
        self._state = state
        self._reporter.scanned(state)
        recorder.send(lambda db: insert_scan(db, state.result))
        self._look_up(state)
        return state

    def _more(self, state: FolderState, recorder: Recorder) -> bool:
        """Take in what has arrived; True while there is something to score, else nothing more is taken."""
        while not self._cancelled.is_set():
            self._take_in(state, recorder)
            if state.open:
                return True
            with self._lock:
                if not self._arrived:
                    self._open = False
                    return False
        return False

    def _take_in(self, state: FolderState, recorder: Recorder) -> None:
        with self._lock:
            arrived, self._arrived = self._arrived, []
        for one in arrived:
            items = _items_of(state, one)
            if isinstance(one, ScanResult):
                recorder.send(partial(insert_scan, result=one))
            self._look_up(state, items)
            self._work.add(item for item in items if item in state.unsettled)

    def _look_up(self, state: FolderState, items: Sequence[Item] | None = None) -> None:
        try:
            with self._watch.time("store"):
                state.look_up(items)
        except StoreError as error:
            self._tell(error)
        self._reporter.tick(state, force=True)

    def _score(self, state: FolderState, recorder: Recorder) -> None:
        pending = state.pending()
        with self._lock:
            self._work = WorkQueue(pending)
            self._work.prioritise(self._wishes)
        decoder = Decoder(
            self._cards,
            stored=self._stored,
            router=self._router,
            watch=self._watch,
            hash_of=self._ledger.hash_of,
            imaging=self._imaging,
        )
        pipeline = Pipeline(
            work=self._work,
            image_of=state.image,
            decoder=decoder,
            router=self._router,
            scoring=self._scoring,
            watch=self._watch,
            cancelled=self._cancelled,
        )
        instance, hearing = state.image(pending[0])
        pipeline.start(self._router.next(hearing, instance.path.parent))
        try:
            while state.open and pipeline.alive:
                self._take_in(state, recorder)
                outcome = pipeline.next()
                if outcome is not None:
                    _settle(state, recorder, outcome)
                if self._reporter.tick(state):
                    self._tell(recorder.flush())
        finally:
            for outcome in pipeline.stop():
                _settle(state, recorder, outcome)

    def _tell(self, error: StoreError | None) -> None:
        """Report a failure of the store, each kind once in a run."""
        if error is not None and type(error) not in self._told:
            self._told.add(type(error))
            self._reporter.failed(error)

    def _note(self, db: sqlite_utils.Database, state: FolderState) -> None:
        counts = {"studies": len(state.result.studies), "scored": state.scored, "cached": state.cached}
        model = ", ".join(f"{card.id} {card.version}" for card in self._cards)
        audit.add(db, self._reader, "triage", str(self._folder), model=model, **counts)


def _items_of(state: FolderState, arrived: Arrived) -> list[Item]:
    """Bring what has arrived into the folder's state; return the images to be judged."""
    if arrived is None:
        return state.retry()
    return state.join(arrived) if isinstance(arrived, ScanResult) else state.take_points(arrived)


def _settle(state: FolderState, recorder: Recorder, outcome: Outcome) -> None:
    """Bring one outcome into the folder's state and towards the store."""
    if not state.awaits(outcome):
        return
    state.settle(outcome)
    instance = outcome.instance
    fresh_hash = hash_row(instance, outcome.content_hash) if outcome.content_hash else None
    fresh_answers = {model_id: outcome.hearing.answers[model_id] for model_id in outcome.hearing.fresh}
    recorder.add((outcome.content_hash, instance.frame), fresh_answers, fresh_hash)
