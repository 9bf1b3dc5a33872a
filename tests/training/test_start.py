"""What a network starts from."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from tests.training.blobs import small
from xraydesk.errors import TrainingError
from xraydesk.inference import networks
from xraydesk.inference.networks.backbones import BACKBONES
from xraydesk.training.start import start_from


@pytest.mark.parametrize("name", ["s4-one-layer", "s5", "s1-vgg19", "s1-xception", "chest-pneumonia-gpu"])
def test_a_file_of_colour_weights_fills_the_stages(tmp_path: Path, name: str) -> None:
    recipe = small(name)
    backbone = BACKBONES[recipe.architecture]
    torch.manual_seed(1)
    colour = backbone.make().eval()
    state = {k: v.contiguous() for k, v in colour.state_dict().items() if not k.endswith("num_batches_tracked")}
    save_file(state, tmp_path / "colour.safetensors")
    net = networks.build(recipe.architecture, 1, recipe.architecture_options).eval()
    assert start_from(net, recipe, tmp_path / "colour.safetensors") == "colour.safetensors"
    wanted = backbone.split(colour)
    grey = torch.rand(1, 1, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(net.features(grey), wanted(grey.expand(-1, 3, -1, -1)), rtol=1e-3, atol=1e-4)


def test_old_names_of_densenet_are_known(tmp_path: Path) -> None:
    recipe = small("s4-one-layer")
    colour = BACKBONES["densenet169"].make()
    old = {}
    for name, tensor in colour.state_dict().items():
        for part in ("norm", "relu", "conv"):
            name = name.replace(f".{part}1.", f".{part}.1.").replace(f".{part}2.", f".{part}.2.")  # noqa: PLW2901
        old[name] = tensor.contiguous()
    assert any(".norm.1." in name for name in old)
    save_file(old, tmp_path / "old.safetensors")
    start_from(networks.build("densenet169", 1), recipe, tmp_path / "old.safetensors")


def test_a_file_of_another_network_is_refused(tmp_path: Path) -> None:
    save_file({"conv1.weight": torch.zeros(1)}, tmp_path / "other.safetensors")
    for name in ("s4-one-layer", "s1-cp-64"):
        recipe = small(name)
        net = networks.build(recipe.architecture, 1, recipe.architecture_options)
        with pytest.raises(TrainingError, match="do not fit"):
            start_from(net, recipe, tmp_path / "other.safetensors")


def test_imagenet_weights_that_cannot_be_had_are_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def unreachable(*args: object, **kwargs: object) -> None:
        raise OSError("no route to host")

    monkeypatch.setattr("torch.hub.download_url_to_file", unreachable)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    with pytest.raises(TrainingError, match=r"ResNet50_Weights\.IMAGENET1K_V1 cannot be downloaded: no route to host"):
        start_from(networks.build("resnet50", 1), small("s5"), Path("imagenet"))
    with pytest.raises(TrainingError, match="no ImageNet weights for xception"):
        start_from(networks.build("xception", 1), small("s1-xception"), Path("imagenet"))


def test_scratch_says_so() -> None:
    assert start_from(networks.build("block_cnn", 1), small("s1-cp-64"), None) == "scratch"


def test_a_run_goes_on_from_a_models_weights(tmp_path: Path) -> None:
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.resources import resource_dir
    from xraydesk.training.recipes import RECIPES

    folder = resource_dir("models") / "chest-pneumonia"
    if not (folder / "model.safetensors").is_file():
        pytest.skip("the bundled model is not here")
    recipe = RECIPES["chest-pneumonia"]
    net = networks.build(recipe.architecture, recipe.outputs, recipe.architecture_options).eval()
    assert start_from(net, recipe, folder).startswith("chest-pneumonia ")
    theirs = load_bundle(folder).network
    film = torch.rand(1, 1, recipe.input.size, recipe.input.size)
    with torch.inference_mode():
        torch.testing.assert_close(net(film)[:, :1], theirs(film), rtol=1e-3, atol=1e-4)
    assert recipe.outputs == 2, "the output for films of other kinds begins anew"
    other = RECIPES["s5"]
    with pytest.raises(TrainingError, match="of another network than this recipe trains"):
        start_from(networks.build(other.architecture, other.outputs), other, folder)
