"""Tables of figures and charts: sorted, copied, saved, told apart without colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import nan
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xraydesk.errors import XraydeskError
from xraydesk.evaluation.discrimination import Interval
from xraydesk.gui import language
from xraydesk.gui.message_patterns import PATTERNS
from xraydesk.gui.shared import charts, figure_words, legend_place
from xraydesk.gui.shared.chart_menu import chart_menu, copy, write
from xraydesk.gui.shared.charts import Chart
from xraydesk.gui.shared.figures_table import Cell, Column, FiguresTable, Row
from xraydesk.research import figures
from xraydesk.research.reference_import import Left
from xraydesk.research.why import Why

COLUMNS = [Column("Who", words=True), Column("Kappa", "Cohen's")]
ROWS = [
    Row((Cell("Bo"), Cell("0.50", 0.5)), "bo"),
    Row((Cell("All"), Cell("0.10", 0.1)), "all", baseline=True),
    Row((Cell("Cy"), Cell("–", nan)), "cy", dim=True),
    Row((Cell("Ada"), Cell("0.90", 0.9)), "ada"),
]


@pytest.fixture
def table(qtbot: QtBot) -> FiguresTable:
    made = FiguresTable("Figures")
    qtbot.addWidget(made)
    made.show_rows(COLUMNS, ROWS)
    made.show()
    return made


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[Chart]:
    window = QWidget()
    made = Chart("ROC curve", "1 − specificity", "Sensitivity", window)
    made.resize(400, 320)
    window.show()
    yield made
    window.close()
    window.deleteLater()


def keys(table: FiguresTable) -> list[object]:
    return [row.key for row in table.rows()]


def test_rows_stand_as_given_until_a_column_is_chosen_and_the_baseline_stays_below(table: FiguresTable) -> None:
    assert keys(table) == ["bo", "cy", "ada", "all"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert keys(table) == ["ada", "bo", "cy", "all"]  # what has no figure stands last either way
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert keys(table) == ["bo", "ada", "cy", "all"]
    table.show_rows(COLUMNS, ROWS[:1])
    table.show_rows(COLUMNS, ROWS)
    assert keys(table) == ["bo", "ada", "cy", "all"]  # the order chosen stays
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert keys(table) == ["ada", "bo", "cy", "all"]


def test_a_row_is_chosen_by_key_and_said(qtbot: QtBot, table: FiguresTable) -> None:
    with qtbot.waitSignal(table.row_chosen) as heard:
        table.choose("ada")
    assert heard.args == ["ada"]
    with qtbot.waitSignal(table.row_chosen) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Up)
    assert heard.args == ["cy"]


def test_the_table_is_copied_as_a_spreadsheet_takes_it(qtbot: QtBot, table: FiguresTable) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Who\tKappa\nBo\t0.50\nCy\t–\nAda\t0.90\nAll\t0.10\n"
    table.selectAll()
    table.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 5


def test_series_differ_without_colour() -> None:
    looks = {(charts.SYMBOLS[n % len(charts.SYMBOLS)], charts.series_colour(n).name()) for n in range(8)}
    assert len(looks) == len(charts.SYMBOLS) == 8
    assert len({tuple(charts.series_pen(n).dashPattern()) for n in range(6)}) == 6


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_chart_is_saved_whole(chart: Chart, tmp_path: Path, kind: str) -> None:
    chart.line([0, 0.2, 1], [0, 0.8, 1], "the model")
    chart.points([0.3], [0.9], "Ada", series=1, left=[0.2], right=[0.4], low=[0.8], high=[0.95])
    chart.diagonal()
    file = tmp_path / f"roc.{kind}"
    write(chart, file, kind)
    if kind == "svg":
        text = file.read_text("utf-8")
        assert "<title>ROC curve</title>" in text
        assert "the model" in text  # words stay words
    else:
        assert QImage(str(file)).width() == 3 * chart.width()


def test_what_cannot_be_written_is_said(chart: Chart, tmp_path: Path) -> None:
    with pytest.raises(XraydeskError, match="could not be written"):
        write(chart, tmp_path / "no such folder" / "roc.svg", "svg")


def test_the_menu_copies_and_a_sentence_stands_where_nothing_is_drawn(qtbot: QtBot, chart: Chart) -> None:
    chart.say("No truth is known.")
    assert chart.accessibleDescription() == "No truth is known."
    with qtbot.waitSignal(chart.said):
        copy(chart)
    assert not QGuiApplication.clipboard().image().isNull()
    menu = chart_menu(chart)
    assert len(menu.actions()) == 3
    menu.deleteLater()


def test_figures_in_words() -> None:
    span = Interval(0.853, 0.8, 0.904)
    assert figure_words.with_bounds(span) == figures.with_bounds(span) == "0.85 (0.80 to 0.90)"
    assert figure_words.with_bounds(Interval(nan, nan, nan)) == figures.with_bounds(None) == "–"
    assert figure_words.with_bounds(Interval(0.5, nan, nan)) == figures.with_bounds(Interval(0.5, nan, nan)) == "0.50"
    alike = Interval(1.0, 1.0 - 1e-15, 1.0)
    assert figure_words.with_bounds(alike) == figures.with_bounds(alike) == "1.00 (all cases agree)"
    assert figures.bounds(alike) == "all cases agree"
    nothing = Interval(0.0, 0.0, 0.0)
    assert figure_words.with_bounds(nothing) == figures.with_bounds(nothing) == "0.00 (no interval)"
    assert figure_words.decimal(-0.001) == figures.decimal(-0.001) == "0.00"
    assert figure_words.percent(0.5) == figures.percent(0.5) == "50.0 %"
    assert figure_words.p_words(0.0001) == "p < 0.001"
    assert figure_words.p_words(0.02) == "p = 0.020"
    assert figures.p_value(nan) == figure_words.p_value(None) == "–"
    words = [figure_words.kappa_word(value) for value in (-0.1, 0.1, 0.404, 0.41, 0.7, 1.0)]
    assert words == ["none", "slight", "fair", "moderate", "substantial", "almost perfect"]


def test_why_there_is_no_figure_is_said_in_the_windows_language() -> None:
    reasons = [reason for reason in (*Why, *Left) if reason]
    assert not [reason for reason in reasons if reason not in PATTERNS]


def test_numbers_have_the_marks_of_the_language(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chart.item.getAxis("left").tickStrings([0.5], 1.0, 0.5) == ["0.5"]
    monkeypatch.setattr(language, "translate", lambda _, text: "de_DE" if text == "en_US" else text)
    assert chart.item.getAxis("left").tickStrings([0.5], 1.0, 0.5) == ["0,5"]
    assert figure_words.decimal(1204.56, 1) == "1204,6"
    assert figure_words.percent(0.123) == "12,3 %"


def test_no_page_writes_numbers_by_itself() -> None:
    """They go through `words.figure`, which knows the language's marks."""
    by_itself = re.compile(r"\{[^{}\"']+:,?(\.\d)?[fdg]?\}")
    house = Path(charts.__file__).parents[1]
    sources = sorted(path for room in ("research", "shared") for path in (house / room).glob("*.py"))
    assert len(sources) > 50
    found = [f"{path.name}: {text[0]}" for path in sources for text in by_itself.finditer(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(("x", "y"), [([0, 0.1, 1], [0, 1, 1]), ([0, 0.9, 1], [0, 0, 1]), ([0, 1, 1], [1, 1, 0])])
def test_the_legend_stands_where_it_covers_no_line(qtbot: QtBot, chart: Chart, x: list[float], y: list[float]) -> None:
    chart.line(x, y, "a model")
    chart.square()
    chart.grab()
    chart.settle_legend()
    chart.grab()
    box = chart.legend.sceneBoundingRect()
    along = legend_place.dense(np.array(x), np.array(y)).T
    assert [at for at in along if box.contains(chart.item.vb.mapViewToScene(QPointF(*at)))] == []
    assert chart.item.vb.sceneBoundingRect().contains(box)


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_the_legend_leaves_the_words_of_a_rule_free(qtbot: QtBot, chart: Chart, at: float) -> None:
    chart.line([0, 1], [0.5, 0.5], "a model with a rather long name, at its default point")
    rule = chart.rule(at, "prevalence")
    chart.square()
    chart.grab()
    chart.settle_legend()
    chart.grab()
    assert not chart.legend.sceneBoundingRect().intersects(rule.label.sceneBoundingRect())
