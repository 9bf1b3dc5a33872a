"""Versions and what happened to them in rows and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.gui.language import translate
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.words import date_time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xraydesk.admin.promotion import Promotion, Version

NONE = "–"
_LONGEST = 60  # letters of a reason in a table; all of it in the tip


def introduction() -> str:
    """Say what the page is for."""
    return translate(
        "ModelsWords",
        "Of each model one version is in use. Versions are never overwritten, and what each said of a film is kept: "
        "going back takes no scoring.",
    )


def key_of(version: Version) -> str:
    """Return id and version."""
    return f"{version.card.id}@{version.card.version}"


def will_use(version: Version) -> str:
    """Say what putting a version in use does."""
    text = translate(
        "ModelsWords",
        "{model} {version} is used from now on by everybody at this desk. Open studies are scored again.",
    )
    return text.format(model=version.card.title, version=version.card.version)


def version_columns() -> list[Column]:
    """Return the columns of the installed versions."""
    return [
        Column(translate("ModelsWords", "Model"), words=True),
        Column(translate("ModelsWords", "Version"), words=True),
        Column(translate("ModelsWords", "In use"), words=True),
        Column(translate("ModelsWords", "Last put in use"), words=True),
        Column(translate("ModelsWords", "By"), words=True),
        Column(translate("ModelsWords", "Reason"), words=True),
        _run_column(),
        Column(translate("ModelsWords", "Weights"), translate("ModelsWords", "SHA-256 of the weights"), words=True),
    ]


def version_row(version: Version, runs: Mapping[str, str]) -> Row:
    """Return one version; ``runs`` has the names of runs by id and version."""
    card, row = version.card, version.since
    used = translate("ModelsWords", "✓ in use") if version.in_use else NONE
    newest = translate("ModelsWords", "the newest; nobody chose")
    why = _short(row.reason) if row is not None else Cell(newest if version.in_use else NONE)
    return Row(
        (
            Cell(card.title, tip=card.id),
            Cell(card.version),
            Cell(used),
            Cell(NONE if row is None else date_time(row.at.astimezone())),
            Cell(NONE if row is None else row.author),
            why,
            _run(runs, card.id, card.version),
            Cell(card.weights_sha256[:12], tip=card.weights_sha256),
        ),
        key_of(version),
    )


def history_columns() -> list[Column]:
    """Return the columns of what happened."""
    return [
        Column(translate("ModelsWords", "When"), words=True),
        Column(translate("ModelsWords", "What"), words=True),
        Column(translate("ModelsWords", "Version"), words=True),
        Column(translate("ModelsWords", "By"), words=True),
        Column(translate("ModelsWords", "Reason"), words=True),
        Column(translate("ModelsWords", "Evidence"), words=True),
        _run_column(),
    ]


def history_row(row: Promotion, runs: Mapping[str, str]) -> Row:
    """Return one entry; ``runs`` as in `version_row`."""
    kinds = {
        "promotion": translate("ModelsWords", "put in use"),
        "roll back": translate("ModelsWords", "rolled back"),
    }
    return Row(
        (
            Cell(date_time(row.at.astimezone()), row.at.timestamp()),
            Cell(kinds.get(str(row.kind), str(row.kind))),
            Cell(f"{row.model_id} {row.version}"),
            Cell(row.author),
            _short(row.reason),
            _short(_evidence(row)),
            _run(runs, row.model_id, row.version),
        ),
        row.number,
    )


def _run_column() -> Column:
    return Column(
        translate("ModelsWords", "Run"),
        translate("ModelsWords", "The training run at this desk that the version was installed from"),
        words=True,
    )


def _run(runs: Mapping[str, str], model_id: str, version: str) -> Cell:
    return Cell(runs.get(f"{model_id}@{version}", NONE))


def _evidence(row: Promotion) -> str:
    found, parts = row.evidence, []
    if "outcome" in found:
        outcomes = {
            "not worse": translate("ModelsWords", "not worse"),
            "worse": translate("ModelsWords", "less sensitive"),
            "not shown": translate("ModelsWords", "not shown"),
        }
        text = translate("ModelsWords", "{outcome} on {count} studies")
        parts.append(text.format(outcome=outcomes.get(found["outcome"], ""), count=found.get("studies", NONE)))
    if found.get("overruled_because"):
        parts.append(translate("ModelsWords", "all the same: {reason}").format(reason=found["overruled_because"]))
    return "; ".join(parts) or NONE


def _short(text: str) -> Cell:
    return Cell(text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …", tip=text)
