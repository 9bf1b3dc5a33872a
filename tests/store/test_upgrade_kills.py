"""Programs that start together on a database of an older version, and one that is killed while it brings it up."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store import dump_released as released
from tests.store.test_released import rows_of
from tests.store.test_upgrade import OLD, copies, opened, posix
from xraydesk.store import aside, migrations
from xraydesk.store.database import Database


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return released.load(OLD, tmp_path)


def test_of_programs_that_start_together_one_copies(old: Path) -> None:
    code = "import sys; from pathlib import Path; from xraydesk.store.database import Database as D\n"
    code += "sys.stdin.readline(); d = D.open(Path(sys.argv[1])); print(d.upgrade is not None); d.close()"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(old.parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    said: list[str] = []
    ears = [threading.Thread(target=lambda p=program: said.append(p.communicate("go\n")[0])) for program in programs]
    for ear in ears:
        ear.start()
    for ear in ears:
        ear.join()
    assert [program.returncode for program in programs] == [0] * 3
    assert sorted(said) == ["False\n"] * 2 + ["True\n"]
    assert len(copies(old.parent)) == 1


def halt_at(module: object, name: str, pipe: int) -> Callable[[], None]:
    """Let a function do its work, say so, and never go on."""

    def make() -> None:
        real = getattr(module, name)

        def stop(*args: object) -> None:
            real(*args)
            os.write(pipe, b"there")
            signal.pause()

        setattr(module, name, stop)

    return make


@posix
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")  # of Python 3.12: it only opens
@pytest.mark.parametrize(
    ("module", "name", "left"),
    [
        (aside, "_require_room", 0),
        (aside, "_copy", 0),
        (aside, "_check", 0),
        (aside, "_sync_folder", 1),
        (migrations, "_keep_note", 1),
    ],
    ids=["before the copy", "copied", "checked", "named", "changed, not committed"],
)
def test_a_program_killed_on_the_way_leaves_the_old_database(old: Path, module: object, name: str, left: int) -> None:
    before = rows_of(old)
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:  # no return into pytest, whatever happens
        with contextlib.suppress(BaseException):
            halt_at(module, name, mouth)()
            Database.open(old.parent)
        os._exit(1)
    ready, _, _ = select.select([ears], [], [], 60)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ears)
    os.close(mouth)
    assert ready
    assert len(copies(old.parent)) == left
    assert all(rows_of(copy) == before for copy in copies(old.parent))
    copy = opened(old.parent)
    assert copy is not None
    assert len(copies(old.parent)) == left + 1
    assert rows_of(copy) == before
    assert not list(old.parent.glob("*unfinished*"))
