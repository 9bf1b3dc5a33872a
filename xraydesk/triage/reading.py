"""How this reader reads: by which rules, where each study stands, and taking the last verdict back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.settings import Settings, change_settings
from xraydesk.store.verdicts import Finding, Verdict
from xraydesk.triage.claims import HEARTBEAT, Claim, Claims
from xraydesk.triage.news import NEWS_EVERY, News
from xraydesk.triage.places import Draft, Place, Places
from xraydesk.triage.standing import ReadingRules, Standing, Status

if TYPE_CHECKING:
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger
    from xraydesk.triage.verdict_writer import VerdictWriter

__all__ = ["HEARTBEAT", "NEWS_EVERY", "Choices", "Claim", "Draft", "Finding", "Place", "Reading", "Standing", "Status"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the site chooses about reading; the names are those of `Settings`."""

    blind_first: bool = False
    auto_advance: bool = True
    two_readers: bool = False

    @staticmethod
    def of(settings: Settings) -> Choices:
        """Return the choices of the settings file."""
        return Choices(settings.blind_first, settings.auto_advance, settings.two_readers)

    def rules(self, reader: str) -> ReadingRules:
        """Return what they mean for one reader."""
        return ReadingRules(reader, self.blind_first, 2 if self.two_readers else 1)


class Reading:
    """One reader at one desk. All methods may be called from any thread."""

    def __init__(
        self, data_dir: Path, database: Database, ledger: Ledger, writer: VerdictWriter, choices: Choices
    ) -> None:
        self.places = Places(database, ledger, ledger.rules.reader)
        self.claims = Claims(database, ledger)
        self.news = News(database, ledger)
        self._data_dir = data_dir
        self._ledger = ledger
        self._writer = writer
        self._choices = choices

    @property
    def reader(self) -> str:
        """Who reads."""
        return self._ledger.rules.reader

    @property
    def choices(self) -> Choices:
        """How the site reads."""
        return self._choices

    def choose(self, choices: Choices, *, remember: bool = True) -> None:
        """Read otherwise from now on, and remember it. Takes time with a long list: not for the window's thread.

        Parameters
        ----------
        choices
            What holds from now on.
        remember
            Write them into the settings; else they hold until the program ends.

        Raises
        ------
        SettingsError
            It cannot be remembered; it holds until the program ends.
        """
        self._choices = choices
        rules = choices.rules(self.reader)
        if rules != self._ledger.rules:
            self._ledger.set_rules(rules)
        if remember:
            change_settings(self._data_dir, **asdict(choices))

    def begin(self, folder: Path) -> None:
        """Begin with another folder: its drafts, and claims on its studies."""
        self.places.begin(folder)
        self.claims.begin(folder)

    def standing(self, study_id: str) -> Standing:
        """Return where a study stands for this reader; KeyError where it is not in the open folder."""
        return self._ledger.entry(study_id).standing

    def take_back(self) -> Verdict | None:
        """Take back the reader's last verdict given on the open folder since the desk was opened; None: there is none.

        It stays in the log, and so does that it was taken back. Older verdicts are corrected by a new one.

        Raises
        ------
        StoreError
            Nothing was written; the verdict stands.
        """
        return self._writer.take_back()
