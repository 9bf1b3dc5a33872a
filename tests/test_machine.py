"""Which administrator's file is in force, and how its word stands beside the reader's and the defaults."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from xraydesk import cores, machine
from xraydesk.errors import MachineSettingsError
from xraydesk.log_file import last_entries
from xraydesk.settings import FILE_NAME, Settings, change_settings, data_dir, log_dir, remember_watch
from xraydesk.triage.models import model_folders

Write = Callable[[str], Path]


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place for the system's file that a test may fill."""
    path = tmp_path / "etc" / "machine.toml"
    path.parent.mkdir()
    monkeypatch.setattr(machine, "system_file", lambda: path)
    return path


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place beside a frozen program."""
    (tmp_path / "program").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program" / "xraydesk"))
    return tmp_path / "program" / "machine.toml"


def test_the_system_s_file_comes_first_and_a_variable_last(system: Path, program: Path, tmp_path: Path) -> None:
    named = tmp_path / "own.toml"
    assert machine.found() is None
    assert machine.found(str(named)) == named
    program.touch()
    assert machine.found(str(named)) == program
    system.touch()
    assert machine.found(str(named)) == system
    words = [machine.place_words(path) for path in (system, program, named, None)]
    assert words == ["the system's place", "beside the program", "named by XRAYDESK_MACHINE_SETTINGS", "none"]


def test_a_file_that_is_named_and_missing_is_no_freedom(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(machine.ENVIRONMENT, str(tmp_path / "gone.toml"))
    with pytest.raises(MachineSettingsError, match="No such file"):
        machine.in_force()


def test_a_file_that_may_not_be_seen_is_no_freedom(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refused)
    assert machine.found() == system


def test_what_is_in_force_does_not_change_while_the_program_runs(set_for_machine: Write) -> None:
    path = set_for_machine("theme = 'light'\nlocked = ['theme']")
    assert machine.in_force().locked == {"theme"}
    path.unlink()
    assert machine.in_force().locked == {"theme"}


@pytest.mark.skipif(sys.platform != "linux", reason="the place on Linux")
def test_no_variable_leads_around_the_system_s_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/home/somebody")
    assert machine.system_file() == Path("/etc/xraydesk/machine.toml")


def test_default_machine_reader_and_lock_by_rank(set_for_machine: Write, tmp_path: Path) -> None:
    assert Settings.read(tmp_path).theme == "dark"
    set_for_machine("theme = 'light'\ndevice = 'cpu'\nlocked = ['device']")
    assert (Settings.read(tmp_path).theme, Settings.read(tmp_path).device) == ("light", "cpu")
    (tmp_path / FILE_NAME).write_text("theme = 'system'\ndevice = 'cuda'\n")
    assert (Settings.read(tmp_path).theme, Settings.read(tmp_path).device) == ("system", "cpu")


def test_a_broken_file_of_the_reader_s_does_not_unlock(set_for_machine: Write, tmp_path: Path) -> None:
    set_for_machine("identity = 'hidden'\nlanguage = 'de'\nlocked = ['identity']")
    (tmp_path / FILE_NAME).write_text("identity = ")
    found = Settings.load(tmp_path)
    assert (found.identity, found.language) == ("hidden", "de")


def test_another_setting_does_not_make_the_machine_s_default_the_reader_s(
    set_for_machine: Write, tmp_path: Path
) -> None:
    set_for_machine("theme = 'light'")
    change_settings(tmp_path, language="de")
    set_for_machine("theme = 'system'")
    assert Settings.read(tmp_path).theme == "system"


def test_watched_folders_begin_with_the_machine_s(set_for_machine: Write, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    set_for_machine(f"watched_folders = ['{inbox}']")
    assert Settings.read(tmp_path).watched_folders == (str(inbox),)
    assert Settings.read(tmp_path).existing_folders() == [inbox], "it is offered before it was ever opened"
    remember_watch(tmp_path, Path("/other"), wanted=True)
    assert Settings.read(tmp_path).watched_folders == (str(inbox), "/other")
    remember_watch(tmp_path, inbox, wanted=False)
    assert Settings.read(tmp_path).watched_folders == ("/other",)


def test_where_things_lie(set_for_machine: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_for_machine(f"data_dir = '{tmp_path}/data'\nlog_dir = '{tmp_path}/log'\nmodel_dirs = ['{tmp_path}/models']")
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    assert data_dir() == tmp_path / "data"
    assert log_dir(data_dir()) == tmp_path / "log"
    assert log_dir(tmp_path / "run") == tmp_path / "run", "another data folder keeps its own log"
    assert model_folders(tmp_path)[-2:] == [tmp_path / "models", tmp_path / "models"]
    assert data_dir(tmp_path / "told") == tmp_path / "told"
    assert last_entries(log_dir(data_dir())) == []


def test_no_more_threads_than_an_administrator_grants(set_for_machine: Write) -> None:
    free = cores.cores()
    assert free >= 1
    set_for_machine("threads = 1")
    assert cores.cores() == 1
    set_for_machine("threads = 1024")
    assert cores.cores() == free
