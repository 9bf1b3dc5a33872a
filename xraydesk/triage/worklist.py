"""The reading list: what stands in a row and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.study import Study
from xraydesk.store.verdicts import Verdict
from xraydesk.store.worklist_lines import HeaderLine, StateLine
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus
from xraydesk.triage.standing import UNREAD, Standing, Status

_GROUP: dict[Band | None, int] = {Band.LIKELY: 0, Band.UNCERTAIN: 1, Band.NOT_ASSESSED: 2, None: 3, Band.LOW: 4}
NO_VERSIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """One study as the reader sees it. ``band`` is None while images are pending, and while the answer is hidden."""

    study_id: str
    rank: int  # from 1
    band: Band | None
    reason: str
    score: float | None
    probabilities: dict[str, float]
    label: str
    patient_id: str
    patient_name: str
    age_years: float | None
    sex: str
    body_part: str
    view: str
    taken: date | None  # as the header tells it
    arrived: datetime
    image_count: int
    driver: int | None
    status: Status
    verdict: Verdict | None  # the reader's own, else another's
    model_id: str = ""  # who judged it
    grade: int | None = None
    mine: bool = False  # whether the verdict is the reader's own
    agreement: str = ""  # "agree" or "disagree" between readers
    hidden: bool = False  # the model's answer, until the first verdict
    held: str = ""  # who else has it on screen now
    model_version: str = ""  # of who judged it


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row is made of."""

    study: Study
    assessment: Assessment
    standing: Standing = UNREAD
    held: str = ""

    @property
    def told(self) -> Assessment:
        """What of the assessment the reader may see."""
        if not self.standing.hidden:
            return self.assessment
        known = self.assessment
        images = tuple(ImageAssessment(image.path, image.frame, ImageStatus.PENDING) for image in known.images)
        return Assessment(known.study_id, None, "", None, {}, None, images, known.model_id)


def urgency(band: Band | None) -> int:
    """Return how far up a band stands, 0 at the top; None are images that are pending."""
    return _GROUP[band]


def triage_key(assessment: Assessment, arrival: int) -> tuple[int, float, int]:
    """Return the sort key: likely, uncertain, not assessed, pending, low.

    Scored bands go by score, highest first; what has no score goes by ``arrival``, which also settles ties.
    """
    by_score = assessment.score is not None and assessment.band not in (None, Band.NOT_ASSESSED)
    score = assessment.score if by_score and assessment.score is not None else 0.0
    return _GROUP[assessment.band], -score, arrival


def in_triage_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort entries that come in order of arrival into triage order."""
    numbered = enumerate(entries)
    return [entry for _, entry in sorted(numbered, key=lambda pair: triage_key(pair[1].assessment, pair[0]))]


def make_rows(entries: Iterable[Entry]) -> list[WorklistRow]:
    """Return the worklist in triage order; ``entries`` come in order of arrival."""
    return [make_row(entry, rank) for rank, entry in enumerate(in_triage_order(entries), start=1)]


def make_row(entry: Entry, rank: int, versions: Mapping[str, str] = NO_VERSIONS) -> WorklistRow:
    """Return one row; ``versions`` are those of the models, by id."""
    header, assessment, standing = entry.study.header, entry.told, entry.standing
    return WorklistRow(
        study_id=entry.study.study_id,
        rank=rank,
        band=assessment.band,
        reason=assessment.reason,
        score=assessment.score,
        probabilities=assessment.probabilities,
        label=entry.study.label,
        patient_id=header.patient_id,
        patient_name=header.patient_name,
        age_years=header.age_years,
        sex=header.sex,
        body_part=header.body_part,
        view=header.view,
        taken=None if header.study_time is None else header.study_time.date(),
        arrived=entry.study.arrived,
        image_count=len(entry.study.instances),
        driver=assessment.driver,
        status=standing.status,
        verdict=standing.verdict,
        model_id=assessment.model_id,
        grade=assessment.grade,
        mine=standing.mine,
        agreement=standing.agreement,
        hidden=standing.hidden,
        held=entry.held,
        model_version=versions.get(assessment.model_id, ""),
    )


def header_line(study: Study, number: int) -> HeaderLine:
    """Return what a study is sorted and found by from the beginning; ``number`` is its place in order of arrival."""
    header = study.header
    view, arrived = header.view, study.arrived.isoformat()
    part = f"{header.body_part} {view}".strip().casefold()
    words = f"{study.study_id} {header.patient_id} {header.patient_name} {_age_sex(header)} {part}"
    return HeaderLine(
        number,
        study.label.casefold(),
        header.age_years,
        header.sex,
        part,
        view.casefold(),
        arrived,
        "" if header.study_time is None else arrived[: len("2026-03-04")],
        len(study.instances),
        words.casefold(),
    )


def state_line(assessment: Assessment, standing: Standing, number: int, *, by_arrival: bool = False) -> StateLine:
    """Return how far a study is judged and read, as it is sorted, filtered and found by.

    Parameters
    ----------
    assessment
        What the reader may see of it.
    standing
        Where it stands for the reader.
    number
        Its place in order of arrival.
    by_arrival
        Leave the model's answer out of the order: the place of a study must not tell what is hidden of others.
    """
    verdict, band = standing.verdict, assessment.band or ""
    group, weight, _ = (0, 0.0, number) if by_arrival else triage_key(assessment, number)
    answer = "" if verdict is None else f"{verdict.answer}, {verdict.confidence}/5"
    note = f"{answer} {assessment.reason}".strip().casefold()
    return StateLine(
        number,
        group,
        weight,
        band,
        assessment.score,
        note,
        standing.status,
        standing.due,
        standing.agreement,
        answer,
        assessment.model_id,
        f"{note} {band or ('hidden' if standing.hidden else 'waiting')}",
        assessment.probabilities,
    )


def _age_sex(header: Header) -> str:
    years = "" if header.age_years is None else f"{int(header.age_years)} y"
    return f"{years} {header.sex}".strip()
