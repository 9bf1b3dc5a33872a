"""What a reader is asked besides the study's answer: the findings or the grade of the model that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from xraydesk.inference.grades import scale_of
from xraydesk.store.verdicts import Answer, Finding

if TYPE_CHECKING:
    from xraydesk.inference.card import ModelCard

PRESENCE = ("present", "absent", "unsure")
_MEANS: dict[Answer, str] = {"abnormal": "present", "normal": "absent", "unsure": "unsure"}


class Question(NamedTuple):
    """One finding and the answers to it."""

    name: str  # of the finding, or of the scale of grades
    answers: tuple[str, ...]


def questions(card: ModelCard | None) -> tuple[Question, ...]:
    """Return what is asked about a study of which this model speaks; nothing where it has one finding or none speaks.

    The outputs of a model for grades are one question: which grade.
    """
    names = () if card is None else tuple(label.name for label in card.labels)
    scale = scale_of(names)
    if scale is not None:
        return (Question(scale[0], tuple(map(str, range(scale[1] + 1)))),)
    return tuple(Question(name, PRESENCE) for name in names) if len(names) > 1 else ()


def all_findings(card: ModelCard | None, answer: Answer, given: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings as they are logged: those given; the only finding of a model has the study's answer."""
    if card is not None and len(card.labels) == 1:
        return (Finding(card.labels[0].name, _MEANS[answer]),)
    return tuple(given)
