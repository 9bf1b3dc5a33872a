"""What became of the model of a run, and of which run an installed version is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xraydesk.admin.promotion import champion, installed
from xraydesk.inference.card_json import read_card
from xraydesk.store import audit
from xraydesk.store.audit import AuditLog

if TYPE_CHECKING:
    from pathlib import Path

    from xraydesk.admin.room import AdminRoom

RUN = "run"  # in the audit log's entry of a model that was installed: the name of its run


@dataclass(frozen=True, slots=True)
class Outcome:
    """The model of a finished run."""

    model: str  # id and version
    installed: bool
    in_use: bool


def outcome(room: AdminRoom, bundle: Path) -> Outcome:
    """Return what became of the model in a run's folder; raises as `read_card`."""
    card = read_card(bundle)
    here = installed(room, card)
    used = here and champion(room, card.id).card.weights_sha256 == card.weights_sha256
    return Outcome(f"{card.id} {card.version}", here, used)


def runs_of_versions(room: AdminRoom) -> dict[str, str]:
    """Return by "id@version" the name of the run it was installed from, also where that is removed by now."""
    return AuditLog(room.database).details(audit.MODEL, RUN)
