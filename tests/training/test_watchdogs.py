import numpy as np
import pytest

from tests.training.test_split import table_of
from xraydesk.training import watchdogs
from xraydesk.training.split import Split


def test_one_answer_only_is_said():
    assert "abnormal" in watchdogs.one_answer(np.full(200, 3.0, np.float32))[0]
    assert '"not abnormal"' in watchdogs.one_answer(np.full(200, -3.0, np.float32))[0]
    assert watchdogs.one_answer(np.array([-1.0, 2.0], np.float32)) == []
    assert watchdogs.one_answer(np.empty(0, np.float32)) == []


@pytest.mark.parametrize(
    ("losses", "said"), [([0.7, 0.5, 0.9], True), ([0.7, 0.5, 0.6], False), ([0.7], False), ([0.5, 2.0, 1.0], False)]
)
def test_divergence_is_said_while_the_loss_rises(losses, said):
    assert bool(watchdogs.diverging([{"loss": value} for value in losses])) == said


def test_a_small_validation_part_is_said_with_its_interval():
    said = watchdogs.small_validation(np.array([0] * 8 + [1] * 8))[0]
    assert "8 films with the finding and 8 without" in said
    assert "from 0.74 to 1.00" in said  # Hanley and McNeil 1982: standard error 0.080
    assert watchdogs.small_validation(np.array([0, 1] * 300)) == []


def test_cues_that_do_as_well_are_named():
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1], 100)
    weak = (labels + rng.normal(0, 1.5, 200)).astype(np.float32)
    said = watchdogs.no_better_than_cues(labels, weak, {"sharpness": 0.82, "contrast": 0.51})
    assert len(said) == 1
    assert "sharpness alone" in said[0]
    strong = (labels + rng.normal(0, 0.1, 200)).astype(np.float32)
    assert watchdogs.no_better_than_cues(labels, strong, {"sharpness": 0.82}) == []


def test_chance_is_said():
    labels = np.repeat([0, 1], 50)
    assert watchdogs.no_better_than_chance(labels, np.random.default_rng(1).normal(size=100).astype(np.float32))
    assert watchdogs.no_better_than_chance(labels, labels.astype(np.float32)) == []


def test_shared_patients_are_named():
    table = table_of([7, 7, 8], [0, 1, 0])
    assert "p7" in watchdogs.leaking(table, Split(np.array([0]), np.array([1, 2])))[0]
    assert watchdogs.leaking(table, Split(np.array([0, 1]), np.array([2]))) == []
