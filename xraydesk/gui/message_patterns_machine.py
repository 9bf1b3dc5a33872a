"""Sentences about what an administrator has set for a machine, and what is wrong in that file; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_FAULTS = (
    QT_TRANSLATE_NOOP("Messages", "line {number}: {reason}"),
    QT_TRANSLATE_NOOP("Messages", "it is no text in UTF-8"),
    QT_TRANSLATE_NOOP("Messages", "this is no valid TOML: {system}; {reason}"),
    QT_TRANSLATE_NOOP("Messages", "this is no valid TOML: {system}"),
    QT_TRANSLATE_NOOP("Messages", "write a folder of Windows in single quotes, or with two backslashes each"),
    QT_TRANSLATE_NOOP("Messages", '"{name}" is no setting of a machine; "{other}" is one'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" is no setting of a machine'),
    QT_TRANSLATE_NOOP("Messages", '"locked" names "{name}", which is no setting of a machine; "{other}" is one'),
    QT_TRANSLATE_NOOP("Messages", '"locked" names "{name}", which is no setting of a machine'),
    QT_TRANSLATE_NOOP("Messages", '"locked" names "{name}", which this file does not set'),
    QT_TRANSLATE_NOOP("Messages", '"open_on_start" needs a "start_folder"'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be a whole number from 0 to {count}'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be a number from 0 to {count}'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be a whole path, as "{folder}"'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" names the environment variable {variable}, which is not set here'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" holds a character that no folder has; {reason}'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" holds {part}; only {others} are known'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" holds {part}, and that name cannot be part of a folder\'s name here'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" holds {part}, and the system does not say who is signed in'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" begins with ~, and there is no home folder here'),
    QT_TRANSLATE_NOOP("Messages", "names of settings"),
)
MACHINE = (
    QT_TRANSLATE_NOOP("Messages", "The settings file for this machine cannot be used: {reason}"),
    QT_TRANSLATE_NOOP(
        "Messages", '"xraydesk settings check FILE" names every fault; an administrator must mend the file'
    ),
    QT_TRANSLATE_NOOP("Messages", '"{name}" is set for this machine by the administrator'),
    QT_TRANSLATE_NOOP("Messages", '"{name}" is set for this machine by the administrator: {value}'),
    QT_TRANSLATE_NOOP("Messages", "There is no settings file for this machine"),
    QT_TRANSLATE_NOOP("Messages", "Leave out {flag}"),
    QT_TRANSLATE_NOOP("Messages", "Set for this machine by an administrator"),
    QT_TRANSLATE_NOOP("Messages", "Set for this machine: nothing"),
    QT_TRANSLATE_NOOP("Messages", "Set for this machine: {folder}"),
    QT_TRANSLATE_NOOP("Messages", "In it: {names}"),
    QT_TRANSLATE_NOOP("Messages", "Locked: {names}"),
    *_FAULTS,
)
