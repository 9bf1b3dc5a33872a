"""The pages of the two administrator's rooms, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Sequence

from xraydesk.gui.page_stack import Page


def train_pages() -> Sequence[Page]:
    """Return the pages of the room "Train", in their order."""
    return ()


def site_pages() -> Sequence[Page]:
    """Return the pages of the room "Site", in their order."""
    return ()
