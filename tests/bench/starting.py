"""From the start of the program to its window painted, in a process of its own each time."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

from tests.bench.rows import Row, emit

STARTS = 7
_CHILD = """
import sys, time
from xraydesk.gui import window
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
def event(self, happened, plain=window.MainWindow.event):
    answer = plain(self, happened)
    if happened.type() == QEvent.Type.Paint:
        print("PAINTED", time.time(), "torch" in sys.modules, flush=True)
        window.MainWindow.event = plain
        QTimer.singleShot(0, QApplication.quit)
    return answer
window.MainWindow.event = event
sys.argv = ["xraydesk"]
from xraydesk.__main__ import main
main()
"""


def main() -> None:
    """Start it several times; the first one, which may read from the disk, is told apart."""
    found = [_start() for _ in range(STARTS)]
    emit(Row("window painted after start, median", statistics.median(found[1:]), "s", 1.0, at_most=True))
    emit(Row("the first start", found[0], "s"))


def _start() -> float:
    # An installed program has its bytecode; where Python is told to write none, each start would compile anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("PAINTED")]
    assert lines, "the window was never painted"
    assert lines[0][2] == "False", "torch was loaded before the window stood"
    return float(lines[0][1]) - started


if __name__ == "__main__":
    main()
