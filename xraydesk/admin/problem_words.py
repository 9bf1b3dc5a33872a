"""What the inspection found, in sentences; the window says the same in its own language through `gui.messages`."""

from __future__ import annotations

from xraydesk.admin.cue_figures import Cue, CueKind, Weight
from xraydesk.admin.inspection import Inspection
from xraydesk.admin.problems import Kind, Problem
from xraydesk.research.figures import decimal

_CLASSES = {"0": "normal", "1": "abnormal"}
_TOLD = {
    Kind.NOTHING: "No film to learn from is left.",
    Kind.ONE_PATIENT: "All films are of one patient or copies of each other: nothing can be held back to check what "
    "was learnt.",
    Kind.CONFLICT: "{count} films are copies of each other and have different labels: one of the labels is wrong.",
    Kind.UNREADABLE: "{count} films cannot be read. Training goes on without them.",
    Kind.PARTS: "{count} patients stand in several parts that the set comes with. Training here draws its own parts, "
    "by patient.",
    Kind.COPIED_PATIENTS: "{count} films are copies of each other under different patients. Training here keeps copies "
    "on one side; a split by patient alone would not.",
    Kind.COPIES: "{count} films are the same file several times.",
    Kind.NEAR: "{count} films are nearly the same picture as another one. Training keeps them on one side of "
    "the split.",
    Kind.NO_PATIENTS: "Each film counts as a patient of its own. Where several are of one patient after all, they may "
    "fall on both sides of the split and make the figures look better than they are.",
    Kind.IMBALANCE: "There is one {words} film to {count} others. Training balances the classes; figures of the rarer "
    "one are uncertain.",
    Kind.FEW: "Only {count} films are {words}. No figure of the model will be certain.",
    Kind.LABELS: "The label has {count} values. For the figures here 1 and more, or what the set calls abnormal, "
    "counts as abnormal.",
    Kind.LEFT_OUT: "{count} files are not part of the table of labels.",
    Kind.UNJUDGED: "{count} films have no answer to this label and are not used.",
    Kind.KEPT_ASIDE: "{count} films belong to the set's own test part and are not used.",
    Kind.SEVERAL: "{count} patients have more than one film. A split by film would put them on both sides; training "
    "here splits by patient.",
}
_ONE = {
    Kind.UNREADABLE: "One film cannot be read. Training goes on without it.",
    Kind.PARTS: "One patient stands in several parts that the set comes with. Training here draws its own parts, "
    "by patient.",
    Kind.FEW: "Only one film is {words}. No figure of the model will be certain.",
    Kind.LEFT_OUT: "One file is not part of the table of labels.",
    Kind.UNJUDGED: "One film has no answer to this label and is not used.",
    Kind.KEPT_ASIDE: "One film belongs to the set's own test part and is not used.",
    Kind.SEVERAL: "One patient has more than one film. A split by film would put them on both sides; training "
    "here splits by patient.",
}
_ONE_CLASS = {
    "0": "All films are normal: a model needs both classes to learn from.",
    "1": "All films are abnormal: a model needs both classes to learn from.",
}
_ONE_OF_CLASS = {
    "0": "All normal films are of one patient: training and its check each need some.",
    "1": "All abnormal films are of one patient: training and its check each need some.",
}
CUE_NAMES = {
    CueKind.FILE_TYPE: "The file type",
    CueKind.SIZE: "The size",
    CueKind.ASPECT: "The aspect ratio",
    CueKind.SHARPNESS: "The sharpness",
    CueKind.BRIGHTNESS: "The brightness",
    CueKind.CONTRAST: "The contrast",
    CueKind.MARKS: "The number of burnt-in letters and markers",
    CueKind.MAKER: "The device's maker",
    CueKind.VIEW: "The view",
}
_CUES = {
    Weight.NEARLY_ALL: "{what} alone separates the classes (AUROC {number}, {low} to {high}): a model could learn that "
    "in place of the disease.",
    Weight.MUCH: "{what} alone tells much of the classes (AUROC {number}, {low} to {high}): a model could learn that "
    "in place of the disease.",
    Weight.SOME: "{what} alone tells something of the classes (AUROC {number}, {low} to {high}).",
    Weight.NONE: "{what} alone tells nothing of the classes (AUROC {number}, {low} to {high}).",
}


def sentence(problem: Problem) -> str:
    """Return a finding as a sentence, in English."""
    if problem.cue is not None:
        return cue_sentence(problem.cue)
    if problem.kind is Kind.ONE_CLASS:
        return _ONE_CLASS.get(problem.value, _ONE_CLASS["1"])
    if problem.kind is Kind.ONE_OF_CLASS:
        return _ONE_OF_CLASS[problem.value]
    told = _ONE.get(problem.kind, _TOLD[problem.kind]) if problem.count == 1 else _TOLD[problem.kind]
    return told.format(count=f"{problem.count:,}", words=_CLASSES.get(problem.value, problem.value))


def cue_sentence(cue: Cue) -> str:
    """Return what a cue tells."""
    figures = {"number": cue.auroc.value, "low": cue.auroc.low, "high": cue.auroc.high}
    return _CUES[cue.weight].format(what=CUE_NAMES[cue.kind], **{k: decimal(v, 2) for k, v in figures.items()})


def reasons(problem: Problem, most: int = 5) -> list[str]:
    """Return the commonest reasons of unreadable and left out files with their counts."""
    return [f"{number:,} x {reason}" for reason, number in problem.reasons[:most]]


def summary(found: Inspection) -> str:
    """Return what a run would learn from, as one sentence."""
    told = "{count} films of {number} patients; {known} of them are abnormal. Label: {label}."
    return told.format(count=f"{found.films:,}", number=f"{found.patients:,}", known=f"{found.abnormal:,}",
                       label=found.label)  # fmt: skip


def left_out_words(found: Inspection) -> str:
    """Return how many films a person left out; "" for none."""
    number = len(found.used.excluded)
    if not number:
        return ""
    return "One film was left out by hand." if number == 1 else f"{number:,} films were left out by hand."
