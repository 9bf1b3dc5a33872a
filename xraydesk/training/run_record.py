"""What a run is made of, kept in its folder: the recipe, and which films it learns from and keeps aside.

A film is named by its path below the data folder, for data sets in which every study has an ``image1.png``. Earlier
versions named it by its file alone; their records are still read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, cast

from xraydesk.errors import TrainingError
from xraydesk.training.places import below
from xraydesk.training.recipe import Recipe
from xraydesk.training.split import Split
from xraydesk.training.table import ImageTable

RECORD = "run.json"
SCHEMA = 1
TRAIN, VALIDATION = PARTS = ("train", "validation")
# Between a run and its being taken up: they change no step.
_MAY_DIFFER = (
    "words",
    "texts",
    "population",
    "rule_out_sensitivity",
    "rule_in_specificity",
    "points_required",
    "gross_errors_in_sight",
)


def keep_record(out: Path, recipe: Recipe, table: ImageTable, split: Split, data: Path, *, begun: bool) -> None:
    """Write what a run is made of; raise `TrainingError` where the folder holds a ``begun`` one of something else."""
    folder = data if data.is_dir() else data.parent

    def names(rows: Sequence[int]) -> list[str]:
        return [below(table.images[row].path, folder) for row in rows]

    content = {
        "schema": SCHEMA,
        "recipe": asdict(recipe),
        TRAIN: names(split.train.tolist()),
        VALIDATION: names(split.validation.tolist()),
        "corrections": dict(table.corrections),
        "exclusions": dict(table.exclusions),
    }
    kept = json.loads(json.dumps(content))
    file = out / RECORD
    if begun and file.exists():
        _refuse_another(read_record(out), kept, out)
    file.write_text(json.dumps(kept, indent=1), "utf-8")


def read_record(out: Path) -> dict[str, Any]:
    """Return the record of a run that is to be taken up; one of another version may be of other settings unseen.

    Raises
    ------
    TrainingError
        It is not there, is damaged, or another version wrote it.
    """
    file = out / RECORD
    try:
        found = json.loads(file.read_text("utf-8"))
        known = found.get("schema", SCHEMA) == SCHEMA and all(name in found for name in ("recipe", *PARTS))
    except (OSError, ValueError, AttributeError):
        known = False
    if not known:
        raise TrainingError(
            "What this run is made of cannot be read: its record is damaged or of another version of xraydesk",
            subject=file,
            remedy="Go on with the version of xraydesk that began the run, or choose an empty folder for a new one",
        )
    return cast(dict[str, Any], found)


def films_of(record: Mapping[str, Any], table: ImageTable) -> dict[str, list[int]]:
    """Return which images of a table a record names, by part; those it does not know are in none.

    An image is known by the end of its path, the longest that is named, wherever the data folder lies by now.
    """
    named = {part: frozenset(record.get(part, ())) for part in PARTS}
    found: dict[str, list[int]] = {part: [] for part in PARTS}
    for row, image in enumerate(table.images):
        name = next((end for end in _ends(image.path) if any(end in names for names in named.values())), None)
        for part, names in named.items():
            if name in names:
                found[part].append(row)
    return found


def _ends(path: PurePath) -> Iterator[str]:
    yield path.as_posix()
    pieces = path.parts
    for start in range(1, len(pieces)):
        yield "/".join(pieces[start:])


def _refuse_another(before: dict[str, Any], now: dict[str, Any], out: Path) -> None:
    old, new = before["recipe"], now["recipe"]
    changed = [key for key in old.keys() & new.keys() if old[key] != new[key] and key not in _MAY_DIFFER]
    changed += [f"the {part} films" for part in PARTS if not _same(before[part], now[part])]
    changed += ["the corrected labels"] if before.get("corrections", {}) != now["corrections"] else []
    if changed:
        raise TrainingError(
            f"A run of other settings was begun here; different are: {', '.join(sorted(changed))}",
            subject=out,
            remedy="Choose an empty folder for this run, or give the settings of the one begun",
        )


def _same(before: list[str], now: list[str]) -> bool:
    """Whether two lists name the same films; the one before may be of a version that named files alone."""
    return before in (now, [PurePosixPath(name).name for name in now])
