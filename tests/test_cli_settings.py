"""xraydesk settings show and check, and what every command does where an administrator has said something."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from xraydesk import cli, cli_settings
from xraydesk.log_file import last_entries
from xraydesk.machine_file import KEYS
from xraydesk.machine_paths import account_name
from xraydesk.settings import LOG_NAME, NAMES, change_settings, own_data_dir

Write = Callable[[str], Path]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command as it is typed, without a data folder."""

    def told(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return told


def shown(told: Run, *arguments: object) -> dict[str, tuple[object, str, bool]]:
    code, out, err = told("settings", "show", "--json", *arguments)
    assert (code, err) == (0, "")
    return {each["name"]: (each["value"], each["from"], each["locked"]) for each in json.loads(out)["settings"]}


def test_each_setting_is_shown_with_where_it_comes_from(
    told: Run, set_for_machine: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    path = set_for_machine(f"data_dir = '{tmp_path}'\ntheme = 'light'\nlanguage = 'de'\ndevice = 'cpu'\nthreads = 2\n"
                           "locked = ['device']")  # fmt: skip
    change_settings(tmp_path, theme="dark")
    found = shown(told, "--model", "knee")
    assert found["data_dir"] == (str(tmp_path), "machine", False)
    assert found["log_dir"] == (str(tmp_path), "default", False)
    assert found["theme"] == ("dark", "user", False)
    assert found["language"] == ("de", "machine", False)
    assert found["device"] == ("cpu", "machine", True)
    assert found["default_model"] == ("knee", "flag", False)
    assert found["threads"] == (2, "machine", False)
    assert found["two_readers"] == (False, "default", False)
    assert set(found) == {*KEYS, *NAMES}
    code, out, _ = told("settings", "show")
    assert code == 0
    assert out.splitlines()[0] == f"Set for this machine: {path}"
    assert any(line.split() == ["device", "cpu", "machine,", "locked"] for line in out.splitlines())


def test_the_data_folder_s_origin(told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(told)["data_dir"][1] == "environment"
    assert shown(told, "--data-dir", tmp_path)["data_dir"] == (str(tmp_path), "flag", False)
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    assert shown(told)["data_dir"][1] == "default"
    assert "nothing; it would be in" in told("settings", "show")[1]


def test_a_sound_file_is_shown_as_it_would_hold(told: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    path.write_text(f"start_folder = '{tmp_path}/gone'\ndefault_model = 'chest-pneumoniae'\ntheme = 'light'\n"
                    "locked = ['theme']\n", "utf-8")  # fmt: skip
    code, out, _ = told("settings", "check", path)
    assert code == 0
    assert "no fault" in out
    assert "theme          light, locked" in out
    remarks = out.splitlines()[-2:]
    assert remarks[0] == f'"start_folder": not there now: {tmp_path}/gone'
    assert remarks[1].startswith('"default_model": No installed model has this name (chest-pneumoniae). Installed: ')
    path.chmod(0o666)
    made = json.loads(told("settings", "check", path, "--json")[1])
    assert (made["faults"], made["locked"]) == ([], ["theme"])
    assert made["remarks"] == [*remarks, "Everybody may write this file: leave that to administrators"]


def test_the_file_in_force_is_checked_where_none_is_named(told: Run, set_for_machine: Write) -> None:
    code, _, err = told("settings", "check")
    assert (code, "There is no settings file for this machine" in err) == (1, True)
    path = set_for_machine("default_model = 'chest-pneumonia'")
    code, out, _ = told("settings", "check")
    assert code == 0
    assert out.splitlines()[0].startswith(f"{path}: no fault.")
    assert out.splitlines()[1:] == ["default_model  chest-pneumonia"]


def test_all_faults_of_a_file_are_named_even_where_the_one_in_force_is_broken(
    told: Run, set_for_machine: Write, tmp_path: Path
) -> None:
    set_for_machine("theme = ")
    path = tmp_path / "new.toml"
    path.write_text("thme = 'light'\nthreads = 'x'\n", "utf-8")
    code, out, _ = told("settings", "check", path)
    assert code == 78
    assert out.splitlines() == [
        f'{path}: line 1: "thme" is no setting of a machine; "theme" is one',
        f'{path}: line 2: "threads" must be a whole number from 0 to 1024',
    ]
    assert len(json.loads(told("settings", "check", path, "--json")[1])["faults"]) == 2
    assert told("settings", "check", tmp_path / "none.toml")[0] == 78


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_folders_are_made_for_the_account_alone(
    told: Run, set_for_machine: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    set_for_machine(f"data_dir = '{tmp_path}/data/{{user}}'\nlog_dir = '{tmp_path}/log/{{user}}'")
    assert told("settings", "show")[0] == 0
    for made in (tmp_path / "data" / account_name(), tmp_path / "log" / account_name()):
        assert made.stat().st_mode & 0o077 == 0
    assert (tmp_path / "log" / account_name() / LOG_NAME).is_file()


def test_nothing_begins_with_a_broken_file(told: Run, set_for_machine: Write, film_folder: Path) -> None:
    path = set_for_machine("device = 'cpu'\nlockd = ['device']\n")
    for command in (("triage", film_folder), ("models", "list"), ("settings", "show"), ("open",)):
        code, out, err = told(*command)
        assert (code, out) == (78, "")
        assert f'line 2: "lockd" is no setting of a machine; "locked" is one ({path})' in err
    entries = [entry.message for entry in last_entries(own_data_dir())]
    assert entries == ["The settings file for this machine cannot be used: line 2: lockd is no setting of a machine; "
                       "locked is one"] * 4  # fmt: skip


def test_a_refusal_stands_in_a_window_where_one_was_asked_for(
    told: Run, set_for_machine: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("xraydesk.gui.refusal.show_refusal", lambda error: said.append(str(error)))
    monkeypatch.setattr(cli, "has_screen", lambda: True)
    set_for_machine("theme = 'pink'")
    assert (told()[0], told("models", "list")[0], len(said)) == (78, 78, 1)
    set_for_machine("device = 'cpu'\nlocked = ['device']")
    assert (told("--device", "cuda")[0], len(said)) == (2, 2)
    assert said[1].endswith("Leave out --device.")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--device", "cuda"), '"device" is set for this machine by the administrator: cpu'),
        (("--model", "knee"), '"default_model" is set for this machine by the administrator: tiny'),
        (("--data-dir", "/elsewhere"), '"data_dir" is set for this machine by the administrator: '),
    ],
)
def test_a_contrary_flag_is_refused(
    told: Run, set_for_machine: Write, monkeypatch: pytest.MonkeyPatch, installed: Path, film_folder: Path,
    flags: tuple[str, str], words: str,
) -> None:  # fmt: skip
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    set_for_machine(f"data_dir = '{installed}'\ndevice = 'cpu'\ndefault_model = 'tiny'\n"
                    "locked = ['device', 'default_model', 'data_dir']")  # fmt: skip
    code, out, err = told("triage", film_folder, *flags)
    assert (code, out) == (2, "")
    assert words in err
    assert f"Leave out {flags[0]}." in err
    assert not Path("/elsewhere").exists()
    assert last_entries(installed)[-1].message.startswith("Refused, as it is locked on this machine")
    agreeing = ("--device", "cpu", "--model", "tiny", "--data-dir", installed)
    assert told("triage", film_folder, *agreeing, "--quiet")[0] == 0


def test_a_contrary_variable_is_refused(told: Run, set_for_machine: Write, tmp_path: Path) -> None:
    set_for_machine(f"data_dir = '{tmp_path}'\nlocked = ['data_dir']")
    code, _, err = told("models", "list")
    assert code == 2
    assert "Leave out XRAYDESK_DATA_DIR." in err
    assert told("train", "--list", "--data-dir", tmp_path / "run")[0] == 0, "a run keeps its log in its own folder"


def test_a_relative_folder_is_taken_and_is_the_locked_one_where_it_leads_there(
    told: Run, set_for_machine: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told("models", "list", "--data-dir", "mine")[0] == 0
    assert (tmp_path / "mine").is_dir()
    monkeypatch.setenv("XRAYDESK_DATA_DIR", "mine")
    assert told("models", "list")[0] == 0
    set_for_machine(f"data_dir = '{tmp_path / 'mine'}'\nlocked = ['data_dir']")
    assert told("models", "list", "--data-dir", "mine")[0] == 0
    assert told("models", "list", "--data-dir", "other")[0] == 2


def test_an_unlocked_default_gives_way_to_a_flag(told: Run, set_for_machine: Write) -> None:
    set_for_machine("device = 'cpu'\ndefault_model = 'tiny'")
    found = shown(told, "--device", "auto", "--model", "knee")
    assert (found["device"], found["default_model"]) == (("auto", "flag", False), ("knee", "flag", False))


def test_the_locked_model_and_device_score(told: Run, set_for_machine: Write, installed: Path, film_folder: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    set_for_machine(f"data_dir = '{installed}'\ndevice = 'cpu'\nthreads = 1\nlocked = ['device']")
    code, out, _ = told("triage", film_folder, "--json", "-")
    assert code == 0
    assert json.loads(out)["device"] == "CPU, 1 thread"


@pytest.mark.parametrize("command", [("train",), ("seeds", "--out", "x"), ("selftest",)])
@pytest.mark.parametrize(
    ("file", "flag", "wanted"),
    [
        ("", None, "auto"),
        ("device = 'cpu'", None, "auto"),  # for readers, and no lock
        ("device = 'cpu'\nlocked = ['device']", None, "cpu"),
        ("device = 'cpu'\nlocked = ['device']", "cpu", "cpu"),
        ("", "cuda", "cuda"),
    ],
)
def test_a_locked_device_holds_for_training_and_the_self_test(
    set_for_machine: Write, command: tuple[str, ...], file: str, flag: str | None, wanted: str
) -> None:
    set_for_machine(file)
    options = cli.build_parser().parse_args([*command, *(["--device", flag] if flag else [])])
    assert cli_settings.own_device_of(options) == wanted


def test_training_computes_on_the_cpu_where_a_kind_is_locked_that_it_does_not_know(set_for_machine: Write) -> None:
    set_for_machine("device = 'mps'\nlocked = ['device']")
    assert cli_settings.own_device_of(cli.build_parser().parse_args(["train"])) == "cpu"


def test_another_device_for_training_is_refused(told: Run, set_for_machine: Write) -> None:
    set_for_machine("device = 'cpu'\nlocked = ['device']")
    code, _, err = told("train", "s1-cp-64", "--device", "cuda", "--data", "x", "--out", "y")
    assert (code, '"device" is set for this machine by the administrator: cpu' in err) == (2, True)
