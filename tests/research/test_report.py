"""The report and the summary: one page, the numbers of the pages, no names unless wanted."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.research.made_up import Room, make_room, opened
from tests.training.html import assert_stands_alone
from xraydesk.errors import XraydeskError
from xraydesk.research.agreement import Scale
from xraydesk.research.asked import question_of, rule_of
from xraydesk.research.deidentify import Veil
from xraydesk.research.export_source import source_of, veiled
from xraydesk.research.figures import with_bounds
from xraydesk.research.performance import Choice
from xraydesk.research.report import report
from xraydesk.research.scene import Scene, first_question, look
from xraydesk.research.standard import standard_words
from xraydesk.research.summary import summary_of
from xraydesk.research.summary_json import to_json
from xraydesk.research.summary_text import columns
from xraydesk.research.truth import Rule, TruthRule


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("room")
    make_room(data_dir, data_dir / "films", Room(studies=200, weeks=20))
    return data_dir


@pytest.fixture(scope="module")
def scene(folder: Path) -> Scene:
    with opened(folder) as archive:
        snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def test_the_page_stands_alone_and_has_every_part(scene: Scene) -> None:
    page = report(scene, Veil(None))
    assert_stands_alone(page)
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings == [
        "What this rests on", "What the log holds", "Agreement", "Before and after the model&#x27;s answer",
        "Against what is true", "Curves", "Groups", "Thresholds", "Week by week", "What these figures do not say",
    ]  # fmt: skip
    assert page.count("<svg") >= 4 + 7
    assert "everything called abnormal" in page
    assert "Research use. Not a diagnosis." in page


def test_page_and_json_say_what_the_summary_says(scene: Scene) -> None:
    choice = Choice(beta=2, prevalence=0.1)
    summary, page = summary_of(scene, choice), report(scene, Veil(None), choice)
    for line in summary.performance.lines:
        assert line.figures is not None
        assert with_bounds(line.figures.sensitivity) in page
        assert with_bounds(line.ranking.auroc) in page
    for pair in summary.agreement[0].pairs:
        assert with_bounds(pair.kappa) in page
    found = to_json(summary)
    assert (
        found["agreement"][str(Scale.YES_NO)]["pairs"][0]["kappa"]["value"] == summary.agreement[0].pairs[0].kappa.value
    )
    assert "F2" in page
    assert "at a prevalence of 10.0 %" in page


def test_readers_have_their_pseudonyms_and_the_figures_stay(folder: Path, scene: Scene) -> None:
    with opened(folder) as archive:
        source = source_of(
            archive, replace(scene, question=replace(scene.question, rule=TruthRule(source="biopsy.csv")))
        )
    hidden = veiled(source)
    page = report(hidden, source.veil)
    for name in ("Adler", "Brandt", "Conti", "biopsy.csv"):
        assert name not in page
    assert source.veil.name("reader", "Adler") in page
    plain, veil = (to_json(summary_of(one)) for one in (scene, hidden))
    assert plain["overview"]["known"] == veil["overview"]["known"]
    assert plain["performance"]["lines"][3]["sensitivity"] == veil["performance"]["lines"][3]["sensitivity"]
    assert plain["groups"] == veil["groups"]


def test_every_standard_has_words() -> None:
    words = [standard_words(TruthRule(rule)) for rule in Rule]
    assert len(set(words)) == len(words)
    assert standard_words(TruthRule(Rule.ONE, readers=("A",))) == "the verdicts of A"
    assert standard_words(TruthRule(source="x", label="knee", threshold=2)) == (
        'reference labels of x for "knee", abnormal from 2.0 on'
    )
    assert standard_words(TruthRule(Rule.MAJORITY, readers=("A", "B"))).endswith("of A, B")


def test_a_question_as_typed(scene: Scene) -> None:
    snapshot = scene.snapshot
    assert question_of(snapshot) == first_question(snapshot)
    assert rule_of(snapshot, "two").rule is Rule.TWO
    assert rule_of(snapshot, "source:biopsy.csv") == rule_of(snapshot, "biopsy.csv") == TruthRule(source="biopsy.csv")
    with pytest.raises(XraydeskError, match="reader:Adler"):
        rule_of(snapshot, "nobody")


def test_columns_stand_under_each_other() -> None:
    assert list(columns([("", "cases", ""), ("A", "9", "few"), ("Long", "1,200", "")])) == [
        "        cases", "  A         9  few", "  Long  1,200",
    ]  # fmt: skip
