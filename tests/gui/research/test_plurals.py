"""Counts in words: a text that names several of a thing has one beside it for one, or can never be of one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import xraydesk

HOUSE = Path(xraydesk.__file__).parent
ROOMS = ("research", "gui/research", "gui/shared")
FILES = sorted(path for room in ROOMS for path in (HOUSE / room).glob("*.py"))
THINGS = (
    "studies|cases|verdicts|readers|patients|images|films|answers|lines|rows|weeks|files|models|labels|tags|points|"
    "groups"
)
SEVERAL = re.compile(rf"\{{\w*\}} ((?!the )(?:[a-z]+ )?(?:{THINGS}))\b")
NEVER_ONE = {
    "{fewest}": "a constant",
    "{weeks} weeks": "eight or more",
    "{run} weeks": "eight or more",
    "{baseline} weeks": "eight or more",
    "{readers} readers": "figures of all readers want two",
    "{files} files": "an export has many tables",
    "of {count} readers": "some of several are chosen",
    "Read {studies} studies": "a plan wants tens",
    "{least} {kind} studies": "a bound wants tens",
    "{count} weeks": "the choices begin with eight",
    "{FEWEST} images": "a constant",
    "the {kind} studies": "the number stands behind it",
}


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Return the strings of a function, f-strings with the names of what stands in them."""
    whole = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(_piece(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in whole:
            yield node.lineno, node.value


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.FormattedValue):
        return f"{{{part.value.id if isinstance(part.value, ast.Name) else getattr(part.value, 'attr', '')}}}"
    return str(part.value) if isinstance(part, ast.Constant) else ""


def singular(several: str) -> str:
    word = several.rpartition(" ")[2]
    return "study" if word == "studies" else word.removesuffix("s")


def alone(source: str) -> list[tuple[int, str]]:
    """Return the texts that name several of a thing where nothing of the same function names one."""
    tree = ast.parse(source)
    parts: list[ast.AST] = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    parts += [inner for node in tree.body if isinstance(node, ast.ClassDef) for inner in node.body]
    parts += [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    found = []
    for part in parts:
        said = list(texts(part))
        for line, text in said:
            for several in SEVERAL.finditer(text):
                one = re.compile(rf"\b(?:one|1|only) (?:[a-z]+ )?{singular(several[1])}\b", re.IGNORECASE)
                if not any(one.search(other) for _, other in said) and not any(never in text for never in NEVER_ONE):
                    found.append((line, text))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_no_count_of_one_is_said_in_the_plural(file: Path) -> None:
    assert alone(file.read_text("utf-8")) == []


def test_such_texts_are_found() -> None:
    bare = 'def say(n):\n    return f"{n} cases of known truth"\n'
    assert alone(bare) == [(2, "{n} cases of known truth")]
    assert alone(bare + "    one = 'one case of known truth'\n") == []
    assert alone('def say():\n    return "{count} abnormal studies"\n') == [(2, "{count} abnormal studies")]
