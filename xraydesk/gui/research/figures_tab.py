"""What the pages of figures have in common: a sheet over the whole page, one worker, and the wish that came last."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.shared.sheet import LastWish, Sentence, Sheet
from xraydesk.gui.tasks import TaskRunner


class FiguresTab(ResearchTab):
    """A page of figures that are worked out off the main thread.

    Parameters
    ----------
    name
        What the sheet is called to those who hear it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self.sheet = Sheet(name, self)
        self.state = Sentence(parent=self.sheet.body)
        self._wish = LastWish(self._tasks, self.state, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)

    @property
    def busy(self) -> bool:
        """Whether something is still worked out."""
        return any(wish.busy for wish in self._wishes())

    def close_tasks(self) -> None:
        """Stop the work and wait for it."""
        for wish in self._wishes():
            wish.drop()
        self._tasks.close()

    def _wishes(self) -> tuple[LastWish, ...]:
        """Return everything that may be worked out here."""
        return (self._wish,)
