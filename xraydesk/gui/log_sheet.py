"""The end of the program's log, and the report for support."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.text_sheet import TextSheet
from xraydesk.log_file import Entry, at_least, last_entries, without_patients
from xraydesk.settings import LOG_NAME, log_dir

SHOWN = cast(
    dict[str, str],
    {
        "DEBUG": QT_TRANSLATE_NOOP("LogSheet", "All"),
        "INFO": QT_TRANSLATE_NOOP("LogSheet", "Information and above"),
        "WARNING": QT_TRANSLATE_NOOP("LogSheet", "Warnings and errors"),
        "ERROR": QT_TRANSLATE_NOOP("LogSheet", "Errors"),
    },
)
WORDS = cast(
    str,
    QT_TRANSLATE_NOOP(
        "LogSheet",
        "The newest lines stand at the end. Support needs the report rather than the log: "
        "the report holds no patient data.",
    ),
)
COPIED_REPORT = cast(
    str,
    QT_TRANSLATE_NOOP(
        "LogSheet", "Copied. The text above is what was copied: no names, ids or folders of patients are in it."
    ),
)


class LogSheet(TextSheet):
    """Shows the log by level; copies a report in which no patient is named, and shows what was copied.

    Parameters
    ----------
    data_dir
        Whose log it is.
    report
        Makes the report.
    hidden
        Whether identity is hidden: then the lines are shown as they go to support.
    """

    def __init__(self, data_dir: Path, report: Callable[[], str], hidden: bool, parent: QWidget | None = None) -> None:
        title = translate("LogSheet", "Log: {file}").format(file=LOG_NAME)
        super().__init__(title, translate("LogSheet", WORDS), "", parent)
        self._data_dir = data_dir
        self._report = report
        self._line: Callable[[Entry], str] = without_patients if hidden else Entry.text
        self.level = QComboBox(self)
        self.refresh = QPushButton(translate("LogSheet", "Read again"), self)
        self.support = QPushButton(translate("LogSheet", "Copy report for support"), self)
        self.copy.setText(translate("LogSheet", "Copy these lines"))
        self.use_fixed_width()
        self._put_in()
        self.show_log()

    def show_log(self) -> None:
        """Read the log and show the end of what the level lets through."""
        found = at_least(last_entries(log_dir(self._data_dir)), self.level.currentData())
        nothing = translate("LogSheet", "Nothing of this kind is in the log.")
        self.text.setPlainText("\n".join(map(self._line, found)) or nothing)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        self.state.clear()

    def copy_report(self) -> None:
        """Make the report, copy it and show it."""
        self.text.setPlainText(self._report())
        self.copy_text()
        self.state.setText(translate("LogSheet", COPIED_REPORT))

    def _put_in(self) -> None:
        for level, words in SHOWN.items():
            self.level.addItem(translate("LogSheet", words), level)
        self.level.setAccessibleName(translate("LogSheet", "Which lines are shown"))
        label = QLabel(translate("LogSheet", "&Show"), self)
        label.setBuddy(self.level)
        for widget in (label, self.level, self.refresh):
            self.top.addWidget(widget)
        self.top.addStretch(1)
        self.top.addWidget(self.support)
        for button in (self.refresh, self.support):
            button.setAutoDefault(False)
        self.level.currentIndexChanged.connect(self.show_log)
        self.refresh.clicked.connect(self.show_log)
        self.support.clicked.connect(self.copy_report)
