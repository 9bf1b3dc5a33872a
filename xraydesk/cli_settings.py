"""``xraydesk settings``, and what the administrator's settings of this machine mean for every other command."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from xraydesk import machine
from xraydesk.errors import MachineSettingsError, SetForThisMachine, SettingsError, XraydeskError
from xraydesk.log_file import start_log
from xraydesk.machine_file import MachineSettings
from xraydesk.setting_kinds import DEVICES, Value
from xraydesk.settings import ENVIRONMENT, Settings, data_dir, log_dir, own_data_dir

OK, USAGE, UNUSABLE = 0, 2, 78  # the last is EX_CONFIG of sysexits.h
WORDS = "Show each setting and where it comes from, or check an administrator's settings file before it is rolled out."
_log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="xraydesk's own files")
    common.add_argument("--json", action="store_true", help="print JSON")
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def add(name: str, words: str, act: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = actions.add_parser(name, parents=[common], help=words, description=words, allow_abbrev=False)
        made.set_defaults(act=act)
        return made

    show = add("show", "Show each setting, its value and where that comes from: flag, environment, machine, user or "
               "default.", _show)  # fmt: skip
    add_model(show)
    add_device(show)
    check = add("check", "Name every fault of an administrator's settings file, or print what it sets; exit code 78 "
                "where it would not be used.", _check)  # fmt: skip
    check.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the one in force, where none is named")


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the flag for the model of a desk."""
    parser.add_argument("--model", metavar="ID", help='one model, or "automatic": each film to the model for it')
    _stands_for(parser, "model", "default_model")


def add_device(parser: argparse.ArgumentParser) -> None:
    """Add the flag for the device; without it the settings say."""
    parser.add_argument("--device", choices=DEVICES, help="where it computes; auto takes the fastest there is")
    _stands_for(parser, "device", "device")


def add_own_device(parser: argparse.ArgumentParser, devices: Sequence[str], words: str) -> None:
    """Add the flag for the device to a command that does not ask a reader's settings; see `own_device_of`."""
    parser.add_argument("--device", choices=devices, help=f"{words}; auto, unless told: the fastest there is")
    parser.set_defaults(own_devices=devices)
    _stands_for(parser, "device", "device")


def own_device_of(options: argparse.Namespace) -> str:
    """Return the device that the flag names, else the one locked on this machine, else "auto"."""
    here = machine.in_force()
    locked = str(here.values["device"]) if "device" in here.locked else "auto"
    known = locked if locked in options.own_devices else "cpu"  # that of another kind is not to be had
    return str(options.device or known)


def device_of(options: argparse.Namespace) -> str:
    """Return the device that the flag names, else the settings; a settings file that cannot be used is told of."""
    if options.device:
        return str(options.device)
    try:
        return Settings.read(options.data_dir).device
    except SettingsError as error:
        print(error, file=sys.stderr)
        return Settings.load(options.data_dir).device


def run_settings(options: argparse.Namespace) -> int:
    """Do what was asked."""
    return int(options.act(options))


def settle(options: argparse.Namespace) -> None:
    """Put the data folder into the options, begin the log, and see that the command asks for nothing that is locked.

    Raises
    ------
    MachineSettingsError
        The settings file for this machine cannot be used.
    SetForThisMachine
        A flag or a variable asks for other than what is locked.
    """
    told: Path | None = options.data_dir
    options.flags = _flags(options)
    options.data_dir = told or own_data_dir()
    if getattr(options, "act", None) is _check:  # the file in force may be the very one that is to be mended
        return
    try:
        here = machine.in_force()
    except MachineSettingsError as error:
        start_log(options.data_dir.expanduser().absolute())
        for fault in error.faults:
            _log.error("The settings file for this machine cannot be used: %s", fault.replace('"', ""))
        raise
    refused = next(_contrary(options, here), None)
    options.data_dir = data_dir(told) if refused is None else here.folder("data_dir") or own_data_dir()
    _make_private(options.data_dir, log_dir(options.data_dir))
    start_log(log_dir(options.data_dir))
    if refused is not None:
        _log.warning("Refused, as it is locked on this machine: %s", refused.what.replace('"', ""))
        raise refused
    if here.path is not None:
        _log.info("Set for this machine: %s; locked: %s", ", ".join(here.values), ", ".join(sorted(here.locked)))


def refuse(error: XraydeskError, *, window: bool) -> int:
    """Say why nothing begins, in a window too where one was asked for, and return the exit code."""
    print(f"xraydesk: {error}", file=sys.stderr)
    if window:
        from xraydesk.gui.refusal import show_refusal

        show_refusal(error)
    return UNUSABLE if isinstance(error, MachineSettingsError) else USAGE


def _make_private(*folders: Path) -> None:
    """Make folders that are not there for this account alone: patients' data may lie where everybody looks in."""
    for folder in folders:
        with suppress(OSError):  # what cannot be made is told of by what needs it
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _stands_for(parser: argparse.ArgumentParser, flag: str, setting: str) -> None:
    parser.set_defaults(stands_for={**(parser.get_default("stands_for") or {}), flag: setting})


def _flags(options: argparse.Namespace) -> dict[str, Value]:
    """Return what the command line says of settings, by the setting's name."""
    stands_for: dict[str, str] = {"data_dir": "data_dir", **getattr(options, "stands_for", {})}
    told = {setting: getattr(options, flag) for flag, setting in stands_for.items()}
    return {setting: str(value) for setting, value in told.items() if value is not None}


def _contrary(options: argparse.Namespace, here: MachineSettings) -> Iterator[SetForThisMachine]:
    """Yield a refusal for each thing asked for that is locked to something else."""
    asked = [(f"--{name.replace('default_', '').replace('_', '-')}", name, value)
             for name, value in options.flags.items()]  # fmt: skip
    if "data_dir" not in options.flags and os.environ.get(ENVIRONMENT):
        asked.append((ENVIRONMENT, "data_dir", os.environ[ENVIRONMENT]))
    for what, name, value in [one for one in asked if one[1] in here.locked]:
        locked = here.values[name]
        same = data_dir(Path(str(value))) == Path(str(locked)) if name == "data_dir" else value == locked
        apart = name == "data_dir" and getattr(options, "keeps_apart", False)
        if not same and not apart:
            words = f'"{name}" is set for this machine by the administrator: {locked}'
            yield SetForThisMachine(words, subject=here.path, remedy=f"Leave out {what}")


def _show(options: argparse.Namespace) -> int:
    from xraydesk.settings_report import lines, report, to_json

    shown = report(options.data_dir, options.flags)
    if options.json:
        print(json.dumps(to_json(options.data_dir, shown), indent=2, ensure_ascii=False))
    else:
        print("\n".join(lines(options.data_dir, shown)))
    return OK


def _check(options: argparse.Namespace) -> int:
    """Print each fault of a file, or what it would set for who asks on this machine, with remarks."""
    from xraydesk.settings_check import check, lines, to_json

    path = options.file or machine.found(os.environ.get(machine.ENVIRONMENT, ""))
    if path is None:
        raise SettingsError("There is no settings file for this machine", subject=machine.system_file())
    checked = check(path)
    print(json.dumps(to_json(checked), indent=2, ensure_ascii=False) if options.json else "\n".join(lines(checked)))
    return UNUSABLE if checked.faults else OK
