"""What can be changed of a recipe is told by the recipe itself; what makes no sense is refused with what would."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

from tests.training.blobs import small
from xraydesk.errors import TrainingError
from xraydesk.training.recipe import HeadPhase, Recipe
from xraydesk.training.recipe_fields import Kind, changed, recipe_fields
from xraydesk.training.recipe_words import NOT_CHANGED, SETTABLE, WORDS
from xraydesk.training.recipes import RECIPES

CHEST = RECIPES["chest-pneumonia"]


@pytest.mark.parametrize("name", RECIPES)
def test_each_value_of_each_recipe_can_be_written_and_read_back(name: str) -> None:
    for each in recipe_fields(RECIPES[name]):
        assert each.read(each.text) == each.value, each.name


def test_no_field_is_without_words_unless_it_is_left_out_on_purpose() -> None:
    recipe = replace(CHEST, head_first=HeadPhase(1))
    for each in fields(Recipe):
        if each.name not in NOT_CHANGED:
            assert each.name in WORDS, each.name
    for part in ("augment", "texts", "head_first"):
        assert part in SETTABLE
        for each in fields(getattr(recipe, part)):
            assert f"{part}.{each.name}" in WORDS, each.name
    names = {each.name for each in recipe_fields(recipe)}
    assert names == set(WORDS), "words for values that are not there"
    assert not any(is_dataclass(each.value) for each in recipe_fields(recipe))


def test_kinds_come_from_the_dataclass() -> None:
    kinds = {each.name: each.kind for each in recipe_fields(CHEST)}
    assert kinds["epochs"] is Kind.WHOLE
    assert kinds["augment.gamma"] is Kind.TWO_NUMBERS
    assert kinds["optimizer"] is Kind.CHOICE
    assert kinds["points_required"] is Kind.YES_NO
    assert kinds["augment.resample_sides"] is Kind.WHOLES
    assert kinds["checks"] is Kind.WORDS
    assert {each.name for each in recipe_fields(CHEST) if each.may_be_none} == {"free_blocks", "patience", "split_seed"}


def test_values_are_changed_by_name() -> None:
    values = {
        "epochs": "3", "augment.zoom": "0.9, 1.1", "patience": "2", "points_required": "no", "checks": "clean,blur",
        "texts.version": "1.2+site",
    }  # fmt: skip
    made = changed(CHEST, values)
    assert (made.epochs, made.augment.zoom, made.patience) == (3, (0.9, 1.1), 2)
    assert (made.points_required, made.checks, made.texts.version) == (False, ("clean", "blur"), "1.2+site")
    assert made.learning_rate == CHEST.learning_rate
    assert changed(made, {"patience": "none"}).patience is None


def test_a_network_built_for_a_size_follows_its_input() -> None:
    made = changed(RECIPES["s1-cp-64"], {"input.size": "32"})
    assert made.architecture_options["size"] == 32


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("epochs", "0", "a whole number from 1 to 1000"),
        ("epochs", "2.5", "a whole number"),
        ("learning_rate", "nan", "a number from 1e-08 to 1"),
        ("learning_rate", "fast", "a number"),
        ("augment.zoom", "1", "two numbers"),
        ("augment.zoom", "1.5,1.1", "ends before it begins"),
        ("optimizer", "lion", "one of: adamw, adam, sgd"),
        ("checks", "clean,rain", "some of: clean"),
        ("checks", "blur", "no plain films"),
        ("points_required", "maybe", '"points_required" cannot be "maybe"'),
        ("texts.title", " ", '"texts.title" cannot be'),
        ("architecture", "vgg19", "cannot|can be changed"),
    ],
)
def test_what_makes_no_sense_is_refused(name: str, text: str, words: str) -> None:
    with pytest.raises(TrainingError, match=words):
        changed(CHEST, {name: text})


def test_the_recipe_itself_stays_as_it_is() -> None:
    recipe = small("s1-cp-64")
    before = replace(recipe)
    changed(recipe, {"epochs": "9"})
    assert recipe == before
