"""Which version of a model is in use: put in use with a reason and on evidence, taken back in one step.

Nothing is ever replaced: all versions stay installed, with what they said of each film, so going back takes no scoring.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xraydesk.admin import site_settings
from xraydesk.admin.evidence import Evidence, Outcome
from xraydesk.admin.people import require
from xraydesk.errors import PromotionRefused
from xraydesk.inference.card import ModelCard
from xraydesk.inference.catalogue import InstalledModel, age_key
from xraydesk.settings import Settings
from xraydesk.store.accounts import Role
from xraydesk.store.promotions import Promotion, PromotionDraft, PromotionKind, PromotionLog
from xraydesk.triage.models import in_use, promoted_in, scan_models

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

__all__ = [
    "WIDEST_MARGIN", "Promotion", "Version", "before", "champion", "doubt", "history", "installed", "margin", "pin",
    "promote", "roll_back", "set_margin", "versions",
]  # fmt: skip
WIDEST_MARGIN = 0.2
_ALL_THE_SAME = "Say why it is to be put in use all the same, or compare on more abnormal cases"
_COMPARE = "Compare it with the version in use, or say why it is to be put in use all the same"


@dataclass(frozen=True, slots=True)
class Version:
    """An installed version of a model."""

    model: InstalledModel
    in_use: bool
    since: Promotion | None  # the last time it was put in use; None where that was never asked for

    @property
    def card(self) -> ModelCard:
        """Its card, as its file has it."""
        return self.model.card


def versions(room: AdminRoom) -> list[Version]:
    """Return all installed versions, the newest of each model first."""
    promoted = promoted_in(room.database)
    installed = scan_models(room.data_dir).models
    if not installed:
        return []
    used = {model.folder for model in in_use(room.data_dir, "", promoted)}
    rows = {(row.model_id, row.version): row for row in PromotionLog(room.database).all()}
    ids = list(dict.fromkeys(model.card.id for model in installed))
    found = [Version(m, m.folder in used, rows.get((m.card.id, m.card.version))) for m in installed]
    found.sort(key=lambda version: age_key(version.card.version), reverse=True)
    return sorted(found, key=lambda version: ids.index(version.card.id))


def installed(room: AdminRoom, wanted: ModelCard) -> bool:
    """Whether this version with these weights is installed."""
    same = (wanted.id, wanted.version, wanted.weights_sha256)
    cards = (model.card for model in scan_models(room.data_dir).models)
    return any((card.id, card.version, card.weights_sha256) == same for card in cards)


def champion(room: AdminRoom, model_id: str) -> InstalledModel:
    """Return the version of a model that is in use; raises `UnknownModel` where none is installed."""
    return in_use(room.data_dir, model_id, promoted_in(room.database))[0]


def pin(room: AdminRoom, arriving: ModelCard) -> Promotion | None:
    """Record the version in use before another one of its model is installed, so that this does not come into use.

    None where somebody chose the version in use already, or no version is installed.
    """
    log = PromotionLog(room.database)
    if log.of_model(arriving.id) or arriving.id not in {model.card.id for model in scan_models(room.data_dir).models}:
        return None
    return log.record(_draft(room, champion(room, arriving.id), f"in use when {arriving.version} was installed"))


def margin(room: AdminRoom) -> float:
    """Return by how much less sensitive, as a share, a version may be that is put in use without further words."""
    return Settings.load(room.data_dir).sensitivity_margin


def set_margin(room: AdminRoom, share: float) -> None:
    """Set it for comparisons from now on.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    PromotionRefused
        It is no share from 0 to `WIDEST_MARGIN`.
    SettingsError
        It cannot be saved.
    """
    require(room.account, Role.ADMINISTRATOR)
    if not 0 <= share <= WIDEST_MARGIN:
        raise PromotionRefused(f"The margin lies between 0 and {WIDEST_MARGIN:.0%}")
    site_settings.change(room, sensitivity_margin=float(share))


def doubt(room: AdminRoom, challenger: ModelCard, comparison: Evidence | None) -> str:
    """Return why a version may not be put in use without further words; "" where it may."""
    used = champion(room, challenger.id).card
    if comparison is None:
        return f"{_name(challenger)} was not compared with {_name(used)}, which is in use"
    if (comparison.champion, comparison.challenger) != (used.weights_sha256, challenger.weights_sha256):
        return f"The comparison is not of {_name(challenger)} with {_name(used)}, which is in use"
    if comparison.margin > margin(room):
        allowed, here = 100 * comparison.margin, 100 * margin(room)
        return f"The comparison allowed a margin of {allowed:.1f} percentage points, this site allows {here:.1f}"
    if comparison.outcome is Outcome.WORSE:
        return f"{_name(challenger)} is less sensitive than {_name(used)}"
    if comparison.outcome is Outcome.NOT_SHOWN:
        return (
            f"It is not shown that {_name(challenger)} is at most {100 * comparison.margin:.1f} percentage points less "
            f"sensitive than {_name(used)}"
        )
    return ""


def promote(
    room: AdminRoom, challenger: str, comparison: Evidence | None, reason: str, override_reason: str = ""
) -> Promotion:
    """Put an installed version in use.

    Parameters
    ----------
    room
        Where, and who.
    challenger
        "id@version" of an installed model.
    comparison
        With the version in use; kept with the promotion.
    reason
        Why, in a few words.
    override_reason
        Why all the same, where the comparison does not speak for it.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    UnknownModel
        It is not installed.
    PromotionRefused
        It is in use already; there is no reason; or it may be less sensitive beyond the margin and nobody says why it
        is to be used all the same.
    StoreError
        Nothing was recorded.
    """
    require(room.account, Role.ADMINISTRATOR)
    model = in_use(room.data_dir, challenger)[0]
    if model.folder == champion(room, model.card.id).folder:
        raise PromotionRefused(f"{_name(model.card)} is in use already")
    _need(reason)
    against = doubt(room, model.card, comparison)
    if against and not override_reason.strip():
        raise PromotionRefused(against, remedy=_ALL_THE_SAME if comparison else _COMPARE)
    pin(room, model.card)
    evidence = {} if comparison is None else comparison.to_json()
    overruled = {"doubt": against, "overruled_because": override_reason.strip()} if against else {}
    return PromotionLog(room.database).record(_draft(room, model, reason, {**evidence, **overruled}))


def before(room: AdminRoom, model_id: str) -> Promotion | None:
    """Return what `roll_back` would put in use again, None where there is nothing."""
    return PromotionLog(room.database).before(model_id)


def roll_back(room: AdminRoom, model_id: str, reason: str) -> Promotion:
    """Put in use again what was before the version that is now; one call, and no film is scored anew.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    PromotionRefused
        There is no reason, or nothing to go back to.
    UnknownModel
        The version before is not installed any more.
    """
    require(room.account, Role.ADMINISTRATOR)
    _need(reason)
    row = before(room, model_id)
    if row is None:
        raise PromotionRefused(f"No other version of {model_id} was in use before")
    model = in_use(room.data_dir, f"{row.model_id}@{row.version}")[0]
    return PromotionLog(room.database).record(_draft(room, model, reason, kind=PromotionKind.ROLL_BACK))


def history(room: AdminRoom, model_id: str = "") -> list[Promotion]:
    """Return what was put in use and taken back, of one model or all, oldest first."""
    log = PromotionLog(room.database)
    return log.of_model(model_id) if model_id else log.all()


def _need(reason: str) -> None:
    if not reason.strip():
        raise PromotionRefused("A model is put in use for a reason", remedy="Say why this version, in a few words")


def _name(card: ModelCard) -> str:
    return f"{card.id} {card.version}"


def _draft(
    room: AdminRoom,
    model: InstalledModel,
    reason: str,
    evidence: dict[str, object] | None = None,
    *,
    kind: PromotionKind = PromotionKind.PROMOTION,
) -> PromotionDraft:
    card = model.card
    return PromotionDraft(room.author, card.id, card.version, card.weights_sha256, kind, reason, evidence or {})
