"""Buttons and keys of the measuring tools."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate
from xraydesk.gui.measure_tool import MeasureTool
from xraydesk.imaging.measurements import MeasurementKind

KINDS = cast(
    dict[MeasurementKind, tuple[str, str]],
    {
        MeasurementKind.LENGTH: ("L", QT_TRANSLATE_NOOP("Keys", "Measure a length")),
        MeasurementKind.ANGLE: ("G", QT_TRANSLATE_NOOP("Keys", "Measure an angle")),
        MeasurementKind.COBB: ("B", QT_TRANSLATE_NOOP("Keys", "Measure a Cobb angle")),
        MeasurementKind.ELLIPSE: ("E", QT_TRANSLATE_NOOP("Keys", "Measure mean, deviation and area in an ellipse")),
    },
)
UNDO = cast(str, QT_TRANSLATE_NOOP("Keys", "Undo the last measuring step"))
REDO = cast(str, QT_TRANSLATE_NOOP("Keys", "Do it again"))
DELETE = cast(str, QT_TRANSLATE_NOOP("Keys", "Delete the selected measurement"))


class MeasureBar(QWidget):
    """One button for each kind, then undo and delete; they act on the tool of one cell."""

    def __init__(self, tool: MeasureTool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tool = tool
        self.kinds: dict[MeasurementKind, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._row.setSpacing(theme.GRID // 2)
        for kind, (key, words) in KINDS.items():
            button = self._button(f"measure-{kind}", words, key, partial(self._arm, kind))
            button.setCheckable(True)
            self.kinds[kind] = button
        self._button("undo", UNDO, "Ctrl+Z", self._undo)
        self._button("delete", DELETE, "Del", self._remove)
        tool.armed_changed.connect(self._show_armed)

    def act_on(self, tool: MeasureTool) -> None:
        """Act on the tool of another cell from now on."""
        self._tool.armed_changed.disconnect(self._show_armed)
        self._tool = tool
        tool.armed_changed.connect(self._show_armed)
        self._show_armed(tool.armed)

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, as `Key` has them; what to call)."""
        return {
            **{key: (words, partial(self._arm, kind)) for kind, (key, words) in KINDS.items()},
            "Ctrl+Z": (UNDO, self._undo),
            "Ctrl+Shift+Z": (REDO, self._redo),
            "Del": (DELETE, self._remove),
            "Backspace": (DELETE, self._remove),
        }

    def _arm(self, kind: MeasurementKind) -> None:
        self._tool.arm(kind)

    def _undo(self) -> None:
        self._tool.undo()

    def _redo(self) -> None:
        self._tool.redo()

    def _remove(self) -> None:
        self._tool.remove()

    def _show_armed(self, armed: MeasurementKind | None) -> None:
        for kind, button in self.kinds.items():
            button.setChecked(kind is armed)

    def _button(self, icon: str, words: str, key: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        tip = f"{translate('Keys', words)} ({key})"
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        theme.set_role(button, "flat")
        button.clicked.connect(lambda _=False: call())
        self._row.addWidget(button)
        return button
