"""What the findings panel says of a model's answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.gui.fake_desk import LABEL, RULE_IN, RULE_OUT, card, knee_card
from xraydesk.gui import findings_words, points_words
from xraydesk.inference.card import HeldPoints, PointsKind
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus


def study(statuses: str, band: Band | None = Band.LIKELY, reason: str = "") -> Assessment:
    """Return a study with one image for each letter: s for scored, r for refused."""
    kinds = {"s": ImageStatus.SCORED, "r": ImageStatus.REFUSED}
    images = tuple(ImageAssessment(f"{n}.dcm", 0, kinds[letter]) for n, letter in enumerate(statuses))
    return Assessment("1", band, reason, 0.9, {LABEL: 0.9}, len(images) - 1 if images else None, images)


@pytest.mark.parametrize(
    ("statuses", "text", "tip"),
    [
        ("s", "", ""),
        ("rs", "Driven by image 2 / 2", "1 image assessed."),
        ("srs", "Driven by image 3 / 3", "2 images assessed."),
    ],
)
def test_the_image_that_gave_the_score_is_named_where_there_are_several(statuses, text, tip):
    said = findings_words.driver(study(statuses))
    assert said[0] == text
    assert said[1].startswith(tip)


def test_the_reason_says_why_there_is_no_number():
    assert findings_words.reason(None, hidden=False).startswith("Choose a study")
    assert findings_words.reason(study("s", None), hidden=False).startswith("Waiting for the model")
    refused = study("r", Band.NOT_ASSESSED, "no image")
    assert findings_words.reason(refused, hidden=False) == "No image"
    assert findings_words.reason(refused, hidden=True) == "Hidden until your first verdict."


def test_thresholds_and_their_rates_come_from_the_card():
    assert findings_words.marks(card(), LABEL) == (RULE_OUT, RULE_IN)
    whose, low, high = findings_words.rates(card(), LABEL).splitlines()
    assert whose == "Operating points of the model's card."
    assert low == (
        f"Rule-out at {RULE_OUT:.2f}, on validation: sensitivity 0.95 (0.92-0.97), specificity 0.95 (0.92-0.97)"
    )
    assert high.startswith(f"Rule-in at {RULE_IN:.2f}")
    assert findings_words.marks(knee_card(), "KL >= 1") is None
    assert findings_words.rates(knee_card(), "KL >= 1") == ""
    assert findings_words.marks(None, "") is None


def test_a_version_of_this_site_is_named_with_what_it_was_found_on():
    first = card().labels[0]
    lower = replace(first, operating_points=tuple(replace(p, threshold=0.05) for p in first.operating_points))
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    held = HeldPoints(PointsKind.CHANGED, "Ada", at, "too many waited", card().labels, 80, 20)
    whose, low, _ = findings_words.rates(replace(card(), labels=(lower,), held=held), LABEL).splitlines()
    assert whose == "Operating points changed 2026-11-21 by Ada: too many waited"
    assert low.startswith("Rule-out at 0.05, on 80 studies of this site: sensitivity 0.95")
    assert points_words.line(card()) == "Operating point not checked at this site."
    assert points_words.line(replace(card(), held=held)) == f"{whose}\nOperating point not checked at this site."
    site = replace(card(), labels=(lower,), held=replace(held, kind=PointsKind.SITE))
    assert points_words.line(site) == "Operating points of this site, 2026-11-21, by Ada: too many waited"
    back = replace(card(), held=replace(held, kind=PointsKind.CARD))
    assert "of the card again" in findings_words.rates(back, LABEL)
    assert "on validation" in findings_words.rates(back, LABEL)


def test_what_a_method_takes_is_said_once_it_is_known():
    assert findings_words.method("cam", None) == ""
    assert "slow without a GPU" in findings_words.method("scorecam", None)
    assert findings_words.method("scorecam", 41.6) == "Score-CAM takes about 42 s on this device."
