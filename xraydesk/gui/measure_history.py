"""The marks on one film and every step that led to them, to go back and forth. No Qt."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xraydesk.imaging.measurements import Measurement

Told = Callable[[str, Measurement, bool], object]  # mark, what it is (or was), whether it was taken away


@dataclass(frozen=True, slots=True)
class Step:
    """One mark before and after; None where it was not there."""

    mark: str
    before: Measurement | None
    after: Measurement | None

    @property
    def back(self) -> Step:
        """The step that undoes it."""
        return Step(self.mark, self.after, self.before)


class MarkHistory:
    """Marks by name. Every change is told, so that it can be written."""

    def __init__(self, told: Told) -> None:
        self.marks: dict[str, Measurement] = {}
        self._told = told
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def begin(self) -> None:
        """Begin with another film: nothing on it, nothing to undo."""
        self.marks = {}
        self._done, self._undone = [], []

    def take(self, stored: Mapping[str, Measurement]) -> None:
        """Put on the film what was kept; what the reader drew meanwhile stays as it is."""
        touched = {step.mark for step in (*self._done, *self._undone)}
        kept = {mark: found for mark, found in stored.items() if mark not in touched}
        self.marks = {**kept, **self.marks}

    def add(self, measurement: Measurement) -> str:
        """Draw a new mark; return its name."""
        mark = uuid.uuid4().hex
        self._do(Step(mark, None, measurement))
        return mark

    def change(self, mark: str, before: Measurement, after: Measurement) -> None:
        """Make one mark what it is ``after``; ``before`` is what undoing brings back."""
        if before != after:
            self._do(Step(mark, before, after))

    def remove(self, mark: str) -> None:
        """Take a mark away."""
        self._do(Step(mark, self.marks[mark], None))

    def undo(self) -> str:
        """Take the last step back; return the mark that is there now, "" where none is."""
        return self._go(self._done, self._undone)

    def redo(self) -> str:
        """Take the step that was undone last anew."""
        return self._go(self._undone, self._done)

    def _go(self, taken: list[Step], other: list[Step]) -> str:
        if not taken:
            return ""
        step = taken.pop().back
        other.append(step)
        self._apply(step)
        return step.mark if step.after is not None else ""

    def _do(self, step: Step) -> None:
        self._done.append(step)
        self._undone = []
        self._apply(step)

    def _apply(self, step: Step) -> None:
        if step.after is not None:
            self.marks[step.mark] = step.after
            self._told(step.mark, step.after, False)
        elif step.before is not None:
            self.marks.pop(step.mark, None)
            self._told(step.mark, step.before, True)
