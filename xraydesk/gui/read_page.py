"""The reading desk: worklist, viewer, findings and verdict, and what happens between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from xraydesk.gui import read_layout
from xraydesk.gui.claim_desk import ClaimDesk
from xraydesk.gui.film_desk import FilmDesk
from xraydesk.gui.film_plan import in_order
from xraydesk.gui.findings_panel import FindingsPanel
from xraydesk.gui.histogram_panel import HistogramPanel
from xraydesk.gui.identity import Identity
from xraydesk.gui.language import translate
from xraydesk.gui.news_desk import NewsDesk
from xraydesk.gui.picture_loader import MapKey, PictureLoader
from xraydesk.gui.place_desk import PlaceDesk
from xraydesk.gui.reading_choices import ReadingChoices
from xraydesk.gui.reading_clock import InSight
from xraydesk.gui.sample_desk import SampleDesk
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.verdict_desk import VerdictDesk
from xraydesk.gui.verdict_panel import VerdictPanel
from xraydesk.gui.viewer import Viewer
from xraydesk.gui.worklist_panel import WorklistPanel

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

AHEAD = 3  # studies whose first film is read while another is on screen
LOOK_AHEAD_MS = 120  # the film on screen first: reading ahead at once would take it the processor


class ReadPage(QSplitter):
    """Everything a reader does with one folder. Asks the desk; does not start or stop runs."""

    log_said = Signal(str)  # how the last verdict was written
    said = Signal(str)  # a sentence for the banner

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk: Desk | None = None
        self._study = ""
        self._own_sizes = True  # until the reader has chosen others
        self._tasks = TaskRunner(2, self)  # pictures
        self.loader = PictureLoader(self._tasks, self)
        self.identity = Identity(self)
        self._look_ahead = QTimer(self, interval=LOOK_AHEAD_MS, singleShot=True)
        self.worklist = WorklistPanel(self)
        self.viewer = Viewer(self)
        self.findings = FindingsPanel(self)
        self.verdict = VerdictPanel(self)
        self.verdicts = VerdictDesk(self.verdict, self)
        InSight(self, self.verdict.clock)
        self.choices = ReadingChoices(self)
        self.histogram = HistogramPanel(self.viewer.canvas, self)
        self.films = FilmDesk(self.loader, self.viewer, self.findings, self)
        self.places = PlaceDesk(self)
        self.claims = ClaimDesk(self)
        self.news = NewsDesk(self)
        self.samples = SampleDesk(self)
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
        self.verdicts.set_desk(desk)
        self.choices.set_desk(desk)
        self.places.set_desk(desk)
        self.claims.set_desk(desk)
        self.news.set_desk(desk)
        self.samples.set_desk(desk)
        self.clear()

    def clear(self) -> None:
        """Begin with another folder."""
        self._look_ahead.stop()
        self.loader.set_desk(self._desk)
        self._study = ""
        self.films.clear(self._desk)
        self.worklist.open(None if self._desk is None else self._desk.worklist)
        self._show_rules()
        self._show_nothing()

    def refresh_rows(self) -> None:
        """Take the present state of all studies from the desk."""
        if self._desk is not None:
            self.worklist.refresh()

    def refresh_assessment(self, studies: set[str]) -> None:
        """Show the new assessment of the study on screen, if it is among these."""
        if self._desk is not None and self._study in studies:
            self._show_findings(self._desk)
            self.verdicts.ask_second()
            self.films.grow()
            self.films.refresh_maps()

    def refresh_points(self) -> None:
        """Say which operating points the models are used with now."""
        if self._desk is not None:
            if self._study:
                self._show_findings(self._desk)
            self.findings.card_changed.emit(self._desk.card_of(self._study) if self._study else None)

    def close_tasks(self) -> None:
        """Let a verdict that is being written finish; drop pictures that are under way."""
        self._look_ahead.stop()
        self.films.close()
        self.verdicts.close()
        self.choices.close()
        self.places.close()
        self.claims.close()
        self.news.close()
        self.loader.close()
        self._tasks.close()

    # -- what the reader does ----------------------------------------------------------------------------------------

    def show_study(self, study_id: str) -> None:
        """Put a study on screen: the image that drove its score first."""
        desk = self._desk
        if desk is None or not study_id:
            return
        self._study = study_id
        self.identity.meet(desk.study(study_id), desk.worklist.number(study_id))
        self._show_findings(desk)
        self.verdicts.show(study_id)
        self.claims.show(study_id)
        desk.prioritise([study_id])
        self.films.show_study(study_id, desk.assessment(study_id).driver or 0)

    @property
    def loading(self) -> bool:
        """Whether a film that belongs on screen is still being read."""
        return self.films.loading

    def step_image(self, by: int) -> None:
        """Show the next or the last image of the study."""
        self.films.step_image(by)

    def next_unread(self) -> None:
        """Go on to the next study without a verdict."""
        if not self.worklist.next_unread():
            self.log_said.emit(translate("ReadPage", "All studies in this list are read"))

    # -- between the parts -------------------------------------------------------------------------------------------

    def _show_findings(self, desk: Desk) -> None:
        self.findings.set_card(desk.card_of(self._study))
        self.findings.show_assessment(desk.assessment(self._study), hidden=desk.reading.standing(self._study).hidden)

    def _expect_next(self) -> None:
        """Read ahead: the driving images of the next studies with their maps, then the other images of the first."""
        desk = self._desk
        if desk is None:
            return
        following = [study for study in self.worklist.following(AHEAD) if study != self._study]
        images = [
            in_order(study, len(desk.study(study).instances), desk.assessment(study).driver or 0) for study in following
        ]
        drivers = [keys[0] for keys in images]
        labels = [self.findings.label_for(desk.card_of(study)) for study in following]
        maps = [MapKey(key, label) for key, label in zip(drivers, labels, strict=True) if label]
        self.loader.expect([*drivers, *(key for keys in images[:1] for key in keys[1:])], maps)

    def _verdict_done(self) -> None:
        if self._desk is not None and self._desk.reading.choices.auto_advance:
            self.next_unread()

    def _verdict_changed(self, study_id: str) -> None:
        self.refresh_rows()
        self.refresh_assessment({study_id})  # what was hidden may be shown now

    def _others_said(self, studies: set[str]) -> None:
        """Show what other readers have said; what this one has entered stays."""
        self.refresh_rows()
        if self._desk is not None and self._study in studies:
            self.verdict.show_verdicts(self._desk.verdicts(self._study))

    def _show_rules(self) -> None:
        choices = None if self._desk is None else self._desk.reading.choices
        self.worklist.set_blind(choices is not None and choices.blind_first)
        self.worklist.filters.offer_second(choices is not None and choices.two_readers)

    def _rules_changed(self) -> None:
        self._show_rules()
        self.worklist.resort()
        self.loader.set_desk(self._desk)  # maps kept from before are hidden too
        if self._study:
            self.show_study(self._study)

    def _show_nothing(self) -> None:
        self.findings.set_card(None)
        self.findings.show_assessment(None)
        self.verdicts.show("")
        self.claims.show("")

    def _hide_identity(self, hidden: bool) -> None:
        self.worklist.hide_identity(hidden)
        self.films.hide_identity(hidden)
        if self._desk is not None and self._study:
            self.verdict.show_verdicts(self._desk.verdicts(self._study))

    def _connect(self) -> None:
        self.verdict.veil = self.identity.veil
        self.identity.changed.connect(self._hide_identity)
        self.worklist.study_changed.connect(self.show_study)
        self.findings.image_wanted.connect(self.films.show_image)
        self.viewer.histogram.toggled.connect(self.histogram.set_open)
        self.viewer.grid.active_changed.connect(lambda cell: self.histogram.watch(cell.canvas))
        self.findings.label_changed.connect(self.films.refresh_maps)
        self.verdict.answered.connect(lambda _: self.worklist.table.setFocus())  # the next key is no comment
        self.verdicts.changed.connect(self._verdict_changed)
        self.verdicts.done.connect(self._verdict_done)
        self.verdicts.taken_back.connect(self.worklist.bring)
        self.verdicts.log_said.connect(self.log_said)
        self.choices.changed.connect(self._rules_changed)
        self.claims.changed.connect(self.refresh_rows)
        self.news.heard.connect(self._others_said)
        self.claims.told.connect(self.verdict.tell_held)
        for part in (self.verdicts, self.choices, self.places, self.samples):
            part.said.connect(self.said)
        self.films.said.connect(self.said)
        self.films.noted.connect(self.log_said)
        self.films.fill.wanted.connect(self._look_ahead.start)
        self._look_ahead.timeout.connect(self._expect_next)
