"""Published networks of torchvision and timm, cut into stages, one grey channel in front, our own heads behind.

Built empty: nothing here downloads. `training.start` fills the stages from a file or from torchvision's weights.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from torch import nn

from xraydesk.inference import torchvision_cure
from xraydesk.inference.networks.core import (
    ClassifierNet,
    HeadedNet,
    LogitDifference,
    PooledLinearNet,
    dense_head,
    fold_batch_norm,
    to_grey_input,
)
from xraydesk.inference.networks.options import between
from xraydesk.inference.patient import FACTS


@dataclass(frozen=True, slots=True)
class Backbone:
    """A network of others.

    ``make`` builds it for colour, ``split`` cuts it into stages; ``weights`` names torchvision's ImageNet weights, as
    "ResNet50_Weights.IMAGENET1K_V2", empty where torchvision has none.
    """

    make: Callable[[], nn.Module]
    split: Callable[[nn.Module], nn.Sequential]
    channels: int
    taps: tuple[int, ...]
    blocks: tuple[int, ...]
    weights: str = ""

    def stages(self, colour: nn.Module | None = None) -> nn.Sequential:
        """Return the stages for one grey channel, of a filled colour network or of an empty one."""
        stages = self.split(self.make() if colour is None else colour)
        to_grey_input(stages)
        return stages

    def pooled_linear(self, labels: int) -> PooledLinearNet:
        """Put average pooling and one linear layer behind the stages."""
        return PooledLinearNet(self.stages(), self.channels, labels, self.taps, self.blocks)

    def headed(self, head: nn.Sequential, *, facts: int = 0) -> HeadedNet:
        """Put average pooling and a head of several layers behind the stages."""
        return HeadedNet(self.stages(), head, self.taps, self.blocks, facts=facts)


def _torchvision(name: str) -> Callable[[], nn.Module]:
    def make() -> nn.Module:
        torchvision_cure.apply()
        from torchvision import models

        return cast(nn.Module, getattr(models, name)(weights=None))

    return make


def _vgg19_features() -> nn.Module:
    """Build the convolutions only: the three dense layers behind them hold 124 million weights that are not wanted."""
    torchvision_cure.apply()
    from torchvision.models import vgg

    net = nn.Module()
    net.features = vgg.make_layers(vgg.cfgs["E"])
    return net


def _timm_xception() -> nn.Module:
    torchvision_cure.apply()
    import timm

    return timm.create_model("legacy_xception", pretrained=False, num_classes=0)


def _parts(net: nn.Module, names: str) -> list[nn.Module]:
    return [getattr(net, name) for name in names.split()]


def _mobilenet_stages(net: nn.Module) -> nn.Sequential:
    fold_batch_norm(net)
    return cast(nn.Sequential, net.features)


def _densenet_stages(net: nn.Module) -> nn.Sequential:
    f = cast(nn.Module, net.features)
    middle = _parts(f, "denseblock1 transition1 denseblock2 transition2 denseblock3 transition3 denseblock4")
    stem = nn.Sequential(*_parts(f, "conv0 norm0 relu0 pool0"))
    return nn.Sequential(stem, *middle, nn.Sequential(*_parts(f, "norm5"), nn.ReLU()))


def _resnet_stages(net: nn.Module) -> nn.Sequential:
    stem = nn.Sequential(*_parts(net, "conv1 bn1 relu maxpool"))
    return nn.Sequential(stem, *_parts(net, "layer1 layer2 layer3"), *cast(nn.Sequential, net.layer4))


def _vgg_stages(net: nn.Module) -> nn.Sequential:
    stages, group = nn.Sequential(), nn.Sequential()
    for layer in cast(nn.Sequential, net.features):
        group.append(layer)
        if isinstance(layer, nn.MaxPool2d):
            stages.append(group)
            group = nn.Sequential()
    return stages


def _xception_stages(net: nn.Module) -> nn.Sequential:
    stem = nn.Sequential(*_parts(net, "conv1 bn1 act1 conv2 bn2 act2"))
    tail = nn.Sequential(*_parts(net, "conv3 bn3 act3 conv4 bn4 act4"))
    return nn.Sequential(stem, *(getattr(net, f"block{i}") for i in range(1, 13)), tail)


def _convnext_stages(net: nn.Module) -> nn.Sequential:
    """Move the last norm in front of the pooling, so that pooling and one linear layer are all that follows."""
    norm = cast(nn.Sequential, net.classifier)[0]
    return nn.Sequential(*cast(nn.Sequential, net.features), norm)


BACKBONES: dict[str, Backbone] = {
    "mobilenet_v2_folded": Backbone(
        _torchvision("mobilenet_v2"), _mobilenet_stages, 1280, (10,), (0, 4, 7, 11, 14, 17),
        "MobileNet_V2_Weights.IMAGENET1K_V2",
    ),
    "densenet169": Backbone(
        _torchvision("densenet169"), _densenet_stages, 1664, (6,), (0, 1, 3, 5, 7),
        "DenseNet169_Weights.IMAGENET1K_V1",
    ),
    "resnet50": Backbone(
        _torchvision("resnet50"), _resnet_stages, 2048, (2,), (0, 1, 2, 3, 4, 5, 6),
        "ResNet50_Weights.IMAGENET1K_V1",
    ),
    "vgg19": Backbone(_vgg19_features, _vgg_stages, 512, (3,), (0, 1, 2, 3, 4), "VGG19_Weights.IMAGENET1K_V1"),
    "xception": Backbone(_timm_xception, _xception_stages, 2048, (2,), (0, 1, 4, 8, 12)),
    "convnext_tiny": Backbone(
        _torchvision("convnext_tiny"), _convnext_stages, 768, (5,), (0, 2, 4, 6),
        "ConvNeXt_Tiny_Weights.IMAGENET1K_V1",
    ),
}  # fmt: skip


def mobilenet_v2_folded(labels: int) -> PooledLinearNet:
    """MobileNetV2 (Sandler et al. 2018) with batch norm folded into convolution and bias, one grey channel."""
    return BACKBONES["mobilenet_v2_folded"].pooled_linear(labels)


def xception(labels: int) -> PooledLinearNet:
    """Xception (Chollet 2017), timm's ``legacy_xception``."""
    return BACKBONES["xception"].pooled_linear(labels)


def vgg19(labels: int) -> PooledLinearNet:
    """VGG19's convolutions (Simonyan and Zisserman 2015) behind which one linear layer stands."""
    return BACKBONES["vgg19"].pooled_linear(labels)


def convnext_tiny(labels: int) -> PooledLinearNet:
    """ConvNeXt, the smallest (Liu et al. 2022): for machines with a GPU."""
    return BACKBONES["convnext_tiny"].pooled_linear(labels)


def densenet169(labels: int, *, fc_layers: int = 1, batch_norm: bool = True, dropout: float = 0.2) -> ClassifierNet:
    """DenseNet-169 (Huang et al. 2017) with one to three fully connected layers.

    Parameters
    ----------
    labels
        Number of outputs.
    fc_layers
        1 to 3; 512 and 128 wide before the answer.
    batch_norm, dropout
        Before each of them.

    Raises
    ------
    ValueError
        Where an option makes no sense.
    """
    between("fc_layers", fc_layers, 1, 3)
    between("dropout", dropout, 0, 0.9)
    backbone = BACKBONES["densenet169"]
    widths = (512, 128)[: fc_layers - 1]
    return backbone.headed(dense_head(backbone.channels, widths, labels, batch_norm=batch_norm, dropout=dropout))


def resnet50(labels: int, *, hidden: int = 512, dropout: float = 0.4, patient: bool = False) -> ClassifierNet:
    """ResNet50 (He et al. 2016), dense layer with tanh, dropout, softmax over two outputs a label.

    Parameters
    ----------
    labels
        Number of labels.
    hidden
        Width of the dense layer.
    dropout
        Behind it.
    patient
        Join age, sex and view (`patient.patient_facts`) to the pooled features.

    Raises
    ------
    ValueError
        Where an option makes no sense.
    """
    between("hidden", hidden, 1, 4096)
    between("dropout", dropout, 0, 0.9)
    backbone, facts = BACKBONES["resnet50"], FACTS if patient else 0
    head = nn.Sequential(
        nn.Linear(backbone.channels + facts, hidden),
        nn.Tanh(),
        nn.Dropout(dropout),
        nn.Linear(hidden, 2 * labels),
        LogitDifference(),
    )
    return backbone.headed(head, facts=facts)
