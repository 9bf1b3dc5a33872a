"""Where the reader is, kept with every change, so that a start after a crash goes on exactly there."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.ordering import Column, Sorting
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Filter
from xraydesk.triage.reading import Draft, Place

if TYPE_CHECKING:
    from xraydesk.gui.read_page import ReadPage
    from xraydesk.triage.desk import Desk


PATIENCE = 5.0  # seconds


class PlaceDesk(QObject):
    """Tells the desk where the reader is, and leads the reader back there."""

    said = Signal(str)  # a sentence for the banner
    opened = Signal(object)  # a folder, before its studies are there

    def __init__(self, page: ReadPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk | None = None
        self._folder: Path | None = None
        self._wanted: Place | None = None
        self._kept: Place | None = None
        self._last: Task | None = None
        self._told = False
        self._tasks = TaskRunner(1, self)  # one: the last state is written last
        page.worklist.arranged.connect(self._changed)
        page.films.fill.wanted.connect(self._changed)
        page.viewer.grid.active_changed.connect(lambda _: self._changed())
        page.verdict.edited.connect(self._keep_draft)
        page.verdicts.given.connect(lambda study_id: self._keep_draft(study_id, None))

    def set_desk(self, desk: Desk | None) -> None:
        """Keep the place at another desk."""
        self._desk, self._folder = desk, None

    def last(self) -> Place | None:
        """Return where the reader was, in a folder that is still there."""
        place = None if self._desk is None else self._desk.reading.places.last()
        return place if place is not None and Path(place.folder).is_dir() else None

    def open(self, folder: Path) -> None:
        """Begin with another folder; nothing is kept of it before its studies are there."""
        self._folder = folder
        if self._wanted is not None and self._wanted.folder != str(folder):
            self._wanted = None
        self._kept = None
        self.opened.emit(folder)

    def want(self, place: Place) -> None:
        """Go there once the studies of its folder are in the list."""
        self._wanted = place

    def arrive(self) -> None:
        """Go where the reader wants to be, if that has come into the list."""
        place, panel = self._wanted, self._page.worklist
        if place is None or self._folder is None or not panel.model.counts().total:
            return
        self._wanted = None
        panel.filters.set_filter(Filter(_band(place.band), place.unread, place.search, place.status))
        if place.column in Column.__members__:
            panel.sort(Sorting(Column[place.column], place.descending, place.label, _band(place.floor)))
        panel.table.select(place.study_id)
        if panel.table.selected == place.study_id:
            self._page.films.show_image(place.image)

    def settle(self) -> None:
        """Wait until what was entered last is kept: its desk is about to be left."""
        kept = threading.Event()
        if not self._tasks.run(kept.set).cancelled:
            kept.wait(PATIENCE)

    def close(self) -> None:
        """Write that the reader leaves, and wait for it."""
        self._tasks.close()
        place = self._place()
        if self._desk is not None and place is not None:
            self._keep(self._desk, replace(place, closed=True))

    def _place(self) -> Place | None:
        panel = self._page.worklist
        if self._folder is None or self._wanted is not None or not panel.model.counts().total:
            return None
        sorting, shown = panel.model.sorting, panel.filters.filter()
        return Place(
            folder=str(self._folder),
            study_id=panel.table.selected,
            image=self._page.films.image,
            column=sorting.column.name,
            descending=sorting.descending,
            label=sorting.label,
            floor=sorting.floor or "",
            band=shown.band or "",
            unread=shown.unread,
            search=shown.text,
            status=shown.status,
        )

    def _changed(self) -> None:
        desk, place = self._desk, self._place()
        if desk is None or place is None or place == self._kept:
            return
        self._kept = place
        if self._last is not None and not self._last.started:
            self._last.cancel()
        self._last = self._tasks.run(lambda: desk.reading.places.keep(place), None, self._not_kept)

    def _keep_draft(self, study_id: str, draft: Draft | None) -> None:
        desk = self._desk
        if desk is not None:
            self._tasks.run(lambda: desk.reading.places.keep_draft(study_id, draft), None, self._not_kept)

    def _keep(self, desk: Desk, place: Place) -> None:
        try:
            desk.reading.places.keep(place)
        except XraydeskError as error:
            self._not_kept(error)

    def _not_kept(self, error: XraydeskError) -> None:
        if not self._told:  # once: it would be said with every letter
            self._told = True
            lost = translate("PlaceDesk", "Where you are, and answers not given yet, would be lost in a crash.")
            self.said.emit(f"{lost} {error_sentence(error)}")


def _band(name: str) -> Band | None:
    return Band(name) if name in tuple(Band) else None
