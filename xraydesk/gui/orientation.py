"""How the film hangs: turned in steps of 90 degrees and mirrored. Exact for every pixel. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.gui.language import translate
from xraydesk.gui.view_transform import Box


@dataclass(frozen=True, slots=True)
class Orientation:
    """The film is mirrored left to right first, then turned clockwise by so many quarters."""

    quarters: int = 0  # 0 to 3
    mirrored: bool = False

    @property
    def upright(self) -> bool:
        """Whether the film hangs as the file has it."""
        return self == Orientation()

    @property
    def words(self) -> str:
        """How it hangs, for the corner of the image: a mirrored film must never be taken for one that is not."""
        if self.upright:
            return ""
        if not self.quarters:
            return translate("Orientation", "MIRRORED")
        text = translate("Orientation", "rotated {degrees}°")
        if self.mirrored:
            text = translate("Orientation", "MIRRORED, rotated {degrees}°")
        return text.format(degrees=90 * self.quarters)

    def turned(self, quarters: int) -> Orientation:
        """Return it turned further on the screen, clockwise."""
        return replace(self, quarters=(self.quarters + quarters) % 4)

    def flipped(self, *, upside_down: bool = False) -> Orientation:
        """Return it with left and right of the screen swapped, or top and bottom."""
        quarters = -self.quarters + (2 if upside_down else 0)
        return Orientation(quarters % 4, not self.mirrored)

    def size(self, columns: int, rows: int) -> tuple[int, int]:
        """Return width and height of the film as it hangs."""
        return (rows, columns) if self.quarters % 2 else (columns, rows)

    def hang(self, column: float, row: float, columns: int, rows: int) -> tuple[float, float]:
        """Return where a place of the film lies on the hanging film."""
        x, y = (columns - column if self.mirrored else column), row
        width, height = columns, rows
        for _ in range(self.quarters):
            x, y = height - y, x
            width, height = height, width
        return x, y

    def place(self, x: float, y: float, columns: int, rows: int) -> tuple[float, float]:
        """Return the column and row of the film at a place of the hanging film; undoes `hang`."""
        width, height = self.size(columns, rows)
        for _ in range(self.quarters):
            x, y = y, width - x
            width, height = height, width
        return (columns - x if self.mirrored else x), y

    def film_box(self, box: Box, columns: int, rows: int) -> Box:
        """Return the part of the film, in columns and rows, that a part of the hanging film shows."""
        one = self.place(box[0], box[1], columns, rows)
        other = self.place(box[2], box[3], columns, rows)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def array(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return pixels of the film, (rows, columns, ...), as they hang."""
        if self.upright:
            return values
        return np.ascontiguousarray(np.rot90(values[:, ::-1] if self.mirrored else values, -self.quarters))


UPRIGHT = Orientation()
