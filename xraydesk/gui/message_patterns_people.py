"""Accounts, passwords and roles; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

PEOPLE = (
    QT_TRANSLATE_NOOP("Messages", "Name and password do not fit"),
    QT_TRANSLATE_NOOP("Messages", "Type both again"),
    QT_TRANSLATE_NOOP("Messages", "Too many wrong passwords"),
    QT_TRANSLATE_NOOP("Messages", "Try again in {number} s"),
    QT_TRANSLATE_NOOP("Messages", "There is an administrator already"),
    QT_TRANSLATE_NOOP("Messages", "Sign in, or ask the administrator"),
    QT_TRANSLATE_NOOP("Messages", "There is an account of this name"),
    QT_TRANSLATE_NOOP("Messages", "There is no account of this name"),
    QT_TRANSLATE_NOOP("Messages", "Choose another name"),
    QT_TRANSLATE_NOOP("Messages", "An account needs a name"),
    QT_TRANSLATE_NOOP("Messages", "This is the last administrator"),
    QT_TRANSLATE_NOOP("Messages", "Make another account administrator first"),
    QT_TRANSLATE_NOOP("Messages", "The password is shorter than {count} characters"),
    QT_TRANSLATE_NOOP("Messages", "Choose a longer one"),
    QT_TRANSLATE_NOOP("Messages", "This password is guessed at once"),
    QT_TRANSLATE_NOOP("Messages", "Choose another, such as four words"),
    QT_TRANSLATE_NOOP("Messages", "This needs the role of {words}"),
    QT_TRANSLATE_NOOP("Messages", "reader"),
    QT_TRANSLATE_NOOP("Messages", "researcher"),
    QT_TRANSLATE_NOOP("Messages", "administrator"),
    QT_TRANSLATE_NOOP("Messages", "Ask an administrator"),
    QT_TRANSLATE_NOOP("Messages", "Nobody has signed in"),
    QT_TRANSLATE_NOOP("Messages", '"{name}" must be a {words} from 0 to {number}'),
    QT_TRANSLATE_NOOP("Messages", "number"),
    QT_TRANSLATE_NOOP("Messages", "whole number"),
)
