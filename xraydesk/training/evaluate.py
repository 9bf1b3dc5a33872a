"""What a model is worth on labelled films: what `xraydesk evaluate` does."""

from __future__ import annotations

import csv
import io
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError, UnknownModel
from xraydesk.inference.bundle import Bundle
from xraydesk.inference.card import Label, ModelCard
from xraydesk.inference.scorer import Scorer
from xraydesk.training.cases import Case, grade_of, image_cases, probability_of, study_cases
from xraydesk.training.figures import default_threshold, level
from xraydesk.training.questions import Question, labelled, output_for
from xraydesk.training.scoring import HeaderCheck, ScoredImage, score_table
from xraydesk.training.table import ImageTable

__all__ = ["Evaluation", "Question", "evaluate", "model_folder", "per_image_csv", "unassessed_words"]
SCHEMA = 1
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The answer: figures as JSON holds them, and the images they were made from."""

    question: Question
    card: ModelCard
    output: Label
    label: str
    scored: tuple[ScoredImage, ...]
    images: tuple[Case, ...]
    studies: tuple[Case, ...]
    figures: dict[str, Any]


def evaluate(
    bundle: Bundle, question: Question, device: str, check_header: HeaderCheck, on_progress: Callable[[int, int], None]
) -> Evaluation:
    """Score labelled films and measure.

    Parameters
    ----------
    bundle
        The model.
    question
        What to score, and against what.
    device
        As `Scorer` takes it.
    check_header
        The desk's check of a header against the model's population; its reason counts as the gate's.
    on_progress
        Called with images done and images in all.

    Raises
    ------
    XraydeskError
        Where the folder cannot be read as labelled films, or the device is not there.
    """
    started = time.monotonic()
    films = labelled(question, bundle.card)
    table, label = films.table, films.label
    output = output_for(bundle.card, label)
    scorer = Scorer(bundle, device)
    scored = score_table(table, scorer, check_header, lambda done: on_progress(done, len(table)))
    images = image_cases(scored, label, output.name, gate=question.gate)
    studies = study_cases(scored, label, output.name, gate=question.gate)
    figures = {
        "schema": SCHEMA,
        "model": _model(bundle.card, output),
        "data": _data(question, films.layout, label, table),
        "gate": question.gate,
        "image": level(images, output),
        "study": level(studies, output),
        "left_out": _left_out(table, len(table) - len(images), label),
        "device": scorer.device_words,
        "notices": list(scorer.notices),
        "seconds": round(time.monotonic() - started, 3),
    }
    return Evaluation(question, bundle.card, output, label, tuple(scored), tuple(images), tuple(studies), figures)


def per_image_csv(evaluation: Evaluation) -> str:
    """Return one line an image: truth, answer, what the gate says, and what is known of it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = evaluation.scored[0].prediction.labels if evaluation.scored and evaluation.scored[0].prediction else ()
    names = names or tuple(label.name for label in evaluation.card.labels)
    facts = ["path", "frame", "study", "patient", "source", "split", "group", "view", "age", "sex", "truth", "grade"]
    answers = ["probability", "called", "assessed", "reason", "gate", "model_grade", "distance", "domain"]
    writer.writerow([*facts, *answers, *(f"p:{name}" for name in names), *(f"logit:{name}" for name in names)])
    for one in evaluation.scored:
        writer.writerow([*_facts(one, evaluation), *_answers(one, evaluation), *_outputs(one, len(names))])
    return text.getvalue()


def _model(card: ModelCard, output: Label) -> dict[str, Any]:
    threshold = default_threshold(output)
    return {
        "id": card.id, "version": card.version, "sha256": card.weights_sha256, "output": output.name,
        "threshold": threshold, "operating_points": card.points_words,
    }  # fmt: skip


def _data(question: Question, layout: str, label: str, table: ImageTable) -> dict[str, Any]:
    corrections = {"corrections": dict(table.corrections)} if table.corrections else {}
    return {
        "folder": str(question.folder), "layout": layout, "split": question.split, "label": label, **corrections,
    }  # fmt: skip


def _left_out(table: ImageTable, unlabelled: int, label: str) -> dict[str, Any]:
    reasons = Counter(reason for _, reason in table.left_out)
    if unlabelled:
        reasons[f'no answer for the label "{label}"'] = unlabelled
    return {"files": len(table.left_out) + unlabelled, "reasons": dict(reasons.most_common())}


def _facts(one: ScoredImage, evaluation: Evaluation) -> list[object]:
    image = one.image
    path = image.path
    if path.is_relative_to(evaluation.question.folder):
        path = path.relative_to(evaluation.question.folder)
    texts = (path.as_posix(), image.frame, image.study, image.patient, image.source, image.split, image.group,
             image.view, image.age_years, image.sex)  # fmt: skip
    return [*map(_cell, texts), image.labels.get(evaluation.label, ""), image.labels.get("grade", "")]


def _answers(one: ScoredImage, evaluation: Evaluation) -> list[object]:
    gate, prediction = evaluation.question.gate, one.prediction
    reason = one.problem or (one.refusal if gate else "")
    if prediction is None:
        return ["", "", 0, reason, one.refusal, "", "", ""]
    p = probability_of(prediction, evaluation.output.name)
    called = "" if reason else int(p >= default_threshold(evaluation.output))
    grade, domain = grade_of(prediction), prediction.domain
    return [
        repr(p), called, int(not reason), reason, one.refusal, "" if grade is None else grade,
        prediction.distance, "" if domain is None else domain,
    ]  # fmt: skip


def _outputs(one: ScoredImage, count: int) -> list[object]:
    if one.prediction is None:
        return [""] * (2 * count)
    return [repr(float(v)) for v in (*one.prediction.probabilities, *one.prediction.logits)]


def _cell(value: object) -> object:
    """Return a text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def unassessed_words(evaluation: Evaluation) -> str:
    """Return a sentence where not one image could be assessed, with the most frequent reason, else ""."""
    image = evaluation.figures["image"]
    if image["n"]:
        return ""
    why = next(iter(image["not_assessed_reasons"]), "there is none with the label")
    return str(TrainingError(f"No image could be assessed: {why}", remedy="--no-gate scores what the gate refuses"))


def model_folder(name: str, find: Callable[[str], Path]) -> Path:
    """Return the folder of a bundle: the path itself where it holds a card, else the installed model of that id.

    Raises
    ------
    UnknownModel
        Where it is neither.
    """
    folder = Path(name)
    if (folder / "card.json").is_file():
        return folder
    if folder.is_dir():
        raise UnknownModel("The folder is no model bundle: it has no card.json", subject=folder)
    return find(name)
