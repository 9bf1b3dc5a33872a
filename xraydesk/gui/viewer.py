"""Tools, canvas and thumbnails: everything in the middle of the reading desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from xraydesk.gui import corner_text, icons, theme
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.film_grid import FilmCell, FilmGrid
from xraydesk.gui.flow_layout import FlowLayout
from xraydesk.gui.language import translate
from xraydesk.gui.layout_bar import LayoutBar
from xraydesk.gui.magnifier import Magnifier
from xraydesk.gui.measure_bar import MeasureBar
from xraydesk.gui.measure_tool import MeasureTool
from xraydesk.gui.page_bar import PageBar
from xraydesk.gui.picture import Picture
from xraydesk.gui.thumbnails import ThumbnailStrip

ZOOM_STEP = 1.25
PAN_STEP = 64.0
PRESET_KEYS = 9  # Alt+1 to Alt+9: the bare numbers are the reader's answers


class Viewer(QFrame):
    """Films with their tools; keys and tools act on the active one."""

    image_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "image-ground")
        self.grid = FilmGrid(self)
        self.pages = PageBar(self)
        self.strip = ThumbnailStrip(self)
        self.presets = QToolButton(self)
        self._menu = QMenu(self.presets)
        self.histogram = QToolButton(self)
        self.layouts = LayoutBar(self)
        self.measures = MeasureBar(self.measuring, self)
        self.magnifier = Magnifier(self)
        self.magnifier.serve(self.canvas)
        self._tools: list[QToolButton] = []
        self._where = QLabel(self)
        self._build()
        self.strip.chosen.connect(self.image_wanted)
        self.grid.made.connect(lambda cell: self.magnifier.serve(cell.canvas))
        self.grid.active_changed.connect(self._follow)
        self._follow(self.grid.active)

    @property
    def canvas(self) -> FilmCanvas:
        """The active film's canvas."""
        return self.grid.active.canvas

    @property
    def measuring(self) -> MeasureTool:
        """The tool that measures on the active film."""
        return self.grid.active.measuring

    def show_picture(self, cell: FilmCell, picture: Picture, corners: Corners) -> None:
        """Show a film in a cell."""
        cell.canvas.show_picture(picture, corners)
        if cell is self.grid.active:
            self._follow(cell)

    def show_message(self, cell: FilmCell, what: str, remedy: str = "") -> None:
        """Show a quiet sentence in place of a film."""
        cell.canvas.show_message(what, remedy)
        if cell is self.grid.active:
            self._follow(cell)

    def set_place(self, index: int, count: int) -> None:
        """Say which of the study's images the reader is at."""
        self._where.setText(translate("Viewer", "Image {number} / {count}").format(number=index + 1, count=count))
        self._where.setVisible(count > 1)
        self.strip.mark(index)

    def set_count(self, count: int) -> None:
        """Begin with another study of so many images."""
        self.strip.set_count(count)

    def actions_for_keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, what to call)."""
        act = self._act
        return {
            "F": (translate("Viewer", "Fit the film to the window"), act(FilmCanvas.fit)),
            "A": (translate("Viewer", "One film pixel on one screen pixel"), act(FilmCanvas.one_to_one)),
            "I": (translate("Viewer", "Invert"), act(FilmCanvas.invert)),
            "W": (translate("Viewer", "Next window preset"), self.next_preset),
            **{
                f"Alt+{n}": (translate("Viewer", "Window preset 1 to 9"), partial(self.use_preset, n - 1))
                for n in range(1, PRESET_KEYS + 1)
            },
            "P": (
                translate("Viewer", "Automatic window of what is in sight, by percentiles"),
                act(FilmCanvas.auto_window),
            ),
            "R": (translate("Viewer", "Rotate to the right"), act(lambda film: film.rotate(1))),
            "Shift+R": (translate("Viewer", "Rotate to the left"), act(lambda film: film.rotate(-1))),
            "X": (translate("Viewer", "Mirror left and right"), act(FilmCanvas.mirror)),
            "Shift+X": (translate("Viewer", "Flip top and bottom"), act(FilmCanvas.flip)),
            "Z": (translate("Viewer", "Magnifier on or off"), self.magnifier.toggle),
            **self.layouts.keys(),
            **self.pages.keys(),
            **self.measures.keys(),
            "O": (translate("Viewer", "Outline of what was judged, on or off"), act(FilmCanvas.toggle_judged)),
            "H": (translate("Viewer", "Histogram on or off"), self.histogram.toggle),
            "Q": (translate("Viewer", "Next film of those side by side"), partial(self.grid.step, 1)),
            "Shift+Q": (translate("Viewer", "Film before it"), partial(self.grid.step, -1)),
            "+": (translate("Viewer", "Zoom in"), act(lambda film: film.zoom(ZOOM_STEP))),
            "-": (translate("Viewer", "Zoom out"), act(lambda film: film.zoom(1 / ZOOM_STEP))),
            "Shift+Left": (translate("Viewer", "Pan left"), act(lambda film: film.pan(PAN_STEP, 0))),
            "Shift+Right": (translate("Viewer", "Pan right"), act(lambda film: film.pan(-PAN_STEP, 0))),
            "Shift+Up": (translate("Viewer", "Pan up"), act(lambda film: film.pan(0, PAN_STEP))),
            "Shift+Down": (translate("Viewer", "Pan down"), act(lambda film: film.pan(0, -PAN_STEP))),
        }

    def next_preset(self) -> None:
        """Show the film through the next window of the menu."""
        picture = self.canvas.picture
        if picture is not None:
            vois = [choice.voi for choice in picture.choices]
            now = next((n for n, voi in enumerate(vois) if voi is self.canvas.voi), -1)
            self.canvas.set_voi(vois[(now + 1) % len(vois)])

    def use_preset(self, place: int) -> None:
        """Show the film through a window of the menu, from 0; nothing happens where it has fewer."""
        picture = self.canvas.picture
        if picture is not None and place < len(picture.choices):
            self.canvas.set_voi(picture.choices[place].voi)

    def _build(self) -> None:
        bar = QFrame(self)
        theme.set_role(bar, "panel")
        frame = QVBoxLayout(bar)
        frame.setContentsMargins(8, 4, 8, 4)
        row = FlowLayout(gap=theme.GRID // 2)  # in a narrow window the tools take two lines
        frame.addLayout(row)
        self._set_up_presets()
        self._set_up_histogram()
        self.magnifier.button = self._tool("magnifier", translate("Viewer", "Magnifier (Z)"), self.magnifier.toggle)
        hanging = [self._tool(*tool) for tool in self._hanging_tools()]
        looks = (self.presets, *hanging, self.magnifier.button, self.histogram)
        for tool in (*self._tools, self.histogram):
            theme.set_role(tool, "flat")
            tool.setIconSize(QSize(icons.SIZE, icons.SIZE))
        for widget in (*looks, self.measures, self.layouts):  # the groups fill two lines of a narrow window
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.pages)
        column.addLayout(self._below())

    def _below(self) -> QHBoxLayout:
        """Return the strip, and before it which image the reader is at: both out of the way of a single film."""
        theme.set_role(self._where, "on-image")
        self._where.setContentsMargins(2 * theme.GRID, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._where)
        line.addWidget(self.strip, 1)
        return line

    def _set_up_presets(self) -> None:
        self.presets.setText(translate("Viewer", "Window"))
        self.presets.setIcon(icons.icon("window"))
        self.presets.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.presets.setMenu(self._menu)
        self.presets.setToolTip(
            translate("Viewer", "Windows of the file, automatic and full range (W for the next, Alt+1 to Alt+9)")
        )
        self._tools.append(self.presets)

    def _set_up_histogram(self) -> None:
        self.histogram.setCheckable(True)
        self.histogram.setIcon(icons.icon("histogram"))
        self.histogram.setToolTip(translate("Viewer", "Histogram with the window to drag (H)"))
        self.histogram.setAccessibleName(translate("Viewer", "Histogram"))

    def _hanging_tools(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return icon, words and deed of what changes how the film is shown."""
        act = self._act
        return (
            (
                "auto-window",
                translate("Viewer", "Automatic window of what is in sight (P)"),
                act(FilmCanvas.auto_window),
            ),
            ("invert", translate("Viewer", "Invert (I)"), act(FilmCanvas.invert)),
            (
                "rotate",
                translate("Viewer", "Rotate to the right (R), to the left (Shift+R)"),
                act(lambda film: film.rotate(1)),
            ),
            (
                "mirror",
                translate("Viewer", "Mirror left and right (X), top and bottom (Shift+X)"),
                act(FilmCanvas.mirror),
            ),
            ("fit", translate("Viewer", "Fit to the window (F)"), act(FilmCanvas.fit)),
            ("one-to-one", translate("Viewer", "One to one (A)"), act(FilmCanvas.one_to_one)),
        )

    def _act(self, do: Callable[[FilmCanvas], object]) -> Callable[[], object]:
        """Return what does this to the film that is active by then."""
        return lambda: do(self.canvas)

    def _follow(self, cell: FilmCell) -> None:
        """Let tools and menu speak of the active film."""
        self.measures.act_on(cell.measuring)
        self._menu.clear()
        picture = cell.canvas.picture
        self._set_tools(enabled=picture is not None)
        if picture is not None:
            self._fill_presets(picture)

    def _tool(self, icon: str, words: str, call: object) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(icons.icon(icon))
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.clicked.connect(call)
        self._tools.append(tool)
        return tool

    def _fill_presets(self, picture: Picture) -> None:
        for number, choice in enumerate(picture.choices, start=1):
            window = corner_text.window_line(picture.as_window(choice.voi), inverted=False)
            key = f"\tAlt+{number}" if number <= PRESET_KEYS else ""
            action = QAction(f"{choice.name}  {window}".replace("&", "&&") + key, self._menu)
            action.triggered.connect(lambda _=False, voi=choice.voi: self.canvas.set_voi(voi))
            self._menu.addAction(action)

    def _set_tools(self, *, enabled: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(enabled)
        self.measures.setEnabled(enabled)
