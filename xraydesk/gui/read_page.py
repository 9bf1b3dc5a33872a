"""The reading desk: worklist, viewer, findings and verdict, and what happens between them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import read_layout
from xraydesk.gui.findings_panel import FindingsPanel
from xraydesk.gui.histogram_panel import HistogramPanel
from xraydesk.gui.identity import Identity
from xraydesk.gui.map_desk import MapDesk
from xraydesk.gui.measure_desk import MeasureDesk
from xraydesk.gui.picture import Picture
from xraydesk.gui.picture_loader import ImageKey, PictureLoader
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.verdict_panel import Answered, VerdictPanel
from xraydesk.gui.viewer import Viewer
from xraydesk.gui.worklist_panel import WorklistPanel

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, Verdict

NO_STUDY = ("No study is chosen.", "Choose one in the list, or press N for the next unread.")
LOADING = "Loading …"
PATIENCE_MS = 250  # before "Loading" is said: most films are there sooner, and words that flash disturb
LOOK_AHEAD_MS = 120  # the film on screen first: reading ahead at once would take it the processor


class ReadPage(QSplitter):
    """Everything a reader does with one folder. Asks the desk; does not start or stop runs."""

    log_said = Signal(str)  # how the last verdict was written
    said = Signal(str)  # a sentence for the banner

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk: Desk | None = None
        self._study = ""
        self._name = ""  # of the study while identity is hidden
        self._index = 0
        self._count = 0
        self._own_sizes = True  # until the reader has chosen others
        self._tasks = TaskRunner(2, self)  # pictures and maps
        self._writer = TaskRunner(1, self)  # verdicts, one after the other
        self.loader = PictureLoader(self._tasks, self)
        self.identity = Identity(self)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._look_ahead = QTimer(self, interval=LOOK_AHEAD_MS, singleShot=True)
        self.worklist = WorklistPanel(self)
        self.viewer = Viewer(self)
        self.findings = FindingsPanel(self)
        self.verdict = VerdictPanel(self)
        self.histogram = HistogramPanel(self.viewer.canvas, self)
        self.maps = MapDesk(self.loader, self.viewer.canvas, self.findings, self)
        self.measures = MeasureDesk(self.viewer.measuring, self)
        read_layout.put_together(self)
        self.splitterMoved.connect(self._keep_sizes)
        self._connect()

    # -- proportions -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew, unless the reader has done so."""
        super().resizeEvent(event)
        if self._own_sizes:
            self.setSizes(read_layout.shares(self.width(), self.handleWidth()))

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Take the proportions the reader chose before."""
        restored = super().restoreState(state)
        self._own_sizes = not restored
        return restored

    @property
    def own_sizes(self) -> bool:
        """Whether the reader has left the proportions as they were."""
        return self._own_sizes

    def _keep_sizes(self) -> None:
        self._own_sizes = False

    # -- from the window ---------------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk | None) -> None:
        """Read at another desk: another model, or none."""
        self._desk = desk
        self.loader.set_desk(desk)
        self.clear()

    def clear(self) -> None:
        """Begin with another folder."""
        self._look_ahead.stop()
        self._patience.stop()
        self.loader.set_desk(self._desk)
        self._study = ""
        self.maps.want(None)
        self.measures.set_desk(self._desk)
        self.worklist.open(None if self._desk is None else self._desk.worklist)
        self._show_nothing()

    def refresh_rows(self) -> None:
        """Take the present state of all studies from the desk."""
        if self._desk is not None:
            self.worklist.refresh()

    def refresh_assessment(self, studies: set[str]) -> None:
        """Show the new assessment of the study on screen, if it is among these."""
        if self._desk is not None and self._study in studies:
            self._show_findings(self._desk)
            self._want_map()

    def close_tasks(self) -> None:
        """Let a verdict that is being written finish; drop pictures that are under way."""
        self._look_ahead.stop()
        self._patience.stop()
        self.maps.stop()
        self.measures.close()
        self._writer.close()
        self._tasks.close()

    # -- what the reader does ----------------------------------------------------------------------------------------

    def show_study(self, study_id: str) -> None:
        """Put a study on screen: the image that drove its score first."""
        desk = self._desk
        if desk is None or not study_id:
            return
        self._study = study_id
        self._count = len(desk.study(study_id).instances)
        self.viewer.set_count(self._count)
        self._name = self.identity.meet(desk.study(study_id), desk.worklist.number(study_id))
        self._show_findings(desk)
        self.verdict.set_study(study_id, desk.verdicts(study_id))
        desk.prioritise([study_id])
        self.show_image(desk.assessment(study_id).driver or 0)

    def show_image(self, index: int) -> None:
        """Put another image of the study on screen."""
        if not self._study or not 0 <= index < self._count:
            return
        self._index = index
        self.viewer.strip.mark(index)
        self.measures.want(self._key(index))
        if self.loader.kept(self._key(index)) is None:
            self.viewer.show_message("", index=index, count=self._count)  # never the last patient's film
            self._patience.start()
        wanted = [index, *(n for n in self.viewer.strip.missing() if n != index)]
        self.loader.screen = self.viewer.canvas.pixels()
        self.loader.want([self._key(n) for n in wanted])
        self._look_ahead.start()
        self._want_map()

    def step_image(self, by: int) -> None:
        """Show the next or the last image of the study."""
        self.show_image(self._index + by)

    def next_unread(self) -> None:
        """Go on to the next study without a verdict."""
        if not self.worklist.next_unread():
            self.log_said.emit("All studies in this list are read")

    # -- between the parts -------------------------------------------------------------------------------------------

    def _key(self, index: int) -> ImageKey:
        return ImageKey(self._study, index)

    @property
    def loading(self) -> bool:
        """Whether the film that belongs on screen is still being read."""
        canvas = self.viewer.canvas
        return bool(self._study) and canvas.picture is None and canvas.message in ("", LOADING)

    def _say_loading(self) -> None:
        if self.loading:
            self.viewer.show_message(LOADING, index=self._index, count=self._count)

    def _show_findings(self, desk: Desk) -> None:
        self.findings.set_card(desk.card_of(self._study))
        self.findings.show_assessment(desk.assessment(self._study))

    def _expect_next(self) -> None:
        keys = self._next_keys()
        if self._desk is not None and keys:
            self.loader.expect(keys, self.findings.label_for(self._desk.card_of(keys[0].study_id)))

    def _next_keys(self) -> list[ImageKey]:
        following = self.worklist.following()
        if self._desk is None or not following or following == self._study:
            return []
        driver = self._desk.assessment(following).driver or 0
        count = len(self._desk.study(following).instances)
        return [ImageKey(following, n) for n in (driver, *(i for i in range(count) if i != driver))]

    def _picture_ready(self, key: ImageKey, picture: Picture) -> None:
        if key.study_id != self._study or self._desk is None:
            return
        thumbnail = self.viewer.strip.thumbnail(key.index)
        if thumbnail is not None and self._count > 1:  # a single film has no strip
            thumbnail.set_picture(picture)
        if key.index == self._index and self.viewer.canvas.picture is not picture:
            label = self._desk.study(self._study).label
            self.viewer.show_picture(picture, label=label, name=self._name, index=key.index, count=self._count)

    def _picture_failed(self, key: ImageKey, error: XraydeskError) -> None:
        if key.study_id != self._study:
            return
        thumbnail = self.viewer.strip.thumbnail(key.index)
        if thumbnail is not None:
            thumbnail.set_broken(error.what)
        if key.index == self._index:
            remedy = error.remedy and f"{error.remedy}."
            self.viewer.show_message(f"{error.what}.", remedy, index=key.index, count=self._count)

    def _want_map(self) -> None:
        self.maps.want(self._key(self._index) if self._study else None)

    def _write(self, answered: Answered) -> None:
        desk = self._desk
        if desk is None:
            return
        shown = desk.assessment(answered.study_id).band is not None
        self.log_said.emit("Log: saving …")
        self._writer.run(
            lambda: desk.record_verdict(
                answered.study_id, answered.answer, answered.confidence, answered.comment, answered.seconds, shown
            ),
            self._written,
            self._not_written,
        )

    def _written(self, verdict: Verdict) -> None:
        """Say "saved" now, and not before: the verdict is on disk."""
        desk = self._desk
        if desk is None:
            return
        clock = datetime.now().strftime("%H:%M")
        self.refresh_rows()
        who = desk.row(verdict.study_id)
        self.log_said.emit(f"Log: {who.patient_id or who.label} saved {clock}")
        if verdict.study_id != self._study:
            return
        self.verdict.show_verdicts(desk.verdicts(verdict.study_id))
        self.verdict.say(f"Saved {clock}")
        self.next_unread()

    def _not_written(self, error: XraydeskError) -> None:
        self.verdict.say("Not saved. Your answer is still here: try again")
        self.log_said.emit("Log: the last verdict is NOT saved")
        self.said.emit(str(error))

    def _show_nothing(self) -> None:
        self._count = 0
        self.viewer.set_count(0)
        self.viewer.show_message(*NO_STUDY)
        self.findings.set_card(None)
        self.findings.show_assessment(None)
        self.verdict.set_study("", ())

    def _hide_identity(self, hidden: bool) -> None:
        self.worklist.hide_identity(hidden)
        self.viewer.canvas.hide_identity(hidden)
        if self._desk is not None and self._study:
            self.verdict.show_verdicts(self._desk.verdicts(self._study))

    def _connect(self) -> None:
        self.verdict.veil = self.identity.veil
        self.identity.changed.connect(self._hide_identity)
        self.worklist.study_changed.connect(self.show_study)
        self.viewer.image_wanted.connect(self.show_image)
        self.findings.image_wanted.connect(self.show_image)
        self.viewer.histogram.toggled.connect(self.histogram.set_open)
        self.findings.label_changed.connect(self._want_map)
        self.verdict.answered.connect(self._write)
        self.measures.said.connect(self.said)
        self.loader.ready.connect(self._picture_ready)
        self.loader.failed.connect(self._picture_failed)
        self._look_ahead.timeout.connect(self._expect_next)
        self._patience.timeout.connect(self._say_loading)
