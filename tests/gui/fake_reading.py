"""The part of the desk in memory that belongs to one reader: choices, standing, taking back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from xraydesk.errors import StoreError
from xraydesk.store.verdicts import Verdict
from xraydesk.triage.reading import Choices, Claim, Draft, Place
from xraydesk.triage.standing import Standing

if TYPE_CHECKING:
    from tests.gui.fake_desk import FakeDesk


class FakePlaces:
    """The same methods as `triage.places.Places`."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.kept: Place | None = None
        self.drafts: dict[str, Draft] = {}

    def keep(self, place: Place) -> None:
        self.kept = place

    def last(self) -> Place | None:
        return self.kept

    def draft(self, study_id: str) -> Draft | None:
        return self.drafts.get(study_id)

    def keep_draft(self, study_id: str, draft: Draft | None) -> None:
        if draft:
            self.drafts[study_id] = draft
        else:
            self.drafts.pop(study_id, None)
        self.desk.ledger.set_begun(self.drafts)


class FakeClaims:
    """The same methods as `triage.claims.Claims`; a test says what others have open."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.mine = ""
        self.others: dict[str, Claim] = {}

    def take(self, study_id: str) -> bool:
        self.mine = study_id
        return self.renew()

    def renew(self) -> bool:
        if self.desk.full_disk:
            raise StoreError("No space is left on the disk")
        self.desk.ledger.set_held({study: claim.reader for study, claim in self.others.items()})
        return True

    def of(self, study_id: str) -> Claim | None:
        return self.others.get(study_id)


class FakeNews:
    """The same method as `triage.news.News`; a test says what others have said."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.unheard: list[Verdict] = []
        self.looks = 0

    def look(self) -> set[str]:
        self.looks += 1
        if self.desk.full_disk:
            raise StoreError("The database is gone")
        heard, self.unheard = self.unheard, []
        return self.desk.ledger.know({}, heard)


class FakeReading:
    """The same methods as `triage.reading.Reading`."""

    reader = "Ada"

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.choices = Choices()
        self.places = FakePlaces(desk)
        self.claims = FakeClaims(desk)
        self.news = FakeNews(desk)

    def choose(self, choices: Choices, *, remember: bool = True) -> None:
        self.choices = choices
        self.desk.ledger.set_rules(choices.rules(self.reader))

    def standing(self, study_id: str) -> Standing:
        return self.desk.ledger.entry(study_id).standing

    def take_back(self) -> Verdict | None:
        if self.desk.full_disk:
            raise StoreError("No space is left on the disk", remedy="Make room and try again")
        said = [verdict for some in self.desk.log.values() for verdict in some if verdict.withdrawn is None]
        if not said:
            return None
        last = max(said, key=lambda verdict: verdict.number)
        taken = replace(last, withdrawn=datetime.now())
        self.desk.log[last.study_id] = [taken if v is last else v for v in self.desk.log[last.study_id]]
        self.desk.ledger.know({}, [taken])
        return taken
