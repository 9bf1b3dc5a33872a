"""From a reader's answer to a line in the log: with the model that spoke, its band, and the content of the films."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from xraydesk.errors import XraydeskError
from xraydesk.store.verdicts import Answer, Finding, Verdict, VerdictDraft, VerdictLog
from xraydesk.triage.questions import all_findings

if TYPE_CHECKING:
    from xraydesk.imaging.study import Study
    from xraydesk.inference.card import ModelCard
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger


class VerdictWriter:
    """Writes the verdicts of one reader on the open folder. For any thread."""

    def __init__(self, database: Database, ledger: Ledger, reader: str) -> None:
        self._log = VerdictLog(database)
        self._ledger = ledger
        self._reader = reader
        self._given: list[Verdict] = []  # since the desk was opened, those that can be taken back

    def record(  # noqa: PLR0917 - the order of the reader's form
        self,
        study_id: str,
        card: ModelCard | None,
        answer: Answer,
        confidence: int,
        comment: str,
        seconds: float,
        model_shown: bool,
        findings: Sequence[Finding] = (),
    ) -> Verdict:
        """Write a verdict on a study about which the model of ``card`` spoke, or none; see `Desk.record_verdict`."""
        entry = self._ledger.entry(study_id)
        draft = VerdictDraft(
            reader=self._reader,
            study_id=study_id,
            answer=answer,
            confidence=confidence,
            comment=comment,
            seconds=seconds,
            model_shown=model_shown,
            model_id="" if card is None else card.id,
            model_sha256="" if card is None else card.weights_sha256,
            band=entry.assessment.band or "",
            score=entry.assessment.score,
            images=self._content_hashes(entry.study),
            findings=all_findings(card, answer, findings),
        )
        verdict = self._log.record(draft)
        self._given.append(verdict)
        self._ledger.know({}, [verdict])
        return verdict

    def take_back(self) -> Verdict | None:
        """Take back the last verdict of this sitting on the open folder, see `Reading.take_back`."""
        here = next((given for given in reversed(self._given) if self._is_here(given)), None)
        if here is None:
            return None
        taken = self._log.withdraw(here)
        self._given.remove(here)
        self._ledger.know({}, [taken])
        return taken

    def _is_here(self, given: Verdict) -> bool:
        with suppress(KeyError):
            return any(verdict.number == given.number for verdict in self._ledger.verdicts(given.study_id))
        return False

    def verify(self) -> list[XraydeskError]:
        """Check the hash chains of verdicts, annotations and audit; an empty list means untouched."""
        return self._log.verify()

    def _content_hashes(self, study: Study) -> tuple[str, ...]:
        """Return the content hash of each file of a study; what no run has read is read now, what is gone left out."""
        from xraydesk.imaging.load import content_hash

        for path in {instance.path for instance in study.instances if not self._ledger.hash_of(instance.path)}:
            with suppress(XraydeskError, OSError):
                self._ledger.know({path: content_hash(path)})
        found = dict.fromkeys(self._ledger.hash_of(instance.path) for instance in study.instances)
        return tuple(digest for digest in found if digest)
