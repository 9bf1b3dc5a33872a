"""Made-up trees of each layout's shape, and the real sets where they are."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.uid import generate_uid

from tests import films
from xraydesk.errors import FolderError, TrainingError
from xraydesk.training.importers.csv_table import read_csv_table
from xraydesk.training.importers.dicom_tree import read_dicom_tree
from xraydesk.training.importers.layouts import LAYOUTS, Options, detect, of_split, read_labelled
from xraydesk.training.importers.nih import FINDINGS_8, FINDINGS_14, read_nih, split_patients
from xraydesk.training.importers.reading import age_in_years, read_rows


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


@pytest.fixture
def mura(tmp_path: Path) -> Path:
    touch(
        tmp_path,
        "train/XR_WRIST/patient00001/study1_positive/image1.png",
        "train/XR_WRIST/patient00001/study1_positive/image2.png",
        "train/XR_WRIST/patient00001/study1_positive/._image2.png",
        "train/XR_HAND/patient00001/study1_negative/image1.png",
        "valid/XR_ELBOW/patient11186/study1_negative/image1.png",
        "valid/stray.png",
    )
    return tmp_path


def test_mura(mura: Path):
    assert detect(mura) == "mura"
    table = read_labelled(mura)
    rows = [(i.split, i.group, i.patient, i.study, i.labels["abnormal"]) for i in table.images]
    assert rows == [
        ("train", "hand", "patient00001", "train/hand/patient00001/study1", 0),
        ("train", "wrist", "patient00001", "train/wrist/patient00001/study1", 1),
        ("train", "wrist", "patient00001", "train/wrist/patient00001/study1", 1),
        ("valid", "elbow", "patient11186", "valid/elbow/patient11186/study1", 0),
    ]
    assert {path.name: why for path, why in table.left_out} == {
        "._image2.png": "a helper file of a Mac, no image",
        "stray.png": "not in a folder XR_REGION/patient/study_positive or study_negative",
    }


NIH_TABLE = """\
Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,OriginalImage[Width,Height]
00000001_000.png,Cardiomegaly,0,1,058Y,M,PA,2682,2749
00000001_001.png,Cardiomegaly|Hernia,1,1,58,M,PA,2894,2729
00000002_000.png,No Finding,0,2,411,F,AP,2500,2048
00000003_000.png,Hernia,0,3,006M,F,AP,2500,2048
00000009_000.png,No Finding,0,9,20,F,AP,2500,2048
"""
NIH_BOXES = "Image Index,Finding Label,Bbox [x,y,w,h],,,\n00000001_000.png,Infiltrate,225.08,547.0,86.7,79.1,,,\n"


@pytest.fixture
def nih(tmp_path: Path) -> Path:
    names = ["00000001_000", "00000001_001", "00000002_000", "00000003_000", "00000077_000"]
    touch(tmp_path, *(f"images_00{n % 2}/images/{name}.png" for n, name in enumerate(names)))
    (tmp_path / "Data_Entry_2017_v2020.csv").write_text(NIH_TABLE)
    (tmp_path / "BBox_List_2017.csv").write_text(NIH_BOXES)
    (tmp_path / "train_val_list.txt").write_text("00000001_000.png\n00000001_001.png\n00000003_000.png\n")
    (tmp_path / "test_list.txt").write_text("00000002_000.png\n")
    return tmp_path


def test_nih(nih: Path):
    assert detect(nih) == "nih"
    table = read_labelled(nih)
    first, second, healthy, infant = sorted(table.images, key=lambda i: i.path.name)
    assert (first.patient, first.study, first.follow_up, first.age_years, first.sex, first.view) == (
        "1", "1/0", 0, 58.0, "M", "PA"
    )  # fmt: skip
    assert second.study == "1/1"
    assert {k for k, v in second.labels.items() if v} == {"abnormal", "cardiomegaly", "hernia"}
    assert not any(healthy.labels.values())
    assert len(healthy.labels) == 1 + len(FINDINGS_14)
    assert healthy.age_years is None  # nobody is 411
    assert infant.age_years == 0.5
    assert [i.split for i in (first, second, healthy, infant)] == ["train_val", "train_val", "test", "train_val"]
    box = first.boxes[0]
    assert (box.label, box.x, box.y, box.width, box.height) == ("infiltration", 225.08, 547.0, 86.7, 79.1)
    reasons = {path.name: why for path, why in table.left_out}
    assert set(reasons) == {"00000009_000.png", "00000077_000.png"}
    assert "not there" in reasons["00000009_000.png"]
    assert "no line" in reasons["00000077_000.png"]


def test_nih_with_the_eight_findings_keeps_what_is_beyond_them_abnormal(nih: Path):
    table = read_nih(nih, FINDINGS_8)
    infant = next(i for i in table.images if i.patient == "3")
    assert infant.labels == {"abnormal": 1, **dict.fromkeys((f.lower() for f in FINDINGS_8), 0)}


def test_official_split_and_one_by_patient(nih: Path):
    table = read_labelled(nih)
    assert [i.patient for i in of_split(table, "test").images] == ["2"]
    with pytest.raises(TrainingError, match="test, train_val"):
        of_split(table, "valid")
    drawn = split_patients(table, {"train": 0.72, "test": 0.2, "validation": 0.08}, seed=3)
    assert len({(i.patient, i.split) for i in drawn.images}) == 3
    assert drawn == split_patients(table, {"train": 0.72, "test": 0.2, "validation": 0.08}, seed=3)
    assert drawn.left_out == table.left_out


def test_nih_without_columns_or_images(nih: Path):
    (nih / "Data_Entry_2017_v2020.csv").write_text("Image Index,Patient ID\na.png,1\n")
    with pytest.raises(TrainingError, match="Finding Labels"):
        read_labelled(nih)


def test_both_knees_of_a_patient_are_one_study(tmp_path: Path):
    touch(tmp_path, "val/0/9006140L.jpg", "val/3/9006140R.jpg", "val/2/9010370R.jpg", "val/ungraded/9010370L.jpg")
    assert detect(tmp_path) == "graded"
    table = read_labelled(tmp_path)
    rows = {i.path.name: (i.labels["grade"], i.labels["abnormal"], i.study, i.group, i.split) for i in table.images}
    assert rows == {
        "9006140L.jpg": (0, 0, "9006140", "left", "val"),
        "9006140R.jpg": (3, 1, "9006140", "right", "val"),
        "9010370R.jpg": (2, 1, "9010370", "right", "val"),
    }
    assert [(path.name, why) for path, why in table.left_out] == [("ungraded", "the folder is not named by a grade")]


def test_folder_per_class(tmp_path: Path):
    touch(tmp_path, "No_Finding/a.png", "TB/b.png", "TB/p7/c.png", "TB/p7/d.png", "COVID/e.png", "stray.png")
    assert detect(tmp_path) == "folders"
    table = read_labelled(tmp_path)
    rows = {i.path.name: (i.labels, i.study) for i in table.images}
    assert rows["a.png"] == ({"covid": 0, "tb": 0, "abnormal": 0}, "No_Finding/a")
    assert rows["b.png"] == ({"covid": 0, "tb": 1, "abnormal": 1}, "TB/b")
    assert rows["c.png"][1] == rows["d.png"][1] == "TB/p7"
    assert [path.name for path, _ in table.left_out] == ["stray.png"]


def test_folders_0_and_1_are_no_grades(tmp_path: Path):
    touch(tmp_path, "0/a.png", "1/b.png")
    assert detect(tmp_path) == "folders"
    assert [i.labels for i in read_labelled(tmp_path).images] == [{"1": 0, "abnormal": 0}, {"1": 1, "abnormal": 1}]


def test_folders_without_a_normal_one_have_no_abnormal(tmp_path: Path):
    touch(tmp_path, "hand/a.png", "foot/b.png")
    assert [set(i.labels) for i in read_labelled(tmp_path).images] == [{"hand", "foot"}] * 2


def test_kermany_with_its_test_part(tmp_path: Path):
    touch(tmp_path, "train/NORMAL/IM-0115-0001.jpeg", "train/PNEUMONIA/person1_bacteria_1.jpeg",
          "test/NORMAL/IM-0001-0001.jpeg", "test/PNEUMONIA/person1_virus_6.jpeg")  # fmt: skip
    assert detect(tmp_path) == "kermany"
    table = of_split(read_labelled(tmp_path), "test")
    assert [(i.patient, i.labels) for i in table.images] == [
        ("test/IM1", {"pneumonia": 0}), ("test/person1", {"pneumonia": 1})
    ]  # fmt: skip


def test_its_folders_with_other_names_are_a_folder_per_class(tmp_path: Path):
    touch(tmp_path, "NORMAL/0001.png", "PNEUMONIA/0002.png")
    assert detect(tmp_path) == "folders"
    assert read_labelled(tmp_path).images[1].labels == {"pneumonia": 1, "abnormal": 1}


def test_csv_with_usual_columns(tmp_path: Path):
    touch(tmp_path, "img/a.png", "img/b.png", "img/c.png", "img/d.png")
    (tmp_path / "labels.csv").write_text(
        "file,finding_labels,patient_id,age,sex,view,split\n"
        "a.png,No Finding,7,41,F,PA,test\nimg/b.png,Mass|Pleural_Thickening,8,9,M,ap,test\n"
        "c.png,,9,,,,\nz.png,Mass,1,,,,\n"
    )
    assert detect(tmp_path) == "csv"
    table = read_labelled(tmp_path)
    a, b = table.images
    assert (a.labels, a.patient, a.age_years, a.sex, a.view, a.split) == (
        {"abnormal": 0, "mass": 0, "pleural thickening": 0}, "7", 41.0, "F", "PA", "test"
    )  # fmt: skip
    assert (b.labels["abnormal"], b.labels["pleural thickening"], b.view) == (1, 1, "AP")
    assert [(path.name, why.split()[-1]) for path, why in table.left_out] == [
        ("c.png", "label"), ("z.png", "there"), ("d.png", "it")
    ]  # fmt: skip


def test_a_word_in_a_column_of_numbers_is_no_finding(tmp_path: Path):
    touch(tmp_path, "a.png", "b.png", "c.png", "d.png")
    (tmp_path / "labels.csv").write_text("file,finding\na.png,0\nb.png,1\nc.png,maybe\nd.png,normal\n")
    table = read_labelled(tmp_path)
    assert [(i.path.name, i.labels["abnormal"]) for i in table.images] == [("a.png", 0), ("b.png", 1), ("d.png", 0)]
    assert [(p.name, why) for p, why in table.left_out] == [
        ("c.png", 'labels.csv says "maybe" of it, and a number of others')
    ]
    (tmp_path / "labels.csv").write_text("file,finding\na.png,0\nb.png,mass\nc.png,maybe\nd.png,\n")
    assert read_labelled(tmp_path).images[1].labels == {"abnormal": 1, "mass": 1, "maybe": 0}


@pytest.mark.parametrize("part", ["", "train/"])
def test_an_empty_class_is_named(tmp_path: Path, part: str):
    touch(tmp_path, f"{part}NORMAL/IM-0001-0001.png")
    (tmp_path / part / "PNEUMONIA").mkdir()
    with pytest.raises(TrainingError, match="images of the class NORMAL alone; of PNEUMONIA there are none"):
        detect(tmp_path)


def test_csv_with_columns_named(tmp_path: Path):
    touch(tmp_path, "a.png", "b.png", "c.png")
    (tmp_path / "t.csv").write_text("Bild;Bruch;Erguss;Wer\na;1;0;x\nb;0;-1;x\nc;;;y\n")
    wanted = {"key": "Bild", "labels": "Bruch+Erguss", "patient": "Wer"}
    table = read_labelled(tmp_path, "csv", Options(wanted))
    assert [(i.labels, i.patient) for i in table.images] == [({"bruch": 1, "erguss": 0}, "x"), ({"bruch": 0}, "x")]
    assert [path.name for path, _ in table.left_out] == ["c.png"]


def test_one_of_two_tables_with_longer_paths_than_there_are(tmp_path: Path):
    touch(tmp_path, "valid/patient1/study1/view1.jpg", "valid/patient2/study1/view1.jpg")
    lines = "".join(f"Set-v1/valid/patient{n}/study1/view1.jpg,{n - 1}\n" for n in (1, 2))
    (tmp_path / "valid.csv").write_text("Path,Mass\n" + lines)
    (tmp_path / "train.csv").write_text("Path,Mass\n")
    with pytest.raises(TrainingError, match="2 CSV tables"):
        read_labelled(tmp_path)
    table = read_labelled(tmp_path, "", Options({"labels": "Mass"}, tmp_path / "valid.csv"))
    assert [(i.labels, i.patient) for i in table.images] == [
        ({"mass": 0}, "valid/patient1/study1/view1"), ({"mass": 1}, "valid/patient2/study1/view1")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "words"),
    [({"key": "Datei"}, 'no column "Datei"'), ({"colour": "Bild"}, "colour is nothing"), ({}, "tell the images")],
)
def test_columns_that_make_no_sense(tmp_path: Path, wanted: dict[str, str], words: str):
    touch(tmp_path, "a.png")
    (tmp_path / "t.csv").write_text("Bild;Bruch\na;1\n")
    with pytest.raises(TrainingError, match=words):
        read_csv_table(tmp_path, wanted)


def test_zero_one_and_graded_columns(tmp_path: Path):
    touch(tmp_path, "a.png", "b.png")
    (tmp_path / "t.csv").write_text("image,label\na.png,0\nb.png,1\n")
    assert [i.labels for i in read_labelled(tmp_path).images] == [
        {"label": 0, "abnormal": 0}, {"label": 1, "abnormal": 1}
    ]  # fmt: skip


@pytest.fixture
def dicom(tmp_path: Path) -> Path:
    study = generate_uid()
    films.write_dicom(tmp_path / "d" / "one", StudyInstanceUID=study, SOPInstanceUID="1.2.1", PatientID="P1",
                      AccessionNumber="A1", PatientAge="003Y", PatientSex="F", ViewPosition="AP")  # fmt: skip
    films.write_dicom(tmp_path / "d" / "two", StudyInstanceUID=study, SOPInstanceUID="1.2.2", PatientID="P1",
                      AccessionNumber="A1")  # fmt: skip
    films.write_dicom(tmp_path / "d" / "three", SOPInstanceUID="1.2.3", PatientID="P3", AccessionNumber="A3")
    (tmp_path / "study.txt").write_text(study)
    return tmp_path


@pytest.mark.parametrize(
    ("table", "labelled"),
    [
        ("SOPInstanceUID,target\n1.2.1,1\n1.2.2,0\n1.2.9,0\n", ["one", "two"]),
        ("StudyInstanceUID,target\n{study},1\n", ["one", "two"]),
        ("AccessionNumber,target\nA1,1\nA3,0\n", ["one", "three", "two"]),
        ("path,target\nd\\one,1\nd/three,0\n", ["one", "three"]),
        ("file,target\nthree,1\n", ["three"]),
    ],
)
def test_dicom_tree_joined_by_what_matches(dicom: Path, table: str, labelled: list[str]):
    (dicom / "labels.csv").write_text(table.format(study=(dicom / "study.txt").read_text()))
    assert detect(dicom) == "dicom"
    found = read_labelled(dicom)
    assert sorted(i.path.name for i in found.images) == labelled
    assert len(found.left_out) == 3 - len(labelled) + table.count("1.2.9")
    assert all(why for _, why in found.left_out)


def test_dicom_headers_say_the_rest(dicom: Path):
    (dicom / "labels.csv").write_text("SOPInstanceUID,target,site\n1.2.1,1,North\n1.2.2,0,North\n")
    one, two = sorted(read_dicom_tree(dicom).images, key=lambda i: i.path.name)
    assert (one.patient, one.age_years, one.sex, one.view, one.source) == ("P1", 3.0, "F", "AP", "North")
    assert one.study == two.study == (dicom / "study.txt").read_text()


def test_a_damaged_film_with_a_label_stays_with_its_problem(dicom: Path):
    (dicom / "d" / "three").write_bytes(b"\0" * 128 + b"DICM\x02\0\0\0UL\x04")
    (dicom / "labels.csv").write_text("file,target\none,1\nthree,0\n")
    one, three = sorted(read_dicom_tree(dicom).images, key=lambda i: i.path.name)
    assert one.problem == ""
    assert "cut short" in three.problem
    assert three.labels["abnormal"] == 0


def test_a_table_that_matches_nothing(dicom: Path):
    (dicom / "labels.csv").write_text("AccessionNumber,target\nZ9,1\n")
    with pytest.raises(TrainingError, match="matches no DICOM image"):
        read_dicom_tree(dicom)


def test_what_cannot_be_told_is_said(tmp_path: Path):
    with pytest.raises(FolderError, match="not a folder"):
        detect(tmp_path / "nowhere")
    with pytest.raises(TrainingError, match="no layout"):
        detect(tmp_path)
    touch(tmp_path, "0/1234567L.png", "2/1234567R.png")
    (tmp_path / "t.csv").write_text("file,label\na,1\n")
    with pytest.raises(TrainingError, match=r"graded .* or csv .*--layout"):
        detect(tmp_path)
    with pytest.raises(TrainingError, match="mura, nih"):
        read_labelled(tmp_path, "tree")
    with pytest.raises(TrainingError, match="no table"):
        read_labelled(tmp_path, "graded", Options({"key": "file"}))


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_an_empty_folder_is_a_sentence_in_every_layout(tmp_path: Path, name: str):
    with pytest.raises(TrainingError, match=r"here"):
        read_labelled(tmp_path, name)


@pytest.mark.parametrize(
    ("text", "years"), [("058Y", 58), ("58", 58), ("6.5", 6.5), ("006M", 0.5), ("130", None), ("x", None), ("", None)]
)
def test_ages(text: str, years: float | None):
    assert age_in_years(text) == years


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_sentence(tmp_path: Path, data: bytes):
    file = tmp_path / "t.csv"
    file.write_bytes(data)
    rows: list[dict[str, str]] = []
    with suppress(TrainingError):
        rows = read_rows(file)
    assert all(isinstance(value, str) for row in rows for value in row.values())


@pytest.mark.parametrize(
    ("folder", "name", "images", "studies"),
    [
        ("chest-paediatric", "kermany", 5232, None),
        ("knee", "graded", 6604, 3302),
        ("chest-adult/nih", "csv", 200, 200),
        ("chest-adult/tb-pakistan", "folders", 160, 160),
    ],
)
def test_real_sets(shared_data: Path, folder: str, name: str, images: int, studies: int | None):
    assert detect(shared_data / folder) == name
    table = read_labelled(shared_data / folder)
    assert (len(table), table.left_out) == (images, ())
    assert studies is None or len({i.study for i in table.images}) == studies
