"""What the page of the site's own check says, in sentences and in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.evaluation.discrimination import Interval
from xraydesk.gui.language import translate
from xraydesk.gui.research.points_sentences import point_name
from xraydesk.gui.shared.figure_words import decimal, percent, with_bounds
from xraydesk.gui.shared.figures_table import Cell, Column, Row
from xraydesk.gui.words import figure
from xraydesk.research.site import Compared, Holds

if TYPE_CHECKING:
    from xraydesk.research.sampling import Plan, Progress, Sample
    from xraydesk.research.site import SiteResult

INTRODUCTION = cast(
    str,
    QT_TRANSLATE_NOOP(
        "SitePage",
        "A threshold from one hospital need not hold in the next. Here some of your own studies are drawn at random, "
        "you read them, and the model's points are compared with what its card promises.",
    ),
)
BLIND = cast(
    str,
    QT_TRANSLATE_NOOP(
        "SitePage",
        "The sample becomes the list of the reading desk, in the order drawn; the model's answer is to be hidden "
        "meanwhile. What counts as true is chosen above.",
    ),
)
_HOLDS = cast(
    dict[Holds, str],
    {
        Holds.HOLDS: QT_TRANSLATE_NOOP("SiteSentences", "holds"),
        Holds.LOWER: QT_TRANSLATE_NOOP("SiteSentences", "lower"),
        Holds.HIGHER: QT_TRANSLATE_NOOP("SiteSentences", "higher"),
    },
)


class _Bounded(Protocol):
    """A share as the card keeps it, or as it was found here."""

    @property
    def value(self) -> float: ...

    @property
    def low(self) -> float: ...

    @property
    def high(self) -> float: ...


def plan(found: Plan) -> str:
    """Return how many studies must be read."""
    text = translate(
        "SiteSentences",
        "Read {studies} studies: with 95 % assurance they hold the {abnormal} abnormal and the {normal} normal ones "
        "that are needed.",
    )
    return text.format(studies=figure(found.studies), abnormal=figure(found.abnormal), normal=figure(found.normal))


def too_few(found: Plan, progress: Progress) -> str:
    """Return that the model has not judged as many studies as are wanted; "" where it has."""
    there = progress.drawn + progress.left
    if there >= found.studies:
        return ""
    text = translate(
        "SiteSentences",
        "Studies the model has judged here: {there}. Open more folders, or accept a wider interval.",
    )
    return text.format(there=figure(there))


def drawn(progress: Progress) -> str:
    """Return how many were drawn, and of how many."""
    if not progress.drawn:
        text = translate("SiteSentences", "None drawn yet. Studies that the model has judged: {there}.")
        return text.format(there=figure(progress.left))
    text = translate(
        "SiteSentences", "{drawn} drawn; {left} more may be drawn. The model's answer plays no part in it."
    )
    said = text.format(drawn=figure(progress.drawn), left=figure(progress.left))
    if progress.gone:
        more = translate("SiteSentences", "{count} of them are not among the studies looked at now.")
        said += " " + more.format(count=figure(progress.gone))
    return said


def has_drawn(sample: Sample) -> str:
    """Return what was done."""
    text = translate("SiteSentences", "Studies in the sample now: {count}.")
    return text.format(count=figure(len(sample.study_ids)))


def read(progress: Progress) -> str:
    """Return how far the sample is read."""
    if not progress.drawn:
        return translate("SiteSentences", "Draw a sample first.")
    text = translate("SiteSentences", "Of {read} of {drawn} it is known what is true; {abnormal} of them are abnormal.")
    said = text.format(read=figure(progress.read), drawn=figure(progress.drawn), abnormal=figure(progress.abnormal))
    if progress.contradicted:
        more = translate("SiteSentences", "Of {count} the readers or sources contradict each other.")
        said += " " + more.format(count=figure(progress.contradicted))
    return said


def seen(progress: Progress) -> str:
    """Return that readings were not blind; "" where all were, or truth comes from elsewhere."""
    if not progress.seen:
        return ""
    text = translate(
        "SiteSentences",
        "Not blind: {count} of the {read} were read with the model's answer in sight. What is kept of the check says "
        "so.",
    )
    return text.format(count=figure(progress.seen), read=figure(progress.read))


def unread(result: SiteResult) -> str:
    """Return a warning where the sample was not read to its end."""
    if not result.unread:
        return ""
    text = translate(
        "SiteSentences",
        "Not read yet of the sample: {count}. The figures hold for all only if these were not left out for what they "
        "show.",
    )
    return text.format(count=figure(result.unread))


def comparison(result: SiteResult) -> str:
    """Return in words whether the card's promise holds here."""
    counts = {"studies": figure(len(result.study.truth)), "abnormal": figure(result.study.abnormal)}
    if result.holds:
        text = translate(
            "SiteSentences", "The card's points hold on {studies} drawn at random, {abnormal} of them abnormal."
        )
        return text.format(**counts)
    text = translate(
        "SiteSentences",
        "The card's points do not hold on {studies} drawn at random, {abnormal} of them abnormal.",
    )
    said = [text.format(**counts)]
    for point in result.compared:
        said += _lower(point)
    return " ".join(said)


def _lower(point: Compared) -> list[str]:
    said = []
    if point.sensitivity is Holds.LOWER:
        text = translate("SiteSentences", "At {point} it finds {here} of the abnormal; the card promises {promised}.")
        said.append((text, point.here.sensitivity.value, point.promised.sensitivity.value))
    if point.specificity is Holds.LOWER:
        text = translate("SiteSentences", "At {point} it spares {here} of the normal; the card promises {promised}.")
        said.append((text, point.here.specificity.value, point.promised.specificity.value))
    name = point_name(point.name)
    return [text.format(point=name, here=percent(here), promised=percent(given)) for text, here, given in said]


def derived(result: SiteResult) -> str:
    """Return how the new points were made."""
    if not result.recalibrated:
        return translate(
            "SiteSentences",
            "This model gives grades: its outputs belong together, so its calibration stays and the thresholds move.",
        )
    text = translate("SiteSentences", "Calibrated anew on these studies: slope {slope}, offset {offset}.")
    curve = result.labels[0].calibration
    return text.format(slope=decimal(curve.slope, 3), offset=decimal(curve.offset, 3))


def compared_rows(result: SiteResult) -> tuple[tuple[Column, ...], list[Row]]:
    """Return the card's points as a table: promised, and found here."""
    columns = (
        Column(translate("SiteSentences", "Card's point"), words=True),
        Column(translate("SiteSentences", "Threshold")),
        Column(translate("SiteSentences", "Sensitivity promised")),
        Column(translate("SiteSentences", "here")),
        Column("", words=True),
        Column(translate("SiteSentences", "Specificity promised")),
        Column(translate("SiteSentences", "here")),
        Column("", words=True),
    )
    return columns, [_compared_row(point) for point in result.compared]


def _compared_row(point: Compared) -> Row:
    given, here = point.promised, point.here
    return Row(
        (
            Cell(point_name(point.name)),
            Cell(decimal(given.threshold, 3), given.threshold),
            _rate(given.sensitivity),
            _rate(here.sensitivity),
            Cell(translate("SiteSentences", _HOLDS[point.sensitivity])),
            _rate(given.specificity),
            _rate(here.specificity),
            Cell(translate("SiteSentences", _HOLDS[point.specificity])),
        ),
        point.name,
    )


def derived_rows(result: SiteResult) -> tuple[tuple[Column, ...], list[Row]]:
    """Return the points derived here as a table."""
    columns = (
        Column(translate("SiteSentences", "This site's point"), words=True),
        Column(translate("SiteSentences", "Threshold")),
        Column(translate("SiteSentences", "Sensitivity here")),
        Column(translate("SiteSentences", "Specificity here")),
    )
    rows = [
        Row(
            (
                Cell(point_name(point.name)),
                Cell(decimal(point.threshold, 3), point.threshold),
                _rate(point.sensitivity),
                _rate(point.specificity),
            ),
            point.name,
        )
        for point in result.labels[0].operating_points
    ]
    return columns, rows


def _rate(rate: _Bounded) -> Cell:
    return Cell(with_bounds(Interval(rate.value, rate.low, rate.high)), rate.value)
