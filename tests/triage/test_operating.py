"""A site's own operating points at the desk: bands change at once, nothing is scored again, nothing is silent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.triage import fakes
from xraydesk.inference.card import HeldPoints, Label, ModelCard, Platt, PointName, PointsKind
from xraydesk.inference.prediction import Region
from xraydesk.store.database import Database
from xraydesk.store.operating import OperatingLog, PointsDraft
from xraydesk.store.predictions import PredictionStore, insert, model_key
from xraydesk.triage.assessment import Band
from xraydesk.triage.desk import Desk
from xraydesk.triage.operating import held, held_in
from xraydesk.triage.recalibration import by_calibration, serves
from xraydesk.triage.stored import StoredAnswers


@pytest.fixture
def desk(installed: Path) -> Iterator[Desk]:
    with Desk(installed, reader="anna", device="cpu") as desk:
        yield desk


def opened(desk: Desk, folder: Path) -> fakes.Ears:
    ears = fakes.Ears()
    desk.start(folder, ears)
    assert desk.wait(60)
    return ears


def keep(database: Database, card: ModelCard, *, low: float, high: float, platt: Platt | None = None) -> None:
    """Keep a version with other thresholds, and another calibration where given."""
    first, *others = card.given_labels
    thresholds = {PointName.RULE_OUT: low, PointName.RULE_IN: high}
    points = tuple(replace(p, threshold=thresholds.get(p.name, p.threshold)) for p in first.operating_points)
    labels = (replace(first, calibration=platt or first.calibration, operating_points=points), *others)
    kind = PointsKind.SITE if platt else PointsKind.CHANGED
    made = PointsDraft("Ada", card.id, card.weights_sha256, kind, "our films", labels, {"studies": 60, "abnormal": 20})
    OperatingLog(database).record(made)


def scored(desk: Desk) -> dict[str, float]:
    return {row.study_id: row.score for row in desk.rows() if row.score is not None}


def rows_of(database: Database) -> list[str]:
    with database.read() as connection:
        return [text for (text,) in connection.execute("SELECT probabilities FROM predictions ORDER BY content_hash")]


def test_new_thresholds_change_the_bands_of_the_open_folder_and_score_nothing(desk: Desk, film_folder: Path) -> None:
    ears = opened(desk, film_folder)
    before = scored(desk)
    assert not desk.points.take()
    for low, high, band in ((0.0, 0.0, Band.LIKELY), (1.0, 1.0, Band.LOW)):
        keep(desk.database, desk.cards[0], low=low, high=high)
        assert desk.points.take()
        assert desk.wait(60)
        assert {row.band for row in desk.rows() if row.score is not None} == {band}
        assert scored(desk) == before
        assert ears.summary is not None
        assert ears.summary.scored == 4  # those of the first run
    assert desk.cards[0].held is not None
    assert desk.cards[0].points_words.startswith("changed 2")
    assert not desk.cards[0].checked_here
    assert desk.models()[0].held == desk.cards[0].held


def test_a_folder_that_could_not_be_read_is_not_read_again(desk: Desk, tmp_path: Path) -> None:
    ears = opened(desk, tmp_path / "nowhere")
    assert len(ears.errors) == 1
    keep(desk.database, desk.cards[0], low=0.0, high=0.0)
    assert desk.points.take()
    assert desk.wait(60)
    assert len(ears.errors) == 1


def test_a_new_calibration_is_what_scoring_with_it_gives(
    desk: Desk, film_folder: Path, installed: Path, tmp_path: Path
) -> None:
    """The stored answers under another curve are bit for bit those of the network with that curve in its card."""
    opened(desk, film_folder)
    rows = rows_of(desk.database)
    platt = Platt(0.7, 0.9)
    keep(desk.database, desk.cards[0], low=0.1, high=0.9, platt=platt)
    assert desk.points.take()
    assert desk.wait(60)
    told, images = scored(desk), {s: desk.assessment(s).images for s in scored(desk)}
    with Desk(installed, device="cpu") as later:  # from the store, without a forward pass
        ears = opened(later, film_folder)
        assert (scored(later), ears.summary.scored) == (told, 0)
        assert rows_of(later.database) == rows
    card = installed / "models" / "tiny" / "card.json"
    content = json.loads(card.read_text("utf-8"))
    content["labels"][0]["calibration"] = {"slope": platt.slope, "offset": platt.offset}
    other = tmp_path / "other"
    (other / "models").mkdir(parents=True)
    (installed / "models" / "tiny").rename(other / "models" / "tiny")
    (other / "models" / "tiny" / "card.json").write_text(json.dumps(content), "utf-8")
    with Desk(other, device="cpu") as anew:
        assert opened(anew, film_folder).summary.scored == 4
        assert scored(anew) == told
        for study, known in images.items():
            assert [i.probabilities for i in anew.assessment(study).images] == [i.probabilities for i in known]


def test_back_to_the_card_gives_the_old_numbers_back(desk: Desk, film_folder: Path) -> None:
    opened(desk, film_folder)
    card, before = desk.cards[0], scored(desk)
    keep(desk.database, card, low=0.1, high=0.9, platt=Platt(3.0, 0.5))
    desk.points.take()
    assert desk.wait(60)
    assert scored(desk) != before
    assert desk.cards[0].checked_here
    back = PointsDraft("Ada", card.id, card.weights_sha256, PointsKind.CARD, "never mind", card.labels)
    OperatingLog(desk.database).record(back)
    desk.points.take()
    assert desk.wait(60)
    assert scored(desk) == before
    assert desk.cards[0].labels == card.labels
    assert "never mind" in desk.cards[0].points_words
    assert not desk.cards[0].checked_here


def test_the_key_of_stored_answers_is_that_of_the_card(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    try:
        card = fakes.card()
        assert held(database, [card]) == [card]
        assert held_in(tmp_path / "nowhere", card) == card
        keep(database, card, low=0.1, high=0.9, platt=Platt(2.0, 0.0))
        (now,) = held(database, [card])
        assert now.recalibrated
        assert model_key(now) == model_key(card)
        other = fakes.card(labels=(Label("something else"), Label("other")))
        assert held(database, [other]) == [other]  # not of its outputs
    finally:
        database.close()


def two_knees(*, logits: bool) -> Region:
    return Region(0.2, 0.6, 0.2, 0.2, (0.3, 0.2), "knee", (-0.5, -1.5) if logits else ())


def test_two_parts_of_a_film_need_both_logits(tmp_path: Path) -> None:
    """Answers kept before the logits of both knees were are scored again; all others serve."""
    card = fakes.card()
    first, *others = card.labels
    kept = HeldPoints(PointsKind.SITE, "Ada", datetime.now(UTC), "ours", card.labels)
    now = replace(card, held=kept, labels=(replace(first, calibration=Platt(2.0, 1.0)), *others))
    one = replace(fakes.prediction(0.75), regions=(Region(0.2, 0.1, 0.2, 0.2, (0.75, 0.375), "knee"),))
    old = replace(one, regions=(*one.regions, two_knees(logits=False)))
    new = replace(one, regions=(*one.regions, two_knees(logits=True)))
    assert [serves(answer, now) for answer in (one, old, new)] == [True, False, True]
    assert all(serves(answer, card) for answer in (one, old, new))
    database = Database.open(tmp_path)
    try:
        rows = PredictionStore(database, card).rows([(("old", 0), old), (("new", 0), new)])
        database.write(lambda db: insert(db, rows))
        assert set(StoredAnswers(database, [card]).find(["old", "new"])) == {("old", 0), ("new", 0)}
        found = StoredAnswers(database, [now]).find(["old", "new"])
        assert set(found) == {("new", 0)}
        assert found["new", 0]["fake"].regions == new.regions
    finally:
        database.close()
    fakes.write_study(tmp_path / "films", "a", 1)
    image = fakes.answered(fakes.instance(tmp_path / "films" / "a" / "image1.png"), "new", new)
    told = by_calibration(image, now)
    assert told is not None
    assert told.regions[0].probabilities == tuple(told.probabilities.values())
    expected = 1 / (1 + np.exp(-(2.0 * -0.5 + 1.0)))
    assert told.regions[1].probabilities[0] == pytest.approx(expected)
    assert told.regions[1].probabilities[1] == pytest.approx(1 / (1 + np.exp(1.5)))
    assert by_calibration(replace(image, regions=old.regions), now) is None


def test_the_command_line_says_which_version_holds(run, installed: Path, film_folder: Path) -> None:
    code, out, _ = run("models", "points", "tiny")
    assert code == 0
    assert out.startswith("operating points that hold: card (operating point not checked at this site)\n")
    with Desk(installed, device="cpu") as desk:
        keep(desk.database, desk.cards[0], low=0.15, high=0.9)
        keep(desk.database, desk.cards[0], low=0.1, high=0.9, platt=Platt(2.0, 0.0))
    found = json.loads(run("models", "points", "tiny", "--json")[1])
    assert found["holds"].startswith("site 2")
    assert [version["kind"] for version in found["versions"]] == ["changed", "site"]
    assert found["labels"][0]["calibration"] == {"slope": 2.0, "offset": 0.0}
    assert found["card"][0]["calibration"] == {"slope": 1.5, "offset": -0.25}
    assert json.loads(run("models", "show", "tiny", "--json")[1])["points_that_hold"] == found["holds"]
    shown = run("models", "show", "tiny")[1]
    assert "2. site, " in shown
    assert "rule-out at 0.150" in shown
    listed = json.loads(run("triage", film_folder, "--json", "-", "--device", "cpu")[1])
    assert listed["model"]["operating_points"].startswith("site 2")
    with pytest.raises(SystemExit):
        run("models", "points")
