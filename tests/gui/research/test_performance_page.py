"""The page of performance with real widgets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sklearn.metrics import recall_score

from tests.gui.research.conftest import DrawOn
from tests.gui.test_access import nameless
from tests.research.scenes import scene
from xraydesk.gui.research.performance_page import PerformancePage
from xraydesk.gui.shared.charts import Chart
from xraydesk.research.groups import By
from xraydesk.research.scene import Scene
from xraydesk.research.truth import Rule, TruthRule

RNG = np.random.default_rng(2)
COUNT = 150
TRUTH = RNG.random(COUNT) < 0.4
SCORES = np.clip(0.5 + (TRUTH - 0.5) * 0.5 + RNG.normal(0, 0.25, COUNT), 0, 1)
ShowPage = Callable[[Scene], PerformancePage]


def made_up(**more: object) -> Scene:
    readers = {name: "".join(np.where(TRUTH ^ (RNG.random(COUNT) < 0.15), "a", "n")) for name in ("Ada", "Bo")}
    views = ["AP"] * (COUNT - 12) + ["PA"] * 12
    return scene(readers, TRUTH.astype(float).tolist(), SCORES.tolist(), views=views, **more)


@pytest.fixture
def show(draw_on: DrawOn) -> ShowPage:
    return partial(draw_on, PerformancePage())


def drawn(chart: Chart) -> list[str]:
    """Return what the legend names."""
    return [label.text for _, label in chart.legend.items]


def cells(page: PerformancePage, row: int) -> dict[str, str]:
    model = page.table.model()
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return dict(zip(names, (cell.text for cell in page.table.rows()[row].cells), strict=True))


def test_the_table_says_what_scikit_learn_says_and_the_baseline_stands_below(show: ShowPage) -> None:
    given = made_up()
    page = show(given)
    assert given.answers is not None
    model = cells(page, 0)
    assert model["At"] == f"yes or no ({given.answers.threshold():.2f})"
    assert model["Sensitivity"].startswith(f"{recall_score(TRUTH, given.answers.threshold() <= SCORES):.2f} (")
    last = page.table.rows()[-1]
    assert last.baseline
    assert cells(page, -1)["Who"] == "Call everything abnormal"
    assert cells(page, -1)["Sensitivity"] == "1.00"
    assert [row.cells[0].text for row in page.table.rows()][3:5] == ["Ada", "Bo"]


def test_beta_and_the_sites_prevalence_are_set(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    before = cells(page, 0)["F3"]
    page.boxes.beta.setValue(0.5)
    page.boxes.prevalence.setValue(5)
    qtbot.waitUntil(lambda: not page.busy)
    now = cells(page, 0)
    assert now["F0.5"] != before
    assert float(now["PPV at 5.0 %"][:4]) < float(now["PPV"][:4])
    assert cells(page, -1)["PPV at 5.0 %"] == "5.0 %"


def test_curves_carry_the_readers_as_points(show: ShowPage) -> None:
    page = show(made_up())
    assert {"Ada", "Bo"} <= set(drawn(page.charts.roc))
    assert len(drawn(page.charts.roc)) == 6  # the curve, three operating points, two readers
    assert {"Ada", "Bo"} <= set(drawn(page.charts.precision_recall))
    assert "as it came" in drawn(page.charts.reliability)
    assert "Area under the model's curve 0." in page.charts.roc.accessibleDescription()


def test_groups_are_chosen_and_small_ones_are_named(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    block = page.groups
    block.by.setFocus()
    qtbot.keyClick(block.by, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not page.busy)
    assert By(block.by.currentData()) is By.VIEW
    assert [row.key for row in block.table.rows()] == ["AP", "PA"]
    assert block.table.rows()[1].cells[1].text == "12, few"
    assert block.words.text().startswith("Few studies: PA.")
    assert drawn(block.forest) == ["sensitivity", "specificity", "AUROC"]


def test_two_are_compared_and_the_answer_is_a_sentence(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    block = page.compare
    assert f"yes or no of both: {COUNT}" in block.words.text()
    assert "McNemar" in block.words.text()
    assert [row.cells[0].text for row in block.table.rows()] == ["Sensitivity", "Specificity", "AUROC"]
    block.second.setCurrentIndex(0)
    block.ask()
    qtbot.waitUntil(lambda: not page.busy)
    assert block.words.text() == "A comparison wants two different readers or models."
    assert not block.table.isVisible()


def test_the_chosen_row_says_what_was_left_out(show: ShowPage) -> None:
    given = scene({"Ada": "an?-" * 10}, [1.0, 0.0, 1.0, np.nan] * 10)
    page = show(given)
    page.table.selectRow(0)
    text = page.row_words.text()
    assert "Ada: Left out: 10 without a known truth, 10 “unsure”." in text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (scene({}), "Of no study is it known what is true."),
        (scene({"Ada": "na"}, [np.nan, np.nan]), "Of no study is it known what is true."),
        (scene({"Ada": "na"}, [0, 0], [0.1, 0.9]), "None of these studies is abnormal"),
        (scene({"Ada": "??"}, [0, 1]), "Studies of which it is known what is true: 2"),
        (scene({}, [0, 1]), "Studies of which it is known what is true: 2"),
    ],
)
def test_what_cannot_be_said_is_a_sentence_and_no_nan(show: ShowPage, given: Scene, sentence: str) -> None:
    page = show(given)
    assert sentence in page.basis.text()
    said = [label.text() for label in page.findChildren(QLabel)]
    tables = (page.table, page.groups.table, page.compare.table)
    shown = [cell.text for table in tables if table.isVisible() for row in table.rows() for cell in row.cells]
    assert "nan" not in " ".join([*said, *shown]).lower()


def test_figures_of_those_who_make_the_truth_carry_a_warning(show: ShowPage) -> None:
    page = show(made_up(rule=TruthRule(Rule.MAJORITY)))
    assert "their figures are too good" in page.basis.text()


def test_all_controls_have_names_and_are_reached(show: ShowPage) -> None:
    page = show(made_up())
    QApplication.processEvents()
    assert not nameless(page)
