"""The self-test tries every part once, tells what is wrong in a sentence, and its exit code tells the rest."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from xraydesk import resources
from xraydesk.admin import runs
from xraydesk.errors import UnreadableImage, XraydeskError
from xraydesk.gui import guide_pages
from xraydesk.selftest import films, keeping, looks, models, run, surroundings, training_run
from xraydesk.selftest.outcome import Outcome, lines, passed, to_json

GOOD, BAD = Outcome("a", passed=True, words="fine", seconds=0.5), Outcome("bb", passed=False, words="It is broken.")


@pytest.fixture
def other_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the self-test's files that a test may damage, the only one the program sees."""
    folder = tmp_path / "package" / "_resources"
    shutil.copytree(resources.resource_dir("selftest"), folder / "selftest")
    monkeypatch.setattr(resources, "_PACKAGE", folder.parent)
    return folder / "selftest"


def test_each_transfer_syntax_that_the_program_reads_has_a_file() -> None:
    from pydicom.uid import UID

    from xraydesk.imaging.decoders import DECODER_DEPENDENCIES
    from xraydesk.imaging.stored import NATIVE

    part2 = {"1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93"}  # decoded as part 1; nothing here writes them
    wanted = {UID(syntax).name for syntax in {*DECODER_DEPENDENCIES, *NATIVE} - part2}
    assert {film.transfer_syntax for film in films.expected()} == wanted


@pytest.mark.parametrize("film", films.expected(), ids=lambda film: film.name)
def test_each_file_gives_what_is_known(film: films.Film) -> None:
    assert film.transfer_syntax in films.decoded(film)


@pytest.mark.parametrize("name", ["explicit-little", "jpeg-2000"])
def test_another_value_is_told(name: str, other_resources: Path) -> None:
    film = next(one for one in films.expected() if one.name == name)
    path = other_resources / "explicit-little.dcm"
    data = bytearray(path.read_bytes())
    data[-100] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(UnreadableImage, match=name):
        films.decoded(film)


def test_answers_are_stored_of_every_bundled_model() -> None:
    missing = [known.name for known in models.expected() if not known.logits]
    assert not missing, f"python packaging/make_selftest.py --out resources/selftest: {missing}"


def test_the_bundled_models_answer_as_stored() -> None:
    for known in models.expected():
        assert "within" in models.check(known, "cpu")


def test_another_answer_is_told() -> None:
    known = models.expected()[0]
    other = models.Known(known.name, known.sha256, known.film, tuple(logit + 0.02 for logit in known.logits))
    with pytest.raises(XraydeskError, match=r"off by 0\.02.*Install xraydesk again"):
        models.check(other, "cpu")


@pytest.mark.parametrize("check", [keeping.database, keeping.parquet, keeping.password, keeping.signature])
def test_what_is_kept_is_read_again(check: Callable[[Path], str], tmp_path: Path) -> None:
    assert check(tmp_path)


@pytest.mark.parametrize(
    "check",
    [
        keeping.image_map,
        looks.translations,
        looks.drawings,
        looks.guide,
        surroundings.versions,
        surroundings.set_for_machine,
    ],
)
def test_what_needs_no_folder(check: Callable[[], str]) -> None:
    assert check()


def test_a_training_run_that_brings_no_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "program", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(XraydeskError, match="No model came out"):
        training_run.trained(tmp_path)


def test_a_missing_translation_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(looks, "resource_dir", lambda _: tmp_path)
    with pytest.raises(XraydeskError, match="A translation is missing"):
        looks.translations()


def test_a_picture_of_the_guide_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(guide_pages.root() / "guide", tmp_path / "guide")
    (tmp_path / "guide" / "pictures" / "desk.jpg").write_bytes(b"no picture")
    monkeypatch.setattr(guide_pages, "root", lambda: tmp_path)
    with pytest.raises(XraydeskError, match=r"Pictures of the guide cannot be read .*desk\.jpg"):
        looks.guide()


def test_one_failure_keeps_no_other_check_from_being_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> str:
        raise ImportError("No module named\n 'cv2'")

    planned = [run.Check("broken", broken), run.Check("good", lambda folder: str(folder.is_dir()))]
    monkeypatch.setattr(run, "checks", lambda _: planned)
    assert [(one.name, one.passed, one.words) for one in run.run()] == [
        ("broken", False, "ImportError: No module named 'cv2'. Install xraydesk again."),
        ("good", True, "True"),
    ]


def test_without_its_files_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "nowhere")
    (outcome,) = run.run()
    assert not outcome.passed
    assert "Install xraydesk again" in outcome.words


def test_the_table_names_what_failed() -> None:
    assert lines([GOOD, BAD]) == [
        "ok    a   fine",
        "FAIL  bb  It is broken.",
        "1 of 2 checks failed; this installation is not to be used for reading.",
    ]
    assert lines([GOOD])[-1] == "The check passed in 0.5 s."
    assert lines([GOOD, GOOD])[-1] == "All 2 checks passed in 1.0 s."
    assert passed([GOOD])
    assert not passed([GOOD, BAD])
    assert to_json([BAD])["checks"][0]["words"] == "It is broken."


@pytest.mark.parametrize(("outcomes", "code"), [([GOOD], 0), ([GOOD, BAD], 1)])
def test_the_exit_code_tells(
    outcomes: list[Outcome], code: int, run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xraydesk.selftest.run.run", lambda _: iter(outcomes))
    assert run("selftest")[0] == code
    found, out, _ = run("selftest", "--json")
    assert found == code
    assert json.loads(out)["passed"] == (code == 0)
