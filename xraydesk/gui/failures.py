"""What nobody foresaw goes to the log file with its trace; the reader sees one line."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from xraydesk.gui.language import translate
from xraydesk.settings import LOG_NAME

log = logging.getLogger(__name__)


class FailureGuard(QObject):
    """Catches errors that reach the end of the main thread or of any other, while it is in place."""

    happened = Signal(str)

    def __init__(self, say: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.happened.connect(say, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._main
        threading.excepthook = self._thread

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._record(kind, error, trace)

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._record(args.exc_type, args.exc_value, args.exc_traceback)

    def _record(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unforeseen error", exc_info=(kind, error, trace))
        text = translate(
            "FailureGuard", "Something unforeseen went wrong ({kind}). Your verdicts are safe; {log_file} says more."
        )
        self.happened.emit(text.format(kind=kind.__name__, log_file=LOG_NAME))
