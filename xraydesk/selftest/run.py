"""All checks, one after the other; none keeps another from being tried."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.selftest import files, films, keeping, looks, models, surroundings, training_run
from xraydesk.selftest.outcome import Outcome

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``work`` takes an empty folder, and returns what was found or raises."""

    name: str
    work: Callable[[Path], str]


def checks(device: str = "auto") -> list[Check]:
    """Return all checks; the models compute on ``device`` as well as on the CPU."""
    return [
        *([Check("files", lambda _: files.unchanged())] if files.program_folder() else []),
        Check("versions", lambda _: surroundings.versions()),
        Check("torch and torchvision", lambda _: surroundings.pair()),
        Check("device", lambda _: surroundings.device(device)),
        Check("set for this machine", lambda _: surroundings.set_for_machine()),
        Check("helper process", lambda _: surroundings.helper_process()),
        *(_film(film) for film in films.expected()),
        *(_model(known, device) for known in models.expected()),
        Check("map: class activation", lambda _: models.map_made("cam")),
        Check("map: Grad-CAM++", lambda _: models.map_made("gradcam++")),
        Check("published networks", lambda _: models.published()),
        Check("training step", lambda _: models.trained()),
        Check("training run", training_run.trained),
        Check("database", keeping.database),
        Check("Parquet", keeping.parquet),
        Check("map of the images", lambda _: keeping.image_map()),
        Check("password", keeping.password),
        Check("signature", keeping.signature),
        Check("translations", lambda _: looks.translations()),
        Check("icons and themes", lambda _: looks.drawings()),
        Check("user guide", lambda _: looks.guide()),
        Check("window", lambda _: looks.window()),
    ]


def run(device: str = "auto") -> Iterator[Outcome]:
    """Yield the outcome of each check as soon as it is there; nothing but a temporary folder is written."""
    try:
        planned = checks(device)
    except XraydeskError as error:  # the files that say what must come out are missing
        yield Outcome("resources", passed=False, words=str(error))
        return
    for check in planned:
        begun = time.perf_counter()
        passed, words = _tried(check)
        yield Outcome(check.name, passed, words, round(time.perf_counter() - begun, 3))


def _film(film: films.Film) -> Check:
    return Check(f"film: {film.name}", lambda _: films.decoded(film))


def _model(known: models.Known, device: str) -> Check:
    return Check(f"model: {known.name}", lambda _: models.check(known, device))


def _tried(check: Check) -> tuple[bool, str]:
    try:
        with tempfile.TemporaryDirectory(prefix="xraydesk-selftest-", ignore_cleanup_errors=True) as folder:
            return True, check.work(Path(folder))
    except XraydeskError as error:
        return False, str(error)
    except Exception as error:  # noqa: BLE001 - a part that is missing from an installation fails in any way it likes
        _log.exception("A check failed")
        said = " ".join(str(error).split())
        return False, f"{type(error).__name__}: {said}. Install xraydesk again."
