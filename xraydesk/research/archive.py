"""The one door to all that the desk has seen: studies, answers, readings, truth. For the window and the command line.

Everything is read afresh by `Archive.load`, which takes a second or more on a long log: call it from a worker thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from xraydesk.inference.card import ModelCard
from xraydesk.research.answers import Answers, answers_of
from xraydesk.research.cases import Cases, cases_of
from xraydesk.research.readings import Readings, readings_of
from xraydesk.research.truth import Truth, TruthRule, truth_of
from xraydesk.store import archive as stored
from xraydesk.store.accounts import Account, Role, require
from xraydesk.store.database import Database
from xraydesk.store.reference import ReferenceLabel, ReferenceLog
from xraydesk.store.verdicts import Verdict, VerdictLog
from xraydesk.triage.models import cards
from xraydesk.triage.operating import held

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk


def name_of(card: ModelCard) -> str:
    """Return what tells one version of a model from another: "chest-pneumonia@1.2"."""
    return f"{card.id}@{card.version}"


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The archive at one moment. Arrays are made when asked for and not kept: keep what you use."""

    cases: Cases
    verdicts: tuple[Verdict, ...]  # oldest first, those taken back among them
    reference: tuple[ReferenceLabel, ...]  # what each source says now
    answers: Mapping[str, Answers] = field(default_factory=dict)  # by `name_of`; models that have said something

    @property
    def findings(self) -> tuple[str, ...]:
        """The names of single findings that readers answered, in order of the alphabet."""
        return tuple(sorted({finding.name for verdict in self.verdicts for finding in verdict.findings}))

    @property
    def readers(self) -> tuple[str, ...]:
        """Who has given verdicts that stand, in order of the alphabet."""
        return tuple(sorted({verdict.reader for verdict in self.verdicts if verdict.withdrawn is None}))

    @property
    def sources(self) -> tuple[str, ...]:
        """Where reference labels come from."""
        return tuple(dict.fromkeys(row.source for row in self.reference))

    def readings(self, finding: str = "") -> Readings:
        """Return the log as arrays, of one finding or of the verdict on the study."""
        return readings_of(self.cases, self.verdicts, finding)

    def truth(self, rule: TruthRule, readings: Readings | None = None) -> Truth:
        """Return what is true by a rule."""
        return truth_of(self.cases, rule, readings or self.readings(), self.reference)


class Archive:
    """One database seen as a whole. All methods may be called from any thread."""

    def __init__(self, database: Database, data_dir: Path, *, author: str = "", own: bool = False) -> None:
        self.database = database
        self.data_dir = data_dir
        self.author = author
        self.account: Account | None = None  # who signed in; None at a desk for one person
        self._own = own

    @classmethod
    def open(cls, data_dir: Path, author: str = "") -> Self:
        """Open the archive of a data folder, usable in a with statement; raises as `Database.open`."""
        return cls(Database.open(data_dir), data_dir, author=author, own=True)

    @classmethod
    def beside(cls, desk: Desk, account: Account | None = None) -> Self:
        """Return the archive of the database that a desk works with, for who sits there; the desk closes it."""
        made = cls(desk.database, desk.data_dir, author=desk.reader)
        made.account = account
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database where this archive opened it."""
        if self._own:
            self.database.close()

    def writer(self, author: str = "") -> str:
        """Return whose name goes into the log: who signed in, else ``author``, else the archive's own.

        Raises
        ------
        SignInRefused
            Who signed in may not write here.
        """
        require(self.account, Role.RESEARCHER)
        return self.account.name if self.account is not None else author or self.author

    def cards(self) -> list[ModelCard]:
        """Return the cards of all installed models, every version, with the operating points that hold here."""
        return held(self.database, cards(self.data_dir))

    def load(self) -> Snapshot:
        """Read everything.

        Raises
        ------
        StoreError
            The database cannot be read.
        """
        cases = cases_of(stored.studies(self.database))
        said = {name_of(card): answers_of(cases, card, stored.answers(self.database, card)) for card in self.cards()}
        return Snapshot(
            cases,
            tuple(VerdictLog(self.database).all()),
            tuple(ReferenceLog(self.database).present()),
            {name: found for name, found in said.items() if (found.heard >= 0).any()},
        )
