"""The desk's own verdicts become training data: by a rule, with films found by their content."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Habits, Room, make_room, opened
from tests.training.blobs import small
from xraydesk.admin.data import DataSource, SourceKind, key_of, read_source, save, sources
from xraydesk.admin.exclusions import exclude
from xraydesk.admin.run_data import train_arguments
from xraydesk.admin.verdict_table import gather
from xraydesk.errors import Cancelled, TrainingError, XraydeskError
from xraydesk.imaging.load import content_hash
from xraydesk.imaging.scan import scan
from xraydesk.research.asked import rule_of
from xraydesk.store.studies import hash_row, insert_hashes, insert_scan
from xraydesk.training.importers.layouts import detect, read_labelled
from xraydesk.training.prepare import Sources, labelled_films


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    room = Room(studies=40, films=True, readers={"Adler": Habits(skips=0), "Conti": Habits(0.9, 0.8, skips=0.3)})
    make_room(tmp_path / "data", tmp_path / "films", room)
    return tmp_path


def test_the_labels_are_those_of_the_rule(desk: Path) -> None:
    with opened(desk / "data") as archive:
        made = gather(archive, "Agreed", "two")
        snapshot = archive.load()
        truth = snapshot.truth(rule_of(snapshot, "two"))
    table = read_source(made.source)
    assert made.source.kind is SourceKind.VERDICTS
    assert detect(made.source.folder) == "listed"
    assert len(table) == made.films > 0
    assert sum(image.labels["abnormal"] for image in table.images) == made.abnormal == int(np.nansum(truth.value))
    assert made.studies == int(truth.known.sum())
    assert made.undecided > 0
    assert {image.source for image in table.images} & {"Aster Imaging", "Boreal"}
    assert not any("P000" in image.patient for image in table.images), "patients stand under made-up names"
    assert sources(desk / "data") == [made.source]


def test_a_run_learns_from_it_without_what_is_left_out(desk: Path) -> None:
    with opened(desk / "data") as archive:
        source = gather(archive, "Agreed", "two").source
        films = read_source(source)
        kept, _ = labelled_films(Sources(source.folder, layout="listed"), small("s1-cp-64", epochs=1))
        assert kept.images == films.images
        exclude(archive.database, source, "Adler", [content_hash(films.images[0].path)], "not ours")
        told = train_arguments(archive.database, desk / "data", source)
        left = Sources(source.folder, layout="listed", exclude=Path(told[told.index("--exclude") + 1]))
        assert len(labelled_films(left, small("s1-cp-64", epochs=1))[0]) == len(films) - 1


def test_films_that_are_gone_or_changed_are_said(desk: Path) -> None:
    with opened(desk / "data") as archive:
        made = gather(archive, "One reader", "reader:Adler", corrections=True)
        films = [image.path for image in read_source(made.source).images]
        films[0].unlink()
        films[1].write_bytes(films[2].read_bytes())
        table = read_source(made.source)
        assert dict(table.left_out) == {
            films[0]: "The file is no longer there",
            films[1]: "It is another file than the one that was judged",
        }
        again = gather(archive, "One reader", "reader:Adler")
        assert (again.films, again.missing) == (made.films - 2, 2)
        shutil.rmtree(desk / "films")
        with pytest.raises(TrainingError, match="None of the films"):
            gather(archive, "One reader", "reader:Adler")
    with pytest.raises(TrainingError, match="None of the films is where it was"):
        read_source(made.source)


def test_a_film_that_was_moved_is_found_by_its_content(desk: Path) -> None:
    with opened(desk / "data") as archive:
        made = gather(archive, "Agreed", "two")
        shutil.copytree(desk / "films", desk / "elsewhere")
        seen = scan(desk / "elsewhere")
        rows = [hash_row(i, content_hash(i.path)) for study in seen.studies for i in study.instances]
        archive.database.write(lambda db: (insert_scan(db, seen), insert_hashes(db, rows)))
        shutil.rmtree(desk / "films")
        again = gather(archive, "Agreed", "two")
    assert (again.films, again.missing) == (made.films, 0)
    assert {image.path.parent.name for image in read_source(again.source).images} == {"elsewhere"}


def test_what_cannot_be_gathered_is_said(desk: Path) -> None:
    with opened(desk / "data") as archive:
        with pytest.raises(XraydeskError, match='no reader by the name "Nobody"'):
            gather(archive, "x", "reader:Nobody")
        with pytest.raises(TrainingError, match="No reader answered this finding"):
            gather(archive, "x", "two", "no such")
        with pytest.raises(Cancelled):
            gather(archive, "x", "two", progress=lambda done, of: done < 3)
    assert sources(desk / "data") == []


def test_a_source_is_kept_and_read_by_its_name(tmp_path: Path) -> None:
    for name, value in (("normal", 40), ("ill", 200)):
        folder = tmp_path / "films" / name
        folder.mkdir(parents=True)
        (folder / "a.png").write_bytes(bytes([value]))
    kept = save(tmp_path, DataSource("  Our   chests ", SourceKind.FOLDER, tmp_path / "films", label="abnormal"))
    assert (kept.name, kept.key) == ("Our chests", key_of("Our chests"))
    assert sources(tmp_path) == [kept]
    assert read_source(kept).images == read_labelled(tmp_path / "films").images
    (tmp_path / "sources" / "broken").mkdir()
    (tmp_path / "sources" / "broken" / "source.json").write_text("{")
    assert sources(tmp_path) == [kept]
    with pytest.raises(TrainingError, match="not a folder"):
        save(tmp_path, DataSource("x", SourceKind.FOLDER, tmp_path / "nowhere"))
    with pytest.raises(TrainingError, match="needs a name"):
        save(tmp_path, DataSource(" ", SourceKind.FOLDER, tmp_path))
