"""The outline of what the model judged lies on the film where the crop was cut, and can be taken off."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.gui.fake_desk import FakeDesk
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.crop_layer import JudgedCrop, judged_crops
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.picture import Picture
from xraydesk.gui.view_transform import ViewTransform
from xraydesk.gui.viewer import Viewer
from xraydesk.imaging.radiograph import Radiograph, Window
from xraydesk.inference.prediction import Region
from xraydesk.triage.worklist import Entry

ROWS, COLUMNS = 200, 400
LEFT = JudgedCrop(0.2, 0.1, 0.5, 0.25, "judged: knee 0.83", drives=True)  # rows 40 to 140, columns 40 to 140
RIGHT = JudgedCrop(0.2, 0.6, 0.5, 0.25, "judged: knee 0.21", drives=False)


@pytest.fixture
def canvas(qtbot):
    made = FilmCanvas()
    qtbot.addWidget(made)
    made.resize(COLUMNS + 100, ROWS + 100)
    made.show()
    qtbot.waitExposed(made)
    grey = np.full((ROWS, COLUMNS), 20000, np.uint16)
    made.show_picture(Picture(Radiograph(grey, (Window(30000, 50000),))), Corners())
    made.one_to_one()
    return made


def painted(canvas: FilmCanvas) -> np.ndarray:
    """Return the lightness of the film's own pixels on screen."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine()).astype(int)
    left, top = round(canvas.view.x), round(canvas.view.y)
    return grey[top : top + ROWS, left : left + COLUMNS]


def test_outlines_lie_where_the_crops_were_cut(canvas):
    plain = painted(canvas)
    canvas.set_judged((LEFT, RIGHT))
    changed = painted(canvas) != plain
    for column in (40, 140, 240, 340):
        assert changed[70:130, column - 2 : column + 2].any(axis=1).all()
    assert changed[139:142, 60:120].any(axis=0).all()
    assert not changed[100:136, 45:135].any()  # nothing over the joint itself
    assert not changed[:, :36].any()
    assert not changed[70:, 150:236].any()  # further up the words may be wider than the crop


def test_a_solid_line_is_the_joint_that_drives_and_a_dashed_one_the_other(canvas):
    canvas.set_judged((LEFT, RIGHT))
    grey = painted(canvas)
    lit = [(grey[70:130, column - 2 : column + 2].max(axis=1) > 150) for column in (40, 240)]
    assert lit[0].all()
    assert lit[1].any()
    assert not lit[1].all()


def test_the_outline_follows_the_film():
    area = LEFT.area(ROWS, COLUMNS, ViewTransform(2.0, 10.0, -20.0))
    assert (area.x(), area.y(), area.width(), area.height()) == (90.0, 60.0, 200.0, 200.0)


def test_a_key_takes_the_outlines_off(qtbot):
    viewer = Viewer()
    qtbot.addWidget(viewer)
    words, toggle = viewer.actions_for_keys()["O"]
    assert "judged" in words
    assert viewer.canvas.judged_shown
    toggle()
    assert not viewer.canvas.judged_shown


def test_hidden_outlines_leave_the_film_as_it_is(canvas):
    plain = painted(canvas)
    canvas.set_judged((LEFT,))
    assert (painted(canvas) != plain).any()
    canvas.toggle_judged()
    assert np.array_equal(painted(canvas), plain)


def desk_with(regions: tuple[Region, ...], laterality: str) -> FakeDesk:
    class Listener:
        def __getattr__(self, name):
            return lambda *_: None

    desk = FakeDesk({1: 0.9})
    desk.listener = Listener()
    desk.run_all()
    entry = desk.entries["1.2.1"]
    instance = entry.study.instances[0]
    instance = replace(instance, header=replace(instance.header, laterality=laterality))
    images = (replace(entry.assessment.images[0], regions=regions),)
    study, assessment = replace(entry.study, instances=(instance,)), replace(entry.assessment, images=images)
    desk.entries["1.2.1"] = Entry(study, assessment)
    return desk


def test_an_only_joint_is_named_by_the_header_and_two_by_their_place():
    one = Region(0.1, 0.2, 0.3, 0.4, (0.834, 0.5), "knee")
    assert [crop.words for crop in judged_crops(desk_with((one,), "R"), "1.2.1", 0)] == ["judged: right knee 0.83"]
    assert [crop.words for crop in judged_crops(desk_with((one,), ""), "1.2.1", 0)] == ["judged: knee 0.83"]
    other = replace(one, column=0.6, probabilities=(0.2, 0.1))
    two = judged_crops(desk_with((one, other), "R"), "1.2.1", 0)
    assert [(crop.words, crop.drives) for crop in two] == [("judged: knee 0.83", True), ("judged: knee 0.20", False)]
    assert judged_crops(desk_with((), "R"), "1.2.1", 0) == ()
