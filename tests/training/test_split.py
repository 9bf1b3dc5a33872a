from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.errors import TrainingError
from xraydesk.training.duplicates import duplicate_groups, groups_of_hashes
from xraydesk.training.split import Split, hold_out_sources, k_folds, refuse_leak, split_by_patient
from xraydesk.training.table import ImageTable, LabelledImage


def table_of(patients: list[int], labels: list[int]) -> ImageTable:
    rows = [
        LabelledImage(Path(f"{i}.png"), {"ill": y}, f"p{p}", f"p{p}", "here")
        for i, (p, y) in enumerate(zip(patients, labels, strict=True))
    ]
    return ImageTable(tuple(rows))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1), st.integers(0, 30)), min_size=1, max_size=60))
def test_no_patient_and_no_duplicate_on_both_sides(rows):
    table = table_of([p for p, _, _ in rows], [y for _, y, _ in rows])
    duplicates = np.array([d for _, _, d in rows])
    split = split_by_patient(table, duplicates, 0.3, seed=1)
    assert sorted([*split.train, *split.validation]) == list(range(len(rows)))
    for key in (np.array([p for p, _, _ in rows]), duplicates):
        assert not set(key[split.train]) & set(key[split.validation])


def test_split_is_stratified_and_repeats_with_its_seed():
    table = table_of(list(range(200)), [0] * 150 + [1] * 50)
    first, again = (split_by_patient(table, np.arange(200), 0.2, seed=3) for _ in range(2))
    assert first.validation.tolist() == again.validation.tolist()
    assert (first.validation < 150).sum() == 30
    assert (first.validation >= 150).sum() == 10


def test_leak_stops_with_the_names():
    with pytest.raises(TrainingError, match=r"1 patients.*p7"):
        refuse_leak(table_of([7, 7], [0, 1]), Split(np.array([0]), np.array([1])))


def test_duplicates_are_found_after_jpeg_like_change_and_others_are_not():
    rng = np.random.default_rng(0)
    films = [np.kron(rng.integers(0, 255, (28, 28)), np.ones((8, 8))).astype(np.uint8) for _ in range(6)]
    copy = np.clip(films[2].astype(int) + rng.integers(-3, 4, films[2].shape), 0, 255).astype(np.uint8)
    assert duplicate_groups([*films, copy]).tolist() == [0, 1, 2, 3, 4, 5, 2]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1)), min_size=20, max_size=60), st.integers(2, 4))
def test_folds_cover_all_once_and_share_no_patient(rows, k):
    table = table_of([p for p, _ in rows], [y for _, y in rows])
    if len({p for p, _ in rows}) < k:
        return
    folds = k_folds(table, np.arange(len(rows)), k, seed=2)
    assert sorted(np.concatenate([fold.validation for fold in folds]).tolist()) == list(range(len(rows)))
    for fold in folds:
        refuse_leak(table, fold)
        assert sorted([*fold.train, *fold.validation]) == list(range(len(rows)))


def test_folds_are_stratified():
    table = table_of(list(range(100)), [0] * 80 + [1] * 20)
    for fold in k_folds(table, np.arange(100), 5, seed=1):
        assert (fold.validation < 80).sum() == 16
        assert (fold.validation >= 80).sum() == 4


def test_too_many_folds_are_refused():
    with pytest.raises(TrainingError, match="3 folds cannot be made"):
        k_folds(table_of([1, 1, 2, 2], [0, 1, 0, 1]), np.arange(4), 3, seed=1)


def test_a_source_held_out_takes_its_patients_films_elsewhere_with_it():
    rows = [
        LabelledImage(Path("a"), {"ill": 0}, "p1", "s", "old scanner"),
        LabelledImage(Path("b"), {"ill": 1}, "p1", "s", "new scanner"),
        LabelledImage(Path("c"), {"ill": 1}, "p2", "s", "old scanner"),
        LabelledImage(Path("d"), {"ill": 0}, "p3", "s", "new scanner"),
    ]
    split = hold_out_sources(ImageTable(tuple(rows)), np.arange(4), ["new scanner"])
    assert split.validation.tolist() == [1, 3]
    assert split.train.tolist() == [2]
    with pytest.raises(TrainingError, match="Nothing is left"):
        hold_out_sources(ImageTable(tuple(rows)), np.arange(4), ["new scanner", "old scanner"])


def test_copies_are_one_group_through_any_chain() -> None:
    hashes = np.zeros((4, 32), np.uint8)
    hashes[1, :2] = 255  # 16 bits from the first
    hashes[2, 8:] = 255  # far from all
    hashes[3, 0] = 255  # 8 bits from each of the first two, and joins them
    assert groups_of_hashes(hashes).tolist() == [0, 0, 2, 0]
