"""What is known of the patient beside the film, as numbers a network can join to its image features. No torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_AGE_SCALE = 100.0  # years
_SEXES = ("F", "M")
_VIEWS = ("AP", "PA", "LATERAL")
FACTS = 2 + len(_SEXES) + len(_VIEWS)
Facts = NDArray[np.float32]


def patient_facts(age_years: float | None, sex: str, view: str) -> Facts:
    """Return age, whether the age is known, sex and view.

    Returns
    -------
    Shape (FACTS,), float32. What is not known is 0 throughout, so that "nothing known" is the zero vector.
    """
    age = [0.0, 0.0] if age_years is None else [age_years / _AGE_SCALE, 1.0]
    sexes = [float(sex.upper() == s) for s in _SEXES]
    views = [float(_view(view) == v) for v in _VIEWS]
    return np.array([*age, *sexes, *views], dtype=np.float32)


def _view(view: str) -> str:
    """Bring the two lateral views (PS3.3 C.8.1.2, View Position) to one name."""
    return "LATERAL" if view.upper() in {"LL", "RL", "LATERAL"} else view.upper()
