"""What the window says of the operating points that a model is used with: whose they are, and whether checked here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard

CARD, CHANGED, SITE = "card", "changed", "site"


def version(card: ModelCard) -> str:
    """Return which version of the operating points holds, in a sentence."""
    held = card.held
    if held is None:
        return translate("PointsWords", "Operating points of the model's card.")
    return kept(held.kind, held.author, held.at, held.reason)


def kept(kind: str, author: str, at: datetime, reason: str) -> str:
    """Return a version that was kept at this site, in a sentence."""
    text = {
        CARD: translate("PointsWords", "Operating points of the card again, {date}, by {author}: {reason}"),
        CHANGED: translate("PointsWords", "Operating points changed {date} by {author}: {reason}"),
        SITE: translate("PointsWords", "Operating points of this site, {date}, by {author}: {reason}"),
    }[str(kind)]
    return text.format(date=f"{at.astimezone():%Y-%m-%d}", author=author, reason=reason)


def unchecked(card: ModelCard | None) -> str:
    """Return that the operating point was not checked at this site, "" where it was."""
    if card is None or card.checked_here:
        return ""
    return translate("PointsWords", "Operating point not checked at this site.")


def line(card: ModelCard | None) -> str:
    """Return what stands below a probability: this site's version, and whether it was checked; "" without a model."""
    if card is None:
        return ""
    said = "" if card.held is None else version(card)
    return "\n".join(part for part in (said, unchecked(card)) if part)
