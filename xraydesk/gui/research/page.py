"""The researcher's room: a question above, a list of pages at the left, the page that is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.page_stack import PageStack
from xraydesk.gui.research.pages import research_pages
from xraydesk.gui.research.question_bar import QuestionBar
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.people import Account
    from xraydesk.research.archive import Archive, Snapshot
    from xraydesk.research.scene import Question, Scene
    from xraydesk.triage.desk import Desk


class ResearchPage(QWidget):
    """Reads the log when it comes into sight, and whenever a page has written into it."""

    open_wanted = Signal(str, object)  # study id, folder
    sample_wanted = Signal(object)  # how far a sample is
    points_changed = Signal()  # the desk judges by other operating points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self._desk: Desk | None = None
        self.account: Account | None = None  # who signed in
        self._archive: Archive | None = None
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._folder: Path | None = None
        self.bar = QuestionBar(self)
        self.pages = PageStack(research_pages(), self)
        self.line = QLabel(self)
        self._build()
        self.bar.asked.connect(self._ask)
        self.bar.reload_wanted.connect(self.reload)
        self.pages.made.connect(self._connect)
        self.pages.turned.connect(self._draw)
        self.pages.begin()

    def set_desk(self, desk: Desk | None, folder: Path | None = None) -> None:
        """Look at the database of another desk; None is none."""
        self._forget()
        self._desk, self._folder = desk, folder

    def set_folder(self, folder: Path | None) -> None:
        """Say which folder is open at the reading desk."""
        self._folder = folder

    def reload(self) -> None:
        """Read the log anew; the pages are drawn once it is there."""
        from xraydesk.research.archive import Archive

        self._leave_task()
        if self._desk is None:
            self._say_instead(translate("ResearchPage", "There is no log to look at: no model is loaded."))
            return
        if self._snapshot is None:
            self._say_instead(translate("ResearchPage", "Reading the log …"))
        self.bar.reload.setEnabled(False)
        archive = self._archive = Archive.beside(self._desk, self.account)
        self._task = self._tasks.run(archive.load, self._loaded, self._failed)

    def page(self, key: str) -> ResearchTab:
        """Turn to a page and return it; KeyError where there is none of this name."""
        found = self.pages.page(key)
        assert isinstance(found, ResearchTab)
        return found

    def close_tasks(self) -> None:
        """Stop all work and wait for it."""
        self._leave_task()
        self._close_pages()
        self._tasks.close()

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _loaded(self, snapshot: Snapshot) -> None:
        self.bar.reload.setEnabled(True)
        self._snapshot = snapshot
        question = self.bar.offer(snapshot, self._folder)
        if not len(snapshot.cases):
            self._scene = None
            self._say_instead(
                translate(
                    "ResearchPage",
                    "The log is empty. Open a folder at the reading desk and give verdicts: agreement, recall and the "
                    "misclassified are shown here.",
                )
            )
            return
        self._ask(question)

    def _ask(self, question: Question) -> None:
        from xraydesk.research.scene import look

        snapshot = self._snapshot
        if snapshot is None:
            return
        self._leave_task()
        self._task = self._tasks.run(lambda: look(snapshot, question), self._show_scene, self._failed)

    def _show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.line.setText(_said_of(scene))
        self.pages.say_instead("")
        if self.pages.current is not None:
            self._draw(self.pages.current)

    def _failed(self, error: XraydeskError) -> None:
        self.bar.reload.setEnabled(True)
        if self._scene is None:
            self._say_instead(error_sentence(error))
        else:
            self.line.setText(error_sentence(error))

    # -- pages -------------------------------------------------------------------------------------------------------

    def _connect(self, tab: ResearchTab) -> None:
        tab.open_wanted.connect(self.open_wanted)
        tab.sample_wanted.connect(self.sample_wanted)
        tab.changed.connect(self.reload)
        tab.points_changed.connect(self._take_points)
        tab.said.connect(self.line.setText)

    def _draw(self, tab: QWidget) -> None:
        if self._archive is not None and self._scene is not None and isinstance(tab, ResearchTab):
            tab.show_scene(self._archive, self._scene)

    def _take_points(self) -> None:
        if self._desk is not None:
            self._tasks.run(self._desk.points.take, lambda _: self.points_changed.emit(), self._failed)

    def _say_instead(self, words: str) -> None:
        self.pages.say_instead(words)
        self.line.clear()

    def _forget(self) -> None:
        """Drop what was read and stop what the pages still work out."""
        self._leave_task()
        self._archive = self._snapshot = self._scene = None
        self.bar.question = None
        self._close_pages()
        self.pages.forget()

    def _close_pages(self) -> None:
        for tab in self.pages.pages:
            if isinstance(tab, ResearchTab):
                tab.close_tasks()

    def _leave_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _build(self) -> None:
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.line, "dim")
        self.line.setContentsMargins(12, 4, 12, 4)
        self.line.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.line)
        self._say_instead(translate("ResearchPage", "Reading the log …"))


def _said_of(scene: Scene) -> str:
    """Return in one line what the figures rest on."""
    text = translate(
        "ResearchPage",
        "Studies: {studies}, readers: {readers}, verdicts: {verdicts}; what is true is known of {known}.",
    )
    return text.format(
        studies=figure(len(scene.cases)),
        readers=figure(len(scene.readings.readers)),
        verdicts=figure(len(scene.snapshot.verdicts)),
        known=figure(int(scene.truth.known.sum())),
    )
