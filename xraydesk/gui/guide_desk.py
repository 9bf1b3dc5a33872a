"""The way to the user guide and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xraydesk.errors import XraydeskError
from xraydesk.gui import guide_pages
from xraydesk.gui.guide_pages import ADMINISTRATORS, READERS, RESEARCHERS
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence

if TYPE_CHECKING:
    from xraydesk.gui.guide import Guide
    from xraydesk.gui.window import MainWindow

_OF_ROOM = (READERS, RESEARCHERS, ADMINISTRATORS, ADMINISTRATORS)  # in the order of the rooms


class GuideDesk(QObject):
    """Shows the guide in place of the room that one is in, at the page for it, and leads back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide: Guide | None = None

    def open(self) -> None:
        """Show the guide; it is read from its files when first asked for."""
        rooms = self._window.rooms
        if self.guide is None:
            from xraydesk.gui.guide import Guide  # late: the window must not wait for what is seldom asked

            language = translate("Words", "en_US").partition("_")[0]
            try:
                self.guide = Guide(guide_pages.pages(language), self._window)
            except XraydeskError as error:
                self._window.curtain.say(error_sentence(error))
                return
            self.guide.done.connect(rooms.leave_page)
        rooms.show_page(self.guide)
        self.guide.show_page(_OF_ROOM[rooms.place])
        self.guide.browser.setFocus()
