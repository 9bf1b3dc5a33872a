"""Which films of a table a run would learn from, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.admin.looks import Looked
from xraydesk.training.importers.folder_per_class import LABEL
from xraydesk.training.prepare import KEPT_ASIDE


@dataclass(frozen=True, slots=True, eq=False)
class Usable:
    """Rows of a look; the arrays have shape (n,), one value for each of ``rows``."""

    rows: tuple[int, ...]
    values: NDArray[np.int64]  # of the label
    labels: NDArray[np.int64]  # 1 abnormal, 0 not
    excluded: tuple[int, ...]  # left out by a person
    unreadable: tuple[int, ...]
    unjudged: tuple[int, ...]  # nobody judged the label on them
    kept_aside: tuple[int, ...]  # the data set's own test part


def usable(looked: Looked, label: str, excluded: frozenset[str]) -> Usable:
    """Sort the films into those that a run learns from and the others; the first reason holds.

    A grade counts as abnormal where the table says so, else from 1 on.
    """
    sorted_: dict[str, list[int]] = {"excluded": [], "kept_aside": [], "unjudged": [], "unreadable": [], "rows": []}
    for row, image in enumerate(looked.table.images):
        if looked.keys[row] in excluded or (looked.hashes[row] and looked.hashes[row] in excluded):
            place = "excluded"
        elif image.split.lower() in KEPT_ASIDE:
            place = "kept_aside"
        elif label not in image.labels:
            place = "unjudged"
        else:
            place = "unreadable" if looked.looks[row].problem else "rows"
        sorted_[place].append(row)
    images = [looked.table.images[row] for row in sorted_["rows"]]
    values = np.array([image.labels[label] for image in images], np.int64)
    yes = (
        values if set(values.tolist()) <= {0, 1} else [image.labels.get(LABEL, image.labels[label]) for image in images]
    )
    return Usable(
        values=values,
        labels=np.array(np.asarray(yes) >= 1, np.int64),
        **{name: tuple(rows) for name, rows in sorted_.items()},
    )
