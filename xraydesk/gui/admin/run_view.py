"""One training run, live: how far it is, its curves, what it is shown, what the watchdogs say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.admin.run import Run, RunState
from xraydesk.errors import TrainingError
from xraydesk.gui import theme
from xraydesk.gui.admin import run_words
from xraydesk.gui.admin.run_charts import RunCharts
from xraydesk.gui.admin.run_matrix import RunMatrix
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.sheet import Sentence, Sheet

_PICTURE_WIDTH, _LOG_HEIGHT = 440, 120


class RunView(Sheet):
    """Shows a run; its buttons say what is wanted with it."""

    pause_wanted = Signal()
    end_wanted = Signal()
    resume_wanted = Signal()
    compare_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("RunView", "Training run"), parent)
        self._shown: Run | None = None
        self._epochs = 0
        self.title = self.heading("–")
        self.state = self.sentence(role="heading")
        self.what = self.sentence()
        self.outcome = self.sentence()
        self.pause = QPushButton(translate("RunView", "Pause"), self.body)
        self.resume = QPushButton(translate("RunView", "Resume"), self.body)
        self.end = QPushButton(translate("RunView", "Stop at once"), self.body)
        self.compare = QPushButton(translate("RunView", "Compare with the model in use"), self.body)
        self.remove = QPushButton(translate("RunView", "Remove …"), self.body)
        self.figures = {name: QLabel("–", self.body) for name in ("step", "pace", "left", "memory", "films")}
        self.charts = RunCharts(self.body)
        self.matrix = RunMatrix(self.body)
        self.picture = QLabel(self.body)
        self.log = QPlainTextEdit(self.body)
        self._build()

    def show_run(self, run: Run) -> None:
        """Show a run as it is; what has not changed is not drawn again."""
        before, self._shown = self._shown, run
        same = before is not None and before.folder == run.folder
        if not same:
            self._begin(run)
        self.state.say(run_words.state(run))
        self.what.say(*run_words.what_it_does(run))
        self._dress_buttons(run)
        for name, words in self._figures(run).items():
            self.figures[name].setText(words)
        if not same or before is None or before.progress is not run.progress:
            self.charts.show_progress(run.progress)
            self.matrix.show_matrix(run.progress.matrix)
            self.warnings.say("\n".join(f"⚠ {said(sentence)}" for sentence in run.progress.warnings))
            self._show_log(run)
        if self.picture.pixmap().isNull():
            self._show_picture(run)

    def _begin(self, run: Run) -> None:
        self.title.say(run.name)
        self.picture.setPixmap(QPixmap())
        self.picture_words.hide()
        self.outcome.say()
        try:
            self._epochs = run.request.checked().epochs
        except TrainingError:  # of an older or newer program
            self._epochs = 0

    def _figures(self, run: Run) -> dict[str, str]:
        return {
            "step": run_words.step(run, self._epochs),
            "pace": run_words.pace(run),
            "left": run_words.left(run),
            "memory": run_words.memory(run),
            "films": run_words.films(run),
        }

    def _dress_buttons(self, run: Run) -> None:
        running = run.state is RunState.RUNNING
        self.pause.setVisible(running and not run.stopping)
        self.end.setVisible(running)
        self.resume.setVisible(run.state.can_go_on)
        self.compare.setVisible(run.model is not None)
        self.remove.setVisible(not running)

    def _show_log(self, run: Run) -> None:
        lines = [*(said(note) for note in run.progress.notes), *run.log().splitlines()]
        text = "\n".join(lines)
        if text != self.log.toPlainText():
            self.log.setPlainText(text)
            self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    def _show_picture(self, run: Run) -> None:
        found = QPixmap(str(run.picture)) if run.picture.is_file() else QPixmap()
        if not found.isNull():
            way = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(found.scaledToWidth(min(_PICTURE_WIDTH, found.width()), way))
        self.picture_words.setVisible(not found.isNull())

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.row(self.pause, self.resume, self.end, self.compare, self.remove)
        for button, words, signal in (
            (self.pause, translate("RunView", "Stop at a checkpoint and give the memory back"), self.pause_wanted),
            (self.resume, translate("RunView", "Go on with the next step, on the same films"), self.resume_wanted),
            (self.end, translate("RunView", "What came after the last checkpoint is lost"), self.end_wanted),
            (self.compare, translate("RunView", "On the same held-out studies"), self.compare_wanted),
            (self.remove, translate("RunView", "Delete the folder of this run"), self.remove_wanted),
        ):
            button.setToolTip(words)
            button.clicked.connect(signal)
        theme.set_role(self.compare, "primary")
        self.column.addLayout(self._strip())
        self.warnings = self.sentence()
        self.column.addWidget(self.charts)
        self.column.addLayout(self._lower())
        self.log.setReadOnly(True)
        self.log.setMaximumHeight(_LOG_HEIGHT)
        self.log.setAccessibleName(translate("RunView", "Log"))
        self.column.addWidget(self.log)
        self.column.addStretch(1)

    def _strip(self) -> QGridLayout:
        """Return the figures, each below its name."""
        names = {
            "step": translate("RunView", "At"),
            "pace": translate("RunView", "Films a second"),
            "left": translate("RunView", "Time left, at most"),
            "memory": translate("RunView", "Memory"),
            "films": translate("RunView", "Films"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * theme.GRID)
        for column, (key, name) in enumerate(names.items()):
            caption = QLabel(name, self.body)
            theme.set_role(caption, "dim")
            grid.addWidget(caption, 0, column)
            self.figures[key].setAccessibleName(name)
            self.figures[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(self.figures[key], 1, column)
            self.figures[key].setAlignment(Qt.AlignmentFlag.AlignTop)
        self.figures["films"].setWordWrap(True)
        grid.setColumnStretch(len(names) - 1, 1)
        return grid

    def _lower(self) -> QHBoxLayout:
        """Return the picture of a batch and the confusion matrix, side by side."""
        text = translate(
            "RunView",
            "The first batch as the network sees it: + with the finding, - without, x of another kind.",
        )
        self.picture_words = Sentence(text, self.body)
        self.picture_words.hide()
        theme.set_role(self.picture_words, "dim")
        self.picture.setAccessibleName(text)
        title = QLabel(translate("RunView", "Validation films after the latest epoch, at a probability of one half"))
        theme.set_role(title, "dim")
        title.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(6 * theme.GRID)
        for widgets in ((self.picture_words, self.picture), (title, self.matrix)):
            column = QVBoxLayout()
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addLayout(column)
        row.addStretch(1)
        return row
