"""The pages of the researcher's tab, each made when it is first looked at: charts take their time to load."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.research.tab import ResearchTab


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is made."""

    key: str
    mark: str  # its title, of the context "ResearchPages"
    make: Callable[[QWidget], ResearchTab]

    @property
    def title(self) -> str:
        """The title in the window's language."""
        return translate("ResearchPages", self.mark)


def _overview(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.overview_page import OverviewPage

    return OverviewPage(parent)


def _agreement(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.agreement_page import AgreementPage

    return AgreementPage(parent)


def _image_map(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.image_map import ImageMapPage

    return ImageMapPage(parent)


PAGES: tuple[Page, ...] = (
    Page("overview", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Overview")), _overview),
    Page("agreement", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Agreement")), _agreement),
    Page("map", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Map of the images")), _image_map),
)
