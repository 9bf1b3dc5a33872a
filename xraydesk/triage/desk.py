"""The one door between the window (or the command line) and everything below it. No Qt here.

A `Desk` holds one open folder at a time: its studies, what the model says of them and what readers answered. Starting a
run returns at once; the run tells a `Listener` from its own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from xraydesk.errors import XraydeskError
from xraydesk.imaging.study import Study
from xraydesk.inference.card import ModelCard
from xraydesk.inference.catalogue import InstalledModel
from xraydesk.settings import AUTOMATIC, Settings, remember_folder
from xraydesk.store.database import Database
from xraydesk.store.verdicts import Answer, Verdict
from xraydesk.triage.activation import CAM, ActivationMap, Going, always
from xraydesk.triage.annotations import Annotations
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.background import Runs
from xraydesk.triage.images import ImageCache
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.listing import Listing
from xraydesk.triage.loaded import ScorerFactory
from xraydesk.triage.maps import MapMaker
from xraydesk.triage.models import cards, gone, promoted_in, speaker
from xraydesk.triage.models import scorer_factory as real_scorer
from xraydesk.triage.opening import login_name, open_database, open_models
from xraydesk.triage.operating import PointsInUse, held, held_models
from xraydesk.triage.priors import Priors
from xraydesk.triage.progress import Listener, Progress, RunSummary
from xraydesk.triage.reading import Choices, Finding, Reading
from xraydesk.triage.run import TriageRun
from xraydesk.triage.scoring import ScoringThread
from xraydesk.triage.verdict_writer import VerdictWriter
from xraydesk.triage.watching import Watching
from xraydesk.triage.worklist import WorklistRow

if TYPE_CHECKING:
    from xraydesk.imaging.radiograph import Radiograph

__all__ = ["ActivationMap", "Desk", "Listener", "ModelCard", "Progress", "RunSummary", "Verdict", "WorklistRow"]


class Desk:
    """Everything the reading window asks for. All methods may be called from any thread.

    Parameters
    ----------
    data_dir
        Where the database, settings and own models lie; made where missing.
    model_id
        The model to use; "automatic" lets each film go to the installed model that may judge it; None takes the site's
        choice from the settings, else "automatic".
    device
        "auto", "cpu", "cuda" or "mps".
    reader
        Who gives the verdicts; None takes the settings' reader, else the login name.
    scorer_factory
        Takes a model and the device and returns what makes its scorer inside the scoring thread; the default loads the
        model's bundle with torch.
    choices
        How the reader reads; None takes the site's choices from the settings.

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
        scorer_factory: Callable[[InstalledModel, str], ScorerFactory] | None = None,
        choices: Choices | None = None,
    ) -> None:
        self._data_dir = data_dir
        settings = Settings.load(data_dir)
        self._reader = reader or settings.reader or login_name()
        wanted = model_id or settings.default_model
        self._database = open_database(data_dir)
        models = open_models(data_dir, wanted, self._database)
        self.automatic = wanted in ("", AUTOMATIC)
        self._cards = {model.card.id: model.card for model in held_models(self._database, models)}
        choices = choices or Choices.of(settings)
        self._ledger = Ledger(choices.rules(self._reader), {card.id: card.version for card in self.cards})
        self._images = ImageCache()
        make = scorer_factory or real_scorer
        notices = gone(wanted, models, promoted_in(self._database))
        self._scoring = ScoringThread({model.card.id: make(model, device) for model in models}, notices)
        self._maps = MapMaker(self._database, self._scoring, self._images, self._cards)
        self._verdicts = VerdictWriter(self._database, self._ledger, self._reader)
        self.reading = Reading(data_dir, self._database, self._ledger, self._verdicts, choices)
        self.annotations = Annotations(self._database, self._ledger, self._reader)
        self.priors = Priors(self._ledger)
        self._runs = Runs()
        self.points = PointsInUse(self._database, self._cards, self._runs)
        self.watching = Watching(self._runs, data_dir, self._database, self._reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self.close()

    @property
    def data_dir(self) -> Path:
        """Where the database, settings and own models lie."""
        return self._data_dir

    @property
    def database(self) -> Database:
        """The open database, for rooms that read the whole log; the desk closes it."""
        return self._database

    @property
    def reader(self) -> str:
        """Who gives the verdicts."""
        return self._reader

    # -- models ------------------------------------------------------------------------------------------------------

    def models(self) -> list[ModelCard]:
        """Return the cards of all installed models."""
        return held(self._database, cards(self._data_dir))

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        """The cards of the models in use: one, or with `automatic` all that are installed."""
        return tuple(self._cards.values())

    def card_of(self, study_id: str) -> ModelCard | None:
        """Return the card of the model that spoke about a study; None where none of several did.

        The only model in use speaks about every study. KeyError where the study is not in the open folder.
        """
        return speaker(self.assessment(study_id), self.cards)

    @property
    def device_words(self) -> str:
        """What the models run on, in words; empty until one is loaded."""
        return self._scoring.device_words

    # -- the background run ------------------------------------------------------------------------------------------

    def start(self, folder: Path, listener: Listener) -> None:
        """Scan and score a folder in the background; a run that is still going is stopped first.

        ``listener.finished`` is always the last call. Errors of the folder or the model come through
        ``listener.failed``.
        """
        self.reading.begin(folder)
        run = TriageRun(
            folder,
            database=self._database,
            cards=self.cards,
            scoring=self._scoring,
            ledger=self._ledger,
            listener=listener,
            reader=self._reader,
        )
        self._runs.start(run)
        remember_folder(self._data_dir, folder)

    def cancel(self, *, wait: bool = False) -> None:
        """Stop the run; what is done stays in the store and the next run goes on from there."""
        self._runs.cancel(wait=wait)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the run to end; True once it has."""
        return self._runs.wait(timeout)

    def prioritise(self, study_ids: Iterable[str]) -> None:
        """Score these studies next, in this order: the one looked at first, then those on screen."""
        self._runs.prioritise(study_ids)

    def close(self) -> None:
        """Stop everything and join all threads. The desk cannot be used afterwards."""
        self.watching.stop(wait=True)
        self.cancel(wait=True)
        self._scoring.close()
        self._database.close()

    # -- the worklist ------------------------------------------------------------------------------------------------

    @property
    def worklist(self) -> Listing:
        """The open folder's studies sorted, filtered, counted, and handed out window by window."""
        return Listing(self._ledger)

    def rows(self) -> list[WorklistRow]:
        """Return the whole worklist in triage order; a long one takes its time, see `worklist`."""
        return self._ledger.rows()

    def row(self, study_id: str) -> WorklistRow:
        """Return one row with its present rank; KeyError where the study is not in the open folder."""
        return self._ledger.row(study_id)

    def study(self, study_id: str) -> Study:
        """Return the study; KeyError where it is not in the open folder."""
        return self._ledger.entry(study_id).study

    def assessment(self, study_id: str) -> Assessment:
        """Return what the reader may know of the study so far; KeyError where it is not in the open folder."""
        return self._ledger.entry(study_id).told

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
        """Return the map of one image for one label; None where no model gave the image an answer for it.

        ``"cam"`` comes from the store. Other methods, and what the store does not have, are computed by the model now
        and take a second or more: call from a worker thread. Score-CAM runs the model once for every channel, half a
        minute on a small CPU: the list is scored meanwhile, and ``going`` is told how far it is and may end it.

        Raises
        ------
        Cancelled
            ``going`` said so, or the desk was closed.
        """
        entry = self._ledger.entry(study_id)
        return self._maps.make(entry.study.instances[index], entry.told.images[index], label, method, going)

    # -- verdicts ----------------------------------------------------------------------------------------------------

    def record_verdict(  # noqa: PLR0917 - the order of the reader's form
        self,
        study_id: str,
        answer: Answer,
        confidence: int,
        comment: str,
        seconds: float,
        model_shown: bool,
        findings: Sequence[Finding] = (),
    ) -> Verdict:
        """Write a verdict, with the answers to single findings; it is on disk when this returns.

        Raises
        ------
        StoreError
            It could not be written: the reader must be told, nothing was recorded.
        ValueError
            The answer or the confidence is none of the allowed ones.
        """
        card = self.card_of(study_id)
        return self._verdicts.record(study_id, card, answer, confidence, comment, seconds, model_shown, findings)

    def verdicts(self, study_id: str) -> list[Verdict]:
        """Return the verdicts on a study that stand and that this reader may see, oldest first."""
        return self._ledger.verdicts(study_id)

    # -- the site ----------------------------------------------------------------------------------------------------

    def recent_folders(self) -> list[Path]:
        """Return the folders opened lately, newest first, those that still exist."""
        return Settings.load(self._data_dir).existing_folders()

    def verify_logs(self) -> list[XraydeskError]:
        """Check the hash chains of verdicts, annotations and audit; an empty list means untouched."""
        return self._verdicts.verify()
