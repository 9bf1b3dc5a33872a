"""Every part of the program has a licence that allows to ship it, and its text is at hand."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.conftest import PROJECT
from xraydesk import licences as told
from xraydesk.errors import XraydeskError
from xraydesk.licences import Licensed

FOLDER = PROJECT / "packaging"


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "frozen"]:
        sys.modules.pop(name)


@pytest.fixture
def licences(packaging: None) -> ModuleType:
    from frozen import licences

    return licences


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-3.0-or-later", False),
        ("GPL-2.0-only WITH Autoconf-exception-2.0", False),
        ("MIT AND GPL-2.0-only", False),
        ("MIT AND (Apache-2.0 OR AGPL-3.0-only)", True),
        ("(MIT OR Apache-2.0) AND AGPL-3.0-only", False),
        ("CC-BY-4.0", True),
        ("CC-BY-NC-4.0", False),
        ("LicenseRef-public-domain", True),
        ("BSD License", False),
        ("not stated", False),
        ("", False),
    ],
)
def test_a_gpl_without_leave_to_link_and_no_licence_at_all_are_refused(
    licences: ModuleType, expression: str, fits: bool
) -> None:
    assert (licences.problem(expression) == "") is fits


def test_what_metadata_say_in_other_words_is_told_in_spdx(licences: ModuleType) -> None:
    assert licences.of_distribution("pydicom", "MIT License") == "MIT"
    assert licences.of_distribution("Jinja2", "BSD License") == "BSD-3-Clause"
    assert licences.of_distribution("new", "Apache-2.0 OR bsd-3-clause") == "Apache-2.0 OR BSD-3-Clause"
    assert licences.of_distribution("new", "Do what you like") == "Do what you like"


@pytest.mark.parametrize("table", ["words", "distributions", "libraries"])
def test_the_table_holds_valid_expressions_that_may_be_shipped(licences: ModuleType, table: str) -> None:
    rows = tomllib.loads((FOLDER / "licences.toml").read_text("utf-8"))[table]
    assert {name: licences.problem(spdx) for name, spdx in rows.items() if licences.problem(spdx)} == {}


@pytest.mark.parametrize(
    ("file", "name", "licence"),
    [
        ("libX11-xcb.so.1", "libX11-xcb", "MIT AND X11"),
        ("libglib-2.0.so.0", "libglib-2.0", "LGPL-2.1-or-later"),
        ("libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        ("libopenblasp-r0-59ffcd50.3.15.so", "libopenblasp-r0", "BSD-3-Clause"),
        ("libscipy_openblas64_-32a4b2a6.so", "libscipy_openblas64_", "BSD-3-Clause"),
        ("libjpeg.62.4.0.dylib", "libjpeg.62.4.0", "IJG AND BSD-3-Clause AND Zlib"),
        ("libcrypto-3-x64.dll", "libcrypto-3-x64", "Apache-2.0"),
        ("VCRUNTIME140_1.dll", "VCRUNTIME140_1", "LicenseRef-Microsoft-Runtime"),
        ("msvcp140-23ebcc0b37c8e3d074511f362feac48b.dll", "msvcp140", "LicenseRef-Microsoft-Runtime"),
        ("libnobodyknows.so.1", "libnobodyknows", "not stated"),
        ("xraydesk", "", "not stated"),
    ],
)
def test_a_library_is_told_by_its_files_name(
    licences: ModuleType, packaging: None, file: str, name: str, licence: str
) -> None:
    from frozen import libraries

    assert libraries.named(file)[0] == name
    assert licences.of_library(name) == licence


def test_a_library_of_a_wheel_is_told_with_the_wheel_and_its_texts(packaging: None) -> None:
    import numpy as np
    from frozen import libraries

    folder = Path(np.__file__).parent.parent / "numpy.libs"
    source = next(iter(folder.glob("libgfortran*")), None) if folder.is_dir() else None
    if source is None:
        pytest.skip("this numpy brings no library")
    (one,) = libraries.of([(f"numpy.libs/{source.name}", str(source), "BINARY"), ("numpy/x.py", "x.py", "PYMODULE")])
    assert (one.name, one.version, one.parent) == ("libgfortran", "", "numpy")
    assert one.texts


def test_the_lgpl_brings_the_gpl_that_it_adds_to(licences: ModuleType) -> None:
    assert [place for place, _ in licences.standard("LGPL-3.0-only")] == [
        "standard/GPL-3.0.txt",
        "standard/LGPL-3.0.txt",
    ]
    assert licences.standard("MIT") == ()


def _part(name: str, licence: str = "MIT", *texts: tuple[str, Path], **more: Any) -> SimpleNamespace:
    row = {"name": name, "version": "1", "licence": licence, "texts": texts, "parent": "xraydesk", "inner": (), **more}
    return SimpleNamespace(**row)


def test_the_build_ends_with_a_sentence_for_each_part_that_cannot_be_shipped(
    licences: ModuleType, tmp_path: Path
) -> None:
    text = ("good/LICENSE", tmp_path / "LICENSE")
    with pytest.raises(SystemExit) as ended:
        licences.check([_part("good", "MIT", text), _part("viral", "GPL-3.0-only", text), _part("mute")])
    first, second, _ = str(ended.value).split("\n")
    assert first.startswith("viral 1 is under GPL-3.0-only")
    assert second == "mute 1 comes without the text of its licence."


def test_what_is_linked_into_a_wheel_is_told_from_its_own_bill(
    packaging: None, licences: ModuleType, tmp_path: Path
) -> None:
    from importlib import metadata

    from frozen import declared

    folder = tmp_path / "my_wheel-1.dist-info"
    rows = [
        {"name": "my-wheel", "version": "1"},
        {"name": "openssl", "version": "4.0.3", "purl": "pkg:generic/openssl@4.0.3?download_url=x"},
        {"name": "jpeg", "version": "3", "licenses": [{"license": {"id": "IJG"}}, {"expression": "MIT OR Zlib"}]},
        {"name": "quant", "version": "4", "scope": "optional", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
        {"name": "viral", "version": "2", "licenses": [{"expression": "GPL-3.0-only"}]},
    ]
    (folder / "sboms").mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: My_Wheel\nVersion: 1\n")
    (folder / "sboms" / "a.cdx.json").write_text(json.dumps({"components": rows}))
    (folder / "sboms" / "b.json").write_text("[]")
    (folder / "RECORD").write_text(
        "".join(f"my_wheel-1.dist-info/sboms/{name},,\n" for name in ("a.cdx.json", "b.json"))
    )
    inner = declared.of(metadata.PathDistribution(folder))
    assert [(one.name, one.licence, one.purl) for one in inner] == [
        ("jpeg", "IJG AND (MIT OR Zlib)", ""),
        ("openssl", "not stated", "pkg:generic/openssl@4.0.3"),
        ("viral", "GPL-3.0-only", ""),
    ]
    with pytest.raises(SystemExit, match=r"viral 2 in my-wheel is under GPL-3\.0-only"):
        licences.check([_part("my-wheel", "MIT", ("my-wheel/LICENSE", tmp_path), inner=inner)])


def test_the_frozen_program_reads_the_texts_that_the_build_wrote(
    licences: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("Take it.")
    (tmp_path / "b").write_text("Leave it.")
    texts = (("part/LICENSE", tmp_path / "a"), ("standard/MIT.txt", tmp_path / "b"))
    parts = [_part("zlib", "Zlib", texts[0], version="", parent="pillow"), _part("xraydesk", "Apache-2.0", *texts)]
    rows = licences.write(parts, tmp_path / "lib" / "licences")
    assert [place for place, _, _ in rows] == [
        "licences/README.txt", "licences/index.json", "licences/part/LICENSE", "licences/standard/MIT.txt",
    ]  # fmt: skip
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "lib"), raising=False)
    first, second = told.licences()
    assert (first.name, second.name, second.version, second.beside) == ("xraydesk", "zlib", "", "pillow")
    assert "zlib with pillow: Zlib" in (tmp_path / "lib" / "licences" / "README.txt").read_text()
    assert told.text(first) == "LICENSE\n=======\n\nTake it.\n\nMIT.txt\n=======\n\nLeave it."


@pytest.mark.parametrize("text", ["", "{", '[{"name": "a"}]', "[1]"])
def test_a_list_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "index.json").write_text(text)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(XraydeskError, match="list of licences cannot be read"):
        told.licences()


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(XraydeskError, match=r"licence's text cannot be read.*Install xraydesk again"):
        told.text(Licensed("a", "1", "MIT", (("LICENSE", tmp_path / "LICENSE"),)))


def test_from_source_the_environment_is_asked() -> None:
    found = {part.name: part for part in told.licences()}
    assert "Apache License" in told.text(found["xraydesk"])
    assert "PyTorch" in told.text(found["torch"])
    assert len(found["imagecodecs"].texts) > 10


def test_all_is_listed_that_this_environment_would_ship(packaging: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    from frozen import shipped

    monkeypatch.setattr(shipped, "_BUILDERS", ())  # not installed where nothing is packaged
    found = [metadata.distribution(name) for name in ("xraydesk", "torch", "PySide6_Essentials", "pydicom")]
    parts = shipped.gather(found, [], PROJECT, "1.2.3")
    kinds = {part.name: part.kind for part in parts}
    assert parts[0].name == "xraydesk"
    assert kinds["Python"] == "platform"
    assert kinds["chest-pneumonia"] == "machine-learning-model"
    assert kinds["demonstration studies"] == "data"
    assert next(part for part in parts if part.name == "Qt").parent == "PySide6_Essentials"


def test_the_bill_is_valid_and_the_same_for_the_same_parts(
    packaging: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cyclonedx", reason="cyclonedx-python-lib is installed where the program is packaged")
    from frozen import bill
    from frozen.declared import Inner
    from frozen.shipped import Part

    crates = (Inner("pyo3", "0.28", "MIT OR Apache-2.0", "pkg:cargo/pyo3@0.28"), Inner("raqm", "1", "not stated", ""))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    parts = [
        Part("xraydesk", "1", "Apache-2.0", "application", parent=""),
        Part("numpy", "2.4", "BSD-3-Clause AND MIT", purl=("pypi", "", "numpy")),
        Part("torch", "2.13.0+cpu", "MIT", purl=("pypi", "", "torch"), requires=("numpy",), inner=crates),
        Part(
            "libgomp", "", "GPL-3.0-or-later WITH GCC-exception-3.1", parent="torch", sha256="a" * 64, files=("l.so",)
        ),
        Part("knee", "1.1", "CC-BY-4.0", "machine-learning-model", sha256="b" * 64, files=("knee",)),
    ]
    paths = [bill.write(parts, tmp_path / name, {"numpy==2.4": "c" * 64}) for name in ("one", "two")]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    content = json.loads(paths[0].read_text())
    needs = {row["ref"]: row.get("dependsOn", []) for row in content["dependencies"]}
    assert needs["xraydesk@1"] == ["knee@1.1@knee", "numpy@2.4", "torch@2.13.0+cpu"]
    assert needs["torch@2.13.0+cpu"] == ["libgomp@l.so", "numpy@2.4"]
    torch = next(row for row in content["components"] if row["name"] == "torch")
    assert [row["name"] for row in torch["components"]] == ["pyo3", "raqm"]
    assert content["metadata"]["timestamp"] == "2026-09-21T14:13:20+00:00"
    assert bill.problem(paths[0]) == ""
    other = bill.write([*parts[:-1]], tmp_path / "three")
    assert json.loads(other.read_text())["serialNumber"] != content["serialNumber"]


def test_a_bill_that_is_none_is_told(packaging: None, tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx", reason="cyclonedx-python-lib is installed where the program is packaged")
    pytest.importorskip("jsonschema", reason="jsonschema is installed where the program is packaged")
    from frozen import bill

    (tmp_path / "bill").write_text('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": 3}')
    assert "no valid CycloneDX" in bill.problem(tmp_path / "bill")
