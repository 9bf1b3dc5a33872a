from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.triage import fakes
from xraydesk.imaging.study import Study
from xraydesk.triage.assessment import Band, ImageAssessment, ImageStatus
from xraydesk.triage.banding import assess, band_of, not_scored
from xraydesk.triage.worklist import Entry, in_triage_order, make_rows

CARD = fakes.card()
CARDS = {CARD.id: CARD}
GROUPS = [Band.LIKELY, Band.UNCERTAIN, Band.NOT_ASSESSED, None, Band.LOW]


def study(name: str = "s", count: int = 1) -> Study:
    return Study(name, tuple(fakes.instance(Path(f"/{name}/{n}.png")) for n in range(count)))


def image(p: float | None, reason: str = "the file is empty") -> ImageAssessment:
    made = fakes.instance(Path("/x.png"))
    if p is None:
        return not_scored(made, ImageStatus.UNREADABLE, reason)
    return fakes.answered(made, "aa", fakes.prediction(p))


PENDING = not_scored(fakes.instance(Path("/x.png")), ImageStatus.PENDING)
images = st.one_of(st.none(), st.floats(0, 1, width=32)).map(image) | st.just(PENDING)


@pytest.mark.parametrize(
    ("p", "band"),
    [
        (0.0, Band.LOW),
        (0.19, Band.LOW),
        (0.2, Band.UNCERTAIN),
        (0.69, Band.UNCERTAIN),
        (0.7, Band.LIKELY),
        (1.0, Band.LIKELY),
    ],
)
def test_bands_meet_at_the_operating_points(p: float, band: Band) -> None:
    assert band_of(p, CARD.abnormal) is band


def test_the_highest_image_drives_the_study() -> None:
    made = assess(study(count=3), [image(0.1), image(0.8), image(0.4)], CARDS)
    assert (made.band, made.driver, made.reason) == (Band.LIKELY, 1, "")
    assert made.score == pytest.approx(0.8)
    assert made.probabilities == {"abnormal": pytest.approx(0.8), "other": pytest.approx(0.4)}


def test_a_low_study_with_an_image_nobody_judged_is_not_low() -> None:
    made = assess(study(count=2), [image(0.1), image(None)], CARDS)
    assert made.band is Band.UNCERTAIN
    assert made.reason == "image 2 of 2 not assessed: the file is empty"
    assert made.score == pytest.approx(0.1)


def test_a_likely_study_stays_likely_and_names_the_missing_image() -> None:
    made = assess(study(count=2), [image(None), image(0.9)], CARDS)
    assert (made.band, made.driver) == (Band.LIKELY, 1)
    assert made.reason.startswith("image 1 of 2 not assessed")


def test_no_image_assessed() -> None:
    assert assess(study(count=2), [image(None), image(None)], CARDS).reason == "the file is empty"
    both = assess(study(count=2), [image(None), image(None, "not a radiograph: CT")], CARDS)
    assert both.band is Band.NOT_ASSESSED
    assert (
        both.reason == "image 1 of 2 not assessed: the file is empty; image 2 of 2 not assessed: not a radiograph: CT"
    )


def test_pending_images_leave_the_band_open() -> None:
    assert assess(study(count=2), [image(0.9), PENDING], CARDS).band is None


def test_a_refused_image_keeps_its_distance_and_gives_no_probability() -> None:
    made = fakes.answered(fakes.instance(Path("/x.png")), "aa", fakes.prediction(0.9, refusal="odd", distance=7.0))
    assert (made.status, made.reason, made.distance, made.probabilities) == (ImageStatus.REFUSED, "odd", 7.0, {})


def test_an_answer_that_is_no_number_is_refused() -> None:
    made = fakes.answered(fakes.instance(Path("/x.png")), "aa", fakes.prediction(math.nan, distance=math.nan))
    assert (made.status, made.distance) == (ImageStatus.REFUSED, None)
    assert "not a number" in made.reason


@given(st.lists(images, min_size=1, max_size=5))
def test_a_study_is_low_only_where_every_image_was_judged_low(made: list[ImageAssessment]) -> None:
    result = assess(study(count=len(made)), made, CARDS)
    if result.band is Band.LOW:
        assert all(i.status is ImageStatus.SCORED and i.probabilities["abnormal"] < 0.2 for i in made)
    if any(i.status is ImageStatus.SCORED and i.probabilities["abnormal"] >= 0.7 for i in made) and PENDING not in made:
        assert result.band is Band.LIKELY
    assert (result.band is Band.NOT_ASSESSED) <= bool(result.reason)
    assert (result.band is None) == (PENDING in made)


@given(st.lists(st.lists(images, min_size=1, max_size=3), max_size=30))
def test_the_order_of_the_worklist(content: list[list[ImageAssessment]]) -> None:
    entries = [Entry(s := study(f"{n}", len(c)), assess(s, c, CARDS)) for n, c in enumerate(content)]
    ordered = in_triage_order(entries)
    assert sorted(e.study.study_id for e in ordered) == sorted(e.study.study_id for e in entries), "one was lost"
    places = [GROUPS.index(e.assessment.band) for e in ordered]
    assert places == sorted(places), "what is not assessed stands before what is low"
    for band in GROUPS:
        group = [e for e in ordered if e.assessment.band is band]
        arrival = [int(e.study.study_id) for e in group]
        scores = [e.assessment.score for e in group]
        if band in (Band.NOT_ASSESSED, None):
            assert arrival == sorted(arrival)
        else:
            keys = [(-score, place) for score, place in zip(scores, arrival, strict=True)]
            assert keys == sorted(keys)
    assert [row.rank for row in make_rows(entries)] == list(range(1, len(entries) + 1))


def test_the_word_normal_is_never_used() -> None:
    assert not any("normal" in band.value.replace("abnormal", "") for band in Band)
