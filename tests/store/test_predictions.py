from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import sqlite_utils

from tests.triage import fakes
from xraydesk.imaging.study import ScanResult, Study
from xraydesk.inference.card import Clahe
from xraydesk.inference.prediction import Region
from xraydesk.store import migrations
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.predictions import PredictionStore, insert, model_key
from xraydesk.store.studies import hash_row, insert_hashes, insert_scan, known_hashes


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "data")
    yield database
    database.close()


def keep(database: Database, store: PredictionStore, *answers) -> None:
    rows = store.rows(answers)
    database.write(lambda db: insert(db, rows))


def test_an_answer_comes_back_with_its_numbers_and_its_map(database: Database) -> None:
    store = PredictionStore(database, fakes.card())
    made = replace(fakes.prediction(0.75, refusal="odd", distance=1.5), domain=0.5)
    keep(database, store, (("aa", 3), made))
    light = store.find(["aa", "bb"])["aa", 3]
    assert light.labels == made.labels
    assert light.logits.tolist() == made.logits.tolist()
    assert light.probabilities.tolist() == made.probabilities.tolist()
    assert (light.distance, light.domain, light.refusal) == (1.5, 0.5, "odd")
    assert light.maps.size == 0
    full = store.maps(("aa", 3))
    assert full is not None
    assert full.maps.dtype == np.float16
    assert full.maps.tolist() == made.maps.tolist()
    assert store.maps(("aa", 0)) is None


def test_the_judged_parts_of_a_film_come_back(database: Database) -> None:
    store = PredictionStore(database, fakes.card())
    worse, better = Region(0.25, 0.55, 0.3, 0.2, (0.9,), "knee"), Region(0.26, 0.1, 0.31, 0.21, (0.2,))
    keep(database, store, (("aa", 0), replace(fakes.prediction(0.9), regions=(worse, better))))
    found = store.find(["aa"])["aa", 0]
    assert found.regions == (worse, better)
    assert found.region == worse
    keep(database, store, (("bb", 0), fakes.prediction(0.9)))
    assert store.find(["bb"])["bb", 0].region is None


def test_a_database_of_before_keeps_its_answers_and_learns_of_regions(tmp_path: Path) -> None:
    path = tmp_path / "data" / FILE_NAME
    path.parent.mkdir()
    old = sqlite_utils.Database(path)
    migrations.schema.apply(old, stop_before="0004_regions")
    store = PredictionStore(Database(path), fakes.card())
    row = store.rows([(("aa", 0), fakes.prediction(0.9))])[0]
    old.conn.execute(f"INSERT INTO predictions VALUES ({', '.join('?' * 14)})", row[:14])
    old.conn.commit()
    old.close()
    database = Database.open(path.parent)
    try:
        found = PredictionStore(database, fakes.card()).find(["aa"])["aa", 0]
    finally:
        database.close()
    assert found.regions == ()
    assert found.probabilities[0] == np.float32(0.9)


def test_a_region_changes_the_key_and_models_for_whole_films_keep_theirs() -> None:
    card = fakes.card()
    assert model_key(card) == "0af3fa07ee70a6d5f0dfd4d265e33a29e313e8d9e2d4331d282054918d5402a7"
    found = {model_key(replace(card, input=replace(card.input, **changes))) for changes in (
        {"region": "knee joints"},
        {"region": "knee joints", "equalise": Clahe()},
        {"region": "knee joints", "equalise": Clahe(tiles=8)},
        {"centre": 0.9},
    )}  # fmt: skip
    assert len(found - {model_key(card)}) == 4


def test_a_distance_that_is_no_number_comes_back_so(database: Database) -> None:
    store = PredictionStore(database, fakes.card())
    keep(database, store, (("aa", 0), fakes.prediction(0.5, distance=math.nan)))
    assert math.isnan(store.find(["aa"])["aa", 0].distance)


def test_thousands_at_once(database: Database) -> None:
    store = PredictionStore(database, fakes.card())
    keep(database, store, *(((f"{n:064}", 0), fakes.prediction(0.5)) for n in range(1501)))
    assert len(store.find(f"{n:064}" for n in range(3000))) == 1501


def test_models_do_not_see_each_others_answers(database: Database) -> None:
    keep(database, PredictionStore(database, fakes.card()), (("aa", 0), fakes.prediction(0.5)))
    assert PredictionStore(database, fakes.card(weights_sha256="cd" * 32)).find(["aa"]) == {}


def test_thresholds_and_words_do_not_change_the_key() -> None:
    assert model_key(fakes.card()) == model_key(fakes.card(title="Other", version="1.1"))
    assert model_key(fakes.card()) != model_key(fakes.card(gate=replace(fakes.card().gate, distance_cutoff=3.0)))


def test_a_hash_is_known_while_size_and_time_stay(database: Database, tmp_path: Path) -> None:
    fakes.write_study(tmp_path, "a", 1, 2)
    first, second = (fakes.instance(tmp_path / "a" / f"image{n}.png") for n in (1, 2))
    rows = [hash_row(first, "aa"), hash_row(second, "bb")]
    database.write(lambda db: insert_hashes(db, rows))
    later = replace(second, modified_ns=second.modified_ns + 1)
    bigger = replace(second, size_bytes=second.size_bytes + 1)
    assert known_hashes(database, [first, second]) == {first.path: "aa", second.path: "bb"}
    assert known_hashes(database, [first, later]) == {first.path: "aa"}
    assert known_hashes(database, [bigger]) == {}


def test_a_file_written_just_now_is_hashed_again_next_time(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"x")
    row = hash_row(fakes.instance(path), "aa")
    database.write(lambda db: insert_hashes(db, [row]))
    assert known_hashes(database, [fakes.instance(path)]) == {}
    with database.read() as connection:  # what it held is known nevertheless
        assert connection.execute("SELECT content_hash FROM files").fetchall() == [("aa",)]


def test_a_scan_may_be_written_again(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "x.dcm"
    path.write_bytes(b"x")
    study = Study(
        "1.2", (fakes.instance(path, patient_id="A", patient_name="Müller^Ännchen"), fakes.instance(path, frame=1))
    )
    result = ScanResult(tmp_path, (study, Study("bad\udcff", (fakes.instance(path),))), ())
    for _ in range(2):
        database.write(lambda db: insert_scan(db, result))
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM studies").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM instances").fetchone() == (3,)
        assert connection.execute("SELECT patient_name FROM studies WHERE study_id = '1.2'").fetchone() == (
            "Müller^Ännchen",
        )
