"""Which images stand in the cells of the viewer: read, shown, measured and mapped, each in its own cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.gui.film_fill import FilmFill
from xraydesk.gui.film_grid import FilmCell
from xraydesk.gui.film_plan import MOST_CELLS, Content, Layout, Plan, Showing, hung
from xraydesk.gui.findings_panel import FindingsPanel
from xraydesk.gui.language import translate
from xraydesk.gui.layout_bar import LayoutBar
from xraydesk.gui.map_desk import MapDesk
from xraydesk.gui.map_layer import MapMode, MapStyle
from xraydesk.gui.measure_desk import MeasureDesk
from xraydesk.gui.no_map_words import NoMap, no_map
from xraydesk.gui.page_bar import PageBar
from xraydesk.gui.picture_loader import ImageKey, PictureLoader
from xraydesk.gui.view_export import ViewExport
from xraydesk.gui.viewer import Viewer

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, ModelCard


class FilmDesk(QObject):
    """Decides which images of one study stand in the viewer's cells."""

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
        self._now = Showing()
        self._neutral = False
        self.measures = MeasureDesk(self)
        self.fill = FilmFill(loader, viewer, self._now, self)
        self.priors = self.fill.priors
        self.export = ViewExport(viewer.grid, self._card, self)
        self._maps: dict[FilmCell, MapDesk] = {}
        for cell in viewer.grid.all_cells:
            self._serve(cell)
        viewer.grid.made.connect(self._serve)
        viewer.grid.active_changed.connect(self._activated)
        viewer.image_wanted.connect(self.show_image)
        self._connect_bars(viewer.layouts, viewer.pages)
        self.priors.changed.connect(self._refill)
        findings.map_style_changed.connect(self._restyle)

    # -- from the page -----------------------------------------------------------------------------------------------

    def clear(self, desk: Desk | None) -> None:
        """Show nothing: another desk, another folder."""
        self._desk = desk
        self.fill.set_desk(desk)
        self._now.begin("", 0)
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
        self._now.begin(study_id, len(self._desk.study(study_id).instances))
        self._viewer.set_count(self._now.count)
        self.priors.show(self._desk, self._desk.study(study_id))
        self._fill(first)

    def grow(self) -> None:
        """Take in images that have joined the study on screen; the films shown stay as they are."""
        now = self._now
        count = len(self._desk.study(now.study).instances) if self._desk is not None and now.study else 0
        if count > now.count:
            now.count = count
            self._viewer.set_count(count)
            self._viewer.set_place(now.index, count)
            self._viewer.pages.show_place(now.page, self._pages())
            self.fill.want()

    def show_image(self, index: int) -> None:
        """Show an image of the study: the cell that has it becomes active, else it comes into the active one.

        Beside a prior, or with its map beside it, all cells follow it; of several pages its own is turned to.
        """
        now = self._now
        if not now.study or not 0 <= index < now.count:
            return
        key = ImageKey(now.study, index)
        for cell in self._viewer.grid.cells:
            if cell.content is not None and cell.content.key == key:
                self._viewer.grid.activate(cell)
                return
        if self._pages() > 1:
            self._turn_to(now.images.index(key) // MOST_CELLS, key)
        elif self._viewer.grid.active.content == Content(now.key) and self.priors.shown is None and not now.pair:
            self._put(self._viewer.grid.active, Content(key))
            self._activated(self._viewer.grid.active)
            self.fill.want()
        else:
            self._fill(index)

    def step_image(self, by: int) -> None:
        """Show the next or the last image of the study; of the prior where its film is the active one."""
        cell = self._viewer.grid.active
        if cell.content is None or not cell.content.prior:
            self.show_image(self._now.index + by)
        elif self.priors.shown is not None:
            index = cell.content.key.index + by
            if 0 <= index < len(self.priors.shown.instances):
                self._put(cell, Content(ImageKey(cell.content.key.study_id, index), prior=True))
                self.fill.want()

    def set_layout(self, layout: Layout) -> None:
        """Show so many images side by side, beginning with the one the reader is at."""
        self._now.layout = layout
        self._refill()

    def turn_page(self, by: int) -> None:
        """Show the next or the last page of all images of the study."""
        page = self._now.page + by
        if 0 <= page < self._pages():
            self._turn_to(page, self._now.images[page * MOST_CELLS])

    def refresh_maps(self) -> None:
        """Ask for the maps anew: another answer, or another finding."""
        if self._now.pair and self._now.mapped is bool(self._no_map(self._now.index)):
            self._refill()  # a film stands beside its map once there is one
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
        return self._now.index

    @property
    def loading(self) -> bool:
        """Whether a film that belongs on screen is still being read."""
        return self.fill.loading

    def close(self) -> None:
        """Write the marks that are left; wait for nothing more."""
        self.fill.stop()
        for maps in self._maps.values():
            maps.stop()
        self.measures.close()

    # -- cells -------------------------------------------------------------------------------------------------------

    def _serve(self, cell: FilmCell) -> None:
        cell.canvas.hide_identity(self._neutral)
        self.measures.serve(cell.measuring)
        self._maps[cell] = MapDesk(self._loader, cell.canvas, self._findings, cell)

    def _fill(self, first: int) -> None:
        now = self._now
        now.index, now.first, now.page = first, first, 0
        now.mapped = not self._no_map(first)
        self._arrange(now.plan(self.priors.images(first)), now.key)
        self.fill.want()

    def _refill(self) -> None:
        if self._now.study:
            self._fill(self._now.index)

    def _turn_to(self, page: int, key: ImageKey) -> None:
        """Show a page of all images, one of them active; the images keep their order."""
        self._now.page = page
        self._arrange(self._now.plan(()), key)
        self.fill.want()

    def _side(self, key: ImageKey) -> str:
        return "" if self._desk is None else self._desk.study(key.study_id).instances[key.index].header.laterality

    def _pages(self) -> int:
        return self._now.pages if self.priors.shown is None else 1

    def _restyle(self, style: MapStyle) -> None:
        pair = style.shown and style.mode is MapMode.SIDE
        if pair is not self._now.pair:
            self._now.pair = pair
            self._refill()

    def _no_map(self, index: int) -> NoMap:
        """Return why an image of the study on screen has no map, nothing where it may have one."""
        desk, study = self._desk, self._now.study
        images = desk.assessment(study).images if desk is not None and study else ()
        if desk is None or index >= len(images):  # an image that has only now joined
            return NoMap()
        return no_map(images[index], self._findings.label(), hidden=desk.reading.standing(study).hidden)

    def _card(self) -> ModelCard | None:
        return None if self._desk is None or not self._now.study else self._desk.card_of(self._now.study)

    def _connect_bars(self, bar: LayoutBar, pages: PageBar) -> None:
        bar.layout_changed.connect(self.set_layout)
        pages.turned.connect(self.turn_page)
        bar.link.toggled.connect(self.fill.link.set_on)
        bar.copy.clicked.connect(self.export.copy)
        bar.save.clicked.connect(self.export.save)
        self.measures.said.connect(self.said)
        self.export.failed.connect(self.said)
        self.export.done.connect(self.noted)

    def _arrange(self, plan: Plan, key: ImageKey | None = None) -> None:
        """Put films where they belong; the first that shows the image becomes active."""
        grid, plan = self._viewer.grid, hung(plan, self._side)
        grid.arrange(max(1, len(plan.contents)), plan.columns)
        for number, cell in enumerate(grid.all_cells):
            self._put(cell, plan.contents[number] if number < len(plan.contents) else None)
        grid.activate(next((cell for cell in grid.cells if cell.content and cell.content.key == key), grid.cells[0]))
        self._activated(grid.active)
        self._viewer.pages.show_place(self._now.page, self._pages())

    def _put(self, cell: FilmCell, content: Content | None) -> None:
        """Let a cell show another image; what it showed before is gone at once: never the last patient's film."""
        before, cell.content = cell.content, content
        key = None if content is None else content.key
        if content is None or before is None or before.key != key:
            self.measures.want(cell.measuring, key)
            if key is None or cell.canvas.picture is None or self._loader.kept(key) is None:
                self._viewer.show_message(cell, "")
        elif content is not None and cell.canvas.picture is not None:
            self.fill.title(cell, content)  # the same film, but what stands beside it may be another
        self._map(cell)

    def _map(self, cell: FilmCell) -> None:
        content, maps = cell.content, self._maps[cell]
        maps.bare = content is not None and content.bare
        if content is None or content.prior:
            maps.want(None)
        else:
            maps.want(content.key, self._no_map(content.key.index))

    def _activated(self, cell: FilmCell) -> None:
        content = cell.content
        if content is not None and not content.prior:
            self._now.index = content.key.index
        self._viewer.set_place(self._now.index, self._now.count)
