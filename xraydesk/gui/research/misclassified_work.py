"""What the page of the misclassified has worked out off the main thread, in one piece."""

from __future__ import annotations

from dataclasses import dataclass

from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.research.archive import Archive
from xraydesk.research.confusion import Confusion, Judge, confusion
from xraydesk.research.error_marks import Marks, marks
from xraydesk.research.misclassified import Misread, Others, cases_of, others
from xraydesk.research.scene import Scene

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Worked:
    """One judge, one cell."""

    matrix: Confusion
    cell: Cell
    cases: tuple[Misread, ...]  # the most wrong first
    items: tuple[GalleryItem, ...]  # one for each case
    lines: tuple[Others, ...]
    noted: Marks

    def tagged(self, tag: str) -> list[GalleryItem]:
        """Return the films with a tag, all for ""."""
        if not tag:
            return list(self.items)
        pairs = zip(self.cases, self.items, strict=True)
        return [item for case, item in pairs if tag in self.noted.tags_of(case.marked)]


def work(archive: Archive, scene: Scene, judge: Judge, cell: Cell | None) -> Worked:
    """Count, take the cases of a cell, read what people noted.

    Parameters
    ----------
    cell
        Row and column; None, or one that the matrix has not, takes the errors of which there are most.

    Raises
    ------
    XraydeskError
        The database cannot be read.
    """
    matrix = confusion(scene, judge)
    rows, columns = matrix.right.shape
    chosen = cell if cell is not None and cell[0] < rows and cell[1] < columns else matrix.worst
    found, noted = tuple(cases_of(scene, matrix, *chosen)), marks(archive)
    items = tuple(said.gallery_item(case, noted) for case in found)
    return Worked(matrix, chosen, found, items, tuple(others(found)), noted)
