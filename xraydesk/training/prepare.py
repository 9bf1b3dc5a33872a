"""From folders to the table a run learns from: which films, which label, which part is kept aside."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import TrainingError
from xraydesk.inference.patient import patient_facts
from xraydesk.training.corrections import corrected_by
from xraydesk.training.exclusions import without
from xraydesk.training.importers.layouts import Options, read_labelled
from xraydesk.training.recipe import Recipe
from xraydesk.training.split import Split, hold_out_sources, k_folds, split_by_patient
from xraydesk.training.table import ImageTable, LabelledImage

KEPT_ASIDE = frozenset({"test", "testing"})  # splits of the data set that no run learns from


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a run takes its films and its first weights from.

    ``layout`` and ``label`` are found by themselves where empty; ``limit`` is the most films of each class;
    ``hold_out`` names sources that validation is made of; ``fold`` is (number from 0, of how many);
    ``points_from`` are finished runs that held out sources, see `finish.finish`; ``beside`` are runs of other seeds
    whose networks are set beside this one's, see `beside`. ``start`` is a file, ``Path("imagenet")``, or None for
    scratch; ``device`` "auto", "cpu" or "cuda"; ``corrections`` is a list of labels to take in place of the data
    set's, ``exclude`` one of films to leave out.
    """

    data: Path
    others: tuple[Path, ...] = ()
    others_limit: int = 900
    start: Path | None = None
    layout: str = ""
    label: str = ""
    limit: int | None = None
    hold_out: tuple[str, ...] = ()
    fold: tuple[int, int] | None = None
    points_from: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()
    device: str = "auto"
    options: Options = field(default_factory=Options)
    corrections: Path | None = None
    exclude: Path | None = None


def labelled_films(sources: Sources, recipe: Recipe) -> tuple[ImageTable, Recipe]:
    """Read the films to learn from; the recipe comes back with the label that was found.

    Films of the data set's own test part, and films on which nobody judged the label, are left out with the reason.

    Raises
    ------
    XraydeskError
        As the importers say; TrainingError where no film is left or the label is not yes or no.
    """
    table = read_labelled(sources.data, sources.layout or recipe.layout, sources.options)
    label = the_label(table, sources.label or recipe.label, asked=bool(sources.label))
    if sources.corrections is not None:
        table = corrected_by(sources.corrections, table, label, sources.data)
    if sources.exclude is not None:
        table = without(sources.exclude, table, sources.data)
    kept: list[LabelledImage] = []
    left_out = list(table.left_out)
    for image in table.images:
        if image.split.lower() in KEPT_ASIDE:
            left_out.append((image.path, "it belongs to the test part of the data set"))
        elif label not in image.labels:
            left_out.append((image.path, f'nobody judged "{label}" on it'))
        else:
            kept.append(image)
    if not recipe.end_words:
        _refuse_other_answers(kept, label)
    images = _limited(kept, label, sources.limit)
    return replace(table, images=tuple(images), left_out=tuple(left_out)), replace(recipe, label=label)


def the_label(table: ImageTable, wanted: str, *, asked: bool) -> str:
    """Return the wanted label, or the only one there is where nobody asked for one by name.

    Raises
    ------
    TrainingError
        Where the table does not have it; the message names those it has.
    """
    there = sorted({name for image in table.images for name in image.labels})
    if wanted in there:
        return wanted
    if len(there) == 1 and not asked:
        return there[0]
    raise TrainingError(f'The films have no label "{wanted}"', remedy=f"Labels that are there: {', '.join(there)}")


def draw_split(table: ImageTable, duplicates: NDArray[np.int64], sources: Sources, recipe: Recipe) -> Split:
    """Return training and validation rows: by source or by fold where asked for, else by patient at random.

    Stratified by the label to learn: with a dozen others hardly two films would be of one kind.

    Raises
    ------
    TrainingError
        Where a source, or that fold, is not there, or nothing would be left to train on.
    """
    label = recipe.label
    table = ImageTable(tuple(replace(image, labels={label: image.labels[label]}) for image in table.images))
    if sources.hold_out:
        return hold_out_sources(table, duplicates, sources.hold_out)
    if sources.fold is not None:
        number, of = sources.fold
        if not 0 <= number < of:
            raise TrainingError(f"There is no fold {number} of {of}", remedy="Folds are counted from 0")
        return k_folds(table, duplicates, of, recipe.seed_of_split)[number]
    split = split_by_patient(table, duplicates, recipe.validation_share, recipe.seed_of_split)
    if len(table) and not len(split.train):
        raise TrainingError(
            "All films are of one patient, or copies of each other, and none could be kept aside for validation",
            remedy="Add films of other patients",
        )
    return split


def facts_of(table: ImageTable) -> NDArray[np.float32]:
    """Return age, sex and view of each film's patient as numbers, shape (n, patient.FACTS)."""
    return np.stack([patient_facts(image.age_years, image.sex, image.view) for image in table.images])


def _refuse_other_answers(images: list[LabelledImage], label: str) -> None:
    if not images:
        raise TrainingError(f'No film to learn "{label}" from is left', remedy="Check the folder and the label")
    others = sorted({image.labels[label] for image in images} - {0, 1})
    if others:
        raise TrainingError(
            f'The label "{label}" has the values {", ".join(map(str, others))}, and a model answers yes or no',
            remedy='Choose a label of 0 and 1, as "abnormal" is for grades',
        )


def _limited(images: list[LabelledImage], label: str, limit: int | None) -> list[LabelledImage]:
    """Return at most ``limit`` films of each class, evenly spread, in their order."""
    if limit is None:
        return images
    kept: list[int] = []
    for value in sorted({image.labels[label] for image in images}):
        rows = [i for i, image in enumerate(images) if image.labels[label] == value]
        kept += rows if len(rows) <= limit else [rows[i * len(rows) // limit] for i in range(limit)]
    return [images[i] for i in sorted(kept)]
