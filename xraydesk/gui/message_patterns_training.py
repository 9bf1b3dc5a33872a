"""What training and its runs say, and what the values of a recipe mean, for translation; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_RUNS = (  # how a run stands
    QT_TRANSLATE_NOOP("Messages", "It was stopped. Resume goes on from the last checkpoint."),
    QT_TRANSLATE_NOOP("Messages", "It was ended at once. Resume goes on from the last checkpoint."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "It ended without a word, as when the machine is switched off or memory runs short. Resume goes "
        "on from the last checkpoint.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The system ended it (signal {number}), as it does when the disk is full. Resume goes on from "
        "the last checkpoint.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The system ended it (signal {number}), as it does when memory runs short. Resume goes on from "
        "the last checkpoint.",
    ),
    QT_TRANSLATE_NOOP("Messages", "The system ended it (signal {number}). Resume goes on from the last checkpoint."),
    QT_TRANSLATE_NOOP("Messages", "xraydesk failed: {name}. Details are in {file}."),
    QT_TRANSLATE_NOOP("Messages", "There is no training run of this name"),
    QT_TRANSLATE_NOOP("Messages", "This run cannot go on: it is {state}"),
    QT_TRANSLATE_NOOP("Messages", "A run is at work"),
    QT_TRANSLATE_NOOP("Messages", "A run is at work in this folder"),
    QT_TRANSLATE_NOOP("Messages", "This run is at work"),
    QT_TRANSLATE_NOOP("Messages", "Stop it, or wait for its end"),
    QT_TRANSLATE_NOOP("Messages", "Wait for it, or stop it"),
    QT_TRANSLATE_NOOP("Messages", "Stop it first"),
    QT_TRANSLATE_NOOP("Messages", "The run cannot be started: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The run cannot be written: all its names are taken"),
    QT_TRANSLATE_NOOP("Messages", "The run cannot be written: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The run cannot be told to stop: {system}"),
)
_TRAINING = (  # why it cannot begin or go on
    QT_TRANSLATE_NOOP("Messages", 'There is no recipe "{name}"'),
    QT_TRANSLATE_NOOP("Messages", "Choose one of: {names}"),
    QT_TRANSLATE_NOOP("Messages", 'The recipe has no value "{name}" that can be changed'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" cannot be "{text}"'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" ends before it begins: {text}'),
    QT_TRANSLATE_NOOP("Messages", "Give the lesser one first"),
    QT_TRANSLATE_NOOP("Messages", '"checks" has no plain films'),
    QT_TRANSLATE_NOOP("Messages", 'Put "clean" among them'),
    QT_TRANSLATE_NOOP("Messages", 'Give a whole number from {low} to {high}, with a comma between, or "none"'),
    QT_TRANSLATE_NOOP("Messages", 'Give a whole number from {low} to {high}, or "none"'),
    QT_TRANSLATE_NOOP("Messages", "Give whole numbers from {low} to {high}, with a comma between"),
    QT_TRANSLATE_NOOP("Messages", "Give two numbers from {low} to {high}, with a comma between"),
    QT_TRANSLATE_NOOP("Messages", "Give a whole number from {low} to {high}"),
    QT_TRANSLATE_NOOP("Messages", "Give a number from {low} to {high}"),
    QT_TRANSLATE_NOOP("Messages", "Give a text from {low} to {high}"),
    QT_TRANSLATE_NOOP("Messages", "Give one of: {names}"),
    QT_TRANSLATE_NOOP("Messages", "Give some of: {names}"),
    QT_TRANSLATE_NOOP("Messages", "No space is left for the run"),
    QT_TRANSLATE_NOOP("Messages", "Make room; Resume goes on from the last checkpoint"),
    QT_TRANSLATE_NOOP("Messages", "The memory is not enough for this run"),
    QT_TRANSLATE_NOOP("Messages", "The memory of the GPU is not enough for this run"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Choose a smaller batch_size, or close other programs; Resume goes on from the last checkpoint",
    ),
    QT_TRANSLATE_NOOP("Messages", "The GPU failed or is gone"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Start the machine anew, or choose the device cpu; Resume goes on from the last checkpoint",
    ),
    QT_TRANSLATE_NOOP("Messages", "No GPU is there that this build of torch can use"),
    QT_TRANSLATE_NOOP("Messages", "Use the device cpu or auto"),
    QT_TRANSLATE_NOOP("Messages", "The loss is not a number in epoch {number}, step {count}"),
    QT_TRANSLATE_NOOP("Messages", "The loss of the head is not a number"),
    QT_TRANSLATE_NOOP("Messages", "Lower its learning rate"),
    QT_TRANSLATE_NOOP("Messages", "Lower the learning rate; the last checkpoint is kept"),
    QT_TRANSLATE_NOOP("Messages", "The network's answers to validation films are not numbers"),
    QT_TRANSLATE_NOOP("Messages", "The run has no epoch to keep"),
    QT_TRANSLATE_NOOP("Messages", "Set one epoch or more"),
    QT_TRANSLATE_NOOP("Messages", "The training part needs films of both classes"),
    QT_TRANSLATE_NOOP("Messages", "The validation part needs films of both classes"),
    QT_TRANSLATE_NOOP("Messages", 'The training part needs films of both classes of "{name}"'),
    QT_TRANSLATE_NOOP("Messages", 'The validation part needs films of both classes of "{name}"'),
    QT_TRANSLATE_NOOP("Messages", "Add films of the class that is missing"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "All films are of one patient, or copies of each other, and none could be kept aside for validation",
    ),
    QT_TRANSLATE_NOOP("Messages", "Add films of other patients"),
    QT_TRANSLATE_NOOP("Messages", "A run of other settings was begun here; different are: {names}"),
    QT_TRANSLATE_NOOP("Messages", "Choose an empty folder for this run, or give the settings of the one begun"),
    QT_TRANSLATE_NOOP("Messages", "The checkpoint is damaged or of another version of xraydesk"),
    QT_TRANSLATE_NOOP("Messages", "The checkpoint is of another network than this run's"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "What this run is made of cannot be read: its record is damaged or of another version of xraydesk",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Go on with the version of xraydesk that began the run, or choose an empty folder for a new one",
    ),
    QT_TRANSLATE_NOOP("Messages", "The starting weights do not fit this network"),
    QT_TRANSLATE_NOOP("Messages", "Choose weights of the same network"),
    QT_TRANSLATE_NOOP("Messages", "The model {name} is of another network than this recipe trains"),
    QT_TRANSLATE_NOOP("Messages", "Choose the recipe it was trained by, or another starting point"),
    QT_TRANSLATE_NOOP("Messages", "Batch norm cannot be put back: it was not folded into this network"),
    QT_TRANSLATE_NOOP("Messages", "Set batch_norm to no"),
    QT_TRANSLATE_NOOP("Messages", "torchvision has no ImageNet weights for {name}"),
    QT_TRANSLATE_NOOP("Messages", "Give a file, or start from scratch"),
    QT_TRANSLATE_NOOP("Messages", "The ImageNet weights {name} cannot be downloaded: {system}"),
    QT_TRANSLATE_NOOP("Messages", "Give a file of these weights, or start from scratch"),
    QT_TRANSLATE_NOOP(
        "Messages",
        'The model ranks validation films no better than chance for "{name}", so that no bundle is written',
    ),
    QT_TRANSLATE_NOOP("Messages", "Train longer, or look at the labels; the checkpoints are kept"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "No threshold reaches the sensitivity and specificity that the recipe wants on validation",
    ),
    QT_TRANSLATE_NOOP("Messages", "Train longer, add validation films, or ask for less in the recipe"),
    QT_TRANSLATE_NOOP("Messages", 'The films have no label "{name}"'),
    QT_TRANSLATE_NOOP("Messages", "Labels that are there: {names}"),
    QT_TRANSLATE_NOOP("Messages", 'No film to learn "{name}" from is left'),
    QT_TRANSLATE_NOOP("Messages", "Check the folder and the label"),
    QT_TRANSLATE_NOOP("Messages", 'The label "{name}" has the values {names}, and a model answers yes or no'),
    QT_TRANSLATE_NOOP("Messages", 'Choose a label of 0 and 1, as "abnormal" is for grades'),
    QT_TRANSLATE_NOOP("Messages", "A film cannot be read any more: {system}"),
    QT_TRANSLATE_NOOP("Messages", "None of the films can be read"),
    QT_TRANSLATE_NOOP("Messages", "The notes above say why each was left out"),
)
_WATCHDOGS = (  # what goes wrong quietly
    QT_TRANSLATE_NOOP(
        "Messages",
        'The network calls {share} of the validation films "abnormal": it answers one class only. Check '
        "the labels, balance the classes, or lower the learning rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        'The network calls {share} of the validation films "not abnormal": it answers one class only. '
        "Check the labels, balance the classes, or lower the learning rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The loss has risen to {high} from {low} at its least: the run diverges. Lower the learning rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Validation has {count} films with the finding and {number} without: an AUROC of {known} there "
        "could be anything from {low} to {high}. Too few to choose between models; add films.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The network's AUROC of {number} ({low} to {high}) is no better than what {cue} alone gives "
        "({count}): it may have learnt that, and not the finding.",
    ),
    QT_TRANSLATE_NOOP("Messages", "The network's AUROC of {number} ({low} to {high}) is no better than chance."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The run starts from {model}. Where that model was trained on films that validate this run, its "
        "figures are too good: compare both on films that neither has seen.",
    ),
    QT_TRANSLATE_NOOP("Messages", "The films need {size} MB, and {number} MB are free"),
    QT_TRANSLATE_NOOP("Messages", "Make room, or choose another place"),
    QT_TRANSLATE_NOOP("Messages", "{count} patients stand in both training and validation: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The time limit was reached in epoch {number} of {count}"),
    QT_TRANSLATE_NOOP("Messages", "{count} labels replaced by {file}, {number} were so already"),
)

TRAINING: tuple[object, ...] = (*_RUNS, *_TRAINING, *_WATCHDOGS)
