"""What can be compared at this desk, and on what: for the boxes of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin.data import sources
from xraydesk.admin.held_log import LogAsked
from xraydesk.admin.held_out import FilmsAsked
from xraydesk.admin.promotion import versions
from xraydesk.admin.runs import Runs
from xraydesk.inference.catalogue import age_key
from xraydesk.research.asked import RULES
from xraydesk.training.importers.layouts import Options
from xraydesk.training.questions import Question

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom
    from xraydesk.admin.run import Run

_ENDS = "--"


class ContestantKind(StrEnum):
    """Where a model comes from."""

    IN_USE = "in use"
    INSTALLED = "installed"
    RUN = "run"


class HeldKind(StrEnum):
    """Where held-out studies come from."""

    RUN = "run"  # what a run kept aside
    SOURCE = "source"  # training data kept under a name
    LOG = "log"  # the desk's own studies


@dataclass(frozen=True, slots=True)
class ContestantChoice:
    """A model to choose. ``what`` is as `contestants.contestant` takes it."""

    kind: ContestantKind
    name: str
    what: str
    model: str  # its id
    version: str


@dataclass(frozen=True, slots=True)
class HeldChoice:
    """Held-out studies to choose."""

    kind: HeldKind
    name: str  # of the run, of the source, of the rule
    asked: FilmsAsked | LogAsked


def contestant_choices(room: AdminRoom) -> list[ContestantChoice]:
    """Return the installed versions, those in use first, then the finished runs, newest first."""
    found = [
        ContestantChoice(
            ContestantKind.IN_USE if version.in_use else ContestantKind.INSTALLED,
            f"{version.card.title} {version.card.version}",
            f"{version.card.id}@{version.card.version}",
            version.card.id,
            version.card.version,
        )
        for version in versions(room)
    ]
    found.sort(key=lambda choice: choice.kind is not ContestantKind.IN_USE)
    runs = [run for run in Runs(room).all() if run.model is not None]
    return [*found, *map(_of_run, runs)]


def usual_challenger(champion: ContestantChoice, choices: Sequence[ContestantChoice]) -> ContestantChoice | None:
    """Return the newest other version of a champion's model, installed before fresh from a run; None: there is none."""
    others = [choice for choice in choices if choice.model == champion.model and choice.version != champion.version]
    return max(others, key=lambda choice: age_key(choice.version), default=None)


def held_choices(room: AdminRoom) -> list[HeldChoice]:
    """Return what finished runs kept aside, the data kept under names, and the desk's log by each rule of truth."""
    runs = [run for run in Runs(room).all() if run.model is not None]
    return [
        *(HeldChoice(HeldKind.RUN, r.name, FilmsAsked(question_of(r.request.data), r.folder)) for r in runs),
        *(
            HeldChoice(
                HeldKind.SOURCE, s.name, FilmsAsked(Question(s.folder, s.layout, "", s.label, options=s.options))
            )
            for s in sources(room.data_dir)
        ),
        *(HeldChoice(HeldKind.LOG, rule, LogAsked(rule)) for rule in RULES),
    ]


def _of_run(run: Run) -> ContestantChoice:
    model, _, version = run.progress.done.partition(" ")
    return ContestantChoice(ContestantKind.RUN, run.name, str(run.folder), model, version)


def question_of(words: Sequence[str]) -> Question:
    """Return the films that ``xraydesk train`` was told of, as a question."""
    told: dict[str, list[str]] = {}
    for word in words:
        if word.startswith(_ENDS):
            told[last := word] = []
        else:
            told[last].append(word)
    one = {name: values[0] for name, values in told.items() if values}
    columns = dict(pair.split("=", 1) for pair in told.get("--columns", ()))
    table, corrections = one.get("--table"), one.get("--corrections")
    return Question(
        Path(one.get("--data", "")),
        one.get("--layout", ""),
        label=one.get("--label", ""),
        options=Options(columns, None if table is None else Path(table)),
        corrections=None if corrections is None else Path(corrections),
    )
