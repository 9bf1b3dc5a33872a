from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.triage import fakes
from xraydesk.imaging.radiograph import Header
from xraydesk.inference.card import Population
from xraydesk.triage.admission import admitted, no_model
from xraydesk.triage.population import region_words

CHEST = fakes.card(
    id="chest-pneumonia",
    title="Chest pneumonia",
    population=Population(("CR", "DX"), ("CHEST",), ("AP", "PA"), 1, 6, "children of 1-5 years, frontal chest"),
)
KNEE = fakes.card(
    id="knee-osteoarthritis",
    title="Knee osteoarthritis",
    population=Population(("CR", "DX"), ("KNEE",), ("AP", "PA"), 40, None, "adult knees"),
)
BOTH = (CHEST, KNEE)


@pytest.mark.parametrize(
    ("header", "models"),
    [
        (Header(), [CHEST, KNEE]),
        (Header(modality="DX", view="AP"), [CHEST, KNEE]),
        (Header(body_part="KNEE"), [KNEE]),
        (Header(body_part="CHEST", age_years=3), [CHEST]),
        (Header(age_years=3), [CHEST]),
        (Header(age_years=54), [KNEE]),
        (Header(body_part="EXTREMITY", age_years=54), [KNEE]),
        (Header(body_part="CHEST", age_years=54), []),
        (Header(body_part="HAND"), []),
        (Header(modality="MG"), []),
    ],
)
def test_the_header_says_who_may_judge(header: Header, models: list) -> None:
    assert list(admitted(header, BOTH)) == models


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (
            Header(body_part="CHEST", age_years=54),
            "adult (54 y): Chest pneumonia is for children of 1-5 years, frontal chest",
        ),
        (Header(body_part="KNEE", age_years=7), "child (7 y): Knee osteoarthritis is for adult knees"),
        (Header(body_part="KNEE", view="LL", age_years=60), "lateral view: Knee osteoarthritis is for adult knees"),
        (Header(body_part="HAND"), "no model here is for the hand"),
        (Header(body_part="XR WRIST LEFT", age_years=3), "no model here is for the wrist"),
        (Header(body_part="Skull Base"), 'no model here is for body part "skull base"'),
        (Header(modality="MG", body_part="BREAST"), "modality MG: no model here is for it"),
        (Header(age_years=10), "child (10 y): no model here is for this age"),
        (
            Header(age_years=54, view="LL"),
            "lateral view: Chest pneumonia is for children of 1-5 years, frontal chest; "
            "lateral view: Knee osteoarthritis is for adult knees",
        ),
    ],
)
def test_why_none_may_in_words(header: Header, words: str) -> None:
    assert admitted(header, BOTH) == ()
    assert no_model(header, BOTH) == words


def test_one_model_alone_says_whom_it_is_for() -> None:
    assert no_model(Header(body_part="HAND"), [KNEE]) == "body part hand: the model is for adult knees"


def test_regions_in_words() -> None:
    assert region_words("HANDS") == "the hand"
    assert region_words("HAND WRIST") == "the hand or wrist"
    assert region_words("EXTREMITY") == 'body part "extremity"'
    assert region_words(" ") == ""


@given(st.text(), st.text(), st.text(), st.floats(0, 150) | st.none())
def test_any_header_has_a_model_or_a_reason(modality: str, part: str, view: str, age: float | None) -> None:
    header = Header(modality=modality, body_part=part, view=view, age_years=age)
    if not admitted(header, BOTH):
        assert no_model(header, BOTH)
