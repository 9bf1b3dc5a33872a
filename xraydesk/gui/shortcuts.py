"""The keys of the reading loop, in one table that also makes the cheat sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does in words (a mark of the context "Keys", or said already), and the call.

    ``within`` limits it to some widgets: Space and Enter must go on working on a focused button or in a text field.
    A key with a ``room`` is heard while that part of the window is shown; others are heard in the whole window.
    """

    key: str
    words: str
    call: Callable[[], object]
    within: tuple[QWidget, ...] = ()
    room: QWidget | None = None

    @property
    def said(self) -> str:
        """What it does, in the window's language."""
        return translate("Keys", self.words)


def install(keys: list[Key], window: QWidget) -> list[QShortcut]:
    """Make the keys work. Letters never fire while the reader types in a text field: Qt gives those the key first."""
    made = []
    for key in keys:
        for owner in key.within or (key.room or window,):
            shortcut = QShortcut(QKeySequence(key.key), owner)
            scope = Qt.ShortcutContext.WidgetWithChildrenShortcut if key.within else Qt.ShortcutContext.WindowShortcut
            shortcut.setContext(scope)
            shortcut.activated.connect(key.call)
            made.append(shortcut)
    return made


class CheatSheet(QLabel):
    """All keys on one sheet over the window; any key, a click or going elsewhere puts it away."""

    def __init__(self, keys: list[Key], parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, "sheet")
        self.setAccessibleName(translate("CheatSheet", "Keys"))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMargin(4 * theme.GRID)
        words: dict[str, list[str]] = {}
        for key in keys:
            named = words.setdefault(key.said, [])
            if key.key not in named:
                named.append(key.key)
        lines = list(words.items())
        half = (len(lines) + 1) // 2  # two columns, so that the sheet fits on a low screen
        columns = "".join(f"<td>{_table(part)}</td>" for part in (lines[:half], lines[half:]))
        sheet = f"<table cellpadding='{2 * theme.GRID}'><tr>{columns}</tr></table>"
        self.setText(sheet)

    def show_centred(self) -> None:
        """Show in the middle of the window."""
        self.adjustSize()
        self.move(self._over.rect().center() - self.rect().center())
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take every key for itself, before it becomes a command."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)

    def focusOutEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's own signature
        """Go away when the reader goes elsewhere."""
        self.close()

    def keyPressEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's own signature
        """Go away on any key."""
        self.close()

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's own signature
        """Go away on a click."""
        self.close()


def _table(lines: list[tuple[str, list[str]]]) -> str:
    accent = theme.current().colours["accent"]
    rows = (
        f"<tr><td style='color:{accent}; padding-right:24px'>{_names(keys)}</td><td>{words}</td></tr>"
        for words, keys in lines
    )
    return f"<table cellspacing='4'>{''.join(rows)}</table>"


def _names(keys: list[str]) -> str:
    """Return the keys of one command; of a long row its ends."""
    if len(keys) == 2:
        return translate("CheatSheet", "{one_key} or {other_key}").format(one_key=keys[0], other_key=keys[1])
    return f"{keys[0]} … {keys[-1]}" if len(keys) > 2 else keys[0]
