"""The form of a recipe: parts in order, what was changed, what a run may start from."""

from __future__ import annotations

import pytest

from xraydesk.admin.recipe_form import Group, changes, parts, recipe, recipe_names
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run_request import RunRequest
from xraydesk.admin.starting_points import StartKind, starting_points
from xraydesk.errors import TrainingError

CHEST = "chest-pneumonia"


def test_each_value_stands_in_one_part() -> None:
    found = parts(recipe(CHEST))
    assert [part.group for part in found] == [
        Group.COURSE, Group.DATA, Group.AUGMENTATION, Group.VALIDATION, Group.POINTS, Group.CARD,
    ]  # fmt: skip
    names = [each.name for part in found for each in part.fields]
    assert len(names) == len(set(names)) > 40
    assert "texts.version" not in names, "each run gives its model a version of its own"


def test_only_what_says_something_else_is_a_change() -> None:
    of = recipe(CHEST)
    assert changes(of, {"learning_rate": "0.0002", "epochs": "5"}) == {}
    assert changes(of, {"learning_rate": "2e-4", "epochs": "6"}) == {"epochs": "6"}
    with pytest.raises(TrainingError, match="ends before it begins"):
        changes(of, {"augment.zoom": "2,1"})


def test_each_recipe_can_be_asked_for() -> None:
    for each in recipe_names():
        assert each.words
        assert RunRequest(each.name, "films", ()).checked() == recipe(each.name)
    with pytest.raises(TrainingError, match='no recipe "x"'):
        RunRequest("x", "films", ()).checked()


def test_models_of_the_same_network_come_first_and_weights_only_where_there_are_some(room: AdminRoom) -> None:
    of_chest = [point.kind for point in starting_points(room, recipe(CHEST))]
    assert of_chest[-2:] == [StartKind.IMAGENET, StartKind.SCRATCH]
    assert set(of_chest[:-2]) <= {StartKind.IN_USE, StartKind.MODEL}
    assert [point.kind for point in starting_points(room, recipe("s1-xception"))] == [StartKind.SCRATCH]
