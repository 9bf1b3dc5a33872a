"""Which earlier study of the patient stands beside the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.gui import prior_words
from xraydesk.gui.layout_bar import LayoutBar
from xraydesk.gui.picture_loader import ImageKey
from xraydesk.imaging.study import Study
from xraydesk.triage.priors import best_first

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk


class PriorDesk(QObject):
    """Offers a study's priors. A reader who has put one beside the current study gets the next study's, too."""

    changed = Signal()

    def __init__(self, bar: LayoutBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._current: Study | None = None
        self._priors: list[Study] = []
        self._wanted = False
        self._number = -1
        bar.prior_wanted.connect(self._choose)

    @property
    def shown(self) -> Study | None:
        """The prior beside the current study; None where there is none."""
        return self._priors[self._number] if 0 <= self._number < len(self._priors) else None

    def show(self, desk: Desk | None, current: Study | None) -> None:
        """Offer the priors of another study; None: of none."""
        self._current = current
        self._priors = [] if desk is None or current is None else desk.priors.of(current)
        self._number = 0 if self._wanted and self._priors else -1
        self._offer()

    def images(self, index: int) -> list[ImageKey]:
        """Return the images of the prior on screen, those most like the current study's image first."""
        prior = self.shown
        if prior is None or self._current is None:
            return []
        return [ImageKey(prior.study_id, n) for n in best_first(prior, self._current, index)]

    def banner(self, *, prior: bool) -> tuple[str, str] | None:
        """Return what stands over a film of either study, with dates and without; None where no prior is shown."""
        shown, current = self.shown, self._current
        if shown is None or current is None:
            return None
        if prior:
            return prior_words.banner(shown, current, neutral=False), prior_words.banner(shown, current, neutral=True)
        return prior_words.current_banner(current, neutral=False), prior_words.current_banner(current, neutral=True)

    def _choose(self, number: int) -> None:
        self._number = number
        self._wanted = number >= 0
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        current = self._current
        entries = [] if current is None else [prior_words.entry(prior, current) for prior in self._priors]
        self._bar.set_priors(entries, self._number)
