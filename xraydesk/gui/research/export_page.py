"""The log leaves the desk: which tables, in which form, with or without names, to where."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.research import export_words as words
from xraydesk.gui.research.export_form import ExportForm
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.tasks import Task, TaskRunner, present_task
from xraydesk.research.export import Exported, Wanted, export

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene


class ExportPage(ResearchTab):
    """Asks, writes off the main thread, and says what was written and what was left out."""

    _told = Signal(object, str, int, int)  # the task, what is written, its number, of how many; from a worker

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive: Archive | None = None
        self._scene: Scene | None = None
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self._stopping = False
        self._written = Path()
        self.place = Path.home()
        self.form = ExportForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.place.setText(str(self.place))
        self.form.choose.clicked.connect(self._choose)
        self.form.start.clicked.connect(lambda: self.write(self.form.wanted()))
        self.form.report_alone.clicked.connect(lambda: self.write(self.form.wanted(report_alone=True)))
        self.form.cancel.clicked.connect(self.stop)
        self.form.show_folder.clicked.connect(self._show_folder)
        self._told.connect(self._advance)

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Keep what is to be exported: what the choices above ask for."""
        self._archive, self._scene = archive, scene

    def close_tasks(self) -> None:
        """Stop writing and wait; what was begun is taken away."""
        self._stopping = True
        self._tasks.close()

    @property
    def busy(self) -> bool:
        """Whether something is written."""
        return self._task is not None

    def write(self, wanted: Wanted) -> None:
        """Write into a new folder at the chosen place."""
        archive, scene = self._archive, self._scene
        if archive is None or scene is None or self.busy:
            return
        folder = free_folder(self.place, datetime.now())
        self.form.begin()
        self._stopping = False

        def work() -> Exported | None:
            task = present_task()

            def going(name: str, number: int, of: int) -> bool:
                self._told.emit(task, name, number, of)
                return not self._stopping

            return export(archive, scene, folder, wanted, going)

        self._task = self._tasks.run(work, self._done, self._failed)

    def stop(self) -> None:
        """Stop writing after the file it is at; nothing stays of it."""
        self._stopping = True

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _advance(self, task: Task, name: str, number: int, of: int) -> None:
        if task is self._task:
            self.form.advance(name, number, of)

    def _done(self, found: Exported | None) -> None:
        self._task = None
        if found is None:
            self.form.rest(translate("ExportPage", "Stopped; nothing was written."))
            return
        self._written = found.folder
        self.form.rest(words.done(found), *map(said, found.notices), written=True)
        self.said.emit(translate("ExportPage", "The export was written."))

    def _failed(self, error: XraydeskError) -> None:
        self._task = None
        self.form.rest(error_sentence(error))

    def _choose(self) -> None:
        title = translate("ExportPage", "Where the new folder shall be made")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.place))
        if chosen:
            self.place = Path(chosen)
            self.form.place.setText(chosen)

    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written))):
            self.said.emit(translate("ExportPage", "The folder could not be shown; it is {folder}.").format(
                folder=self._written))  # fmt: skip


def free_folder(place: Path, when: datetime) -> Path:
    """Return a folder that is not there yet, named after the time."""
    name = f"xraydesk-export-{when:%Y%m%d-%H%M%S}"
    folder, number = place / name, 1
    while folder.exists():
        number += 1
        folder = place / f"{name}-{number}"
    return folder
