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
    return (Page("training", translate("AdminPages", "Training"), _training),)


def site_pages() -> Sequence[Page]:
    """Return the pages of the room "Site", in their order."""
    return ()


def _training(parent: QWidget) -> QWidget:
    from xraydesk.gui.admin.training_page import TrainingPage

    return TrainingPage(parent)
