"""A window on a real desk whose log holds a made-up year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.research.made_up_map import COUNT, MadeUpMap, grey, made_up, show
from tests.research.made_up import Made, Room, make_room
from xraydesk.gui.app import desk_factory
from xraydesk.gui.research.agreement_page import AgreementPage
from xraydesk.gui.research.image_map import ImageMapPage
from xraydesk.gui.research.page import ResearchPage
from xraydesk.gui.research.performance_page import PerformancePage
from xraydesk.gui.window import MainWindow
from xraydesk.research.scene import Scene

ResearchWindow = Callable[..., MainWindow]
StatisticsPage = AgreementPage | PerformancePage
DrawOn = Callable[[StatisticsPage, Scene], StatisticsPage]


@pytest.fixture
def films(tmp_path: Path) -> Path:
    return tmp_path / "films"


@pytest.fixture
def research_window(qtbot: QtBot, tmp_path: Path, films: Path) -> Iterator[ResearchWindow]:
    """Return what opens the window's research room on a room made up for it; `made` says what is in it."""
    opened: list[MainWindow] = []

    def make(room: Room | None = None, *, empty: bool = False) -> MainWindow:
        made: Made | None = None if empty else make_room(tmp_path, films, room)
        window = MainWindow(desk_factory(tmp_path, "cpu"), tmp_path)
        opened.append(window)
        window.made = made  # type: ignore[attr-defined]
        window.session.set_greeted()
        window.resize(1366, 768)
        window.show()
        assert window.connect_desk("chest-pneumonia")
        window.rooms.show_research()
        qtbot.waitUntil(lambda: drawn(window.rooms.research))
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


def drawn(page: ResearchPage) -> bool:
    """Whether the log has been read and shown, or why not said."""
    return page._snapshot is not None and (page.pages.stack.isVisible() or not len(page._snapshot.cases))


@pytest.fixture
def draw_on(qtbot: QtBot) -> Iterator[DrawOn]:
    """Return what draws a scene on a page of statistics that stands by itself."""
    shown: list[StatisticsPage] = []

    def draw(page: StatisticsPage, what: Scene) -> StatisticsPage:
        if page not in shown:
            shown.append(page)
            page.resize(1200, 900)
            page.show()
        page.show_scene(None, what)  # type: ignore[arg-type]  # it reads nothing from the archive
        qtbot.waitUntil(lambda: not page.busy)
        return page

    yield draw
    for page in shown:
        page.close_tasks()
        page.close()
        page.deleteLater()


@pytest.fixture
def map_page(qtbot: QtBot) -> Iterator[ImageMapPage]:
    """Return the map's page with nothing to show yet."""
    made = ImageMapPage(make=grey)
    made.resize(1200, 800)
    made.show()
    yield made
    made.close_tasks()
    made.close()
    made.deleteLater()


@pytest.fixture
def drawn_map(qtbot: QtBot, map_page: ImageMapPage) -> ImageMapPage:
    """Return the page with a map of `COUNT` images, of which three came later and four are not on it."""
    show(qtbot, map_page, MadeUpMap(made_up(COUNT, lacking=4), kept=True, placed=3))
    return map_page
