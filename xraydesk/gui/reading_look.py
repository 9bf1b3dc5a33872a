"""How the reader has films and map laid out: read off the reading desk at the end, put on it at the next start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xraydesk.gui import colour_scales
from xraydesk.gui.film_plan import Layout
from xraydesk.gui.map_layer import DEFAULT_OPACITY, LEAST_OPACITY, MapMode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xraydesk.gui.read_page import ReadPage


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """What is kept of how films and map are laid out. Not whether the map is shown: it is off until asked for."""

    layout: Layout = Layout.ONE
    linked: bool = False
    mode: MapMode = MapMode.COLOURS
    scale: str = colour_scales.DEFAULT
    opacity: int = round(DEFAULT_OPACITY * 100)  # in percent

    def written(self) -> dict[str, str]:
        """Return names and values for a file a person may read."""
        return {
            "layout": self.layout.name.lower(),
            "linked": "yes" if self.linked else "no",
            "map_mode": self.mode.name.lower(),
            "map_scale": self.scale,
            "map_opacity": str(self.opacity),
        }

    @staticmethod
    def read(values: Mapping[str, object]) -> ReadingLook:
        """Return what `written` wrote; the default for each value that is missing or unknown."""
        default = ReadingLook()
        layouts = {layout.name.lower(): layout for layout in Layout}
        modes = {mode.name.lower(): mode for mode in MapMode}
        scale, percent = str(values.get("map_scale")), str(values.get("map_opacity"))
        return ReadingLook(
            layout=layouts.get(str(values.get("layout")), default.layout),
            linked=values.get("linked") == "yes",
            mode=modes.get(str(values.get("map_mode")), default.mode),
            scale=scale if scale in colour_scales.NAMES else default.scale,
            opacity=min(max(int(percent), LEAST_OPACITY), 100) if percent.isdecimal() else default.opacity,
        )


def look_of(page: ReadPage) -> ReadingLook:
    """Return how films and map are laid out now."""
    bar, style = page.viewer.layouts, page.findings.style_of_map()
    return ReadingLook(bar.chosen, bar.link.isChecked(), style.mode, style.scale, round(style.opacity * 100))


def put_on(page: ReadPage, look: ReadingLook) -> None:
    """Lay films and map out so; the buttons show it."""
    bar = page.viewer.layouts
    bar.choices[look.layout].trigger()
    bar.link.setChecked(look.linked)
    page.findings.set_map_look(look.mode, look.scale, look.opacity)
