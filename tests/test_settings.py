from __future__ import annotations

import os
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.errors import SettingsError
from xraydesk.settings import FILE_NAME, Settings, change_settings, data_dir, remember_folder, remember_watch


def test_the_data_folder_by_rank(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XRAYDESK_DATA_DIR", str(tmp_path / "env"))
    assert data_dir(tmp_path / "told") == tmp_path / "told"
    assert data_dir() == tmp_path / "env"
    monkeypatch.delenv("XRAYDESK_DATA_DIR")
    assert data_dir().name == "xraydesk"


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert Settings.read(tmp_path / "nowhere") == Settings()


def test_saved_is_read_back(tmp_path: Path) -> None:
    made = Settings(
        default_model="model",
        device="cpu",
        reader='Dr. "Ä" \\ 肺\n',
        identity="as left",
        language="de",
        theme="light",
        keys=("\\ to /",),
        filters=("name=a+b&search=%C3%84",),
        recent_folders=("/a b", "C:\\films\\"),
    )
    change_settings(tmp_path / "new", **asdict(made))
    assert Settings.read(tmp_path / "new") == made
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE_NAME]


@given(st.text(), st.lists(st.text(), max_size=4))
def test_any_text_is_valid_toml(tmp_path_factory, reader: str, folders: list[str]) -> None:
    folder = tmp_path_factory.mktemp("settings")
    made = Settings(reader=reader, recent_folders=tuple(folders))
    change_settings(folder, **asdict(made))
    tomllib.loads((folder / FILE_NAME).read_text("utf-8"))
    assert Settings.read(folder) == made


def test_a_folder_name_that_is_no_unicode_does_not_stop_the_saving(tmp_path: Path) -> None:
    change_settings(tmp_path, recent_folders=("/bad\udcff",))
    assert Settings.read(tmp_path).recent_folders == ("/bad\N{REPLACEMENT CHARACTER}",)


@pytest.mark.parametrize(
    "content",
    [
        b"device = ",
        b"device = 'gpu'",
        b"device = 7",
        b"identity = 'gone'",
        b"theme = 'pink'",
        b"keys = 'M'",
        b"recent_folders = 'x'",
        b"recent_folders = [1]",
        b"\xff\xfe",
        b"[",
    ],
)
def test_a_bad_file_is_a_sentence_and_the_defaults_serve(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(SettingsError, match=FILE_NAME):
        Settings.read(tmp_path)
    assert Settings.load(tmp_path) == Settings()


def test_a_bad_file_is_not_overwritten_by_a_recent_folder(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("device = ")
    remember_folder(tmp_path, tmp_path)
    assert (tmp_path / FILE_NAME).read_text() == "device = "


def test_recent_folders_newest_first_without_doubles_and_not_too_many(tmp_path: Path) -> None:
    for n in range(12):
        (tmp_path / f"f{n}").mkdir()
        remember_folder(tmp_path, tmp_path / f"f{n}")
    remember_folder(tmp_path, tmp_path / "f5")
    names = [path.name for path in Settings.read(tmp_path).existing_folders()]
    assert names == ["f5", "f11", "f10", "f9", "f8", "f7", "f6", "f4", "f3", "f2"]
    (tmp_path / "f5").rmdir()
    assert Settings.read(tmp_path).existing_folders()[0].name == "f11"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / f"settings.{os.getpid()}.new").mkdir()
    with pytest.raises(SettingsError, match="cannot be saved"):
        change_settings(tmp_path, theme="light")


def test_only_what_was_chosen_is_written(tmp_path: Path) -> None:
    change_settings(tmp_path, theme="dark")
    remember_watch(tmp_path, Path("/films"), wanted=True)
    assert (tmp_path / FILE_NAME).read_text("utf-8").splitlines() == ['theme = "dark"', 'watched_folders = ["/films"]']


def test_what_only_another_version_knows_stays(tmp_path: Path) -> None:
    theirs = 'palette = "sepia"\nminutes = 7\nshare = 0.5\nsure = true\ntags = ["a", "\\""]\n"odd key" = "x"\n'
    (tmp_path / FILE_NAME).write_text(f'theme = "light"\n{theirs}', "utf-8")
    change_settings(tmp_path, reader="Ada")
    remember_folder(tmp_path, tmp_path)
    found = tomllib.loads((tmp_path / FILE_NAME).read_text("utf-8"))
    assert {name: value for name, value in found.items() if name != "recent_folders"} == {
        "theme": "light",
        "reader": "Ada",
        "palette": "sepia",
        "minutes": 7,
        "share": 0.5,
        "sure": True,
        "tags": ["a", '"'],
        "odd key": "x",
    }
    assert Settings.read(tmp_path).theme == "light"


@pytest.mark.parametrize("content", ["", 'device = "auto"\nreader = ""\nrecent_folders = ["/films"]\n'])
def test_a_file_of_the_first_version_is_read(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, "utf-8")
    assert Settings.read(tmp_path).device == "auto"
