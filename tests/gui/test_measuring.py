"""Measuring on the film with the mouse and the keys, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import choose, open_folder
from xraydesk.gui import measure_words
from xraydesk.gui.measure_desk import NOT_SAVED
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.imaging.radiograph import PixelSpacing, Radiograph, SpacingKind, Window

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
VALUES = np.full((200, 300), 100, np.int16)
VALUES[:, 150:] = 300
SPACING = PixelSpacing(row_mm=0.5, column_mm=0.2, kind=SpacingKind.AT_DETECTOR)


@pytest.fixture
def read(qtbot, reading, desk):
    """Return the reading page with a film of known values on screen, one film pixel on one screen pixel."""
    for number, spacing in ((2, SPACING), (5, None)):
        for image in range(2):
            desk.films[f"1.2.{number}", image] = Radiograph(VALUES, (Window(200, 400),), spacing=spacing)
    show(qtbot, reading, 2)
    return reading.read


def show(qtbot, window, number: int) -> None:
    choose(qtbot, window, number)
    window.read.viewer.canvas.one_to_one()


def on_screen(read, column: float, row: float) -> QPoint:
    return read.viewer.canvas.screen_at(column, row).toPoint()


def press_key(read, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    read.viewer.canvas.setFocus()
    QTest.keyClick(read.viewer.canvas, key, modifier)


def drag(read, start: tuple[float, float], end: tuple[float, float], button=LEFT) -> None:
    canvas = read.viewer.canvas
    QTest.mousePress(canvas, button, pos=on_screen(read, *start))
    QTest.mouseMove(canvas, on_screen(read, *end))
    QTest.mouseRelease(canvas, button, pos=on_screen(read, *end))


def click(read, column: float, row: float) -> None:
    QTest.mouseMove(read.viewer.canvas, on_screen(read, column, row))
    QTest.mouseClick(read.viewer.canvas, LEFT, pos=on_screen(read, column, row))


def only(read) -> Measurement:
    [found] = read.viewer.measuring.marks.values()
    return found


def words(read) -> str:
    return "\n".join(read.viewer.measuring.words(only(read)))


def test_a_key_and_a_drag_make_a_length(qtbot, read, desk):
    press_key(read, Qt.Key.Key_L)
    assert read.viewer.measures.kinds[MeasurementKind.LENGTH].isChecked()
    voi = read.viewer.canvas.voi
    drag(read, (50, 40), (100, 40))
    assert only(read).points == ((50, 40), (100, 40))
    assert words(read) == "10.0 mm at detector"
    assert read.viewer.canvas.voi is voi
    assert read.viewer.measuring.armed is None
    qtbot.waitUntil(lambda: len(desk.annotations.rows) == 1)
    assert desk.annotations.rows[0][3] == only(read)


def test_two_clicks_make_a_length_down_the_film_with_its_own_spacing(read):
    press_key(read, Qt.Key.Key_L)
    click(read, 50, 40)
    click(read, 50, 90)
    assert words(read) == "25.0 mm at detector"


def test_without_spacing_there_are_no_millimetres(qtbot, reading, read):
    show(qtbot, reading, 5)
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    assert words(read) == "50.0 px, no mm in the file"
    assert "mm²" not in " ".join(measure_words.lines(ELLIPSE, read.viewer.canvas.picture.radiograph))


def test_calibrated_is_said(read):
    film = Radiograph(VALUES, (Window(0, 1),), spacing=PixelSpacing(0.1, 0.1, SpacingKind.CALIBRATED))
    assert measure_words.lines(LINE, film) == ("3.0 mm calibrated",)


LINE = Measurement(MeasurementKind.LENGTH, ((10.0, 10.0), (40.0, 10.0)))
ELLIPSE = Measurement(MeasurementKind.ELLIPSE, ((100.0, 50.0), (200.0, 150.0)))


def test_an_angle_is_a_drag_and_a_click(read):
    press_key(read, Qt.Key.Key_G)
    drag(read, (100, 40), (50, 40))
    click(read, 50, 60)
    assert only(read).points == ((100, 40), (50, 40), (50, 60))
    assert words(read) == "90.0° at detector"


def test_a_cobb_angle_is_two_drags(read):
    press_key(read, Qt.Key.Key_B)
    drag(read, (50, 40), (150, 40))
    drag(read, (150, 100), (50, 140))  # 20 mm across, 20 mm down
    assert words(read) == "Cobb 45.0° at detector"


def test_an_ellipse_has_the_statistics_of_the_values(read):
    press_key(read, Qt.Key.Key_E)
    drag(read, (100, 50), (200, 150))
    assert only(read) == ELLIPSE
    lines = words(read).splitlines()
    assert lines[0] == "mean 200.0  SD 100.0"
    assert lines[1].startswith("100 to 300 pixel values, n 7,8")
    assert lines[2] == "area 785 mm² at detector"


def test_a_handle_is_dragged_and_the_step_undone_and_done_again(qtbot, read, desk):
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    drag(read, (100, 40), (120, 80))
    assert only(read).points == ((50, 40), (120, 80))
    press_key(read, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert only(read).points == ((50, 40), (100, 40))
    press_key(read, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert read.viewer.measuring.marks == {}
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press_key(read, Qt.Key.Key_Z, redo)
    press_key(read, Qt.Key.Key_Z, redo)
    assert only(read).points == ((50, 40), (120, 80))
    qtbot.waitUntil(lambda: desk.annotations.of_image("1.2.2", 0) == read.viewer.measuring.marks)


def test_the_line_moves_as_a_whole_but_never_off_the_film(read):
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    drag(read, (75, 40), (85, 60))
    assert only(read).points == ((60, 60), (110, 60))
    drag(read, (85, 60), (-10, 60))
    assert only(read).points == ((0, 60), (50, 60))


def test_delete_takes_the_selected_one(qtbot, read, desk):
    for row in (40, 80):
        press_key(read, Qt.Key.Key_L)
        drag(read, (50, row), (100, row))
    click(read, 75, 40)
    press_key(read, Qt.Key.Key_Delete)
    assert only(read).points == ((50, 80), (100, 80))
    press_key(read, Qt.Key.Key_Delete)  # nothing is selected now
    assert only(read).points == ((50, 80), (100, 80))
    qtbot.waitUntil(lambda: desk.annotations.of_image("1.2.2", 0) == read.viewer.measuring.marks)


def test_marks_belong_to_their_image_and_come_back(qtbot, reading, read):
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    drawn = dict(read.viewer.measuring.marks)
    show(qtbot, reading, 5)
    assert read.viewer.measuring.marks == {}
    show(qtbot, reading, 2)
    qtbot.waitUntil(lambda: read.viewer.measuring.marks == drawn)
    assert not read.viewer.measuring.selected


def test_marks_come_back_when_the_folder_is_opened_again(qtbot, reading, desk, read):
    press_key(read, Qt.Key.Key_E)
    drag(read, (100, 50), (200, 150))
    open_folder(qtbot, reading, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not reading.link.running)
    show(qtbot, reading, 2)
    qtbot.waitUntil(lambda: list(read.viewer.measuring.marks.values()) == [ELLIPSE])


def test_what_was_not_saved_is_said_and_saved_later(qtbot, reading, read, desk):
    desk.full_disk = True
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    qtbot.waitUntil(lambda: NOT_SAVED in reading.banner.text.text())
    assert only(read).points == ((50, 40), (100, 40))
    desk.full_disk = False
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 80), (100, 80))
    qtbot.waitUntil(lambda: desk.annotations.of_image("1.2.2", 0) == read.viewer.measuring.marks)


def test_a_mark_is_written_although_the_window_closes_at_once(reading, read, desk):
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    reading.close()
    assert len(desk.annotations.rows) == 1


def test_escape_puts_the_tool_away_then_goes_to_the_list(read):
    press_key(read, Qt.Key.Key_B)
    drag(read, (50, 40), (150, 40))
    press_key(read, Qt.Key.Key_Escape)
    assert read.viewer.measuring.armed is None
    assert read.viewer.measuring.marks == {}
    press_key(read, Qt.Key.Key_Escape)
    assert read.worklist.table.hasFocus()


def test_without_a_tool_the_left_button_still_windows_and_the_right_one_pans_meanwhile(read):
    canvas = read.viewer.canvas
    before = canvas.voi
    drag(read, (50, 40), (90, 60))
    assert canvas.voi != before
    press_key(read, Qt.Key.Key_L)
    place = canvas.view
    drag(read, (50, 40), (90, 60), RIGHT)
    assert canvas.view != place
    assert read.viewer.measuring.armed is MeasurementKind.LENGTH
    assert read.viewer.measuring.marks == {}


def test_a_slip_of_the_hand_leaves_nothing(read):
    press_key(read, Qt.Key.Key_E)
    click(read, 50, 40)
    click(read, 50, 40)
    assert read.viewer.measuring.marks == {}


def test_a_mark_stays_on_its_place_of_a_turned_film(read):
    press_key(read, Qt.Key.Key_L)
    drag(read, (50, 40), (100, 40))
    press_key(read, Qt.Key.Key_R)
    press_key(read, Qt.Key.Key_X)
    drag(read, (100, 40), (120, 40))
    assert only(read).points == ((50, 40), (120, 40))
    assert words(read) == "14.0 mm at detector"


def test_number_keys_answer_and_with_alt_they_window(read):
    picture = read.viewer.canvas.picture
    press_key(read, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert read.viewer.canvas.voi is picture.choices[1].voi
    assert read.verdict.answers.checkedId() == -1
    press_key(read, Qt.Key.Key_2)
    assert read.verdict.answers.checkedId() == 1


def test_no_key_does_two_things(reading):
    taken = [key.key for key in reading.keymap.keys if not key.within]
    assert len(taken) == len(set(taken))


def test_the_magnifier_shows_the_film_larger_under_the_pointer(read):
    canvas = read.viewer.canvas
    press_key(read, Qt.Key.Key_L)
    drag(read, (20, 10), (60, 10))  # what it is drawn with must not colour the glass
    at = on_screen(read, 148, 100)
    QTest.mouseMove(canvas, at)
    plain = canvas.grab().toImage()
    near, far = at + QPoint(3, 0), at + QPoint(30, 0)  # the border between the values is 2 film pixels to the right
    press_key(read, Qt.Key.Key_Z)
    assert read.viewer.magnifier.button.isChecked()
    large = canvas.grab().toImage()
    assert plain.pixelColor(near) == plain.pixelColor(far)
    assert large.pixelColor(near) == plain.pixelColor(at)
    assert large.pixelColor(far) == plain.pixelColor(far)
    press_key(read, Qt.Key.Key_Z)
    assert canvas.grab().toImage() == plain
