"""The form for a new run on a machine whose administrator has locked the device."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.admin.small_runs import RECIPE, a_room, films
from xraydesk.admin.data import DataSource, SourceKind, save
from xraydesk.admin.room import AdminRoom
from xraydesk.gui.admin.run_form import RunForm


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AdminRoom]:
    made = a_room(tmp_path / "desk")
    save(made.data_dir, DataSource("Our films", SourceKind.FOLDER, films(tmp_path / "films", each=20)))
    yield made
    made.database.close()


def test_a_locked_device_is_shown_shut_and_the_run_takes_it(
    qtbot, room: AdminRoom, set_for_machine: Callable[[str], Path]
) -> None:
    set_for_machine("device = 'cpu'\nlocked = ['device']")
    form = RunForm()
    qtbot.addWidget(form)
    form.show_room(room)
    assert [form.device.itemText(each) for each in range(form.device.count())] == ["CPU"]
    assert not form.device.isEnabled()
    assert form.why.text() == form.device.toolTip() == "Set for this machine by the administrator"
    form.recipe.setCurrentIndex(form.recipe.findData(RECIPE))
    with qtbot.waitSignal(form.start_wanted) as asked:
        form.start.click()
    arguments = asked.args[0].arguments(Path("out"), None)
    assert "--device" not in arguments, "train asks the machine's settings itself"


def test_without_a_lock_the_fastest_is_offered_first(qtbot, set_for_machine: Callable[[str], Path]) -> None:
    set_for_machine("device = 'cpu'")
    form = RunForm()
    qtbot.addWidget(form)
    assert [form.device.itemData(each) for each in range(form.device.count())] == ["auto", "cpu", "cuda"]
    assert form.device.isEnabled()
    assert not form.why.text()
