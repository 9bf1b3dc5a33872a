"""Keeps the keys that stand in tips and names right: "Invert (I)" becomes "Invert (Ctrl+I)" when the key is changed."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

_BRACKETS = re.compile(r"\([^()]*\)")


def exchange(window: QWidget, old: str, new: str) -> None:
    """Say ``new`` for ``old`` wherever a button, a choice or a field of the window names that key in brackets."""
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for widget in window.findChildren(kind):
            widget.setToolTip(exchanged(widget.toolTip(), old, new))
            widget.setAccessibleName(exchanged(widget.accessibleName(), old, new))
            if isinstance(widget, QLineEdit):
                widget.setPlaceholderText(exchanged(widget.placeholderText(), old, new))


def exchanged(text: str, old: str, new: str) -> str:
    """Return a text with one key for another inside its brackets; a path is none of our words."""
    if "(" not in text or "/" in text or "\\" in text:
        return text
    key = re.compile(rf"(?<![\w+]){re.escape(old)}(?![\w+])")
    return _BRACKETS.sub(lambda found: key.sub(lambda _: new, found[0]), text)
