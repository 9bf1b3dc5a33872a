"""Champion and challenger: every figure against its own definition, the verdict on a margin, and the whole way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from math import isnan, nan
from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics

from tests.inference.conftest import a_card
from tests.training.blobs import film, write_films
from xraydesk.admin import installing, promotion
from xraydesk.admin.comparison import Pairs, at_points, lines, outcome_of, overall
from xraydesk.admin.contest import Comparison, compared, contest
from xraydesk.admin.contest_choices import ContestantChoice, ContestantKind, usual_challenger
from xraydesk.admin.contestants import contestant
from xraydesk.admin.evidence import Outcome
from xraydesk.admin.held_log import LogAsked
from xraydesk.admin.held_out import FilmsAsked, HeldOut, kept_aside
from xraydesk.admin.parcels import export_model
from xraydesk.admin.room import AdminRoom
from xraydesk.errors import Cancelled, PromotionRefused, TrainingError, UnknownModel
from xraydesk.evaluation.discrimination import Interval
from xraydesk.inference.card import ModelCard
from xraydesk.research.archive import Archive
from xraydesk.store.reference import ABNORMAL, ReferenceDraft, ReferenceLog
from xraydesk.training.cases import Case
from xraydesk.training.questions import Question
from xraydesk.training.table import ImageTable, LabelledImage

MakeVersion = Callable[..., ModelCard]
CARD = a_card()
OUTPUTS = (CARD.abnormal, CARD.abnormal)


def quiet(done: int, of: int) -> None:
    assert 0 <= done <= of


def answers(n: int, shift: float = 0.0, seed: int = 4) -> HeldOut:
    """Return made-up answers of two models to n studies, the challenger's probabilities moved by ``shift``."""
    rng = np.random.default_rng(seed)
    sides: tuple[list[Case], list[Case]] = ([], [])
    for number in range(n):
        truth = int(number % 3 == 0)
        ease = rng.normal()
        for side, cases in enumerate(sides):
            p = 1 / (1 + np.exp(-(2.2 * truth - 1.6 + ease + 0.4 * rng.normal()))) + side * shift
            groups = {"sex": "FM"[number % 2], "part": "chest"}
            cases.append(Case(truth, float(np.clip(p, 0, 1)), patient=f"P{number}", groups=groups, name=f"S{number}"))
    return HeldOut("made up", "shadow", OUTPUTS, tuple(sides[0]), tuple(sides[1]), {})


def found(held: HeldOut, margin: float = 0.02) -> Comparison:
    return compared((CARD, replace(CARD, version="1.1")), held, margin, installed=True)


def test_each_figure_is_what_it_says() -> None:
    held = answers(300)
    got = {line.key: line for line in found(held).lines}
    truth = [case.truth for case in held.champion]
    for cases, side in ((held.champion, "champion"), (held.challenger, "challenger")):
        p = np.array([case.probability for case in cases])
        called = p >= 0.4
        assert getattr(got["auroc"], side) == pytest.approx(metrics.roc_auc_score(truth, p))
        assert getattr(got["average_precision"], side) == pytest.approx(metrics.average_precision_score(truth, p))
        assert getattr(got["accuracy"], side) == pytest.approx(metrics.accuracy_score(truth, called))
        assert getattr(got["sensitivity"], side) == pytest.approx(metrics.recall_score(truth, called))
        assert getattr(got["specificity"], side) == pytest.approx(metrics.recall_score(truth, called, pos_label=0))
        assert getattr(got["precision"], side) == pytest.approx(metrics.precision_score(truth, called))
        assert getattr(got["f3"], side) == pytest.approx(metrics.fbeta_score(truth, called, beta=3))
        assert getattr(got["kappa"], side) == pytest.approx(metrics.cohen_kappa_score(truth, called))
        assert getattr(got["brier"], side) == pytest.approx(metrics.brier_score_loss(truth, p))
    for line in got.values():
        assert line.difference.value == pytest.approx(line.challenger - line.champion)
        assert line.difference.low <= line.difference.value <= line.difference.high


def test_less_sensitive_is_worse_and_much_the_same_is_not() -> None:
    assert found(answers(900, shift=-0.15)).outcome is Outcome.WORSE
    assert found(answers(900, shift=+0.05)).outcome is Outcome.NOT_WORSE
    few = found(answers(60))
    assert few.outcome is Outcome.NOT_SHOWN
    assert found(answers(60), margin=0.9).outcome is Outcome.NOT_WORSE


@pytest.mark.parametrize(
    ("interval", "outcome"),
    [
        (Interval(0.0, -0.019, 0.02), Outcome.NOT_WORSE),
        (Interval(-0.01, -0.019, -0.001), Outcome.NOT_WORSE),  # less sensitive, but by less than the margin
        (Interval(0.0, -0.02, 0.02), Outcome.NOT_SHOWN),
        (Interval(-0.1, -0.2, -0.01), Outcome.WORSE),
        (Interval(nan, nan, nan), Outcome.NOT_SHOWN),
    ],
)
def test_the_lower_bound_is_held_against_the_margin(interval: Interval, outcome: Outcome) -> None:
    assert outcome_of(interval, 0.02) is outcome


def test_the_worst_point_decides() -> None:
    held = answers(900)
    points = found(held).points
    assert [point.name for point in points] == ["rule-out", "default", "rule-in"]
    assert overall(points) is Outcome.NOT_WORSE or any(point.outcome is overall(points) for point in points)
    assert overall(()) is Outcome.NOT_SHOWN
    spoiled = replace(points[2], outcome=Outcome.WORSE)
    assert overall((*points[:2], spoiled)) is Outcome.WORSE


def test_each_is_judged_at_its_own_threshold() -> None:
    lower = replace(CARD.abnormal, operating_points=tuple(
        replace(point, threshold=point.threshold / 2) for point in CARD.abnormal.operating_points))  # fmt: skip
    held = answers(300)
    pairs = Pairs(
        np.array([case.truth for case in held.champion], bool),
        *(np.array([case.probability for case in cases]) for cases in (held.champion, held.champion)),
        np.array([case.patient for case in held.champion]),
    )  # fmt: skip
    (rule_out, *_) = at_points(pairs, (CARD.abnormal, lower), 0.02)
    assert rule_out.thresholds == (0.2, 0.1)
    assert rule_out.sensitivity[1].value >= rule_out.sensitivity[0].value
    assert rule_out.sensitivity_difference.value >= 0


def test_one_class_and_nothing_at_all_have_no_figures_that_are_none() -> None:
    normal = answers(30)
    normal = replace(normal, champion=tuple(replace(case, truth=0) for case in normal.champion))
    got = found(normal)
    assert got.outcome is Outcome.NOT_SHOWN
    assert got.curves is None
    assert isnan({line.key: line for line in got.lines}["sensitivity"].champion)
    json.dumps(got.evidence.to_json(), allow_nan=False)
    nothing = replace(normal, champion=(), challenger=())
    assert found(nothing).lines == ()
    assert found(nothing).outcome is Outcome.NOT_SHOWN
    json.dumps(found(nothing).evidence.to_json(), allow_nan=False)


def test_what_one_could_not_assess_is_counted_and_left_out() -> None:
    held = answers(40)
    first = replace(held.challenger[0], probability=None, reason="an adult")
    got = found(replace(held, challenger=(first, *held.challenger[1:])))
    assert (got.n, got.not_assessed) == (39, (0, 1))
    assert got.cases[0].reasons == ("", "an adult")
    assert not got.cases[0].apart


def test_where_they_disagree_missed_abnormal_studies_come_first() -> None:
    got = found(answers(300, shift=-0.1))
    first = got.apart[0]
    assert first.truth
    assert first.called == (True, False)
    kinds = [(case.truth, case.called[1]) for case in got.apart]
    missed = [kind == (True, False) for kind in kinds]
    assert missed == sorted(missed, reverse=True)


def test_groups_and_patients_with_several_studies() -> None:
    held = answers(200)
    got = found(held)
    assert {(line.by, line.value) for line in got.groups} == {("sex", "F"), ("sex", "M")}
    assert sum(line.n for line in got.groups) == 200
    assert not any("studies of a patient" in words for words in got.notices)
    assert "chosen anew, on its own validation films" in got.notices[0]
    shared = tuple(replace(case, patient="one") for case in held.champion)
    assert any("studies of a patient" in words for words in found(replace(held, champion=shared)).notices)


def test_lines_need_no_pairs() -> None:
    empty = Pairs(np.zeros(0, bool), np.zeros(0), np.zeros(0), np.zeros(0, np.str_))
    assert lines(empty, OUTPUTS) == ()


# -- the whole way -------------------------------------------------------------------------------------------------


@pytest.fixture
def blobs(tmp_path: Path) -> Path:
    return write_films(tmp_path / "blobs", each=12).data


def test_an_installed_version_a_run_and_a_file_are_compared(
    room: AdminRoom, make_version: MakeVersion, tmp_path: Path, blobs: Path
) -> None:
    make_version("1.1", tmp_path / "runs" / "second" / "bundle")
    asked = FilmsAsked(Question(blobs))
    got = contest(room, "tiny", str(tmp_path / "runs" / "second"), asked, "cpu", quiet)
    assert (got.n, got.abnormal, got.challenger.version, got.challenger_installed) == (24, 12, "1.1", False)
    file = export_model(tmp_path / "runs" / "second" / "bundle", tmp_path, tmp_path / "there").path
    again = contest(room, "tiny@1.0", str(file), asked, "cpu", quiet)
    assert again.points == got.points
    assert got.cases[0].picture is not None
    assert got.cases[0].picture.path.is_file()
    with pytest.raises(PromotionRefused, match="Both are the same"):
        contest(room, "tiny", "tiny@1.0", asked, "cpu", quiet)


def test_a_comparison_serves_a_promotion(
    room: AdminRoom, make_version: MakeVersion, tmp_path: Path, blobs: Path
) -> None:
    make_version("1.1", tmp_path / "bundle")
    promotion.set_margin(room, 0.2)
    installing.install_run(room, tmp_path / "bundle")
    got = contest(room, "tiny", "tiny@1.1", FilmsAsked(Question(blobs)), "cpu", quiet)
    assert promotion.doubt(room, got.challenger, got.evidence) == (
        "" if got.outcome is Outcome.NOT_WORSE else promotion.doubt(room, got.challenger, got.evidence)
    )
    row = promotion.promote(room, "tiny@1.1", got.evidence, "as good", "small set")
    assert row.evidence["studies"] == 24


def test_it_can_be_stopped(room: AdminRoom, make_version: MakeVersion, tmp_path: Path, blobs: Path) -> None:
    make_version("1.1", tmp_path / "bundle")

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        contest(room, "tiny", str(tmp_path / "bundle"), FilmsAsked(Question(blobs)), "cpu", stop)


def test_only_the_films_a_run_kept_aside(
    room: AdminRoom, make_version: MakeVersion, tmp_path: Path, blobs: Path
) -> None:
    run = tmp_path / "runs" / "one"
    make_version("1.1", run / "bundle")
    names = sorted(path.name for path in blobs.rglob("*.png"))
    (run / "run.json").write_text(json.dumps({"train": names[::2], "validation": names[1::2]}))
    got = contest(room, "tiny", str(run), FilmsAsked(Question(blobs), run), "cpu", quiet)
    assert got.n == 12
    assert got.notices[1:] == (
        "Whether tiny 1.0 was trained on some of these films is not known: its run is not here",
        "tiny 1.1 was chosen, and its operating points, on 12 of these films: its figures are a little too good",
    )
    assert "validation films of the run one" in got.data
    whole = contest(room, "tiny", str(run), FilmsAsked(Question(blobs)), "cpu", quiet)
    assert any("tiny 1.1 was trained on 12 of these films" in words for words in whole.notices)


def test_a_run_s_record_that_tells_nothing_is_a_sentence(tmp_path: Path) -> None:
    table = ImageTable((LabelledImage(tmp_path / "a.png", {"x": 1}, "p", "s", ""),))
    for content, words in (
        ("none", "cannot be read"),
        ('{"train": ["a.png"], "validation": ["a.png"]}', "several have one name"),
        ('{"train": [], "validation": ["b.png"]}', "None of these films"),
    ):
        (tmp_path / "run.json").write_text(content)
        with pytest.raises(TrainingError, match=words):
            kept_aside(tmp_path, table)


def test_the_usual_challenger_is_the_newest_other_version_of_the_same_model() -> None:
    def one(kind: ContestantKind, model: str, version: str) -> ContestantChoice:
        return ContestantChoice(kind, f"{model} {version}", f"{model}@{version}", model, version)

    chest, knee = one(ContestantKind.IN_USE, "chest", "1.0"), one(ContestantKind.IN_USE, "knee", "1.0")
    old, new = one(ContestantKind.INSTALLED, "chest", "0.9"), one(ContestantKind.INSTALLED, "chest", "1.10")
    run, same = one(ContestantKind.RUN, "chest", "1.2"), one(ContestantKind.RUN, "chest", "1.0")
    assert usual_challenger(chest, [chest, knee, old, run, new, same]) == new
    assert usual_challenger(chest, [chest, knee, old, run, same]) == run
    assert usual_challenger(chest, [chest, knee, old]) == old
    assert usual_challenger(knee, [chest, knee, old, new, run]) is None


def test_what_is_no_model_is_a_sentence(room: AdminRoom, tmp_path: Path) -> None:
    for what in (str(tmp_path), "nobody", "tiny@9"):
        with pytest.raises(UnknownModel), contestant(room, what):
            pass


def test_the_desk_s_own_studies(room: AdminRoom, make_version: MakeVersion, tmp_path: Path) -> None:
    """What the desk has scored is taken from the store; the challenger, who has said nothing, scores the files."""
    from PIL import Image

    from xraydesk.triage.desk import Desk
    from xraydesk.triage.headless import triage_folder

    folder = tmp_path / "studies"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for number in range(12):
        Image.fromarray(film(rng, number % 2 == 0)).save(folder / f"s{number}.png")
    with Desk(room.data_dir, model_id="tiny", device="cpu") as desk:
        triage_folder(desk, folder, lambda _: None)
    study_ids = Archive(room.database, room.data_dir).load().cases.study_ids.tolist()
    drafts = [ReferenceDraft("import", "biopsy", study, ABNORMAL, float(n % 2)) for n, study in enumerate(study_ids)]
    make_version("1.1", tmp_path / "bundle")
    with pytest.raises(TrainingError, match="Nothing is known to be true"):
        contest(room, "tiny", str(tmp_path / "bundle"), LogAsked(), "cpu", quiet)
    ReferenceLog(room.database).record(drafts)
    sizes: set[int] = set()
    got = contest(room, "tiny", str(tmp_path / "bundle"), LogAsked(), "cpu", lambda _, of: sizes.add(of))
    assert sizes == {12}
    assert (got.n, got.abnormal) == (12, 6)
    assert got.data == "this desk's studies, truth by reference"
    assert got.cases[0].picture is not None
