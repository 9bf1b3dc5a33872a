"""Model cards as JSON: read with every field checked, written so that they read back equal. Imports no torch.

The fields and their types are those of `card`'s dataclasses, but for what a site made of a card; unknown keys of the
same schema are ignored, so that a later xraydesk may add some, and a higher schema number is refused.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, Union, cast, get_args, get_origin, get_type_hints

from xraydesk.errors import BundleError
from xraydesk.inference.card import Label, ModelCard
from xraydesk.inference.card_rules import check_card, check_labels

SCHEMA = 1
CARD_NAME = "card.json"
CARD_BYTES_MAX = 4 * 2**20
_REMEDY = "Install the model again from its source"


def read_card(folder: Path) -> ModelCard:
    """Read ``card.json`` of a model folder.

    Raises
    ------
    BundleError
        The card is missing, too large, not JSON, of a newer schema, or a field is wrong.
    """
    path = folder / CARD_NAME
    try:
        if path.stat().st_size > CARD_BYTES_MAX:
            raise BundleError("The model card is larger than any card is", subject=path, remedy=_REMEDY)
        content = json.loads(path.read_text(encoding="utf-8"), parse_constant=_refuse_constant)
    except FileNotFoundError:
        raise BundleError("The model card is missing", subject=path, remedy=_REMEDY) from None
    except OSError as error:
        raise BundleError(f"The model card cannot be read: {error.strerror}", subject=path) from error
    except (ValueError, RecursionError) as error:
        raise BundleError("The model card is not valid JSON", subject=path, remedy=_REMEDY) from error
    try:
        return card_from_json(content)
    except BundleError as error:
        raise BundleError(error.what, subject=path, remedy=error.remedy) from error


def card_from_json(content: object) -> ModelCard:
    """Make a card of parsed JSON.

    Raises
    ------
    BundleError
        The schema is newer, a field is missing, of a wrong type, or makes no sense; the message names the field.
    """
    if not isinstance(content, dict):
        raise BundleError("The model card is not a JSON object", remedy=_REMEDY)
    _check_schema(content.get("schema"))
    card = cast(ModelCard, _read_dataclass(ModelCard, content, ""))
    check_card(card)
    return card


def card_to_json(card: ModelCard) -> dict[str, Any]:
    """Return the card as a JSON object; `card_from_json` gives an equal card back.

    Raises
    ------
    BundleError
        A field makes no sense, so that the card could not be read back.
    """
    check_card(card)
    content = cast(dict[str, Any], _plain(dataclasses.asdict(card)))
    return card_checked({field.name: content[field.name] for field in dataclasses.fields(card) if _in_file(field)})


def labels_to_json(labels: tuple[Label, ...]) -> list[dict[str, Any]]:
    """Return labels with their calibration and operating points; `labels_from_json` gives equal ones back.

    Raises
    ------
    BundleError
        A value makes no sense.
    """
    check_labels(labels)
    return cast(list[dict[str, Any]], _plain([dataclasses.asdict(label) for label in labels]))


def labels_from_json(content: object) -> tuple[Label, ...]:
    """Make labels of parsed JSON; BundleError where a value is missing, of a wrong type, or makes no sense."""
    labels = cast(tuple[Label, ...], _read_tuple((Label, ...), content, "labels"))
    check_labels(labels)
    return labels


def card_checked(content: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON object unchanged once it is known to be writable and readable; BundleError otherwise."""
    try:
        text = json.dumps(content, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise BundleError(f"The model card cannot be written as JSON: {error}") from error
    card_from_json(json.loads(text))
    return content


def _check_schema(schema: object) -> None:
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        _refuse("schema", "must be a whole number from 1")
    if schema > SCHEMA:
        raise BundleError(
            f"The model was made for a newer xraydesk (card schema {schema}, this one knows {SCHEMA})",
            remedy="Update xraydesk",
        )


def _refuse(field: str, what: str) -> NoReturn:
    raise BundleError(f"The model card's field {field} {what}", remedy=_REMEDY)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _in_file(field: dataclasses.Field[Any]) -> bool:
    return bool(field.metadata.get("in_file", True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read_dataclass(kind: type, content: object, where: str) -> object:
    if not isinstance(content, dict):
        _refuse(where, "must be an object")
    values = {}
    for field in filter(_in_file, dataclasses.fields(kind)):
        name = f"{where}.{field.name}" if where else field.name
        if field.name in content:
            values[field.name] = _read(_hints(kind)[field.name], content[field.name], name)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            _refuse(name, "is missing")
    return kind(**values)


def _read(kind: object, value: object, where: str) -> object:
    """Bring one parsed JSON value to the type of its field."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(a for a in get_args(kind) if a is not type(None))
        return None if value is None else _read(inner, value, where)
    if origin is tuple:
        return _read_tuple(get_args(kind), value, where)
    if origin is dict:
        return value if isinstance(value, dict) else _refuse(where, "must be an object")
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(cast(type, kind), value, where)
    return _read_scalar(cast(type, kind), value, where)


def _read_tuple(kinds: tuple[object, ...], value: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        _refuse(where, "must be a list")
    if kinds[-1] is not Ellipsis:
        if len(value) != len(kinds):
            _refuse(where, f"must have {len(kinds)} entries")
        return tuple(_read(k, v, f"{where}[{i}]") for i, (k, v) in enumerate(zip(kinds, value, strict=True)))
    return tuple(_read(kinds[0], v, f"{where}[{i}]") for i, v in enumerate(value))


def _read_scalar(kind: type, value: object, where: str) -> object:
    if kind is str:
        return value if isinstance(value, str) else _refuse(where, "must be text")
    if isinstance(value, bool) or not isinstance(value, int if kind is int else (int, float)):
        _refuse(where, "must be a whole number" if kind is int else "must be a number")
    return value if kind is int else _finite(cast(float, value), where)


def _finite(value: float, where: str) -> float:
    try:
        number = float(value)
    except OverflowError:  # a whole number beyond any float
        number = math.inf
    return number if math.isfinite(number) else _refuse(where, "must be a finite number")


def _plain(value: object) -> object:
    """Turn tuples into lists, throughout: what JSON would give back."""
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else value
