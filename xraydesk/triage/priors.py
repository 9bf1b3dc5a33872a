"""Earlier studies of the same patient in the open folder."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xraydesk.imaging.study import Study

if TYPE_CHECKING:
    from xraydesk.triage.ledger import Ledger

Patient = tuple[str, str]  # PatientID and who issued it


def patient_of(study: Study) -> Patient | None:
    """Return whose study it is; None where the header has no PatientID (0010,0020).

    An id is unique only within its issuer (0010,0021), PS3.3 C.7.1.1: the same id of another issuer is somebody else.
    """
    header = study.header
    return (header.patient_id, header.patient_issuer) if header.patient_id else None


class Priors:
    """Finds priors. All methods may be called from any thread; the first after a change goes through all studies."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._of: tuple[Study, ...] = ()
        self._patients: dict[Patient, list[Study]] = {}

    def of(self, study: Study) -> list[Study]:
        """Return the patient's studies with an earlier StudyDate, the newest first; none where a date is missing."""
        patient, taken = patient_of(study), study.header.study_time
        if patient is None or taken is None:
            return []
        dated = [
            (other.header.study_time, other)
            for other in self._index().get(patient, ())
            if other.header.study_time is not None and other.header.study_time.date() < taken.date()
        ]
        return [other for _, other in sorted(dated, key=lambda pair: pair[0], reverse=True)]

    def _index(self) -> dict[Patient, list[Study]]:
        with self._lock:
            studies = self._ledger.studies
            if studies is not self._of:
                self._of, self._patients = studies, {}
                for study in studies:
                    patient = patient_of(study)
                    if patient is not None:
                        self._patients.setdefault(patient, []).append(study)
            return self._patients


def best_first(prior: Study, like: Study, index: int) -> Sequence[int]:
    """Return the images of a prior, those most like image ``index`` of the current study first: side, view, part."""
    wanted = like.instances[index].header

    def likeness(number: int) -> int:
        header = prior.instances[number].header
        same = (
            4 * (header.laterality == wanted.laterality),
            2 * (header.view == wanted.view),
            header.body_part == wanted.body_part,
        )
        return -sum(same)

    return sorted(range(len(prior.instances)), key=likeness)
