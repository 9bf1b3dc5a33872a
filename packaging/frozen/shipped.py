"""What is in the frozen program: one row for each part, from which bill of materials and licences are written."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from frozen import declared, libraries, licences
from frozen.declared import Inner
from frozen.libraries import Library, Texts
from xraydesk.parts import key, licence, requirements

PROGRAM = "xraydesk"
QT = "PySide6_Essentials"  # the wheel that brings Qt
NO_PURL = ("", "", "")
_BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")  # the code that starts the program is theirs
_SYSTEM = platform.freedesktop_os_release().get("ID", "debian") if Path("/etc/os-release").is_file() else ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``parent`` is the part that brings it, ``requires`` others that it asks for, by their names."""

    name: str
    version: str
    licence: str
    kind: str = "library"
    purl: tuple[str, str, str] = NO_PURL  # type, namespace, name
    requires: tuple[str, ...] = ()
    parent: str = PROGRAM
    sha256: str = ""
    origin: str = ""
    files: tuple[str, ...] = ()
    texts: Texts = ()
    inner: tuple[Inner, ...] = ()  # what is linked into its files


def gather(
    found: Sequence[metadata.Distribution], binaries: Iterable[tuple[str, str, str]], root: Path, version: str
) -> list[Part]:
    """Return all parts: the program first, then by name.

    Parameters
    ----------
    found
        The Python distributions that are in.
    binaries
        PyInstaller's table of them.
    root
        The project: its models, demo studies and licence.
    version
        Of the program.
    """
    builders = [metadata.distribution(name) for name in _BUILDERS]
    known = {key(one.metadata["Name"]): one for one in [*found, *builders] if one.metadata["Name"] != PROGRAM}
    parts = [_distribution(one, known) for one in known.values()]
    parts += [_python(), _qt(known[key(QT)]), *_models(root), _demo(root, version)]
    parts += map(_library, libraries.of(binaries))
    text = ((f"{PROGRAM}/LICENSE", root / "LICENSE"),)
    program = Part(PROGRAM, version, "Apache-2.0", "application", parent="", texts=text)
    return [program, *sorted(parts, key=lambda part: (part.name.lower(), part.version, part.files))]


def _distribution(one: metadata.Distribution, known: Mapping[str, metadata.Distribution]) -> Part:
    name = one.metadata["Name"]
    wanted = {known[key(other)].metadata["Name"] for other in requirements(name) if key(other) in known}
    spdx = licences.of_distribution(name, licence(one.metadata))
    texts = (*libraries.own_texts(one), *licences.standard(spdx))
    return Part(
        name, one.version, spdx, purl=("pypi", "", key(name)), requires=tuple(sorted(wanted)), texts=texts,
        inner=declared.of(one),
    )  # fmt: skip


def _python() -> Part:
    version, texts = platform.python_version(), libraries.pythons_texts()
    return Part("Python", version, "PSF-2.0", "platform", ("generic", "", "python"), texts=texts)


def _qt(bindings: metadata.Distribution) -> Part:
    """Return Qt, whose libraries lie in the bindings' wheel and have the bindings' version."""
    spdx = "LGPL-3.0-only"
    texts = licences.standard(spdx)
    return Part("Qt", bindings.version, spdx, purl=("generic", "", "qt"), parent=QT, texts=texts)


def _library(one: Library) -> Part:
    spdx = licences.of_library(one.name)
    purl = ("deb", _SYSTEM, one.package) if one.package else NO_PURL
    standard = licences.standard(spdx)
    texts = (*one.texts, *standard) if one.package or not standard else standard  # a wheel's texts are many
    return Part(
        one.name, one.version, spdx, purl=purl, parent=one.parent, sha256=one.sha256, origin=one.origin,
        files=(one.file,), texts=texts,
    )  # fmt: skip


def _models(root: Path) -> list[Part]:
    folders = [path.parent for path in sorted((root / "resources" / "models").glob("*/card.json"))]
    return [_model(json.loads((folder / "card.json").read_text("utf-8")), folder.name) for folder in folders]


def _model(card: Mapping[str, str], folder: str) -> Part:
    spdx, file = card["licence"], f"xraydesk/_resources/models/{folder}/model.safetensors"
    return Part(
        card["id"], card["version"], spdx, "machine-learning-model", sha256=card["weights_sha256"],
        origin=card["attribution"], files=(file,), texts=licences.standard(spdx),
    )  # fmt: skip


def _demo(root: Path, version: str) -> Part:
    spdx, name = "CC-BY-4.0", "demonstration studies"
    texts = (("demonstration-studies/README.txt", root / "resources/demo/README.txt"), *licences.standard(spdx))
    return Part(name, version, spdx, "data", files=("xraydesk/_resources/demo",), texts=texts)
