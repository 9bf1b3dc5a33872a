"""One training run as its folder shows it: at work, stopped, crashed, finished or failed, and why."""

from __future__ import annotations

import re
import signal
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xraydesk.admin.run_progress import RunProgress
from xraydesk.admin.run_request import RunRequest
from xraydesk.training.mishaps import KEPT
from xraydesk.training.run_files import BUNDLE, PICTURE, REPORT, STOP_FILE
from xraydesk.training.run_lock import worker

LOG, NEW_START = "log.txt", "-- start"
_TAIL = 16_384  # bytes
_OWN_WORDS = re.compile(r"^xraydesk: (.+)$", re.MULTILINE)
_GO_ON = "Resume goes on from the last checkpoint."  # the name of the button


class RunState(StrEnum):
    """How a run stands."""

    RUNNING = "running"
    STOPPED = "stopped"
    CRASHED = "crashed"
    FINISHED = "finished"
    FAILED = "failed"

    @property
    def can_go_on(self) -> bool:
        """Whether it may be resumed."""
        return self in (RunState.STOPPED, RunState.CRASHED, RunState.FAILED)


@dataclass(frozen=True, slots=True)
class Run:
    """A run when it was looked at."""

    folder: Path
    request: RunRequest
    state: RunState
    sentence: str  # why it ended; "" while it is at work
    progress: RunProgress
    stopping: bool = False  # it was asked to stop and has not yet

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def model(self) -> Path | None:
        """The folder of the model that came out, None where none did."""
        return self.folder / BUNDLE if self.state is RunState.FINISHED else None

    @property
    def picture(self) -> Path:
        """Where the films of a batch are shown as the network sees them, once they are."""
        return self.folder / PICTURE

    @property
    def report(self) -> Path:
        """The run's page; it is there once the run is finished."""
        return self.folder / REPORT

    def log(self) -> str:
        """Return the end of what the process wrote on standard error, "" where it wrote nothing."""
        return _tail(self.folder)


def look(
    folder: Path, request: RunRequest, progress: RunProgress, *, starting: bool = False, code: int | None = None
) -> Run:
    """Return how the run in a folder stands.

    Parameters
    ----------
    folder
        Of the run.
    request
        What it was asked for.
    progress
        What it said so far.
    starting
        Whether its process was started here and has not ended, though it may not be at work yet.
    code
        What its process ended with, where it was started here; negative: by that signal.
    """
    stopping = (folder / STOP_FILE).exists()
    if starting or worker(folder) is not None:
        return Run(folder, request, RunState.RUNNING, "", progress, stopping)
    state, sentence = _own_end(progress) or _end_of_process(folder, code, stopping=stopping)
    return Run(folder, request, state, sentence, progress)


def _own_end(progress: RunProgress) -> tuple[RunState, str] | None:
    """Return how a run itself says that it ended."""
    if progress.done:
        return RunState.FINISHED, ""
    if progress.failed:
        return RunState.FAILED, _with_the_button(progress.failed)
    return (RunState.STOPPED, f"It was stopped. {_GO_ON}") if progress.stopped else None


def _end_of_process(folder: Path, code: int | None, *, stopping: bool) -> tuple[RunState, str]:
    """Return how a run ended that did not say so."""
    if stopping:
        return RunState.STOPPED, f"It was ended at once. {_GO_ON}"
    said = _OWN_WORDS.findall(_tail(folder).rpartition(NEW_START)[2])
    if said:
        return RunState.FAILED, _with_the_button(said[-1])
    return RunState.CRASHED, f"{_crash(code)} {_GO_ON}"


def _with_the_button(said: str) -> str:
    """Return a sentence of the command line as it is told in the window, where nobody types the command again."""
    return said.replace(f"{KEPT}.", _GO_ON)


def _crash(code: int | None) -> str:
    if code is None or code >= 0:
        return "It ended without a word, as when the machine is switched off or memory runs short."
    if -code == getattr(signal, "SIGBUS", None):
        return f"The system ended it (signal {-code}), as it does when the disk is full."
    if -code == getattr(signal, "SIGKILL", None):
        return f"The system ended it (signal {-code}), as it does when memory runs short."
    return f"The system ended it (signal {-code})."


def _tail(folder: Path) -> str:
    try:
        with (folder / LOG).open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _TAIL))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
