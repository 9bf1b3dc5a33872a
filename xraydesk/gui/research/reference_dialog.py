"""The small window that imports a table of what is true: looked at first, written when the reader says so."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.reference_words import WordList
from xraydesk.gui.shared.sheet import LastWish, Sentence, choice, offer
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.words import figure
from xraydesk.research.reference_import import Preview, Reading, Table, guess, preview, read_table, write

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive, Snapshot

WIDTH, MOST_LINES = 640, 5
HOW = cast(
    str,
    QT_TRANSLATE_NOOP(
        "ReferenceDialog",
        "A CSV table with a line for each study: one column names it (study id, accession number or file name), one "
        "says what is true (yes or no, 1 or 0, abnormal or normal, a grade). Nothing is written before you import it.",
    ),
)


class ReferenceDialog(QDialog):
    """Chooses a table and its columns, shows what it says of which studies, and writes it."""

    def __init__(self, archive: Archive, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._snapshot = archive, snapshot
        self._table: Table | None = None
        self._shown: Preview | None = None
        self._tasks = TaskRunner(1, self)
        self.setWindowTitle(translate("ReferenceDialog", "Import a reference table"))
        self.choose = QPushButton(translate("ReferenceDialog", "Choose a table …"), self)
        self.file = Sentence(parent=self)
        self.key_label, self.key = choice(translate("ReferenceDialog", "Column of the study"), self)
        self.value_label, self.value = choice(translate("ReferenceDialog", "Column of what is true"), self)
        self.about_label, self.about = choice(translate("ReferenceDialog", "It speaks about"), self)
        self.source = QLineEdit(self)
        self.words = WordList(self)
        self.state = Sentence(parent=self)
        self.found = Sentence(parent=self)
        self.write = QPushButton(translate("ReferenceDialog", "Import"), self)
        self.cancel = QPushButton(translate("ReferenceDialog", "Cancel"), self)
        self._wish = LastWish(self._tasks, self.state, self)
        self._build()
        self.finished.connect(self._close)

    def open_table(self, path: Path) -> None:
        """Read a table and show what it says."""
        self._wish.ask(partial(read_table, path), self._read)

    @property
    def busy(self) -> bool:
        """Whether something is read, matched or written."""
        return self._wish.busy

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _read(self, table: Table) -> None:
        self._table = table
        self.file.say(str(table.path))
        first = guess(table)
        for box, column in ((self.key, first.key), (self.value, first.value)):
            offer(box, [(name, name) for name in table.columns])
            box.setCurrentIndex(table.columns.index(column))
        self.source.setText(table.path.name)
        self.words.forget()
        for widget in self._settings:
            widget.setEnabled(True)
        self._look()

    def _look(self) -> None:
        if self._table is None:
            return
        self.write.setEnabled(False)
        reading = Reading(self.key.currentData(), self.value.currentData(), self.about.currentData() or "",
                          self.words.said())  # fmt: skip
        snapshot, source = self._snapshot, self.source.text().strip()
        work = partial(preview, snapshot.cases, self._table, reading, snapshot.reference, source)
        self._wish.ask(work, self._show)

    def _show(self, shown: Preview) -> None:
        self._shown = shown
        self.words.show_words(shown.words)
        self.found.say("\n".join(sentences(shown)))
        self.write.setEnabled(bool(shown.matched))
        if shown.matched:
            self.write.setDefault(True)

    def _write(self) -> None:
        if self._shown is not None:
            self.write.setEnabled(False)
            self._wish.ask(partial(write, self._archive, replace(self._shown)), lambda _: self.accept())

    def _choose(self) -> None:
        title = translate("ReferenceDialog", "Choose a table")
        kinds = translate("ReferenceDialog", "Tables (*.csv *.tsv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.open_table(Path(chosen))

    def _close(self) -> None:
        self._wish.drop()
        self._tasks.close()

    # -- building ----------------------------------------------------------------------------------------------------

    @property
    def _settings(self) -> tuple[QWidget, ...]:
        return self.key, self.value, self.about, self.source

    def _build(self) -> None:
        whole = translate("ReferenceDialog", "the whole study")
        offer(self.about, [(whole, ""), *((name, name) for name in self._snapshot.findings)])
        self.source.setAccessibleName(translate("ReferenceDialog", "Name of the source"))
        source = QLabel(self.source.accessibleName(), self)
        source.setBuddy(self.source)
        theme.set_role(source, "dim")
        theme.set_role(self.write, "primary")
        self.write.setEnabled(False)
        for button in (self.choose, self.write, self.cancel):
            button.setAutoDefault(False)
        for box in (self.key, self.value, self.about):
            box.activated.connect(self._column_chosen)
            box.setEnabled(False)
        self.source.setEnabled(False)
        self.source.editingFinished.connect(self._look)
        self.words.changed.connect(self._look)
        self.choose.clicked.connect(self._choose)
        self.write.clicked.connect(self._write)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        column.addWidget(Sentence(translate("ReferenceDialog", HOW), self))
        column.addLayout(_row(self.choose, self.file))
        column.addLayout(_row(self.key_label, self.key, self.value_label, self.value))
        column.addLayout(_row(self.about_label, self.about, source, self.source))
        for widget in (self.words, self.found, self.state):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(_row(self.write, None, self.cancel))
        self.resize(WIDTH, 480)

    def _column_chosen(self) -> None:
        self.words.forget()
        self._look()


def sentences(shown: Preview) -> list[str]:
    """Say what would be written and what was left out, and why."""
    abnormal = sum(value >= 1 for _, value in shown.matched)
    text = translate("ReferenceDialog", "Studies to be written: {count}, {abnormal} with 1 or more, {normal} with 0.")
    counts = {"count": len(shown.matched), "abnormal": abnormal, "normal": len(shown.matched) - abnormal}
    found = [text.format(**{name: figure(value) for name, value in counts.items()})]
    if shown.replaces:
        text = translate(
            "ReferenceDialog", "Of {count} of them this source said something else before; both stay in the log."
        )
        found.append(text.format(count=figure(shown.replaces)))
    one = translate("ReferenceDialog", "One line left out: {why} (line {lines}).")
    many = translate("ReferenceDialog", "{count} lines left out: {why} (lines {lines}).")
    for why, lines in shown.left_out.items():
        named = ", ".join(map(str, lines[:MOST_LINES])) + (" …" if len(lines) > MOST_LINES else "")
        text = one if len(lines) == 1 else many
        found.append(text.format(count=figure(len(lines)), why=said(why), lines=named))
    return found


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QComboBox | QLineEdit | Sentence) else 0)
    return row
