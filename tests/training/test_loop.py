"""The loop beyond the plain case: dropout and batch norm, early stop, frozen parts, optimisers, class weights."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.inference import networks
from xraydesk.training.batches import Batch, FilmRows, TrainingData, batches
from xraydesk.training.devices import make_fabric
from xraydesk.training.loop import out_of_patience
from xraydesk.training.objective import loss_of, share
from xraydesk.training.optimise import freeze, schedule
from xraydesk.training.run import run
from xraydesk.training.stress import STRESSES
from xraydesk.training.validate import predict


def test_a_net_with_dropout_goes_on_exactly_where_they_stopped(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=12)
    recipe = small("s1-cp-64", batch_size=6)
    straight = run(recipe, sources, tmp_path / "straight", quiet)

    def stop(row: dict) -> None:
        if row.get("epoch") == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(recipe, sources, tmp_path / "broken", stop)
    torch.rand(7)  # whatever the process drew meanwhile
    resumed = run(recipe, sources, tmp_path / "broken", quiet)
    for name, tensor in straight.net.state_dict().items():
        assert torch.equal(tensor, resumed.net.state_dict()[name]), name


def test_a_run_of_other_settings_is_not_taken_up(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=12)
    recipe = small("s1-cp-64", epochs=1, batch_size=6)
    run(recipe, sources, tmp_path / "run", quiet)
    with pytest.raises(TrainingError, match="different are: learning_rate"):
        run(dataclasses.replace(recipe, learning_rate=1e-5), sources, tmp_path / "run", quiet)
    (tmp_path / "data" / "normal" / "normal000.png").unlink()
    with pytest.raises(TrainingError, match=r"the (train|validation) films"):
        run(recipe, sources, tmp_path / "run", quiet)


def test_a_vanished_cache_is_made_again(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=12)
    recipe = small("s1-cp-64", epochs=1, batch_size=6)
    first = run(recipe, sources, tmp_path / "run", quiet)
    for path in (tmp_path / "run").glob("films-*.npy"):
        path.unlink()
    again = run(recipe, sources, tmp_path / "run", quiet)
    assert np.array_equal(first.films, again.films)


def test_answers_that_are_no_numbers_stop_the_run_with_a_sentence() -> None:
    films = FilmRows(np.zeros((3, 64, 64), np.uint8), np.arange(3))
    recipe = small("s1-cp-64")
    net = networks.build(recipe.architecture, recipe.outputs, recipe.architecture_options).eval()
    fabric = make_fabric("cpu")
    assert predict(net, films, STRESSES["clean"], recipe, fabric).shape == (3, 1)
    for weight in net.parameters():
        weight.data.fill_(float("nan"))
    with pytest.raises(TrainingError, match="answers to validation films are not numbers"):
        predict(net, films, STRESSES["clean"], recipe, fabric)


def test_patience_ends_a_run_that_does_not_rise() -> None:
    recipe = small("s1-cp-64", patience=2)
    rows = [{"robust_auroc": value} for value in (0.6, 0.7, 0.7, 0.69)]
    assert [out_of_patience(rows[:n], recipe) for n in range(5)] == [False, False, False, False, True]
    assert not out_of_patience([*rows, {"robust_auroc": 0.8}], recipe)
    assert not out_of_patience(rows, dataclasses.replace(recipe, patience=None))


@pytest.mark.parametrize(("free", "learning"), [(0, 0), (1, 2), (2, 4), (3, 6), (None, 9)])
def test_the_last_dense_blocks_are_set_free(free: int | None, learning: int) -> None:
    net = networks.build("densenet169", 1)
    freeze(net, small("s4-frozen", free_blocks=free))
    assert sum(all(p.requires_grad for p in stage.parameters()) for stage in net.stages if any(True for _ in
               stage.parameters())) == learning  # fmt: skip
    assert all(p.requires_grad for p in net.head.parameters())


def test_the_last_ten_layers_of_resnet50_are_one_bottleneck_block() -> None:
    net = networks.build("resnet50", 1)
    freeze(net, small("s5"))
    free = [m for stage in net.stages for m in stage.modules() if not list(m.children())
            and all(p.requires_grad for p in m.parameters()) and list(m.parameters())]  # fmt: skip
    assert len(free) == 6  # three convolutions and three batch norms; Keras counts activations and the sum too


def test_frozen_batch_norm_keeps_its_statistics(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=8)
    recipe = small("s4-frozen", size=32, epochs=1, batch_size=4)
    before = networks.build("densenet169", 1, recipe.architecture_options)
    trained = run(recipe, sources, tmp_path / "run", quiet).net
    for name, tensor in trained.stages.state_dict().items():
        if name.endswith("running_mean"):
            assert torch.equal(tensor, before.stages.state_dict()[name]), name  # still as built
    head = next(t for n, t in trained.head.state_dict().items() if n.endswith("running_mean"))
    assert head.any()


def a_batch(n: int = 8, own: int = 6) -> Batch:
    labels = (torch.arange(n) % 2).long()
    return Batch(torch.zeros(n, 4, 4, dtype=torch.uint8), labels, torch.arange(n) < own, None, 5)


def test_parts_of_a_batch_add_up_to_its_loss() -> None:
    torch.manual_seed(0)
    recipe = small("chest-pneumonia")
    whole, logits = a_batch(9, 7), torch.randn(9, 2)
    wanted = loss_of(logits, whole, recipe, share(whole, whole, 1))
    parts = [whole.part(rank, 2) for rank in range(2)]
    losses = [loss_of(logits[rank::2], part, recipe, share(part, whole, 2)) for rank, part in enumerate(parts)]
    torch.testing.assert_close(sum(losses) / 2, wanted)
    assert not torch.allclose(losses[0], losses[1])


def test_class_weights_multiply_the_loss_of_their_class() -> None:
    recipe = small("s3-relu", size=300)
    batch, logits = a_batch(4, 4), torch.zeros(4, 1)
    assert float(loss_of(logits, batch, recipe, (1, 1))) == pytest.approx(np.log(2) * (2.0 + 1.0) / 2)


def test_schedules() -> None:
    ours = small("chest-pneumonia", warmup_steps=10)
    assert [schedule(s, 110, ours) for s in (0, 9, 10, 60, 110)] == pytest.approx([0.1, 1, 1, 0.5, 0])
    assert schedule(50, 100, small("s1-cp-64")) == 1


def data_of(labels: list[int], facts: np.ndarray | None = None) -> TrainingData:
    films = FilmRows(np.arange(len(labels), dtype=np.uint8).reshape(-1, 1, 1), np.arange(len(labels)), facts)
    none = FilmRows(np.empty((0, 1, 1), np.uint8), np.empty(0, np.int64))
    return TrainingData(films, np.array(labels), none, films, np.array(labels))


def test_films_come_balanced_or_as_they_are() -> None:
    data = data_of([0] * 90 + [1] * 10)
    recipe = small("s1-cp-64", batch_size=10, augment=None)
    shares = {}
    for sampling in ("balanced", "as they come"):
        drawn = list(batches(data, dataclasses.replace(recipe, sampling=sampling), 0))
        shares[sampling] = np.mean([b.labels.float().mean() for b in drawn])
        assert len(drawn) == 10
    assert shares == pytest.approx({"balanced": 0.5, "as they come": 0.1})
    films = torch.cat([b.films.flatten() for b in batches(data, dataclasses.replace(recipe, sampling=sampling), 0)])
    assert sorted(films.tolist()) == list(range(100))  # each once


def test_some_facts_are_withheld_and_belong_to_their_films() -> None:
    facts = np.arange(1, 101, dtype=np.float32).reshape(-1, 1)
    recipe = small("s5-patient", batch_size=10, sampling="balanced", facts_dropout=0.5)
    drawn = list(batches(data_of([0, 1] * 50, facts), recipe, 0))
    told = torch.cat([b.facts[:, 0] for b in drawn])
    films = torch.cat([b.films.flatten() for b in drawn])
    assert 20 < int((told == 0).sum()) < 80
    assert torch.equal(told[told > 0], films[told > 0].float() + 1)
