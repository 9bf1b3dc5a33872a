"""What is to be said of an administrator's settings file before it is rolled out: faults, and what is not there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xraydesk.errors import MachineSettingsError, UnknownModel
from xraydesk.machine_file import MachineSettings, read
from xraydesk.setting_kinds import AUTOMATIC
from xraydesk.settings import own_data_dir
from xraydesk.settings_report import plain


@dataclass(frozen=True, slots=True)
class Checked:
    """A settings file for machines: with a fault it would not be used; a remark is no reason against it."""

    settings: MachineSettings
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def check(path: Path) -> Checked:
    """Return what a file would set on this machine for who asks, or all that is wrong in it; raises nothing."""
    try:
        settings = read(path)
    except MachineSettingsError as error:
        return Checked(MachineSettings(path), faults=error.faults)
    return Checked(settings, remarks=tuple(_remarks(settings)))


def lines(checked: Checked) -> list[str]:
    """Return it as lines for a terminal."""
    path, values = checked.settings.path, checked.settings.values
    if checked.faults:
        return [f"{path}: {fault}" for fault in checked.faults]
    wide = max(map(len, values), default=0)
    locked = {name: ", locked" if name in checked.settings.locked else "" for name in values}
    return [
        f"{path}: no fault. On this machine, for the account that asks, it sets:",
        *(f"{name:{wide}}  {plain(value)}{locked[name]}" for name, value in values.items()),
        *checked.remarks,
    ]


def to_json(checked: Checked) -> dict[str, Any]:
    """Return it for a program."""
    return {
        "file": str(checked.settings.path),
        "faults": list(checked.faults),
        "settings": dict(checked.settings.values),
        "locked": sorted(checked.settings.locked),
        "remarks": list(checked.remarks),
    }


def _remarks(settings: MachineSettings) -> Iterator[str]:
    start = settings.folder("start_folder")
    named = [("start_folder", start)] if start is not None else []
    named += [(name, folder) for name in ("model_dirs", "watched_folders") for folder in settings.folders(name)]
    yield from (f'"{name}": not there now: {folder}' for name, folder in named if not folder.is_dir())
    yield from _model_remarks(settings)
    if settings.path is not None and os.name == "posix" and settings.path.stat().st_mode & stat.S_IWOTH:
        yield "Everybody may write this file: leave that to administrators"


def _model_remarks(settings: MachineSettings) -> Iterator[str]:
    from xraydesk.triage.models import installed_as

    wanted = settings.values.get("default_model")
    if isinstance(wanted, str) and wanted not in ("", AUTOMATIC):
        try:
            installed_as(wanted, settings.folder("data_dir") or own_data_dir(), settings)
        except UnknownModel as error:
            yield f'"default_model": {error}'
