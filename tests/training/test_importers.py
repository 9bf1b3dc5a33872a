from pathlib import Path

import pytest

from xraydesk.errors import TrainingError
from xraydesk.training.importers.folders import read_folder
from xraydesk.training.importers.kermany import read_kermany

NAMES = {
    "NORMAL": ["IM-0115-0001.jpeg", "IM-0115-0002.jpeg", "NORMAL2-IM-0115-0001.jpeg"],
    "PNEUMONIA": ["person1_bacteria_1.jpeg", "person1_bacteria_2.jpeg", "person1_virus_6.jpeg", "holiday.jpeg"],
}


@pytest.fixture
def kermany(tmp_path: Path) -> Path:
    for name, files in NAMES.items():
        folder = tmp_path / "train" / name
        folder.mkdir(parents=True)
        for file in files:
            (folder / file).touch()
    return tmp_path


def test_kermany_labels_patients_and_sources(kermany: Path):
    table = read_kermany(kermany)
    rows = {i.path.name: (i.labels["pneumonia"], i.patient, i.source) for i in table.images}
    assert rows["IM-0115-0002.jpeg"] == (0, "train/IM115", "IM")
    assert rows["NORMAL2-IM-0115-0001.jpeg"] == (0, "train/NORMAL2-IM115", "NORMAL2-IM")
    assert rows["person1_bacteria_2.jpeg"] == (1, "train/person1", "bacteria")
    assert rows["person1_virus_6.jpeg"] == (1, "train/person1", "virus")


def test_kermany_says_what_it_left_out(kermany: Path):
    table = read_kermany(kermany)
    assert [(path.name, "patient" in why) for path, why in table.left_out] == [("holiday.jpeg", True)]


def test_kermany_without_class_folders(tmp_path: Path):
    with pytest.raises(TrainingError, match="NORMAL or PNEUMONIA"):
        read_kermany(tmp_path)


def test_folder_limit_spreads_over_the_names(tmp_path: Path):
    for i in range(100):
        (tmp_path / f"{i:03}.png").touch()
    table = read_folder(tmp_path, {}, "adults", limit=4)
    assert [i.path.stem for i in table.images] == ["000", "025", "050", "075"]


def test_empty_folder_is_said(tmp_path: Path):
    with pytest.raises(TrainingError, match="No image"):
        read_folder(tmp_path, {}, "adults")


def test_real_set(shared_data: Path):
    table = read_kermany(shared_data / "chest-paediatric")
    assert len(table) == 5232
    assert not table.left_out
    assert sum(i.labels["pneumonia"] for i in table.images) == 3883
