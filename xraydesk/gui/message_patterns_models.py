"""Sentences about versions put in use, files of models, comparisons and touched logs; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_IN_USE = (
    QT_TRANSLATE_NOOP("Messages", "{name} was not compared with {other}, which is in use"),
    QT_TRANSLATE_NOOP("Messages", "The comparison is not of {name} with {other}, which is in use"),
    QT_TRANSLATE_NOOP(
        "Messages", "The comparison allowed a margin of {low} percentage points, this site allows {high}"
    ),
    QT_TRANSLATE_NOOP("Messages", "{name} is less sensitive than {other}"),
    QT_TRANSLATE_NOOP(
        "Messages", "It is not shown that {name} is at most {low} percentage points less sensitive than {other}"
    ),
    QT_TRANSLATE_NOOP("Messages", "Say why it is to be put in use all the same, or compare on more abnormal cases"),
    QT_TRANSLATE_NOOP("Messages", "Compare it with the version in use, or say why it is to be put in use all the same"),
    QT_TRANSLATE_NOOP("Messages", "{name}, which was put in use here, is not installed any more: {other_name} is used"),
    QT_TRANSLATE_NOOP("Messages", "{name}, which was put in use here, is not installed any more"),
    QT_TRANSLATE_NOOP("Messages", "{name} is in use already"),
    QT_TRANSLATE_NOOP("Messages", "A model is put in use for a reason"),
    QT_TRANSLATE_NOOP("Messages", "Say why this version, in a few words"),
    QT_TRANSLATE_NOOP("Messages", "No other version of {name} was in use before"),
    QT_TRANSLATE_NOOP("Messages", "The margin lies between 0 and {high}"),
    QT_TRANSLATE_NOOP("Messages", "The comparison cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Messages", "This is no file of a comparison"),
    QT_TRANSLATE_NOOP("Messages", "The comparison was written by a newer xraydesk"),
    QT_TRANSLATE_NOOP("Messages", "Compare the two versions again"),
)
_FILES = (
    QT_TRANSLATE_NOOP("Messages", "The file is of another version of xraydesk"),
    QT_TRANSLATE_NOOP("Messages", "The file's signature cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "The file was changed after it was signed"),
    QT_TRANSLATE_NOOP("Messages", "Ask for the file again, from where it came"),
    QT_TRANSLATE_NOOP("Messages", "The file is signed with a key that is not trusted here: {hash}"),
    QT_TRANSLATE_NOOP("Messages", "Compare the fingerprint with whoever sent it, then trust the key"),
    QT_TRANSLATE_NOOP("Messages", "{name} is installed already"),
    QT_TRANSLATE_NOOP("Messages", "A version is never replaced"),
    QT_TRANSLATE_NOOP("Messages", "The file holds something else than a model"),
    QT_TRANSLATE_NOOP("Messages", "The file is packed in another way than a model is"),
    QT_TRANSLATE_NOOP("Messages", "{name} is larger than any model's"),
    QT_TRANSLATE_NOOP("Messages", "This is no file of a model, or it is damaged"),
    QT_TRANSLATE_NOOP("Messages", "The file's card or signature cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "The list of trusted keys cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "This is no fingerprint of a key"),
    QT_TRANSLATE_NOOP("Messages", "It has eight groups of four letters and figures"),
    QT_TRANSLATE_NOOP("Messages", "The site's key cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "The site's key is of another kind"),
    QT_TRANSLATE_NOOP("Messages", "Bring it back from a copy"),
    QT_TRANSLATE_NOOP("Messages", "The site's keys cannot be saved"),
)
_COMPARED = (
    QT_TRANSLATE_NOOP("Messages", "Both are the same model"),
    QT_TRANSLATE_NOOP("Messages", "Choose two versions"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Differences and p keep the studies of a patient together, the intervals of each model alone do not",
    ),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Each is judged at its own operating points: those of {name} were chosen anew, on its own validation films",
    ),
    QT_TRANSLATE_NOOP("Messages", "{name} was trained on {count} of these films: its figures are too good"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was chosen, and its operating points, on {count} of these films: its figures are a little too good",
    ),
    QT_TRANSLATE_NOOP(
        "Messages", "Whether {name} was trained on some of these films is not known: its run is not here"
    ),
    QT_TRANSLATE_NOOP("Messages", "The run's record does not tell its films apart: several have one name"),
    QT_TRANSLATE_NOOP("Messages", "The run's record cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "Compare on films of another folder"),
    QT_TRANSLATE_NOOP("Messages", "None of these films is among those the run kept aside"),
    QT_TRANSLATE_NOOP("Messages", "Choose the folder it was trained on"),
    QT_TRANSLATE_NOOP("Messages", "Nothing is known to be true of the studies at this desk"),
    QT_TRANSLATE_NOOP("Messages", "Choose another rule, or enter what was found out later"),
    QT_TRANSLATE_NOOP("Messages", "The folder holds no model: it has no card.json"),
)
_TOUCHED = (
    QT_TRANSLATE_NOOP("Messages", "Entry {number} of the {words} was changed"),
    QT_TRANSLATE_NOOP("Messages", "Entry {number} of the {words} was removed"),
    QT_TRANSLATE_NOOP("Messages", "Entries {low} to {high} of the {words} were removed"),
    QT_TRANSLATE_NOOP("Messages", "Entry {number} of the {words} was moved to place {count}"),
    QT_TRANSLATE_NOOP("Messages", "Entry {number} of the {words} is not known to the audit log"),
    QT_TRANSLATE_NOOP("Messages", "Of the {words} those of verdict {number} were changed or removed"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The audit log was written anew: its entry {number} is another than when it was last verified",
    ),
    QT_TRANSLATE_NOOP("Messages", "reference labels"),
    QT_TRANSLATE_NOOP("Messages", "tags of errors"),
    QT_TRANSLATE_NOOP("Messages", "corrections of labels"),
    QT_TRANSLATE_NOOP("Messages", "versions of operating points"),
    QT_TRANSLATE_NOOP("Messages", "samples of this site"),
    QT_TRANSLATE_NOOP("Messages", "accounts"),
    QT_TRANSLATE_NOOP("Messages", "promotions of models"),
    QT_TRANSLATE_NOOP("Messages", "films left out of training"),
    QT_TRANSLATE_NOOP("Messages", "What the last look at the audit log left cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "Find out who touched it; without the file the next look begins anew"),
)
MODELS = (*_IN_USE, *_FILES, *_COMPARED, *_TOUCHED)
