"""Sentences about what leaves the desk, and about weeks without limits; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXPORT = (
    QT_TRANSLATE_NOOP("Messages", "An export with names needs a reason"),
    QT_TRANSLATE_NOOP("Messages", "Give one, or leave names hidden"),
    QT_TRANSLATE_NOOP("Messages", "Nothing was chosen to be exported"),
    QT_TRANSLATE_NOOP("Messages", "Choose tables or the report"),
    QT_TRANSLATE_NOOP("Messages", "This is not an empty folder"),
    QT_TRANSLATE_NOOP("Messages", "Name a new or an empty one"),
    QT_TRANSLATE_NOOP("Messages", "The table could not be written as Parquet"),
    QT_TRANSLATE_NOOP("Messages", "Take CSV"),
    QT_TRANSLATE_NOOP("Messages", "There is no table {name}"),
    QT_TRANSLATE_NOOP("Messages", "There are: {names}"),
    QT_TRANSLATE_NOOP("Messages", 'There is no {words} by the name "{name}"'),
    QT_TRANSLATE_NOOP("Messages", "There is: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The key of the pseudonyms cannot be read or kept"),
    QT_TRANSLATE_NOOP("Messages", "The key of the pseudonyms is damaged"),
    QT_TRANSLATE_NOOP("Messages", "Restore it from a backup"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The files hold what tells who patients and readers are. The export and its reason stand in the audit log.",
    ),
    QT_TRANSLATE_NOOP("Messages", "{count} cases that were read are left out, as their truth is not known."),
    QT_TRANSLATE_NOOP("Messages", "Of {count} of these the sources contradict each other."),
    QT_TRANSLATE_NOOP("Messages", "{count} cases of known truth were read by nobody."),
    QT_TRANSLATE_NOOP("Messages", "No case has both a known truth and a rating: the table is empty."),
    QT_TRANSLATE_NOOP("Messages", "All cases are of one class: neither program can work with them."),
    QT_TRANSLATE_NOOP("Messages", "{count} readers are too few for a multi-reader study, which wants two or more."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "All verdicts were given without the model's answer: there is nothing to compare it with but the model.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "All verdicts were given with the model's answer: there is nothing to compare it with but the model.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Not every reader has answered both ways: MRMCaov wants a balanced design, iMRMC does not.",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        'Rows marked "model" are of models alone: leave them out where ways of reading are compared.',
    ),
    QT_TRANSLATE_NOOP("Messages", "No week has enough of what this is measured on"),
    QT_TRANSLATE_NOOP("Messages", "Too few weeks of the baseline have a value: limits are drawn from eight on"),
)
