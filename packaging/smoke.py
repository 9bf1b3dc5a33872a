"""Tries a frozen program as a reading-room machine would: self-test, demo without a screen, the window on a screen.

    python packaging/smoke.py dist/xraydesk/xraydesk --out build/smoke

Nothing of the Python that runs this is passed on. Needs Xvfb on Linux for the window; without it that part is left out
with a word. Pictures are kept in ``--out``; the exit code is 1 where a part fails.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

STARTS = 5
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "WINDIR", "OMP_NUM_THREADS")
_SIZE = (1920, 1080)
_DRAWN = 0.5  # share of the screen that the window must have painted
_PATIENCE_S = 300.0
_QUIET_S, _LOOKS = 20.0, 6


class Failed(Exception):
    """A part of the program does not work; the text says which."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return what a user's program is given: no Python, no settings of whoever runs this, a home of its own."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    folders = {"HOME": str(home), "XRAYDESK_DATA_DIR": str(home / "data"), "XDG_RUNTIME_DIR": str(home)}
    return {**kept, **folders, **more}


def run(program: Path, *arguments: object, **more: str) -> tuple[int, str, float]:
    """Run the program in a fresh home; return its exit code, all it said and the seconds it took."""
    with tempfile.TemporaryDirectory(prefix="xraydesk-smoke-") as home:
        begun = time.perf_counter()
        done = subprocess.run(
            [str(program), *map(str, arguments)], env=environment(Path(home), **more), text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_PATIENCE_S, cwd=home,
        )  # fmt: skip
    return done.returncode, done.stdout, time.perf_counter() - begun


def selftest(program: Path, _: Path) -> str:
    """Run the frozen self-test."""
    code, said, took = run(program, "selftest", QT_QPA_PLATFORM="offscreen")
    print(said)
    if code:
        raise Failed("the self-test fails")
    return f"passed in {took:.1f} s"


def demo(program: Path, out: Path) -> str:
    """Score the demo studies without a screen and keep the picture."""
    code, said, took = run(program, "demo", "--out", out / "demo", QT_QPA_PLATFORM="offscreen")
    if code:
        print(said)
        raise Failed("the demo fails")
    studies = json.loads((out / "demo" / "worklist.json").read_text("utf-8"))["studies"]
    scored = sum(study["score"] is not None for study in studies)
    if not scored:
        raise Failed("the demo scored nothing")
    return f"{scored} of {len(studies)} studies scored in {took:.1f} s"


def window(program: Path, out: Path) -> str:
    """Open the window on a screen and take a picture of it; tell how long it takes once the disk is warm."""
    if shutil.which("Xvfb") is None:
        return "left out: there is no Xvfb here"
    with screen() as display, tempfile.TemporaryDirectory(prefix="xraydesk-smoke-") as home:
        given = environment(Path(home), DISPLAY=display)
        took = [shown(program, display, given) for _ in range(STARTS)]
        # as for somebody who has read what the models are for: the first page of the first start is left
        (Path(home) / "data" / "window.ini").write_text("[General]\ngreeted=yes\n", "utf-8")
        shown(program, display, given, "demo", keep=out / "window.png")
    return f"on screen in {statistics.median(took[1:]):.2f} s (the first start {took[0]:.2f} s)"


def shown(program: Path, display: str, given: dict[str, str], *arguments: str, keep: Path | None = None) -> float:
    """Start the window, return the seconds until it is painted, keep a picture once nothing moves, close it."""
    begun = time.perf_counter()
    process = subprocess.Popen([str(program), *arguments], env=given)
    try:
        while painted(ImageGrab.grab(xdisplay=display)) < _DRAWN:
            if process.poll() is not None:
                raise Failed(f"the window ended by itself with code {process.returncode}")
            if time.perf_counter() - begun > _PATIENCE_S:
                raise Failed("the window does not appear")
            time.sleep(0.02)
        took = time.perf_counter() - begun
        if keep is not None:
            still(display).save(keep)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
    return took


def still(display: str) -> Image.Image:
    """Return a picture of a screen once nothing moves on it, as when all is scored, or after two minutes."""
    picture = ImageGrab.grab(xdisplay=display)
    for _ in range(_LOOKS):
        time.sleep(_QUIET_S)
        before, picture = picture, ImageGrab.grab(xdisplay=display)
        if ImageChops.difference(before, picture).getbbox() is None:
            break
    return picture


def painted(picture: Image.Image) -> float:
    """Return the share of a screen that is not the black of an empty one."""
    counts = picture.convert("L").histogram()
    return 1 - counts[0] / sum(counts)


@contextmanager
def screen() -> Iterator[str]:
    """Give a screen of its own; its name is told by the server, which takes a free number."""
    reading, writing = os.pipe()
    size = f"{_SIZE[0]}x{_SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Try all parts and say what came of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/smoke"))
    options = parser.parse_args()
    program, out = options.program.resolve(), options.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    failed = False
    for part in (selftest, demo, window):
        try:
            print(f"{part.__name__}: {part(program, out)}", flush=True)
        except (Failed, OSError, subprocess.TimeoutExpired) as error:
            failed = True
            print(f"{part.__name__}: FAILED: {error}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
