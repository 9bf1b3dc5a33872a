from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import sqlite_utils

from tests.triage import fakes
from xraydesk.store import migrations
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.features import FeatureStore, insert

SEEN = np.array([0.5, 6.0, 0.0], np.float16)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "data")
    yield database
    database.close()


def keep(database: Database, store: FeatureStore, *answers) -> None:
    rows = store.rows(answers)
    database.write(lambda db: insert(db, rows))


def test_features_come_back_as_they_were(database: Database) -> None:
    store = FeatureStore(database, fakes.card())
    keep(database, store, (("aa", 2), replace(fakes.prediction(0.75), features=SEEN)))
    found = store.find(["aa", "bb"])
    assert list(found) == [("aa", 2)]
    assert found["aa", 2].dtype == np.float16
    assert found["aa", 2].tolist() == SEEN.tolist()
    assert store.known(["aa", "bb"]) == {("aa", 2)}


def test_features_belong_to_one_model(database: Database) -> None:
    keep(database, FeatureStore(database, fakes.CHEST), (("aa", 0), replace(fakes.prediction(0.7), features=SEEN)))
    assert not FeatureStore(database, fakes.KNEE).find(["aa"])


def test_an_answer_without_features_leaves_none(database: Database) -> None:
    store = FeatureStore(database, fakes.card())
    keep(database, store, (("aa", 0), fakes.prediction(0.75)))
    assert not store.known(["aa"])


def test_features_found_anew_replace_the_old(database: Database) -> None:
    store = FeatureStore(database, fakes.card())
    for factor in (1, 2):
        keep(database, store, (("aa", 0), replace(fakes.prediction(0.75), features=SEEN * np.float16(factor))))
    assert store.find(["aa"])["aa", 0].tolist() == (SEEN * 2).tolist()


def test_many_images_are_found_in_pieces(database: Database) -> None:
    store = FeatureStore(database, fakes.card())
    answer = replace(fakes.prediction(0.75), features=SEEN)
    names = [f"{n:04}" for n in range(1203)]
    keep(database, store, *(((name, 0), answer) for name in names))
    assert len(store.find(names)) == len(names)


def test_a_database_of_before_learns_of_features(tmp_path: Path) -> None:
    path = tmp_path / "data" / FILE_NAME
    path.parent.mkdir()
    old = sqlite_utils.Database(path)
    migrations.schema.apply(old, stop_before="0010_features")
    old.close()
    database = Database.open(path.parent)
    try:
        store = FeatureStore(database, fakes.card())
        keep(database, store, (("aa", 0), replace(fakes.prediction(0.75), features=SEEN)))
        assert store.known(["aa"])
    finally:
        database.close()
