"""A training run in words: its state, how far it is, what the watchdogs say."""

from __future__ import annotations

from datetime import datetime
from math import isfinite
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.admin.outcome import Outcome
from xraydesk.admin.recipe_form import Group
from xraydesk.admin.run import Run, RunState
from xraydesk.admin.run_progress import Matrix
from xraydesk.admin.starting_points import StartingPoint, StartKind
from xraydesk.gui import words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said

_STATES = {
    RunState.RUNNING: ("▶", QT_TRANSLATE_NOOP("RunWords", "running")),
    RunState.STOPPED: ("‖", QT_TRANSLATE_NOOP("RunWords", "paused")),
    RunState.CRASHED: ("!", QT_TRANSLATE_NOOP("RunWords", "crashed")),
    RunState.FINISHED: ("✓", QT_TRANSLATE_NOOP("RunWords", "finished")),
    RunState.FAILED: ("✗", QT_TRANSLATE_NOOP("RunWords", "failed")),
}
_GROUPS = {
    Group.COURSE: QT_TRANSLATE_NOOP("RunWords", "How it learns"),
    Group.DATA: QT_TRANSLATE_NOOP("RunWords", "What it is shown"),
    Group.AUGMENTATION: QT_TRANSLATE_NOOP("RunWords", "How films are varied"),
    Group.VALIDATION: QT_TRANSLATE_NOOP("RunWords", "How it is validated"),
    Group.POINTS: QT_TRANSLATE_NOOP("RunWords", "What is wanted of its thresholds"),
    Group.CARD: QT_TRANSLATE_NOOP("RunWords", "What its card says"),
}
_STARTS = {
    StartKind.IN_USE: QT_TRANSLATE_NOOP("RunWords", "{model}, in use"),
    StartKind.MODEL: QT_TRANSLATE_NOOP("RunWords", "{model}"),
    StartKind.IMAGENET: QT_TRANSLATE_NOOP("RunWords", "ImageNet weights, which are downloaded"),
    StartKind.SCRATCH: QT_TRANSLATE_NOOP("RunWords", "From scratch"),
}
_AREAS = {
    "clean": QT_TRANSLATE_NOOP("RunWords", "as they are"),
    "blur": QT_TRANSLATE_NOOP("RunWords", "blurred"),
    "noise": QT_TRANSLATE_NOOP("RunWords", "with noise"),
    "contrast": QT_TRANSLATE_NOOP("RunWords", "of less contrast"),
    "crop": QT_TRANSLATE_NOOP("RunWords", "cropped"),
    "elsewhere": QT_TRANSLATE_NOOP("RunWords", "as of another site"),
}
_PHASES = {
    "head": QT_TRANSLATE_NOOP("RunWords", "It trains the head alone."),
    "features": QT_TRANSLATE_NOOP("RunWords", "It computes what the head reads of each film."),
    "stress": QT_TRANSLATE_NOOP(
        "RunWords", "The epochs are over: it checks the model under stress and makes its card."
    ),
}


def _text(marked: object) -> str:
    return translate("RunWords", cast(str, marked))


def state(run: Run) -> str:
    """Return the state of a run with its sign."""
    sign, name = _STATES[run.state]
    if run.state is RunState.RUNNING and run.stopping:
        pausing = translate("RunWords", "pausing …")  # not within the braces: lupdate does not look there
        return f"‖ {pausing}"
    return f"{sign} {_text(name)}"


def entry(run: Run) -> str:
    """Return a run's two lines in the list."""
    when = datetime.fromisoformat(run.request.at).astimezone()
    return f"{run.request.recipe}   {state(run)}\n{words.date_time(when)}   {run.request.source}"


def group(of: Group) -> str:
    """Return the heading of a part of the form."""
    return _text(_GROUPS[of])


def start(point: StartingPoint) -> str:
    """Return a starting point in words."""
    return _text(_STARTS[point.kind]).format(model=point.model)


def area(name: str) -> str:
    """Return what validation films were seen under."""
    return _text(_AREAS[name]) if name in _AREAS else name


def what_it_does(run: Run) -> tuple[str, ...]:
    """Return sentences on how a run stands."""
    if run.state is not RunState.RUNNING:
        return (said(run.sentence),) if run.sentence else (_came_out(run),)
    if run.stopping:
        return (translate("RunWords", "It stops at a checkpoint as soon as its present step is done."),)
    if run.progress.latest is not None and not run.progress.phase:
        return ()
    phase = _PHASES.get(run.progress.phase, QT_TRANSLATE_NOOP("RunWords", "It starts and reads the films."))
    return (_text(phase),)


def _came_out(run: Run) -> str:
    return translate("RunWords", "The model {model} came out.").format(model=run.progress.done)


def became(outcome: Outcome) -> str:
    """Return what became of the model of a run."""
    if outcome.in_use:
        text = translate("RunWords", "It is installed as {model} and in use.")
    elif outcome.installed:
        text = translate("RunWords", "It is installed as {model} and not in use.")
    else:
        text = translate("RunWords", "It is not installed: it is not in use before it is compared and promoted.")
    return text.format(model=outcome.model)


def removal(run: Run, outcome: Outcome | None) -> tuple[str, ...]:
    """Return what is lost when a run is removed, and what stays."""
    lost = translate(
        "RunWords",
        "The folder of the run {name} is deleted. Its checkpoint, curves and log are lost, and the record of the "
        "films it learnt from and kept aside.",
    )
    sentences = [lost.format(name=run.name)]
    if outcome is not None and outcome.installed:
        text = translate("RunWords", "The model {model} that is installed from it stays.")
        sentences.append(text.format(model=outcome.model))
    elif outcome is not None:
        text = translate("RunWords", "The model {model} is not installed: it is lost, too.")
        sentences.append(text.format(model=outcome.model))
    if run.state.can_go_on:
        sentences.append(translate("RunWords", "It cannot go on afterwards."))
    return tuple(sentences)


def step(run: Run, epochs: int) -> str:
    """Return "epoch 2 of 5, step 40 of 200"."""
    latest = run.progress.latest
    if latest is None:
        return "–"
    text = translate("RunWords", "epoch {epoch} of {epochs}, step {step} of {steps}")
    return text.format(epoch=latest["epoch"] + 1, epochs=epochs, step=latest["step"], steps=latest["of"])


def pace(run: Run) -> str:
    """Return films a second."""
    latest = run.progress.latest
    return "–" if latest is None else words.figure(latest["rate"], ",.0f" if latest["rate"] >= 10 else ".1f")


def left(run: Run) -> str:
    """Return about how long the epochs will still take."""
    latest = run.progress.latest
    return "–" if latest is None else words.duration(latest["seconds_left"])


def memory(run: Run) -> str:
    """Return the memory that the run holds."""
    latest = run.progress.latest
    if latest is None or not isfinite(latest.get("memory_mb", float("nan"))):
        return "–"
    return f"{words.figure(latest['memory_mb'] / 1024, '.1f')} GB"


def films(run: Run) -> str:
    """Return how many films it learns from and is validated on."""
    counts = run.progress.counts
    if counts is None:
        return "–"
    text = translate("RunWords", "{train} to learn ({sick} with the finding), {validation} to validate ({found})")
    return text.format(
        train=words.figure(counts["train"]),
        sick=words.figure(counts["train_with_finding"]),
        validation=words.figure(counts["validation"]),
        found=words.figure(counts["validation_with_finding"]),
    )


def matrix(found: Matrix) -> str:
    """Return the confusion matrix as a sentence, for those who do not see it."""
    text = translate(
        "RunWords",
        "Of the validation films with the finding {hit} were called so and {missed} were missed; of those without "
        "{right} were called so and {false} were not.",
    )
    return text.format(
        hit=words.figure(found.true_positives),
        missed=words.figure(found.false_negatives),
        right=words.figure(found.true_negatives),
        false=words.figure(found.false_positives),
    )
