"""Scored images as cases to count: one an image, or one a study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from xraydesk.errors import TrainingError
from xraydesk.inference import grades
from xraydesk.inference.prediction import Prediction
from xraydesk.training.scoring import ScoredImage
from xraydesk.training.table import ImageTable, LabelledImage

GRADE, ABNORMAL = "grade", "abnormal"
_AGES = ((1, "under 1"), (6, "1 to 5"), (18, "6 to 17"), (40, "18 to 39"), (65, "40 to 64"))
_OLDEST = "65 and more"


@dataclass(frozen=True, slots=True)
class Case:
    """One image or study: the truth, the calibrated probability or why there is none, and what it is grouped by.

    ``name`` tells it from the others of its level; another model's case of the same image or study has the same.
    """

    truth: int
    probability: float | None
    reason: str = ""
    patient: str = ""
    grade: int | None = None
    graded: int | None = None  # the model's grade
    partial: bool = False  # some, not all, of a study's images could not be assessed
    groups: dict[str, str] = field(default_factory=dict)
    name: str = ""


def choose_label(table: ImageTable, wanted: str, outputs: Sequence[str]) -> str:
    """Return the label of the table to take as truth: the one asked for, else the model's, "abnormal", or the only one.

    Raises
    ------
    TrainingError
        Where there is no such label, none can be chosen, or it holds more than 0 and 1.
    """
    there = sorted({name for image in table.images for name in image.labels})
    tried = [wanted.lower()] if wanted else [name.lower() for name in (*outputs[:1], ABNORMAL)]
    chosen = next((name for want in tried for name in there if name.lower() == want), "")
    if not chosen and not wanted and len(there) == 1:
        chosen = there[0]
    if not chosen:
        what = f'No image has the label "{wanted}"' if wanted else "Which label is the truth cannot be told"
        raise TrainingError(what, remedy=f"Name one with --label: {', '.join(there)}")
    if {image.labels[chosen] for image in table.images if chosen in image.labels} - {0, 1}:
        others = ", ".join(name for name in there if name != chosen)
        raise TrainingError(
            f'The label "{chosen}" holds grades, no yes or no', remedy=f"Name another with --label: {others}"
        )
    return chosen


def image_cases(scored: Iterable[ScoredImage], label: str, output: str, *, gate: bool) -> list[Case]:
    """Return one case for each image that has the label; with the gate, what it refuses has no probability."""
    return [_case(one, label, output, gate=gate) for one in scored if label in one.image.labels]


def study_cases(scored: Iterable[ScoredImage], label: str, output: str, *, gate: bool) -> list[Case]:
    """Return one case for each study: abnormal if any image is, and judged by the highest probability of its images.

    A study of which no image could be assessed has the first image's reason.
    """
    studies: dict[str, list[Case]] = defaultdict(list)
    for one in scored:
        if label in one.image.labels:
            studies[one.image.study].append(_case(one, label, output, gate=gate))
    return [replace(_joined(images), name=study) for study, images in studies.items()]


def _case(one: ScoredImage, label: str, output: str, *, gate: bool) -> Case:
    image, prediction = one.image, one.prediction
    refused = one.problem or (one.refusal if gate else "")
    known = None if prediction is None or refused else prediction
    return Case(
        truth=image.labels[label],
        probability=None if known is None else probability_of(known, output),
        reason=refused,
        patient=image.patient,
        grade=image.labels.get(GRADE),
        graded=None if known is None else grade_of(known),
        groups=_groups(image),
        name=f"{image.path}|{image.frame}",
    )


def _joined(images: Sequence[Case]) -> Case:
    assessed = [case for case in images if case.probability is not None]
    driver = max(assessed, key=lambda case: case.probability or 0.0, default=images[0])
    return Case(
        truth=max(case.truth for case in images),
        probability=driver.probability,
        reason=driver.reason,
        patient=driver.patient,
        grade=max((case.grade for case in images if case.grade is not None), default=None),
        graded=max((case.graded for case in assessed if case.graded is not None), default=None),
        partial=0 < len(assessed) < len(images),
        groups=driver.groups,
    )


def probability_of(prediction: Prediction, output: str) -> float:
    """Return the calibrated probability of one output."""
    return float(prediction.probabilities[prediction.labels.index(output)])


def grade_of(prediction: Prediction) -> int | None:
    """Return the grade that a model for grades gives, None for other models; see `grades.grade_of`."""
    return grades.grade_of(dict(zip(prediction.labels, prediction.probabilities.tolist(), strict=True)))


def _groups(image: LabelledImage) -> dict[str, str]:
    named = {
        "source": "" if image.source == image.maker else image.source,
        "split": image.split,
        "sex": image.sex,
        "age": "" if image.age_years is None else age_group(image.age_years),
        "view": image.view,
        "part": image.group,
        "maker": image.maker,
    }
    return {name: value for name, value in named.items() if value}


def age_group(years: float) -> str:
    """Return the age group of an age in years."""
    return next((words for end, words in _AGES if years < end), _OLDEST)


def in_order(value: str) -> tuple[int, str]:
    """Return a key by which ages stand in their order and all else in that of the alphabet."""
    ages = [*(words for _, words in _AGES), _OLDEST]
    return ages.index(value) if value in ages else -1, value
