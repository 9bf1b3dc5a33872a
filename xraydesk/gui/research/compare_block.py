"""Two of them on the same studies: whom, a table, and the answer in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.agreement_words import stop
from xraydesk.gui.research.groups_block import offer_subjects
from xraydesk.gui.research.performance_words import full_name, spanned
from xraydesk.gui.shared.figure_words import decimal, p_value, p_words, with_bounds
from xraydesk.gui.shared.figures_table import Cell, Column, FiguresTable, Row
from xraydesk.gui.shared.sheet import LastWish, Sentence, Sheet, choice
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.words import figure
from xraydesk.research.compare import Comparison, compare
from xraydesk.research.subjects import Subject, comparable
from xraydesk.research.why import Why

if TYPE_CHECKING:
    from xraydesk.research.scene import Scene

CHANCE = 0.05


class CompareBlock(QObject):
    """A part of the performance page."""

    def __init__(self, sheet: Sheet, tasks: TaskRunner) -> None:
        super().__init__(sheet)
        self._scene: Scene | None = None
        self._subjects: list[Subject] = []
        sheet.heading(translate("CompareBlock", "Two on the same studies"))
        first_label, self.first = choice(translate("CompareBlock", "Compare"), sheet.body)
        second_label, self.second = choice(translate("CompareBlock", "with"), sheet.body)
        self.state = Sentence(parent=sheet.body)
        sheet.row(first_label, self.first, second_label, self.second, self.state)
        self.words = sheet.sentence()
        self.table = FiguresTable(translate("CompareBlock", "Two on the same studies"), sheet.body)
        self.table.hide()
        sheet.column.addWidget(self.table)
        self.wish = LastWish(tasks, self.state, self)
        for box in (self.first, self.second):
            box.activated.connect(self.ask)

    def show_scene(self, scene: Scene) -> None:
        """Compare in another scene."""
        new = self._scene is None
        self._scene, self._subjects = scene, comparable(scene)
        for box in (self.first, self.second):
            offer_subjects(box, self._subjects)
        if new:
            self.second.setCurrentIndex(min(1, len(self._subjects) - 1))
        self.ask()

    def ask(self) -> None:
        """Work the comparison out."""
        places = (self.first.currentIndex(), self.second.currentIndex())
        if self._scene is None or len(self._subjects) < 2 or min(places) < 0:
            self.wish.drop()
            self.table.hide()
            self.words.say(
                translate("CompareBlock", "There is nobody to compare with: one model or reader alone is here.")
            )
            return
        pair = [self._subjects[place] for place in places]
        self.wish.ask(partial(compare, self._scene, *pair), self._show)

    def _show(self, found: Comparison) -> None:
        self.words.say(*_sentences(found))
        self.table.setVisible(found.first is not None)
        if found.first is not None:
            self.table.show_rows(_columns(found), _rows(found))


def _sentences(found: Comparison) -> Iterator[str]:
    if found.first is None or found.second is None or found.right is None:
        yield stop(said(found.why))
        return
    text = translate(
        "CompareBlock", "Studies with a known truth and a yes or no of both: {count}, {abnormal} of them abnormal."
    )
    yield text.format(count=figure(found.n), abnormal=figure(found.abnormal))
    names = {"first": full_name(found.first.subject), "second": full_name(found.second.subject)}
    text = translate(
        "CompareBlock", "On {first_only} {first} alone was right, on {second_only} {second} alone ({p}, McNemar)."
    )
    yield text.format(
        **names,
        first_only=figure(found.right.only_first_right),
        second_only=figure(found.right.only_second_right),
        p=p_words(found.right.p_value),
    )
    if found.by_patient:
        yield translate("CompareBlock", "Some patients have several studies; differences and p keep these together.")
    if found.areas is None:
        yield stop(said(found.why)) if found.why is not Why.NOTHING else ""
        return
    p = found.areas.p_value
    if not isfinite(p):
        yield translate("CompareBlock", "Too few studies to tell the areas apart.")
    elif p < CHANCE:
        higher = names["first"] if found.areas.difference.value > 0 else names["second"]
        text = translate("CompareBlock", "The area under the curve is larger for {name} ({p}, paired DeLong).")
        yield text.format(name=higher, p=p_words(p))
    else:
        text = translate("CompareBlock", "The areas differ no more than by chance ({p}, paired DeLong).")
        yield text.format(p=p_words(p))


def _columns(found: Comparison) -> list[Column]:
    names = [full_name(side.subject) if side else "" for side in (found.first, found.second)]
    return [
        Column(translate("CompareBlock", "Figure"), words=True),
        *(Column(name) for name in names),
        Column(translate("CompareBlock", "Difference")),
        Column(translate("CompareBlock", "p")),
        Column(translate("CompareBlock", "Test"), words=True),
    ]


def _rows(found: Comparison) -> list[Row]:
    first, second = found.first, found.second
    if first is None or second is None:
        return []
    mcnemar = translate("CompareBlock", "McNemar")
    rows = []
    sensitivity, specificity = (first.sensitivity, second.sensitivity), (first.specificity, second.specificity)
    for name, spans, gap, test in (
        (translate("CompareBlock", "Sensitivity"), sensitivity, found.sensitivity, found.on_abnormal),
        (translate("CompareBlock", "Specificity"), specificity, found.specificity, found.on_normal),
    ):
        p = None if test is None or gap is None or not isfinite(gap.value) else test.p_value
        rows.append(Row((Cell(name), *map(spanned, spans), spanned(gap), Cell(p_value(p)), Cell(mcnemar))))
    if found.areas is not None:
        areas = found.areas
        between = Cell(with_bounds(areas.difference), areas.difference.value)
        shown = [Cell(decimal(area), area) for area in (areas.first, areas.second)]
        test_name = translate("CompareBlock", "paired DeLong, n = {count}").format(count=figure(found.scored))
        auroc = translate("CompareBlock", "AUROC")
        rows.append(Row((Cell(auroc), *shown, between, Cell(p_value(areas.p_value)), Cell(test_name))))
    return rows
