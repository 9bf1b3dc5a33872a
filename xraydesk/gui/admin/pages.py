"""The pages of the two administrator's rooms, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xraydesk.gui.language import translate
from xraydesk.gui.page_stack import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def train_pages() -> Sequence[Page]:
    """Return the pages of the room "Train", in their order."""
    return (
        Page("data", translate("AdminPages", "Training data"), _data),
        Page("training", translate("AdminPages", "Training"), _training),
        Page("compare", translate("AdminPages", "Compare"), _compare),
    )


def site_pages() -> Sequence[Page]:
    """Return the pages of the room "Site", in their order."""
    return (
        Page("models", translate("AdminPages", "Models"), _models),
        Page("audit", translate("AdminPages", "Audit log"), _audit),
        Page("people", translate("AdminPages", "People"), _people),
        Page("settings", translate("AdminPages", "Settings"), _settings),
    )


def _people(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.people_page import PeoplePage

    return PeoplePage(parent)


def _settings(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.settings_page import SettingsPage

    return SettingsPage(parent)


def _training(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.training_page import TrainingPage

    return TrainingPage(parent)


def _data(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.data_page import DataPage

    return DataPage(parent)


def _compare(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.compare_page import ComparePage

    return ComparePage(parent)


def _models(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.models_page import ModelsInUsePage

    return ModelsInUsePage(parent)


def _audit(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.audit_page import AuditPage

    return AuditPage(parent)
