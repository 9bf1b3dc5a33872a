"""The desk with two real (tiny) models, whose gates were fitted on two kinds of made-up films."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import films
from tests.triage import fakes, two_models
from xraydesk.errors import UnknownModel
from xraydesk.settings import change_settings
from xraydesk.triage import export, model_report, table
from xraydesk.triage.assessment import Band
from xraydesk.triage.desk import Desk
from xraydesk.triage.routing import UNLIKE_ALL

OLD = {"BodyPartExamined": "KNEE", "PatientAge": "061Y"}


@pytest.fixture
def installed_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return two_models.install(tmp_path / "data", monkeypatch)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Return a folder with films of both kinds, with and without a header, and of neither."""
    folder = tmp_path / "mixed"
    films.write_dicom(folder / "child.dcm", films.picture(seed=1), PatientID="CHILD")
    films.write_dicom(folder / "knee.dcm", two_models.leg(seed=2), PatientID="KNEE", **OLD)
    films.write_dicom(folder / "adult.dcm", films.picture(seed=3), PatientID="ADULT", PatientAge="054Y")
    films.write_dicom(folder / "hand.dcm", films.picture(seed=4), PatientID="HAND", BodyPartExamined="HAND")
    films.write_dicom(folder / "leg.dcm", two_models.leg(seed=5), PatientID="LEG")
    two_models.write_png(folder / "chest.png", films.picture(seed=6))
    two_models.write_png(folder / "leg.png", two_models.leg(seed=7))
    two_models.write_png(folder / "noise.png", two_models.noise(seed=8))
    return folder


@pytest.fixture
def desk(installed_two: Path, mixed: Path) -> Iterator[Desk]:
    with Desk(installed_two, reader="anna", device="cpu") as desk:
        opened(desk, mixed)
        yield desk


def opened(desk: Desk, folder: Path) -> fakes.Ears:
    ears = fakes.Ears()
    desk.start(folder, ears)
    assert desk.wait(60)
    assert ears.errors == []
    return ears


def by_name(desk: Desk) -> dict[str, str]:
    return {row.patient_id or row.study_id: row.study_id for row in desk.rows()}


def test_each_film_goes_to_the_model_that_may_judge_it(desk: Desk) -> None:
    rows = {row.patient_id or row.study_id: row for row in desk.rows()}
    assert {name: row.model_id for name, row in rows.items()} == {
        "CHILD": "chest-pneumonia",
        "chest.png": "chest-pneumonia",
        "KNEE": "knee-osteoarthritis",
        "leg.png": "knee-osteoarthritis",
        "LEG": "chest-pneumonia",  # its header says chest, so only that model was asked, and its gate refused
        "ADULT": "",
        "HAND": "",
        "noise.png": "",
    }
    unassessed = {name: row.reason for name, row in rows.items() if row.band is Band.NOT_ASSESSED}
    assert unassessed.pop("LEG").startswith("unlike the films the model was trained on")
    assert unassessed == {
        "ADULT": "adult (54 y): Chest pneumonia is for children of 1-5 years, frontal chest",
        "HAND": "no model here is for the hand",
        "noise.png": UNLIKE_ALL,
    }


def test_band_labels_and_maps_are_those_of_the_model_that_judged(desk: Desk) -> None:
    names = by_name(desk)
    knee, chest = desk.assessment(names["KNEE"]), desk.assessment(names["CHILD"])
    assert (knee.band, chest.band) == (Band.LIKELY, Band.UNCERTAIN)
    assert set(knee.probabilities) == set(two_models.GRADES)
    assert knee.grade == round(sum(knee.probabilities.values()))
    assert knee.grade_words == f"Kellgren-Lawrence grade {knee.grade}"
    assert (chest.grade, chest.grade_words) == (None, "")
    for method in ("cam", "gradcam"):
        assert desk.activation_map(names["KNEE"], 0, "KL >= 3", method) is not None
        assert desk.activation_map(names["KNEE"], 0, "pneumonia", method) is None
    card = desk.card_of(names["KNEE"])
    assert card is not None
    assert card.id == "knee-osteoarthritis"
    assert desk.card_of(names["HAND"]) is None


def test_a_verdict_names_the_model_of_its_study(desk: Desk) -> None:
    names = by_name(desk)
    said = {n: desk.record_verdict(names[n], "abnormal", 4, "", 1.0, True) for n in ("KNEE", "CHILD", "HAND")}
    hashes = {card.id: card.weights_sha256 for card in desk.cards}
    assert {name: (verdict.model_id, verdict.model_sha256) for name, verdict in said.items()} == {
        "KNEE": ("knee-osteoarthritis", hashes["knee-osteoarthritis"]),
        "CHILD": ("chest-pneumonia", hashes["chest-pneumonia"]),
        "HAND": ("", ""),
    }
    assert desk.verify_logs() == []


def test_opening_again_loads_no_model(desk: Desk, installed_two: Path, mixed: Path) -> None:
    before = [(row.study_id, row.band, row.score, row.reason, row.model_id, row.grade) for row in desk.rows()]
    with Desk(installed_two, scorer_factory=lambda *_: pytest.fail) as again:
        summary = opened(again, mixed).summary
        assert summary is not None
        assert (summary.scored, summary.pending) == (0, 0)
        assert [(r.study_id, r.band, r.score, r.reason, r.model_id, r.grade) for r in again.rows()] == before


def test_one_model_can_be_forced(installed_two: Path, mixed: Path) -> None:
    with Desk(installed_two, model_id="knee-osteoarthritis", device="cpu") as desk:
        opened(desk, mixed)
        assert not desk.automatic
        judged = {row.patient_id or row.study_id for row in desk.rows() if row.score is not None}
        assert judged == {"KNEE", "leg.png"}
        assert desk.row(by_name(desk)["HAND"]).reason == "body part hand: the model is for adult knees"
        assert desk.card_of(by_name(desk)["HAND"]) == desk.cards[0]
    with pytest.raises(UnknownModel, match="Installed: chest-pneumonia, knee-osteoarthritis"):
        Desk(installed_two, model_id="other")


def test_the_site_may_choose_a_model_and_the_reader_automatic(installed_two: Path) -> None:
    change_settings(installed_two, default_model="chest-pneumonia")
    with Desk(installed_two) as desk:
        assert [card.id for card in desk.cards] == ["chest-pneumonia"]
    assert [e.id for e in model_report.listing(installed_two) if e.default] == ["chest-pneumonia"]
    with Desk(installed_two, model_id="automatic") as desk:
        assert [card.id for card in desk.cards] == ["chest-pneumonia", "knee-osteoarthritis"]
        assert desk.automatic


def test_of_each_model_the_newest_version_takes_part(installed_two: Path) -> None:
    import json
    import shutil

    newer = shutil.copytree(installed_two / "models" / "chest-pneumonia", installed_two / "models" / "newer")
    card = json.loads((newer / "card.json").read_text())
    (newer / "card.json").write_text(json.dumps({**card, "version": "1.10"}))
    (installed_two / "models" / "broken").mkdir()
    with Desk(installed_two) as desk:
        used = {card.id: card.version for card in desk.cards}
        assert used == {"chest-pneumonia": "1.10", "knee-osteoarthritis": "1.0"}
        assert len(desk.models()) == 3
    entries = model_report.listing(installed_two)
    assert sorted((e.id, e.version, e.default) for e in entries if not e.problem) == [
        ("chest-pneumonia", "1.0", False),
        ("chest-pneumonia", "1.10", True),
        ("knee-osteoarthritis", "1.0", True),
    ]
    assert [e.id for e in entries if e.problem] == ["broken"]
    with Desk(installed_two, model_id="chest-pneumonia@1.0") as desk:
        assert [card.version for card in desk.cards] == ["1.0"]


def test_tables_name_the_model_of_each_row(desk: Desk, tmp_path: Path) -> None:
    import csv

    rows = desk.rows()
    assessments = [desk.assessment(row.study_id) for row in rows]
    export.write_csv(desk.cards, rows, assessments, tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {line["patient_id"] or line["study_id"]: line for line in csv.DictReader(file)}
    assert (found["KNEE"]["model"], found["KNEE"]["probability pneumonia"]) == ("knee-osteoarthritis", "")
    assert found["KNEE"]["grade"] == str(desk.assessment(by_name(desk)["KNEE"]).grade)
    assert float(found["KNEE"]["probability KL >= 2"]) == float(found["KNEE"]["score"])
    assert (found["CHILD"]["model"], found["CHILD"]["grade"], found["HAND"]["model"]) == ("chest-pneumonia", "", "")
    made = export.to_json(desk.cards, assessments, (), fakes.RunSummary())
    assert made["model"] is None
    assert [model["id"] for model in made["models"]] == ["chest-pneumonia", "knee-osteoarthritis"]
    studies = {study["study_id"]: study for study in made["studies"]}
    assert studies["leg.png"]["model"]["id"] == studies["leg.png"]["images"][0]["model"] == "knee-osteoarthritis"
    assert studies["noise.png"]["model"] is None
    lines = table.table(rows, 200)
    assert "  model  " in lines[0]
    assert any("knee-osteoarthritis" in line and "KNEE" in line for line in lines)
    assert len({line.index("chest-pneumonia") for line in lines if "chest-pneumonia" in line}) == 1
    assert table.caution(desk.cards).endswith(
        "chest-pneumonia 1.0 is for children of 1-5 years, frontal chest. knee-osteoarthritis 1.0 is for adult knees. "
        "Operating point not checked at this site."
    )
