"""Agreement in rows and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.figure_words import decimal, kappa_word, p_value, p_words, percent, with_bounds
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.verdict_words import answer_word
from xraydesk.gui.words import figure
from xraydesk.research.agreement import FEWEST, Agreement, Pair, Scale, Together
from xraydesk.research.second_thoughts import ChangedBy, SecondThoughts
from xraydesk.research.why import Why

_ANSWERS = ("normal", "abnormal", "unsure")
_LONG = 11  # classes of a rating


def stop(clause: str) -> str:
    """Return a clause as a sentence."""
    return f"{clause}." if clause else ""


def number(value: int) -> Cell:
    """Return a count as a cell."""
    return Cell(figure(value), value)


def pair_columns(scale: Scale) -> list[Column]:
    """Return the columns of the table of pairs."""
    columns = [
        Column(translate("AgreementWords", "Pair"), words=True),
        Column(translate("AgreementWords", "Studies"), translate("AgreementWords", "Studies that both answered")),
        Column(
            translate("AgreementWords", "Kappa"),
            translate("AgreementWords", "Cohen's kappa with its 95 % interval by bootstrap"),
        ),
        Column(translate("AgreementWords", "Same answer")),
        Column(
            translate("AgreementWords", "PABAK"),
            translate("AgreementWords", "Kappa if all answers were equally common"),
        ),
        Column(
            translate("AgreementWords", "First: abnormal"), translate("AgreementWords", "Share of the first's answers")
        ),
        Column(
            translate("AgreementWords", "Second: abnormal"),
            translate("AgreementWords", "Share of the second's answers"),
        ),
    ]
    if scale is Scale.YES_NO:
        columns += [
            Column(translate("AgreementWords", "Agree on abnormal"), translate("AgreementWords", "Positive agreement")),
            Column(translate("AgreementWords", "Agree on normal"), translate("AgreementWords", "Negative agreement")),
            Column(
                translate("AgreementWords", "Prevalence"),
                translate(
                    "AgreementWords", "Both abnormal less both normal; far from 0 kappa is low however well they agree"
                ),
            ),
            Column(
                translate("AgreementWords", "Bias"),
                translate("AgreementWords", "How much more often the first says abnormal"),
            ),
        ]
    return [*columns[:5], *columns[7:]] if scale is Scale.RATING else columns


def pair_rows(found: Agreement) -> list[Row]:
    """Return a row for each pair, those that rest on few studies dim and marked by a word."""
    return [_pair_row(found.scale, pair) for pair in found.pairs]


def _pair_row(scale: Scale, pair: Pair) -> Row:
    figures, kappa = pair.figures, pair.kappa
    n = translate("AgreementWords", "{count}, few") if pair.small else "{count}"
    tip = translate("AgreementWords", "Fewer than {fewest} studies, or fewer than 10 of one answer")
    cells = [
        Cell(f"{pair.first.name} – {pair.second.name}"),
        Cell(n.format(count=figure(figures.n)), figures.n, tip.format(fewest=FEWEST) if pair.small else ""),
        Cell(with_bounds(kappa), kappa.value, said(pair.why)),
        Cell(percent(figures.observed), figures.observed),
        Cell(decimal(figures.pabak), figures.pabak),
    ]
    if scale is not Scale.RATING:
        shares = (float(figures.first_shares[1]), float(figures.second_shares[1]))
        cells += [Cell(percent(share), share) for share in shares]
    if scale is Scale.YES_NO:
        agreed = (figures.positive_agreement, figures.negative_agreement)
        cells += [Cell(percent(share), share) for share in agreed]
        cells += [Cell(decimal(index), index) for index in (figures.prevalence_index, figures.bias_index)]
    return Row(tuple(cells), (pair.first.name, pair.second.name), dim=pair.small)


def pair_sentences(pair: Pair) -> Iterator[str]:
    """Say of the chosen pair how often they agree, and what stands behind its kappa."""
    one, other, figures = pair.first.name, pair.second.name, pair.figures
    if pair.why is not Why.NOTHING:
        text = translate("AgreementWords", "{first} and {second}: no kappa. {why}.")
        yield text.format(first=one, second=other, why=said(pair.why))
        return
    text = translate(
        "AgreementWords", "{first} and {second} answered {count} studies in common: kappa {kappa}, {word}."
    )
    if figures.n == 1:
        text = translate("AgreementWords", "{first} and {second} answered one study in common: kappa {kappa}, {word}.")
    same = pair.always_the_same
    word = kappa_word(pair.kappa.value)
    yield text.format(first=one, second=other, count=figure(figures.n), kappa=with_bounds(pair.kappa), word=word)
    if same is not None:
        text = translate(
            "AgreementWords",
            "{name} gave one and the same answer throughout: kappa is 0 then, whatever the other says.",
        )
        yield text.format(name=same.name)
    if len(figures.classes) < _LONG:
        text = translate("AgreementWords", "{name} called {share} abnormal.")
        for name, shares in ((one, figures.first_shares), (other, figures.second_shares)):
            yield text.format(name=name, share=percent(float(shares[1])))
    if pair.small:
        yield translate("AgreementWords", "These are few: the interval matters more than the figure.")


def cross_table(pair: Pair) -> tuple[list[Column], list[Row]]:
    """Return who answered what: the first's answers below each other, the second's side by side."""
    table, text = pair.figures.table, translate("AgreementWords", "{name}: {answer}")
    classes = pair.figures.classes
    short = len(classes) == _LONG
    names = [str(code) if short else answer_word(_ANSWERS[code]) for code in classes]
    total = translate("AgreementWords", "All")
    columns = [Column("", words=True)]
    columns += [Column(name if short else text.format(name=pair.second.name, answer=name)) for name in names]
    rows = [
        Row((Cell(text.format(name=pair.first.name, answer=name), n), *_counts(table[n].tolist())))
        for n, name in enumerate(names)
    ]
    sums = Row((Cell(total), *_counts(table.sum(0).tolist())), baseline=True)
    return [*columns, Column(total)], [*rows, sums]


def _counts(counts: Sequence[int]) -> list[Cell]:
    return [number(count) for count in (*counts, sum(counts))]


def basis(found: Agreement) -> Iterator[str]:
    """Say what the figures rest on."""
    if found.unsure:
        yield translate("AgreementWords", "Answers left out as “unsure”: {count}.").format(count=figure(found.unsure))
    if found.seen:
        text = translate(
            "AgreementWords",
            "Answers given with the model's in sight, which raises agreement with it: {count}.",
        )
        yield text.format(count=figure(found.seen))
    if found.scale is Scale.THREE:
        yield translate("AgreementWords", "The model's middle band counts as “unsure”.")
    if found.scale is Scale.RATING:
        yield translate(
            "AgreementWords",
            "1 is surely normal, 6 unsure, 11 surely abnormal; weights are quadratic. The model gives no rating.",
        )
    if found.by_patient:
        yield translate("AgreementWords", "Intervals: studies of one patient were drawn together.")


def together(found: Agreement) -> Iterator[str]:
    """Say how all readers agree."""
    fleiss = translate(
        "AgreementWords", "Fleiss' kappa of {readers} readers on what all of them read ({count}): {value}."
    )
    alpha = translate(
        "AgreementWords",
        "Krippendorff's alpha of {readers} readers on what has two answers or more ({count}): {value}.",
    )
    yield _together(fleiss, found.fleiss)
    if found.alpha.why is not found.fleiss.why or found.alpha.why is Why.NOTHING:
        yield _together(alpha, found.alpha)


def _together(text: str, figures: Together) -> str:
    if figures.why is not Why.NOTHING:
        return stop(said(figures.why))
    return text.format(readers=figures.readers, count=figure(figures.studies), value=with_bounds(figures.value))


def thought_columns() -> list[Column]:
    """Return the columns of the table of second thoughts."""
    return [
        Column(translate("AgreementWords", "Reader"), words=True),
        Column(translate("AgreementWords", "Read twice")),
        Column(translate("AgreementWords", "Changed")),
        Column(translate("AgreementWords", "To the model's side")),
        Column(
            translate("AgreementWords", "For the better"), translate("AgreementWords", "Right only after; truth known")
        ),
        Column(
            translate("AgreementWords", "For the worse"), translate("AgreementWords", "Right only before; truth known")
        ),
        Column(translate("AgreementWords", "Right before")),
        Column(translate("AgreementWords", "Right after")),
        Column(
            translate("AgreementWords", "p"),
            translate("AgreementWords", "McNemar's exact test: better and worse equally likely"),
        ),
    ]


def thought_rows(found: SecondThoughts) -> list[Row]:
    """Return a row for each reader who read twice, and one for all."""
    rows = [_thought_row(line, line.reader) for line in found.lines]
    if found.together is not None and len(found.lines) > 1:
        rows.append(_thought_row(found.together, translate("AgreementWords", "All together"), last=True))
    return rows


def _thought_row(line: ChangedBy, name: str, *, last: bool = False) -> Row:
    changes, truth = line.changes, line.changes.against_truth
    share = f"{figure(changes.changed)} ({percent(changes.share.value)})"
    cells = [Cell(name), number(changes.n), Cell(share, changes.share.value), number(line.towards)]
    if truth is None or not truth.n:
        return Row((*cells, *(Cell("–", float("nan")) for _ in range(5))), line.reader, baseline=last)
    right = (truth.right_before.value, truth.right_after.value)
    cells += [number(truth.better), number(truth.worse), *(Cell(percent(share), share) for share in right)]
    return Row((*cells, Cell(p_value(truth.p_value), truth.p_value)), line.reader, baseline=last)


def second_thoughts(found: SecondThoughts) -> Iterator[str]:
    """Say what the model's answer changed in all."""
    if found.together is None:
        yield stop(said(found.why))
        return
    changes, truth = found.together.changes, found.together.changes.against_truth
    text = translate(
        "AgreementWords",
        "Verdicts changed by seeing the model's answer: {changed} of {count}, {towards} to its side.",
    )
    yield text.format(changed=figure(changes.changed), count=figure(changes.n), towards=figure(found.together.towards))
    if truth is None or not truth.n:
        yield translate(
            "AgreementWords", "Whether for the better cannot be said: of none of them is it known what is true."
        )
        return
    text = translate("AgreementWords", "{better} became right by it, {worse} became wrong ({p}).")
    yield text.format(better=figure(truth.better), worse=figure(truth.worse), p=p_words(truth.p_value))
    if found.circular:
        yield translate(
            "AgreementWords", "What is taken as true was made of these very verdicts: better and worse say little here."
        )
