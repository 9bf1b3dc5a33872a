"""A tree of DICOM files and a table of labels, joined by UID, accession number or path.

The images' headers say patient, study, age, sex and view; the table says the labels, and may say more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from xraydesk.errors import TrainingError
from xraydesk.imaging.scan import scan
from xraydesk.imaging.study import Instance, Study
from xraydesk.training.importers.columns import columns_of, facts_in, labels_in, no_label, vocabulary_of
from xraydesk.training.importers.csv_table import the_table
from xraydesk.training.importers.reading import ANOTHER_FOLDER, read_rows
from xraydesk.training.table import ImageTable, LabelledImage


class _Found(NamedTuple):
    instance: Instance
    study: Study
    place: Path  # below the root


_KEYS: tuple[Callable[[_Found], str], ...] = (
    lambda found: found.instance.header.instance_uid,
    lambda found: found.instance.header.study_uid,
    lambda found: found.instance.header.accession,
    lambda found: found.place.as_posix(),
    lambda found: found.place.name,
    lambda found: found.place.parent.as_posix(),
)


def read_dicom_tree(root: Path, wanted: Mapping[str, str] | None = None, table: Path | None = None) -> ImageTable:
    """Read the DICOM images below ``root`` that a table gives labels to.

    What the key column holds (SOPInstanceUID, StudyInstanceUID, AccessionNumber, path, file name or folder) is told by
    what matches most images. A labelled film that is damaged stands in the table with its problem, as one of a wrong
    kind does.

    Parameters
    ----------
    root
        Holds files, and the table where ``table`` does not name it.
    wanted
        Which columns to take; see `columns.columns_of`.
    table
        Another place for the table.

    Raises
    ------
    XraydeskError
        Where folder or table cannot be read, or no image has a label.
    """
    file = table or the_table(root)
    rows = read_rows(file)
    columns = columns_of(list(rows[0]), wanted or {}, file)
    vocabulary = vocabulary_of(rows, columns)
    by_key = {row.get(columns.key, "").replace("\\", "/").removeprefix("./"): row for row in rows}
    by_key.pop("", None)
    found = [
        _Found(instance, study, instance.path.relative_to(root))
        for study in scan(root).studies
        for instance in study.instances
        if instance.kind == "dicom"
    ]
    key_of = max(_KEYS, key=lambda key: sum(key(one) in by_key for one in found))
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    for one in found:
        instance, row = one.instance, by_key.get(key_of(one))
        labels = labels_in(row, columns, vocabulary) if row else {}
        if row is not None and labels:
            images.append(_image(instance, one.study, facts_in(row, columns), labels))
        else:
            left_out.append((instance.path, instance.problem or no_label(row or {}, columns, file.name)))
    used = {key_of(one) for one in found}
    left_out += [(root / key, f"{file.name} names it, and no image has it") for key in by_key if key not in used]
    if not images:
        raise TrainingError(
            f"The table's column {columns.key} matches no DICOM image here", subject=file, remedy=ANOTHER_FOLDER
        )
    return ImageTable(tuple(images), tuple(left_out))


def _image(instance: Instance, study: Study, facts: dict[str, object], labels: dict[str, int]) -> LabelledImage:
    header = instance.header
    known: dict[str, object] = {
        "patient": header.patient_id or study.study_id,
        "source": header.manufacturer or "DICOM",
        "maker": header.manufacturer,
        "view": header.view,
        "age_years": header.age_years,
        "sex": header.sex,
        "group": header.body_part.lower(),
        "frame": instance.frame,
        "problem": instance.problem,
    }
    facts = {**known, **facts, "study": study.study_id}
    return LabelledImage(path=instance.path, labels=labels, **facts)  # type: ignore[arg-type]
