"""The studies that figures are made of: one row each, with what their headers say as columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from xraydesk.store.archive import StoredImage, StoredStudy

Words = NDArray[np.str_]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Studies in the order they were first seen; every column has shape (n,). Words are "" where nothing is known."""

    study_ids: Words
    folders: tuple[Path, ...]  # where a study was seen last
    patients: Words  # the same for studies of one patient; a study without a patient stands for itself
    ages: NDArray[np.float64]  # years, NaN where unknown
    sexes: Words
    body_parts: Words
    views: Words
    manufacturers: Words
    modalities: Words
    accessions: Words
    taken: NDArray[np.datetime64]  # second of the exposure by the header, else of arrival
    seen: NDArray[np.datetime64]  # second when the desk first saw it, UTC
    images: tuple[tuple[StoredImage, ...], ...]

    def __len__(self) -> int:
        return len(self.study_ids)

    def take(self, rows: NDArray[Any]) -> Self:
        """Return some of the studies, by row numbers or flags."""
        numbers = np.arange(len(self))[rows]
        columns: dict[str, Any] = {f.name: _some(getattr(self, f.name), numbers) for f in fields(self)}
        return replace(self, **columns)

    def rows_by_study(self) -> dict[str, list[int]]:
        """Return the rows of each study id: more than one where folders hold different films by the same name."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row, study_id in enumerate(self.study_ids.tolist()):
            rows[study_id].append(row)
        return dict(rows)

    def contents(self, row: int) -> set[str]:
        """Return the content hashes of a study's files."""
        return {image.content_hash for image in self.images[row] if image.content_hash}


def cases_of(studies: Iterable[StoredStudy]) -> Cases:
    """Return the studies as columns.

    The same study in two folders is one case, that of the folder seen last; the same id with other films (photographs
    named alike) is another case.
    """
    kept = _distinct(studies)
    return Cases(
        study_ids=_words(study.study_id for study in kept),
        folders=tuple(study.folder for study in kept),
        patients=_words(_patient(study, number) for number, study in enumerate(kept)),
        ages=np.array([np.nan if study.age_years is None else study.age_years for study in kept], np.float64),
        sexes=_words(study.sex for study in kept),
        body_parts=_words(study.body_part for study in kept),
        views=_words(study.view for study in kept),
        manufacturers=_words(study.manufacturer for study in kept),
        modalities=_words(study.modality for study in kept),
        accessions=_words(study.accession for study in kept),
        taken=np.array([(study.taken or study.arrived).replace(tzinfo=None) for study in kept], "datetime64[s]"),
        seen=np.array([study.first_seen.replace(tzinfo=None) for study in kept], "datetime64[s]"),
        images=tuple(study.images for study in kept),
    )


def _distinct(studies: Iterable[StoredStudy]) -> list[StoredStudy]:
    kept: dict[str, list[StoredStudy]] = defaultdict(list)
    order: list[str] = []
    for study in studies:
        alike = kept[study.study_id]
        order += [] if alike else [study.study_id]
        same = next((n for n, other in enumerate(alike) if _overlap(study, other)), None)
        if same is None:
            alike.append(study)
        else:
            alike[same] = study._replace(first_seen=alike[same].first_seen)
    return [study for study_id in order for study in kept[study_id]]


def _overlap(one: StoredStudy, other: StoredStudy) -> bool:
    first, second = ({i.content_hash for i in study.images if i.content_hash} for study in (one, other))
    return bool(first & second) or not (first and second)


def _patient(study: StoredStudy, number: int) -> str:
    """Return a key that two studies share where header and issuer say it is the same patient (PS3.3 C.7.1.1)."""
    return f"{study.patient_issuer}\x1f{study.patient_id}" if study.patient_id else f"\x1f\x1f{number}"


def _words(values: Iterable[str]) -> Words:
    return np.array(list(values), dtype=np.str_)


def _some(column: Sequence[Any] | NDArray[Any], numbers: Rows) -> Any:  # noqa: ANN401 - as the column is
    return column[numbers] if isinstance(column, np.ndarray) else tuple(column[n] for n in numbers.tolist())
