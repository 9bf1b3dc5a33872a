"""The misclassified: a matrix whose cells are galleries; what went wrong is named, labels are proposed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.research.case_panel import CasePanel
from xraydesk.gui.research.case_pictures import load_film, mapped
from xraydesk.gui.research.cell_panel import CellPanel
from xraydesk.gui.research.label_box import Choices
from xraydesk.gui.research.misclassified_work import Cell, Worked, work
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.shared.gallery import Gallery, GalleryItem
from xraydesk.gui.shared.gallery_pictures import film_image
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.research import corrections, error_marks
from xraydesk.research.archive import Archive
from xraydesk.research.confusion import Kind
from xraydesk.research.error_marks import Marks
from xraydesk.research.misclassified import Misread
from xraydesk.research.scene import Scene
from xraydesk.research.truth import Rule

Write = Callable[[Archive, Misread], None]


class MisclassifiedPage(ResearchTab):
    """Matrix at the left, films in the middle, the chosen one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)  # what is written is read again after it
        self._task: Task | None = None
        self._film_task: Task | None = None
        self._archive: Archive | None = None
        self._scene: Scene | None = None
        self._cases: dict[object, Misread] = {}
        self.worked: Worked | None = None
        self.cell = CellPanel(self)
        self.gallery = Gallery(self)
        self.case = CasePanel(self)
        self._build()
        self._connect()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Count anew; judge, cell and film stay chosen where they are still there."""
        self._archive, self._scene = archive, scene
        self.cell.offer(scene)
        self._set_make()
        self._work(None if self.worked is None else self.worked.cell)

    def close_tasks(self) -> None:
        """Stop all work and wait for it."""
        self.gallery.close_tasks()
        self._tasks.close()

    def _work(self, cell: Cell | None) -> None:
        archive, scene, judge = self._archive, self._scene, self.cell.judge
        if self._task is not None:
            self._task.cancel()
        if archive is None or scene is None:
            return
        if judge is None:
            self._show_nobody()
            return
        self._task = self._tasks.run(lambda: work(archive, scene, judge, cell), self._worked, self._failed)

    def _worked(self, worked: Worked) -> None:
        self.worked = worked
        self._cases = dict(zip((item.key for item in worked.items), worked.cases, strict=True))
        self.cell.show_cell(worked)
        self._show_films()

    def _show_nobody(self) -> None:
        self.worked, self._cases = None, {}
        self.cell.show_nobody()
        self.gallery.set_items([])

    def _show_films(self) -> None:
        if self.worked is None:
            return
        before = self.gallery.item
        items = self.worked.tagged(self.cell.tag)
        there = before is not None and any(item.key == before.key for item in items)
        self.gallery.set_items(items, choose=before.key if before is not None and there else None)
        if not there and items:
            self.gallery.choose(0)

    # -- the chosen film ---------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Misread | None:
        """The case whose film is chosen."""
        item = self.gallery.item
        return None if item is None else self._cases.get(item.key)

    def _choose(self, item: GalleryItem | None) -> None:
        if self._film_task is not None:
            self._film_task.cancel()
        case, archive, scene = self.chosen, self._archive, self._scene
        if item is None or case is None or archive is None or scene is None or self.worked is None:
            self.case.show_nothing()
            return
        self.case.show_case(case, self.worked.noted, self._choices(case))
        self._film_task = self._tasks.run(
            lambda: load_film(archive, scene, item), self.case.show_film, self.case.show_problem
        )

    def _choices(self, case: Misread) -> Choices:
        assert self.worked is not None
        assert self._scene is not None
        question, matrix = self._scene.question, self.worked.matrix
        grades = matrix.truths[:-1] if matrix.judge.kind is Kind.GRADE else ()
        label = question.rule.label if question.rule.rule is Rule.REFERENCE else question.finding
        return Choices.of(case.truth, label, grades)

    def _open(self) -> None:
        case = self.chosen
        if case is not None:
            self.open_wanted.emit(case.marked.study_id, case.folder)

    # -- what is written ---------------------------------------------------------------------------------------------

    def _toggle(self, tag: str, on: bool) -> None:
        put = error_marks.put_tag if on else error_marks.take_tag
        self._write(lambda archive, case: put(archive, case.marked, tag))

    def _propose(self, label: str, given: float | None, proposed: float, reason: str) -> None:
        self._write(lambda archive, case: error_marks.propose(archive, case.marked, label, given, proposed, reason))

    def _write(self, write: Write) -> None:
        """Write about the chosen case in the worker; what is on screen follows what is on the disk."""
        archive, case = self._archive, self.chosen
        if archive is None or case is None:
            return

        def written() -> Marks:
            write(archive, case)
            return error_marks.marks(archive)

        self._tasks.run(written, lambda noted: self._noted(case, noted), self._failed_to_write)

    def _noted(self, case: Misread, noted: Marks) -> None:
        if self.worked is None:
            return
        item = said.gallery_item(case, noted)
        items = tuple(item if other.key == item.key else other for other in self.worked.items)
        self.worked = replace(self.worked, noted=noted, items=items)
        self.gallery.replace(item)
        self.cell.count_tags(self.worked)
        chosen = self.chosen
        if chosen is not None and said.key_of(chosen) == item.key:  # the log may have been read anew meanwhile
            self.case.show_marks(chosen, noted, self._choices(chosen))

    def _failed_to_write(self, error: XraydeskError) -> None:
        self._failed(error)
        case = self.chosen
        if case is not None and self.worked is not None:
            self.case.show_marks(case, self.worked.noted, self._choices(case))

    def _failed(self, error: XraydeskError) -> None:
        self.said.emit(error_sentence(error))

    # -- lists for elsewhere -----------------------------------------------------------------------------------------

    def _export_cases(self) -> None:
        worked = self.worked
        target = self._target(translate("MisclassifiedPage", "misclassified.csv")) if worked is not None else None
        if worked is None or target is None:
            return
        shown = {item.key for item in self.gallery.films.items}
        found = [case for case in worked.cases if said.key_of(case) in shown]
        self._tasks.run(
            lambda: corrections.export_cases(found, worked.noted, target), lambda _: self._wrote(target), self._failed
        )

    def _export_corrections(self) -> None:
        archive = self._archive
        target = self._target(translate("MisclassifiedPage", "corrections.csv")) if archive is not None else None
        if archive is None or target is None:
            return
        self._tasks.run(
            lambda: corrections.export_corrections(archive, target), lambda _: self._wrote(target), self._failed
        )

    def _target(self, name: str) -> Path | None:
        title = translate("MisclassifiedPage", "Save the list")
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, "CSV (*.csv)")
        return Path(chosen) if chosen else None

    def _wrote(self, target: Path) -> None:
        self.said.emit(translate("MisclassifiedPage", "The list is saved: {path}").format(path=target))

    # -- putting it together -----------------------------------------------------------------------------------------

    def _set_make(self) -> None:
        if self._archive is not None and self._scene is not None:
            self.gallery.set_make(mapped(self._archive, self._scene) if self.cell.map.isChecked() else film_image)

    def _connect(self) -> None:
        self.cell.judge_changed.connect(lambda: self._work(None))
        self.cell.matrix.chosen.connect(lambda row, column: self._work((row, column)))
        self.cell.tag_changed.connect(self._show_films)
        self.cell.map.toggled.connect(self._set_make)
        self.cell.export.clicked.connect(self._export_cases)
        self.cell.export_labels.clicked.connect(self._export_corrections)
        self.gallery.chosen.connect(self._choose)
        self.gallery.opened.connect(self._open)
        self.case.open_wanted.connect(self._open)
        self.case.tags.toggled.connect(self._toggle)
        self.case.label.proposed.connect(self._propose)
        self.case.label.taken_back.connect(
            lambda row: self._write(lambda archive, _: error_marks.take_back(archive, row))
        )
        for key, call in (("T", self.case.tags.begin), ("M", self.case.map.click)):
            QShortcut(QKeySequence(key), self.gallery, call, context=Qt.ShortcutContext.WidgetShortcut)

    def _build(self) -> None:
        self.gallery.set_lines(3)
        self.gallery.setMinimumWidth(self.gallery.gridSize().width() + 16)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        for widget, stretch in ((self.cell, 0), (self.gallery, 3), (self.case, 2)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, stretch)
        split.setSizes([300, 490, 360])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(split)
