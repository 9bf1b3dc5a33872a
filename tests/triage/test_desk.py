"""The desk as the window uses it: real files, a real (tiny) model, a real database."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests import films
from tests.triage import fakes
from xraydesk.errors import BundleError, Cancelled, DiskFull, FolderError, NotARadiograph, UnknownModel, XraydeskError
from xraydesk.store.database import Database
from xraydesk.triage import activation
from xraydesk.triage.assessment import Band
from xraydesk.triage.desk import Desk


@pytest.fixture
def desk(installed: Path) -> Iterator[Desk]:
    with Desk(installed, reader="anna", device="cpu") as desk:
        yield desk


def opened(desk: Desk, folder: Path) -> fakes.Ears:
    ears = fakes.Ears()
    desk.start(folder, ears)
    assert desk.wait(60)
    return ears


def by_patient(desk: Desk) -> dict[str, str]:
    return {row.patient_id or row.study_id: row.study_id for row in desk.rows()}


def test_before_anything_is_open(desk: Desk) -> None:
    assert desk.rows() == []
    assert desk.wait()
    desk.cancel()
    desk.prioritise(["x"])
    assert ([card.id for card in desk.cards], [card.id for card in desk.models()]) == (["tiny"], ["tiny"])
    with pytest.raises(KeyError):
        desk.study("x")


def test_a_folder_of_real_files(desk: Desk, film_folder: Path) -> None:
    ears = opened(desk, film_folder)
    assert ears.errors == []
    summary = ears.summary
    assert summary is not None
    assert (summary.images, summary.pending, summary.scored, summary.refused) == (6, 0, 4, 1)
    rows = desk.rows()
    names = by_patient(desk)
    adult = desk.row(names["A0"])
    assert (adult.band, adult.reason) == (Band.NOT_ASSESSED, "adult (54 y): the model is for children of 1-5 years")
    assert adult.age_years == 54
    unreadable = [row for row in rows if row.band is Band.NOT_ASSESSED and row is not adult and row.patient_id != "A0"]
    assert len(unreadable) == 1
    assert unreadable[0].reason
    scored = [row for row in rows if row.score is not None]
    assert len(scored) == 4
    assert all(set(row.probabilities) == {"shadow", "other"} for row in scored)
    assert "picture.png" in {row.study_id for row in scored}
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))


def test_pictures_and_maps(desk: Desk, film_folder: Path) -> None:
    opened(desk, film_folder)
    names = by_patient(desk)
    picture = desk.load_image(names["C0"], 0)
    assert (picture.rows, picture.columns) == (96, 80)
    assert desk.load_image(names["C0"], 0) is picture
    stored = desk.activation_map(names["C0"], 0, "shadow")
    assert stored is not None
    assert stored.values.dtype == np.float32
    assert stored.in_logits
    assert stored.peak == stored.values.max()
    computed = desk.activation_map(names["C0"], 0, "shadow", "gradcam")
    assert computed is not None
    np.testing.assert_allclose(computed.values, stored.values, atol=0.02)  # the same by mathematics; kept as float16
    relative = desk.activation_map(names["C0"], 0, "shadow", "eigencam")
    assert relative is not None
    assert not relative.in_logits
    assert desk.activation_map(names["A0"], 0, "shadow") is None


def test_the_methods_offered_are_those_the_model_knows() -> None:
    from xraydesk.inference import gradcam

    assert tuple(activation.METHODS) == gradcam.METHODS


@pytest.mark.parametrize("method", activation.METHODS)
def test_each_method_makes_a_map_of_its_own(desk: Desk, film_folder: Path, method: str) -> None:
    opened(desk, film_folder)
    found = desk.activation_map(by_patient(desk)["C0"], 0, "shadow", method)
    assert found is not None
    assert found.method == method
    assert found.in_logits == (method in {"cam", "gradcam"})


def test_a_long_map_ends_when_nobody_waits_and_scores_the_list_meanwhile(desk: Desk, film_folder: Path) -> None:
    opened(desk, film_folder)
    study, shares, scored = by_patient(desk)["C0"], [], threading.Event()

    def going(share: float) -> bool:
        if not shares:  # the thread is at the map: what comes in now waits for it
            desk._scoring.submit("tiny", film, fakes.NOBODY, lambda *_: scored.set(), lambda: True)
        shares.append(share)
        return True

    film = np.zeros((desk.cards[0].input.size,) * 2, np.uint8)
    desk.activation_map(study, 0, "shadow", "scorecam", going)
    assert shares[0] == 0.0
    assert scored.wait(5)
    with pytest.raises(Cancelled):
        desk.activation_map(study, 0, "shadow", "scorecam", lambda _: False)
    assert desk.activation_map(study, 0, "shadow", "gradcam") is not None


def test_a_film_that_cannot_be_shown_says_why(desk: Desk, film_folder: Path) -> None:
    films.write_png(film_folder / "colour.png", np.random.default_rng(0).integers(0, 255, (40, 40, 3), np.uint8))
    opened(desk, film_folder)
    row = desk.row("colour.png")
    assert row.band is Band.NOT_ASSESSED
    with pytest.raises(NotARadiograph):
        desk.load_image("colour.png", 0)


def test_opening_again_needs_no_torch_at_all(installed: Path, film_folder: Path) -> None:
    with Desk(installed, device="cpu") as desk:
        opened(desk, film_folder)
        before = [(row.study_id, row.band, row.score) for row in desk.rows()]
    with Desk(installed, scorer_factory=lambda *_: pytest.fail) as desk:
        ears = opened(desk, film_folder)
        assert ears.summary is not None
        assert (ears.summary.scored, ears.summary.cached) == (0, 4)
        assert [(row.study_id, row.band, row.score) for row in desk.rows()] == before
        assert desk.activation_map(before[0][0], 0, "shadow") is not None


def test_the_desk_and_all_it_imports_are_free_of_torch_and_qt() -> None:
    code = (
        "import sys, xraydesk.triage.desk, xraydesk.cli; print([m for m in ('torch', 'PySide6') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_verdicts(desk: Desk, film_folder: Path, installed: Path) -> None:
    opened(desk, film_folder)
    names = by_patient(desk)
    made = desk.record_verdict(names["C1"], "abnormal", 4, "left base", 12.5, True)
    assert (made.reader, made.model_id, len(made.images)) == ("anna", "tiny", 1)
    assert made.score == desk.row(names["C1"]).score
    adult = desk.record_verdict(names["A0"], "normal", 5, "", 3.0, False)
    assert len(adult.images) == 1, "a film no run has read is hashed for the verdict"
    assert desk.row(names["C1"]).status == "read"
    assert desk.row(names["C0"]).status == "unread"
    desk.record_verdict(names["C1"], "unsure", 2, "second look", 5.0, True)
    assert [verdict.answer for verdict in desk.verdicts(names["C1"])] == ["abnormal", "unsure"]
    assert desk.verify_logs() == []
    with Desk(installed, scorer_factory=lambda *_: pytest.fail) as again:
        opened(again, film_folder)
        assert again.row(names["C1"]).verdict == desk.verdicts(names["C1"])[-1]
        assert again.row(names["A0"]).status == "read"


def test_a_verdict_does_not_pass_to_another_film_of_the_same_name(desk: Desk, tmp_path: Path) -> None:
    for n, folder in enumerate(("monday", "tuesday")):
        films.write_png(tmp_path / folder / "image.png", films.picture(bits=8, seed=n).astype(np.uint8))
    opened(desk, tmp_path / "monday")
    desk.record_verdict("image.png", "abnormal", 5, "", 1.0, True)
    opened(desk, tmp_path / "tuesday")
    assert desk.row("image.png").status == "unread"
    assert desk.verdicts("image.png") == []
    opened(desk, tmp_path / "monday")
    assert desk.row("image.png").status == "read"


def test_a_second_folder_stops_the_first(desk: Desk, film_folder: Path, tmp_path: Path) -> None:
    first, second = fakes.Ears(), fakes.Ears()
    (tmp_path / "empty").mkdir()
    desk.start(film_folder, first)
    desk.start(tmp_path / "empty", second)
    assert desk.wait(60)
    assert first.calls[-1] == second.calls[-1] == "finished"
    assert desk.rows() == []


def test_a_folder_that_is_not_there(desk: Desk, tmp_path: Path) -> None:
    ears = opened(desk, tmp_path / "nowhere")
    assert [type(error) for error in ears.errors] == [FolderError]


def test_recent_folders(desk: Desk, film_folder: Path) -> None:
    opened(desk, film_folder)
    assert desk.recent_folders() == [film_folder]


def test_no_model_or_not_that_one(installed: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownModel, match="Installed: tiny"):
        Desk(installed, model_id="other")
    with pytest.raises(UnknownModel, match="No model is installed"):
        Desk(tmp_path / "fresh")


def test_a_model_whose_weights_were_changed(installed: Path, film_folder: Path) -> None:
    weights = installed / "models" / "tiny" / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    with Desk(installed, device="cpu") as desk:
        ears = opened(desk, film_folder)
        assert [type(error) for error in ears.errors] == [BundleError]
        assert sum(row.band is None for row in desk.rows()) == 4, "they wait for a sound model"


def test_a_damaged_store_is_told_and_the_folder_is_done(
    desk: Desk, film_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xraydesk.errors import StoreError

    def broken(self: Database):
        raise StoreError("The database is damaged")

    monkeypatch.setattr(Database, "read", broken)
    ears = opened(desk, film_folder)
    assert {type(error) for error in ears.errors} == {StoreError}
    assert all(isinstance(error, XraydeskError) for error in ears.errors)
    assert sum(row.score is not None for row in desk.rows()) == 4


def test_a_full_disk_from_the_start_scores_the_folder_and_refuses_verdicts(
    installed: Path, film_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data_dir: Path) -> Database:
        raise DiskFull("The disk is full")

    monkeypatch.setattr(Database, "open", full)
    with Desk(installed, device="cpu") as desk:
        ears = opened(desk, film_folder)
        assert [type(error) for error in ears.errors] == [DiskFull]
        rows = [row for row in desk.rows() if row.score is not None]
        assert len(rows) == 4
        assert desk.activation_map(rows[0].study_id, 0, "shadow") is not None
        with pytest.raises(DiskFull):
            desk.record_verdict(rows[0].study_id, "abnormal", 3, "", 1.0, True)
        assert desk.row(rows[0].study_id).status == "unread"


@pytest.mark.real_data
def test_real_dicom_files_are_each_an_answer_or_a_reason(desk: Desk, shared_data: Path) -> None:
    ears = opened(desk, shared_data / "dicom" / "radiographs")
    assert ears.errors == []
    assert ears.result is not None
    files = [path for path in (shared_data / "dicom" / "radiographs").rglob("*") if path.is_file()]
    seen = {i.path for study in ears.result.studies for i in study.instances} | {s.path for s in ears.result.skipped}
    assert seen == set(files), "no file is passed over in silence"
    assert all(row.band is not None for row in desk.rows())
    assert all(row.reason for row in desk.rows() if row.band is Band.NOT_ASSESSED)
