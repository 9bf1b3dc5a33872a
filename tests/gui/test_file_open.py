"""A folder or a file that the desktop hands over is opened as its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from xraydesk.gui.file_open import FileOpener, folder_of


def test_of_a_file_its_folder_is_meant(tmp_path: Path) -> None:
    film = tmp_path / "IM000001"
    film.write_bytes(b"film")
    assert folder_of(film) == folder_of(tmp_path) == tmp_path
    assert folder_of(tmp_path / "gone") == tmp_path / "gone"  # the desk says that it is not there


def test_a_file_handed_over_while_the_program_runs_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    film = tmp_path / "film.dcm"
    film.touch()
    opened: list[Path] = []
    parent = QObject()
    opener = FileOpener(opened.append, parent)
    try:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(film)))
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/film.dcm")))
    finally:
        qapp.removeEventFilter(opener)
    assert opened == [tmp_path]
