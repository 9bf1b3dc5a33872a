"""The pages of the researcher's tab, each made when it is first looked at: charts take their time to load."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xraydesk.gui.language import translate
from xraydesk.gui.page_stack import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from xraydesk.gui.research.tab import ResearchTab


def research_pages() -> Sequence[Page]:
    """Return the pages in their order."""
    return (
        Page("overview", translate("ResearchPages", "Overview"), _overview),
        Page("agreement", translate("ResearchPages", "Agreement"), _agreement),
        Page("performance", translate("ResearchPages", "Performance"), _performance),
        Page("misclassified", translate("ResearchPages", "Misclassified"), _misclassified),
        Page("map", translate("ResearchPages", "Map of the images"), _image_map),
        Page("points", translate("ResearchPages", "Operating points"), _points),
        Page("site", translate("ResearchPages", "Check at this site"), _site),
        Page("drift", translate("ResearchPages", "Week by week"), _drift),
        Page("export", translate("ResearchPages", "Export"), _export),
    )


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
