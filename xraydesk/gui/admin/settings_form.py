"""The settings of the site as a form: each by its name in `Settings`, in words, with the control it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from xraydesk.admin.site_settings import LOCKABLE, Value
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.machine_lock import WORDS, lock_widget
from xraydesk.gui.reading_choices import CHOICES
from xraydesk.settings import DEVICES, LANGUAGES, LONGEST_IDLE, Settings

LABEL_WIDTH = 220
HIGHEST_MARGIN = 20.0  # percent
_WORDS = cast(
    dict[str, str],
    {
        "default_model": QT_TRANSLATE_NOOP("SettingsForm", "Model at start"),
        "device": QT_TRANSLATE_NOOP("SettingsForm", "Where it computes"),
        "language": QT_TRANSLATE_NOOP("SettingsForm", "Language of the window"),
        "theme": QT_TRANSLATE_NOOP("SettingsForm", "Colours of the window"),
        "identity": QT_TRANSLATE_NOOP("SettingsForm", "Who the patients are, at start"),
        "reader": QT_TRANSLATE_NOOP("SettingsForm", "Reader's name where nobody signs in"),
        "blind_first": QT_TRANSLATE_NOOP("SettingsForm", "How studies are read"),
        "idle_lock_minutes": QT_TRANSLATE_NOOP("SettingsForm", "Lock the window when nobody touches it"),
        "sensitivity_margin": QT_TRANSLATE_NOOP("SettingsForm", "Loss of sensitivity that a new version may have"),
    },
)
_DEVICES = cast(
    dict[str, str],
    {
        "auto": QT_TRANSLATE_NOOP("SettingsForm", "The fastest there is"),
        "cpu": QT_TRANSLATE_NOOP("SettingsForm", "Processor"),
        "cuda": QT_TRANSLATE_NOOP("SettingsForm", "Graphics card (CUDA)"),
        "mps": QT_TRANSLATE_NOOP("SettingsForm", "Graphics of an Apple computer (MPS)"),
    },
)
_THEMES = cast(
    dict[str, str],
    {
        "dark": QT_TRANSLATE_NOOP("SettingsForm", "Dark"),
        "light": QT_TRANSLATE_NOOP("SettingsForm", "Light"),
        "system": QT_TRANSLATE_NOOP("SettingsForm", "As the system"),
    },
)
_IDENTITY = cast(
    dict[str, str],
    {
        "shown": QT_TRANSLATE_NOOP("SettingsForm", "Shown"),
        "hidden": QT_TRANSLATE_NOOP("SettingsForm", "Hidden"),
        "as left": QT_TRANSLATE_NOOP("SettingsForm", "As it was left"),
    },
)


class SettingsForm(QWidget):
    """A control for each setting, and beside some of them whether only an administrator may change it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: dict[str, tuple[Callable[[], Value], Callable[[Any], None]]] = {}  # how each is read and shown
        self.controls: dict[str, QWidget] = {}
        self.locks: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * theme.GRID)
        self._grid.setVerticalSpacing(2 * theme.GRID)
        self._grid.setColumnStretch(3, 1)
        self._box("default_model", ())
        self._box("device", [(translate("SettingsForm", _DEVICES[name]), name) for name in DEVICES])
        as_system = translate("HelpDesk", "As the system")
        self._box("language", [(name if key else as_system, key) for key, name in LANGUAGES.items()])
        self._box("theme", [(translate("SettingsForm", words), name) for name, words in _THEMES.items()])
        self._box("identity", [(translate("SettingsForm", words), name) for name, words in _IDENTITY.items()])
        self._line("reader")
        for name, words, tip in CHOICES:
            self._tick(name, translate("ReadingChoices", words), translate("ReadingChoices", tip))
        self._minutes("idle_lock_minutes")
        self._margin("sensitivity_margin")

    def offer_models(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer models as words and id; what the settings name stays, installed or not."""
        box = self.controls["default_model"]
        assert isinstance(box, QComboBox)
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(translate("SettingsForm", "Automatic: each film to the model for it"), "")
        for words, name in names:
            box.addItem(words, name)
        box.blockSignals(False)
        _choose(box, chosen or "")

    def show_settings(self, settings: Settings) -> None:
        """Show what holds; nobody is told that anything was edited."""
        self.blockSignals(True)
        for name, (_, show) in self._ways.items():
            show(getattr(settings, name))
        for name, lock in self.locks.items():
            lock.setChecked(name in settings.locked)
        self.blockSignals(False)

    def values(self) -> dict[str, Value]:
        """Return every setting as it stands in the form."""
        found = {name: read() for name, (read, _) in self._ways.items()}
        return {**found, "locked": tuple(name for name, lock in self.locks.items() if lock.isChecked())}

    def set_guarded(self, guarded: bool) -> None:
        """Hide what means nothing: locks where there are no accounts, a reader's name where there are."""
        for lock in self.locks.values():
            lock.setVisible(guarded)
        self._show_row("idle_lock_minutes", guarded)
        self._show_row("reader", not guarded)

    # -- one line each -----------------------------------------------------------------------------------------------

    def _box(self, name: str, entries: Sequence[tuple[str, str]]) -> None:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, data in entries:
            box.addItem(words, data)
        box.currentIndexChanged.connect(self.edited)
        self._add(name, box, lambda: str(box.currentData()), lambda value: _choose(box, value))

    def _line(self, name: str) -> None:
        line = QLineEdit(self)
        line.setMaxLength(80)
        line.setPlaceholderText(translate("SettingsForm", "the login name"))
        line.textChanged.connect(self.edited)
        self._add(name, line, lambda: " ".join(line.text().split()), line.setText)

    def _tick(self, name: str, words: str, tip: str) -> None:
        tick = QCheckBox(words, self)
        tick.setToolTip(tip)
        tick.toggled.connect(self.edited)
        self._add(name, tick, tick.isChecked, tick.setChecked)

    def _minutes(self, name: str) -> None:
        spin = theme.number_box(QSpinBox(self))
        spin.setRange(0, LONGEST_IDLE)
        spin.setSpecialValueText(translate("SettingsForm", "never"))
        spin.setSuffix(translate("SettingsForm", " minutes"))
        spin.valueChanged.connect(self.edited)
        self._add(name, spin, spin.value, spin.setValue)

    def _margin(self, name: str) -> None:
        spin = theme.number_box(QDoubleSpinBox(self))
        spin.setRange(0.0, HIGHEST_MARGIN)
        spin.setDecimals(1)
        spin.setSingleStep(0.5)
        spin.setSuffix(" %")
        spin.setToolTip(translate("SettingsForm", "A version that may have lost more is put in use only with a reason"))
        spin.valueChanged.connect(self.edited)
        self._add(name, spin, lambda: round(spin.value() / 100, 4), lambda share: spin.setValue(100 * share))

    def _add(self, name: str, control: QWidget, read: Callable[[], Value], show: Callable[[Any], None]) -> None:
        row = self._grid.rowCount()
        if name in _WORDS:
            label = self._dim(translate("SettingsForm", _WORDS[name]))
            label.setBuddy(control)
            label.setFixedWidth(LABEL_WIDTH)
            if not isinstance(control, QCheckBox):
                control.setAccessibleName(label.text())
            self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)
        self.controls[name], self._ways[name] = control, (read, show)
        if lock_widget(name, control):
            why = self._dim(translate("MachineLock", WORDS))
            why.setWordWrap(False)
            self._grid.addWidget(why, row, 2)
        elif name in LOCKABLE:
            lock = QCheckBox(translate("SettingsForm", "Administrators only"), self)
            what = control.text() if isinstance(control, QCheckBox) else control.accessibleName()
            lock.setAccessibleName(translate("SettingsForm", "{setting}: only administrators").format(setting=what))
            lock.toggled.connect(self.edited)
            self.locks[name] = lock
            self._grid.addWidget(lock, row, 2)

    def _dim(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        theme.set_role(label, "dim")
        return label

    def _show_row(self, name: str, shown: bool) -> None:
        control = self.controls[name]
        control.setVisible(shown)
        for label in self.findChildren(QLabel):
            if label.buddy() is control:
                label.setVisible(shown)


def _choose(box: QComboBox, value: str) -> None:
    """Choose an entry; one that is not there is added as it is written."""
    place = box.findData(value)
    if place < 0:
        box.addItem(value, value)
        place = box.count() - 1
    box.setCurrentIndex(place)
