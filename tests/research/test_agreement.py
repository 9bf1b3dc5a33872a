"""Agreement and second thoughts from scenes, against hand-worked cases, scikit-learn and statsmodels."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from math import isnan

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from tests.research.scenes import scene
from xraydesk.research.agreement import Agreement, Pair, Scale, agreement_of
from xraydesk.research.second_thoughts import second_thoughts_of
from xraydesk.research.why import Why

RNG = np.random.default_rng(3)


def letters(count: int, *, kinds: str = "na?-") -> str:
    return "".join(RNG.choice(list(kinds), count))


def of(found: Agreement, one: str, other: str) -> Pair:
    pair = found.pair(one, other)
    assert pair is not None
    return pair


def test_a_table_worked_by_hand() -> None:
    found = agreement_of(scene({"Ada": "aaaannnn?-", "Bo": "aaannnna a".replace(" ", "n")}), repeats=50)
    pair = of(found, "Ada", "Bo")
    assert pair.figures.table.tolist() == [[3, 1], [1, 3]]
    assert pair.kappa.value == pytest.approx(0.5)  # observed 6/8, by chance 1/2
    assert pair.figures.positive_agreement == pair.figures.negative_agreement == 0.75
    assert found.unsure == 1


@pytest.mark.parametrize("scale", list(Scale))
def test_kappa_is_that_of_scikit_learn(scale: Scale) -> None:
    given = scene({"Ada": letters(200), "Bo": letters(200)}, confidence=4)
    pair = of(agreement_of(given, scale, repeats=20), "Ada", "Bo")
    kinds = {Scale.YES_NO: {0, 1}, Scale.THREE: {0, 1, 2}, Scale.RATING: {0, 1, 2}}[scale]
    rows = given.readings.last.answer
    kept = [n for n in range(200) if rows[0, n] in kinds and rows[1, n] in kinds]
    shown = given.readings.last.rating if scale is Scale.RATING else rows
    weights = "quadratic" if scale is Scale.RATING else None
    assert pair.kappa.value == pytest.approx(cohen_kappa_score(shown[0, kept], shown[1, kept], weights=weights))
    assert pair.figures.n == len(kept)


def test_the_model_is_a_rater_by_yes_and_no_and_by_bands_but_gives_no_rating() -> None:
    given = scene({"Ada": "nnaa??"}, scores=[0.01, 0.02, 0.99, 0.99, 0.4, np.nan])
    yes_no = agreement_of(given, repeats=20)
    model = next(rater.name for rater in yes_no.raters if rater.model)
    assert of(yes_no, "Ada", model).kappa.value == 1
    three = of(agreement_of(given, Scale.THREE, repeats=20), "Ada", model)
    assert three.figures.table.tolist() == [[2, 0, 0], [0, 2, 0], [0, 0, 1]]  # the middle band is "unsure"
    assert agreement_of(given, Scale.RATING, repeats=20).why is Why.ONE_READER


def test_fleiss_is_that_of_statsmodels_on_the_studies_all_read() -> None:
    readers = {name: letters(150, kinds="na-") for name in ("Ada", "Bo", "Cy")}
    given = scene(readers, scores=[0.1] * 150)
    found = agreement_of(given, repeats=20)
    rows = given.readings.last.answer
    full = rows[:, (rows >= 0).all(0)]
    assert found.fleiss.studies == full.shape[1]
    assert found.fleiss.value.value == pytest.approx(fleiss_kappa(aggregate_raters(full.T)[0]))
    assert found.alpha.studies == int(((rows >= 0).sum(0) > 1).sum())  # the model is no reader


def test_chosen_readers_only_and_what_was_said_without_the_model() -> None:
    given = scene({"Ada": "nnaa", "Bo": "aann", "Cy": "nnaa"}, after={"Bo": "nnaa"})
    found = agreement_of(given, readers=("Ada", "Bo"), repeats=20)
    assert [rater.name for rater in found.raters] == ["Ada", "Bo"]
    assert of(found, "Ada", "Bo").kappa.value == 1
    assert found.seen == 4
    blind = agreement_of(given, readers=("Ada", "Bo"), blind=True, repeats=20)
    assert of(blind, "Ada", "Bo").kappa.value == -1
    assert blind.seen == 0


def test_studies_of_one_patient_stay_together_and_widen_the_interval() -> None:
    one, other = letters(60, kinds="na"), letters(60, kinds="na")
    repeated = {"Ada": one * 5, "Bo": other * 5}
    alone = agreement_of(scene(repeated))
    grouped = agreement_of(scene(repeated, patients=[f"P{n % 60}" for n in range(300)]))
    widths = [pair.kappa.high - pair.kappa.low for found in (alone, grouped) for pair in found.pairs]
    assert not alone.by_patient
    assert grouped.by_patient
    assert widths[1] > 1.6 * widths[0]


@pytest.mark.parametrize(
    ("readers", "scores", "why"),
    [
        ({}, None, Why.NO_READERS),
        ({}, [0.2, 0.9], Why.NO_READERS),
        ({"Ada": "na"}, None, Why.ONE_READER),
        ({"Ada": "??", "Bo": "??"}, None, Why.ALL_UNSURE),
    ],
)
def test_a_log_with_nothing_to_compare_gives_a_sentence(readers, scores, why) -> None:
    found = agreement_of(scene(readers, scores=scores), repeats=20)
    assert found.why is why
    assert not nameless_nan(found)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [("nnnn", "nnnn", Why.ONE_ANSWER), ("na--", "--na", Why.NONE_IN_COMMON), ("----", "nana", Why.NONE_IN_COMMON)],
)
def test_a_pair_without_a_kappa_says_why(one: str, other: str, why: Why) -> None:
    found = agreement_of(scene({"Ada": one, "Bo": other}), repeats=20)
    assert found.pairs[0].why is why
    assert isnan(found.pairs[0].kappa.value)
    assert found.fleiss.why
    assert found.alpha.why


def test_readers_who_contradict_each_other_throughout_have_a_kappa_below_chance() -> None:
    assert agreement_of(scene({"Ada": "nnaa" * 5, "Bo": "aann" * 5}), repeats=50).pairs[0].kappa.value == -1


def test_what_the_model_changed_for_better_and_worse() -> None:
    given = scene(
        {"Ada": "nnnaa?-n", "Bo": "--------"},
        [1, 0, 1, 0, 1, 0, 0, np.nan],
        [0.99, 0.99, 0.99, 0.99, 0.99, 0.01, 0.01, 0.99],
        after={"Ada": "aana-n-a".replace("-", "-")},
    )
    found = second_thoughts_of(given)
    assert found.together is not None
    (line,) = found.lines
    truth = line.changes.against_truth
    assert truth is not None
    assert (line.changes.n, line.changes.changed) == (6, 4)
    assert (truth.n, truth.better, truth.worse) == (5, 2, 1)  # cases 1 and 6 became right, case 2 wrong
    assert (line.towards, line.away) == (4, 0)


def test_without_second_verdicts_a_sentence_and_with_a_truth_of_the_readers_a_warning() -> None:
    from xraydesk.research.truth import Rule, TruthRule

    assert second_thoughts_of(scene({"Ada": "na"})).why is Why.NO_SECOND
    assert second_thoughts_of(scene({"Ada": "na"}, after={"Ada": "nn"}, rule=TruthRule(Rule.MAJORITY))).circular


def nameless_nan(found: Agreement) -> list[str]:
    """Return figures that are NaN beside an empty reason."""
    parts = [*found.pairs, found.fleiss, found.alpha]
    assert all(is_dataclass(part) and fields(part) for part in parts)
    return [str(p) for p in parts if not p.why and isnan(getattr(p, "kappa", getattr(p, "value", None)).value)]
