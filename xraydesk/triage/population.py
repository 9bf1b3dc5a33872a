"""The gate before the gate: a header may already say that the film is not of the kind the model is for.

What the header leaves empty is not checked here; the model's own gate always checks the image's features.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from xraydesk.imaging.radiograph import Header
from xraydesk.inference.card import Population

_BODY_PARTS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "CHEST THORAX THORACIC LUNG LUNGS PULMONARY",
        "KNEE KNEES PATELLA GENU",
        "HAND HANDS",
        "WRIST WRISTS CARPUS",
        "FINGER FINGERS DIGIT THUMB PHALANX",
        "ELBOW ELBOWS",
        "FOREARM RADIUS ULNA",
        "HUMERUS UPPERARM",
        "SHOULDER SHOULDERS CLAVICLE SCAPULA",
        "HIP HIPS",
        "PELVIS",
        "ABDOMEN",
        "ANKLE ANKLES",
        "FOOT FEET TOE",
    )
)  # each set means one region for the gate; (0018,0015) and PS3.16 annex L
_VIEWS = {
    "ANTEROPOSTERIOR": "AP",
    "POSTEROANTERIOR": "PA",
    "LATERAL": "LL",
    "LAT": "LL",
    "LEFTLATERAL": "LL",
    "RIGHTLATERAL": "RL",
}
_VIEW_WORDS = {
    "AP": "AP",
    "PA": "PA",
    "LL": "lateral",
    "RL": "lateral",
    "RLD": "decubitus",
    "LLD": "decubitus",
    "LLO": "oblique",
    "RLO": "oblique",
}  # PS3.3 C.8.1.1.1.1


def refusal(header: Header, population: Population) -> str:
    """Return why a model for ``population`` may not judge this film, in words, or ""."""
    for reason in _reasons(header, population):
        if reason:
            return f"{reason}: the model is for {population_words(population)}"
    return ""


def population_words(population: Population) -> str:
    """Return whom a model is for, in words."""
    if population.words:
        return population.words
    parts = [
        _listed(population.modalities),
        _listed(population.body_parts).lower(),
        _listed(population.views),
        _age_range(population),
    ]
    return ", ".join(part for part in parts if part) or "other films"


def _reasons(header: Header, population: Population) -> Iterable[str]:
    yield _modality(header.modality, population.modalities)
    yield _body_part(header.body_part, population.body_parts)
    yield _view(header.view, population.views)
    yield _age(header.age_years, population)


def _modality(modality: str, wanted: tuple[str, ...]) -> str:
    if not modality.strip() or not wanted or modality.strip().upper() in wanted:
        return ""
    return f"modality {modality}"


def _body_part(body_part: str, wanted: tuple[str, ...]) -> str:
    """Compare word by word, so that "CHEST AP PORT" is a chest; a region nobody knows is refused, too."""
    said = _regions(body_part)
    if not said or not wanted or said & set().union(*(_regions(part) for part in wanted)):
        return ""
    return f"body part {body_part.strip().lower()}"


def _regions(words: str) -> set[str | frozenset[str]]:
    found: set[str | frozenset[str]] = set()
    for word in re.findall(r"\w+", words.upper().replace("_", " ")):
        found.add(next((region for region in _BODY_PARTS if word in region), word))
    return found


def _view(view: str, wanted: tuple[str, ...]) -> str:
    said = _view_code(view)
    if not said or not wanted or said in {_view_code(name) for name in wanted}:
        return ""
    return f"{_VIEW_WORDS.get(said, view.strip())} view"


def _view_code(view: str) -> str:
    letters = re.sub(r"\W", "", view.upper())
    return _VIEWS.get(letters, letters)


def _age(age: float | None, population: Population) -> str:
    if age is None:
        return ""
    too_young = population.age_min is not None and age < population.age_min
    too_old = population.age_max is not None and age >= population.age_max
    return age_words(age) if too_young or too_old else ""


def age_words(age: float) -> str:
    """Return an age as people say it: "adult (54 y)", "child (7 y)", "infant (3 months)"."""
    if age >= 18:
        return f"adult ({int(age)} y)"
    return f"child ({int(age)} y)" if age >= 1 else f"infant ({int(age * 12)} months)"


def _age_range(population: Population) -> str:
    low, high = population.age_min, population.age_max
    if low is not None and high is not None:
        return f"{low:g} to under {high:g} years"
    if low is not None:
        return f"{low:g} years and older"
    return "" if high is None else f"under {high:g} years"


def _listed(words: tuple[str, ...]) -> str:
    return " or ".join(words)
