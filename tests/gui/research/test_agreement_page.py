"""The page of agreement with real widgets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.research.conftest import DrawOn
from tests.gui.test_access import nameless
from tests.research.scenes import scene
from xraydesk.gui.research import agreement_page
from xraydesk.gui.research.agreement_page import AgreementPage
from xraydesk.research.agreement import Scale, agreement_of
from xraydesk.research.scene import Scene

RNG = np.random.default_rng(1)
ShowPage = Callable[[Scene], AgreementPage]


def made_up(count: int = 120) -> Scene:
    truth = RNG.random(count) < 0.4
    readers = {
        name: "".join(np.where(RNG.random(count) < 0.1, "?", np.where(truth ^ (RNG.random(count) < 0.15), "a", "n")))
        for name in ("Ada", "Bo", "Cy")
    }
    after = {"Bo": "".join(np.where(truth, "a", "n"))}
    return scene(readers, truth.astype(float).tolist(), np.where(truth, 0.95, 0.05).tolist(), after=after)


@pytest.fixture
def show(draw_on: DrawOn, monkeypatch) -> ShowPage:
    monkeypatch.setattr(agreement_page, "agreement_of", lambda *args, **more: agreement_of(*args, **more, repeats=20))
    return partial(draw_on, AgreementPage())


def words(page: AgreementPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_who_always_says_the_same_is_named_and_no_interval_is_made_up(show: ShowPage) -> None:
    page = show(scene({"Ada": "a" * 40, "Bo": "an" * 20}))
    page._show_pair(agreement_of(scene({"Ada": "a" * 40, "Bo": "an" * 20}), repeats=20).pairs[0])
    said = page.pair_words.text()
    assert "Ada gave one and the same answer throughout: kappa is 0 then, whatever the other says." in said
    assert "0.00 (no interval)" in said
    assert "all cases agree" not in words(page)


def test_one_study_in_common_is_said_as_one(show: ShowPage) -> None:
    pair = agreement_of(scene({"Ada": "a---", "Bo": "nan-"}), repeats=20).pairs[0]
    show(scene({"Ada": "a---", "Bo": "nan-"}))._show_pair(pair)
    assert pair.figures.n == 1


def test_the_square_the_table_and_the_words_say_the_same(show: ShowPage) -> None:
    given = made_up()
    page = show(given)
    found = agreement_of(given, repeats=20)
    assert page.matrix.rowCount() == 4  # three readers and the model
    pair = found.pair("Ada", "Bo")
    assert pair is not None
    assert page.matrix.item(0, 1).text().startswith(f"{pair.kappa.value:.2f}\n")
    assert page.matrix.item(0, 1).text() == page.matrix.item(1, 0).text()
    assert page.matrix.item(1, 1).text() == "–"
    row = next(row for row in page.table.rows() if row.key == ("Ada", "Bo"))
    assert row.cells[2].text.startswith(f"{pair.kappa.value:.2f} (")
    assert f"answered {pair.figures.n} studies in common" in page.pair_words.text()
    assert "Fleiss' kappa of 3 readers" in page.together.text()
    assert "Answers given with the model's in sight" in page.basis.text()


def test_arrow_keys_choose_a_pair_and_the_table_follows_and_leads(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    page.matrix.setFocus()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Right)
    assert "Ada and Cy answered" in page.pair_words.text()
    assert page.table.rows()[page.table.currentIndex().row()].key == ("Ada", "Cy")
    page.table.choose(("Bo", "Cy"))
    assert "Bo and Cy answered" in page.pair_words.text()
    assert page.cross.rows()[0].cells[0].text == "Bo: normal"
    total = page.cross.rows()[-1].cells[-1].text
    assert f"answered {total} studies" in page.pair_words.text()


def test_another_scale_and_fewer_readers_are_worked_out_anew(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    page.scale.setFocus()
    qtbot.keyClick(page.scale, Qt.Key.Key_Down)
    qtbot.keyClick(page.scale, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not page.busy)
    assert Scale(page.scale.currentData()) is Scale.RATING
    assert page.matrix.rowCount() == 3  # the model gives no rating
    assert "quadratic" in page.basis.text()
    page.readers.menu().actions()[2].setChecked(False)
    qtbot.waitUntil(lambda: not page.busy)
    assert page.matrix.rowCount() == 2
    assert page.readers.text() == "2 of 3 readers"


def test_before_and_after_is_told_with_what_it_was_good_for(show: ShowPage) -> None:
    page = show(made_up())
    (row,) = page.thoughts.rows()
    assert row.cells[0].text == "Bo"
    assert "became right by it" in page.thoughts_words.text()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (scene({}), "No reader has given a verdict yet."),
        (scene({"Ada": "na"}), "Only one reader has given verdicts"),
        (scene({"Ada": "??", "Bo": "??"}), "with unsure left out none remains"),
        (scene({"Ada": "nn", "Bo": "nn"}), "one and the same answer throughout"),
        (scene({"Ada": "na--", "Bo": "--na"}), "They answered no study in common"),
    ],
)
def test_a_log_with_nothing_to_compare_gives_a_sentence_and_no_nan(show: ShowPage, given: Scene, sentence: str) -> None:
    page = show(given)
    assert sentence in words(page)
    assert "No verdict was given both before and after" in page.thoughts_words.text()
    cells = [
        cell.text for table in (page.table, page.cross, page.thoughts) for row in table.rows() for cell in row.cells
    ]
    assert "nan" not in " ".join([words(page), *cells]).lower()


def test_only_the_last_wish_is_shown(qtbot: QtBot, show: ShowPage) -> None:
    page = show(made_up())
    for place in (2, 1, 0, 1):
        page.scale.setCurrentIndex(place)
        page.ask()
    qtbot.waitUntil(lambda: not page.busy)
    assert "middle band" in page.basis.text()
    assert page.cross.rows()[-1].baseline
    assert len(page.cross.rows()) == 4  # normal, abnormal, unsure, all


def test_all_controls_have_names(show: ShowPage) -> None:
    assert not nameless(show(made_up()))
