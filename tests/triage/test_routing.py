"""Several models: who is asked about an image next, and whose answer counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.triage import fakes
from tests.triage.fakes import CHEST, KNEE, ODD
from xraydesk.inference.card import GateSpec
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.routing import UNLIKE_ALL, Hearing, Judgement, Router

HERE = Path("/films")


def says(p: float = 0.5, domain: float | None = 0.99, **changes) -> Prediction:
    return replace(fakes.prediction(p, **changes), domain=domain)


def hearing(**answers: Prediction) -> Hearing:
    return Hearing(("chest", "knee"), dict(answers))


def judged(router: Router, **answers: Prediction) -> str:
    judgement = router.judge(hearing(**answers), HERE)
    assert judgement is not None
    return judgement.model_id


@pytest.fixture
def router() -> Router:
    return Router([CHEST, KNEE])


def test_a_sure_gate_ends_the_asking(router: Router) -> None:
    answer = says()
    assert router.next(hearing(), HERE) == "chest"
    assert router.next(hearing(chest=answer), HERE) == ""
    assert router.judge(hearing(chest=answer), HERE) == Judgement("chest", answer)


@pytest.mark.parametrize("first", [says(domain=0.7), says(domain=None), says(refusal=ODD)])
def test_a_gate_that_refuses_or_is_not_sure_leaves_the_next_to_be_asked(router: Router, first: Prediction) -> None:
    assert router.next(hearing(chest=first), HERE) == "knee"
    assert router.judge(hearing(chest=first), HERE) is None
    assert router.next(hearing(chest=first, knee=says(domain=0.6)), HERE) == ""


@pytest.mark.parametrize(
    ("chest", "knee", "chosen"),
    [
        (says(domain=0.6), says(domain=0.7), "knee"),
        (says(domain=0.7), says(domain=0.6), "chest"),
        (says(domain=0.7), says(domain=0.99, refusal=ODD), "chest"),
        (says(domain=0.99, distance=1.9), says(domain=None, distance=1.0), "knee"),
        (says(domain=None, distance=1.0), says(domain=None, distance=1.9), "chest"),
    ],
)
def test_of_two_that_accept_the_likelier_one_gets_the_image(
    router: Router, chest: Prediction, knee: Prediction, chosen: str
) -> None:
    assert judged(router, chest=chest, knee=knee) == chosen


def test_a_distance_counts_as_a_share_of_the_models_own_limit() -> None:
    router = Router([CHEST, replace(KNEE, gate=GateSpec(20.0))])
    far, near = says(domain=None, distance=1.8), says(domain=None, distance=9.0)
    assert judged(router, chest=far, knee=near) == "knee"


def test_refused_by_all(router: Router) -> None:
    far, near = says(refusal=ODD, distance=9.0), says(refusal=ODD, distance=3.0)
    assert router.judge(hearing(chest=far, knee=near), HERE) == Judgement("", near, UNLIKE_ALL)
    alone = Hearing(("knee",), {"knee": far})
    assert router.judge(alone, HERE) == Judgement("knee", far, ODD), "the only one asked gives its own reason"


def test_the_model_of_the_latest_film_is_asked_first(router: Router) -> None:
    elsewhere = Path("/other")
    router.judge(hearing(knee=says()), HERE)
    assert router.next(hearing(), HERE) == router.next(hearing(), elsewhere) == "knee"
    router.judge(hearing(chest=says()), elsewhere)
    assert (router.next(hearing(), HERE), router.next(hearing(), elsewhere)) == ("knee", "chest")


def test_a_model_that_fails_on_an_image_or_is_not_there(router: Router) -> None:
    failed, absent = hearing(knee=says(refusal=ODD)), hearing(knee=says(refusal=ODD))
    failed.problems["chest"] = "the model failed on this image"
    absent.absent.add("chest")
    assert router.next(failed, HERE) == router.next(absent, HERE) == ""
    assert router.judge(failed, HERE) == Judgement(reason="the model failed on this image")
    assert router.judge(absent, HERE) == Judgement(stranded=True)
    absent.answers["knee"] = says()
    assert router.judge(absent, HERE) == Judgement("knee", absent.answers["knee"])
