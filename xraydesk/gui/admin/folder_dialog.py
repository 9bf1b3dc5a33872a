"""The small window that makes a folder of labelled films a source: looked into first, kept when the person says so."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.admin.data import DataSource, SourceKind
from xraydesk.admin.data_desk import Contents, columns_in, contents, layouts
from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.shared.sheet import LastWish, Sentence, choice, offer
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.data_desk import DataDesk

WIDTH = 620


class FolderDialog(QDialog):
    """Folder, layout, columns of a table, label, name."""

    kept = Signal(object)  # DataSource

    def __init__(self, desk: DataDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: Path | None = None
        self._tasks = TaskRunner(1, self)
        self.setWindowTitle(translate("FolderDialog", "Add a folder of labelled films"))
        self.choose = QPushButton(translate("FolderDialog", "Choose a folder …"), self)
        self.folder = Sentence(parent=self)
        self.layout_label, self.layouts = choice(translate("FolderDialog", "How the films lie"), self)
        self.columns = {field: choice(name, self) for field, name in _fields().items()}
        self.found, self.state = Sentence(parent=self), Sentence(parent=self)
        self.label_label, self.label = choice(translate("FolderDialog", "What is learnt"), self)
        self.name = QLineEdit(self)
        self.corrections = QCheckBox(translate("FolderDialog", "Take the labels proposed in the research room"), self)
        self.keep = QPushButton(translate("FolderDialog", "Keep"), self)
        self.cancel = QPushButton(translate("FolderDialog", "Cancel"), self)
        self._wish = LastWish(self._tasks, self.state, self)
        self._build()
        self.finished.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether the folder is read."""
        return self._wish.busy

    def open_folder(self, folder: Path) -> None:
        """Look into a folder; its layout is found by itself."""
        self._folder = folder
        self.folder.say(str(folder))
        self.name.setText(folder.name)
        self.layouts.setCurrentIndex(0)
        for _, box in self.columns.values():
            offer(box, [(translate("FolderDialog", "found by itself"), "")])
        self._wish.ask(partial(_columns, folder), self._offer_columns)

    @property
    def source(self) -> DataSource | None:
        """What is set now."""
        if self._folder is None:
            return None
        columns = {field: str(box.currentData()) for field, (_, box) in self.columns.items() if box.currentData()}
        return DataSource(self.name.text(), SourceKind.FOLDER, self._folder, self.layouts.currentData() or "",
                          self.label.currentData() or "", columns=columns,
                          corrections=self.corrections.isChecked())  # fmt: skip

    def _offer_columns(self, found: tuple[str, ...]) -> None:
        for _, box in self.columns.values():
            offer(box, [(translate("FolderDialog", "found by itself"), ""), *((name, name) for name in found)])
            self._form.setRowVisible(box, bool(found))
        self._look()

    def _look(self) -> None:
        source = self.source
        self.keep.setEnabled(False)
        self.found.say("")
        if source is not None:
            self._wish.ask(partial(contents, _plain(source)), self._show)

    def _show(self, found: Contents) -> None:
        text = translate("FolderDialog", "{number} labelled films, read as {layout}.")
        self.found.say(text.format(number=figure(found.films), layout=found.layout))
        entries = [(name, name) for name in found.labels]
        usual = [entry for entry in entries if entry[0] == "abnormal"]
        offer(self.label, [*usual, *(entry for entry in entries if entry not in usual)])
        self.keep.setEnabled(True)
        self.keep.setDefault(True)

    def _keep(self) -> None:
        source = self.source
        if source is None:
            return
        try:
            kept = self._desk.keep(source)
        except XraydeskError as error:
            self.state.say(error_sentence(error))
            return
        self.accept()
        self.kept.emit(kept)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, translate("FolderDialog", "Choose a folder"))
        if chosen:
            self.open_folder(Path(chosen))

    def _close(self) -> None:
        self._wish.drop()
        self._tasks.close()

    def _build(self) -> None:
        by_itself = (translate("FolderDialog", "found by itself"), "")
        offer(self.layouts, [by_itself, *((f"{name}: {said(words)}", name) for name, words in layouts().items())])
        offer(self.label, [])
        self.name.setAccessibleName(translate("FolderDialog", "Name of the source"))
        self._form = QFormLayout()
        self._form.addRow(self.layout_label, self.layouts)
        for label, box in self.columns.values():
            self._form.addRow(label, box)
            self._form.setRowVisible(box, False)
            box.activated.connect(self._look)
        self._form.addRow(self.label_label, self.label)
        name = QLabel(self.name.accessibleName(), self)
        name.setBuddy(self.name)
        theme.set_role(name, "dim")
        self._form.addRow(name, self.name)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(20, 20, 20, 20)
        for part in (self.choose, self.folder, self._form, self.corrections, self.found, self.state, row):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        theme.set_role(self.keep, "primary")
        self.keep.setEnabled(False)
        for button in (self.choose, self.keep, self.cancel):
            button.setAutoDefault(False)
        self.layouts.activated.connect(self._look)
        self.choose.clicked.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        self.setMinimumWidth(WIDTH)


def _fields() -> dict[str, str]:
    return {
        "key": translate("FolderDialog", "Column of the image"),
        "findings": translate("FolderDialog", "Column of the findings"),
        "patient": translate("FolderDialog", "Column of the patient"),
        "study": translate("FolderDialog", "Column of the study"),
        "age": translate("FolderDialog", "Column of the age"),
        "sex": translate("FolderDialog", "Column of the sex"),
        "view": translate("FolderDialog", "Column of the view"),
        "source": translate("FolderDialog", "Column of the source"),
    }


def _columns(folder: Path) -> tuple[str, ...]:
    """Return the columns of the folder's table; none where it has none."""
    try:
        return columns_in(folder)
    except XraydeskError:
        return ()


def _plain(source: DataSource) -> DataSource:
    """Return the source without a label: which ones there are is what is asked."""
    return replace(source, label="")
