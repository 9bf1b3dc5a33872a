"""The form of an export: boxes to tick, with or without names, a bar while it is written."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research import export_words as words
from xraydesk.gui.research.choice_boxes import ChoiceBoxes
from xraydesk.gui.shared.sheet import Sheet, choice
from xraydesk.research.export import Wanted

_COLUMNS = 3
_BAR_WIDTH = 105 * theme.GRID
_REASON_LENGTH = 500


class ExportForm(Sheet):
    """What is wanted; `wanted` reads it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("ExportForm", "Export"), parent)
        self.tables = {name: self._box(translate("Export", mark)) for name, mark in words.TABLES.items()}
        self._format_label, self.format = choice(translate("ExportForm", "Tables as"), self)
        self.programs = {name: self._box(translate("Export", mark), on=False) for name, mark in words.PROGRAMS.items()}
        self.report = self._box(translate("ExportForm", "Report: one page that stands alone (HTML)"))
        self.figures = self._box(translate("ExportForm", "Figures of the report, one file each (SVG)"), on=False)
        self.boxes = ChoiceBoxes(self.body)
        self._names_label, self.names = choice(translate("ExportForm", "The files are written"), self)
        self.reason = QLineEdit(self)
        self.place = QLabel(self)
        self.choose = QPushButton(translate("ExportForm", "Choose …"), self)
        self.start = QPushButton(translate("ExportForm", "Export"), self)
        self.report_alone = QPushButton(translate("ExportForm", "Write the report alone"), self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton(translate("ExportForm", "Cancel"), self)
        self.show_folder = QPushButton(translate("ExportForm", "Open the folder"), self)
        self._build()
        self.names.currentIndexChanged.connect(self._names_chosen)
        self.reason.textChanged.connect(self._check)
        for box in (*self.tables.values(), *self.programs.values(), self.report, self.figures):
            box.toggled.connect(self._check)
        self.rest("")

    def wanted(self, *, report_alone: bool = False) -> Wanted:
        """Return what the form says."""
        named = bool(self.names.currentData())
        reason = self.reason.text().strip() if named else ""
        if report_alone:
            return Wanted((), report=True, identified=named, reason=reason, choice=self.boxes.settings)
        return Wanted(
            tuple(name for name, box in self.tables.items() if box.isChecked()),
            "parquet" if self.format.currentData() == "parquet" else "csv",
            tuple(name for name, box in self.programs.items() if box.isChecked()),
            self.report.isChecked(),
            self.figures.isChecked(),
            named,
            reason,
            self.boxes.settings,
        )

    def begin(self) -> None:
        """Show that it is being written."""
        self.outcome.say("")
        self.bar.setValue(0)
        for widget in (self.bar, self.cancel):
            widget.show()
        self.show_folder.hide()
        self._check()
        self.cancel.setFocus()

    def advance(self, name: str, number: int, of: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, of)
        self.bar.setValue(number - 1)
        text = translate("ExportForm", "Writing {name}, {number} of {of}")
        mark = words.TABLES.get(name)
        self.outcome.say(text.format(name=translate("Export", mark) if mark else name, number=number, of=of))

    def rest(self, *sentences: str, written: bool = False) -> None:
        """Say what came of it."""
        for widget in (self.bar, self.cancel):
            widget.hide()
        self.show_folder.setVisible(written)
        self.outcome.say("\n".join(sentence for sentence in sentences if sentence))
        self._check()

    def _names_chosen(self) -> None:
        named = bool(self.names.currentData())
        for widget in (self.reason, self.warning):
            widget.setVisible(named)
        self.hiding.setVisible(not named)
        if named:
            self.reason.setFocus()
        self._check()

    def _check(self) -> None:
        """Let it begin only where something is chosen, and names have a reason."""
        some = any(
            box.isChecked() for box in (*self.tables.values(), *self.programs.values(), self.report, self.figures)
        )
        free = self.bar.isHidden() and (not self.names.currentData() or bool(self.reason.text().strip()))
        self.start.setEnabled(free and some)
        self.report_alone.setEnabled(free)

    def _box(self, name: str, *, on: bool = True) -> QCheckBox:
        box = QCheckBox(name, self)
        box.setChecked(on)
        return box

    def _build(self) -> None:
        self.sentence(
            translate(
                "ExportForm",
                "What the choices above ask for, all models and all verdicts, is written into a new folder, with a "
                "dictionary that names every column, its unit and its meaning.",
            ),
            "dim",
        )
        self._build_tables()
        self._build_names()
        self.heading(translate("ExportForm", "Where"))
        self.row(self.place, self.choose)
        self.column.addSpacing(4 * theme.GRID)
        theme.set_role(self.start, "primary")
        self.row(self.start, self.report_alone, self.show_folder)
        self.row(self.bar, self.cancel)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("ExportForm", "How far the export is"))
        self.outcome = self.sentence()
        self.column.addStretch(1)

    def _build_tables(self) -> None:
        self.heading(translate("ExportForm", "What"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * theme.GRID)
        grid.setVerticalSpacing(2 * theme.GRID)
        for place, box in enumerate((*self.tables.values(), *self.programs.values(), self.report, self.figures)):
            grid.addWidget(box, *divmod(place, _COLUMNS))
        grid.setColumnStretch(_COLUMNS, 1)
        self.column.addLayout(grid)
        self.format.addItem(translate("ExportForm", "CSV, for spreadsheets"), "csv")
        self.format.addItem(translate("ExportForm", "Parquet, for programs"), "parquet")
        self.row(self._format_label, self.format)
        self.row(*self.boxes.widgets)

    def _build_names(self) -> None:
        self.heading(translate("ExportForm", "Names"))
        self.names.addItem(translate("ExportForm", "without names"), False)
        self.names.addItem(translate("ExportForm", "with the names of patients and readers"), True)
        self.row(self._names_label, self.names)
        self.hiding = self.sentence(
            translate(
                "ExportForm",
                "Patients, studies and readers have pseudonyms that stay the same from export to export; dates are "
                "moved by whole weeks, the same for all of one patient; ages above 89 read 90; names, paths and "
                "comments are left out.",
            ),
            "dim",
        )
        self.warning = self.sentence(
            translate(
                "ExportForm",
                "The files will tell who patients and readers are. Your name and the reason go into the audit log.",
            )
        )
        self.warning.hide()
        self.reason.setPlaceholderText(translate("ExportForm", "Why names are needed"))
        self.reason.setAccessibleName(translate("ExportForm", "Why names are needed"))
        self.reason.setMaxLength(_REASON_LENGTH)
        self.reason.setFixedWidth(_BAR_WIDTH)
        self.reason.hide()
        self.row(self.reason)
