"""Performance, groups and comparisons from scenes, against hand-worked cases and scikit-learn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn import metrics
from statsmodels.stats.contingency_tables import mcnemar

from tests.research.scenes import answers_of, scene
from xraydesk.evaluation.discrimination import Interval
from xraydesk.research.compare import compare
from xraydesk.research.groups import By, age_bands, groups_of
from xraydesk.research.performance import Choice, performance_of
from xraydesk.research.readings import Answered
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import Kind, Stage, Subject, comparable, subjects_of
from xraydesk.research.truth import Rule, TruthRule
from xraydesk.research.why import Why

QUICK = Choice(repeats=50)
RNG = np.random.default_rng(5)
COUNT = 400
TRUTH = (RNG.random(COUNT) < 0.3).astype(float)
SCORES = np.clip(0.5 + (TRUTH - 0.5) * 0.4 + RNG.normal(0, 0.2, COUNT), 0, 1)
ADA = Subject(Kind.READER, "Ada", Stage.LAST)


def read(right: float) -> str:
    """Return answers that are right so often."""
    return "".join("na"[int(t if RNG.random() < right else 1 - t)] for t in TRUTH)


def test_the_model_at_its_points_is_what_scikit_learn_says() -> None:
    found = performance_of(scene({}, TRUTH.tolist(), SCORES.tolist()), QUICK)
    assert [line.subject.detail for line in found.lines] == ["default", "rule-out", "rule-in"]
    for line in found.lines:
        called = line.threshold <= SCORES
        assert line.figures is not None
        assert line.figures.sensitivity.value == pytest.approx(metrics.recall_score(TRUTH, called))
        assert line.figures.f_beta.value == pytest.approx(metrics.fbeta_score(TRUTH, called, beta=3))
    ranked = found.lines[0].ranking
    assert ranked.auroc.value == pytest.approx(metrics.roc_auc_score(TRUTH, SCORES))
    assert ranked.average_precision.value == pytest.approx(metrics.average_precision_score(TRUTH, SCORES))
    assert ranked.brier == pytest.approx(metrics.brier_score_loss(TRUTH, SCORES))
    assert found.reliability is not None
    assert found.reliability.count.sum() == COUNT


def test_readers_are_ranked_by_their_rating_and_the_baseline_stands_beside() -> None:
    given = scene({"Ada": read(0.9)}, TRUTH.tolist(), confidence=5)
    found = performance_of(given, QUICK)
    (line,) = found.lines
    rating = given.readings.last.rating[0]
    assert line.ranking.auroc.value == pytest.approx(metrics.roc_auc_score(TRUTH, rating))
    assert np.isnan(line.ranking.brier)
    assert found.baseline is not None
    assert found.baseline.sensitivity.value == 1
    everything = metrics.fbeta_score(TRUTH, np.ones(COUNT), beta=3)
    assert found.baseline.f_beta.value == pytest.approx(everything)


def test_predictive_values_at_the_sites_prevalence_are_those_of_bayes() -> None:
    found = performance_of(scene({"Ada": "aaann" * 4}, [1, 1, 0, 0, 1] * 4), Choice(prevalence=0.1, repeats=20))
    (line,) = found.lines
    assert line.at_site is not None
    sensitivity, specificity = 2 / 3, 1 / 2
    expected = 0.1 * sensitivity / (0.1 * sensitivity + 0.9 * (1 - specificity))
    assert line.at_site.positive.value == pytest.approx(expected)
    with pytest.raises(ValueError, match="prevalence"):
        performance_of(scene({"Ada": "an"}, [1, 0]), Choice(prevalence=1.5))


def test_the_studies_of_a_patient_are_kept_together() -> None:
    """The same log once more under the same names tells nothing new: its intervals are as wide as before."""
    once = scene({"Ada": read(0.85)}, TRUTH.tolist(), SCORES.tolist())
    twice = doubled(once)
    choice = Choice(prevalence=0.1, repeats=4000)
    before, apart, together = (performance_of(given, choice) for given in (once, doubled(once, apart=True), twice))
    assert [found.by_patient for found in (before, apart, together)] == [False, False, True]
    for one, other, kept in zip(before.lines, apart.lines, together.lines, strict=True):
        assert None not in {one.figures, other.figures, kept.figures, one.at_site, kept.at_site}
        assert kept.figures.sensitivity.value == one.figures.sensitivity.value
        assert width(other.figures.sensitivity) < 0.8 * width(one.figures.sensitivity)
        for mine, plain in (
            (kept.figures.sensitivity, one.figures.sensitivity),
            (kept.figures.f_beta, one.figures.f_beta),
            (kept.at_site.positive, one.at_site.positive),
            (kept.ranking.auroc, one.ranking.auroc),
            (kept.ranking.average_precision, one.ranking.average_precision),
        ):
            assert width(mine) == pytest.approx(width(plain), rel=0.12)
    groups = groups_of(twice, ADA, By.SEX, choice).groups
    assert all(group.figures is not None for group in groups)


def doubled(given: Scene, *, apart: bool = False) -> Scene:
    """Return a scene with every case twice, of the same patient or of another one."""
    rows = np.tile(np.arange(COUNT), 2)
    cases = given.cases.take(rows)
    patients = np.array([f"p{row if apart else rows[row]}" for row in range(2 * COUNT)])
    assert given.answers is not None
    readings = replace(
        given.readings,
        last=_twice(given.readings.last),
        before=_twice(given.readings.before),
        after=_twice(given.readings.after),
    )
    truth = replace(given.truth, value=given.truth.value[rows], contradicted=given.truth.contradicted[rows])
    answers = given.answers.take(rows)
    return replace(given, cases=replace(cases, patients=patients), readings=readings, truth=truth, answers=answers)


def _twice(given: Answered) -> Answered:
    return Answered(*(np.tile(getattr(given, name), 2) for name in ("answer", "confidence", "seconds", "at")))


def width(interval: Interval) -> float:
    return interval.high - interval.low


def test_each_case_left_out_is_counted_once_with_its_reason() -> None:
    nan = np.nan
    given = scene({"Ada": "a?n-aa"}, [1, 0, 0, 1, nan, nan], [0.9, nan, 0.1, 0.9, 0.9, 0.9])
    given.truth.contradicted[4] = True
    lines = {line.subject.kind: line for line in performance_of(given, QUICK).lines}
    reader, model = lines[Kind.READER].left_out, lines[Kind.MODEL].left_out
    assert (reader.unsure, reader.not_judged, reader.no_truth, reader.contradicted) == (1, 1, 1, 1)
    assert (model.refused, model.no_truth, model.contradicted, model.total) == (1, 1, 1, 3)


def test_before_and_after_are_of_the_same_studies() -> None:
    given = scene({"Ada": "nnaa"}, [1, 0, 1, 0], after={"Ada": "an--"})
    lines = {line.subject.detail: line for line in performance_of(given, QUICK).lines}
    before, after, last = (lines[stage].figures for stage in (Stage.BEFORE, Stage.AFTER, Stage.LAST))
    assert before is not None
    assert after is not None
    assert last is not None
    assert (before.n, after.n, last.n) == (2, 2, 4)
    assert (before.sensitivity.value, after.sensitivity.value) == (0, 1)


@pytest.mark.parametrize(
    ("readers", "truth", "why"),
    [
        ({}, None, Why.NO_TRUTH),
        ({"Ada": "na"}, [np.nan, np.nan], Why.NO_TRUTH),
        ({"Ada": "na"}, [0, 0], Why.NO_ABNORMAL),
        ({"Ada": "na"}, [1, 1], Why.NO_NORMAL),
    ],
)
def test_what_cannot_be_said_is_a_sentence(readers, truth, why) -> None:
    assert performance_of(scene(readers, truth), QUICK).why is why


def test_sources_that_contradict_each_other_everywhere_and_readers_who_skip_all() -> None:
    given = scene({"Ada": "na"}, [np.nan, np.nan])
    given.truth.contradicted[:] = True
    assert performance_of(given, QUICK).why is Why.CONTRADICTED
    (line,) = performance_of(scene({"Ada": "??"}, [0, 1]), QUICK).lines
    assert line.figures is None
    assert line.why is Why.NOTHING_SAID


def test_readers_who_make_the_truth_are_named() -> None:
    given = scene({"Ada": "na", "Bo": "na"}, [0, 1], rule=TruthRule(Rule.ONE, readers=("Bo",)))
    assert performance_of(given, QUICK).circular == ("Bo",)
    assert performance_of(scene({"Ada": "na"}, [0, 1]), QUICK).circular == ()


def test_a_first_birthday_belongs_to_the_next_band() -> None:
    ages = np.array([0, 0.99, 1, 5.9, 6, 17, 18, 40, 64.9, 65, 99, np.nan])
    expected = ["0-1", "0-1", "1-6", "1-6", "6-18", "6-18", "18-40", "40-65", "40-65", "65+", "65+", ""]
    assert age_bands(ages).tolist() == expected


def test_groups_add_up_and_small_ones_are_marked() -> None:
    views = ["AP"] * 300 + ["PA"] * 90 + [""] * 10
    given = scene({"Ada": read(0.85)}, TRUTH.tolist(), views=views, ages=[3.0] * 350 + [70.0] * 50)
    found = groups_of(given, ADA, By.VIEW, QUICK)
    assert [group.value for group in found.groups] == ["AP", "PA", ""]
    assert sum(group.n for group in found.groups) == COUNT
    assert [group.small for group in found.groups] == [False, False, True]
    part = given.readings.last.answer[0, :300]
    assert found.groups[0].figures is not None
    assert found.groups[0].figures.sensitivity.value == pytest.approx(metrics.recall_score(TRUTH[:300], part))
    assert [group.value for group in groups_of(given, ADA, By.AGE, QUICK).groups] == ["1-6", "65+"]


def test_model_and_reader_are_compared_on_the_studies_of_both() -> None:
    given = scene({"Ada": read(0.8)[:-10] + "-" * 10}, TRUTH.tolist(), SCORES.tolist())
    model, reader = comparable(given)
    found = compare(given, model, reader)
    assert found.n == COUNT - 10
    assert found.right is not None
    one = (given.answers.threshold() <= SCORES)[:-10] == TRUTH[:-10]
    other = given.readings.last.answer[0, :-10] == TRUTH[:-10]
    table = [[0, int((one & ~other).sum())], [int((~one & other).sum()), 0]]
    assert found.right.p_value == pytest.approx(mcnemar(table, exact=True).pvalue)
    assert found.areas is not None
    assert found.areas.first == pytest.approx(metrics.roc_auc_score(TRUTH[:-10], SCORES[:-10]))
    assert found.on_abnormal is not None
    assert found.on_normal is not None
    parts = found.on_abnormal.only_first_right + found.on_normal.only_first_right
    assert parts == found.right.only_first_right
    assert found.first is not None
    assert found.second is not None
    for gap, test, sides in (
        (found.sensitivity, found.on_abnormal, (found.first.sensitivity, found.second.sensitivity)),
        (found.specificity, found.on_normal, (found.first.specificity, found.second.specificity)),
    ):
        assert gap is not None
        assert gap.value == pytest.approx(sides[0].value - sides[1].value)
        assert gap.low < gap.value < gap.high
        assert (gap.low > 0 or gap.high < 0) == (test.p_value < 0.05)


def test_readers_by_majority_are_one_to_compare_with() -> None:
    given = scene({"Ada": "aann", "Bo": "aana", "Cy": "nna-"}, [1, 0, 0, 1])
    panel = comparable(given)[-1]
    assert panel.kind is Kind.PANEL
    found = compare(given, panel, ADA)
    assert found.n == 3  # of the last case nobody has the majority
    assert found.first is not None
    assert found.first.counts.true_positive == 1


@pytest.mark.parametrize(
    ("readers", "truth", "why"),
    [
        ({"Ada": "na--", "Bo": "--na"}, [0, 1, 0, 1], Why.NONE_IN_COMMON),
        ({"Ada": "na", "Bo": "na"}, None, Why.NO_TRUTH),
        ({"Ada": "na", "Bo": "na"}, [0, 0], Why.NO_ABNORMAL),
    ],
)
def test_a_comparison_that_is_none_says_why(readers, truth, why) -> None:
    given = scene(readers, truth)
    one, other = subjects_of(given)
    assert compare(given, one, other).why is why
    assert compare(given, one, one).why is Why.SAME


def test_two_models_are_compared_and_a_reader_with_what_was_said_before() -> None:
    given = scene({"Ada": "nnaa"}, [1, 0, 1, 0], [0.9, 0.1, 0.9, 0.1], after={"Ada": "anan"})
    other = answers_of(np.array([0.1, 0.1, 0.9, np.nan]))
    models = {**given.snapshot.answers, "other@2": other}
    both = replace(given, snapshot=replace(given.snapshot, answers=models))
    found = comparable(both)
    assert [(subject.name, subject.detail) for subject in found[1:]] == [
        ("other@2", "default"), ("Ada", Stage.LAST), ("Ada", Stage.BEFORE), ("Ada", Stage.AFTER),
    ]  # fmt: skip
    two = compare(both, found[0], found[1])
    assert (two.n, two.scored) == (3, 3)
    assert two.right is not None
    assert (two.right.only_first_right, two.right.only_second_right) == (1, 0)
    twice = compare(both, found[3], found[4])
    assert twice.right is not None
    assert (twice.right.only_first_right, twice.right.only_second_right) == (0, 2)
