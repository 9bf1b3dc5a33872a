"""The one sentence that is shown when the program must not begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from xraydesk.errors import XraydeskError
from xraydesk.gui import language
from xraydesk.gui.app import application, load_torch_first_where_needed
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence


def show_refusal(error: XraydeskError) -> None:
    """Say why nothing begins, in the system's language, until it was read."""
    load_torch_first_where_needed()
    app = application("system")
    language.install(app, "")
    refusal_box(error).exec()


def refusal_box(error: XraydeskError) -> QMessageBox:
    """Return the box: the sentence can be selected and copied for who must mend it."""
    box = QMessageBox(QMessageBox.Icon.Critical, "xraydesk", translate("Refusal", "xraydesk does not start."))
    box.setInformativeText(error_sentence(error))
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return box
