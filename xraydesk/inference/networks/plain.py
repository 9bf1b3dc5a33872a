"""Small convolutional networks that start from scratch and end in dense layers on all places."""

from __future__ import annotations

from torch import nn

from xraydesk.inference.networks.core import HeadedNet
from xraydesk.inference.networks.options import between, one_of

BLOCK_CNN_WIDTHS = (64, 64, 128, 128)
FIVE_CONV = ((32, 1), (64, 1), (64, 2), (128, 2), (128, 2))  # channels, stride
_FIVE_CONV_MAP = 6  # behind the fourth convolution: 10 x 10 places at 300 pixels, the last leave one


def block_cnn(
    labels: int, *, size: int = 96, variant: str = "CP", activation: str = "leaky_relu", dropout: float = 0.2
) -> HeadedNet:
    """Four blocks, then dense 64, dense 32 and the answer.

    Parameters
    ----------
    labels
        Number of outputs.
    size
        Side of the input in pixels, 64, 96 or 128 in the report it follows.
    variant
        What a block is: "C" one convolution with stride 2 in place of pooling, "CP" convolution and pooling, "CCP"
        two convolutions and pooling.
    activation
        "relu" or "leaky_relu".
    dropout
        After each block.

    Raises
    ------
    ValueError
        Where an option makes no sense.
    """
    one_of("variant", variant, ("C", "CP", "CCP"))
    one_of("activation", activation, ("relu", "leaky_relu"))
    between("size", size, 32, 512)
    between("dropout", dropout, 0, 0.9)
    act = nn.ReLU if activation == "relu" else nn.LeakyReLU
    stages, taken = nn.Sequential(), 1
    for width in BLOCK_CNN_WIDTHS:
        stages.append(_block(taken, width, variant, act, dropout))
        taken = width
    places = size
    for _ in BLOCK_CNN_WIDTHS:
        places = -(-places // 2) if variant == "C" else places // 2
    head = nn.Sequential(
        nn.Linear(taken * places * places, 64), nn.LeakyReLU(), nn.Linear(64, 32), nn.LeakyReLU(), nn.Linear(32, labels)
    )
    return HeadedNet(stages, head, taps=(1,), blocks=(0, 1, 2, 3), flatten=True)


def _block(taken: int, width: int, variant: str, act: type[nn.Module], dropout: float) -> nn.Sequential:
    layers: list[nn.Module] = []
    for _ in range(variant.count("C")):
        stride = 2 if variant == "C" else 1
        layers += [nn.Conv2d(taken, width, 3, stride, padding=1), act()]
        taken = width
    if "P" in variant:
        layers.append(nn.MaxPool2d(2))
    return nn.Sequential(*layers, nn.Dropout(dropout))


def five_conv(labels: int, *, size: int = 300, activation: str = "relu", dropout: float = 0.5) -> HeadedNet:
    """Five convolutions, each with max-pooling, then dense 256: about 0.31 million parameters at 300 pixels.

    Parameters
    ----------
    labels
        Number of outputs.
    size
        Side of the input in pixels.
    activation
        "relu" or "swish" (Ramachandran et al. 2017).
    dropout
        Before the answer.

    Raises
    ------
    ValueError
        Where an option makes no sense.
    """
    one_of("activation", activation, ("relu", "swish"))
    between("size", size, 256, 512)
    between("dropout", dropout, 0, 0.9)
    act = nn.ReLU if activation == "relu" else nn.SiLU
    stages, taken = nn.Sequential(), 1
    for width, stride in FIVE_CONV:
        stages.append(nn.Sequential(nn.Conv2d(taken, width, 3, stride, padding=1), act()))
        stages.append(nn.MaxPool2d(2))
        taken = width
    head = nn.Sequential(nn.Linear(_places(size) ** 2 * taken, 256), act(), nn.Dropout(dropout), nn.Linear(256, labels))
    return HeadedNet(stages, head, taps=(3,), blocks=(0, 2, 4, 6, 8), flatten=True, map_index=_FIVE_CONV_MAP)


def _places(size: int) -> int:
    """Return the side of the map that the last pooling leaves."""
    for _, stride in FIVE_CONV:
        size = -(-size // stride) // 2
    return size
