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


def _misclassified(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.misclassified_page import MisclassifiedPage

    return MisclassifiedPage(parent)


def _points(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.points_page import PointsPage

    return PointsPage(parent)


def _site(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.site_page import SitePage

    return SitePage(parent)


def _performance(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.performance_page import PerformancePage

    return PerformancePage(parent)


def _drift(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.drift_page import DriftPage

    return DriftPage(parent)


def _export(parent: QWidget) -> ResearchTab:
    from xraydesk.gui.research.export_page import ExportPage

    return ExportPage(parent)


PAGES: tuple[Page, ...] = (
    Page("overview", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Overview")), _overview),
    Page("agreement", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Agreement")), _agreement),
    Page("performance", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Performance")), _performance),
    Page("misclassified", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Misclassified")), _misclassified),
    Page("map", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Map of the images")), _image_map),
    Page("points", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Operating points")), _points),
    Page("site", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Check at this site")), _site),
    Page("drift", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Week by week")), _drift),
    Page("export", cast(str, QT_TRANSLATE_NOOP("ResearchPages", "Export")), _export),
)
