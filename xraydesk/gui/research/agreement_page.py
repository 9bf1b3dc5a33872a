"""How well readers agree with each other and with the model, and what the model's answer changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research import agreement_words as words
from xraydesk.gui.research.figures_tab import FiguresTab
from xraydesk.gui.research.pair_matrix import PairMatrix
from xraydesk.gui.shared.figures_table import FiguresTable
from xraydesk.gui.shared.sheet import choice, offer
from xraydesk.gui.words import figure
from xraydesk.research.agreement import Agreement, Pair, Scale, agreement_of
from xraydesk.research.second_thoughts import SecondThoughts, second_thoughts_of
from xraydesk.research.why import Why

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene

_SCALES = cast(
    dict[Scale, str],
    {
        Scale.YES_NO: QT_TRANSLATE_NOOP("AgreementPage", "Normal or abnormal"),
        Scale.THREE: QT_TRANSLATE_NOOP("AgreementPage", "“Unsure” as an answer of its own"),
        Scale.RATING: QT_TRANSLATE_NOOP("AgreementPage", "Rating in 11 steps, weighted"),
    },
)


class AgreementPage(FiguresTab):
    """Pairs as a square and as a table, the chosen pair in words, all readers together, before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("AgreementPage", "Agreement"), parent)
        self._scene: Scene | None = None
        self._readers: tuple[str, ...] = ()
        self._scale_label, self.scale = choice(translate("AgreementPage", "Compare"), self)
        self.readers = QToolButton(self)
        self._verdicts_label, self.verdicts = choice(translate("AgreementPage", "Verdicts"), self)
        self._build()

    def show_scene(self, archive: Archive, scene: Scene) -> None:  # noqa: ARG002 - as every page is asked
        """Work the agreement out, unless it is the same scene as before."""
        if scene is self._scene:
            return
        self._scene = scene
        self._readers = tuple(name for name in self._readers if name in scene.readings.readers)
        self._offer_readers(scene)
        self.ask()

    def ask(self) -> None:
        """Work out what the choices ask for."""
        if self._scene is not None:
            scale = Scale(self.scale.currentData())  # Qt hands back its value
            self._wish.ask(
                partial(_work, self._scene, scale, self._readers, blind=self.verdicts.currentData()), self._show
            )

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _show(self, found: tuple[Agreement, SecondThoughts]) -> None:
        agreement, thoughts = found
        paired = agreement.why is Why.NOTHING and bool(agreement.pairs)
        self.missing.say(words.stop(said(agreement.why)))
        for widget in (self.matrix, self.table, self.cross):
            widget.setVisible(paired)
        self.pair_words.say("")
        if paired:
            self.table.show_rows(words.pair_columns(agreement.scale), words.pair_rows(agreement))
            self.matrix.show_agreement(agreement)
        self.basis.say(*words.basis(agreement) if paired else ())
        self.together.say(*words.together(agreement))
        self._show_thoughts(thoughts)

    def _show_thoughts(self, thoughts: SecondThoughts) -> None:
        self.thoughts.setVisible(thoughts.together is not None)
        self.thoughts_words.say(*words.second_thoughts(thoughts))
        if thoughts.together is not None:
            self.thoughts.show_rows(words.thought_columns(), words.thought_rows(thoughts))

    def _show_pair(self, pair: Pair) -> None:
        self.pair_words.say(*words.pair_sentences(pair))
        columns, rows = words.cross_table(pair)
        self.cross.show_rows(columns, rows)
        self.table.choose((pair.first.name, pair.second.name))

    def _row_chosen(self, key: object) -> None:
        names = cast(tuple[str, str], key)
        place = self.matrix.pair_of(*names)
        if place is not None:
            self.matrix.choose(place)

    # -- choices -----------------------------------------------------------------------------------------------------

    def _offer_readers(self, scene: Scene) -> None:
        menu = self.readers.menu()
        menu.clear()
        for name in scene.readings.readers:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(not self._readers or name in self._readers)
            action.toggled.connect(self._readers_chosen)
        self._name_readers()

    def _readers_chosen(self) -> None:
        actions = self.readers.menu().actions()
        chosen = tuple(action.text() for action in actions if action.isChecked())
        self._readers = () if len(chosen) in {0, len(actions)} else chosen
        self._name_readers()
        self.ask()

    def _name_readers(self) -> None:
        if self._readers:
            text = translate("AgreementPage", "{chosen} of {count} readers")
            count = len(self.readers.menu().actions())
            self.readers.setText(text.format(chosen=figure(len(self._readers)), count=figure(count)))
        else:
            self.readers.setText(translate("AgreementPage", "All readers"))

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        offer(self.scale, [(translate("AgreementPage", mark), scale) for scale, mark in _SCALES.items()])
        now, blind = (
            translate("AgreementPage", "What readers say now"),
            translate("AgreementPage", "Said without the model's answer"),
        )
        offer(self.verdicts, [(now, False), (blind, True)])
        self.scale.activated.connect(self.ask)
        self.verdicts.activated.connect(self.ask)
        self.readers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.readers.setMenu(QMenu(self.readers))
        self.readers.setAccessibleName(translate("AgreementPage", "Whose answers are compared"))
        self.sheet.row(self._scale_label, self.scale, self._verdicts_label, self.verdicts, self.readers, self.state)
        self.missing = self.sheet.sentence(role="dim")
        self.basis = self.sheet.sentence(role="dim")
        self.matrix = PairMatrix(self.sheet.body)
        self.sheet.column.addWidget(self.matrix)
        self.table = FiguresTable(translate("AgreementPage", "Agreement of every pair"), self.sheet.body)
        self.sheet.column.addWidget(self.table)
        self.pair_words = self.sheet.sentence()
        self.cross = FiguresTable(translate("AgreementPage", "Answers of the chosen pair"), self.sheet.body)
        self.sheet.column.addWidget(self.cross)
        self.sheet.heading(translate("AgreementPage", "All readers together"))
        self.together = self.sheet.sentence()
        self.sheet.heading(translate("AgreementPage", "Before and after the model's answer"))
        self.thoughts_words = self.sheet.sentence()
        self.thoughts = FiguresTable(translate("AgreementPage", "What the model's answer changed"), self.sheet.body)
        self.sheet.column.addWidget(self.thoughts)
        self.sheet.column.addStretch(1)
        for widget in (self.matrix, self.table, self.cross, self.thoughts):
            widget.hide()
        self.matrix.pair_chosen.connect(self._show_pair)
        self.table.row_chosen.connect(self._row_chosen)


def _work(scene: Scene, scale: Scale, readers: tuple[str, ...], *, blind: bool) -> tuple[Agreement, SecondThoughts]:
    return agreement_of(scene, scale, readers, blind=blind), second_thoughts_of(scene)
