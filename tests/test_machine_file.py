"""The administrator's settings file: what it sets, and that each fault of it is said with its line."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk import machine_paths
from xraydesk.errors import MachineSettingsError
from xraydesk.gui.messages import said
from xraydesk.machine_file import KEYS, Fault, MachineSettings, parse, read
from xraydesk.machine_paths import account_name, expanded

GOOD = """\
# for the reading room
data_dir = "/srv/xraydesk/{user}"
model_dirs = ["/srv/models", "~/models"]
threads = 4
device = "cpu"
watched_folders = ["/srv/inbox"]
start_folder = "/srv/inbox"
open_on_start = true
locked = ["data_dir", "device"]
"""


def faults(text: str) -> list[str]:
    settings, found = parse(text)
    assert settings.values or found or not text.strip()
    return list(map(str, found))


def test_what_is_written_is_what_is_set() -> None:
    settings, found = parse(GOOD, Path("/etc/machine.toml"))
    assert found == ()
    assert settings.path == Path("/etc/machine.toml")
    assert settings.folder("data_dir") == Path("/srv/xraydesk") / account_name()
    assert settings.folders("model_dirs") == (Path("/srv/models"), Path.home() / "models")
    assert settings.threads == 4
    assert settings.values["open_on_start"] is True
    assert settings.locked == {"data_dir", "device"}
    assert (settings.folder("log_dir"), MachineSettings().threads) == (None, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\nthem = 'dark'", 'line 2: "them" is no setting of a machine; "theme" is one'),
        ("[paths]\ndata_dir = '/a'", 'line 1: "paths" is no setting of a machine'),
        ("blind_first = true", 'line 1: "blind_first" is no setting of a machine'),
        ("theme = 'pink'", 'line 1: "theme" must be one of dark, light, system'),
        ("language = 'fr'", 'line 1: "language" must be one of "", "en", "de"'),
        ("data_dir = 7", 'line 1: "data_dir" must be text in quotes'),
        ("data_dir = ''", 'line 1: "data_dir" must be a whole path, as "/srv/xraydesk"'),
        ("data_dir = 'films'", 'line 1: "data_dir" must be a whole path, as "/srv/xraydesk"'),
        ("model_dirs = '/a'", 'line 1: "model_dirs" must be a list of folders'),
        ("model_dirs = ['/a', 1]", 'line 1: "model_dirs" must be a list of folders'),
        ("threads = true", 'line 1: "threads" must be a whole number from 0 to 1024'),
        ("threads = -1", 'line 1: "threads" must be a whole number from 0 to 1024'),
        ("open_on_start = 1", 'line 1: "open_on_start" must be true or false'),
        ("open_on_start = true", 'line 1: "open_on_start" needs a "start_folder"'),
        (
            "log_dir = '/a/$NO_SUCH_NAME'",
            '"log_dir" names the environment variable NO_SUCH_NAME, which is not set here',
        ),
        ("log_dir = '/a/%NO_SUCH_NAME%'", "variable NO_SUCH_NAME, which is not set here"),
        ("log_dir = '/a/{who}'", '"log_dir" holds {who}; only {user} and {machine} are known'),
        ("locked = 'theme'", 'line 1: "locked" must be a list of names of settings'),
        ("locked = ['thme']", 'line 1: "locked" names "thme", which is no setting of a machine; "theme" is one'),
        ("locked = ['locked']", '"locked" names "locked", which is no setting of a machine'),
        ("\n\nlocked = ['theme']", 'line 3: "locked" names "theme", which this file does not set'),
        ("theme = 'dark'\ntheme = 'light'", "line 2: this is no valid TOML: Cannot overwrite a value"),
        ("theme = ", "line 1: this is no valid TOML: Invalid value"),
        ("a = [", "line 1: this is no valid TOML: "),
        (
            'data_dir = "C:\\films"\n',
            "holds a character that no folder has; write a folder of Windows in single quotes",
        ),
        ('data_dir = "C:\\Users"\n', "write a folder of Windows in single quotes, or with two backslashes each"),
    ],
)
def test_each_fault_is_said_with_its_line(text: str, words: str) -> None:
    (found,) = faults(text)
    assert words in found
    assert said(f"The settings file for this machine cannot be used: {found}")  # fits or passes; never fails


def test_all_faults_are_told_in_the_order_of_their_lines() -> None:
    found = faults("threads = 'x'\ntheme = 'dark'\nnonsense = 1\nlocked = ['device']\n")
    assert [fault.partition(":")[0] for fault in found] == ["line 1", "line 3"]


def test_a_file_with_a_fault_sets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "machine.toml"
    path.write_text("theme = 'light'\nlocked = ['thme']\n", "utf-8")
    with pytest.raises(MachineSettingsError, match=r"line 2: .*machine\.toml.*an administrator must mend") as caught:
        read(path)
    assert caught.value.faults == (
        str(Fault(2, '"locked" names "thme", which is no setting of a machine; "theme" is one')),
    )


def test_what_windows_editors_write_is_read_or_named(tmp_path: Path) -> None:
    path = tmp_path / "machine.toml"
    path.write_bytes("\ufefftheme = 'light'\r\n".encode())
    assert read(path).values == {"theme": "light"}
    path.write_bytes("theme = 'light'".encode("utf-16"))
    with pytest.raises(MachineSettingsError, match="no text in UTF-8"):
        read(path)
    with pytest.raises(MachineSettingsError, match="cannot be read"):
        read(tmp_path)


def test_the_account_is_the_system_s_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    before = account_name()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    assert expanded("/srv/{user}") == Path("/srv") / before


@pytest.mark.parametrize("name", ["", "..", "a/b", "DOMAIN\\name", "a:b"])
def test_a_name_that_leads_elsewhere_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(machine_paths.platform, "node", lambda: name)
    with pytest.raises(ValueError, match="cannot be part of a folder's name"):
        expanded("/srv/{machine}")


def test_variables_are_filled_in_as_each_system_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROOM", "room 3")
    for written in ("/srv/$ROOM/a", "/srv/${ROOM}/a", "/srv/%ROOM%/a"):
        assert expanded(written) == Path("/srv/room 3/a")
    monkeypatch.setenv("ROOM", "{user}")
    assert expanded("/srv/$ROOM") == Path("/srv") / account_name()


@given(st.text())
def test_any_text_is_settings_or_faults(text: str) -> None:
    settings, found = parse(text)
    assert all(fault.words for fault in found)
    assert all(0 <= fault.line <= text.count("\n") + 1 for fault in found)
    assert set(settings.values) <= set(KEYS)
    assert settings.locked <= set(settings.values) or found


_VALUES = st.recursive(
    st.one_of(st.booleans().map(lambda b: str(b).lower()), st.integers(-2, 2000).map(str),
              st.sampled_from(["'dark'", "'/a'", "'hidden'", "''", "1.5", "1979-05-27", "nan"])),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=4,
)  # fmt: skip
_NAMES = st.sampled_from([*KEYS, "Theme", "lock", "x"]) | st.text(string.ascii_lowercase, min_size=1, max_size=4)


@given(st.dictionaries(_NAMES, _VALUES, max_size=6))
def test_any_file_of_keys_and_values_is_taken_whole_or_not_at_all(entries: dict[str, str]) -> None:
    text = "".join(f"{name} = {value}\n" for name, value in entries.items())
    settings, found = parse(text)
    assert set(entries) - set(KEYS) == set() or found
    for fault in found:
        assert text.splitlines()[fault.line - 1].split(" =")[0] in fault.words
    if not found:
        assert set(settings.values) == set(entries) - {"locked"}
        assert settings.locked <= set(entries)
