"""How long ago a prior was taken, in words."""

from datetime import date, timedelta

import pytest

from xraydesk.gui.prior_words import earlier

NOW = date(2024, 11, 3)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day earlier"),
        (13, "13 days earlier"),
        (14, "2 weeks earlier"),
        (246, "8 months earlier"),
        (720, "24 months earlier"),
        (1146, "3 years earlier"),
    ],
)
def test_the_longer_ago_the_coarser(days, words):
    assert earlier(NOW - timedelta(days=days), NOW) == words
