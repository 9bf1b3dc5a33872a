"""xraydesk reviews on a made-up year: figures, tables, import; every empty corner is a sentence."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.research.made_up import Habits, Made, Room, make_room, opened
from xraydesk import cli
from xraydesk.store.reference import ReferenceDraft, ReferenceLog


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    folder = tmp_path_factory.mktemp("year")
    return folder, make_room(folder, folder / "films", Room(studies=150, weeks=12))


def reviews(capsys: pytest.CaptureFixture[str], data_dir: Path, *arguments: str | Path) -> tuple[int, str, str]:
    code = cli.main(["--data-dir", str(data_dir), "reviews", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers(part)]
    if isinstance(value, list):
        return [number for part in value for number in numbers(part)]
    return [value] if isinstance(value, float) else []


def test_stats_as_text(capsys, year) -> None:
    code, out, err = reviews(capsys, year[0], "stats")
    assert (code, err) == (0, "")
    assert out.startswith("studies: 150, patients: ")
    for words in ("Agreement (yes or no)", "Fleiss' kappa", "Before and after", "Against what is true", "Week by week",
                  "chest-pneumonia@1.2 by maker", "everything called abnormal: F3", "Operating points"):  # fmt: skip
        assert words in out
    assert "nan" not in out.lower()
    assert "?" not in out


def test_stats_as_json_are_the_same_figures(capsys, year) -> None:
    code, out, _ = reviews(capsys, year[0], "stats", "--json", "--beta", "2", "--prevalence", "0.05")
    found = json.loads(out)
    assert code == 0
    assert all(math.isfinite(number) for number in numbers(found))
    lines = {(line["name"], line["detail"]): line for line in found["performance"]["lines"]}
    default = lines["chest-pneumonia@1.2", "default"]
    assert default["tp"] + default["fn"] == default["abnormal"]
    assert default["sensitivity"]["value"] == pytest.approx(default["tp"] / default["abnormal"])
    assert default["site_ppv"]["value"] < default["ppv"]["value"]
    assert found["performance"]["beta"] == 2
    assert {"Adler", "Brandt", "Conti"} <= set(found["agreement"]["yes or no"]["raters"])
    assert len(found["drift"]["weeks"]) == len(found["drift"]["measures"]["mean score"]["of"])


def test_another_standard_model_and_folder(capsys, year) -> None:
    for truth, words in (("majority", "more than half"), ("reader:Conti", "the verdicts of Conti"),
                         ("two", "none denies"), ("biopsy.csv", "of biopsy.csv")):  # fmt: skip
        found = json.loads(reviews(capsys, year[0], "stats", "--json", "--truth", truth)[1])
        assert words in found["question"]["truth"]
    found = json.loads(reviews(capsys, year[0], "stats", "--json", "--truth", "reader:Conti")[1])
    assert found["performance"]["part_of_the_truth"] == ["Conti"]
    assert reviews(capsys, year[0], "stats", "--model", "chest-pneumonia", "--folder", year[0] / "films")[0] == 0
    for option, value, words in (
        ("--truth", "reader:Nobody", 'no reader by the name "Nobody"'),
        ("--truth", "gold.csv", "no standard of truth"),
        ("--model", "x@9", "There is no model"),
        ("--finding", "x", "There is no finding"),
        ("--folder", "x", "There is no folder"),
    ):
        code, _, err = reviews(capsys, year[0], "stats", option, value)
        assert code == 1
        assert words in err


def test_no_log_is_a_sentence_and_makes_none(capsys, tmp_path: Path) -> None:
    code, _, err = reviews(capsys, tmp_path / "new", "stats")
    assert code == 1
    assert "There is no log yet" in err
    assert not (tmp_path / "new" / "xraydesk.db").exists()


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (Room(studies=0), "The log holds no study."),
        (Room(studies=20, weeks=2, readers={}), "No reader has given a verdict yet"),
        (Room(studies=20, weeks=2, readers={"Alone": Habits()}), "Only one reader"),
        (Room(studies=20, weeks=2, prevalence=0.0), "None of these studies is abnormal"),
        (Room(studies=20, weeks=2, prevalence=1.0), "None of these studies is normal"),
        (Room(studies=20, weeks=2, reference=False, readers={"A": Habits(skips=1), "B": Habits(skips=1)}), "No reader"),
        (Room(studies=20, weeks=2, readers={"A": Habits(unsure=1), "B": Habits(unsure=1)}), "unsure"),
    ],
)
def test_empty_corners_are_sentences(capsys, tmp_path: Path, room: Room, words: str) -> None:
    make_room(tmp_path, tmp_path / "films", room)
    code, out, _ = reviews(capsys, tmp_path, "stats")
    assert code == (0 if room.studies else 1)
    assert words in out
    assert "nan" not in out.lower()
    found = json.loads(reviews(capsys, tmp_path, "stats", "--json")[1])
    assert all(math.isfinite(number) for number in numbers(found))
    assert reviews(capsys, tmp_path, "export", tmp_path / "out", "--report", "--mrmc", "imrmc")[0] == 0
    page = (tmp_path / "out/report.html").read_text("utf-8")
    assert "nan" not in page.lower()


def test_contradictory_sources_are_a_sentence(capsys, tmp_path: Path) -> None:
    made = make_room(tmp_path, tmp_path / "films", Room(studies=20, weeks=2))
    with opened(tmp_path) as archive:
        drafts = [ReferenceDraft("import", "other.csv", s, "", float(1 - ill))
                  for s, ill in zip(made.study_ids, made.ill, strict=True)]  # fmt: skip
        ReferenceLog(archive.database).record(drafts)
    assert "The sources contradict each other" in reviews(capsys, tmp_path, "stats", "--truth", "reference")[1]


def test_export_says_what_it_wrote(capsys, year, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("export", out, "--format", "parquet", "--mrmc", "imrmc", "--mrmc", "mrmcaov", "--report")
    code, said, err = reviews(capsys, year[0], *arguments)
    assert code == 0
    assert said.startswith(f"Written: 14 files in {out}; rows: studies 150")
    assert "MRMCaov wants a balanced design" in err
    assert (out / "verdicts.parquet").stat().st_size > 1000
    assert reviews(capsys, year[0], *arguments)[0] == 1  # not into a folder that holds something
    code, _, err = reviews(capsys, year[0], "export", tmp_path / "named", "--identified")
    assert code == 1
    assert "needs a reason" in err
    named = ("export", tmp_path / "named", "--tables", "verdicts", "--identified", "--reason", "ward audit")
    code, _, err = reviews(capsys, year[0], *named)
    assert code == 0
    assert "tells who patients and readers are" in err


def test_import_tells_what_it_takes(capsys, tmp_path: Path) -> None:
    made = make_room(tmp_path, tmp_path / "films", Room(studies=20, weeks=2, reference=False))
    table = tmp_path / "truth.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["uid", "outcome"])
        writer.writerows([study, "ill" if ill else "well"] for study, ill in zip(made.study_ids, made.ill, strict=True))
        writer.writerow(["9.9.9", "ill"])
        writer.writerow([made.study_ids[0], "perhaps"])
    take = ("import", table, "--study", "uid", "--label", "outcome", "--source", "follow-up clinic")
    code, out, _ = reviews(capsys, tmp_path, *take, "--dry-run")
    assert code == 0
    assert f"Would be taken from follow-up clinic: 20 studies, {int(made.ill.sum())} of them abnormal." in out
    assert "Lines left out: 1, no study of the log" in out
    assert reviews(capsys, tmp_path, *take)[1].endswith(f"20 studies, {int(made.ill.sum())} of them abnormal.\n")
    found = json.loads(reviews(capsys, tmp_path, "stats", "--json", "--truth", "source:follow-up clinic")[1])
    assert found["performance"]["known"] == 20
    code, _, err = reviews(capsys, tmp_path, "import", table, "--study", "uid", "--label", "x")
    assert code == 1
    assert 'no column "x"' in err
    code, _, err = reviews(capsys, tmp_path, *take, "--words", "perhaps=maybe")
    assert code == 1
    assert "gives no number" in err


def test_the_help_names_the_actions(capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(["reviews", "--help"])
    said = capsys.readouterr().out
    assert all(action in said for action in ("stats", "export", "import"))
    with pytest.raises(SystemExit):
        cli.main(["reviews", "stats", "--beta", "-1"])
