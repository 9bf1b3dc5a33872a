"""Who is judged, the matrix, and what the chosen cell holds: who else was right, which kinds of error."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from xraydesk.gui import theme, words
from xraydesk.gui.language import translate
from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.research.matrix_view import MatrixView
from xraydesk.gui.research.misclassified_work import Worked
from xraydesk.research.confusion import Judge, Kind, judges
from xraydesk.research.scene import Scene

LEAST_WIDTH, _BAR = 296, 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_FIRST = Judge(Kind.POINT, "default")


class CellPanel(QScrollArea):
    """The left side of the page; it scrolls where the window is low."""

    judge_changed = Signal()
    tag_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setAccessibleName(translate("CellPanel", "Who is judged"))
        self.box.activated.connect(self.judge_changed)
        self.matrix = MatrixView(self)
        self.words = _label()
        self.others = QWidget(self)
        self._grid = QGridLayout(self.others)
        self.legend = _label()
        self.tags = QComboBox(self)
        self.tags.setAccessibleName(translate("CellPanel", "Only films with this kind of error"))
        self.tags.activated.connect(self.tag_changed)
        self.map = QCheckBox(translate("CellPanel", "Maps over the films of the gallery"), self)
        self.export = QPushButton(translate("CellPanel", "Save these films as a list …"), self)
        self.export_labels = QPushButton(translate("CellPanel", "Save all proposed labels …"), self)
        self.export_labels.setToolTip(
            translate("CellPanel", "The list that xraydesk train and xraydesk evaluate take with --corrections")
        )
        self._build()

    @property
    def judge(self) -> Judge | None:
        """Who is judged; None where there is nobody."""
        found = self.box.currentData()
        return found if isinstance(found, Judge) else None

    @property
    def tag(self) -> str:
        """The kind of error that films must have; "" for all."""
        return str(self.tags.currentData() or "")

    def offer(self, scene: Scene) -> None:
        """Offer who can be judged; the one chosen stays."""
        before, there = self.judge or _FIRST, judges(scene)
        self.box.clear()
        for judge in there:
            self.box.addItem(said.judge(judge), judge)
        self.box.setCurrentIndex(there.index(before) if before in there else min(0, len(there) - 1))

    def show_cell(self, worked: Worked) -> None:
        """Show the matrix with its chosen cell, and what is in it."""
        matrix, (row, column) = worked.matrix, worked.cell
        self.matrix.show_matrix(matrix, worked.cell)
        self.matrix.setVisible(True)
        self.setMinimumWidth(max(LEAST_WIDTH, self.matrix.least_width + _BAR))
        text = translate("CellPanel", "True: {truth}. Answer: {answer}. {studies}, the most wrong first.")
        names = {"truth": said.name(matrix.truths[row]), "answer": said.name(matrix.answers[column])}
        self.words.setText(text.format(**names, studies=words.studies(len(worked.cases))))
        self._show_others(worked)
        self.export.setEnabled(bool(worked.cases))
        self.count_tags(worked)

    def _show_others(self, worked: Worked) -> None:
        """Show who was right and wrong on the films of the cell, as a table."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = [said.OTHERS_HEAD, *map(said.others_line, worked.lines)]
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                label = _label()
                label.setWordWrap(False)
                label.setMinimumWidth(1)
                label.setText(text)
                label.setToolTip("" if column else text)
                theme.set_role(label, "" if row and not column else "dim")
                self._grid.addWidget(label, row, column, _RIGHT if column else _LEFT)
        for part in (self.others, self.legend):
            part.setVisible(bool(worked.lines))

    def show_nobody(self) -> None:
        """Say that there is nobody to judge."""
        self.matrix.setVisible(False)
        self.words.setText(translate("CellPanel", "No model and no reader has said anything of these studies yet."))
        for part in (self.others, self.legend):
            part.setVisible(False)
        self.export.setEnabled(False)

    def count_tags(self, worked: Worked) -> None:
        """Offer the kinds of error with how many films of the cell have each; the one chosen stays."""
        before = self.tag
        counted = worked.noted.counted(case.marked for case in worked.cases)
        self.tags.clear()
        self.tags.addItem(translate("CellPanel", "all kinds of error"), "")
        for tag, count in counted.items():
            self.tags.addItem(f"{said.tag(tag)} ({words.figure(count)})", tag)
        self.tags.setCurrentIndex(max(0, self.tags.findData(before)))

    def _build(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2 * theme.GRID)
        for widget in (self.box, self.matrix, self.words, self.others, self.legend, self.tags, self.map):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.export)
        column.addWidget(self.export_labels)
        self.legend.setText(said.others_legend())
        theme.set_role(self.legend, "dim")
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("CellPanel", "Who is judged, and how"))


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
