"""Is this week like the weeks before: what the model and the readers said, week by week, with control limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.control import RUN, ControlChart, individuals_chart, p_chart, xbar_chart
from xraydesk.research.answers import Heard
from xraydesk.research.readings import ABNORMAL, NONE, NORMAL
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import calls_of
from xraydesk.research.why import Why

BASELINE = 12  # weeks
FEWEST = 5  # of what a share or mean is of, in a week that gets a point: limits of fewer say nothing
MOST_WEEKS = 260  # five years: one wrong date in a header would else stretch the axis over a century
_WEEK = np.timedelta64(7, "D")
_DAY = np.timedelta64(1, "D")

Floats = NDArray[np.float64]
Counts = NDArray[np.int64] | NDArray[np.bool_]
Weeks = NDArray[np.datetime64]


class Clock(StrEnum):
    """Which moment puts a study into a week."""

    TAKEN = "exposure"
    SEEN = "arrival at the desk"


class Measure(StrEnum):
    """What is followed."""

    SCORE = "mean score"
    CALLED = "share called abnormal"
    DISTANCE = "mean distance from the training films"
    REFUSED = "share refused by the gate"
    WITH_MODEL = "agreement of readers with the model"
    AMONG_READERS = "agreement among readers"
    STUDIES = "number of studies"


SHARES = frozenset({Measure.CALLED, Measure.REFUSED, Measure.WITH_MODEL, Measure.AMONG_READERS})


class NoLimits(StrEnum):
    """Why a chart has no limits."""

    NOTHING = ""
    NO_WEEK = "No week has enough of what this is measured on"
    FEW_WEEKS = "Too few weeks of the baseline have a value: limits are drawn from eight on"


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One measure over the weeks; shapes (weeks,). Without a chart ``why`` says why."""

    measure: Measure
    of: NDArray[np.int64]  # of how many studies, answers or pairs of answers a week's value is
    chart: ControlChart | None
    why: Why | NoLimits

    @property
    def judged(self) -> bool:
        """True where there are limits."""
        return self.chart is not None and self.chart.enough


@dataclass(frozen=True, slots=True)
class Alarm:
    """A week in which a measure left its limits, or stayed on one side of its centre for too long."""

    measure: Measure
    week: np.datetime64  # its Monday
    value: float
    centre: float
    lower: float
    upper: float
    run: int  # weeks on one side of the centre; 0 where a limit was left


@dataclass(frozen=True, slots=True, eq=False)
class Drift:
    """All measures, week by week."""

    weeks: Weeks  # Mondays, shape (weeks,), without gaps
    series: tuple[Series, ...]
    alarms: tuple[Alarm, ...]  # newest first
    baseline: int  # weeks from the first on that set centres and limits
    clock: Clock
    left_out: int  # studies whose date lies far from the others'


def drift_of(scene: Scene, baseline: int = BASELINE, clock: Clock = Clock.TAKEN) -> Drift:
    """Follow what the model and the readers said over the weeks (ISO 8601, Monday to Sunday).

    Parameters
    ----------
    scene
        What is looked at; what is true does not matter here.
    baseline
        How many weeks from the first on set the centres and limits.
    clock
        Which moment puts a study into a week.

    Raises
    ------
    ValueError
        The baseline has no week.
    """
    if baseline < 1:
        raise ValueError(f"a baseline has one week at least, not {baseline}")
    calendar = _calendar(scene.cases.taken if clock is Clock.TAKEN else scene.cases.seen, scene.cases.seen, baseline)
    series = tuple(make(scene, calendar) for make in _MAKERS)
    alarms = [alarm for one in series for alarm in _alarms(one, calendar.weeks)]
    alarms.sort(key=lambda alarm: alarm.week, reverse=True)
    return Drift(calendar.weeks, series, tuple(alarms), baseline, clock, int((calendar.place < 0).sum()))


@dataclass(frozen=True, slots=True, eq=False)
class _Calendar:
    weeks: Weeks
    place: NDArray[np.int64]  # which week each study belongs to, -1 for none
    baseline: int

    def sums(self, values: Counts | Floats) -> Floats:
        """Return a column's sum in each week."""
        kept = self.place >= 0
        found = np.bincount(self.place[kept], weights=values[kept].astype(np.float64), minlength=len(self.weeks))
        return found.astype(np.float64)

    def share(self, measure: Measure, hits: Counts, of: Counts) -> Series:
        """Follow how much of one count the other is."""
        part, whole = self.sums(hits), self.sums(of)
        enough = whole >= FEWEST
        return _series(measure, whole, p_chart(np.where(enough, part, 0), np.where(enough, whole, 0), self.baseline))

    def mean(self, measure: Measure, given: Floats) -> Series:
        """Follow the mean of what is not NaN."""
        known = ~np.isnan(given)
        values = np.where(known, given, 0.0)
        n, total, squares = (self.sums(column) for column in (known, values, values**2))
        mean = np.divide(total, n, out=np.zeros(len(n)), where=n > 0)
        spread = np.divide(np.maximum(squares - n * mean**2, 0), n - 1, out=np.zeros(len(n)), where=n > 1)
        return _series(measure, n, xbar_chart(mean, np.sqrt(spread), np.where(n >= FEWEST, n, 0), self.baseline))

    def nothing(self, measure: Measure, why: Why) -> Series:
        """Say why a measure cannot be followed."""
        return Series(measure, np.zeros(len(self.weeks), np.int64), None, why)


def _calendar(moments: Weeks, seen: Weeks, baseline: int) -> _Calendar:
    """Return the Mondays from the first to the last week, and the week of each study."""
    if not len(moments):
        return _Calendar(np.empty(0, "datetime64[D]"), np.empty(0, np.int64), baseline)
    days = moments.astype("datetime64[D]")
    monday = days - ((days.astype(np.int64) + 3) % 7) * _DAY  # 1970-01-01 was a Thursday
    possible = days <= seen.astype("datetime64[D]").max() + _DAY  # no film is taken after it was seen
    last = monday[possible].max() if possible.any() else monday.max()
    kept = (monday <= last) & (monday > last - MOST_WEEKS * _WEEK)
    first = monday[kept].min()
    place = np.where(kept, (monday - first) // _WEEK, -1).astype(np.int64)
    return _Calendar(np.arange(first, last + _WEEK, _WEEK), place, baseline)


def _score(scene: Scene, calendar: _Calendar) -> Series:
    if scene.answers is None:
        return calendar.nothing(Measure.SCORE, Why.NO_MODEL)
    return calendar.mean(Measure.SCORE, scene.answers.score)


def _called(scene: Scene, calendar: _Calendar) -> Series:
    if scene.answers is None:
        return calendar.nothing(Measure.CALLED, Why.NO_MODEL)
    calls = calls_of(scene.answers)
    return calendar.share(Measure.CALLED, calls == ABNORMAL, calls != NONE)


def _distance(scene: Scene, calendar: _Calendar) -> Series:
    if scene.answers is None:
        return calendar.nothing(Measure.DISTANCE, Why.NO_MODEL)
    return calendar.mean(Measure.DISTANCE, scene.answers.distance)


def _refused(scene: Scene, calendar: _Calendar) -> Series:
    if scene.answers is None:
        return calendar.nothing(Measure.REFUSED, Why.NO_MODEL)
    heard = scene.answers.heard
    return calendar.share(Measure.REFUSED, heard == Heard.REFUSED, heard != Heard.NEVER)


def _with_model(scene: Scene, calendar: _Calendar) -> Series:
    if scene.answers is None or not len(scene.readings.readers):
        return calendar.nothing(Measure.WITH_MODEL, Why.NO_MODEL if scene.answers is None else Why.NO_READERS)
    said, calls = scene.readings.last.answer, calls_of(scene.answers)
    both = ((said == NORMAL) | (said == ABNORMAL)) & (calls != NONE)
    return calendar.share(Measure.WITH_MODEL, (both & (said == calls)).sum(0), both.sum(0))


def _among_readers(scene: Scene, calendar: _Calendar) -> Series:
    said = scene.readings.last.answer
    if len(said) < 2:
        return calendar.nothing(Measure.AMONG_READERS, Why.ONE_READER if len(said) else Why.NO_READERS)
    yes, no = (said == ABNORMAL).sum(0), (said == NORMAL).sum(0)
    same = (yes * (yes - 1) + no * (no - 1)) // 2
    return calendar.share(Measure.AMONG_READERS, same, (yes + no) * (yes + no - 1) // 2)


def _studies(_scene: Scene, calendar: _Calendar) -> Series:
    counts = calendar.sums(np.ones(len(calendar.place)))
    values = counts.copy()
    values[[0, -1] if len(values) else []] = np.nan  # began, or is not over: not to be compared with whole weeks
    return _series(Measure.STUDIES, counts, individuals_chart(values, calendar.baseline))


_MAKERS = (_score, _called, _distance, _refused, _with_model, _among_readers, _studies)


def _series(measure: Measure, of: Floats, chart: ControlChart) -> Series:
    why = NoLimits.NOTHING if chart.enough else NoLimits.FEW_WEEKS if chart.known.any() else NoLimits.NO_WEEK
    return Series(measure, of.astype(np.int64), chart if chart.known.any() else None, why)


def _alarms(series: Series, weeks: Weeks) -> list[Alarm]:
    chart, found = series.chart, []
    if chart is None or not chart.enough:
        return []
    known = np.flatnonzero(chart.known)
    for before, at in zip([-1, *known[:-1].tolist()], known.tolist(), strict=True):
        begins = chart.run[at] and not (before >= 0 and chart.run[before])
        if chart.out[at] or begins:
            value, centre = float(chart.value[at]), float(chart.centre[at])
            bounds = float(chart.lower[at]), float(chart.upper[at])
            found.append(Alarm(series.measure, weeks[at], value, centre, *bounds, 0 if chart.out[at] else RUN))
    return found
