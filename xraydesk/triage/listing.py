"""The worklist as a window shows it: numbers of studies in the order asked for, rows only for what is on screen.

A number is a study's place in order of arrival, from 1; it stays the same while a folder is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from xraydesk.store.worklist import Numbers
from xraydesk.store.worklist_lines import Counts, Filter, Key, Order
from xraydesk.triage.assessment import Band
from xraydesk.triage.worklist import WorklistRow, urgency

if TYPE_CHECKING:
    from xraydesk.triage.ledger import Ledger

__all__ = ["Counts", "Filter", "Key", "Listing", "Numbers", "Order", "longest_waiting"]


def longest_waiting(floor: Band | None = None) -> Order:
    """Return the order by waiting time.

    With a floor, studies of this band and of more urgent ones stand first, then what was not assessed or is pending,
    then the low ones, each by waiting time.
    """
    return Order(Key.WAITING, floor=None if floor is None else urgency(floor))


class Listing:
    """Sorts and filters the open folder. All methods may be called from any thread."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def order(self, order: Order) -> Numbers:
        """Return the numbers of all studies in an order. The array is shared: not to be written to."""
        return self._ledger.table.order(order)

    def passing(self, wanted: Filter) -> Numbers:
        """Return the numbers of the studies that a filter shows, in no order."""
        return self._ledger.table.passing(wanted)

    def counts(self) -> Counts:
        """Return how many studies there are in all, of each band and still to read."""
        return self._ledger.table.counts()

    def labels(self) -> list[str]:
        """Return the labels by which the studies can be sorted."""
        return self._ledger.table.labels()

    def rows(self, numbers: Iterable[int]) -> list[WorklistRow]:
        """Return the rows of some studies, with their present ranks; numbers that are not here are left out."""
        return self._ledger.rows(numbers)

    def study_ids(self, numbers: Iterable[int]) -> list[str]:
        """Return the ids of some studies."""
        return self._ledger.study_ids(numbers)

    def numbers(self, study_ids: Iterable[str]) -> Numbers:
        """Return the numbers of some studies in the order given; those that are not in the open folder are left out."""
        return np.array([number for study in study_ids if (number := self.number(study))], np.int32)

    def number(self, study_id: str) -> int:
        """Return the number of a study; 0 where it is not in the open folder."""
        try:
            return self._ledger.number(study_id)
        except KeyError:
            return 0
