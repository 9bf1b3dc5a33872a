"""Batch norm put back into folded networks: nothing changes at first, and nothing when it is folded in again."""

import pytest
import torch
from torch import nn

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet, build, fold_batch_norm
from xraydesk.training.batch_norm import put_back


def mobilenet() -> ClassifierNet:
    torch.manual_seed(1)
    return build("mobilenet_v2_folded", 2).eval()


def films(count: int = 4) -> torch.Tensor:
    return torch.randn(count, 1, 64, 64, generator=torch.Generator().manual_seed(2))


def norms(net: ClassifierNet) -> list[nn.BatchNorm2d]:
    return [module for module in net.modules() if isinstance(module, nn.BatchNorm2d)]


@torch.no_grad()
def test_the_network_answers_as_before_at_first() -> None:
    net = mobilenet()
    before = net(films())
    put_back(net, [films(), films(2)])
    assert len(norms(net)) == 52  # of MobileNetV2, Sandler et al. 2018
    torch.testing.assert_close(net.eval()(films()), before, rtol=1e-3, atol=1e-4)


@torch.no_grad()
def test_statistics_are_those_of_the_films() -> None:
    net = mobilenet()
    convolution = next(module for module in net.modules() if isinstance(module, nn.Conv2d))
    given = convolution(films())
    put_back(net, [films()])
    torch.testing.assert_close(norms(net)[0].running_mean, given.mean((0, 2, 3)))
    torch.testing.assert_close(norms(net)[0].running_var, given.var((0, 2, 3), correction=0), rtol=1e-3, atol=1e-5)


def test_after_learning_it_is_folded_in_to_the_shape_it_had() -> None:
    net = mobilenet()
    names = set(net.state_dict())
    put_back(net, [films()])
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    net.train()
    for _ in range(3):
        optimizer.zero_grad()
        net(films()).square().mean().backward()
        optimizer.step()
    net.eval()
    learnt = net(films()).detach()
    fold_batch_norm(net)
    assert set(net.state_dict()) == names
    assert not norms(net)
    torch.testing.assert_close(net(films()), learnt, rtol=1e-3, atol=1e-4)


def test_a_network_that_has_its_batch_norm_is_refused() -> None:
    with pytest.raises(TrainingError, match="not folded into this network"):
        put_back(build("resnet50", 1), [films()])
