"""What the rooms below say of training data, for translation; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_FOUND = (  # by the inspection
    QT_TRANSLATE_NOOP("Messages", "No film to learn from is left."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "All films are of one patient or copies of each other: nothing can be held back to check what was learnt.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{count} films are copies of each other and have different labels: one of the labels is wrong.",
    ),
    QT_TRANSLATE_NOOP("Messages", "{count} films cannot be read. Training goes on without them."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{count} patients stand in several parts that the set comes with. Training here draws its own "
        "parts, by patient.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{count} films are copies of each other under different patients. Training here keeps copies on "
        "one side; a split by patient alone would not.",
    ),
    QT_TRANSLATE_NOOP("Messages", "{count} films are the same file several times."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{count} films are nearly the same picture as another one. Training keeps them on one side of the split.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Each film counts as a patient of its own. Where several are of one patient after all, they may "
        "fall on both sides of the split and make the figures look better than they are.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "There is one {words} film to {count} others. Training balances the classes; figures of the "
        "rarer one are uncertain.",
    ),
    QT_TRANSLATE_NOOP("Messages", "Only {count} films are {words}. No figure of the model will be certain."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The label has {count} values. For the figures here 1 and more, or what the set calls abnormal, "
        "counts as abnormal.",
    ),
    QT_TRANSLATE_NOOP("Messages", "{count} files are not part of the table of labels."),
    QT_TRANSLATE_NOOP("Messages", "{count} films have no answer to this label and are not used."),
    QT_TRANSLATE_NOOP("Messages", "{count} films belong to the set's own test part and are not used."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{count} patients have more than one film. A split by film would put them on both sides; "
        "training here splits by patient.",
    ),
    QT_TRANSLATE_NOOP("Messages", "One film cannot be read. Training goes on without it."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "One patient stands in several parts that the set comes with. Training here draws its own parts, by patient.",
    ),
    QT_TRANSLATE_NOOP("Messages", "Only one film is {words}. No figure of the model will be certain."),
    QT_TRANSLATE_NOOP("Messages", "One file is not part of the table of labels."),
    QT_TRANSLATE_NOOP("Messages", "One film has no answer to this label and is not used."),
    QT_TRANSLATE_NOOP("Messages", "One film belongs to the set's own test part and is not used."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "One patient has more than one film. A split by film would put them on both sides; training here "
        "splits by patient.",
    ),
    QT_TRANSLATE_NOOP("Messages", "All films are normal: a model needs both classes to learn from."),
    QT_TRANSLATE_NOOP("Messages", "All films are abnormal: a model needs both classes to learn from."),
    QT_TRANSLATE_NOOP("Messages", "All normal films are of one patient: training and its check each need some."),
    QT_TRANSLATE_NOOP("Messages", "All abnormal films are of one patient: training and its check each need some."),
    QT_TRANSLATE_NOOP("Messages", "The file type"),
    QT_TRANSLATE_NOOP("Messages", "The size"),
    QT_TRANSLATE_NOOP("Messages", "The aspect ratio"),
    QT_TRANSLATE_NOOP("Messages", "The sharpness"),
    QT_TRANSLATE_NOOP("Messages", "The brightness"),
    QT_TRANSLATE_NOOP("Messages", "The contrast"),
    QT_TRANSLATE_NOOP("Messages", "The number of burnt-in letters and markers"),
    QT_TRANSLATE_NOOP("Messages", "The device's maker"),
    QT_TRANSLATE_NOOP("Messages", "The view"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{what} alone separates the classes (AUROC {number}, {low} to {high}): a model could learn that "
        "in place of the disease.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{what} alone tells much of the classes (AUROC {number}, {low} to {high}): a model could learn "
        "that in place of the disease.",
    ),
    QT_TRANSLATE_NOOP("Messages", "{what} alone tells something of the classes (AUROC {number}, {low} to {high})."),
    QT_TRANSLATE_NOOP("Messages", "{what} alone tells nothing of the classes (AUROC {number}, {low} to {high})."),
    QT_TRANSLATE_NOOP("Messages", "normal"),
    QT_TRANSLATE_NOOP("Messages", "abnormal"),
    QT_TRANSLATE_NOOP("Messages", "{count} films of {number} patients; {known} of them are abnormal. Label: {label}."),
    QT_TRANSLATE_NOOP("Messages", "One film was left out by hand."),
    QT_TRANSLATE_NOOP("Messages", "{count} films were left out by hand."),
)
_SOURCES = (  # what cannot be read, made or left out, and why a file is no labelled film
    QT_TRANSLATE_NOOP("Messages", "A source of training data needs a name"),
    QT_TRANSLATE_NOOP("Messages", "Choose the folder of the films"),
    QT_TRANSLATE_NOOP("Messages", "No reader answered this finding"),
    QT_TRANSLATE_NOOP("Messages", "The rule decides no study"),
    QT_TRANSLATE_NOOP("Messages", "Choose another rule, or read more studies"),
    QT_TRANSLATE_NOOP("Messages", "None of the films of these studies is there any more"),
    QT_TRANSLATE_NOOP("Messages", "Open their folder at the reading desk and try again"),
    QT_TRANSLATE_NOOP("Messages", "A film is left out for a reason"),
    QT_TRANSLATE_NOOP("Messages", "Say why, in a few words"),
    QT_TRANSLATE_NOOP("Messages", "A film that cannot be opened has no content to know it by"),
    QT_TRANSLATE_NOOP("Messages", "It is another file than the one that was judged"),
    QT_TRANSLATE_NOOP("Messages", "No table {name} is here"),
    QT_TRANSLATE_NOOP("Messages", "The table of films lacks the columns {names}"),
    QT_TRANSLATE_NOOP("Messages", "None of the films is where it was, or it was changed"),
    QT_TRANSLATE_NOOP("Messages", "Open the films' folder at the reading desk and make the source again"),
    QT_TRANSLATE_NOOP("Messages", "A line of the table of films has no label, value or frame"),
    QT_TRANSLATE_NOOP("Messages", "The list of films to leave out has no column content_hash or path"),
    QT_TRANSLATE_NOOP("Messages", "Line {number} of the list of films to leave out names no image"),
    QT_TRANSLATE_NOOP("Messages", "All films are on the list of films to leave out"),
    QT_TRANSLATE_NOOP("Messages", "Data_Entry_2017.csv with images"),
    QT_TRANSLATE_NOOP("Messages", "NORMAL and PNEUMONIA, label pneumonia"),
    QT_TRANSLATE_NOOP("Messages", "folders 0, 1, 2 ..."),
    QT_TRANSLATE_NOOP("Messages", "DICOM files and a CSV table"),
    QT_TRANSLATE_NOOP("Messages", "images and a CSV table"),
    QT_TRANSLATE_NOOP("Messages", "a folder for each class"),
    QT_TRANSLATE_NOOP("Messages", "The folder has no layout of labelled images known here"),
    QT_TRANSLATE_NOOP("Messages", "Known are {names}"),
    QT_TRANSLATE_NOOP("Messages", "The folder can be read as {names}"),
    QT_TRANSLATE_NOOP("Messages", "Say which with --layout"),
    QT_TRANSLATE_NOOP("Messages", 'The layout "{name}" has no table whose columns could be named'),
    QT_TRANSLATE_NOOP("Messages", "No CSV table is here"),
    QT_TRANSLATE_NOOP("Messages", "{count} CSV tables are here"),
    QT_TRANSLATE_NOOP("Messages", "Name one with --table"),
    QT_TRANSLATE_NOOP("Messages", "Choose another folder or name the layout"),
    QT_TRANSLATE_NOOP("Messages", "The table names no image that is here with a label"),
    QT_TRANSLATE_NOOP("Messages", "No column of the table is known to tell the images"),
    QT_TRANSLATE_NOOP("Messages", "No column of the table is known to tell the labels"),
    QT_TRANSLATE_NOOP("Messages", "Name it (key=COLUMN, findings=COLUMN or labels=COLUMN+COLUMN); it has: {names}"),
    QT_TRANSLATE_NOOP("Messages", "Fewer than two class folders with images are here"),
    QT_TRANSLATE_NOOP("Messages", "There are images of the class {name} alone; of {others} there are none"),
    QT_TRANSLATE_NOOP("Messages", "Add films of the other class"),
    QT_TRANSLATE_NOOP("Messages", "No NORMAL or PNEUMONIA folder with images is here"),
    QT_TRANSLATE_NOOP("Messages", "Choose the folder that holds train/NORMAL and train/PNEUMONIA"),
    QT_TRANSLATE_NOOP("Messages", "No folder 0, 1, 2 ... with images is here"),
    QT_TRANSLATE_NOOP("Messages", "No study folder of the MURA layout is here (XR_WRIST/patient00001/study1_positive)"),
    QT_TRANSLATE_NOOP("Messages", "The table's column {name} matches no DICOM image here"),
    QT_TRANSLATE_NOOP("Messages", "{name} names it, and no or more than one such file is there"),
    QT_TRANSLATE_NOOP("Messages", "{name} gives it no label"),
    QT_TRANSLATE_NOOP("Messages", '{name} says "{text}" of it, and a number of others'),
    QT_TRANSLATE_NOOP("Messages", "{name} has no line for it"),
    QT_TRANSLATE_NOOP("Messages", "{name} names it, and no image has it"),
    QT_TRANSLATE_NOOP("Messages", "stands in no class folder"),
    QT_TRANSLATE_NOOP("Messages", "the folder is not named by a grade"),
    QT_TRANSLATE_NOOP("Messages", "the file name is not of this set's scheme, so its patient is not known"),
    QT_TRANSLATE_NOOP("Messages", "a helper file of a Mac, no image"),
    QT_TRANSLATE_NOOP("Messages", "not in a folder XR_REGION/patient/study_positive or study_negative"),
)
DATA: tuple[object, ...] = _FOUND + _SOURCES
