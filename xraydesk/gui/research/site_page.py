"""Site calibration, guided: how many to read, draw them, read them, compare with the card and keep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)

from xraydesk.errors import XraydeskError
from xraydesk.gui import points_words, theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.research import site_sentences as sentences
from xraydesk.gui.research.figures_tab import FiguresTab
from xraydesk.gui.research.keep_dialog import KeepDialog
from xraydesk.gui.research.share_box import flow, share_box
from xraydesk.gui.shared.figures_table import FiguresTable
from xraydesk.gui.shared.sheet import Sentence, choice, offer
from xraydesk.research import sampling
from xraydesk.research.sampling import Wish, plan_of
from xraydesk.research.site import SiteResult, Targets, derive, keep_for_site
from xraydesk.research.why import Why

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.sampling import Progress, Sample
    from xraydesk.research.scene import Scene

MOST_DRAWN = 20_000  # at once
_WISHES = ("sensitivity", "specificity", "half_width", "prevalence")  # in the order of `Wish`
_TARGETS = ("rule_out", "rule_in")  # in the order of `Targets`


class SitePage(FiguresTab):
    """Four steps on one page, each with how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("SitePage", "Check at this site"), parent)
        self._archive: Archive | None = None
        self._scene: Scene | None = None
        self._progress: Progress | None = None
        self._result: SiteResult | None = None
        self._make_inputs()
        self.draw = QPushButton(translate("SitePage", "Draw at random"), self)
        self.next = QPushButton(translate("SitePage", "Read the sample"), self)
        self.copy = QPushButton(translate("SitePage", "Copy the list"), self)
        self.keep = QPushButton(translate("SitePage", "Keep as this site's version …"), self)
        self.bar = QProgressBar(self)
        self.table = FiguresTable(translate("SitePage", "The card's points at this site"), self)
        self.points = FiguresTable(translate("SitePage", "Points derived from this site"), self)
        self._build()

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Show how far the model's check at this site is, unless it is the same scene as before."""
        self._archive = archive
        if scene is not self._scene:
            self._scene = scene
            self.ask()

    def ask(self) -> None:
        """Work out how far the sample is and what it says."""
        if self._archive is not None and self._scene is not None:
            kept = bool(self.default.currentData())
            low, high = (self.shares[name].value() / 100 for name in _TARGETS)
            targets = Targets(low, high, keep_default=kept)
            self._wish.ask(partial(_read, self._archive, self._scene, targets), self._show)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self, found: tuple[Progress | None, SiteResult | XraydeskError | None]) -> None:
        progress, result = found
        self._progress = progress
        card = None if self._scene is None or self._scene.answers is None else self._scene.answers.card
        self.heading.say("" if card is None else f"{card.title} {card.version}: {card.abnormal.name}")
        self.version.say("" if card is None else f"{points_words.version(card)} {points_words.unchecked(card)}".strip())
        if progress is None:
            self.why.say(f"{said(Why.NO_MODEL)}.")
        self._plan()
        self._show_progress(progress)
        self._show_result(result)

    def _plan(self) -> None:
        """Say how many studies must be read for what is wished."""
        try:
            plan = plan_of(self._wished())
        except XraydeskError as error:
            self.planned.say(error_sentence(error))
            return
        self.planned.say(sentences.plan(plan))
        if self._progress is not None:
            more = min(max(plan.studies - self._progress.drawn, 0), self._progress.left)
            self.count.setValue(more)
            self.short.say(sentences.too_few(plan, self._progress))

    def _show_progress(self, progress: Progress | None) -> None:
        for widget in (self.draw, self.count, self.anew):
            widget.setEnabled(progress is not None and bool(progress.left or self.anew.isChecked()))
        self.next.setEnabled(progress is not None and bool(progress.waiting))
        self.copy.setEnabled(progress is not None and bool(progress.waiting))
        self.anew.setEnabled(progress is not None and bool(progress.drawn))
        self.bar.setVisible(progress is not None and bool(progress.drawn))
        if progress is None:
            return
        self.bar.setRange(0, max(progress.drawn, 1))
        self.bar.setValue(progress.read)
        self.drawn.say(sentences.drawn(progress))
        self.read.say(sentences.read(progress))
        self.seen.say(sentences.seen(progress))

    def _show_result(self, result: SiteResult | XraydeskError | None) -> None:
        self._result = result if isinstance(result, SiteResult) else None
        for widget in (self.table, self.points):
            widget.setVisible(self._result is not None)
        self.keep.setEnabled(self._result is not None)
        if self._result is None:
            self.why.say(error_sentence(result) if isinstance(result, XraydeskError) else self.why.text())
            for sentence in (self.promise, self.derived):
                sentence.say("")
            return
        self.why.say(sentences.unread(self._result))
        self.promise.say(sentences.comparison(self._result))
        self.derived.say(sentences.derived(self._result))
        self.table.show_rows(*sentences.compared_rows(self._result))
        self.points.show_rows(*sentences.derived_rows(self._result))

    def _wished(self) -> Wish:
        return Wish(*(self.shares[name].value() / 100 for name in _WISHES))

    # -- what is done ------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        archive, scene = self._archive, self._scene
        if archive is None or scene is None:
            return
        wish, count, anew = self._wished(), self.count.value(), self.anew.isChecked()
        self.draw.setEnabled(False)
        self._tasks.run(lambda: sampling.draw(archive, scene, count, wish, anew=anew), self._has_drawn, self._failed)

    def _has_drawn(self, sample: Sample) -> None:
        self.anew.setChecked(False)
        self.said.emit(sentences.has_drawn(sample))
        self.ask()

    def _read_sample(self) -> None:
        if self._progress is not None and self._progress.waiting:
            self.sample_wanted.emit(self._progress)

    def _copy(self) -> None:
        if self._progress is not None:
            QGuiApplication.clipboard().setText("\n".join(study for study, _ in self._progress.waiting) + "\n")
            self.said.emit(translate("SitePage", "The ids of the studies to be read are on the clipboard."))

    def _ask_keep(self) -> None:
        if self._result is None or self._archive is None:
            return
        title = translate("SitePage", "Keep as this site's version")
        what = f"{sentences.comparison(self._result)}\n\n{sentences.derived(self._result)}"
        write = partial(self._keep, partial(keep_for_site, self._archive, self._result))
        signed_in = self._archive.account is not None
        KeepDialog(title, what, self._archive.author, write, self, signed_in=signed_in).open()

    def _keep(self, write: Any, author: str, reason: str) -> None:  # noqa: ANN401 - a call with name and reason
        self._tasks.run(lambda: write(author=author, reason=reason), self._kept, self._failed)

    def _kept(self, card: Any) -> None:  # noqa: ANN401 - a model's card
        self.said.emit(points_words.version(card))
        self.points_changed.emit()
        self.changed.emit()

    def _failed(self, error: XraydeskError) -> None:
        self.draw.setEnabled(True)
        self.state.say(error_sentence(error))

    # -- putting together --------------------------------------------------------------------------------------------

    def _make_inputs(self) -> None:
        wish, targets = Wish(), Targets()
        boxes = (
            ("sensitivity", translate("SitePage", "Expected sensitivity"), wish.sensitivity),
            ("specificity", translate("SitePage", "Expected specificity"), wish.specificity),
            ("half_width", translate("SitePage", "Wanted: plus or minus"), wish.half_width),
            ("prevalence", translate("SitePage", "Share of abnormal studies"), wish.prevalence),
            ("rule_out", translate("SitePage", "Rule out: sensitivity at least"), targets.sensitivity),
            ("rule_in", translate("SitePage", "Rule in: specificity at least"), targets.specificity),
        )
        self.shares: dict[str, QDoubleSpinBox] = {}
        self._labels: dict[str, QWidget] = {}
        for name, words, share in boxes:
            self._labels[name], box = share_box(words, 100 * share, self)
            self.shares[name] = box
            box.valueChanged.connect(self.ask if name in _TARGETS else self._plan)
        self._default_label, self.default = choice(translate("SitePage", "Yes or no"), self)
        youden = translate("SitePage", "Best sum of sensitivity and specificity")
        offer(self.default, [(youden, False), (translate("SitePage", "Keep the card's"), True)])
        self.default.currentIndexChanged.connect(self.ask)
        self.count = theme.number_box(QSpinBox(self))
        self.count.setRange(0, MOST_DRAWN)
        self.count.setAccessibleName(translate("SitePage", "How many studies to draw"))
        self.anew = QCheckBox(translate("SitePage", "Begin anew, without those drawn before"), self)

    def _build(self) -> None:
        sheet = self.sheet
        self.heading, self.version = sheet.sentence(role="large"), sheet.sentence(role="dim")
        sheet.sentence(translate("SitePage", sentences.INTRODUCTION))
        theme.set_role(self.state, "dim")
        sheet.column.addWidget(self.state)
        sheet.heading(translate("SitePage", "1  How many studies"))
        sheet.column.addWidget(flow(self, *((self._labels[name], self.shares[name]) for name in _WISHES)))
        self.planned, self.short = sheet.sentence(), sheet.sentence(role="dim")
        sheet.heading(translate("SitePage", "2  Draw them at random"))
        self.drawn = sheet.sentence()
        sheet.row(self.count, self.draw, self.anew)
        sheet.heading(translate("SitePage", "3  Read them"))
        self.read = sheet.sentence()
        sheet.column.addWidget(self.bar)
        sheet.sentence(translate("SitePage", sentences.BLIND), "dim")
        self.seen = sheet.sentence()
        sheet.row(self.next, self.copy)
        sheet.heading(translate("SitePage", "4  Compare with the card, and keep"))
        targets = [(self._labels[name], self.shares[name]) for name in _TARGETS]
        sheet.column.addWidget(flow(self, *targets, (self._default_label, self.default)))
        self.why, self.promise = sheet.sentence(), sheet.sentence()
        sheet.column.addWidget(self.table)
        self.derived: Sentence = sheet.sentence()
        sheet.column.addWidget(self.points)
        sheet.row(self.keep)
        sheet.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("SitePage", "How many of the sample are read"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for button in (self.draw, self.keep):
            theme.set_role(button, "primary")
        self.draw.clicked.connect(self._draw)
        self.next.clicked.connect(self._read_sample)
        self.copy.clicked.connect(self._copy)
        self.keep.clicked.connect(self._ask_keep)
        self.anew.toggled.connect(lambda: self._show_progress(self._progress))


def _read(
    archive: Archive, scene: Scene, targets: Targets
) -> tuple[Progress | None, SiteResult | XraydeskError | None]:
    """Return how far the sample is, and what it says or why it says nothing; in a worker."""
    if scene.answers is None:
        return None, None
    sample = sampling.sample_of(archive, scene.answers.card)
    progress = sampling.progress_of(scene, sample)
    try:
        return progress, derive(scene, sample, targets)
    except XraydeskError as error:
        return progress, error
