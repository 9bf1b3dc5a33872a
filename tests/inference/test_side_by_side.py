"""Networks side by side: one network, one forward pass, the mean of their answers and of their maps."""

from __future__ import annotations

import pytest
import torch

from xraydesk.inference.cam import pooled_linear_maps
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import PooledLinearNet, build, side_by_side

SHARED = 4


def member(seed: int) -> PooledLinearNet:
    torch.manual_seed(seed)
    net = build("mobilenet_v2_folded", 2).eval()
    assert isinstance(net, PooledLinearNet)
    for parameter in net.parameters():
        parameter.requires_grad_(requires_grad=False)
    return net


@pytest.fixture
def three() -> list[PooledLinearNet]:
    first, *others = [member(seed) for seed in (1, 2, 3)]
    for other in others:
        other.stages[:SHARED].load_state_dict(first.stages[:SHARED].state_dict())
    return [first, *others]


@pytest.fixture
def films() -> torch.Tensor:
    return torch.randn(2, 1, 64, 64, generator=torch.Generator().manual_seed(4))


@pytest.mark.parametrize("shared", [0, SHARED, 10])
def test_the_answer_is_the_mean_of_the_members(three: list[PooledLinearNet], films: torch.Tensor, shared: int) -> None:
    for other in three[1:]:
        other.stages[:shared].load_state_dict(three[0].stages[:shared].state_dict())
    wanted = torch.stack([each(films) for each in three]).mean(0)
    torch.testing.assert_close(side_by_side(three, shared).eval()(films), wanted)


def test_the_map_is_the_mean_of_the_maps(three: list[PooledLinearNet], films: torch.Tensor) -> None:
    each = [pooled_linear_maps(net.features(films), net.head.weight) for net in three]
    joined = side_by_side(three, SHARED).eval()
    found = pooled_linear_maps(joined.features(films), joined.head.weight)
    torch.testing.assert_close(found, torch.stack(each).mean(0))


def test_the_gate_sees_the_features_of_the_first(three: list[PooledLinearNet], films: torch.Tensor) -> None:
    each = [net.forward_features(films) for net in three]
    found = side_by_side(three, SHARED).eval().forward_features(films)
    torch.testing.assert_close(found.final, torch.cat([features.final for features in each], dim=1))
    torch.testing.assert_close(found.taps[0], torch.cat([features.taps[0] for features in each], dim=1))
    torch.testing.assert_close(Gate.pooled(found), Gate.pooled(each[0]))


def test_a_bundle_builds_it_from_its_options(three: list[PooledLinearNet], films: torch.Tensor) -> None:
    joined = side_by_side(three, SHARED).eval()
    built = build("mobilenet_v2_folded", 2, {"members": 3, "shared": SHARED}).eval()
    built.load_state_dict(joined.state_dict())
    torch.testing.assert_close(built(films), joined(films))


def test_the_first_member_comes_out_as_it_went_in(three: list[PooledLinearNet], films: torch.Tensor) -> None:
    for net in three:
        net.head.bias.zero_()  # that of the mean is kept alone
    wanted = three[0](films)
    joined = side_by_side(three, SHARED).eval()
    torch.testing.assert_close(joined.first(films), wanted)
    torch.testing.assert_close(
        Gate.pooled(joined.first.forward_features(films)), Gate.pooled(joined.forward_features(films))
    )
    assert joined.first.state_dict().keys() == three[0].state_dict().keys()


def test_the_first_member_leaves_the_others_learning(three: list[PooledLinearNet]) -> None:
    joined = side_by_side(three, SHARED).train()
    joined.requires_grad_(requires_grad=True)
    assert joined.first.training
    assert all(parameter.requires_grad for parameter in joined.parameters())


def test_one_network_is_its_own_first() -> None:
    net = member(1)
    assert net.first is net


@pytest.mark.parametrize(
    ("architecture", "options", "said"),
    [
        ("mobilenet_v2_folded", {"members": 0}, "must lie between"),
        ("mobilenet_v2_folded", {"members": 9}, "must lie between"),
        ("mobilenet_v2_folded", {"members": 2.0}, "must be of type int"),
        ("mobilenet_v2_folded", {"members": 2, "shared": 11}, "beyond the stage 10"),
        ("block_cnn", {"members": 2}, "one linear layer"),
    ],
)
def test_options_that_make_no_sense_are_refused(architecture: str, options: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        build(architecture, 1, options)
