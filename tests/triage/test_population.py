from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.imaging.radiograph import Header
from xraydesk.inference.card import Population
from xraydesk.triage.population import age_words, population_words, refusal

CHILD_CHEST = Population(
    modalities=("CR", "DX"),
    body_parts=("CHEST",),
    views=("AP", "PA"),
    age_min=1,
    age_max=6,
    words="children of 1-5 years, frontal chest",
)
TAIL = ": the model is for children of 1-5 years, frontal chest"


@pytest.mark.parametrize(
    "header",
    [
        Header(),
        Header(modality="DX", body_part="CHEST", view="AP", age_years=3),
        Header(modality="dx", body_part="Thorax", view="pa"),
        Header(body_part="CHEST AP PORT"),
        Header(body_part="LUNG"),
        Header(body_part="CHEST_PEDIATRIC"),
        Header(view="ANTERO-POSTERIOR"),
        Header(view=" AP "),
        Header(age_years=1.0),
        Header(age_years=5.99),
    ],
)
def test_nothing_speaks_against(header: Header) -> None:
    assert refusal(header, CHILD_CHEST) == ""


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (Header(age_years=54), "adult (54 y)"),
        (Header(age_years=6.0), "child (6 y)"),
        (Header(age_years=0.5), "infant (6 months)"),
        (Header(age_years=0.0), "infant (0 months)"),
        (Header(body_part="KNEE"), "body part knee"),
        (Header(body_part="SKULL BASE"), "body part skull base"),
        (Header(view="LL"), "lateral view"),
        (Header(view="LATERAL"), "lateral view"),
        (Header(view="RLD"), "decubitus view"),
        (Header(view="OBLIQUE 45"), "OBLIQUE 45 view"),
        (Header(modality="MG"), "modality MG"),
    ],
)
def test_reasons_in_words(header: Header, words: str) -> None:
    assert refusal(header, CHILD_CHEST) == words + TAIL


def test_an_empty_population_checks_nothing() -> None:
    assert refusal(Header(modality="MG", body_part="BREAST", view="MLO", age_years=90), Population()) == ""


def test_age_limits_on_one_side() -> None:
    assert refusal(Header(age_years=15), Population(age_min=18)) == "child (15 y): the model is for 18 years and older"
    assert refusal(Header(age_years=70), Population(age_max=18)) == "adult (70 y): the model is for under 18 years"


def test_words_are_made_where_the_card_has_none() -> None:
    made = Population(modalities=("DX",), body_parts=("KNEE",), views=("AP", "PA"), age_min=18, age_max=90)
    assert population_words(made) == "DX, knee, AP or PA, 18 to under 90 years"
    assert population_words(Population()) == "other films"


def test_ages_as_people_say_them() -> None:
    assert [age_words(a) for a in (18, 17.9, 1, 0.25)] == [
        "adult (18 y)",
        "child (17 y)",
        "child (1 y)",
        "infant (3 months)",
    ]


@given(st.text(), st.text(), st.text(), st.floats(0, 150))
def test_any_header_gives_a_reason_or_none(modality: str, part: str, view: str, age: float) -> None:
    words = refusal(Header(modality=modality, body_part=part, view=view, age_years=age), CHILD_CHEST)
    assert words == "" or words.endswith(TAIL)
    if not 1 <= age < 6:
        assert words
