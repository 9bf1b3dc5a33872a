"""Reading a site's sample: it becomes the list, the model's answer is hidden for it, and other folders are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.gui.blind_dialog import BlindDialog
from xraydesk.gui.language import translate
from xraydesk.gui.ordering import Sorting
from xraydesk.triage.listing import Filter

if TYPE_CHECKING:
    from xraydesk.gui.read_page import ReadPage
    from xraydesk.research.sampling import Progress
    from xraydesk.triage.desk import Desk


class SampleDesk(QObject):
    """Shows a sample in place of the list until it is left."""

    study_wanted = Signal(str, object)  # study id, folder: put it on screen
    said = Signal(str)  # a sentence for the banner

    def __init__(self, page: ReadPage) -> None:
        super().__init__(page)
        self._page = page
        self._panel = page.worklist
        self._desk: Desk | None = None
        self._sample: Progress | None = None
        self._folder: Path | None = None
        self._read: set[str] = set()  # of those that were to be read when it began
        self._hides = False  # the model's answer, for the sample only
        self._before: tuple[Filter, Sorting] | None = None
        self._panel.sample.leave_wanted.connect(self.leave)
        self._panel.sample.on_wanted.connect(self.go_on)
        self._panel.counted.connect(self._tell)
        page.places.opened.connect(self._opened)

    @property
    def active(self) -> bool:
        """Whether the list is the sample."""
        return self._sample is not None

    def set_desk(self, desk: Desk | None) -> None:
        """Read at another desk: the sample is of one model, so the list is shown again."""
        self._desk, self._hides = desk, False
        if self._sample is not None:
            self._put_away()

    def begin(self, sample: Progress) -> None:
        """Read a sample; where the model's answer would be in sight, ask first whether to hide it."""
        desk = self._desk
        if desk is None or not sample.waiting:
            return
        if desk.reading.choices.blind_first:
            self._start(sample)
            return
        dialog = BlindDialog(self._page.window())
        dialog.hide_wanted.connect(lambda: self._hide(True, lambda: self._start(sample)))
        dialog.seen_wanted.connect(lambda: self._start_seen(sample))
        dialog.open()

    def go_on(self) -> None:
        """Open the next folder in which a study of the sample is to be read."""
        study = next(iter(self._elsewhere()), None)
        if study is not None:
            self.study_wanted.emit(*study)

    def leave(self) -> None:
        """Show the list as it was before, and the model's answer where it was hidden for the sample only."""
        if self._sample is None:
            return
        before, hides = self._before, self._hides
        self._put_away()
        if before is not None:
            self._panel.filters.set_filter(before[0])
            self._panel.sort(before[1])
        if hides:
            self._hide(False, lambda: None)

    def _start_seen(self, sample: Progress) -> None:
        self.said.emit(
            translate(
                "SampleDesk",
                "The model's answer stays in sight: these readings are not blind, and what is kept of the check "
                "says so.",
            )
        )
        self._start(sample)

    def _start(self, sample: Progress) -> None:
        if self._sample is None:
            self._before = self._panel.filters.filter(), self._panel.model.sorting
        self._sample, self._read = sample, set()
        waiting = {study for study, _ in sample.waiting}
        studies = [study for study, _ in sample.studies]
        self._panel.show_sample(studies, [study for study in studies if study not in waiting])
        first = next((place for place in sample.waiting if place[1] == self._folder), sample.waiting[0])
        self.study_wanted.emit(*first)

    def _hide(self, hide: bool, then: Callable[[], object]) -> None:
        self._hides = hide
        self._page.choices.choose_for_now("blind_first", hide, then)

    def _opened(self, folder: Path) -> None:
        """Go on with the sample where the folder holds some of it, else leave it: the reader went elsewhere."""
        self._folder = folder
        if self._sample is not None:
            self._before = None  # that was another folder's list
            if all(place != folder for _, place in self._sample.studies):
                self.leave()

    def _put_away(self) -> None:
        self._sample = self._before = None
        self._panel.show_sample((), ())

    def _elsewhere(self) -> list[tuple[str, Path]]:
        """Return what is to be read in other folders, in the order drawn."""
        if self._sample is None:
            return []
        done = self._read.union(self._panel.model.shown())
        return [
            (study, folder) for study, folder in self._sample.waiting if folder != self._folder and study not in done
        ]

    def _tell(self) -> None:
        sample, model = self._sample, self._panel.model
        if sample is None:
            return
        shown = model.shown()
        due = {shown[place] for place in model.unread_after(-1)}
        self._read |= {study for study, _ in sample.waiting}.intersection(shown)
        self._read -= due
        self._panel.sample.tell(sample.read + len(self._read), sample.drawn, len(due), len(self._elsewhere()))
