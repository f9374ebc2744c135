"""What is special about a day: holidays, lunar days, special periods. Pure; ranges hold both their days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from broadcaster.base.errors import Refused
from broadcaster.schedule.calendar.lunar import LunarDay, covered, lunar_of, solar_of
from broadcaster.schedule.model import Period

LONGEST_DAYS = 366
"""Of a period and of a range of the calendar: a whole leap year."""

_TO_NEIGHBOUR = (1, -1, -1, 1, -1, -1, 1)
"""From a holiday on Monday … Sunday to the neighbouring day that makes the longer rest."""


@dataclass(frozen=True)
class Holiday:
    """A day that comes back every year, by the solar or the lunar calendar."""

    key: str
    name: str
    solar: tuple[int, int] | None = None
    """Month, day."""
    lunar: tuple[int, int] | None = None
    """Month, day; day LAST_DAY: the month's last."""
    rest: bool = False
    """People are off work."""
    before: int = 0
    after: int = 0
    beside: bool = False
    """One more day off, before or after; which one is decided each year."""
    kind: str = "holiday"
    """Of the period proposed for it."""
    since: int = 0
    note: str = ""
    own: bool = False
    """Added by the station."""

    def on(self, year: int) -> tuple[date, ...]:
        """Its days in a solar year: one; none on 29 February of other years; a lunar one may come twice."""
        if year < self.since:
            return ()
        if self.solar is not None:
            try:
                return (date(year, *self.solar),)
            except ValueError:
                return ()
        if self.lunar is None:
            return ()
        month, day = self.lunar
        found = (solar_of(day, month, lunar_year) for lunar_year in (year - 1, year))
        return tuple(when for when in found if when is not None and when.year == year)

    def spans(self, year: int) -> tuple[tuple[date, date], ...]:
        """From the first to the last day off around each of its days."""
        return tuple(self._span(day) for day in self.on(year))

    def _span(self, day: date) -> tuple[date, date]:
        before, after = self.before, self.after
        if self.beside:
            step = _TO_NEIGHBOUR[day.weekday()]
            before, after = before + (step < 0), after + (step > 0)
        return day - timedelta(before), day + timedelta(after)


@dataclass(frozen=True)
class PeriodKind:
    """A kind of special period, with what is proposed for it."""

    key: str
    words: str
    hint: str = ""
    days: int = 1
    without: tuple[str, ...] = ()
    tone: str = "plain"


@dataclass(frozen=True)
class CalendarDay:
    """One day and what is special about it."""

    day: date
    lunar: LunarDay | None
    """None outside of the years of the table."""
    holidays: tuple[Holiday, ...] = ()
    periods: tuple[Period, ...] = ()
    """Those that cover it; the last one holds."""

    @property
    def weekday(self) -> int:
        """ISO: 1 = Monday … 7 = Sunday."""
        return self.day.isoweekday()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(item.name for item in self.holidays)

    @property
    def rest(self) -> bool:
        return any(item.rest for item in self.holidays)

    @property
    def period(self) -> Period | None:
        """The one that holds: of several, the one made last."""
        return self.periods[-1] if self.periods else None


def days_of(first: date, last: date, holidays: Sequence[Holiday] = (),
            periods: Sequence[Period] = ()) -> list[CalendarDay]:
    """Every day from `first` to `last`, both inclusive. `periods`: the one made last at the end.

    Raises Refused: period.order, period.too_long.
    """
    count = length_of(first, last)
    marked: dict[date, list[Holiday]] = {}
    for item in holidays:
        for year in range(first.year, last.year + 1):
            for day in item.on(year):
                marked.setdefault(day, []).append(item)
    known_from, known_to = covered()
    result = []
    for day in (first + timedelta(n) for n in range(count)):
        lunar = lunar_of(day) if known_from <= day <= known_to else None
        result.append(CalendarDay(day, lunar, tuple(marked.get(day, ())),
                                  tuple(item for item in periods if item.covers(day))))
    return result


def length_of(first: date, last: date) -> int:
    """How many days, both inclusive. Raises Refused: period.order, period.too_long."""
    count = (last - first).days + 1
    if count < 1:
        raise Refused("period.order", f"{last} is before {first}", first=first.isoformat(), last=last.isoformat())
    if count > LONGEST_DAYS:
        raise Refused("period.too_long", f"{count} days are more than {LONGEST_DAYS}", count=count, limit=LONGEST_DAYS)
    return count


def month_of(day: date) -> tuple[date, date]:
    """First and last day of its month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def weeks_of(day: date) -> tuple[date, date]:
    """The whole weeks, Monday to Sunday, that hold its month."""
    first, last = month_of(day)
    return first - timedelta(first.weekday()), last + timedelta(6 - last.weekday())


def common_days(one: Period, other: Period) -> tuple[date, date] | None:
    """The days both cover."""
    first, last = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    return (first, last) if first <= last else None
