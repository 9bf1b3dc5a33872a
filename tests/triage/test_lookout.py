"""A file is returned once it is complete, and once only; nothing here waits, the clock is a number."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests import films
from xraydesk.errors import FolderError
from xraydesk.imaging.scan import scan
from xraydesk.triage.lookout import PATIENCE_S, STILL_S, Lookout

STEP = STILL_S * 1.01


class Watch:
    """Looks with a clock that goes on by a step a look."""

    def __init__(self, folder: Path) -> None:
        self.lookout = Lookout(scan(folder))
        self.now = 0.0

    def look(self, after: float = STEP) -> list[str]:
        self.now += after
        return [file.path.name for file in self.lookout.look(self.now)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    films.write_dicom(tmp_path / "in" / "old.dcm")
    (tmp_path / "in" / "notes.txt").write_text("x")
    for path in (tmp_path / "in").iterdir():
        os.utime(path, (time.time() - 60, time.time() - 60))
    return tmp_path / "in"


def test_what_the_scan_knows_is_no_news(folder: Path) -> None:
    watch = Watch(folder)
    assert [watch.look() for _ in range(12)] == [[]] * 12
    assert watch.lookout.waiting == 0


def test_a_new_film_is_returned_once_when_it_is_still(folder: Path) -> None:
    watch = Watch(folder)
    films.write_dicom(folder / "deep" / "new.dcm")
    assert watch.look() == []
    assert watch.lookout.waiting == 1
    assert watch.look(STILL_S / 2) == []
    assert watch.look() == ["new.dcm"]
    assert [watch.look() for _ in range(12)] == [[]] * 12


def test_a_film_that_grows_is_waited_for(folder: Path, tmp_path: Path) -> None:
    content = films.write_dicom(tmp_path / "whole.dcm").read_bytes()
    watch = Watch(folder)
    with (folder / "slow.dcm").open("wb") as file:
        for start in range(0, len(content), len(content) // 5):
            file.write(content[start : start + len(content) // 5])
            file.flush()
            assert watch.look() == []
    assert watch.look() == ["slow.dcm"]


def test_a_film_that_stands_still_half_written_is_waited_for(folder: Path, tmp_path: Path) -> None:
    content = films.write_dicom(tmp_path / "whole.dcm").read_bytes()
    watch = Watch(folder)
    (folder / "slow.dcm").write_bytes(content[:-500])
    assert [watch.look() for _ in range(5)] == [[]] * 5
    (folder / "slow.dcm").write_bytes(content)
    assert watch.look() == []
    assert watch.look() == ["slow.dcm"]


def test_one_that_stays_cut_short_is_shown_at_last_and_again_when_it_is_mended(folder: Path, tmp_path: Path) -> None:
    content = films.write_dicom(tmp_path / "whole.dcm").read_bytes()
    watch = Watch(folder)
    (folder / "cut.dcm").write_bytes(content[:-500])
    assert watch.look() == []
    assert watch.look(PATIENCE_S) == ["cut.dcm"]
    assert watch.look() == []
    (folder / "cut.dcm").write_bytes(content)
    assert [name for _ in range(12) for name in watch.look()] == ["cut.dcm"]


def test_a_file_renamed_into_place_counts_at_once(folder: Path) -> None:
    watch = Watch(folder)
    passing = films.write_dicom(folder / "film.dcm.part")
    assert [watch.look() for _ in range(3)] == [[]] * 3
    passing.rename(folder / "film.dcm")
    assert watch.look(0.001) == ["film.dcm"]
    assert watch.lookout.waiting == 0


def test_an_old_file_moved_here_from_elsewhere_counts_at_once(folder: Path, tmp_path: Path) -> None:
    watch = Watch(folder)
    film = films.write_dicom(tmp_path / "film.dcm")
    os.utime(film, (time.time() - 60, time.time() - 60))
    film.rename(folder / "film.dcm")
    assert watch.look(0.001) == ["film.dcm"]


def test_a_passing_name_that_stays_is_shown_at_last(folder: Path) -> None:
    watch = Watch(folder)
    films.write_dicom(folder / ".film.dcm.x7Kq")
    assert [watch.look() for _ in range(3)] == [[]] * 3
    assert watch.look(PATIENCE_S) == [".film.dcm.x7Kq"]


def test_a_known_film_written_anew_is_returned_again(folder: Path) -> None:
    watch = Watch(folder)
    watch.look()
    films.write_dicom(folder / "old.dcm", films.picture(seed=4))
    assert [name for _ in range(12) for name in watch.look()] == ["old.dcm"]


def test_a_file_that_was_empty_at_the_scan_is_looked_at_again(folder: Path, tmp_path: Path) -> None:
    (folder / "begun").write_bytes(b"")
    watch = Watch(folder)
    (folder / "begun").write_bytes(films.write_dicom(tmp_path / "whole.dcm").read_bytes())
    assert [name for _ in range(12) for name in watch.look()] == ["begun"]


def test_what_vanishes_and_comes_back_is_no_news_but_noticed(folder: Path, tmp_path: Path) -> None:
    watch = Watch(folder)
    assert watch.look() == []
    (folder / "old.dcm").rename(tmp_path / "old.dcm")
    assert watch.look() == []
    assert not watch.lookout.back
    (tmp_path / "old.dcm").rename(folder / "old.dcm")
    assert watch.look() == []
    assert watch.lookout.back
    assert watch.look() == []
    assert not watch.lookout.back


def test_a_folder_that_is_gone_is_said_and_nothing_is_forgotten(folder: Path, tmp_path: Path) -> None:
    watch = Watch(folder)
    folder.rename(tmp_path / "away")
    with pytest.raises(FolderError, match="it is not there"):
        watch.look()
    (tmp_path / "away").rename(folder)
    assert watch.look() == []


def test_a_loop_of_links_and_a_relative_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "again").symlink_to(folder)
    monkeypatch.chdir(folder)
    watch = Watch(Path())
    assert [watch.look() for _ in range(12)] == [[]] * 12
