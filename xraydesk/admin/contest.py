"""Two models compared: who, on what, with which margin, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from xraydesk.admin.comparison import (
    AtPoint,
    Curve,
    GroupLine,
    Line,
    Pairs,
    at_points,
    curves,
    group_lines,
    lines,
    overall,
)
from xraydesk.admin.contestants import contestant
from xraydesk.admin.evidence import Evidence, Outcome
from xraydesk.admin.held_log import LogAsked, of_log
from xraydesk.admin.held_out import FilmsAsked, Picture, Progress, of_films
from xraydesk.admin.promotion import margin
from xraydesk.errors import PromotionRefused
from xraydesk.inference.card import Label, ModelCard
from xraydesk.training.cases import Case
from xraydesk.training.figures import default_threshold

if TYPE_CHECKING:
    from xraydesk.admin.held_out import HeldOut
    from xraydesk.admin.room import AdminRoom

_BY_PATIENT = "Differences and p keep the studies of a patient together, the intervals of each model alone do not"
_ANEW = "Each is judged at its own operating points: those of {name} were chosen anew, on its own validation films"


@dataclass(frozen=True, slots=True)
class PairedCase:
    """One study with both answers; a probability is None where the model could not assess it, and then says why."""

    truth: bool
    champion: float | None
    challenger: float | None
    called: tuple[bool, bool]  # abnormal at the default points
    reasons: tuple[str, str]
    picture: Picture | None
    groups: dict[str, str]

    @property
    def apart(self) -> bool:
        """Whether one says yes where the other says no."""
        return None not in (self.champion, self.challenger) and self.called[0] != self.called[1]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """All that is shown and kept of a comparison; differences are the challenger's figure less the champion's."""

    champion: ModelCard
    challenger: ModelCard
    challenger_installed: bool
    data: str
    margin: float
    cases: tuple[PairedCase, ...]
    n: int  # studies that both assessed
    abnormal: int
    lines: tuple[Line, ...]
    points: tuple[AtPoint, ...]
    groups: tuple[GroupLine, ...]
    curves: tuple[Curve, Curve] | None
    outcome: Outcome
    not_assessed: tuple[int, int]  # by the champion, by the challenger
    notices: tuple[str, ...]

    @property
    def apart(self) -> list[PairedCase]:
        """Return where they disagree: abnormal studies that the challenger misses first, then by how far apart."""
        found = [case for case in self.cases if case.apart]
        return sorted(found, key=_urgency)

    @property
    def evidence(self) -> Evidence:
        """What is kept beside a promotion."""
        return Evidence(
            self.champion.weights_sha256, self.challenger.weights_sha256, self.outcome, self.margin, _content(self)
        )


def contest(  # noqa: PLR0917 - who, on what, how
    room: AdminRoom, champion: str, challenger: str, asked: FilmsAsked | LogAsked, device: str, on_progress: Progress
) -> Comparison:
    """Compare two models.

    Parameters
    ----------
    room
        Where installed models, the log and the margin are.
    champion, challenger
        As `contestants.contestant` takes them.
    asked
        On what.
    device
        As `Scorer` takes it.
    on_progress
        Called with images done and in all; raises `Cancelled` to stop.

    Raises
    ------
    Cancelled
        ``on_progress`` said so.
    PromotionRefused
        Both are the same.
    XraydeskError
        A model or the films cannot be read.
    """
    with contestant(room, champion) as first, contestant(room, challenger) as second:
        if first.card.weights_sha256 == second.card.weights_sha256 and first.card.labels == second.card.labels:
            raise PromotionRefused("Both are the same model", remedy="Choose two versions")
        sides = (first, second)
        found = (
            of_log(room, sides, asked, device, on_progress)
            if isinstance(asked, LogAsked)
            else of_films(sides, asked, device, on_progress)
        )
        return compared((first.card, second.card), found, margin(room), installed=second.installed)


def compared(cards: tuple[ModelCard, ModelCard], held: HeldOut, allowed: float, *, installed: bool) -> Comparison:
    """Return all figures of two models' answers; takes some seconds of bootstrap."""
    others = {case.name: case for case in held.challenger}
    both = [(case, others[case.name]) for case in held.champion]
    cases = tuple(_paired(*pair, held) for pair in both)
    rows = [pair for pair in both if None not in (pair[0].probability, pair[1].probability)]
    pairs = Pairs(
        np.array([case.truth for case, _ in rows], bool),
        np.array([case.probability for case, _ in rows], np.float64),
        np.array([other.probability for _, other in rows], np.float64),
        np.array([case.patient or case.name for case, _ in rows], np.str_),
    )
    points = at_points(pairs, held.outputs, allowed)
    repeated = [_BY_PATIENT] if len(set(pairs.patients.tolist())) < len(rows) else []
    anew = _ANEW.format(name=f"{cards[1].id} {cards[1].version}")
    return Comparison(
        cards[0],
        cards[1],
        installed,
        held.words,
        allowed,
        cases,
        len(rows),
        int(pairs.truth.sum()),
        lines(pairs, held.outputs),
        points,
        group_lines(pairs, [case.groups for case, _ in rows], held.outputs),
        curves(pairs),
        overall(points) if pairs.truth.any() else Outcome.NOT_SHOWN,
        (_missing(held.champion), _missing(held.challenger)),
        (anew, *held.notices, *repeated),
    )


def _paired(first: Case, second: Case, held: HeldOut) -> PairedCase:
    return PairedCase(
        bool(first.truth),
        first.probability,
        second.probability,
        (_called(first, held.outputs[0]), _called(second, held.outputs[1])),
        (first.reason, second.reason),
        held.pictures.get(first.name),
        first.groups,
    )


def _called(case: Case, output: Label) -> bool:
    return case.probability is not None and case.probability >= default_threshold(output)


def _missing(cases: tuple[Case, ...]) -> int:
    return sum(case.probability is None for case in cases)


def _urgency(case: PairedCase) -> tuple[int, float]:
    missed = case.truth and not case.called[1]
    return (0 if missed else 1 if case.truth else 2), -abs((case.champion or 0.0) - (case.challenger or 0.0))


def _content(found: Comparison) -> dict[str, Any]:
    from xraydesk.training.results import without_nan  # brings torch

    apart = Counter(("abnormal" if case.truth else "normal", case.called[1]) for case in found.apart)
    content = {
        "champion": f"{found.champion.id} {found.champion.version}",
        "challenger": f"{found.challenger.id} {found.challenger.version}",
        "operating_points": [found.champion.points_words, found.challenger.points_words],
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "data": found.data,
        "studies": found.n,
        "abnormal": found.abnormal,
        "not_assessed": list(found.not_assessed),
        "figures": [asdict(line) for line in found.lines],
        "points": [asdict(point) for point in found.points],
        "groups": [asdict(line) for line in found.groups],
        "disagreements": {
            "abnormal_only_challenger_called": apart["abnormal", True],
            "abnormal_only_champion_called": apart["abnormal", False],
            "normal_only_challenger_called": apart["normal", True],
            "normal_only_champion_called": apart["normal", False],
        },
        "notices": list(found.notices),
    }
    return dict(without_nan(content))
