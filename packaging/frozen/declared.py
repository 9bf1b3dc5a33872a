"""What wheels say of themselves that they hold: libraries and crates that are linked into their own files.

Wheels may bring bills of materials of their own (PEP 770, ``<name>.dist-info/sboms``). What stands there as optional or
excluded is left out: it may be used where it is found, and need not be in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from xraydesk.parts import UNSTATED, key

_NOT_IN = ("optional", "excluded")


@dataclass(frozen=True, slots=True, order=True)
class Inner:
    """A component that lies inside a wheel's own files."""

    name: str
    version: str
    licence: str
    purl: str


def of(one: metadata.Distribution) -> tuple[Inner, ...]:
    """Return what a distribution's own CycloneDX bills name, by name; itself left out."""
    bills = [path for path in one.files or () if "sboms" in path.parts and path.name.endswith(".json")]
    found = {inner for path in bills for inner in _components(Path(str(one.locate_file(path))))}
    ours = key(one.metadata["Name"])
    return tuple(sorted(inner for inner in found if key(inner.name) != ours and f"pypi/{ours}@" not in inner.purl))


def _components(path: Path) -> Iterator[Inner]:
    try:
        rows = json.loads(path.read_text("utf-8")).get("components", [])
    except (OSError, ValueError, AttributeError):
        return  # a bill of another kind, or none
    for row in rows:
        if row.get("version") and row.get("scope") not in _NOT_IN:
            yield Inner(row["name"], row["version"], _licence(row), row.get("purl", "").partition("?")[0])


def _licence(row: Mapping[str, Any]) -> str:
    """Return the licences of a component as one expression: all of those that stand beside each other hold."""
    rows = row.get("licenses") or []
    told = [one.get("expression") or one.get("license", {}).get("id", "") for one in rows]
    return " AND ".join(f"({one})" if " OR " in one and len(told) > 1 else one for one in told if one) or UNSTATED
