"""Whole runs with several models: which film goes to which, and what is remembered."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from tests.triage import fakes
from tests.triage.fakes import CHEST, KNEE, ODD
from xraydesk.errors import BundleError
from xraydesk.imaging.study import ScanResult, Study
from xraydesk.inference.card import KNEE_JOINTS, InputSpec
from xraydesk.inference.patient import patient_facts
from xraydesk.inference.prediction import Prediction
from xraydesk.store.database import Database
from xraydesk.triage.assessment import Band, ImageStatus
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.routing import UNLIKE_ALL
from xraydesk.triage.run import TriageRun
from xraydesk.triage.scoring import ScoringThread


class Gated(fakes.FakeScorer):
    """Accepts images whose first pixel is even (chest) or odd (knee); above 250 none does; 1 and 2 are unsure."""

    def __init__(self, name: str, rest: int) -> None:
        super().__init__()
        self.name, self.rest = name, rest
        self.batches: list[int] = []

    def score(self, batch: Sequence[np.ndarray], facts: Sequence[np.ndarray]) -> list[Prediction]:
        self.batches.append(len(batch))
        return super().score(batch, facts)

    def _answer(self, value: int) -> Prediction:
        own = value % 2 == self.rest and value < 250
        domain = 0.6 if value in (1, 2) and own else 0.99 if own else 0.55 if value in (1, 2) else 0.01
        refusal = "" if domain > 0.5 else ODD
        return replace(fakes.prediction(value / 255, refusal=refusal), domain=domain, model_id=self.name)


@dataclass
class Bench:
    """A folder, two models, and what they were asked."""

    database: Database
    folder: Path
    cards: tuple = (CHEST, KNEE)
    chest: Gated = field(default_factory=lambda: Gated("chest", 0))
    knee: Gated = field(default_factory=lambda: Gated("knee", 1))
    scanner = staticmethod(fakes.scan)

    def __post_init__(self) -> None:
        self.ledger = Ledger()
        self.imaging = fakes.FakeImaging()
        self.loads: list[str] = []
        self.scoring = ScoringThread({"chest": lambda: self._load(self.chest), "knee": lambda: self._load(self.knee)})

    def _load(self, scorer: Gated) -> Gated:
        self.loads.append(scorer.name)
        return scorer

    def make(self, ears: fakes.Ears) -> TriageRun:
        return TriageRun(
            self.folder, database=self.database, cards=self.cards, scoring=self.scoring, ledger=self.ledger,
            listener=ears, reader="r", scanner=self.scanner, imaging=self.imaging,
        )  # fmt: skip

    def run(self) -> fakes.Ears:
        ears = fakes.Ears()
        self.make(ears).run()
        return ears

    def models(self) -> dict[str, str]:
        return {row.study_id: row.model_id for row in self.ledger.rows()}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    (tmp_path / "films").mkdir()
    with closing(Database.open(tmp_path / "data")) as database:
        bench = Bench(database, tmp_path / "films")
        yield bench
        bench.scoring.close()


def test_a_mixed_folder_is_shared_among_the_models(bench: Bench) -> None:
    for value in (10, 11, 240, 241, 252):
        fakes.write_study(bench.folder, f"s{value}", value)
    ears = bench.run()
    assert bench.models() == {"s10": "chest", "s11": "knee", "s240": "chest", "s241": "knee", "s252": ""}
    assert [row.study_id for row in bench.ledger.rows()] == ["s241", "s240", "s252", "s11", "s10"]
    assert bench.ledger.row("s252").reason == UNLIKE_ALL
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.refused, ears.summary.pending) == (5, 1, 0)
    assert bench.chest.threads == bench.knee.threads == {"xraydesk-scoring"}


def test_a_folder_of_one_kind_costs_one_pass_an_image_and_loads_one_model(bench: Bench) -> None:
    for value in range(4, 100, 2):
        fakes.write_study(bench.folder, f"s{value:03}", value)
    bench.run()
    assert (len(bench.chest.seen), bench.loads) == (48, ["chest"])


def test_the_second_kind_soon_costs_one_pass_too(bench: Bench) -> None:
    for n in range(100):
        path = bench.folder / "one" / f"{n:03}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes([101]) + f"{n}".encode())
        os.utime(path, (1e9, 1e9))
    bench.run()
    assert len(bench.knee.seen) == 100
    assert len(bench.chest.seen) < 60, "once a knee was accepted, knees are asked for first; 48 were under way"


def test_images_of_different_models_go_in_batches_of_their_own(bench: Bench) -> None:
    for value in range(4, 84):
        fakes.write_study(bench.folder, f"s{value:03}", value)
    bench.run()
    assert set(bench.models().values()) == {"chest", "knee"}
    assert max(bench.chest.batches) <= 4
    assert max(bench.knee.batches) <= 4


@pytest.mark.parametrize(("value", "model"), [(1, "knee"), (2, "chest")])
def test_two_gates_that_accept_unsurely_are_both_heard(bench: Bench, value: int, model: str) -> None:
    fakes.write_study(bench.folder, "s", value)
    bench.run()
    assert bench.models() == {"s": model}
    assert bench.chest.seen == bench.knee.seen == [value]


def test_opening_again_needs_no_model_refusals_included(bench: Bench) -> None:
    for value in (1, 2, 10, 11, 252):
        fakes.write_study(bench.folder, f"s{value}", value)
    bench.run()
    before = [(row.study_id, row.band, row.score, row.reason, row.model_id) for row in bench.ledger.rows()]
    seen = [*bench.chest.seen, *bench.knee.seen]
    bench.imaging.decoded.clear()
    ears = bench.run()
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.cached) == (0, 5)
    assert [*bench.chest.seen, *bench.knee.seen] == seen
    assert bench.imaging.decoded == []
    assert [(r.study_id, r.band, r.score, r.reason, r.model_id) for r in bench.ledger.rows()] == before


def test_a_moved_folder_is_hashed_but_no_model_is_asked(bench: Bench) -> None:
    fakes.write_study(bench.folder, "a", 11)
    bench.run()
    (bench.folder / "a").rename(bench.folder / "z")
    ears = bench.run()
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.cached, len(bench.imaging.decoded)) == (0, 1, 1)


def test_a_model_installed_later_is_asked_about_what_the_others_refused(bench: Bench) -> None:
    for value in (10, 11):
        fakes.write_study(bench.folder, f"s{value}", value)
    bench.cards = (CHEST,)
    bench.run()
    assert bench.ledger.row("s11").reason == ODD, "with one model its own reason stands"
    bench.cards = (CHEST, KNEE)
    bench.run()
    assert bench.models() == {"s10": "chest", "s11": "knee"}
    assert (len(bench.chest.seen), bench.knee.seen) == (2, [11])


def test_a_study_of_two_models_has_the_most_severe_band_and_its_model(bench: Bench) -> None:
    fakes.write_study(bench.folder, "both", 150, 231)
    fakes.write_study(bench.folder, "other", 252, 11)
    bench.run()
    both, other = (bench.ledger.entry(name).assessment for name in ("both", "other"))
    assert (both.band, both.driver, both.model_id) == (Band.LIKELY, 1, "knee")
    assert [image.model_id for image in both.images] == ["chest", "knee"]
    assert both.probabilities["abnormal"] == both.score == pytest.approx(231 / 255)
    assert (other.band, other.model_id) == (Band.UNCERTAIN, "knee")
    assert other.reason == f"image 1 of 2 not assessed: {UNLIKE_ALL}"


def test_thresholds_are_those_of_the_model_that_judged(bench: Bench) -> None:
    strict = [replace(point, threshold=point.threshold / 10) for point in KNEE.labels[0].operating_points]
    labels = (replace(KNEE.labels[0], operating_points=tuple(strict)), KNEE.labels[1])
    bench.cards = (CHEST, replace(KNEE, labels=labels))
    fakes.write_study(bench.folder, "chest", 40)
    fakes.write_study(bench.folder, "knee", 41)
    bench.run()
    assert {row.study_id: row.band for row in bench.ledger.rows()} == {"knee": Band.LIKELY, "chest": Band.LOW}


def test_the_header_decides_before_any_model_is_loaded(bench: Bench) -> None:
    path = bench.folder / "x"
    path.write_bytes(b"\x0b")
    parts = ("KNEE", "HAND", "CHEST")
    studies = tuple(Study(part, (fakes.instance(path, body_part=part, study_uid=part),)) for part in parts)
    bench.scanner = lambda folder, on_progress, cancelled: ScanResult(folder, studies[:2], ())
    bench.run()
    assert (bench.models(), bench.loads) == ({"KNEE": "knee", "HAND": ""}, ["knee"])
    assert bench.ledger.row("HAND").reason == "no model here is for the hand"
    bench.scanner = lambda folder, on_progress, cancelled: ScanResult(folder, studies[2:], ())
    bench.run()
    assert bench.ledger.row("CHEST").reason == ODD, "another model's answer to this content is no answer"


def test_what_the_header_says_of_the_patient_reaches_the_model(bench: Bench) -> None:
    told: dict[str, dict[str, object]] = {
        "girl": {"age_years": 3.0, "sex": "F", "view": "AP"}, "man": {"age_years": 54.0, "sex": "M"}, "nobody": {},
    }  # fmt: skip
    studies = []
    for value, (name, header) in zip((10, 12, 14), told.items(), strict=True):
        fakes.write_study(bench.folder, name, value)
        path = bench.folder / name / "image1.png"
        studies.append(Study(name, (fakes.instance(path, study_uid=name, **header),)))
    bench.scanner = lambda folder, on_progress, cancelled: ScanResult(folder, tuple(studies), ())
    bench.run()
    wanted = [patient_facts(3.0, "F", "AP"), patient_facts(54.0, "M", ""), patient_facts(None, "", "")]
    assert [bench.chest.facts[value] for value in (10, 12, 14)] == [facts.tolist() for facts in wanted]


def test_a_damaged_model_leaves_its_films_waiting_and_the_others_go_on(bench: Bench) -> None:
    for value in (10, 11, 12, 13):
        fakes.write_study(bench.folder, f"s{value}", value)

    def damaged() -> Gated:
        raise BundleError("The weights are damaged")

    bench.scoring.close()
    bench.scoring = ScoringThread({"chest": damaged, "knee": lambda: bench.knee})
    ears = bench.run()
    assert [type(error) for error in ears.errors] == [BundleError]
    bands = {row.study_id: row.band for row in bench.ledger.rows()}
    assert bands == {"s10": None, "s11": Band.LOW, "s12": None, "s13": Band.LOW}
    assert ears.summary is not None
    assert (ears.summary.pending, ears.summary.scored) == (2, 2)
    assert {image.status for image in bench.ledger.entry("s10").assessment.images} == {ImageStatus.PENDING}


class Watched(fakes.FakeImaging):
    """Remembers for which models a file was prepared."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: dict[str, list[set[str]]] = {}  # by study: the regions asked for, reading by reading

    def model_inputs(self, path: Path, frame: int, specs: Iterable[InputSpec]) -> dict[InputSpec, np.ndarray]:
        specs = list(specs)
        self.prepared.setdefault(path.parent.name, []).append({spec.region or "whole" for spec in specs})
        return super().model_inputs(path, frame, specs)


def test_a_film_is_prepared_for_cutting_only_when_that_model_is_asked(bench: Bench) -> None:
    bench.imaging = Watched()
    bench.cards = (CHEST, replace(KNEE, input=InputSpec(size=fakes.SIZE, region=KNEE_JOINTS)))
    for value in (10, 12, 14):
        fakes.write_study(bench.folder, f"chest{value}", value)
    bench.run()
    assert set(map(str, bench.imaging.prepared.values())) == {"[{'whole'}]"}
    fakes.write_study(bench.folder, "knee", 11)
    bench.run()
    assert bench.imaging.prepared["knee"] == [{"whole"}, {KNEE_JOINTS}]
    assert bench.imaging.hashed.count(bench.folder / "knee" / "image1.png") == 1
    assert bench.models()["knee"] == "knee"


def test_many_films_that_must_be_read_again_do_not_wait_for_each_other(bench: Bench) -> None:
    bench.cards = (CHEST, replace(KNEE, input=InputSpec(size=fakes.SIZE, region=KNEE_JOINTS)))
    for n in range(120):
        fakes.write_study(bench.folder, f"s{n:03}", 252 if n % 2 else 11)
    ears = bench.run()
    assert ears.summary is not None
    assert (ears.summary.scored, ears.summary.pending) == (120, 0)
    assert sorted(set(bench.models().values())) == ["", "knee"]


def test_stopping_while_films_are_read_again(bench: Bench) -> None:
    bench.cards = (CHEST, replace(KNEE, input=InputSpec(size=fakes.SIZE, region=KNEE_JOINTS)))
    for n in range(120):
        fakes.write_study(bench.folder, f"s{n:03}", 11)
    ears = fakes.Ears()
    run = bench.make(ears)
    bench.knee._on_score = lambda count: run.cancel() if count == 5 else None
    run.run()
    assert ears.summary is not None
    assert ears.summary.cancelled
    assert ears.summary.pending > 0
    assert bench.run().summary is not None
    assert bench.ledger.row("s000").model_id == bench.ledger.row("s119").model_id == "knee"
    assert len(bench.knee.seen) == 120, "what a model said before the stop is not asked again"
    assert len(bench.chest.seen) <= 120
