"""The misclassified in words: cells, judges, answers, kinds of error, captions."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui import bands, words
from xraydesk.gui.language import translate
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.gui.verdict_words import confidence_word
from xraydesk.research.confusion import UNKNOWN, Judge, Kind
from xraydesk.research.error_marks import Marks
from xraydesk.research.misclassified import Misread, Others, Outcome, Said
from xraydesk.triage.assessment import Band

RIGHT, WRONG, NEITHER = "✓", "✗", "·"  # said in words, too, wherever they stand alone
_SIGNS = {Outcome.RIGHT: RIGHT, Outcome.WRONG: WRONG, Outcome.OPEN: "?", Outcome.NONE: "–"}
_NAMES = cast(
    dict[str, str],
    {
        "abnormal": QT_TRANSLATE_NOOP("MisclassifiedWords", "abnormal"),
        "normal": QT_TRANSLATE_NOOP("MisclassifiedWords", "normal"),
        "unsure": QT_TRANSLATE_NOOP("MisclassifiedWords", "unsure"),
        "not known": QT_TRANSLATE_NOOP("MisclassifiedWords", "not known"),
        "not judged": QT_TRANSLATE_NOOP("MisclassifiedWords", "not judged"),
        "not read": QT_TRANSLATE_NOOP("MisclassifiedWords", "not read"),
    },
)
_TAGS = cast(
    dict[str, str],  # of the fixed kinds; the database keeps them in English
    {
        "subtle": QT_TRANSLATE_NOOP("ErrorKinds", "subtle"),
        "hardware": QT_TRANSLATE_NOOP("ErrorKinds", "hardware"),
        "positioning": QT_TRANSLATE_NOOP("ErrorKinds", "positioning"),
        "wet reading": QT_TRANSLATE_NOOP("ErrorKinds", "wet reading"),
        "wrong label": QT_TRANSLATE_NOOP("ErrorKinds", "wrong label"),
        "burnt-in text": QT_TRANSLATE_NOOP("ErrorKinds", "burnt-in text"),
        "motion": QT_TRANSLATE_NOOP("ErrorKinds", "motion"),
        "other finding": QT_TRANSLATE_NOOP("ErrorKinds", "other finding"),
    },
)
_POINTS = cast(
    dict[str, str],
    {
        "rule-out": QT_TRANSLATE_NOOP("MisclassifiedWords", "the model at its rule-out point"),
        "rule-in": QT_TRANSLATE_NOOP("MisclassifiedWords", "the model at its rule-in point"),
        "default": QT_TRANSLATE_NOOP("MisclassifiedWords", "the model at its default point"),
    },
)


class CaseKey(NamedTuple):
    """What a case is known by in the gallery, the same after the log was read anew."""

    study_id: str
    content_hash: str
    frame: int
    folder: str


def key_of(case: Misread) -> CaseKey:
    """Return what a case is known by."""
    return CaseKey(case.marked.study_id, case.image.content_hash, case.image.frame, str(case.folder))


def name(of: str) -> str:
    """Return a row or column of the matrix; grades stay figures."""
    if of in {str(band) for band in Band}:
        return bands.look(Band(of)).word
    return translate("MisclassifiedWords", _NAMES[of]) if of in _NAMES else of


def tag(kept: str) -> str:
    """Return a kind of error in the window's language; a free one as it was typed."""
    return translate("ErrorKinds", _TAGS[kept]) if kept in _TAGS else kept


def judge(who: Judge) -> str:
    """Return who is judged."""
    if who.kind is Kind.READER:
        return translate("MisclassifiedWords", "reader {name}").format(name=who.name)
    if who.kind is Kind.BANDS:
        return translate("MisclassifiedWords", "the model by its bands")
    if who.kind is Kind.GRADE:
        return translate("MisclassifiedWords", "the model by its grades")
    if who.name in _POINTS:
        return translate("MisclassifiedWords", _POINTS[who.name])
    return translate("MisclassifiedWords", "the model at the point {name}").format(name=who.name)


def cell(truth: str, answer: str, count: int, share: str, sign: str) -> str:
    """Return a cell of the matrix as a sentence."""
    text = translate("MisclassifiedWords", "True: {truth}. Answer: {answer}. {studies}, {share} of the row.")
    said = text.format(truth=name(truth), answer=name(answer), studies=words.studies(count), share=share)
    if sign == WRONG:
        return said + " " + translate("MisclassifiedWords", "This is an error.")
    return said + " " + translate("MisclassifiedWords", "This is right.") if sign == RIGHT else said


def truth_and_answer(case: Misread) -> str:
    """Return "abnormal, answered normal"."""
    if case.truth == UNKNOWN:
        return translate("MisclassifiedWords", "truth not known, answered {answer}").format(answer=name(case.answer))
    text = translate("MisclassifiedWords", "truly {truth}, answered {answer}")
    return text.format(truth=name(case.truth), answer=name(case.answer))


def said_line(said: Said) -> str:
    """Return what one reader said: "✗ Adler: normal, sure"."""
    answer = name(said.answer)
    sure = f", {confidence_word(said.confidence)}" if said.confidence else ""
    note = f" ({said.comment})" if said.comment else ""
    return f"{_SIGNS[said.outcome]} {said.who}: {answer}{sure}{note}"


OTHERS_HEAD = ("", *_SIGNS.values())


def others_legend() -> str:
    """Return what the signs at films and in the table stand for."""
    return translate(
        "MisclassifiedWords",
        "✓ right, ✗ wrong, ? unsure or truth not known, – no answer; the model at its default point.",
    )


def others_line(line: Others) -> tuple[str, ...]:
    """Return how one of the others did on the cases of a cell, a figure for each head."""
    return (line.who, *map(words.figure, (line.right, line.wrong, line.open, line.none)))


def gallery_item(case: Misread, noted: Marks) -> GalleryItem:
    """Return a case as it stands in the gallery: score and truth, who was right, tags on the film."""
    score = translate("MisclassifiedWords", "P {probability}, truly {truth}")
    if case.truth == UNKNOWN:
        score = translate("MisclassifiedWords", "P {probability}, truth not known")
    tags = ", ".join(map(tag, noted.tags_of(case.marked)))
    proposed = noted.proposals_of(case.marked)
    if proposed:
        tags = ", ".join((translate("MisclassifiedWords", "label proposed"), *((tags,) if tags else ())))
    first = score.format(probability=words.probability(case.score), truth=name(case.truth))
    image = case.image
    return GalleryItem(
        key_of(case),
        case.marked.study_id,
        case.folder,
        image.path,
        image.frame,
        (first, *(_readers(case) or (translate("MisclassifiedWords", "nobody has read it"),))),
        tags,
    )


def _readers(case: Misread) -> tuple[str, ...]:
    """Return who was right, then all others, a line each: "✓ Adler, Conti", "✗ Brandt"."""
    named = {outcome: [said.who for said in case.said if said.outcome is outcome and not said.model]
             for outcome in Outcome if outcome is not Outcome.NONE}  # fmt: skip
    lines = {outcome: f"{_SIGNS[outcome]} {', '.join(names)}" for outcome, names in named.items() if names}
    right = (lines.pop(Outcome.RIGHT),) if Outcome.RIGHT in lines else ()
    return (*right, "  ".join(lines.values())) if lines else right
