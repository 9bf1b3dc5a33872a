"""Small phrases used in several places of the window."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from xraydesk.gui.language import marked, translate
from xraydesk.gui.messages import said

if TYPE_CHECKING:
    from xraydesk.triage.desk import Progress, RunSummary


def figure(value: float, spec: str = ",") -> str:
    """Return a number as Python's ``spec`` writes it, with thousands and decimals marked as the window's language does.

    For what a person reads on screen only: files for other programs keep the marks of English.
    """
    return marked(format(value, spec))


def age(years: float | None) -> str:
    """Return an age as a person says it: days, months or years."""
    if years is None:
        return ""
    if years < 1 / 12:
        return translate("Words", "{days} d").format(days=round(years * 365.25))
    if years < 1:
        return translate("Words", "{months} m").format(months=round(years * 12))
    return translate("Words", "{years} y").format(years=int(years))


def age_sex(years: float | None, sex: str) -> str:
    """Return "3 y F", or what of it is known."""
    return " ".join(part for part in (age(years), sex) if part)


def person_name(dicom: str) -> str:
    """Return a DICOM person name (PS3.5 6.2.1) as "Family, Given Middle", in its first writing that says anything."""
    for writing in dicom.split("="):
        parts = [part.strip() for part in (*writing.split("^"), "", "", "")]
        given = " ".join(part for part in parts[1:3] if part)
        name = ", ".join(part for part in (parts[0], given) if part)
        if name:
            return name
    return ""


def sentence(text: str) -> str:
    """Return the text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def date_time(when: datetime | None) -> str:
    """Return date and time, sortable by eye; the date alone at midnight sharp, where files leave the time out."""
    if when is None:
        return ""
    return when.strftime("%Y-%m-%d" if (when.hour, when.minute, when.second) == (0, 0, 0) else "%Y-%m-%d %H:%M")


def probability(value: float | None) -> str:
    """Return a probability with two decimals, never rounded up to certainty."""
    if value is None:
        return "–"
    if value > 0.99:
        return f"> {figure(0.99, '.2f')}" if value > 0.995 else figure(0.99, ".2f")
    return f"< {figure(0.01, '.2f')}" if value < 0.005 else figure(value, ".2f")


def duration(seconds: float) -> str:
    """Return a time to wait, coarse on purpose."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def waiting(time: timedelta) -> str:
    """Return how long a study has waited: minutes, hours or days; nothing where its clock runs ahead."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 0:
        return ""
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return translate("Words", "{days} d").format(days=figure(minutes // (24 * 60)))


def progress_line(progress: Progress) -> str:
    """Return "412 / 1,000 images, 38/s, 15 s left", or the stage while nothing is counted yet."""
    if not progress.total:
        return sentence(said(progress.stage))
    images = translate("Words", "{done} / {total} images")
    parts = [images.format(done=figure(progress.done), total=figure(progress.total))]
    if progress.images_per_second:
        rate = progress.images_per_second
        parts.append(f"{figure(rate, ',.0f' if rate >= 10 else '.1f')}/s")
    if progress.seconds_left is not None:
        parts.append(translate("Words", "{time} left").format(time=duration(progress.seconds_left)))
    elif progress.stage:
        parts.append(said(progress.stage))
    return ", ".join(parts)


def studies(number: int) -> str:
    """Return "1 study" or "1,204 studies"."""
    text = translate("Words", "{count} study") if number == 1 else translate("Words", "{count} studies")
    return text.format(count=figure(number))


def images(number: int) -> str:
    """Return "1 image" or "1,204 images"."""
    text = translate("Words", "{count} image") if number == 1 else translate("Words", "{count} images")
    return text.format(count=figure(number))


def outcome(summary: RunSummary) -> str:
    """Return how a run ended, in a few words."""
    done = translate("MainWindow", "{studies}, {images}, done")
    stopped = translate("MainWindow", "Stopped: {studies}, {images}, {pending} not scored")
    return (stopped if summary.cancelled else done).format(
        studies=studies(summary.studies), images=images(summary.images), pending=figure(summary.pending)
    )
