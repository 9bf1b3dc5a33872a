from itertools import combinations

import numpy as np
import pytest

from xraydesk.evaluation.classification import confusion_matrix
from xraydesk.evaluation.pair_tables import pair_tables


@pytest.mark.parametrize(("readers", "size"), [(2, 2), (3, 2), (7, 2), (10, 3), (5, 5), (4, 9), (2, 40)])
def test_each_pair_has_the_table_of_the_two_alone(readers, size):
    """From readers that all are counted together to pairs that are counted one by one."""
    rng = np.random.default_rng(readers * size)
    rows = rng.integers(-1, size, (60, readers))
    weights = rng.integers(0, 3, (4, 60)).astype(np.float32)
    tables = pair_tables(rows, size, weights)
    assert tables.shape == (4, readers * (readers - 1) // 2, size, size)
    for draw, weight in enumerate(weights):
        drawn = np.repeat(rows, weight.astype(int), axis=0)
        for place, (one, other) in enumerate(combinations(range(readers), 2)):
            both = (drawn[:, [one, other]] >= 0).all(1)
            expected = confusion_matrix(drawn[both, one], drawn[both, other], range(size))
            assert tables[draw, place].tolist() == expected.tolist()


def test_no_studies_and_no_classes():
    assert (pair_tables(np.zeros((0, 3), int), 2, np.zeros((5, 0), np.float32)) == 0).all()
    assert pair_tables(np.full((4, 2), -1), 0, np.ones((1, 4), np.float32)).shape == (1, 1, 0, 0)
