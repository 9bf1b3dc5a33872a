"""Films come from the loader into the cells that ask for them; until then, and where none comes, a sentence stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui import corner_text, messages
from xraydesk.gui.film_grid import FilmCell
from xraydesk.gui.film_plan import Content, Showing
from xraydesk.gui.identity import neutral_name
from xraydesk.gui.language import translate
from xraydesk.gui.picture import Picture
from xraydesk.gui.picture_loader import ImageKey, PictureLoader
from xraydesk.gui.prior_desk import PriorDesk
from xraydesk.gui.view_link import ViewLink
from xraydesk.gui.viewer import Viewer

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

PATIENCE_MS = 250  # before "Loading" is said: most films are there sooner, and words that flash disturb


class FilmFill(QObject):
    """Asks for the films of what is `Showing`, and titles them. Only what is on screen is read."""

    wanted = Signal()  # the films that belong on screen were asked for

    def __init__(self, loader: PictureLoader, viewer: Viewer, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._viewer = viewer
        self._showing = showing
        self._desk: Desk | None = None
        self.priors = PriorDesk(viewer.layouts, self)
        self.link = ViewLink(viewer.grid, self)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._say_loading)
        loader.ready.connect(self._ready)
        loader.failed.connect(self._failed)

    def set_desk(self, desk: Desk | None) -> None:
        """Ask at another desk."""
        self._desk = desk

    @property
    def loading(self) -> bool:
        """Whether a film that belongs on screen is still being read."""
        return bool(self._showing.study) and any(map(_empty, self._viewer.grid.cells))

    def stop(self) -> None:
        """Say nothing more: the window closes."""
        self._patience.stop()

    def want(self) -> None:
        """Ask for what is on screen, the active film first, then for what the strip shows small."""
        grid = self._viewer.grid
        cells = sorted(grid.cells, key=lambda cell: cell is not grid.active)
        keys = [cell.content.key for cell in cells if cell.content is not None]
        small = [ImageKey(self._showing.study, n) for n in self._viewer.strip.missing()]
        self._loader.screen = grid.active.canvas.pixels()
        self._patience.start()
        self._loader.want(dict.fromkeys((*keys, *small)))
        self.wanted.emit()

    def title(self, cell: FilmCell, content: Content) -> None:
        """Say over the film which study it is of, where that could be mistaken, or which of a pair it is."""
        words = self.priors.banner(prior=content.prior)
        if words is not None:
            cell.canvas.set_banner(*words, prior=content.prior)
        elif self._showing.pair and self._showing.mapped:
            side = translate("FilmDesk", "Film without map") if content.bare else translate("FilmDesk", "Film with map")
            cell.canvas.set_banner(side, side)
        else:
            cell.canvas.set_banner("")

    def _ready(self, key: ImageKey, picture: Picture) -> None:
        desk, showing = self._desk, self._showing
        if desk is None or not showing.study:
            return
        thumbnail = self._viewer.strip.thumbnail(key.index) if key.study_id == showing.study else None
        if thumbnail is not None and showing.count > 1:  # a single film has no strip
            thumbnail.set_picture(picture)
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key and cell.canvas.picture is not picture:
                study = desk.study(key.study_id)
                place = (key.index, len(study.instances))
                name = neutral_name(desk.worklist.number(key.study_id))
                corners = corner_text.film_corners(picture.radiograph, study.label, name, place)
                self._viewer.show_picture(cell, picture, corners)
                self.title(cell, cell.content)
                self.link.join(cell)

    def _failed(self, key: ImageKey, error: XraydeskError) -> None:
        thumbnail = self._viewer.strip.thumbnail(key.index) if key.study_id == self._showing.study else None
        if thumbnail is not None:
            thumbnail.set_broken(messages.said(error.what))
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key:
                remedy = error.remedy and f"{messages.said(error.remedy)}."
                self._viewer.show_message(cell, f"{messages.said(error.what)}.", remedy)

    def _say_loading(self) -> None:
        for cell in self._viewer.grid.cells:
            if self._showing.study and _empty(cell):
                self._viewer.show_message(cell, _loading())


def _empty(cell: FilmCell) -> bool:
    return cell.canvas.picture is None and cell.canvas.message in ("", _loading())


def _loading() -> str:
    return translate("FilmDesk", "Loading …")
