"""Earlier studies of the same patient: who counts as the same, what counts as earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.study import Instance, Study
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.priors import Priors, best_first


def study(name: str, when: str, patient: str = "A", issuer: str = "", sides: str = "R") -> Study:
    """Return a study of a patient at a time; "" has none."""
    taken = datetime.fromisoformat(when) if when else None
    header = Header(patient_id=patient, patient_issuer=issuer, study_time=taken)
    return Study(
        name,
        tuple(
            Instance(Path(f"/films/{name}-{n}.dcm"), 0, replace(header, laterality=side), 8, 8, 1, 0, "dicom")
            for n, side in enumerate(sides)
        ),
    )


def found(*studies: Study) -> list[str]:
    """Return the priors of the first study."""
    ledger = Ledger()
    ledger.open(studies, [Assessment(one.study_id, None, "", None, {}, None, ()) for one in studies])
    return [one.study_id for one in Priors(ledger).of(studies[0])]


NOW = study("now", "2024-11-03 09:00")


def test_the_newest_prior_first():
    assert found(NOW, study("old", "2021-01-01"), study("new", "2024-03-02"), study("later", "2025-01-01")) == [
        "new",
        "old",
    ]


def test_the_same_day_is_no_prior():
    assert found(NOW, study("morning", "2024-11-03 07:00")) == []


def test_the_same_id_of_another_issuer_is_somebody_else():
    other = study("other", "2024-03-02", issuer="Elsewhere")
    assert found(NOW, other) == []
    assert found(replace_issuer(NOW), other) == ["other"]


def test_without_an_id_or_a_date_nothing_is_compared():
    assert found(study("now", "2024-11-03", patient=""), study("old", "2021-01-01", patient="")) == []
    assert found(study("now", ""), study("old", "2021-01-01")) == []
    assert found(NOW, study("old", "")) == []


def test_a_study_that_comes_later_is_found():
    ledger = Ledger()
    ledger.open([NOW], [Assessment("now", None, "", None, {}, None, ())])
    priors = Priors(ledger)
    assert priors.of(NOW) == []
    old = study("old", "2021-01-01")
    ledger.join([old], [Assessment("old", None, "", None, {}, None, ())])
    assert priors.of(NOW) == [old]


def test_the_image_of_the_same_side_stands_first():
    assert list(best_first(study("old", "2021-01-01", sides="LR"), study("now", "2024-11-03", sides="RL"), 0)) == [1, 0]


def replace_issuer(one: Study) -> Study:
    """Return the study with a patient id of the other issuer."""
    return replace(
        one,
        instances=tuple(
            replace(instance, header=replace(instance.header, patient_issuer="Elsewhere")) for instance in one.instances
        ),
    )
