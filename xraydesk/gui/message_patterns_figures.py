"""Why a figure is not there, and why a line of a reference table is left out; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_WHY = (
    QT_TRANSLATE_NOOP("Messages", "No reader has given a verdict yet"),
    QT_TRANSLATE_NOOP("Messages", "Only one reader has given verdicts; agreement wants two, or a model"),
    QT_TRANSLATE_NOOP("Messages", "No model has judged these studies"),
    QT_TRANSLATE_NOOP("Messages", "They answered no study in common"),
    QT_TRANSLATE_NOOP("Messages", 'All answers are "unsure": with unsure left out none remains'),
    QT_TRANSLATE_NOOP(
        "Messages", "All gave one and the same answer throughout: agreement beyond chance is not defined"
    ),
    QT_TRANSLATE_NOOP(
        "Messages", "No study was read by all of these readers; Krippendorff's alpha takes those who skipped"
    ),
    QT_TRANSLATE_NOOP("Messages", "Fleiss' kappa knows no order of answers; for ratings see Krippendorff's alpha"),
    QT_TRANSLATE_NOOP("Messages", "No study has answers of two readers"),
    QT_TRANSLATE_NOOP("Messages", "No verdict was given both before and after the model's answer was shown"),
    QT_TRANSLATE_NOOP("Messages", "Of no study is it known what is true"),
    QT_TRANSLATE_NOOP(
        "Messages", "The sources contradict each other about every study, so that nothing is taken as true"
    ),
    QT_TRANSLATE_NOOP("Messages", "No study with a known truth has an answer"),
    QT_TRANSLATE_NOOP("Messages", "None of these studies is abnormal: sensitivity and the areas are not defined"),
    QT_TRANSLATE_NOOP("Messages", "None of these studies is normal: specificity and the areas are not defined"),
    QT_TRANSLATE_NOOP("Messages", "A comparison wants two different readers or models"),
)
_TABLES = (
    QT_TRANSLATE_NOOP("Messages", "no study of the log has this id, accession number or file name"),
    QT_TRANSLATE_NOOP("Messages", "more than one study has this name"),
    QT_TRANSLATE_NOOP("Messages", "the line gives no value"),
    QT_TRANSLATE_NOOP("Messages", "the word is not known to mean normal or abnormal"),
    QT_TRANSLATE_NOOP("Messages", "other lines of the table say otherwise of the same study"),
    QT_TRANSLATE_NOOP("Messages", "this source says so already"),
    QT_TRANSLATE_NOOP("Messages", 'The table has no column "{name}"'),
    QT_TRANSLATE_NOOP("Messages", "It has: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The table has no rows"),
    QT_TRANSLATE_NOOP("Messages", "The table cannot be read: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The table is not UTF-8 text"),
    QT_TRANSLATE_NOOP("Messages", "Save it as UTF-8"),
    QT_TRANSLATE_NOOP("Messages", "The table is damaged: {system}"),
    QT_TRANSLATE_NOOP("Messages", "A follow-up needs a study and a value of 0 (normal), 1 (abnormal) or a grade"),
)

FIGURES = (*_WHY, *_TABLES)
