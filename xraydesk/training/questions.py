"""What is asked of a model, and the labelled films that follow from it. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xraydesk.inference.card import Label, ModelCard
from xraydesk.training.cases import choose_label
from xraydesk.training.corrections import corrected_by
from xraydesk.training.importers.layouts import Options, layout_of, of_split, read_labelled
from xraydesk.training.table import ImageTable


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which films, which label of theirs, with the gate or without."""

    folder: Path
    layout: str = ""
    split: str = ""
    label: str = ""
    gate: bool = True
    options: Options | None = None
    corrections: Path | None = None  # a list of labels to take in place of the data set's


@dataclass(frozen=True, slots=True)
class Films:
    """Labelled films that were read, their layout, and which label of theirs is the truth."""

    table: ImageTable
    layout: str
    label: str


def labelled(question: Question, card: ModelCard) -> Films:
    """Read the films of a question; raises as `evaluate`."""
    layout = layout_of(question.folder, question.layout, question.options).name
    table = read_labelled(question.folder, layout, question.options)
    if question.split:
        table = of_split(table, question.split)
    label = choose_label(table, question.label, [output.name for output in card.labels])
    if question.corrections is not None:
        table = corrected_by(question.corrections, table, label, question.folder)
    return Films(table, layout, label)


def output_for(card: ModelCard, label: str) -> Label:
    """Return the output that answers a label: the one of its name, else the first."""
    return next((output for output in card.labels if output.name.lower() == label.lower()), card.abnormal)
