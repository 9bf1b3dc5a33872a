"""Why a figure is not there, in a sentence. The window says these in its own language (`gui.messages`)."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stands in place of a figure."""

    NOTHING = ""  # the figure is there
    NO_READERS = "No reader has given a verdict yet"
    ONE_READER = "Only one reader has given verdicts; agreement wants two, or a model"
    NO_MODEL = "No model has judged these studies"
    NONE_IN_COMMON = "They answered no study in common"
    ALL_UNSURE = 'All answers are "unsure": with unsure left out none remains'
    ONE_ANSWER = "All gave one and the same answer throughout: agreement beyond chance is not defined"
    NOT_ALL_READ = "No study was read by all of these readers; Krippendorff's alpha takes those who skipped"
    HAS_ORDER = "Fleiss' kappa knows no order of answers; for ratings see Krippendorff's alpha"
    NO_PAIR = "No study has answers of two readers"
    NO_SECOND = "No verdict was given both before and after the model's answer was shown"
    NO_TRUTH = "Of no study is it known what is true"
    CONTRADICTED = "The sources contradict each other about every study, so that nothing is taken as true"
    NOTHING_SAID = "No study with a known truth has an answer"
    NO_ABNORMAL = "None of these studies is abnormal: sensitivity and the areas are not defined"
    NO_NORMAL = "None of these studies is normal: specificity and the areas are not defined"
    SAME = "A comparison wants two different readers or models"
