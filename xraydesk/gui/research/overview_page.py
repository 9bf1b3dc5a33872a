"""The first page of the researcher's tab: what the log holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.gui.words import figure
from xraydesk.research.archive import Archive
from xraydesk.research.overview import Overview, overview_of
from xraydesk.research.scene import Scene


class OverviewPage(ResearchTab):
    """Readers, the model and the reference standard, counted, and a sentence where something is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setAccessibleName(translate("OverviewPage", "What the log holds"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_scene(self, archive: Archive, scene: Scene) -> None:  # noqa: ARG002 - as every page is asked
        """Count, and write it down anew."""
        found = overview_of(scene)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for heading, table in (
            (translate("OverviewPage", "Studies"), _studies(found)),
            (translate("OverviewPage", "Readers"), _readers(found)),
            (translate("OverviewPage", "The model"), _models(found)),
        ):
            column.addWidget(_label(heading, "large"))
            column.addWidget(_grid(table))
            column.addSpacing(16)
        for sentence in missing(found):
            words = _label(sentence, "dim")
            words.setWordWrap(True)
            column.addWidget(words)
        column.addStretch(1)
        self._scroll.setWidget(sheet)


def missing(found: Overview) -> list[str]:
    """Return what the log lacks for figures that mean something, as sentences."""
    said = []
    if not found.readers:
        said.append(translate("OverviewPage", "No reader has given a verdict on these studies yet."))
    elif len(found.readers) == 1:
        said.append(translate("OverviewPage", "One reader alone: agreement needs two who read the same studies."))
    if not found.known:
        text = translate(
            "OverviewPage",
            "What is true is known of no study by this standard: import a table, enter follow-up, or choose readers.",
        )
        said.append(text)
    if found.contradicted:
        text = translate(
            "OverviewPage", "Studies that count as unknown, as the standard contradicts itself about them: {count}."
        )
        said.append(text.format(count=figure(found.contradicted)))
    if found.unmatched:
        text = translate(
            "OverviewPage",
            "Verdicts left out, as they were given on studies or films that are not among these: {count}.",
        )
        said.append(text.format(count=figure(found.unmatched)))
    if not found.models:
        said.append(translate("OverviewPage", "No installed model has said anything of these studies."))
    return said


def _studies(found: Overview) -> list[Sequence[str]]:
    normal = found.known - found.abnormal
    return [
        (translate("OverviewPage", "studies"), figure(found.studies)),
        (translate("OverviewPage", "patients"), figure(found.patients)),
        (translate("OverviewPage", "read by nobody"), figure(found.unread)),
        (translate("OverviewPage", "truly abnormal"), figure(found.abnormal)),
        (translate("OverviewPage", "truly normal"), figure(normal)),
        (translate("OverviewPage", "truth not known"), figure(found.studies - found.known)),
    ]


def _readers(found: Overview) -> list[Sequence[str]]:
    heads = (
        translate("OverviewPage", "reader"),
        translate("OverviewPage", "studies read"),
        translate("OverviewPage", "called abnormal"),
        translate("OverviewPage", "unsure"),
        translate("OverviewPage", "before and after"),
        translate("OverviewPage", "corrected"),
        translate("OverviewPage", "median seconds"),
    )
    lines = [
        (
            line.reader,
            figure(line.read),
            figure(line.abnormal),
            figure(line.unsure),
            figure(line.twice),
            figure(line.corrections),
            decimal(line.median_seconds, 0),
        )
        for line in found.readers
    ]
    return [heads, *lines]


def _models(found: Overview) -> list[Sequence[str]]:
    heads = (
        translate("OverviewPage", "model"),
        translate("OverviewPage", "judged"),
        translate("OverviewPage", "called abnormal"),
        translate("OverviewPage", "refused by its gate"),
        translate("OverviewPage", "not asked"),
    )
    lines = [(m.model, figure(m.judged), figure(m.called), figure(m.refused), figure(m.never)) for m in found.models]
    return [heads, *lines]


def _grid(table: Sequence[Sequence[str]]) -> QWidget:
    """Return rows of labels, numbers to the right; where the rows have more than two columns the first is a head."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    headed = len(table[0]) > 2
    for row, line in enumerate(table):
        for column, text in enumerate(line):
            head = (headed and row == 0) or (not headed and column == 0)
            label = _label(text, "dim" if head else "")
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            grid.addWidget(label, row, column, side)
    grid.setColumnStretch(len(table[0]), 1)
    return box


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        theme.set_role(label, role)
    return label
