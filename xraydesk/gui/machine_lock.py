"""What is shown of a setting that an administrator has locked on this machine: it is there, and cannot be changed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from xraydesk import machine
from xraydesk.gui import icons
from xraydesk.gui.language import translate

WORDS = cast(str, QT_TRANSLATE_NOOP("MachineLock", "Set for this machine by the administrator"))


def locked(name: str) -> bool:
    """Whether a setting is locked on this machine; that does not change while the program runs."""
    return name in machine.in_force().locked


def lock_widget(name: str, widget: QWidget) -> bool:
    """Disable a control where its setting is locked, and say why, to a screen reader too. Return whether it is."""
    if locked(name):
        widget.setEnabled(False)
        widget.setToolTip(translate("MachineLock", WORDS))
        widget.setAccessibleDescription(translate("MachineLock", WORDS))
    return locked(name)


def lock_menu(name: str, menu: QMenu, *actions: QAction) -> bool:
    """Disable lines of a menu where their setting is locked, and say why in a line above them. Return whether it is.

    The line does nothing: it can be reached by the arrow keys, where what is disabled is passed over and its tip is
    not read out.
    """
    if locked(name) and actions:
        why = QAction(icons.icon("lock"), translate("MachineLock", WORDS), menu)
        menu.insertAction(actions[0], why)
        menu.setToolTipsVisible(True)
        for action in actions:
            action.setEnabled(False)
            action.setToolTip(translate("MachineLock", WORDS))
    return locked(name)
