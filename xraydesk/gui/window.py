"""The main window: puts the parts together and passes on what one part tells another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import messages, reading_look, words
from xraydesk.gui.banner import Banner
from xraydesk.gui.curtain import PROGRAM, Curtain
from xraydesk.gui.desk_link import DeskFactory, DeskLink
from xraydesk.gui.dropping import dropped_folder
from xraydesk.gui.entrance import Entrance
from xraydesk.gui.filter_desk import FilterDesk
from xraydesk.gui.folder_desk import FolderDesk
from xraydesk.gui.footer import Footer
from xraydesk.gui.help_desk import HelpDesk
from xraydesk.gui.keymap import Keymap
from xraydesk.gui.read_page import ReadPage
from xraydesk.gui.reading_keys import window_keys
from xraydesk.gui.rooms import Rooms
from xraydesk.gui.session import Session
from xraydesk.gui.start_page import StartPage
from xraydesk.gui.top_bar import TopBar
from xraydesk.gui.watch_desk import WatchDesk
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.imaging.study import ScanResult
from xraydesk.settings import Settings
from xraydesk.triage.progress import Progress

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard, RunSummary

DEFAULT_SIZE = (1600, 960)


class MainWindow(QMainWindow):
    """The reading room's window.

    Parameters
    ----------
    factory
        Makes the desk for a model id; called once the window stands, so that it is seen at once.
    data_dir
        Where the window keeps its own place and size.
    """

    def __init__(self, factory: DeskFactory, data_dir: Path) -> None:
        super().__init__()
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.session = Session(data_dir)
        self._scanned = False
        self._asked_for: str | None = None  # the model, None where the site's choice serves
        self.link = DeskLink(factory, self)
        self.top = TopBar(self)
        self.banner = Banner(self)
        self.start = StartPage(self)
        self.read = ReadPage(self)
        self.footer = Footer(self)
        self.pages = QStackedWidget(self)
        self.rooms = Rooms(self._desk_room(), self)
        self.entrance = Entrance(self, data_dir)
        self.folders = FolderDesk(self, data_dir)
        self._build()
        self.curtain = Curtain(self)
        self._connect()
        settings = Settings.load(data_dir)
        self.help = HelpDesk(self, data_dir)
        self.watching = WatchDesk(self)
        self.filters = FilterDesk(self, data_dir)
        self.keymap = Keymap(window_keys(self), self, settings.keys)
        if not self.session.restore(self, self.read):
            self.resize(*DEFAULT_SIZE)
        self.read.identity.set_hidden(self.session.begins_hidden(settings.identity))
        self.read.viewer.histogram.setChecked(self.session.histogram_open)
        reading_look.put_on(self.read, self.session.look)
        if self.session.columns is not None:
            self.read.worklist.table.choose_columns(c for c in COLUMNS if c.name in self.session.columns)

    # -- what is asked of the window ---------------------------------------------------------------------------------

    def connect_desk(self, model_id: str | None = None) -> bool:
        """Make the desk, once somebody sits there; where that fails the page says why. True where there is one."""
        self._asked_for = model_id
        if self.entrance.admits():
            self.link.connect_desk(model_id)
        return self.link.desk is not None

    def open_folder(self, folder: Path) -> None:
        """Read and score a folder."""
        self.folders.open(folder)

    def use_model(self, model_id: str | None) -> None:
        """Score with another model, or with "automatic"; the folder is opened anew, its verdicts stay."""
        folder = self.link.folder
        if self.connect_desk(model_id) and folder is not None:
            self.open_folder(folder)

    def renew_desk(self) -> None:
        """Work with the versions that are in use now, for who sits here now; what is known of the folder is there."""
        self.use_model(self._asked_for)

    # -- what the desk tells -----------------------------------------------------------------------------------------

    def _desk_changed(self) -> None:
        desk = self.link.desk
        self.read.set_desk(desk)
        self.rooms.set_desk(desk)
        self._show_speaker(None)
        self.top.set_recent(() if desk is None else desk.recent_folders(), self.folders.demo)
        self._show_model()
        self.start.set_demo(self.folders.demo is not None)
        if desk is not None:
            self.start.show_start()
        self.help.turn_to(self.start)
        self.help.greet()

    def _show_model(self) -> None:
        desk = self.link.desk
        if desk is None:
            self.top.set_models((), (), "", automatic=False)
        else:
            self.top.set_models(desk.models(), desk.cards, desk.device_words, automatic=desk.automatic)

    def _show_speaker(self, card: ModelCard | None) -> None:
        """Say below which model speaks about the chosen study."""
        self.footer.set_models(() if self.link.desk is None else self.link.desk.cards, card)

    def _opening(self, folder: Path) -> None:
        self._scanned = False
        self.curtain.begin(folder)
        self.top.show_progress(Progress(0, 0, stage="reading the folder"))
        self.read.clear()
        self.start.show_scanning()
        self.help.turn_to(self.start)

    def _has_scanned(self, result: ScanResult) -> None:
        self._scanned = True
        self.read.worklist.set_skipped(result.skipped)
        if result.studies:
            self.help.turn_to(self.read)
            if self.read.isVisible():
                self.read.worklist.table.setFocus()
        else:
            self.start.show_empty(len(result.skipped))

    def _failed(self, error: XraydeskError) -> None:
        if self.help.turned_to is self.start:
            self.curtain.say_failure(messages.error_sentence(error))
        else:
            self.curtain.say(messages.error_sentence(error))

    def _finished(self, summary: RunSummary | None) -> None:
        self.top.show_progress(None)
        self.top.show_outcome("" if summary is None else words.outcome(summary))
        self._show_model()
        if self.link.desk is not None:
            self.top.set_recent(self.link.desk.recent_folders(), self.folders.demo)
        if summary is not None and summary.notices:
            self.banner.say(" ".join(map(messages.said, summary.notices)))
        if summary is not None and summary.cancelled and not self._scanned:
            self.start.show_start()

    # -- events ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome folders and files of folders."""
        if dropped_folder(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder that was dropped, or the folder of the file."""
        folder = dropped_folder(event)
        if folder is not None:
            event.acceptProposedAction()
            self.open_folder(folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, stop all work and wait for it."""
        self.session.keep(
            self,
            self.read,
            splitter_chosen=not self.read.own_sizes,
            histogram_open=self.read.viewer.histogram.isChecked(),
            identity_hidden=self.read.identity.hidden,
            columns=[column.name for column in self.read.worklist.table.columns],
            look=reading_look.look_of(self.read),
        )
        self.hide()
        self.folders.close()
        self.entrance.close_tasks()
        self.rooms.close_tasks()
        self.read.close_tasks()
        self.link.close()
        super().closeEvent(event)

    # -- putting together --------------------------------------------------------------------------------------------

    def _desk_room(self) -> QWidget:
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.pages, 1)
        return room

    def _build(self) -> None:
        middle = QWidget(self)
        self.setCentralWidget(self.entrance)
        self.entrance.put_behind(middle)
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rooms.rail, 0, 0, 2, 1)
        grid.addWidget(self.banner, 0, 1)
        grid.addWidget(self.rooms.stack, 1, 1)
        grid.addWidget(self.footer, 2, 0, 1, 2)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.read)

    def _connect(self) -> None:
        link, read, top = self.link, self.read, self.top
        link.desk_changed.connect(self._desk_changed)
        link.opening.connect(self._opening)
        link.scanned.connect(self._has_scanned)
        link.rows_changed.connect(read.refresh_rows)
        link.rows_changed.connect(read.places.arrive)
        link.opening.connect(read.places.open)
        link.opening.connect(self.rooms.set_folder)
        self.rooms.study_wanted.connect(self.folders.open_study)
        self.rooms.sample_wanted.connect(read.samples.begin)
        read.samples.study_wanted.connect(self.folders.open_study)
        self.rooms.research.points_changed.connect(self.read.refresh_points)
        self.rooms.models_changed.connect(self.renew_desk)
        link.assessed.connect(read.refresh_assessment)
        link.progress.connect(top.show_progress)
        link.failed.connect(self._failed)
        link.finished.connect(self._finished)
        top.open_wanted.connect(self.folders.ask)
        top.folder_wanted.connect(self.folders.open)
        top.model_wanted.connect(self.use_model)
        top.cancel_wanted.connect(link.cancel)
        read.choices.offer_in(top.model.menu())
        self.start.open_wanted.connect(self.folders.ask)
        self.start.demo_wanted.connect(self.folders.open_demo)
        self.start.resume_wanted.connect(self.folders.resume)
        read.findings.card_changed.connect(self._show_speaker)
        read.log_said.connect(self.curtain.say_log)
        for part in (read, self.entrance):
            part.said.connect(self.curtain.say)
        self.rooms.refused.connect(self.curtain.say)
