"""A whole run on made-up films: from folders to a bundle that the scorer's loader accepts."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.blobs import TEXTS, film, quiet
from xraydesk.errors import TrainingError
from xraydesk.inference.bundle import load_bundle
from xraydesk.inference.networks import PooledLinearNet
from xraydesk.training import loop
from xraydesk.training.finish import finish
from xraydesk.training.recipe import AugmentSpec, Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.run import Sources, run

EACH = 24  # films of a class
GENTLE = AugmentSpec(
    rotate_degrees=3, zoom=(0.95, 1.05), stretch=0.02, shift=0.02, blur_share=0.1, noise_share=0.1, sharpen_share=0,
    resample_share=0, marker_share=0, border_share=0, equalise_share=0, gamma=(0.9, 1.1), flip_share=0.5,
)  # fmt: skip


def tiny(epochs: int = 2) -> Recipe:
    base = RECIPES["chest-pneumonia"]
    return dataclasses.replace(
        base,
        texts=TEXTS,
        input=dataclasses.replace(base.input, size=64),
        augment=GENTLE, epochs=epochs, batch_size=20, warmup_steps=2, learning_rate=2e-3, validation_share=0.4,
        rule_out_sensitivity=0.5, rule_in_specificity=0.3, frozen_stages=0, ema_decay=0.8, points_required=False,
    )  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    rng = np.random.default_rng(0)
    for name, pattern in (("NORMAL", "IM-{:04}-0001.png"), ("PNEUMONIA", "person{}_virus_1.png")):
        folder = tmp_path / "data" / "train" / name
        folder.mkdir(parents=True)
        for i in range(EACH):
            Image.fromarray(film(rng, name == "PNEUMONIA")).save(folder / pattern.format(i + 1))
    others = tmp_path / "others"
    others.mkdir()
    for i in range(15):
        Image.fromarray(rng.integers(0, 255, (96, 96)).astype(np.uint8)).save(others / f"{i}.png")
    return Sources(tmp_path / "data", (others,))


def test_a_run_ends_in_a_bundle_that_answers_as_the_trained_net(tmp_path: Path, sources: Sources):
    trained = run(tiny(), sources, tmp_path / "run", quiet)
    card = finish(trained, tmp_path / "bundle", quiet)
    bundle = load_bundle(tmp_path / "bundle")
    assert bundle.card.weights_sha256 == card.weights_sha256 != ""
    spec = trained.recipe.input
    batch = torch.from_numpy(np.array(trained.films[:4]))
    with torch.inference_mode():
        theirs = bundle.network(loop.normalise(batch, spec))
        ours = trained.net(loop.normalise(batch, spec))[:, :1]
    assert torch.allclose(theirs, ours, atol=0.05)  # half precision
    assert card.results["films"] == len(trained.split.validation)
    assert set(card.results["stress"]) >= {"blur", "noise", "crop", "inversion"}
    points = {p.name: p.threshold for p in card.abnormal.operating_points}
    assert points["rule-out"] <= points["rule-in"]


def test_an_interrupted_run_goes_on_to_the_same_end(tmp_path: Path, sources: Sources, monkeypatch):
    straight = run(tiny(), sources, tmp_path / "straight", quiet)

    def stop_after_first(row: dict) -> None:
        if row.get("epoch") == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tiny(), sources, tmp_path / "broken", stop_after_first)
    resumed = run(tiny(), sources, tmp_path / "broken", quiet)
    for name, tensor in straight.net.state_dict().items():
        assert torch.equal(tensor, resumed.net.state_dict()[name]), name


def test_nan_loss_is_said(tmp_path: Path, sources: Sources, monkeypatch):
    monkeypatch.setattr(
        PooledLinearNet, "classify", lambda self, final, facts=None: self.head(final.mean((2, 3))) * float("nan")
    )
    with pytest.raises(TrainingError, match="not a number in epoch 1"):
        run(tiny(), sources, tmp_path / "run", quiet)


def test_one_class_only_is_said(tmp_path: Path, sources: Sources):
    for path in (sources.data / "train" / "NORMAL").iterdir():
        path.unlink()
    with pytest.raises(TrainingError, match="both classes"):
        run(tiny(), sources, tmp_path / "run", quiet)


def test_wrong_starting_weights_are_said(tmp_path: Path, sources: Sources):
    (tmp_path / "start.safetensors").write_bytes(b"no weights")
    with pytest.raises(TrainingError, match="do not fit"):
        run(tiny(), dataclasses.replace(sources, start=tmp_path / "start.safetensors"), tmp_path / "run", quiet)


def test_unreadable_films_are_left_out_and_named(tmp_path: Path, sources: Sources):
    (sources.data / "train" / "NORMAL" / "IM-0099-0001.png").write_bytes(b"broken")
    notes = []
    trained = run(tiny(1), sources, tmp_path / "run", lambda row: notes.append(row.get("note", "")))
    assert len(trained.table) == 2 * EACH
    assert any("IM-0099-0001.png" in note for note in notes)
