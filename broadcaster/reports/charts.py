"""What is drawn of a report: airings over time, and shares. Figures and words only; writers draw them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from broadcaster.reports import tables
from broadcaster.reports.model import DayCoverage, Report
from broadcaster.reports.sentences import Sentences

_MOST_DAYS, _MOST_WEEKS = 45, 60
_MOST_SHARES = 8
_AXES = ("origin", "kind")


@dataclass(frozen=True)
class Bar:
    """One stretch of time."""

    label: str
    aired: int
    missed: int


@dataclass(frozen=True)
class Bars:
    title: str
    aired: str
    """What a full bar stands for."""
    missed: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Share:
    label: str
    airings: int
    part: float
    """0–1 of all airings."""


@dataclass(frozen=True)
class Shares:
    title: str
    shares: tuple[Share, ...]


def over_time(says: Sentences) -> Bars | None:
    """Planned airings by day, week or month, as the span asks for; None where there is not more than one."""
    report = says.report
    names = says.words["charts"]
    if not report.coverage:
        return None
    days = (report.coverage[-1].day - report.coverage[0].day).days + 1
    step = "day" if days <= _MOST_DAYS else "week" if days <= 7 * _MOST_WEEKS else "month"
    bars = _bars(report, step)
    return Bars(names[step], names["aired"], names["missed"], bars) if len(bars) > 1 else None


def shares(says: Sentences) -> list[Shares]:
    """Airings by origin and by kind; only where there is something to compare."""
    found = []
    for axis in _AXES:
        groups = says.report.breakdowns.get(axis, ())
        whole = sum(group.airings for group in groups)
        if whole and tables.telling(axis, groups):
            ordered = sorted(groups, key=lambda group: -group.airings)[:_MOST_SHARES]
            found.append(Shares(says.words["charts"][axis], tuple(
                Share(tables.group_name(says, axis, group.key), group.airings, group.airings / whole)
                for group in ordered if group.airings)))
    return found


def _bars(report: Report, step: str) -> tuple[Bar, ...]:
    sums: dict[date, list[int]] = {}
    for item in report.coverage:
        counts = sums.setdefault(_begins(item, step), [0, 0])
        counts[0] += item.aired
        counts[1] += item.planned - item.aired
    if step == "day":
        # A day without a plan is a gap to be seen, not left out.
        day, last = report.coverage[0].day, report.coverage[-1].day
        while day <= last:
            sums.setdefault(day, [0, 0])
            day += timedelta(days=1)
    form = "%m/%Y" if step == "month" else "%d/%m"
    return tuple(Bar(f"{begin:{form}}", aired, missed) for begin, (aired, missed) in sorted(sums.items()))


def _begins(item: DayCoverage, step: str) -> date:
    if step == "month":
        return item.day.replace(day=1)
    return item.day - timedelta(days=item.day.weekday()) if step == "week" else item.day
