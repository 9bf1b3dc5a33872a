"""Where a folder is looked for, and which one opens by itself: what the machine's settings say of the start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from xraydesk import machine
from xraydesk.gui.language import translate
from xraydesk.triage.reading import Place


def asked_for(window: QWidget, opened: Path | None) -> Path | None:
    """Let the reader choose a folder beside the one that is open, else in the machine's; None: none was chosen."""
    begin = opened.parent if opened is not None else machine.in_force().folder("start_folder")
    title = translate("MainWindow", "Open a folder of radiographs")
    found = QFileDialog.getExistingDirectory(window, title, "" if begin is None else str(begin))
    return Path(found) if found else None


def opened_by_itself(place: Place | None) -> Path | None:
    """Return the folder to begin with: where the program ended without being closed, else the machine's."""
    if place is not None and not place.closed:
        return Path(place.folder)
    here = machine.in_force()
    return here.folder("start_folder") if here.values.get("open_on_start") else None
