"""The gate before the gate: a header may already say that the film is not of the kind the model is for.

What the header leaves empty is not checked here; the model's own gate always checks the image's features.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from xraydesk.imaging.radiograph import Header
from xraydesk.inference.card import Population

_LIMB = "EXTREMITY EXTREMITIES LIMB"  # names no joint: several regions share the word, and the film itself decides
_LEG = f"{_LIMB} LEG LEGS"
_REGIONS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "chest": "CHEST THORAX THORACIC LUNG LUNGS PULMONARY",
        "knee": f"KNEE KNEES PATELLA GENU {_LEG}",
        "hand": f"HAND HANDS {_LIMB}",
        "wrist": f"WRIST WRISTS CARPUS {_LIMB}",
        "finger": f"FINGER FINGERS DIGIT THUMB PHALANX {_LIMB}",
        "elbow": f"ELBOW ELBOWS {_LIMB}",
        "forearm": f"FOREARM RADIUS ULNA {_LIMB}",
        "humerus": f"HUMERUS UPPERARM {_LIMB}",
        "shoulder": "SHOULDER SHOULDERS CLAVICLE SCAPULA",
        "hip": "HIP HIPS",
        "pelvis": "PELVIS",
        "abdomen": "ABDOMEN",
        "ankle": f"ANKLE ANKLES {_LEG}",
        "foot": f"FOOT FEET TOE {_LIMB}",
    }.items()
}  # each set means one region for the gate; (0018,0015) and PS3.16 annex L
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

_REMEMBERED = 1024  # words of headers: a hundred thousand films have a few dozen between them


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What of a header speaks against a model, each in words or ""."""

    modality: str = ""
    body_part: str = ""
    view: str = ""
    age: str = ""

    @property
    def words(self) -> str:
        """The first that speaks against it, "" where nothing does."""
        return self.modality or self.body_part or self.view or self.age


def mismatch(header: Header, population: Population) -> Mismatch:
    """Compare what a header says with whom a model is for."""
    return Mismatch(
        _modality(header.modality, population.modalities),
        _body_part(header.body_part, population.body_parts),
        _view(header.view, population.views),
        _age(header.age_years, population),
    )


def refusal(header: Header, population: Population) -> str:
    """Return why a model for ``population`` may not judge this film, in words, or ""."""
    reason = mismatch(header, population).words
    return reason and f"{reason}: the model is for {population_words(population)}"


def region_words(body_part: str) -> str:
    """Return the region a header names, in words: "the hand", 'body part "skull base"', or "" where it names none."""
    said = _regions(body_part)
    known = [name for name in _REGIONS if name in said]
    if known and len(known) < 3:
        return f"the {' or '.join(known)}"
    return f'body part "{body_part.strip().lower()}"' if said else ""


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


def _modality(modality: str, wanted: tuple[str, ...]) -> str:
    if not modality.strip() or not wanted or modality.strip().upper() in wanted:
        return ""
    return f"modality {modality}"


def _body_part(body_part: str, wanted: tuple[str, ...]) -> str:
    """Compare word by word, so that "CHEST AP PORT" is a chest; a region nobody knows is refused, too."""
    said = _regions(body_part)
    if not said or not wanted or said & _all_regions(wanted):
        return ""
    return f"body part {body_part.strip().lower()}"


@lru_cache(_REMEMBERED)
def _all_regions(wanted: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_regions, wanted))


@lru_cache(_REMEMBERED)
def _regions(words: str) -> frozenset[str]:
    """Return the regions the words may mean; a word that nobody knows stands for itself."""
    found: set[str] = set()
    for word in re.findall(r"\w+", words.upper().replace("_", " ")):
        found |= {name for name, known in _REGIONS.items() if word in known} or {word}
    return frozenset(found)


def _view(view: str, wanted: tuple[str, ...]) -> str:
    said = _view_code(view)
    if not said or not wanted or said in map(_view_code, wanted):
        return ""
    return f"{_VIEW_WORDS.get(said, view.strip())} view"


@lru_cache(_REMEMBERED)
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
