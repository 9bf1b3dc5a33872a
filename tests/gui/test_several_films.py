"""Several films at once: who stands where, which one is active, priors, films that move together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import open_folder
from tests.gui.fake_desk import FakeDesk
from xraydesk.gui.film_plan import Content, Layout, hung, in_order, plan
from xraydesk.gui.map_layer import MapMode
from xraydesk.gui.picture_loader import ImageKey
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.imaging.radiograph import PixelSpacing, SpacingKind


def press(window, key: str) -> None:
    """Do what a key does."""
    next(one for one in window.keymap.keys if one.key == key).call()


def contents(window) -> list[int]:
    """Return the images on screen, priors as numbers below 0."""
    cells = window.read.viewer.grid.cells
    return [-1 - cell.content.key.index if cell.content.prior else cell.content.key.index for cell in cells]


def settle(qtbot, window) -> None:
    """Wait until all films that belong on screen are there."""
    qtbot.waitUntil(lambda: not window.read.loading)


def alike(one, other) -> bool:
    """Whether two cells show the same; in a width that is odd one of them is a pixel wider."""
    return one.scale == pytest.approx(other.scale, rel=0.01) and abs(one.x - other.x) <= 2 and abs(one.y - other.y) <= 2


@pytest.fixture
def desk() -> FakeDesk:
    """Return a desk with a study of five images, and one of two with two priors and a namesake elsewhere."""
    made = FakeDesk({1: 0.9, 2: 0.8, 3: 0.02, 4: 0.02, 5: 0.02}, images={1: 5, 2: 2, 3: 2})
    made.dates = {2: "2024-11-03", 3: "2024-03-02", 4: "2021-09-15", 5: "2024-01-01"}
    scan = made.ledger.open

    def same_patient(studies, assessments):
        told = [_renamed(study, made.dates) for study in studies]
        for study in told:
            made.entries[study.study_id] = replace(made.entries[study.study_id], study=study)
        scan(told, assessments)

    made.ledger.open = same_patient
    return made


def _renamed(study, dates):
    number = int(study.study_id.rsplit(".", 1)[1])
    if number not in dates:
        return study
    sides = "LR" if number == 3 else "RL"
    instances = tuple(
        replace(
            instance,
            header=replace(
                instance.header,
                patient_id="A-0002",
                patient_issuer="elsewhere" if number == 5 else "",
                study_time=datetime.fromisoformat(dates[number]),
                laterality=sides[place % 2],
            ),
        )
        for place, instance in enumerate(study.instances)
    )
    return replace(study, instances=instances)


@pytest.fixture
def many(qtbot, window, desk):
    """Return a window that shows the study of five images, the one that drove the score first."""
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    window.read.worklist.table.select("1.2.1")
    settle(qtbot, window)
    return window


@pytest.fixture
def with_prior(qtbot, many):
    """Return a window with a prior beside the current study."""
    many.read.worklist.table.select("1.2.2")
    settle(qtbot, many)
    press(many, "T")
    settle(qtbot, many)
    return many


def test_the_driving_image_stands_first_and_no_cell_is_empty():
    images = in_order("a", 3, 2)
    assert [key.index for key in images] == [2, 0, 1]
    assert len(plan(Layout.FOUR, images).contents) == 3
    assert plan(Layout.TWO, images[:1]).columns == 1
    assert plan(Layout.ALL, in_order("a", 9, 0)).columns == 3


def test_beside_a_prior_the_rows_are_the_studies():
    now, then = in_order("a", 2, 0), in_order("b", 3, 1)
    assert [c.prior for c in plan(Layout.FOUR, now, then).contents] == [False, False, True, True]
    assert [c.key.study_id for c in plan(Layout.ONE, now, then).contents] == ["a", "b"]


@pytest.mark.parametrize(
    ("sides", "layout", "expected"),
    [
        ("LR", Layout.TWO, [1, 0]),
        ("RL", Layout.TWO, [0, 1]),
        ("LL", Layout.TWO, [0, 1]),
        ("L", Layout.ONE, [0]),
        ("BR", Layout.TWO, [0, 1]),
        ("LRLR", Layout.FOUR, [1, 0, 3, 2]),
        ("RLLR", Layout.FOUR, [0, 1, 3, 2]),
        ("LLRR", Layout.FOUR, [0, 1, 2, 3]),  # what stands above each other stays
        ("LRL", Layout.FOUR, [1, 0, 2]),
    ],
)
def test_the_right_side_hangs_left_of_the_left_one(sides, layout, expected):
    found = hung(plan(layout, in_order("a", len(sides), 0)), lambda key: sides[key.index])
    assert [content.key.index for content in found.contents] == expected


def test_a_prior_of_the_other_side_stays_behind_the_current_film():
    both = plan(Layout.TWO, in_order("a", 1, 0), in_order("b", 1, 0))
    assert hung(both, lambda key: "L" if key.study_id == "a" else "R") == both


@pytest.mark.parametrize(("study", "expected"), [("1.2.2", [0, 1]), ("1.2.3", [1, 0])])
def test_the_right_film_hangs_left_whichever_drives(qtbot, many, study, expected):
    many.read.worklist.table.select(study)  # the last film of each drives: a left one, a right one
    settle(qtbot, many)
    press(many, "F6")
    settle(qtbot, many)
    assert contents(many) == expected
    assert many.read.viewer.grid.active.content.key.index == 1


def test_keys_choose_how_many_films_stand_side_by_side(qtbot, many):
    assert contents(many) == [4]
    for key, expected in (("F6", [4, 0]), ("F7", [4, 0, 1, 2]), ("F8", [4, 0, 1, 2, 3]), ("F5", [4])):
        press(many, key)
        settle(qtbot, many)
        assert contents(many) == expected
        visible = [cell.canvas.isVisible() for cell in many.read.viewer.grid.all_cells]
        assert visible.count(True) == len(expected)


def test_only_what_is_on_screen_is_kept_in_the_cells(qtbot, many):
    press(many, "F8")
    settle(qtbot, many)
    press(many, "F5")
    grid = many.read.viewer.grid
    assert all(cell.canvas.picture is None for cell in grid.all_cells if cell not in grid.cells)


def test_keys_and_tools_act_on_the_film_the_reader_turns_to(qtbot, many):
    press(many, "F6")
    settle(qtbot, many)
    one, other = many.read.viewer.grid.cells
    press(many, "I")
    assert (one.canvas.inverted, other.canvas.inverted) == (True, False)
    press(many, "L")
    QTest.mouseClick(other.canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseClick(other.canvas, Qt.MouseButton.LeftButton, pos=QPoint(160, 100))
    assert (len(one.measuring.marks), len(other.measuring.marks)) == (0, 1)
    assert many.read.viewer.canvas is other.canvas
    press(many, "I")
    assert other.canvas.inverted
    press(many, "Q")
    assert many.read.viewer.canvas is one.canvas


def test_the_active_film_has_a_frame_and_a_lone_film_none(qtbot, many):
    many.read.worklist.table.setFocus()
    alone = many.read.viewer.canvas.grab().toImage()
    press(many, "F6")
    settle(qtbot, many)
    one, other = many.read.viewer.grid.cells
    accent = one.canvas.palette().accent().color()
    assert alone.pixelColor(1, 1) != accent
    assert one.canvas.grab().toImage().pixelColor(1, 1) == accent
    assert other.canvas.grab().toImage().pixelColor(1, 1) != accent


def test_stepping_turns_to_the_cell_that_has_the_image_else_puts_it_into_the_active_one(qtbot, many):
    press(many, "F6")
    settle(qtbot, many)
    many.read.films.show_image(0)
    assert many.read.viewer.canvas is many.read.viewer.grid.cells[1].canvas
    many.read.step_image(1)
    settle(qtbot, many)
    assert contents(many) == [4, 1]


def test_marks_and_maps_stay_with_their_image(qtbot, many, desk):
    press(many, "F6")
    settle(qtbot, many)
    one, other = many.read.viewer.grid.cells
    one.measuring.history.add(Measurement(MeasurementKind.LENGTH, ((1.0, 1.0), (9.0, 9.0))))
    qtbot.waitUntil(lambda: bool(desk.annotations.rows))
    assert desk.annotations.rows[0][:2] == ("1.2.1", 4)
    assert not other.measuring.marks
    qtbot.waitUntil(lambda: one.canvas.map is not None and other.canvas.map is not None)
    press(many, "F5")
    many.read.step_image(-1)
    settle(qtbot, many)
    assert not many.read.viewer.measuring.marks
    many.read.step_image(1)
    qtbot.waitUntil(lambda: len(many.read.viewer.measuring.marks) == 1)


def test_a_prior_is_named_with_its_date_and_never_mapped(qtbot, with_prior):
    current, prior = with_prior.read.viewer.grid.cells
    assert [cell.content.key.study_id for cell in (current, prior)] == ["1.2.2", "1.2.3"]
    assert prior.canvas.accessibleDescription().startswith("PRIOR 2024-03-02 (8 months earlier)")
    assert current.canvas.accessibleDescription().startswith("CURRENT 2024-11-03")
    qtbot.waitUntil(lambda: current.canvas.map is not None)
    assert prior.canvas.map is None
    assert not prior.canvas.judged
    bar = prior.canvas.grab().toImage()
    assert min(bar.pixelColor(x, 2).lightness() for x in range(4, 200)) > 200  # light behind dark words
    entries = [action.text() for action in with_prior.read.viewer.layouts.prior.menu().actions()]
    assert entries == [
        "No prior",
        "Prior 2024-03-02 (8 months earlier), Chest AP",
        "Prior 2021-09-15 (3 years earlier), Chest AP",
    ]


def test_while_identity_is_hidden_each_study_has_its_own_name(with_prior, desk):
    press(with_prior, "Ctrl+H")
    for cell in with_prior.read.viewer.grid.cells:
        number = desk.worklist.number(cell.content.key.study_id)
        assert f"Study {number}" in cell.canvas.accessibleDescription()
        assert "A-0002" not in cell.canvas.accessibleDescription()


def test_the_prior_shows_the_same_side_as_the_current_image(with_prior):
    current, prior = with_prior.read.viewer.grid.cells
    sides = [cell.canvas.picture.radiograph.header.laterality for cell in (current, prior)]
    index = prior.content.key.index
    assert prior.content.prior
    assert sides[0] in {"L", "R"}
    assert index == 1 - current.content.key.index  # the prior has its sides the other way round


def test_the_next_prior_and_none(qtbot, with_prior):
    press(with_prior, "Shift+T")
    settle(qtbot, with_prior)
    assert with_prior.read.viewer.grid.cells[1].content.key.study_id == "1.2.4"
    press(with_prior, "T")
    assert len(with_prior.read.viewer.grid.cells) == 1
    assert with_prior.read.viewer.canvas.accessibleDescription().startswith("Made up 2")


def test_findings_and_verdict_stay_with_the_current_study(qtbot, with_prior, desk):
    with_prior.read.viewer.grid.activate(with_prior.read.viewer.grid.cells[1])
    press(with_prior, "1")
    with_prior.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(desk.log))
    assert list(desk.log) == ["1.2.2"]


def test_a_study_without_a_prior_offers_none(many):
    assert not many.read.viewer.layouts.prior.isEnabled()
    press(many, "T")
    assert len(many.read.viewer.grid.cells) == 1


def test_linked_films_show_the_same_share_and_the_same_change_of_window(qtbot, many):
    press(many, "F6")
    settle(qtbot, many)
    one, other = (cell.canvas for cell in many.read.viewer.grid.cells)
    press(many, "+")
    assert other.view != one.view
    press(many, "Y")
    assert alike(other.view, one.view)
    press(many, "Shift+Left")
    assert alike(other.view, one.view)
    one.set_voi(one.picture.choices[1].voi)
    assert other.voi.width == pytest.approx(one.voi.width)
    press(many, "Y")
    press(many, "+")
    assert not alike(other.view, one.view)


def test_calibrated_films_are_linked_in_millimetres(qtbot, many, desk):
    for index, mm in ((4, 0.1), (0, 0.2)):
        film = desk.load_image("1.2.1", index)
        desk.films["1.2.1", index] = replace(film, spacing=PixelSpacing(mm, mm, SpacingKind.CALIBRATED))
    many.read.loader._kept.clear()
    many.read.worklist.table.select("1.2.2")
    many.read.worklist.table.select("1.2.1")
    press(many, "F6")
    settle(qtbot, many)
    press(many, "Y")
    press(many, "+")
    one, other = (cell.canvas for cell in many.read.viewer.grid.cells)
    assert one.picture.radiograph.spacing.column_mm == 0.1
    assert other.view.scale == pytest.approx(2 * one.view.scale)


def test_the_map_can_stand_beside_the_film(qtbot, many):
    findings = many.read.findings
    findings.toggle_map()
    press(many, "Shift+M")
    assert findings.style_of_map().mode is MapMode.CONTOURS
    press(many, "Shift+M")
    settle(qtbot, many)
    bare, mapped = many.read.viewer.grid.cells
    assert (bare.content, mapped.content) == (Content(ImageKey("1.2.1", 4), bare=True), Content(ImageKey("1.2.1", 4)))
    qtbot.waitUntil(lambda: mapped.canvas.shows_map)
    assert not bare.canvas.shows_map
    press(many, "+")
    press(many, "R")
    assert alike(mapped.canvas.view, bare.canvas.view), "always linked"
    assert mapped.canvas.hanging == bare.canvas.hanging
    bare.measuring.history.add(Measurement(MeasurementKind.LENGTH, ((1.0, 1.0), (9.0, 9.0))))
    assert list(mapped.measuring.marks) == list(bare.measuring.marks)
    press(many, "Shift+M")
    assert len(many.read.viewer.grid.cells) == 1
    assert many.read.viewer.canvas.shows_map


def test_a_small_film_has_fewer_words_but_says_who(qtbot, many, monkeypatch):
    said = []
    monkeypatch.setattr(
        "xraydesk.gui.corner_text.draw_block", lambda _p, _a, lines, *_w, **_k: said.extend(lines) or 0.0
    )
    many.read.viewer.canvas.grab()
    large = list(said)
    press(many, "F8")
    settle(qtbot, many)
    said.clear()
    many.read.viewer.canvas.grab()
    assert "Maker" in large
    assert "Maker" not in said
    assert {"Made up 1", "A-0001", "Image 5 / 5"} <= set(said)


def test_steps_in_the_prior_stay_in_the_prior(qtbot, with_prior):
    grid = with_prior.read.viewer.grid
    grid.activate(grid.cells[1])
    before = contents(with_prior)
    with_prior.read.step_image(-1 if before[1] == -2 else 1)
    settle(qtbot, with_prior)
    assert contents(with_prior)[0] == before[0]
    assert grid.cells[1].content.prior
    assert contents(with_prior)[1] != before[1]
