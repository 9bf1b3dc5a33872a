"""The program finds its own files in a checkout, in a wheel and in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from xraydesk import resources
from xraydesk.errors import XraydeskError


def test_checkout_holds_the_models_folder() -> None:
    assert (resources.resource_dir("models")).is_dir()
    assert resources.resource_dir("models").parent.name in {"resources", "_resources"}


def test_missing_folder_is_a_sentence_that_says_what_to_do() -> None:
    with pytest.raises(XraydeskError, match=r"no-such-folder.*Install xraydesk again"):
        resources.resource_dir("no-such-folder")


def test_wheel_layout_wins_over_the_folder_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "xraydesk"
    (package / "_resources" / "models").mkdir(parents=True)
    (package.parent / "resources" / "models").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.resource_dir("models") == package / "_resources" / "models"


@pytest.mark.parametrize("layout", ["xraydesk/_resources", "resources"])
def test_frozen_build_looks_in_its_unpacking_folder_only(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(XraydeskError):
        resources.resource_dir("models")
    (tmp_path / layout / "models").mkdir(parents=True)
    assert resources.resource_dir("models") == tmp_path / layout / "models"


def test_nested_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "xraydesk")
    (tmp_path / "resources" / "models" / "a-model").mkdir(parents=True)
    assert resources.resource_dir("models/a-model").name == "a-model"
