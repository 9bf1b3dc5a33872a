from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inference.conftest import SIZE, a_card, a_point
from xraydesk.errors import BundleError
from xraydesk.inference.card import KNEE_JOINTS, Clahe, InputSpec, Label, Population
from xraydesk.inference.card_json import card_from_json, card_to_json, read_card

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def content(**changes: object) -> dict[str, Any]:
    return {**json.loads(json.dumps(card_to_json(a_card()))), **changes}


def test_a_card_reads_back_equal() -> None:
    card = a_card(input=InputSpec(size=64, stretch=None), population=Population())
    assert card_from_json(json.loads(json.dumps(card_to_json(card)))) == card


def test_a_card_with_a_region_reads_back_equal_and_older_cards_have_none() -> None:
    card = a_card(input=InputSpec(size=64, region=KNEE_JOINTS, equalise=Clahe(clip_limit=1.5, tiles=6)))
    assert card_from_json(json.loads(json.dumps(card_to_json(card)))) == card
    given = content()
    del given["input"]["region"], given["input"]["equalise"]
    assert card_from_json(given).input == InputSpec(size=SIZE)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"region": "elbows"}, r"input\.region must be empty or one of: knee joints"),
        ({"equalise": {}}, r"input\.equalise is for a model that judges a region"),
        ({"region": KNEE_JOINTS, "equalise": {"clip_limit": 0}}, r"input\.equalise\.clip_limit must be above 0"),
        ({"region": KNEE_JOINTS, "equalise": {"tiles": 9}}, r"input\.equalise\.tiles must be at least 1"),
        ({"centre": 0.4}, r"input\.centre must lie between 0\.5 and 1"),
        ({"region": KNEE_JOINTS, "centre": 0.9}, r"input\.centre is for a model that judges whole films"),
        ({"region": KNEE_JOINTS, "equalise": {"tiles": 2.5}}, r"input\.equalise\.tiles must be a whole number"),
    ],
)
def test_a_region_that_makes_no_sense_is_refused(changes: dict[str, Any], message: str) -> None:
    given = content()
    given["input"] |= changes
    with pytest.raises(BundleError, match=message):
        card_from_json(given)


def test_whole_numbers_stand_for_floats_but_not_the_other_way_round() -> None:
    given = content()
    given["gate"]["distance_cutoff"] = 3
    assert card_from_json(given).gate.distance_cutoff == 3.0
    given["input"]["size"] = 64.0
    with pytest.raises(BundleError, match=r"input\.size must be a whole number"):
        card_from_json(given)


def test_unknown_keys_of_the_same_schema_are_ignored() -> None:
    given = content(colour="blue")
    given["gate"]["later"] = 1
    assert card_from_json(given) == a_card()


def test_missing_optional_fields_take_their_defaults() -> None:
    given = content()
    del given["intended_use"], given["input"]["mean"]
    assert card_from_json(given).input.mean == 0.5


def test_a_newer_schema_is_refused_with_what_to_do() -> None:
    with pytest.raises(BundleError, match=r"newer xraydesk.*Update xraydesk"):
        card_from_json(content(schema=2, labels="anything"))


@pytest.mark.parametrize("schema", [None, 0, True, "1", 1.0])
def test_a_card_without_a_sound_schema_number_is_refused(schema: object) -> None:
    with pytest.raises(BundleError, match="field schema"):
        card_from_json(content(schema=schema))


def put(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(given: dict[str, Any]) -> None:
        place: Any = given
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


POINTS = ("labels", 0, "operating_points")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (put("id", value="../../etc"), "id"),
        (put("id", value="a/b"), "id"),
        (put("id", value="a\\b"), "id"),
        (put("id", value=".."), "id"),
        (put("id", value="c:"), "id"),
        (put("id", value=""), "id"),
        (put("id", value="a\n"), "id"),
        (put("id", value="a" * 65), "id"),
        (put("version", value="1/0"), "version"),
        (put("version", value="1..0"), "version"),
        (put("title", value=" "), "title"),
        (put("weights_sha256", value="0" * 63), "weights_sha256"),
        (put("weights_sha256", value=None), "weights_sha256"),
        (put("labels", value=[]), "labels"),
        (put("labels", value={}), "labels must be a list"),
        (put("labels", 1, "name", value="shadow"), "labels"),
        (put("labels", 0, "calibration", "slope", value=0), r"labels\[0\]\.calibration\.slope"),
        (put("labels", 0, "calibration", "slope", value=10**400), r"labels\[0\]\.calibration\.slope"),
        (put("labels", 0, "calibration", "offset", value=True), r"labels\[0\]\.calibration\.offset"),
        (put(*POINTS, value=[]), r"labels\[0\]\.operating_points lacks the point rule-out"),
        (put(*POINTS, 0, "threshold", value=1.2), r"operating_points\[0\]\.threshold"),
        (put(*POINTS, 0, "threshold", value=0.9), "rule-out threshold above"),
        (put(*POINTS, 1, "sensitivity", "low", value=0.99), r"operating_points\[1\]\.sensitivity"),
        (put(*POINTS, 2, "name", value="rule-out"), "repeated name"),
        (put("input", "size", value=100_000), r"input\.size"),
        (put("input", "std", value=0), r"input\.std"),
        (put("input", "stretch", value=[99, 1]), r"input\.stretch"),
        (put("input", "stretch", value=[1]), r"input\.stretch must have 2 entries"),
        (put("population", "age_max", value=0.5), r"population\.age_max"),
        (put("population", "views", value="AP"), r"population\.views must be a list"),
        (put("population", "views", value=[1]), r"population\.views\[0\] must be text"),
        (put("gate", "distance_cutoff", value=0), r"gate\.distance_cutoff"),
        (put("gate", "domain_cutoff", value=-1), r"gate\.domain_cutoff"),
        (put("gate", value=None), "gate must be an object"),
        (put("training", value=[]), "training must be an object"),
    ],
)
def test_a_wrong_field_is_named(change: Callable[[dict[str, Any]], None], field: str) -> None:
    given = content()
    change(given)
    with pytest.raises(BundleError, match=field):
        card_from_json(given)


@pytest.mark.parametrize("field", ["id", "labels", "gate", "weights_sha256", "architecture"])
def test_a_missing_field_is_named(field: str) -> None:
    given = content()
    del given[field]
    with pytest.raises(BundleError, match=f"field {field} is missing"):
        card_from_json(given)


def test_a_card_that_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(BundleError, match="repeated name"):
        card_to_json(a_card(labels=(Label("a", operating_points=(a_point("x", 0.1), a_point("x", 0.2))),)))
    with pytest.raises(BundleError, match="cannot be written as JSON"):
        card_to_json(a_card(results={"auroc": float("nan")}))
    with pytest.raises(BundleError, match="cannot be written as JSON"):
        card_to_json(a_card(results={"when": object()}))


@given(JSON, st.sampled_from([*content(), ""]))
def test_no_json_makes_anything_but_a_card_or_a_reason(value: Any, field: str) -> None:
    with contextlib.suppress(BundleError):
        card = card_from_json(content(**{field: value}) if field else value)
        assert card_from_json(json.loads(json.dumps(card_to_json(card)))) == card


@given(st.binary(max_size=200))
def test_no_bytes_make_anything_but_a_reason(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("card")
    (folder / "card.json").write_bytes(data)
    with pytest.raises(BundleError, match=r"card\.json"):
        read_card(folder)


def test_a_missing_deep_or_huge_card_file_is_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    with pytest.raises(BundleError, match="missing"):
        read_card(tmp_path)
    path.write_text("[" * 100_000)
    with pytest.raises(BundleError, match="not valid JSON"):
        read_card(tmp_path)
    path.write_bytes(b" " * (5 * 2**20))
    with pytest.raises(BundleError, match="larger than any card"):
        read_card(tmp_path)
    path.write_text(json.dumps(content()).replace("0.2", "NaN"))
    with pytest.raises(BundleError, match="not valid JSON"):
        read_card(tmp_path)
