"""The licences of what is shipped: as SPDX expressions, checked, and with their texts in one folder.

``packaging/licences.toml`` says what the parts' own metadata leave open. The build ends where a part has no licence, no
text, or a GPL that gives no leave to link.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import sys
import tomllib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from xraydesk.licences import FOLDER, INDEX
from xraydesk.parts import UNSTATED, key

if TYPE_CHECKING:
    from frozen.shipped import Part

HERE = Path(__file__).resolve().parents[1]
TEXTS = HERE / "licences"
# Licences that ask for the whole program to be under them, or that forbid its use; LGPL and MPL do neither.
_REFUSED = re.compile(r"^(A?GPL-|SSPL-|OSL-|CC-BY-NC|CC-BY-SA|CC-BY-ND|BUSL-|Elastic-)")
_LEAVE_TO_LINK = ("GCC-exception-3.1", "Bootloader-exception", "Classpath-exception-2.0", "Linux-syscall-note")
_TERM = re.compile(r"\(|\)|\bAND\b|\bOR\b|[^\s()]+(?: WITH [^\s()]+)?")
_WORDS = {"AND": "and", "OR": "or", "(": "(", ")": ")"}


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "licences.toml").read_text("utf-8"))


def of_distribution(name: str, said: str) -> str:
    """Return the SPDX expression of a Python distribution whose metadata say ``said``; as it is where it is none."""
    table = _table()
    stated = table["distributions"].get(key(name)) or table["words"].get(said, said)
    try:
        return canonicalize_license_expression(stated)
    except InvalidLicenseExpression:
        return stated


def of_library(name: str) -> str:
    """Return the SPDX expression of a shared library by its name, or `UNSTATED`."""
    short = name.lower().partition(".")[0]
    rules = _table()["libraries"].items()
    return next((spdx for rule, spdx in rules if fnmatchcase(short, rule.lower())), UNSTATED)


def knows_library(name: str) -> bool:
    """Whether a shared library has a row of its own."""
    return of_library(name) != UNSTATED


def standard(expression: str) -> tuple[tuple[str, Path], ...]:
    """Return the texts that are kept here of the licences in an expression; the LGPL of version 3 adds to the GPL."""
    names = {re.sub(r"-(only|or-later)$", "", word) for word in re.split(r"[\s()]+", expression)}
    if "LGPL-3.0" in names or "GCC-exception-3.1" in names:
        names.add("GPL-3.0")
    paths = (TEXTS / f"{name}.txt" for name in sorted(names) if name)
    return tuple((f"standard/{path.name}", path) for path in paths if path.is_file())


def problem(expression: str) -> str:
    """Return why a part under this licence cannot be shipped, as a clause, or ""."""
    try:
        terms = _TERM.findall(canonicalize_license_expression(expression))
    except InvalidLicenseExpression:
        return f"has no licence that can be told ({expression})"
    tree = ast.parse(" ".join(_WORDS.get(term) or str(_may_be_shipped(term)) for term in terms), mode="eval")
    return "" if _true(tree.body) else f"is under {expression}, which the whole program would have to be under"


def _true(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        values = [_true(one) for one in node.values]
        return all(values) if isinstance(node.op, ast.And) else any(values)
    return bool(ast.literal_eval(node))


def _may_be_shipped(term: str) -> bool:
    licence, _, exception = term.partition(" WITH ")
    return exception in _LEAVE_TO_LINK or not _REFUSED.match(licence)


def check(parts: Sequence[Part]) -> None:
    """End the build with a sentence for each part that cannot be shipped."""
    wrong = [f"{part.name} {part.version} {words}." for part in parts if (words := problem(part.licence))]
    wrong += [f"{part.name} {part.version} comes without the text of its licence." for part in parts if not part.texts]
    inner = [(one, part.name) for part in parts for one in part.inner if one.licence != UNSTATED]
    wrong += [f"{one.name} {one.version} in {name} {words}." for one, name in inner if (words := problem(one.licence))]
    if wrong:
        sys.exit(
            "\n".join([*wrong, "packaging/licences.toml and packaging/licences/ say what is not known otherwise."])
        )


def write(parts: Sequence[Part], folder: Path) -> list[tuple[str, str, str]]:
    """Write all texts and two lists of them, for the program and for people; return rows for PyInstaller."""
    shutil.rmtree(folder, ignore_errors=True)
    rows, lines = [], ["The parts of this program, their licences, and the texts in this folder.", ""]
    for part in parts:
        for place, source in part.texts:
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_bytes(source.read_bytes())
        texts = [place for place, _ in part.texts]
        beside = "" if part.version else part.parent
        told = {"name": part.name, "version": part.version, "beside": beside, "licence": part.licence, "texts": texts}
        rows.append(told)
        lines += [f"{part.name} {part.version or f'with {beside}'}: {part.licence}", *(f"    {text}" for text in texts)]
    (folder / INDEX).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")
    written = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(f"{FOLDER}/{path.relative_to(folder).as_posix()}", str(path), "DATA") for path in written]
