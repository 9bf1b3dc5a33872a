"""Training runs of this desk: each a folder ``runs/<name>`` of the data folder and, while it is at work, a process.

A run is ``xraydesk train`` as a person can type it. It writes what it says into its folder, so that any window, also
one opened after a crash, can look at it. Stopping keeps a checkpoint, and going on takes the same steps on the same
films as if it had never stopped. (To halt a process and wake it later is not to be had on every system.)
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin.people import require
from xraydesk.admin.run import LOG, NEW_START, Run, RunState, look
from xraydesk.admin.run_progress import BEGUN, FILE, ProgressReader
from xraydesk.admin.run_request import RunRequest, read_request, write_request
from xraydesk.errors import TrainingError
from xraydesk.store import audit
from xraydesk.store.accounts import Role
from xraydesk.store.audit import AuditLog
from xraydesk.training.run_files import STOP_FILE
from xraydesk.training.run_lock import worker

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

FOLDER, GIVEN = "runs", "given"
_BELOW_NORMAL, _NEW_GROUP, _NO_WINDOW = 0x4000, 0x200, 0x08000000  # of CreateProcess
_started: dict[Path, subprocess.Popen[bytes]] = {}  # by this process; one that ends must be waited for


class Runs:
    """The runs of one room. For one thread; nothing here takes longer than a moment.

    Parameters
    ----------
    room
        Whose data folder holds them, and who starts and stops them.
    """

    def __init__(self, room: AdminRoom) -> None:
        self._room = room
        self._place = room.data_dir / FOLDER
        self._readers: dict[Path, ProgressReader] = {}

    def all(self) -> list[Run]:
        """Return the runs, the newest first."""
        try:
            asked = [(folder, read_request(folder)) for folder in self._place.iterdir()]
        except OSError:
            return []
        found = [self._look(folder, request) for folder, request in asked if request is not None]
        return sorted(found, key=lambda run: run.request.at, reverse=True)

    def get(self, name: str) -> Run:
        """Return one run; `TrainingError` where there is none of this name."""
        folder = self._place / name
        request = read_request(folder)
        if request is None:
            raise TrainingError("There is no training run of this name", subject=name)
        return self._look(folder, request)

    def start(self, request: RunRequest) -> Run:
        """Begin a run.

        Raises
        ------
        XraydeskError
            Who sits here may not, a value makes no sense, another run is at work, or nothing can be written.
        """
        require(self._room.account, Role.ADMINISTRATOR)
        self._refuse_second()
        recipe = request.checked()
        now = datetime.now(UTC)
        version = f"{recipe.texts.version}+{now:%Y%m%d.%H%M%S}"
        changes = {"texts.version": version, **request.changes}
        folder = self._new_folder(f"{request.recipe}-{now:%Y%m%d-%H%M%S}")
        data = tuple(self._copied(word, folder) for word in request.data)
        at = now.isoformat(timespec="seconds")
        kept = replace(request, data=data, changes=changes, author=self._room.author, at=at)
        write_request(folder, kept)
        self._record(folder, "started", recipe=request.recipe, source=request.source)
        self._launch(folder, kept, kept.minutes)
        return self._look(folder, kept)

    def resume(self, name: str) -> Run:
        """Go on with a run that stopped, crashed or failed, from its last checkpoint; raises as `start`."""
        require(self._room.account, Role.ADMINISTRATOR)
        run = self.get(name)
        if not run.state.can_go_on:
            raise TrainingError(f"This run cannot go on: it is {run.state}", subject=name)
        self._refuse_second()
        (run.folder / STOP_FILE).unlink(missing_ok=True)
        minutes = run.request.minutes
        self._record(run.folder, "resumed")
        self._launch(run.folder, run.request, None if minutes is None else minutes - run.progress.spent / 60)
        return self._look(run.folder, run.request)

    def stop(self, name: str, *, at_once: bool = False) -> None:
        """Ask a run to stop at a checkpoint; ``at_once`` ends its process, and what came after the last one is lost.

        Raises
        ------
        XraydeskError
            Who sits here may not, or there is no such run.
        """
        require(self._room.account, Role.ADMINISTRATOR)
        folder = self.get(name).folder
        self._record(folder, "stopped at once" if at_once else "stopped")
        self._ask(folder)
        if at_once:
            self._end(folder)

    def remove(self, name: str) -> None:
        """Delete the folder of a run that is not at work; a model installed from it stays."""
        require(self._room.account, Role.ADMINISTRATOR)
        run = self.get(name)
        if run.state is RunState.RUNNING:
            raise TrainingError("This run is at work", subject=name, remedy="Stop it first")
        self._record(run.folder, "removed")
        shutil.rmtree(run.folder, ignore_errors=True)

    # -- processes ---------------------------------------------------------------------------------------------------

    def _launch(self, folder: Path, request: RunRequest, minutes: float | None) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            with (folder / FILE).open("ab") as said, (folder / LOG).open("ab") as log:
                said.write(f"{json.dumps({BEGUN: now})}\n".encode())
                said.flush()
                log.write(f"{NEW_START} {now}\n".encode())
                log.flush()
                _started[folder] = subprocess.Popen(  # noqa: S603 - this program itself
                    [*program(), *request.arguments(folder, minutes)],
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=log,
                    env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                    start_new_session=os.name != "nt",  # a terminal that closes does not end it
                    creationflags=_BELOW_NORMAL | _NEW_GROUP | _NO_WINDOW if os.name == "nt" else 0,
                )
        except OSError as error:
            raise TrainingError(f"The run cannot be started: {error.strerror}", subject=folder) from error

    def _look(self, folder: Path, request: RunRequest) -> Run:
        process = _started.get(folder)
        code = None if process is None else process.poll()
        progress = self._readers.setdefault(folder, ProgressReader(folder)).read()
        return look(folder, request, progress, starting=process is not None and code is None, code=code)

    def _refuse_second(self) -> None:
        for run in self.all():
            if run.state is RunState.RUNNING:
                raise TrainingError("A run is at work", subject=run.name, remedy="Stop it, or wait for its end")

    def _ask(self, folder: Path) -> None:
        try:
            (folder / STOP_FILE).touch()
        except OSError as error:
            raise TrainingError(f"The run cannot be told to stop: {error.strerror}", subject=folder) from error

    def _end(self, folder: Path) -> None:
        process = worker(folder)
        with suppress(OSError):
            if process is not None:
                os.kill(process, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            elif folder in _started:  # it is only just starting
                _started[folder].kill()

    # -- folders -----------------------------------------------------------------------------------------------------

    def _new_folder(self, name: str) -> Path:
        for more in ("", *(f"-{n}" for n in range(2, 100))):
            folder = self._place / f"{name}{more}"
            try:
                folder.mkdir(parents=True)
            except FileExistsError:
                continue
            except OSError as error:
                raise TrainingError(f"The run cannot be written: {error.strerror}", subject=folder) from error
            return folder
        raise TrainingError("The run cannot be written: all its names are taken", subject=self._place)

    def _copied(self, word: str, folder: Path) -> str:
        """Return a word of the command; a list of this data folder is copied, as it is written anew for other runs."""
        path = Path(word)
        if not path.is_absolute() or self._room.data_dir not in path.parents or not path.is_file():
            return word
        try:
            (folder / GIVEN).mkdir(exist_ok=True)
            return str(shutil.copy2(path, folder / GIVEN / path.name))
        except OSError as error:
            raise TrainingError(f"The run cannot be written: {error.strerror}", subject=folder) from error

    def _record(self, folder: Path, act: str, **detail: str) -> None:
        AuditLog(self._room.database).record(self._room.author, audit.TRAINING, folder.name, act=act, **detail)


def leave_runs(room: AdminRoom) -> list[str]:
    """Ask those runs to pause that are not to go on without a window, and return their names. For its end.

    A run that cannot be asked goes on; the next window shows it.
    """
    asked = []
    for run in Runs(room).all():
        if run.state is RunState.RUNNING and not run.request.goes_on:
            with suppress(OSError):
                (run.folder / STOP_FILE).touch()
                asked.append(run.name)
    return asked


def program() -> list[str]:
    """Return what starts this program: itself where it is frozen, else Python with it."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "xraydesk"]
