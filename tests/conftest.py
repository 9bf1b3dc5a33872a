"""What every test gets: an offscreen Qt, its own data and settings folder, no thread left behind.

And what several rooms ask for: the real films, a small real model, a folder of made-up films, the command line.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ.setdefault("OMP_NUM_THREADS", "1")  # before anything imports torch: tests share the machine

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from PIL import Image

from tests import films

if TYPE_CHECKING:
    from xraydesk.store.database import Database

PROJECT = Path(__file__).resolve().parents[1]
THREAD_GRACE_SECONDS = 5.0

settings.register_profile(
    "xraydesk",
    deadline=None,  # the first example pays for imports; a slow machine is no failure
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("xraydesk")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the place of all tests' own folders: `mktemp` reads all that lies beside a new folder, in thousands."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_folders(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point data, settings and caches to a fresh folder, so that no test sees the person's own or another test's."""
    home = Path(tempfile.mkdtemp(dir=homes))
    monkeypatch.setenv("XRAYDESK_DATA_DIR", str(home / "xraydesk-data"))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XRAYDESK_MACHINE_SETTINGS", raising=False)
    monkeypatch.setattr("xraydesk.machine.system_file", lambda: home / "no" / "machine.toml")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture
def set_for_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what writes an administrator's settings file and puts it in force; each has a place of its own."""

    def write(text: str) -> Path:
        path = tmp_path_factory.mktemp("machine") / "machine.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv("XRAYDESK_MACHINE_SETTINGS", str(path))
        return path

    return write


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


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with a tiny trained-nowhere model, the only one installed."""
    import torch

    from tests.inference import conftest as tiny
    from xraydesk.inference import networks
    from xraydesk.inference.bundle import save_bundle
    from xraydesk.inference.card import GateSpec

    monkeypatch.setitem(networks.ARCHITECTURES, "tiny", tiny.tiny_network)
    monkeypatch.setattr("xraydesk.triage.models.resource_dir", lambda name: tmp_path / "none")
    torch.manual_seed(3)
    network = tiny.tiny_network(2).eval()
    card = tiny.a_card(gate=GateSpec(distance_cutoff=1e6, domain_cutoff=0.05, words="wide open"))
    save_bundle(tmp_path / "data" / "models" / "tiny", card, {**network.state_dict(), **tiny.gate_tensors()})
    return tmp_path / "data"


@pytest.fixture(scope="module")
def usual_priority() -> Iterator[None]:
    """Start training runs at the usual priority: behind all others they would take minutes on a busy machine."""
    from tests.admin.small_runs import PROGRAM

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("xraydesk.admin.runs.program", lambda: PROGRAM)
        yield


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return an empty database of the desk, open."""
    from xraydesk.store.database import Database

    opened = Database.open(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def film_folder(tmp_path: Path) -> Path:
    """Return a folder with DICOM films, a study of two, an adult, a broken file, a picture and a text file."""
    folder = tmp_path / "films"
    folder.mkdir()
    for n in range(3):
        films.write_dicom(folder / f"child{n}.dcm", films.picture(seed=n), PatientID=f"C{n}", PatientAge="003Y")
    films.write_dicom(folder / "adult.dcm", films.picture(seed=9), PatientID="A0", PatientAge="054Y")
    broken = films.write_dicom(folder / "broken.dcm", films.picture(seed=8), PatientID="B0")
    broken.write_bytes(broken.read_bytes()[:-2000])
    Image.fromarray(films.picture(bits=8, seed=5).astype("uint8")).save(folder / "picture.png")
    (folder / "notes.txt").write_text("no image")
    for path in folder.iterdir():
        os.utime(path, (time.time() - 60, time.time() - 60))
    return folder


@pytest.fixture
def run(installed: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return what runs a command in this process and gives its exit code, standard output and standard error."""
    from xraydesk import cli

    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.main(["--data-dir", str(installed), *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run
