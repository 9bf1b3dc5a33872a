"""Sentences about what is kept on disk: models and their cards, the database, settings, results; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_MODELS = (
    QT_TRANSLATE_NOOP("Messages", "No model is installed"),
    QT_TRANSLATE_NOOP("Messages", "Put a model's folder there and start again"),
    QT_TRANSLATE_NOOP("Messages", "No installed model has this name"),
    QT_TRANSLATE_NOOP("Messages", "Installed: none"),
    QT_TRANSLATE_NOOP("Messages", "Installed: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The model cannot be used: {reason}"),
    QT_TRANSLATE_NOOP("Messages", "{name} {version} is already installed ({folder})"),
    QT_TRANSLATE_NOOP("Messages", "The model could not be loaded: {reason}"),
    QT_TRANSLATE_NOOP("Messages", "The model cannot be written: {system}"),
    QT_TRANSLATE_NOOP(
        "Messages", "The model was made for a newer xraydesk (card schema {count}, this one knows {known})"
    ),
    QT_TRANSLATE_NOOP("Messages", "Update xraydesk"),
    QT_TRANSLATE_NOOP("Messages", "Update xraydesk; known here: {names}"),
    QT_TRANSLATE_NOOP("Messages", "Install the model again from its source"),
    QT_TRANSLATE_NOOP("Messages", "Install xraydesk again"),
    QT_TRANSLATE_NOOP("Messages", 'The program\'s own folder "{name}" is missing'),
)
_ABOUT = (
    QT_TRANSLATE_NOOP("Messages", "Models"),
    QT_TRANSLATE_NOOP("Messages", "Parts"),
    QT_TRANSLATE_NOOP("Messages", "{title} ({name}): licence {words}, weights sha256 {hash}"),
    QT_TRANSLATE_NOOP("Messages", "{title}: not stated"),
    QT_TRANSLATE_NOOP("Messages", "not stated"),
    QT_TRANSLATE_NOOP("Messages", "Qt and PySide6 are used under the GNU Lesser General Public License, version 3."),
    QT_TRANSLATE_NOOP("Messages", "Verdicts, results and the audit log"),
    QT_TRANSLATE_NOOP("Messages", "The program's log (it names no patient and no folder)"),
    QT_TRANSLATE_NOOP("Messages", "Settings"),
)
_WEIGHTS = (
    QT_TRANSLATE_NOOP("Messages", "The weights are larger than any model's here"),
    QT_TRANSLATE_NOOP("Messages", "The model's weights are missing"),
    QT_TRANSLATE_NOOP("Messages", "The model's weights cannot be read: {system}"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The model's weights do not match the hash in its card: the file was changed, damaged or cut short",
    ),
    QT_TRANSLATE_NOOP("Messages", "The model's weights are no sound safetensors file"),
    QT_TRANSLATE_NOOP("Messages", "This xraydesk does not know the architecture {name}"),
    QT_TRANSLATE_NOOP("Messages", "The tensor {name} is of type {type}, not a float of 16 or 32 bits"),
    QT_TRANSLATE_NOOP("Messages", "The tensor {name} holds values that are not finite"),
    QT_TRANSLATE_NOOP("Messages", "The tensor {name} has shape {shape} where {wanted} is wanted"),
    QT_TRANSLATE_NOOP("Messages", "The tensor gate.{name} must be above 0 throughout"),
    QT_TRANSLATE_NOOP("Messages", "The tensors gate.mean and gate.basis must have one and two dimensions"),
    QT_TRANSLATE_NOOP("Messages", "The weights lack tensors of this architecture: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The weights lack the gate's tensor gate.{name}"),
    QT_TRANSLATE_NOOP("Messages", "The weights hold tensors this architecture does not have: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The weights hold tensors the gate does not have: {names}"),
    QT_TRANSLATE_NOOP("Messages", "The weights hold only one of gate.domain_weight and gate.domain_bias"),
    QT_TRANSLATE_NOOP("Messages", "The card has a gate.domain_cutoff and the weights have no gate.domain_weight"),
    QT_TRANSLATE_NOOP("Messages", "The network's answer to an empty film is not finite"),
    QT_TRANSLATE_NOOP("Messages", "The network cannot take images of {size} pixels"),
    QT_TRANSLATE_NOOP("Messages", "The gate is made for {count} features, the network has {number}"),
)
_CARDS = (
    QT_TRANSLATE_NOOP("Messages", "The model card is missing"),
    QT_TRANSLATE_NOOP("Messages", "The model card is larger than any card is"),
    QT_TRANSLATE_NOOP("Messages", "The model card is not valid JSON"),
    QT_TRANSLATE_NOOP("Messages", "The model card is not a JSON object"),
    QT_TRANSLATE_NOOP("Messages", "The model card cannot be read: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The model card cannot be written as JSON: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The model card's field architecture_options does not fit {name}: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The model card's field {field} {what}"),
    QT_TRANSLATE_NOOP("Messages", "is missing"),
    QT_TRANSLATE_NOOP("Messages", "is empty"),
    QT_TRANSLATE_NOOP("Messages", "must be text"),
    QT_TRANSLATE_NOOP("Messages", "must be a list"),
    QT_TRANSLATE_NOOP("Messages", "must be an object"),
    QT_TRANSLATE_NOOP("Messages", "must be a number"),
    QT_TRANSLATE_NOOP("Messages", "must be a finite number"),
    QT_TRANSLATE_NOOP("Messages", "must be a whole number"),
    QT_TRANSLATE_NOOP("Messages", "must be a whole number from 1"),
    QT_TRANSLATE_NOOP("Messages", "must have {count} entries"),
    QT_TRANSLATE_NOOP("Messages", "must be above 0"),
    QT_TRANSLATE_NOOP("Messages", "must be above 0 and at most 1000"),
    QT_TRANSLATE_NOOP("Messages", "must be above 0, or the order of the studies would be turned round"),
    QT_TRANSLATE_NOOP("Messages", "must be above age_min"),
    QT_TRANSLATE_NOOP("Messages", "must lie between 0 and 1"),
    QT_TRANSLATE_NOOP("Messages", "must lie between 0.5 and 1"),
    QT_TRANSLATE_NOOP("Messages", "must lie between 32 and 2048"),
    QT_TRANSLATE_NOOP("Messages", "must be at least 1 and leave each tile 4 pixels"),
    QT_TRANSLATE_NOOP("Messages", "must be two rising percentiles"),
    QT_TRANSLATE_NOOP("Messages", "must be empty or one of: {names}"),
    QT_TRANSLATE_NOOP("Messages", "must be small letters, digits, dots and dashes, at most 64 of them"),
    QT_TRANSLATE_NOOP("Messages", "must be letters, digits, dots and dashes, at most 64 of them"),
    QT_TRANSLATE_NOOP("Messages", "must be 64 hexadecimal digits"),
    QT_TRANSLATE_NOOP("Messages", "must be a share between 0 and 1 inside its interval"),
    QT_TRANSLATE_NOOP("Messages", "is for a model that judges whole films"),
    QT_TRANSLATE_NOOP("Messages", "is for a model that judges a region"),
    QT_TRANSLATE_NOOP("Messages", "has an age outside 0 to 150 years"),
    QT_TRANSLATE_NOOP("Messages", "has an empty or repeated name"),
    QT_TRANSLATE_NOOP("Messages", "has a repeated name"),
    QT_TRANSLATE_NOOP("Messages", "has its rule-out threshold above its rule-in threshold"),
    QT_TRANSLATE_NOOP("Messages", "lacks the point {name}"),
)
_DATABASE = (
    QT_TRANSLATE_NOOP("Messages", "The disk is full, nothing more can be saved"),
    QT_TRANSLATE_NOOP("Messages", "The disk is full, xraydesk's own folder cannot be made"),
    QT_TRANSLATE_NOOP("Messages", "xraydesk's own folder cannot be made"),
    QT_TRANSLATE_NOOP("Messages", "Free some space or choose another folder with --data-dir"),
    QT_TRANSLATE_NOOP("Messages", "Check its permissions or choose another with --data-dir"),
    QT_TRANSLATE_NOOP("Messages", "Check the permissions of this folder or choose another with --data-dir"),
    QT_TRANSLATE_NOOP("Messages", "The database is damaged"),
    QT_TRANSLATE_NOOP(
        "Messages", "Put a backup in its place, or move the file away: xraydesk then starts with an empty one"
    ),
    QT_TRANSLATE_NOOP("Messages", "Another program keeps the database locked"),
    QT_TRANSLATE_NOOP("Messages", "Close it and try again"),
    QT_TRANSLATE_NOOP("Messages", "The database cannot be opened for writing"),
    QT_TRANSLATE_NOOP("Messages", "The database refused: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The database is not open"),
    QT_TRANSLATE_NOOP("Messages", "The database is closed already"),
    QT_TRANSLATE_NOOP("Messages", "A newer xraydesk, started beside this one, has changed the database"),
    QT_TRANSLATE_NOOP("Messages", "Close this program and start the newer one"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "There is no room for a copy of the database, which is made before a new version of xraydesk changes it: "
        "{count} MB more are needed",
    ),
    QT_TRANSLATE_NOOP("Messages", "Free some space and start again; nothing was changed"),
    QT_TRANSLATE_NOOP(
        "Messages", "No sound copy of the database can be made, so that it was not brought to the present version"
    ),
    QT_TRANSLATE_NOOP("Messages", "The file or the disk is damaged: put a backup in its place"),
    QT_TRANSLATE_NOOP("Messages", "The disk became full while the database was brought to the present version"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "No copy of the database can be put beside it, and without one it is not brought to the present version: "
        "{system}",
    ),
    QT_TRANSLATE_NOOP("Messages", "Check the permissions of this folder; nothing was changed"),
    QT_TRANSLATE_NOOP("Messages", "The database was written by a newer xraydesk"),
    QT_TRANSLATE_NOOP("Messages", "Install the newer version, or choose another folder with --data-dir"),
    QT_TRANSLATE_NOOP("Messages", "This verdict was taken back before"),
    QT_TRANSLATE_NOOP("Messages", "The {words} were changed from outside, from entry {number} on"),
    QT_TRANSLATE_NOOP("Messages", "{count} {words} that the audit log knows are gone, from number {number} on"),
    QT_TRANSLATE_NOOP("Messages", "Keep the file as it is and tell whoever is responsible for this installation"),
    QT_TRANSLATE_NOOP("Messages", "verdicts"),
    QT_TRANSLATE_NOOP("Messages", "findings of verdicts"),
    QT_TRANSLATE_NOOP("Messages", "confidences in findings"),
    QT_TRANSLATE_NOOP("Messages", "withdrawals of verdicts"),
    QT_TRANSLATE_NOOP("Messages", "annotations"),
    QT_TRANSLATE_NOOP("Messages", "audit log"),
)
_SETTINGS = (
    QT_TRANSLATE_NOOP("Messages", "The settings file cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "The settings file is no valid TOML: {system}"),
    QT_TRANSLATE_NOOP("Messages", "The settings cannot be saved"),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be true or false'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be text in quotes'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be a list of {words}'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be one of {names}'),
    QT_TRANSLATE_NOOP("Messages", "keys"),
    QT_TRANSLATE_NOOP("Messages", "filters"),
    QT_TRANSLATE_NOOP("Messages", "folders"),
    QT_TRANSLATE_NOOP("Messages", "Correct it or remove it; the defaults are used meanwhile"),
)
_RESULTS = (
    QT_TRANSLATE_NOOP("Messages", "The picture could not be written"),
    QT_TRANSLATE_NOOP("Messages", "A picture of this name is there already"),
    QT_TRANSLATE_NOOP("Messages", "The disk is full, the result cannot be written"),
    QT_TRANSLATE_NOOP("Messages", "The result cannot be written: {reason}"),
    QT_TRANSLATE_NOOP("Messages", "Free some space"),
    QT_TRANSLATE_NOOP("Messages", "Choose another name"),
    QT_TRANSLATE_NOOP("Messages", "Choose another place"),
)
_LICENCES = (
    QT_TRANSLATE_NOOP("Messages", "The list of licences cannot be read"),
    QT_TRANSLATE_NOOP("Messages", "A licence's text cannot be read: {system}"),
)

KEPT: tuple[object, ...] = (*_MODELS, *_ABOUT, *_WEIGHTS, *_CARDS, *_DATABASE, *_SETTINGS, *_RESULTS, *_LICENCES)
