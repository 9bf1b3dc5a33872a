"""What a training run is asked for: kept beside it as ``request.json``, and told to ``xraydesk train``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipe_fields import changed
from xraydesk.training.recipes import RECIPES
from xraydesk.triage.export import write_text

FILE = "request.json"
SCRATCH, IMAGENET = "", "imagenet"


@dataclass(frozen=True, slots=True)
class RunRequest:
    """One run before it begins. ``data`` is what ``xraydesk train`` is told of its source, see `run_data`."""

    recipe: str
    source: str  # the name of the data, for people
    data: tuple[str, ...]
    start: str = SCRATCH  # or IMAGENET, a model's folder, a file of weights
    start_words: str = ""  # the same for people
    device: str = "auto"  # empty: as is locked on this machine
    minutes: float | None = None  # time limit; None: to the recipe's end
    changes: Mapping[str, str] = field(default_factory=dict)  # values of the recipe, as --set takes them
    others: tuple[str, ...] = ()  # folders with films of other kinds
    goes_on: bool = False  # when the window closes
    author: str = ""
    at: str = ""  # ISO 8601, UTC

    def arguments(self, out: Path, minutes: float | None) -> list[str]:
        """Return the command, after the program's name, that trains into a folder for at most so many minutes."""
        told = ["train", self.recipe, *self.data, "--out", str(out), "--data-dir", str(out)]
        told += ["--progress", "json", "--background"]
        told += ["--device", self.device] if self.device else []
        told += ["--start", self.start] if self.start else []
        told += ["--others", *self.others] if self.others else []
        told += ["--time-limit", f"{max(minutes, 0.01):.4f}"] if minutes is not None else []
        return told + (["--set", *(f"{name}={value}" for name, value in self.changes.items())] if self.changes else [])

    def checked(self) -> Recipe:
        """Return the recipe with what is changed of it; `TrainingError` where there is none or a value will not do."""
        if self.recipe not in RECIPES:
            raise TrainingError(f'There is no recipe "{self.recipe}"', remedy=f"Choose one of: {', '.join(RECIPES)}")
        return changed(RECIPES[self.recipe], self.changes)


def write_request(folder: Path, request: RunRequest) -> None:
    """Keep a request; raises `XraydeskError` where it cannot be written."""
    write_text(folder / FILE, json.dumps(asdict(request), indent=1, ensure_ascii=False))


def read_request(folder: Path) -> RunRequest | None:
    """Return the request of a run's folder; None where there is none that can be read."""
    try:
        found: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        return RunRequest(**{**found, "data": tuple(found["data"]), "others": tuple(found["others"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
