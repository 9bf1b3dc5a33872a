"""What a run says of itself, line by line: read on from where it was read last, by whatever window looks at it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

FILE = "progress.jsonl"
BEGUN = "begun"  # written before each start: the time
_CELLS = ("true_positives", "false_positives", "false_negatives", "true_negatives")


@dataclass(frozen=True, slots=True)
class Epoch:
    """Figures of one whole epoch; NaN where one was not told."""

    number: int  # from 1
    loss: float
    validation_loss: float
    areas: Mapping[str, float]  # AUROC, by what the validation films were seen under


@dataclass(frozen=True, slots=True)
class Matrix:
    """Validation films at a probability of one half."""

    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int


@dataclass(frozen=True, slots=True)
class RunProgress:
    """What was said so far, of all starts of a run together; how it ended, of the last one."""

    losses: tuple[tuple[float, float], ...] = ()  # (epochs done, loss)
    epochs: tuple[Epoch, ...] = ()
    matrix: Matrix | None = None  # of the last epoch
    latest: Mapping[str, Any] | None = None  # the last report of a step, None between starts
    counts: Mapping[str, Any] | None = None  # films, train, validation, ..._with_finding, device
    of_run: tuple[str, ...] = ()  # warnings before the first epoch
    of_epoch: tuple[str, ...] = ()  # warnings after the latest one, and at the end
    notes: tuple[str, ...] = ()
    phase: str = ""  # what it is at outside the epochs: "head", "features", "stress"
    begun: str = ""  # ISO 8601
    spent: float = 0.0  # seconds of all starts together, without what came after the last report
    done: str = ""  # id and version of the model that came out
    stopped: str = ""
    failed: str = ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the watchdogs say now; what they said of an earlier epoch no longer counts."""
        return self.of_run + tuple(words for words in self.of_epoch if words not in self.of_run)

    @property
    def ended(self) -> bool:
        """Whether the run itself said how it ended."""
        return bool(self.done or self.stopped or self.failed)


class ProgressReader:
    """Reads the lines of one run; those that are whole and were not read yet."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._at = 0
        self._seen = RunProgress()

    def read(self) -> RunProgress:
        """Return all that was said up to now."""
        try:
            with self._file.open("rb") as file:
                file.seek(self._at)
                text = file.read()
        except OSError:
            return self._seen
        whole = text[: text.rfind(b"\n") + 1]
        self._at += len(whole)
        for line in whole.splitlines():
            self._seen = _after(self._seen, _row(line))
        return self._seen


def _row(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _after(seen: RunProgress, row: Mapping[str, Any]) -> RunProgress:  # noqa: PLR0911 - one kind of line after the other
    if BEGUN in row:
        return replace(seen, begun=str(row[BEGUN]), latest=None, phase="", stopped="", failed="")
    if "rate" in row:
        at, last = int(row["epoch"]) + row["step"] / row["of"], (seen.latest or {}).get("elapsed", 0.0)
        return replace(
            seen,
            latest=row,
            phase="",
            losses=(*_before(seen.losses, at), (at, float(row["loss"]))),
            spent=seen.spent + row.get("elapsed", 0.0) - last,
        )
    if _CELLS[0] in row:
        return replace(seen, matrix=Matrix(*(int(row[name]) for name in _CELLS)))
    if "stage" in row or "stress" in row:
        return replace(seen, phase=str(row.get("stage", "stress")))
    if "validation_loss" in row:
        number = int(row["epoch"]) + 1
        return replace(seen, epochs=(*seen.epochs[: number - 1], _epoch(number, row)), of_epoch=())
    if "films" in row and "train" in row:
        return replace(seen, counts=row)
    if row.keys() & {"done", "stopped", "failed"}:
        done, stopped, failed = (str(row.get(name, "")) for name in ("done", "stopped", "failed"))
        return replace(seen, latest=None, phase="", done=done, stopped=stopped, failed=failed)
    return _with_words(seen, row)


def _with_words(seen: RunProgress, row: Mapping[str, Any]) -> RunProgress:
    """Take up a sentence; what is said again at another start stands once."""
    if "warning" in row and row["warning"] not in seen.warnings:
        if seen.epochs:
            return replace(seen, of_epoch=(*seen.of_epoch, str(row["warning"])))
        return replace(seen, of_run=(*seen.of_run, str(row["warning"])))
    if "note" in row and row["note"] not in seen.notes:
        return replace(seen, notes=(*seen.notes, str(row["note"])))
    return seen


def _before(losses: tuple[tuple[float, float], ...], at: float) -> tuple[tuple[float, float], ...]:
    """Leave out what a start after a crash takes again."""
    if losses and losses[-1][0] >= at:
        return tuple(pair for pair in losses if pair[0] < at)
    return losses


def _epoch(number: int, row: Mapping[str, Any]) -> Epoch:
    areas = {name.removeprefix("auroc_"): float(value) for name, value in row.items() if name.startswith("auroc_")}
    return Epoch(number, float(row["loss"]), float(row["validation_loss"]), areas)
