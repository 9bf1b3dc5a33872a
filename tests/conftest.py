"""What every test gets: an offscreen Qt, its own data and settings folder, no thread left behind."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ.setdefault("OMP_NUM_THREADS", "2")  # before anything imports torch: tests share the machine

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

PROJECT = Path(__file__).resolve().parents[1]
THREAD_GRACE_SECONDS = 5.0

settings.register_profile(
    "xraydesk",
    deadline=None,  # the first example pays for imports; a slow machine is no failure
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("xraydesk")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point data, settings and caches to a fresh folder, so that no test sees the person's own or another test's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XRAYDESK_DATA_DIR", str(home / "xraydesk-data"))
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a Python thread running: such a thread outlives the window in real use."""
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + THREAD_GRACE_SECONDS
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        if type(thread) is not threading._DummyThread:  # a native thread (Qt pool) that once called Python
            thread.join(max(0.0, end - time.monotonic()))
    alive = [t.name for t in left if t.is_alive() and type(t) is not threading._DummyThread]
    assert not alive, f"threads left behind: {alive}"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real films and DICOM files beside the project; skip where it is absent."""
    folder = Path(os.environ.get("XRAYDESK_TEST_DATA", PROJECT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no real films: {folder} is absent (XRAYDESK_TEST_DATA may name another folder)")
    return folder
