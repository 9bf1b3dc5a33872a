"""What a run was made of, in words for its page: recipe, films, split, start, device, time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from xraydesk.inference.card import ModelCard
from xraydesk.training.prepare import Sources
from xraydesk.training.run import TrainedRun
from xraydesk.training.table import LabelledImage

_MOST = 8  # names in a row
_METRICS = {"robust_auroc": "the mean AUROC with and without stress", "auroc_clean": "the AUROC on plain films"}


def run_facts(run: TrainedRun, card: ModelCard, sources: Sources) -> dict[str, str]:
    """Return names and values as text; a value is "" where there is nothing to say."""
    recipe, facts = run.recipe, run.facts
    history = facts["history"]
    kept = facts["chosen"]
    return {
        "Recipe": f"{recipe.name}: {recipe.words}",
        "Learnt": _learnt(run),
        "Network": ", ".join([card.architecture, *(f"{k} {v}" for k, v in card.architecture_options.items())]),
        "Settings": f"{recipe.epochs} epochs at most, batches of {recipe.batch_size}, learning rate "
        f"{recipe.learning_rate:g}, films of {recipe.input.size} pixels, seed {recipe.seed}",
        "Started from": str(facts["started_from"]),
        "Films to train on": _films(run, run.split.train),
        "Films to validate on": _films(run, run.split.validation),
        "Split": _split(run, sources),
        "Folder": sources.data.name,
        "Sources": _counted(image.source for image in run.table.images),
        "Films of other kinds": _counted(image.source for image in run.others.images),
        "Labels corrected": "; ".join(run.table.corrections.get("words", ())),
        "Films left out by a list": "; ".join(run.table.exclusions.get("words", ())),
        "Left out": _counted(reason for _, reason in run.table.left_out),
        "Computed on": f"{facts['device']}, torch {facts['torch']}",
        "Time": f"{duration(sum(row['seconds'] for row in history))} for {len(history)} epochs with validation",
        "Kept": f"{kept['weights']} (best epoch {facts['best_epoch'] + 1}), chosen by "
        f"{_METRICS.get(recipe.choose_by, recipe.choose_by)}",
        "Side by side": f"{facts['joined']} runs; the model answers with their mean" if "joined" in facts else "",
        "Finished": str(card.training["date"]),
        "Weights": f"sha256 {card.weights_sha256}",
        "Licence": f"{card.licence}. {card.attribution}",
    }


def duration(seconds: float) -> str:
    """Return a time as people say it: "48 s", "12 min 5 s", "2 h 10 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _learnt(run: TrainedRun) -> str:
    recipe = run.recipe
    if len(recipe.ends) == 1:
        return f"{recipe.label}, yes or no"
    return f"{recipe.label}, by {', '.join(recipe.output_names)}; abnormal is {recipe.output_names[0]}"


def _films(run: TrainedRun, rows: Iterable[int]) -> str:
    images: list[LabelledImage] = [run.table.images[int(row)] for row in rows]
    abnormal = sum(image.labels[run.recipe.label] >= run.recipe.ends[0] for image in images)
    return f"{len(images)}, of {len({image.patient for image in images})} patients; {abnormal} are abnormal"


def _split(run: TrainedRun, sources: Sources) -> str:
    if sources.hold_out:
        return f"validated on all films of {', '.join(sources.hold_out)}, trained on the others"
    if sources.fold is not None:
        return f"part {sources.fold[0] + 1} of {sources.fold[1]} kept for validation, by patient and near-duplicates"
    return f"{run.recipe.validation_share:.0%} kept for validation, by patient and near-duplicates, drawn at random"


def _counted(names: Iterable[str]) -> str:
    found = Counter(names).most_common()
    shown = ", ".join(f"{name} ({count})" for name, count in found[:_MOST])
    return f"{shown}, and {len(found) - _MOST} more" if len(found) > _MOST else shown
