"""Small phrases used in several places of the window."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from xraydesk.gui import messages

if TYPE_CHECKING:
    from xraydesk.triage.desk import Progress


def age(years: float | None) -> str:
    """Return an age as a person says it: days, months or years."""
    if years is None:
        return ""
    if years < 1 / 12:
        return f"{round(years * 365.25)} d"
    return f"{round(years * 12)} m" if years < 1 else f"{int(years)} y"


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
        return "> 0.99" if value > 0.995 else "0.99"
    return "< 0.01" if value < 0.005 else f"{value:.2f}"


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
    return f"{minutes // 60} h {minutes % 60} min" if minutes < 48 * 60 else f"{minutes // (24 * 60):,} d"


def progress_line(progress: Progress) -> str:
    """Return "412 / 1,000 images, 38/s, 15 s left", or the stage while nothing is counted yet."""
    if not progress.total:
        return sentence(messages.said(progress.stage))
    parts = [f"{progress.done:,} / {progress.total:,} images"]
    if progress.images_per_second:
        rate = progress.images_per_second
        parts.append(f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    elif progress.stage:
        parts.append(messages.said(progress.stage))
    return ", ".join(parts)


def count(number: int, one: str, many: str) -> str:
    """Return "1 file" or "1,204 files"."""
    return f"{number:,} {one if number == 1 else many}"
