"""What the guide shows: each function opens a part of the window and writes its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from guide import stage
from guide.callouts import number
from tests.research.made_up import Room, make_room
from xraydesk.admin.people import People, Role
from xraydesk.gui.window import MainWindow
from xraydesk.store.database import Database

DEMO = Path("resources/demo")  # as it stands in the picture: no folder of the machine is to be read there
WIDE, DESK, ROOM = 1400, (1640, 940), (1600, 900)
KNEE = "D-0031"
FIRST_ROW = 8
AREAS = {  # what of a page is shown: width and height in logical pixels
    ("models", "en"): (1190, 236),
    ("models", "de"): (1560, 236),
    ("settings", "en"): (860, 470),
    ("settings", "de"): (1020, 470),
}
COLUMNS = [600, 656, 312]  # of the desk; every word of both languages is to be read
Spot = tuple[QWidget, float, float]  # a widget, and how far right and down in it the number stands


def reading(work: Path, out: Path, tongue: str) -> None:
    """The reading desk on the demo studies: all of it, the list, the model's answer with the verdict."""
    with stage.window(work / "demo", DESK, tongue) as window:
        ended: list[object] = []
        window.link.finished.connect(ended.append)
        stage.write(stage.grab(window.start), out / "start-2x.png", trim=True)
        window.open_folder(DEMO)
        stage.wait(lambda: ended)
        read = window.read
        read.setSizes(COLUMNS)
        read.worklist.table.select(_study(window, KNEE))
        read.findings.toggle_map()
        stage.wait(lambda: not read.loading and read.viewer.canvas.map_known)
        spots: Sequence[Spot] = (
            (window.rooms.rail, 0.5, 0.34),
            (read.worklist.filters, 0.85, 0.76),
            (read.worklist.orders, 0.75, 1.0),
            (read.worklist.table, 0.76, 0.45),
            (read.viewer.canvas, 0.5, 0.1),
            (read.findings, 0.93, 0.12),
            (read.verdict, 0.93, 0.08),
            (window.top.model, 0.97, 0.95),
            (window.footer, 0.8, 0.5),
        )
        picture = number(stage.grab(window), [_spot(window, spot) for spot in spots])
        stage.write(picture, out / "desk.jpg", WIDE)
        _answer(window, out)
    _list(work, out, tongue)


def research(work: Path, out: Path, tongue: str) -> None:
    """The researcher's pages on a made-up half-year of 1,200 studies."""
    folder = work / "research"
    if not folder.is_dir():
        make_room(folder, work / "films", Room(studies=1200))
    with stage.window(folder, ROOM, tongue) as window:
        room = window.rooms.research
        window.rooms.show_research()
        stage.wait(room.pages.stack.isVisible)
        for page in ("agreement", "performance", "points"):
            room.page(page)
            stage.wait(lambda: True, rest=6.0)
            stage.write(stage.grab(window), out / f"{page}.png", WIDE)


def site(work: Path, out: Path, tongue: str) -> None:
    """The pages of the site: models in use, people with accounts, settings; the sheet that asks for a name."""
    folder = work / "site"
    if not folder.is_dir():
        _accounts(folder)
    with stage.window(folder, ROOM, tongue) as window:
        stage.wait(lambda: window.entrance.shut)
        window.entrance.sheet.ask_name("Adler")
        stage.write(stage.grab(window), out / "sign-in-2x.png", trim=True)
    with stage.window(work / "alone", ROOM, tongue) as window:
        window.rooms.show_site()
        for page in ("models", "settings"):
            window.rooms.site.page(page)
            stage.wait(lambda: True, rest=2.0)
            stage.write(_corner(stage.grab(window), *AREAS[page, tongue]), out / f"{page}-2x.png")


def _answer(window: MainWindow, out: Path) -> None:
    """The model's answer and the verdict, with numbers."""
    findings, verdict = window.read.findings, window.read.verdict
    side = findings.parentWidget()
    spots: Sequence[Spot] = (
        (findings.band, 0.9, 0.85),
        (findings.line, 0.5, 0.2),
        (findings.map_button, 0.9, 0.5),
        (findings.opacity, 0.7, 0.5),
        (verdict, 0.5, 0.06),
        (verdict.comment, 0.93, 0.5),
    )
    whole = number(stage.grab(side), [_spot(side, spot) for spot in spots])
    height = verdict.mapTo(side, verdict.rect().bottomLeft()).y()
    stage.write(_corner(whole, side.width(), height), out / "answer-2x.png")


def _list(work: Path, out: Path, tongue: str) -> None:
    """The list where its four bands meet, wide enough for the reasons."""
    with stage.window(work / "demo", (1900, 640), tongue) as window:
        ended: list[object] = []
        window.link.finished.connect(ended.append)
        window.open_folder(DEMO)
        stage.wait(lambda: ended)
        read = window.read
        read.setSizes([880, 600, 312])
        stage.wait(lambda: True)
        table = read.worklist.table
        table.scrollTo(table.model().index(FIRST_ROW, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        stage.wait(lambda: True)
        stage.write(stage.grab(window, read.worklist), out / "list-2x.png")


def _study(window: MainWindow, patient: str) -> str:
    """Return the id of a patient's study in the list."""
    desk = window.link.desk
    assert desk is not None
    numbers = desk.worklist.numbers(window.read.worklist.model.shown())
    return next(row.study_id for row in desk.worklist.rows(numbers) if row.patient_id == patient)


def _corner(picture: QPixmap, width: int, height: int) -> QPixmap:
    ratio = picture.devicePixelRatio()
    return picture.copy(0, 0, round(width * ratio), round(height * ratio))


def _accounts(folder: Path) -> None:
    database = Database.open(folder)
    try:
        people = People(database)
        first = people.begin("Adler", "four words side by side")
        people.add(first, "Brandt", Role.RESEARCHER, "four words side by side")
        people.add(first, "Conti", Role.READER, "four words side by side")
    finally:
        database.close()


def _spot(window: QWidget, spot: Spot) -> QPointF:
    widget, right, down = spot
    corner = widget.mapTo(window, QPoint(0, 0))
    return QPointF(corner.x() + right * widget.width(), corner.y() + down * widget.height())
