"""Which films the recipes learn from and which all rows are judged on: no patient, and no near-duplicate, in both."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.cache import cached_films
from xraydesk.training.cases import ABNORMAL, GRADE
from xraydesk.training.duplicates import duplicate_groups
from xraydesk.training.importers.layouts import Options, layout_of
from xraydesk.training.prepare import Sources, draw_split, labelled_films
from xraydesk.training.recipes import RECIPES
from xraydesk.training.table import LabelledImage

LEARN, JUDGE = "train", "test"
_FACTS = ("path", "patient", "study", "source", "view", "age", "sex", "group", "split")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of films: the recipes that are run on it, and the bundled model they stand against."""

    name: str
    model: str
    begins: tuple[str, ...]  # of the recipes' names

    @property
    def recipes(self) -> tuple[str, ...]:
        """The names of its recipes."""
        return tuple(name for name in RECIPES if name.startswith(self.begins) and name != self.model)


KINDS = (Kind("limbs", "knee-osteoarthritis", ("s1-", "s4-")), Kind("chest", "chest-pneumonia", ("s2", "s3-", "s5")))


@dataclass(frozen=True, slots=True)
class SeedFilms:
    """Films of one kind, listed in ``table`` with the split "train" or "test".

    ``drawn`` is how many films the model of this kind would have for training and validation from this folder; equal
    numbers in its card tell that it was made of it.
    """

    kind: Kind
    folder: Path
    table: Path
    label: str
    columns: dict[str, str]
    judged: int
    abnormal: int
    drawn: tuple[int, int]
    digest: str

    @property
    def options(self) -> Options:
        """How the importers read the table."""
        return Options(self.columns, self.table)


def set_aside(
    kind: Kind, folder: Path, work: Path, report: Callable[[str], None], *, layout: str, most: int
) -> SeedFilms:
    """Draw the split of the kind's own model again; judge on its validation films, learn from its training films.

    So no row has been trained on a film it is judged on. Validation films beyond ``most`` of each class are not used.

    Raises
    ------
    XraydeskError
        Where the folder cannot be read as labelled films, or one part lacks a class.
    """
    model = RECIPES.get(kind.model) or RECIPES[kind.recipes[0]]
    sources = Sources(folder, layout=layout_of(folder, layout).name)
    table, recipe = labelled_films(sources, model)
    table, films = cached_films(table, recipe.input.size, work, report)
    split = draw_split(table, duplicate_groups(list(films)), sources, recipe)
    label = ABNORMAL if recipe.end_words else recipe.label  # the reports' networks answer yes or no, and no grade
    learnt = [replace(table.images[i], split=LEARN) for i in split.train]
    judged = _evenly([replace(table.images[i], split=JUDGE) for i in split.validation], label, most)
    for name, part in (("to learn from", learnt), ("to judge on", judged)):
        if {image.labels.get(label) for image in part} != {0, 1}:
            raise TrainingError(f"The films {name} are not of both classes", subject=folder, remedy="Add films")
    labels = [name for name in (label, GRADE) if all(name in image.labels for image in (*learnt, *judged))]
    text = _csv([*learnt, *judged], labels, folder)
    file = work / f"{kind.name}.csv"
    file.write_text(text, "utf-8", newline="")
    return SeedFilms(
        kind, folder, file, label.lower(), {"key": "path", "labels": "+".join(labels)}, len(judged),
        sum(image.labels[label] for image in judged), (len(split.train), len(split.validation)),
        hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip


def _evenly(images: Sequence[LabelledImage], label: str, most: int) -> list[LabelledImage]:
    """Return at most so many images of each class, spread over all, in their order."""
    kept: list[LabelledImage] = []
    for value in (0, 1):
        rows = [image for image in images if image.labels.get(label) == value]
        kept += [rows[i * len(rows) // most] for i in range(most)] if len(rows) > most else rows
    return kept


def _csv(images: Sequence[LabelledImage], labels: Sequence[str], folder: Path) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*_FACTS, *labels])
    for image in images:
        age = "" if image.age_years is None else image.age_years
        path = image.path.relative_to(folder).as_posix()
        facts = (path, image.patient, image.study, image.source, image.view, age, image.sex, image.group, image.split)
        writer.writerow([*facts, *(image.labels[name] for name in labels)])
    return text.getvalue()
