"""What goes into the frozen program, and what it may weigh; the build itself is tried by packaging/smoke.py."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest

from tests.conftest import PROJECT
from xraydesk.triage.activation import METHODS

FOLDER = PROJECT / "packaging"


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the modules beside the spec be imported, as the spec does."""
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    for name in ("frozen", "frozen.contents", "frozen.cuda", "frozen.version_info", "sizes"):
        sys.modules.pop(name, None)


@pytest.fixture
def contents(packaging: None) -> ModuleType:
    from frozen import contents

    return contents


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/lib/libtorchbind_test.so", False),
        ("torch/include/ATen/ATen.h", False),
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/protoc", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("libQt6Quick.so.6", False),
        ("libQt6Gui.so.6", True),
        ("sklearn/tests/test_base.py", False),
        ("xraydesk/_resources/docs/guide/readers.md", True),
        ("xraydesk/_resources/models/knee-osteoarthritis/model.safetensors", True),
    ],
)
def test_what_the_program_needs_is_kept(contents: ModuleType, name: str, kept: bool) -> None:
    assert bool(contents.useful([(name, "/somewhere", "DATA")])) is kept


def test_a_link_goes_with_what_it_points_to(contents: ModuleType) -> None:
    links = [("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"), ("libx.so", "torch/test/x", "SYMLINK")]
    assert [name for name, *_ in contents.useful(links)] == ["libQt6Gui.so.6"]


def test_nothing_is_left_out_that_the_program_itself_imports(contents: ModuleType) -> None:
    found = set()
    for path in (PROJECT / "xraydesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    assert not found & set(contents.LEFT_OUT)


def test_every_codec_that_decodes_films_is_named(contents: ModuleType) -> None:
    source = (PROJECT / "xraydesk" / "imaging" / "decoders.py").read_text("utf-8")
    used = {name.removesuffix("_decode") for name in _attributes(source, "imagecodecs") if name.endswith("_decode")}
    named = {name.rpartition("._")[2] for name in contents.MODULES}
    assert used - {"dicomrle"} <= named  # that one lies in _imcd
    assert "imcd" in named


def _attributes(source: str, module: str) -> set[str]:
    return {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == module
    }


@pytest.mark.parametrize("folder", ["nvidia/cu13/lib", "nvidia/cudnn/lib"])
def test_cudas_libraries_are_taken_where_they_lie(
    packaging: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str
) -> None:
    from frozen import contents, cuda

    inside = ["lib64/x.txt", f"{folder}/libcudnn.so.9", f"{folder}/libnvrtc-builtins.so.13.0", f"{folder}/libx.a"]
    for name in ("nvidia-cudnn-cu13", "somebody"):
        about = tmp_path / f"{name.replace('-', '_')}-9.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 9.0\n", "utf-8")
        (about / "RECORD").write_text("".join(f"{path},,\n" for path in inside), "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    found = cuda.libraries()
    assert [place for _, place in found] == [folder, folder]
    assert [Path(file) for file, _ in found] == [tmp_path / path for path in inside[1:3]]
    entries = [(f"{place}/{Path(file).name}", file, "BINARY") for file, place in found]
    assert contents.useful(entries) == entries


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are found by another way elsewhere")
@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_other_programs_get_the_systems_libraries(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"LD_LIBRARY_PATH": "/opt/xraydesk/lib", "HOME": "/home/reader"}
    given |= {} if before is None else {"LD_LIBRARY_PATH_ORIG": before}
    monkeypatch.setattr("os.environ", given)
    runpy.run_path(str(FOLDER / "start" / "environment.py"))
    assert given.pop("PYINSTALLER_RESET_ENVIRONMENT") == "1"
    assert given == {"HOME": "/home/reader"} | ({} if before is None else {"LD_LIBRARY_PATH": before})


def test_sizes_are_held_to_the_budget(packaging: None) -> None:
    import sizes

    budget = {"total": 10, "torch": 5}
    assert sizes.over(Counter({"torch": 4_000_000, "small": 900_000}), budget) == []
    assert sizes.over(Counter({"torch": 6_000_000, "new": 5_000_000}), budget) == [
        "torch takes 6.0 MB; 5 are allowed.",
        "new takes 5.0 MB and stands not in budget.toml.",
        "All takes 11.0 MB; 10 are allowed.",
    ]


MAPS = """
import runpy, sys
runpy.run_path(sys.argv[1])
import torch
from tests.inference.conftest import tiny_network
from xraydesk.inference.gradcam import METHODS, activation_map
for method in METHODS:
    print(method, activation_map(tiny_network(2), torch.rand(1, 1, 32, 32), 0, method).values.shape)
assert not any(name.startswith(("matplotlib.figure", "cv2.")) for name in sys.modules)
"""


def test_maps_of_all_methods_are_made_without_what_is_left_out() -> None:
    command = [sys.executable, "-c", MAPS, str(FOLDER / "start" / "absent.py")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{method} (8, 8)" for method in METHODS]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("numpy.libs/libscipy_openblas64_.so", "numpy"),
        ("numpy/_core/x.so", "numpy"),
        ("_duckdb.cpython-311-x86_64-linux-gnu.so", "duckdb"),
        ("scikit_learn.libs/libgomp.so.1", "sklearn"),
        ("libX11.so.6", "libraries of the system"),
        ("python3.11/lib-dynload/_ssl.so", "Python"),
        ("torch-2.13.0+cpu.dist-info/METADATA", "metadata and licences"),
    ],
)
def test_each_file_is_counted_to_its_package(packaging: None, path: str, name: str) -> None:
    import sizes

    assert sizes.package(PurePosixPath(path)) == name


def test_the_budget_has_a_sum_for_each_edition() -> None:
    budget = tomllib.loads((FOLDER / "budget.toml").read_text("utf-8"))
    assert budget["cpu"]["total"] <= 900
    assert set(budget) == {"cpu", "cuda"}


def test_the_version_is_the_programs_own(packaging: None, tmp_path: Path) -> None:
    from frozen import version_info

    from xraydesk import __version__

    assert version_info.version(PROJECT) == __version__
    compile(Path(version_info.windows_resource("1.2.3", tmp_path)).read_text("utf-8"), "version.txt", "eval")
