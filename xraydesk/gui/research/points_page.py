"""The operating point study: what a threshold would do to this site's studies, and the versions that were kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton, QSlider, QWidget

from xraydesk.gui import points_words, theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.research import points_sentences as sentences
from xraydesk.gui.research.figures_tab import FiguresTab
from xraydesk.gui.research.keep_dialog import KeepDialog
from xraydesk.gui.research.points_charts import BelowChart, ScoresChart
from xraydesk.gui.research.share_box import flow, share_box
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.gui.shared.figures_table import Cell, Column, FiguresTable, Row
from xraydesk.gui.shared.sheet import choice, offer
from xraydesk.gui.words import date_time, figure
from xraydesk.research import points
from xraydesk.research.points import PointsStudy, study_of
from xraydesk.research.why import Why

if TYPE_CHECKING:
    from xraydesk.errors import XraydeskError
    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene

STEPS = 1000  # of the slider


class PointsPage(FiguresTab):
    """A slider, what it would do, points by bound, and the versions with the way back to the card's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("PointsPage", "Operating points"), parent)
        self._archive: Archive | None = None
        self._scene: Scene | None = None
        self._study: PointsStudy | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.threshold = theme.number_box(QDoubleSpinBox(self))
        self._point_label, self.point = choice(translate("PointsPage", "Threshold of"), self)
        self._target_label, self.target = share_box(
            translate("PointsPage", "Lower bound at least"), 100 * points.TARGET, self
        )
        self.by_bound = QPushButton(translate("PointsPage", "Find by bound"), self)
        self.save = QPushButton(translate("PointsPage", "Save as a new version …"), self)
        self.back = QPushButton(translate("PointsPage", "Return to the card's …"), self)
        self.below, self.scores = BelowChart(self), ScoresChart(self)
        self.history = FiguresTable(translate("PointsPage", "Versions of the operating points"), self)
        self._build()

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Study the thresholds of the scene's model, unless it is the same scene as before."""
        self._archive = archive
        if scene is self._scene:
            return
        self._scene = scene
        self._wish.ask(partial(_read, archive, scene), self._show)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self, found: tuple[PointsStudy | Why, list[Any]]) -> None:
        study, versions = found
        card = None if self._scene is None or self._scene.answers is None else self._scene.answers.card
        self.heading.say("" if card is None else f"{card.title} {card.version}: {card.abnormal.name}")
        self.version.say("" if card is None else f"{points_words.version(card)} {points_words.unchecked(card)}".strip())
        self._show_history(versions)
        self.back.setEnabled(card is not None and card.labels != card.given_labels)
        wished, self._study = self._wished(), None if isinstance(study, Why) else study
        for widget in (self.slider, self.threshold, self.point, self.target, self.by_bound, self.save):
            widget.setEnabled(self._study is not None)
        if isinstance(study, Why):
            self.basis.say(said(study.value) + ".")
            for chart in (self.below, self.scores):
                chart.say(said(study.value) + ".")
            for sentence in (self.first, self.missed, self.rates, self.found):
                sentence.say("")
            return
        self.basis.say(sentences.basis(study), _own_cases(study))
        offer(self.point, [(sentences.point_name(name), str(name)) for name in points.NAMES])
        self.below.show_study(study)
        self.scores.show_study(study)
        found_before = self.found.text()
        self._to_point()
        if wished is not None and wished[0] == study.card.weights_sha256:
            self.threshold.setValue(wished[1])
            self.found.say(found_before)

    def _to_point(self) -> None:
        """Stand the threshold where the chosen point has it now."""
        if self._study is not None:
            self.found.say("")
            self.threshold.setValue(self._study.card.abnormal.point(self.point.currentData()).threshold)
            self._moved()

    def _wished(self) -> tuple[str, float] | None:
        """Return for which weights another threshold was chosen and not kept, and which; None where none was."""
        study = self._study
        unkept = study is not None and self.save.isEnabled()
        return (study.card.weights_sha256, self.threshold.value()) if study is not None and unkept else None

    def _moved(self) -> None:
        study, value = self._study, self.threshold.value()
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * STEPS))
        self.slider.blockSignals(False)
        for chart in (self.below, self.scores):
            chart.move_to(value)
        if study is not None:
            first, missed = sentences.would_wait(study, study.at(value))
            self.first.say(first)
            self.missed.say(missed)
            self.rates.say(sentences.rates(study.result(value)))
            now = study.card.abnormal.point(self.point.currentData()).threshold
            self.save.setEnabled(abs(now - value) > 10 ** -self.threshold.decimals() / 2)

    def _find(self) -> None:
        """Stand the threshold where the bound meets the target, and say so."""
        if self._study is None:
            return
        point = "rule-in" if self.point.currentData() == "rule-in" else "rule-out"
        target = self.target.value() / 100
        result = self._study.by_bound(point, target)
        self.found.say(sentences.by_bound(result, point, target))
        if result is not None:
            self.threshold.setValue(_rounded(result.threshold, self.threshold.decimals(), up=point == "rule-in"))

    def _show_history(self, versions: list[Any]) -> None:
        columns = (
            Column(translate("PointsPage", "Kept"), words=True),
            Column(translate("PointsPage", "What"), words=True),
            Column(translate("PointsPage", "By"), words=True),
            *(Column(sentences.point_name(name)) for name in points.NAMES),
            Column(translate("PointsPage", "Studies")),
            Column(translate("PointsPage", "Reason"), words=True),
        )
        self.history.show_rows(columns, [_row(version) for version in reversed(versions)])
        self.history.setVisible(bool(versions))
        none = translate("PointsPage", "No version was kept at this site; the card's points hold.")
        self.none.say("" if versions else none)

    # -- what is kept ------------------------------------------------------------------------------------------------

    def _ask_save(self) -> None:
        study, archive = self._study, self._archive
        if study is None or archive is None:
            return
        point, value = self.point.currentData(), self.threshold.value()
        first, missed = sentences.would_wait(study, study.at(value))
        text = translate(
            "PointsPage", "The threshold for {point} becomes {threshold}. Bands at the reading desk follow."
        )
        what = text.format(point=sentences.point_name(point), threshold=decimal(value, 3))
        title = translate("PointsPage", "Save as a new version")
        self._open(title, f"{what}\n{first} {missed}", partial(points.change, archive, study, {point: value}))

    def _ask_back(self) -> None:
        if self._archive is None or self._scene is None or self._scene.answers is None:
            return
        card = self._scene.answers.card
        what = translate("PointsPage", "The card's own calibration and operating points hold again.")
        title = translate("PointsPage", "Return to the card's operating points")
        self._open(title, what, partial(points.back_to_card, self._archive, card))

    def _open(self, title: str, what: str, write: Any) -> None:  # noqa: ANN401 - a call with name and reason
        archive = self._archive
        author, signed_in = ("", False) if archive is None else (archive.author, archive.account is not None)
        KeepDialog(title, what, author, partial(self._write, write), self, signed_in=signed_in).open()

    def _write(self, write: Any, author: str, reason: str) -> None:  # noqa: ANN401 - as above
        self._tasks.run(lambda: write(author=author, reason=reason), self._written, self._not_written)

    def _written(self, card: Any) -> None:  # noqa: ANN401 - a model's card
        self.said.emit(points_words.version(card))
        self._to_point()  # what was wished is kept, or was taken back with the rest
        self.points_changed.emit()
        self.changed.emit()

    def _not_written(self, error: XraydeskError) -> None:
        self.state.say(error_sentence(error))

    # -- putting together --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        sheet = self.sheet
        self.heading = sheet.sentence(role="large")
        self.version = sheet.sentence(role="dim")
        self.basis = sheet.sentence()
        theme.set_role(self.state, "dim")
        sheet.column.addWidget(self.state)
        self._dress()
        sheet.row(self._point_label, self.point, self.threshold, self.slider, stretch=False)
        self.first, self.missed, self.rates = sheet.sentence(), sheet.sentence(), sheet.sentence(role="dim")
        sheet.column.addWidget(flow(self, (self._target_label, self.target, self.by_bound), (self.save,)))
        self.found = sheet.sentence()
        sheet.row(self.below, self.scores, stretch=False)
        sheet.heading(translate("PointsPage", "Versions"))
        self.none = sheet.sentence(role="dim")
        sheet.column.addWidget(self.history)
        sheet.row(self.back)
        sheet.column.addStretch(1)

    def _dress(self) -> None:
        self.slider.setRange(0, STEPS)
        self.slider.setAccessibleName(translate("PointsPage", "Threshold"))
        self.slider.setPageStep(STEPS // 20)
        self.threshold.setRange(0.0, 1.0)
        self.threshold.setDecimals(3)
        self.threshold.setSingleStep(0.01)
        self.threshold.setAccessibleName(translate("PointsPage", "Threshold as a number"))
        theme.set_role(self.save, "primary")
        self.slider.valueChanged.connect(lambda step: self.threshold.setValue(step / STEPS))
        self.threshold.valueChanged.connect(self._moved)
        self.point.currentIndexChanged.connect(self._to_point)
        self.by_bound.clicked.connect(self._find)
        self.save.clicked.connect(self._ask_save)
        self.back.clicked.connect(self._ask_back)
        for chart in (self.below, self.scores):
            chart.said.connect(self.said)
            chart.failed.connect(self.said)


def _read(archive: Archive, scene: Scene) -> tuple[PointsStudy | Why, list[Any]]:
    """Return what the page is drawn from; in a worker."""
    versions = [] if scene.answers is None else points.versions(archive, scene.answers.card)
    return study_of(scene), versions


def _row(version: Any) -> Row:  # noqa: ANN401 - a row of the log
    kinds = {
        "card": translate("PointsPage", "back to the card's"),
        "changed": translate("PointsPage", "changed by hand"),
        "site": translate("PointsPage", "site calibration"),
    }
    found = {point.name: point.threshold for point in version.labels[0].operating_points}
    studies = version.evidence.get("studies")
    return Row(
        (
            Cell(date_time(version.at.astimezone()), version.at.timestamp()),
            Cell(kinds[str(version.kind)]),
            Cell(version.author),
            *(Cell(decimal(found.get(name), 3), found.get(name, 0.0)) for name in points.NAMES),
            Cell("–" if studies is None else figure(studies), studies or 0.0),
            Cell(version.reason, tip=version.reason),
        ),
        version.number,
    )


def _own_cases(study: PointsStudy) -> str:
    """Return a warning where the points that hold were found on studies of this site, perhaps these very ones."""
    if study.card.held is None or study.card.labels == study.card.given_labels:
        return ""
    return translate(
        "PointsPage", "The points that hold were found on studies of this site: on others they may give less."
    )


def _rounded(threshold: float, decimals: int, *, up: bool) -> float:
    """Return a threshold with so many decimals that still meets its bound: down to rule out, up to rule in."""
    step = 10.0**-decimals
    below = int(threshold / step) * step
    return round(below + step if up and below < threshold else below, decimals)
