"""What leaves the desk: nothing that names anybody, the right types, the formats that other programs read."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.research.made_up import Habits, Room, bundled, make_room, opened
from xraydesk.errors import StoreError, XraydeskError
from xraydesk.research.archive import Archive
from xraydesk.research.deidentify import KEY_FILE, Veil, veil_of
from xraydesk.research.export import ABOUT, REPORT, Wanted, export
from xraydesk.research.export_files import csv_text
from xraydesk.research.export_source import source_of
from xraydesk.research.export_tables import TABLES
from xraydesk.research.figure_files import FIGURES
from xraydesk.research.multi_reader import multi_reader
from xraydesk.research.scene import Scene, first_question, look
from xraydesk.research.tables import Column, Kind, Table, dictionary
from xraydesk.store.audit import AuditLog
from xraydesk.store.reference import ReferenceDraft, ReferenceLog
from xraydesk.store.verdicts import Finding, VerdictDraft, VerdictLog

ROOM = Room(studies=60, weeks=12, readers={"Adlerstein": Habits(blind=True), "Brandtner": Habits(skips=0.4)})


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("secretplace")
    made = make_room(folder, folder / "films", ROOM)
    with opened(folder) as archive:
        log = VerdictLog(archive.database)
        draft = VerdictDraft("Brandtner", made.study_ids[0], "abnormal", 3, "=call Mrs Winterbottom\nsoon", 4.0, True,
                             made.card.id, made.card.weights_sha256, "uncertain", 0.4, (),
                             findings=(Finding("pneumonia", "present", 5),))  # fmt: skip
        log.withdraw(log.record(draft))
        log.record(draft)
        ReferenceLog(archive.database).record(
            [ReferenceDraft("Adlerstein", "biopsy.csv", made.study_ids[1], "", None, "phoned Dr Winterbottom")]
        )
    return folder


@pytest.fixture
def archive(data_dir: Path) -> Iterator[Archive]:
    with opened(data_dir) as found:
        yield found


@pytest.fixture
def scene(archive: Archive) -> Scene:
    snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_name_number_or_place_stands_in_any_byte(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    everything = Wanted(programs=("imrmc", "mrmcaov"), report=True)
    for folder, wanted in (("csv", everything), ("parquet", Wanted(format="parquet"))):
        export(archive, scene, tmp_path / folder, wanted)
    secrets = {"Adlerstein", "Brandtner", "Winterbottom", "biopsy", "secretplace", "Made^Up", "film-0", ".dcm"}
    secrets |= {study_id for study_id in scene.cases.study_ids.tolist() if len(study_id) > 14}
    secrets |= {str(p).split("\x1f")[1] for p in scene.cases.patients.tolist() if len(str(p).split("\x1f")[1]) > 4}
    secrets |= {image.content_hash for images in scene.cases.images for image in images}
    secrets |= {archive.data_dir.name, str(tmp_path), (archive.data_dir / KEY_FILE).read_text()}
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 14 + 11
    for path in written:
        content = path.read_bytes()
        assert not [secret for secret in secrets if secret.encode() in content], path.name


letters = st.text("BCDFGHJKLMNPQRSTVWXZ", min_size=6, max_size=12)


@settings(max_examples=3, phases=(Phase.explicit, Phase.generate))  # an example is a whole export: no shrinking
@given(reader=letters, patient=letters, place=letters, comment=letters, source=letters, maker=letters)
def test_whatever_people_are_called_it_does_not_leave(tmp_path_factory, reader, patient, place, comment, source, maker):
    """Names made of capital consonants occur in no word of the program's own."""
    folder = tmp_path_factory.mktemp("data")
    card = bundled()
    made = make_room(folder, folder / place, Room(studies=4, weeks=2, readers={reader: Habits(skips=0)}))
    with opened(folder) as archive:
        archive.database.write(lambda db: db.execute(
            "UPDATE studies SET patient_id = ?, patient_name = ?, manufacturer = ?, body_part = ?",
            (f"{patient}1", f"{patient}^Anna", maker + patient, reader)))  # fmt: skip
        draft = VerdictDraft(reader, made.study_ids[0], "normal", 3, comment, 1.0, False, card.id, card.weights_sha256,
                             "", None, ())  # fmt: skip
        VerdictLog(archive.database).record(draft)
        ReferenceLog(archive.database).record([ReferenceDraft(reader, source, made.study_ids[0], "", 1.0, comment)])
        snapshot = archive.load()
        scene = look(snapshot, first_question(snapshot))
        export(archive, scene, folder / "a", Wanted(programs=("imrmc", "mrmcaov"), report=True))
        export(archive, scene, folder / "b", Wanted(format="parquet"))
    for path in [*(folder / "a").iterdir(), *(folder / "b").iterdir()]:
        content = path.read_bytes()
        for secret in (reader, patient, place, comment, source, *made.study_ids):
            assert secret.encode() not in content, (path.name, secret)


def test_pseudonyms_hold_and_dates_keep_their_distance(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    for name in "ab":
        export(archive, scene, tmp_path / name, Wanted(("studies", "verdicts")))
    assert (tmp_path / "a/studies.csv").read_bytes() == (tmp_path / "b/studies.csv").read_bytes()
    source = source_of(archive, scene)
    rows = {row["study"]: row for row in read(tmp_path / "a/studies.csv")}
    moved = {}
    for n, study_id in enumerate(scene.cases.study_ids.tolist()):
        row = rows[source.study(study_id, n)]
        back = scene.cases.taken[n].astype(datetime) - datetime.fromisoformat(row["taken"])
        assert back.days % 7 == 0
        assert back.seconds == 0
        assert 7 <= back.days <= 7 * 104
        moved.setdefault(row["patient"] or study_id, set()).add(back.days)
    assert all(len(days) == 1 for days in moved.values())
    assert len({next(iter(days)) for days in moved.values()}) > 10


def test_another_installation_has_other_pseudonyms(tmp_path: Path) -> None:
    one, other = (veil_of(tmp_path / name, ["Anna Miller"]) for name in "ab")
    assert one.name("study", "1.2.3") != other.name("study", "1.2.3")
    assert one.name("study", "1.2.3") != one.name("patient", "1.2.3")
    assert veil_of(tmp_path / "a", []).name("study", "1.2.3") == one.name("study", "1.2.3")
    assert one.word("ANNA MILLER CHEST") == ""
    assert one.word("CHEST") == "CHEST"
    assert [one.age(age) for age in (2.04, 89.0, 90.5, 104.0, float("nan"))] == [2.0, 89.0, 90.0, 90.0, None]
    if os.name == "posix":
        assert (tmp_path / "a" / KEY_FILE).stat().st_mode & 0o077 == 0
    (tmp_path / "a" / KEY_FILE).write_text("12ab")
    with pytest.raises(StoreError, match="damaged"):
        veil_of(tmp_path / "a", [])


def test_parquet_has_true_types_and_the_same_rows(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    export(archive, scene, tmp_path / "p", Wanted(format="parquet"))
    export(archive, scene, tmp_path / "c", Wanted())
    named = {(row["table"], row["column"]): row for row in read(tmp_path / "p/dictionary.csv")}
    for name in TABLES:
        path = tmp_path / "p" / f"{name}.parquet"
        columns = duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
        assert [column[0] for column in columns] == [column for table, column in named if table == name]
        for column, kind, *_ in columns:
            assert Kind(named[name, column]["type"]).sql == kind
        rows = duckdb.sql(f"SELECT * FROM '{path}'").fetchall()
        assert len(rows) == len(read(tmp_path / "c" / f"{name}.csv"))
    first = duckdb.sql(f"SELECT study, taken, age_years, truth FROM '{tmp_path / 'p/studies.parquet'}'").fetchall()[0]
    assert [type(value) for value in first] == [str, datetime, float, int]


def test_every_verdict_is_there_with_its_stage(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    export(archive, scene, tmp_path / "x", Wanted(("verdicts", "findings")))
    rows = read(tmp_path / "x/verdicts.csv")
    assert len(rows) == len(scene.snapshot.verdicts)
    assert {row["stage"] for row in rows} == {"before", "after", "with"}
    assert [row["taken_back"] for row in rows].count("true") == 1
    back = next(row for row in rows if row["taken_back"] == "true")
    assert back["taken_back_at"]
    assert back["replaced"] == "false"
    assert {row["rating"] for row in rows if row["answer"] == "unsure"} <= {"6"}
    assert all(int(row["rating"]) > 6 for row in rows if row["answer"] == "abnormal")
    findings = read(tmp_path / "x/findings.csv")
    assert [row["confidence"] for row in findings] == ["5", "5"]
    assert {row["verdict"] for row in findings} <= {row["number"] for row in rows}


def test_with_names_there_is_a_reason_in_the_audit_log(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(XraydeskError, match="needs a reason"):
        export(archive, scene, tmp_path / "x", Wanted(identified=True, reason="  "))
    assert not (tmp_path / "x").exists()
    done = export(archive, scene, tmp_path / "x", Wanted(identified=True, reason="Audit 7 of the ward", report=True))
    assert done is not None
    assert "tells who patients" in done.notices[0] or "tells who patients" in (tmp_path / "x" / ABOUT).read_text(
        "utf-8"
    )
    verdicts = read(tmp_path / "x/verdicts.csv")
    assert {"Adlerstein", "Brandtner"} == {row["reader"] for row in verdicts}
    assert any(row["comment"].startswith("'=call") for row in verdicts)
    assert {row["study"] for row in read(tmp_path / "x/studies.csv")} == set(scene.cases.study_ids.tolist())
    entry = AuditLog(archive.database).entries()[-1]
    assert (entry["action"], entry["actor"]) == ("export", "Tester")
    assert entry["detail"]["reason"] == "Audit 7 of the ward"
    assert entry["detail"]["identified"] == 1


def test_an_export_is_whole_or_not_there(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    before = len(AuditLog(archive.database).entries())
    seen: list[str] = []

    def stop(name: str, number: int, of: int) -> bool:
        seen.append(name)
        return number < 3

    assert export(archive, scene, tmp_path / "x", Wanted(), stop) is None
    assert seen == ["studies", "images", "predictions"]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    for folder, wanted, words in (
        (tmp_path / "full", Wanted(), "not an empty folder"),
        (tmp_path / "y", Wanted(("nonsense",)), "no table nonsense"),
        (tmp_path / "y", Wanted(()), "Nothing was chosen"),
    ):
        with pytest.raises(XraydeskError, match=words):
            export(archive, scene, folder, wanted)
    assert [path.name for path in tmp_path.iterdir()] == ["full"]
    assert len(AuditLog(archive.database).entries()) == before


def test_imrmc_as_its_manual_describes(archive: Archive, scene: Scene) -> None:
    """Every case has one row of truth, reader and modality "truth", score 0 or 1 (dfMRMC of the R package iMRMC)."""
    table = multi_reader(source_of(archive, scene), "imrmc").table
    assert [column.name for column in table.columns] == ["readerID", "caseID", "modalityID", "score"]
    truth = {row[1]: row[3] for row in table.rows if row[0] == "truth"}
    assert {row[2] for row in table.rows if row[0] == "truth"} == {"truth"}
    assert set(truth.values()) == {0, 1}
    rest = [row for row in table.rows if row[0] != "truth"]
    assert {row[1] for row in rest} == set(truth)
    assert {row[2] for row in rest} == {"unaided", "aided", "model"}
    assert len({tuple(row[:3]) for row in table.rows}) == len(table.rows)
    assert {row[3] for row in rest if row[2] != "model"} <= {float(n) for n in range(1, 12)}
    assert all(0 <= row[3] <= 1 for row in rest if row[2] == "model")


def test_mrmcaov_is_the_same_study(archive: Archive, scene: Scene) -> None:
    source = source_of(archive, scene, identified=True)
    one, other = multi_reader(source, "imrmc").table, multi_reader(source, "mrmcaov").table
    assert [column.name for column in other.columns] == ["reader", "treatment", "case", "truth", "rating"]
    assert {(r, c, m, s) for r, c, m, s in one.rows if r != "truth"} == {(r, c, m, s) for r, m, c, _, s in other.rows}
    place = scene.readings.readers.index("Adlerstein")
    unaided = {c: s for r, m, c, _, s in other.rows if (r, m) == ("Adlerstein", "unaided")}
    rating, known = scene.readings.before.rating[place], scene.truth.known
    ids = scene.cases.study_ids
    assert unaided == {str(ids[n]): float(rating[n]) for n in np.flatnonzero((rating > 0) & known)}
    assert any("balanced" in notice for notice in multi_reader(source, "mrmcaov").notices)


def test_what_multi_reader_programs_cannot_use_is_said(tmp_path: Path) -> None:
    make_room(tmp_path, tmp_path / "films", Room(studies=8, weeks=2, readers={"Alone": Habits()}, reference=False))
    with opened(tmp_path) as archive:
        snapshot = archive.load()
        found = multi_reader(source_of(archive, look(snapshot, first_question(snapshot))), "imrmc")
    assert "A multi-reader study wants two readers or more; in this one: 1." in found.notices


def test_csv_survives_what_people_write() -> None:
    columns = (Column("a", Kind.TEXT, ""), Column("b", Kind.DECIMAL, ""), Column("c", Kind.YES_NO, ""))
    table = Table("t", "", columns, [['=1+1,"x"\n', None, True], ["-", 0.5, False]])
    assert csv_text(table, safe=True).splitlines()[-1] == "'-,0.5,false"
    rows = list(csv.reader(csv_text(table, safe=False).splitlines(keepends=True)))
    assert rows[1] == ['=1+1,"x"\n', "", "true"]
    assert [row[1] for row in dictionary([table]).rows] == ["a", "b", "c"]
    assert Veil(None).free("x") == "x"


def test_the_report_is_written_with_them(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    done = export(archive, scene, tmp_path / "x", Wanted((), report=True))
    assert done is not None
    assert done.files == (REPORT, ABOUT)
    assert json.dumps(done.rows) == "{}"


def test_figures_are_files_that_stand_alone(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    done = export(archive, scene, tmp_path / "x", Wanted((), report=True, figures=True))
    assert done is not None
    drawn = [name for name in done.files if name.startswith(FIGURES)]
    assert {"roc", "precision-recall", "reliability", "thresholds", "weeks-mean-score"} <= {Path(n).stem for n in drawn}
    assert (done.folder / REPORT).read_text("utf-8").count("<svg") == len(drawn)
    for name in drawn:
        text = (done.folder / name).read_text("utf-8")
        assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
        assert "var(" not in text
        assert "nan" not in text
        assert not any(reader in text for reader in ROOM.readers)


def test_an_empty_log_has_no_figures(tmp_path: Path) -> None:
    make_room(tmp_path, tmp_path / "films", Room(studies=0, readers={}))
    with opened(tmp_path) as archive:
        snapshot = archive.load()
        done = export(archive, look(snapshot, first_question(snapshot)), tmp_path / "x", Wanted((), figures=True))
    assert done is not None
    assert done.files == (ABOUT,)
