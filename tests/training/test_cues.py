import numpy as np

from xraydesk.training.cues import auroc_by_sharpness, cue_aurocs, sharpness

RNG = np.random.default_rng(3)
SMOOTH = np.full((20, 32, 32), 100, np.uint8) + RNG.integers(0, 4, (20, 32, 32)).astype(np.uint8)
ROUGH = RNG.integers(0, 200, (20, 32, 32)).astype(np.uint8)


def test_sharpness_tells_rough_from_smooth():
    assert sharpness(SMOOTH).max() < sharpness(ROUGH).min()


def test_cue_that_separates_everything_is_found_in_either_direction():
    films = np.concatenate([ROUGH, SMOOTH])
    assert cue_aurocs(films, np.repeat([0, 1], 20))["sharpness"] == 1.0
    assert cue_aurocs(films, np.repeat([1, 0], 20))["sharpness"] == 1.0


def test_groups_hold_every_film_once():
    films = np.concatenate([ROUGH, SMOOTH])
    labels = RNG.integers(0, 2, 40)
    rows = auroc_by_sharpness(films, labels, labels.astype(np.float32))
    assert sum(row["films"] for row in rows) == 40
    assert all(row["auroc"] == 1.0 for row in rows if 0 < row["abnormal"] < row["films"])
