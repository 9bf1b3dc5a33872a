"""A small real model in the data folder, and a folder of made-up films."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PIL import Image

from tests import films


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
