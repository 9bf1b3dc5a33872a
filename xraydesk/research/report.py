"""The researcher's report: one HTML file that stands alone, with the numbers of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from xraydesk import __version__
from xraydesk.research import report_charts, report_tables
from xraydesk.research.archive import name_of
from xraydesk.research.deidentify import Veil
from xraydesk.research.drift import Drift
from xraydesk.research.drift_words import sentences, week
from xraydesk.research.figures import count
from xraydesk.research.performance import Choice
from xraydesk.research.points import PointsStudy
from xraydesk.research.scene import Scene
from xraydesk.research.standard import standard_words
from xraydesk.research.summary import Summary, summary_of
from xraydesk.training.page import document, facts

_NAMELESS = "Readers and tables of truth have pseudonyms, the same as in exported tables."


def report(scene: Scene, veil: Veil, choice: Choice | None = None) -> str:
    """Return the page.

    Parameters
    ----------
    scene
        What is looked at, readers already under their pseudonyms where names are hidden (`export_source.veiled`).
    veil
        Whether names are hidden: who changed operating points, and why, is then left out.
    choice
        Beta, the site's prevalence.
    """
    return page_of(summary_of(scene, choice), veil)


def page_of(summary: Summary, veil: Veil) -> str:
    """Return the page of figures that are worked out already."""
    found = summary.performance
    return document(
        "Readers, model and truth",
        [
            f'<p class="soft">xraydesk {escape(__version__)}, {datetime.now(UTC):%Y-%m-%d}. Research use. '
            "Not a diagnosis.</p>",
            _section("What this rests on", facts(_about(summary, veil))),
            _section("What the log holds", report_tables.overview(summary.overview)),
            _section("Agreement", *map(report_tables.agreement, summary.agreement)),
            _section("Before and after the model's answer", report_tables.second_thoughts(summary.second_thoughts)),
            _section("Against what is true", _why(found.why), report_tables.performance(found)),
            _section("Curves", report_charts.curves(found, summary.points)) if found.lines else "",
            _section("Groups", *map(report_tables.groups, summary.groups)) if summary.groups else "",
            _section("Thresholds", _thresholds(summary)),
            _section("Week by week", _drift(summary.drift), report_charts.drift(summary.drift)),
            _section("What these figures do not say", _limits(summary)),
            f'<footer class="soft">{"" if veil.identified else _NAMELESS} Intervals are of 95 %. A dash stands where '
            "there is no figure.</footer>",
        ],
    )


def _section(heading: str, *parts: str) -> str:
    return f"<h2>{escape(heading)}</h2>{''.join(parts)}"


def _why(sentence: str) -> str:
    return f'<p class="notice">{escape(sentence)}.</p>' if sentence else ""


def _about(summary: Summary, veil: Veil) -> dict[str, str]:
    scene, weeks = summary.scene, summary.drift.weeks
    span = f", taken from the week of {week(weeks[0])} to that of {week(weeks[-1])}" if len(weeks) else ""
    found = {
        "Studies": f"{count(len(scene.cases))} (patients: {count(summary.overview.patients)}){span}",
        "Taken as true": standard_words(scene.question.rule),
        "Readers' answer to": scene.question.finding or "the whole study",
    }
    if scene.answers is None:
        return {**found, "Model": "none has judged these studies"}
    card = scene.answers.card
    held = "those of the model's card"
    if card.held is not None:
        held = card.held.words if veil.identified else f"{card.held.kind}, {card.held.at:%Y-%m-%d}"
    points = ", ".join(f"{point.name} {point.threshold:.3f}" for point in card.abnormal.operating_points)
    return {
        **found,
        "Model": f"{card.title} ({name_of(card)}), weights {card.weights_sha256[:16]}",
        "Operating points": f"{held}: {points or 'none'}",
        "Checked at this site": "yes" if card.checked_here else "no: the thresholds may not hold here",
    }


def _thresholds(summary: Summary) -> str:
    if not isinstance(summary.points, PointsStudy):
        return _why(summary.points)
    return report_tables.thresholds(summary.points)


def _drift(drift: Drift) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences(drift))
    basis = f"Centres and limits come from the first {drift.baseline} weeks; weeks are those of the {drift.clock}."
    return f'<ul>{items}</ul><p class="soft">{escape(basis)}</p>'


def _limits(summary: Summary) -> str:
    found, said = summary.performance, [
        "They are of the studies of this log alone, as they came: another site, other machines or another mix of "
        "patients give others.",
        "A study whose truth is not known has no part in them. Where truth is looked for in the suspicious studies "
        "first, sensitivity comes out too high.",
    ]  # fmt: skip
    if found.circular:
        said.append(f"The answers of {', '.join(found.circular)} are part of what is taken as true: their own figures "
                    "are too good.")  # fmt: skip
    if found.by_patient:
        said.append("Some patients have several studies. The intervals keep the studies of a patient together.")
    if any(line.figures is not None and line.figures.small for line in found.lines):
        said.append("Figures of fewer than ten abnormal or ten other studies, marked as few, can be far off.")
    if summary.overview.contradicted:
        said.append("Studies left out, as the sources of truth contradict each other about them: "
                    f"{count(summary.overview.contradicted)}.")  # fmt: skip
    if summary.overview.unmatched:
        said.append("Verdicts left out, as the desk does not know their studies or films any more: "
                    f"{count(summary.overview.unmatched)}.")  # fmt: skip
    said.append("Many groups and many weeks are looked at: some leave their limits, or differ, by chance.")
    return f'<ul class="warnings">{"".join(f"<li>{escape(sentence)}</li>" for sentence in said)}</ul>'
