"""Figures by body part, view, age, sex or maker: whose, by what, a table and a chart of intervals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtWidgets import QComboBox

from xraydesk.evaluation.predictive import SMALL
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.performance_charts import GroupForest
from xraydesk.gui.research.performance_words import counts, full_name, spanned
from xraydesk.gui.shared.figures_table import Cell, Column, FiguresTable, Row
from xraydesk.gui.shared.sheet import LastWish, Sentence, Sheet, choice, offer
from xraydesk.gui.tasks import TaskRunner
from xraydesk.research.groups import By, Group, Groups, groups_of
from xraydesk.research.performance import Choice
from xraydesk.research.subjects import Subject

if TYPE_CHECKING:
    from xraydesk.research.scene import Scene

_BY = cast(
    dict[By, str],
    {
        By.BODY_PART: QT_TRANSLATE_NOOP("GroupsBlock", "Body part"),
        By.VIEW: QT_TRANSLATE_NOOP("GroupsBlock", "View"),
        By.AGE: QT_TRANSLATE_NOOP("GroupsBlock", "Age"),
        By.SEX: QT_TRANSLATE_NOOP("GroupsBlock", "Sex"),
        By.MAKER: QT_TRANSLATE_NOOP("GroupsBlock", "Device maker"),
    },
)


class GroupsBlock(QObject):
    """A part of the performance page."""

    def __init__(self, sheet: Sheet, tasks: TaskRunner) -> None:
        super().__init__(sheet)
        self._scene: Scene | None = None
        self._choice = Choice()
        self._subjects: list[Subject] = []
        sheet.heading(translate("GroupsBlock", "By group"))
        who_label, self.who = choice(translate("GroupsBlock", "Of"), sheet.body)
        by_label, self.by = choice(translate("GroupsBlock", "By"), sheet.body)
        self.state = Sentence(parent=sheet.body)
        sheet.row(who_label, self.who, by_label, self.by, self.state)
        self.words = sheet.sentence(role="dim")
        self.table = FiguresTable(translate("GroupsBlock", "Figures by group"), sheet.body)
        self.forest = GroupForest(sheet.body)
        for widget in (self.table, self.forest):
            sheet.column.addWidget(widget)
            widget.hide()
        self.wish = LastWish(tasks, self.state, self)
        offer(self.by, [(translate("GroupsBlock", mark), by) for by, mark in _BY.items()])
        for box in (self.who, self.by):
            box.activated.connect(self.ask)

    def show_scene(self, scene: Scene, subjects: list[Subject], settings: Choice) -> None:
        """Divide another scene, or by another choice."""
        self._scene, self._subjects, self._choice = scene, subjects, settings
        offer_subjects(self.who, subjects)
        self.ask()

    def ask(self) -> None:
        """Work the groups out."""
        place = self.who.currentIndex()
        if self._scene is None or not 0 <= place < len(self._subjects):
            self.wish.drop()
            self._show(None)
            return
        by = By(self.by.currentData())  # Qt hands back its value
        self.wish.ask(partial(groups_of, self._scene, self._subjects[place], by, self._choice), self._show)

    def _show(self, found: Groups | None) -> None:
        there = found is not None and bool(found.groups)
        self.table.setVisible(there)
        self.forest.setVisible(there)
        if found is None or not there:
            self.words.say(translate("GroupsBlock", "No study with a known truth has an answer."))
            return
        names = [group_name(found.by, group.value) for group in found.groups]
        self.table.show_rows(_columns(found.by), [_row(g, n) for g, n in zip(found.groups, names, strict=True)])
        self.forest.show_groups(found, names)
        few = [name for name, group in zip(names, found.groups, strict=True) if group.small]
        text = translate(
            "GroupsBlock",
            "Few studies: {groups}. With fewer than {count} abnormal or normal ones the figures are hardly figures.",
        )
        self.words.say(text.format(groups=", ".join(few), count=SMALL) if few else "")


def offer_subjects(box: QComboBox, subjects: list[Subject]) -> None:
    """Fill a box with who can be judged; its place is the subject's."""
    offer(box, [(full_name(subject), full_name(subject)) for subject in subjects])


def group_name(by: By, value: str) -> str:
    """Return a group's name as it is said."""
    if not value:
        return translate("GroupsBlock", "not stated")
    if by is By.SEX:
        words = {
            "F": translate("GroupsBlock", "female"),
            "M": translate("GroupsBlock", "male"),
            "O": translate("GroupsBlock", "other"),
        }
        return words.get(value, value)
    return translate("GroupsBlock", "{years} years").format(years=value) if by is By.AGE else value


def _columns(by: By) -> list[Column]:
    return [
        Column(translate("GroupsBlock", _BY[by]), words=True),
        Column(translate("GroupsBlock", "Studies")),
        Column(translate("GroupsBlock", "Abnormal")),
        Column(translate("GroupsBlock", "Sensitivity")),
        Column(translate("GroupsBlock", "Specificity")),
        Column(translate("GroupsBlock", "AUROC")),
        Column(translate("GroupsBlock", "PPV")),
        Column(translate("GroupsBlock", "NPV")),
    ]


def _row(group: Group, name: str) -> Row:
    figures = group.figures
    if figures is None:
        return Row((Cell(name), *[Cell("–", float("nan"), said(group.why))] * 7), group.value, dim=True)
    shown = (figures.sensitivity, figures.specificity, group.ranking.auroc, figures.ppv, figures.npv)
    return Row((Cell(name), *counts(figures), *map(spanned, shown)), group.value, dim=group.small)
