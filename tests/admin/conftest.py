"""A room with a small model in use, and what makes further versions of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.admin.room import AdminRoom
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import read_card
from xraydesk.store.database import Database

MakeVersion = Callable[..., ModelCard]


@pytest.fixture
def room(installed: Path) -> Iterator[AdminRoom]:
    """Return the room of a desk for one person."""
    database = Database.open(installed)
    yield AdminRoom(installed, database, "Ada")
    database.close()


@pytest.fixture
def make_version(installed: Path, tmp_path: Path) -> MakeVersion:
    """Return what writes the small model under another version, into a run's folder, with weights of its own."""

    def make(version: str, folder: Path | None = None) -> ModelCard:
        place = folder or tmp_path / "runs" / version
        shutil.copytree(installed / "models" / "tiny", place)
        return reweighed(place, version)

    return make


def reweighed(place: Path, version: str) -> ModelCard:
    """Give a copied model another version and weights that are a little different."""
    from safetensors.torch import load_file

    from xraydesk.inference.bundle import save_bundle

    factor = 1 + 0.01 * sum(int(letter) for letter in version if letter.isdigit())
    tensors = load_file(place / "model.safetensors")
    tensors = {name: t if name.startswith("gate.") else t * factor for name, t in tensors.items()}
    card = replace(read_card(place), version=version)
    save_bundle(place, card, tensors)
    return read_card(place)
