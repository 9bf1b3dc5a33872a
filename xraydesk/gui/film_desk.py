"""Which images stand in the cells of the viewer: read, shown, measured and mapped, each in its own cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui import corner_text, film_plan, messages
from xraydesk.gui.film_grid import FilmCell
from xraydesk.gui.film_plan import Content, Layout, Plan
from xraydesk.gui.findings_panel import FindingsPanel
from xraydesk.gui.identity import neutral_name
from xraydesk.gui.language import translate
from xraydesk.gui.layout_bar import LayoutBar
from xraydesk.gui.map_desk import MapDesk
from xraydesk.gui.map_layer import MapMode, MapStyle
from xraydesk.gui.measure_desk import MeasureDesk
from xraydesk.gui.picture import Picture
from xraydesk.gui.picture_loader import ImageKey, PictureLoader
from xraydesk.gui.prior_desk import PriorDesk
from xraydesk.gui.view_export import ViewExport
from xraydesk.gui.view_link import ViewLink
from xraydesk.gui.viewer import Viewer

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, ModelCard

PATIENCE_MS = 250  # before "Loading" is said: most films are there sooner, and words that flash disturb


class FilmDesk(QObject):
    """Fills the viewer's cells with the images of one study. Only what is on screen is read."""

    wanted = Signal()  # the films that belong on screen were asked for
    said = Signal(str)  # a sentence for the banner
    noted = Signal(str)  # a sentence for the footer

    def __init__(
        self, loader: PictureLoader, viewer: Viewer, findings: FindingsPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._viewer = viewer
        self._findings = findings
        self._desk: Desk | None = None
        self._study = ""
        self._neutral = False
        self._count = 0
        self._index = 0
        self._layout = Layout.ONE
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._say_loading)
        self._pair = False  # the film without and with its map
        self.measures = MeasureDesk(self)
        self.priors = PriorDesk(viewer.layouts, self)
        self.link = ViewLink(viewer.grid, self)
        self.export = ViewExport(viewer.grid, self._card, self)
        self._maps: dict[FilmCell, MapDesk] = {}
        for cell in viewer.grid.all_cells:
            self._serve(cell)
        viewer.grid.made.connect(self._serve)
        viewer.grid.active_changed.connect(self._activated)
        viewer.image_wanted.connect(self.show_image)
        self._connect_bar(viewer.layouts)
        self.priors.changed.connect(self._refill)
        findings.map_style_changed.connect(self._restyle)
        loader.ready.connect(self._ready)
        loader.failed.connect(self._failed)

    # -- from the page -----------------------------------------------------------------------------------------------

    def clear(self, desk: Desk | None) -> None:
        """Show nothing: another desk, another folder."""
        self._desk = desk
        self._study, self._count = "", 0
        self.measures.set_desk(desk)
        self.priors.show(None, None)
        self._arrange(Plan())
        self._viewer.set_count(0)
        what = translate("FilmDesk", "No study is chosen.")
        remedy = translate("FilmDesk", "Choose one in the list, or press N for the next unread.")
        self._viewer.show_message(self._viewer.grid.active, what, remedy)

    def show_study(self, study_id: str, first: int) -> None:
        """Put a study on screen, one image first."""
        if self._desk is None:
            return
        self._study = study_id
        self._count = len(self._desk.study(study_id).instances)
        self._viewer.set_count(self._count)
        self.priors.show(self._desk, self._desk.study(study_id))
        self._fill(first)

    def grow(self) -> None:
        """Take in images that have joined the study on screen; the films shown stay as they are."""
        count = len(self._desk.study(self._study).instances) if self._desk is not None and self._study else 0
        if count > self._count:
            self._count = count
            self._viewer.set_count(count)
            self._viewer.set_place(self._index, count)
            self._want()

    def show_image(self, index: int) -> None:
        """Show an image of the study: the cell that has it becomes active, else it comes into the active one.

        Beside a prior, or with and without its map, all cells follow the one image.
        """
        if not self._study or not 0 <= index < self._count:
            return
        key = ImageKey(self._study, index)
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key:
                self._viewer.grid.activate(cell)
                return
        if self._viewer.grid.active.content == Content(self._key()) and self.priors.shown is None:
            self._put(self._viewer.grid.active, Content(key))
            self._activated(self._viewer.grid.active)
            self._want()
        else:
            self._fill(index)

    def step_image(self, by: int) -> None:
        """Show the next or the last image of the study; of the prior where its film is the active one."""
        cell = self._viewer.grid.active
        if cell.content is None or not cell.content.prior:
            self.show_image(self._index + by)
        elif self.priors.shown is not None:
            index = cell.content.key.index + by
            if 0 <= index < len(self.priors.shown.instances):
                self._put(cell, Content(ImageKey(cell.content.key.study_id, index), prior=True))
                self._want()

    def set_layout(self, layout: Layout) -> None:
        """Show so many images side by side, beginning with the one the reader is at."""
        self._layout = layout
        self._refill()

    def refresh_maps(self) -> None:
        """Ask for the maps anew: another answer, or another finding."""
        for cell in self._viewer.grid.cells:
            self._map(cell)

    def hide_identity(self, hidden: bool) -> None:
        """Show the study's neutral name on every film in place of the patient's, or the patient again."""
        self._neutral = hidden
        for cell in self._viewer.grid.all_cells:
            cell.canvas.hide_identity(hidden)

    @property
    def image(self) -> int:
        """The image of the study that the reader is at."""
        return self._index

    @property
    def loading(self) -> bool:
        """Whether a film that belongs on screen is still being read."""
        return bool(self._study) and any(map(_empty, self._viewer.grid.cells))

    def close(self) -> None:
        """Write the marks that are left; wait for nothing more."""
        self._patience.stop()
        for maps in self._maps.values():
            maps.stop()
        self.measures.close()

    # -- cells -------------------------------------------------------------------------------------------------------

    def _key(self) -> ImageKey:
        return ImageKey(self._study, self._index)

    def _serve(self, cell: FilmCell) -> None:
        cell.canvas.hide_identity(self._neutral)
        self.measures.serve(cell.measuring)
        self._maps[cell] = MapDesk(self._loader, cell.canvas, self._findings, cell)

    def _fill(self, first: int) -> None:
        self._index = first
        images = film_plan.in_order(self._study, self._count, first)
        priors = self.priors.images(first)
        self._arrange(film_plan.plan(self._layout, images, priors, pair=self._pair))
        self._want()

    def _refill(self) -> None:
        if self._study:
            self._fill(self._index)

    def _restyle(self, style: MapStyle) -> None:
        pair = style.shown and style.mode is MapMode.SIDE
        if pair is not self._pair:
            self._pair = pair
            self._refill()

    def _card(self) -> ModelCard | None:
        return None if self._desk is None or not self._study else self._desk.card_of(self._study)

    def _connect_bar(self, bar: LayoutBar) -> None:
        bar.layout_changed.connect(self.set_layout)
        bar.link.toggled.connect(self.link.set_on)
        bar.copy.clicked.connect(self.export.copy)
        bar.save.clicked.connect(self.export.save)
        self.measures.said.connect(self.said)
        self.export.failed.connect(self.said)
        self.export.done.connect(self.noted)

    def _arrange(self, plan: Plan) -> None:
        grid = self._viewer.grid
        grid.arrange(max(1, len(plan.contents)), plan.columns)
        for number, cell in enumerate(grid.all_cells):
            self._put(cell, plan.contents[number] if number < len(plan.contents) else None)
        grid.activate(grid.cells[0])
        self._activated(grid.active)

    def _put(self, cell: FilmCell, content: Content | None) -> None:
        """Let a cell show another image; what it showed before is gone at once: never the last patient's film."""
        before, cell.content = cell.content, content
        key = None if content is None else content.key
        if content is None or before is None or before.key != key:
            self.measures.want(cell.measuring, key)
            if key is None or cell.canvas.picture is None or self._loader.kept(key) is None:
                self._viewer.show_message(cell, "")
        elif content is not None and cell.canvas.picture is not None:
            self._title(cell, content)  # the same film, but what stands beside it may be another
        self._map(cell)

    def _map(self, cell: FilmCell) -> None:
        content, maps = cell.content, self._maps[cell]
        maps.bare = content is not None and content.bare
        maps.want(None if content is None or content.prior else content.key)

    def _activated(self, cell: FilmCell) -> None:
        content = cell.content
        if content is not None and not content.prior:
            self._index = content.key.index
        self._viewer.set_place(self._index, self._count)

    # -- films -------------------------------------------------------------------------------------------------------

    def _want(self) -> None:
        """Ask for what is on screen, the active film first, then for what the strip shows small."""
        grid = self._viewer.grid
        cells = sorted(grid.cells, key=lambda cell: cell is not grid.active)
        keys = [cell.content.key for cell in cells if cell.content is not None]
        small = [ImageKey(self._study, n) for n in self._viewer.strip.missing()]
        self._loader.screen = grid.active.canvas.pixels()
        self._patience.start()
        self._loader.want(dict.fromkeys((*keys, *small)))
        self.wanted.emit()

    def _ready(self, key: ImageKey, picture: Picture) -> None:
        desk = self._desk
        if desk is None or not self._study:
            return
        thumbnail = self._viewer.strip.thumbnail(key.index) if key.study_id == self._study else None
        if thumbnail is not None and self._count > 1:  # a single film has no strip
            thumbnail.set_picture(picture)
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key and cell.canvas.picture is not picture:
                study = desk.study(key.study_id)
                place = (key.index, len(study.instances))
                name = neutral_name(desk.worklist.number(key.study_id))
                corners = corner_text.film_corners(picture.radiograph, study.label, name, place)
                self._viewer.show_picture(cell, picture, corners)
                self._title(cell, cell.content)
                self.link.join(cell)

    def _title(self, cell: FilmCell, content: Content) -> None:
        """Say over the film which study it is of, where that could be mistaken, or which of a pair it is."""
        words = self.priors.banner(prior=content.prior)
        if words is not None:
            cell.canvas.set_banner(*words, prior=content.prior)
        elif self._pair:
            side = translate("FilmDesk", "Film without map") if content.bare else translate("FilmDesk", "Film with map")
            cell.canvas.set_banner(side, side)
        else:
            cell.canvas.set_banner("")

    def _failed(self, key: ImageKey, error: XraydeskError) -> None:
        thumbnail = self._viewer.strip.thumbnail(key.index) if key.study_id == self._study else None
        if thumbnail is not None:
            thumbnail.set_broken(messages.said(error.what))
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key:
                remedy = error.remedy and f"{messages.said(error.remedy)}."
                self._viewer.show_message(cell, f"{messages.said(error.what)}.", remedy)

    def _say_loading(self) -> None:
        for cell in self._viewer.grid.cells:
            if self._study and _empty(cell):
                self._viewer.show_message(cell, _loading())


def _empty(cell: FilmCell) -> bool:
    return cell.canvas.picture is None and cell.canvas.message in ("", _loading())


def _loading() -> str:
    return translate("FilmDesk", "Loading …")
