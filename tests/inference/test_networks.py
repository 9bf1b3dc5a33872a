from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import nn

from xraydesk.inference import networks, torchvision_cure
from xraydesk.inference.gate import Gate


@pytest.fixture(scope="module")
def mobilenet() -> networks.PooledLinearNet:
    torch.manual_seed(0)
    return networks.build("mobilenet_v2_folded", 3).eval()


def test_an_unknown_architecture_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        networks.build("resnet_9000", 1)


def test_one_forward_pass_serves_head_map_and_gate(mobilenet: networks.PooledLinearNet) -> None:
    images = torch.rand(2, 1, 64, 64)
    with torch.inference_mode():
        features = mobilenet.forward_features(images)
        assert features.final.shape == (2, 1280, 2, 2)
        assert torch.equal(features.final, mobilenet.features(images))
        assert torch.equal(mobilenet.classify(features.final), mobilenet(images))
        assert mobilenet(images).shape == (2, 3)
        assert Gate.pooled(features).shape == (2, 1280 + sum(tap.shape[1] for tap in features.taps))


def test_no_batch_norm_is_left(mobilenet: networks.PooledLinearNet) -> None:
    assert not any(isinstance(m, nn.BatchNorm2d) for m in mobilenet.modules())
    assert not any("running" in name for name in mobilenet.state_dict())


def test_folding_batch_norm_changes_no_answer() -> None:
    torch.manual_seed(1)
    norm = nn.BatchNorm2d(4)
    norm.running_mean.normal_()
    norm.running_var.uniform_(0.5, 2)
    nn.init.normal_(norm.weight)
    nn.init.normal_(norm.bias)
    net = nn.Sequential(nn.Conv2d(1, 4, 3, bias=False), norm, nn.ReLU6()).eval()
    images = torch.randn(2, 1, 8, 8)
    wanted = net(images)
    networks.fold_batch_norm(net)
    torch.testing.assert_close(net(images), wanted)
    assert [type(m) for m in net] == [nn.Conv2d, nn.Identity, nn.ReLU6]


def test_one_grey_channel_equals_the_same_grey_three_times() -> None:
    torch.manual_seed(2)
    stages = nn.Sequential(nn.Sequential(nn.Conv2d(3, 5, 3)), nn.ReLU())
    grey = torch.randn(2, 1, 9, 9)
    wanted = stages(grey.expand(-1, 3, -1, -1))
    networks.to_grey_input(stages)
    torch.testing.assert_close(stages(grey), wanted)


def test_colour_weights_are_taken_over(mobilenet: networks.PooledLinearNet) -> None:
    torchvision_cure.apply()
    from torchvision.models import mobilenet_v2

    torch.manual_seed(3)
    colour = mobilenet_v2(weights=None)
    networks.fold_batch_norm(colour)
    net = networks.build("mobilenet_v2_folded", 1).eval()
    networks.load_imagenet_mobilenet_v2(net, dict(colour.state_dict()))
    images = torch.rand(1, 1, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(
            net.features(images), colour.features(images.expand(-1, 3, -1, -1)), rtol=1e-4, atol=1e-5
        )


def test_colour_weights_of_another_shape_are_refused(mobilenet: networks.PooledLinearNet) -> None:
    with pytest.raises(KeyError):
        networks.load_imagenet_mobilenet_v2(mobilenet, {})
    with pytest.raises(RuntimeError):
        networks.load_imagenet_mobilenet_v2(mobilenet, {"features.0.0.weight": torch.zeros(1, 3, 1, 1)})


# -- the cure for torchvision beside a CPU torch ---------------------------------------------------------------------

BROKEN_BESIDE_CPU_TORCH = """
import torch
if not hasattr(torch.ops.torchvision, "nms"):
    raise RuntimeError("operator torchvision::nms does not exist")
import {name}.inner
"""


def run_with_fake_torchvision(folder: Path, source: str, code: str) -> subprocess.CompletedProcess[str]:
    package = folder / "torchvision"
    package.mkdir()
    (package / "__init__.py").write_text(source.format(name="torchvision"))
    (package / "inner.py").write_text("")
    head = f"import sys; sys.path.insert(0, {str(folder)!r})\n"
    tail = "\nfrom xraydesk.inference import torchvision_cure\ntorchvision_cure.apply()\n" + code
    return subprocess.run([sys.executable, "-c", head + tail], check=False, capture_output=True, text=True)


def test_the_missing_operators_are_declared_and_the_import_works(tmp_path: Path) -> None:
    done = run_with_fake_torchvision(
        tmp_path, BROKEN_BESIDE_CPU_TORCH, "torchvision_cure.apply(); import torchvision.inner; print('imported')"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "imported"), done.stderr


def test_a_sound_torchvision_is_left_alone(tmp_path: Path) -> None:
    code = "import torch; print(hasattr(torch.ops.torchvision, 'nms'))"
    done = run_with_fake_torchvision(tmp_path, "", code)
    assert done.stdout.strip() == "False", done.stderr


def test_other_failures_of_torchvision_come_through(tmp_path: Path) -> None:
    done = run_with_fake_torchvision(tmp_path, "raise RuntimeError('disc on fire')", "")
    assert "disc on fire" in done.stderr


def test_the_real_torchvision_imports_with_the_cure() -> None:
    code = "from xraydesk.inference import torchvision_cure as c; c.apply(); c.apply(); import torchvision.models"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
