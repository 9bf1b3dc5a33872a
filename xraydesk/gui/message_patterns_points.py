"""Sentences about operating points, samples and the check at a site; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

POINTS = (
    QT_TRANSLATE_NOOP("Messages", "A version of the operating points needs a name and a reason"),
    QT_TRANSLATE_NOOP("Messages", "Write both"),
    QT_TRANSLATE_NOOP("Messages", "The operating points make no sense: {what}"),
    QT_TRANSLATE_NOOP("Messages", "A version of the operating points cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "The rule-out threshold would lie above the rule-in threshold"),
    QT_TRANSLATE_NOOP("Messages", "Move the other one first"),
    QT_TRANSLATE_NOOP("Messages", "No number of studies gives this interval"),
    QT_TRANSLATE_NOOP("Messages", "Choose shares between 0 and 100 % and a wider interval"),
    QT_TRANSLATE_NOOP("Messages", "There is no study left to draw"),
    QT_TRANSLATE_NOOP("Messages", "Let the model judge more folders of this site at the reading desk"),
    QT_TRANSLATE_NOOP("Messages", "No sample was drawn yet"),
    QT_TRANSLATE_NOOP("Messages", "Draw one first"),
    QT_TRANSLATE_NOOP("Messages", "Read the studies of the sample first"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The sample is too small: {number} of those read are abnormal and {count} normal, and {low} of each are the "
        "least that says anything",
    ),
    QT_TRANSLATE_NOOP("Messages", "Read more of the sample, or draw more studies"),
    QT_TRANSLATE_NOOP(
        "Messages", "The model ranks the studies of this sample no better than chance, so that no threshold helps"
    ),
    QT_TRANSLATE_NOOP("Messages", "Do not use the model here"),
    QT_TRANSLATE_NOOP(
        "Messages", "No threshold's lower bound of sensitivity reaches {number} % on the abnormal studies ({count})"
    ),
    QT_TRANSLATE_NOOP(
        "Messages", "No threshold's lower bound of specificity reaches {number} % on the normal studies ({count})"
    ),
    QT_TRANSLATE_NOOP("Messages", "Read until at least {count} abnormal studies are known, or ask for less"),
    QT_TRANSLATE_NOOP("Messages", "Read until at least {count} normal studies are known, or ask for less"),
    QT_TRANSLATE_NOOP("Messages", "Ask for less; the model cannot do it here"),
)
