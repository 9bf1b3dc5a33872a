"""The one door between the window (or the command line) and everything below it. No Qt here.

A `Desk` holds one open folder at a time: its studies, what the model says of them and what readers answered. Starting a
run returns at once; the run tells a `Listener` from its own thread.
"""

from __future__ import annotations

import getpass
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from xraydesk.errors import DiskFull, XraydeskError
from xraydesk.imaging.study import Study
from xraydesk.inference.card import ModelCard
from xraydesk.settings import Settings, remember_folder
from xraydesk.store.database import Database
from xraydesk.store.verdicts import Answer, Verdict, VerdictDraft, VerdictLog
from xraydesk.triage.activation import CAM, ActivationMap, Going, always
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.background import Background
from xraydesk.triage.images import ImageCache
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.maps import MapMaker
from xraydesk.triage.models import cards, choose
from xraydesk.triage.models import scorer_factory as real_scorer
from xraydesk.triage.progress import Listener, Progress, RunSummary
from xraydesk.triage.run import TriageRun
from xraydesk.triage.scoring import ScorerFactory, ScoringThread
from xraydesk.triage.worklist import WorklistRow

if TYPE_CHECKING:
    from xraydesk.imaging.radiograph import Radiograph

__all__ = ["ActivationMap", "Desk", "Listener", "ModelCard", "Progress", "RunSummary", "Verdict", "WorklistRow"]


def login_name() -> str:
    """Return the name the person logged in with, or "reader" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"


def _open(data_dir: Path) -> Database:
    try:
        return Database.open(data_dir)
    except DiskFull as error:
        return Database.unusable(data_dir, error)


class Desk:
    """Everything the reading window asks for. All methods may be called from any thread.

    Parameters
    ----------
    data_dir
        Where the database, settings and own models lie; made where missing.
    model_id
        The model to use; None takes the site's choice from the settings, else the first installed.
    device
        "auto", "cpu", "cuda" or "mps".
    reader
        Who gives the verdicts.
    scorer_factory
        Makes the scorer inside the scoring thread; None loads the model's bundle with torch.

    Raises
    ------
    StoreError
        The database cannot be opened (`NewerDatabase` among them). A full disk is no reason: folders are scored, the
        listener is told that nothing is kept, and `record_verdict` fails.
    UnknownModel, BundleError
        No model is installed, or not the one asked for.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        model_id: str | None = None,
        device: str = "auto",
        reader: str | None = None,
        scorer_factory: ScorerFactory | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._reader = reader or login_name()
        self._model = choose(data_dir, model_id or Settings.load(data_dir).default_model)
        self._database = _open(data_dir)
        self._ledger = Ledger()
        self._images = ImageCache()
        self._scoring = ScoringThread(scorer_factory or real_scorer(self._model, device))
        self._maps = MapMaker(self._database, self._scoring, self._images, self.card)
        self._lock = threading.Lock()
        self._background: Background | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self.close()

    # -- models ------------------------------------------------------------------------------------------------------

    def models(self) -> list[ModelCard]:
        """Return the cards of all installed models."""
        return cards(self._data_dir)

    @property
    def card(self) -> ModelCard:
        """The card of the model in use."""
        return self._model.card

    @property
    def device_words(self) -> str:
        """What the model runs on, in words; empty until it is loaded."""
        return self._scoring.device_words

    # -- the background run ------------------------------------------------------------------------------------------

    def start(self, folder: Path, listener: Listener) -> None:
        """Scan and score a folder in the background; a run that is still going is stopped first.

        ``listener.finished`` is always the last call. Errors of the folder or the model come through
        ``listener.failed``.
        """
        run = TriageRun(
            folder,
            database=self._database,
            card=self.card,
            scoring=self._scoring,
            ledger=self._ledger,
            listener=listener,
            reader=self._reader,
        )
        with self._lock:
            before = self._background
            if before is not None:
                before.run.cancel()
            self._background = Background(run, before)
            self._background.start()
        remember_folder(self._data_dir, folder)

    def cancel(self, *, wait: bool = False) -> None:
        """Stop the run; what is done stays in the store and the next run goes on from there."""
        background = self._current()
        if background is not None:
            background.run.cancel()
            if wait:
                background.wait()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the run to end; True once it has."""
        background = self._current()
        return background is None or background.wait(timeout)

    def prioritise(self, study_ids: Iterable[str]) -> None:
        """Score these studies next, in this order: the one looked at first, then those on screen."""
        background = self._current()
        if background is not None:
            background.run.prioritise(study_ids)

    def _current(self) -> Background | None:
        with self._lock:
            return self._background

    def close(self) -> None:
        """Stop everything and join all threads. The desk cannot be used afterwards."""
        self.cancel(wait=True)
        self._scoring.close()
        self._database.close()

    # -- the worklist ------------------------------------------------------------------------------------------------

    def rows(self) -> list[WorklistRow]:
        """Return the worklist in triage order."""
        return self._ledger.rows()

    def row(self, study_id: str) -> WorklistRow:
        """Return one row with its present rank; KeyError where the study is not in the open folder."""
        return self._ledger.row(study_id)

    def study(self, study_id: str) -> Study:
        """Return the study; KeyError where it is not in the open folder."""
        return self._ledger.entry(study_id).study

    def assessment(self, study_id: str) -> Assessment:
        """Return what is known of the study so far; KeyError where it is not in the open folder."""
        return self._ledger.entry(study_id).assessment

    # -- pictures ----------------------------------------------------------------------------------------------------

    def load_image(self, study_id: str, index: int) -> Radiograph:
        """Return image ``index`` of a study, from a small cache where it was seen lately.

        Raises
        ------
        XraydeskError
            The file cannot be shown, with the reason.
        """
        return self._images.load(self.study(study_id).instances[index])

    def activation_map(
        self, study_id: str, index: int, label: str, method: str = CAM, going: Going = always
    ) -> ActivationMap | None:
        """Return the map of one image for one label; None where the model gave no answer to that image.

        ``"cam"`` comes from the store. Other methods, and what the store does not have, are computed by the model now
        and take a second or more: call from a worker thread. Score-CAM runs the model once for every channel, half a
        minute on a small CPU: the list is scored meanwhile, and ``going`` is told how far it is and may end it.

        Raises
        ------
        Cancelled
            ``going`` said so, or the desk was closed.
        """
        entry = self._ledger.entry(study_id)
        return self._maps.make(entry.study.instances[index], entry.assessment.images[index], label, method, going)

    # -- verdicts ----------------------------------------------------------------------------------------------------

    def record_verdict(  # noqa: PLR0917 - the order of the reader's form
        self, study_id: str, answer: Answer, confidence: int, comment: str, seconds: float, model_shown: bool
    ) -> Verdict:
        """Write a verdict; it is on disk when this returns.

        Raises
        ------
        StoreError
            It could not be written: the reader must be told, nothing was recorded.
        ValueError
            The answer or the confidence is none of the allowed ones.
        """
        entry = self._ledger.entry(study_id)
        draft = VerdictDraft(
            reader=self._reader,
            study_id=study_id,
            answer=answer,
            confidence=confidence,
            comment=comment,
            seconds=seconds,
            model_shown=model_shown,
            model_id=self.card.id,
            model_sha256=self.card.weights_sha256,
            band=entry.assessment.band or "",
            score=entry.assessment.score,
            images=self._content_hashes(entry.study),
        )
        verdict = VerdictLog(self._database).record(draft)
        self._ledger.know({}, [verdict])
        return verdict

    def _content_hashes(self, study: Study) -> tuple[str, ...]:
        """Return the content hash of each file of a study; what no run has read is read now, what is gone left out."""
        from xraydesk.imaging.load import content_hash

        for path in {instance.path for instance in study.instances if not self._ledger.hash_of(instance.path)}:
            with suppress(XraydeskError, OSError):
                self._ledger.know({path: content_hash(path)})
        found = dict.fromkeys(self._ledger.hash_of(instance.path) for instance in study.instances)
        return tuple(digest for digest in found if digest)

    def verdicts(self, study_id: str) -> list[Verdict]:
        """Return all verdicts on a study of the open folder, oldest first."""
        return self._ledger.verdicts(study_id)

    # -- the site ----------------------------------------------------------------------------------------------------

    def recent_folders(self) -> list[Path]:
        """Return the folders opened lately, newest first, those that still exist."""
        return Settings.load(self._data_dir).existing_folders()

    def verify_logs(self) -> list[XraydeskError]:
        """Check the hash chains of verdicts and audit; an empty list means untouched."""
        return VerdictLog(self._database).verify()
