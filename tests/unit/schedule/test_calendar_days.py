"""Ranges, Sundays, the ends of months and years: held against the standard library and dateutil."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.schedule.calendar.days import (
    LONGEST_DAYS,
    Holiday,
    common_days,
    days_of,
    length_of,
    month_of,
    weeks_of,
)
from broadcaster.schedule.calendar.files import holidays, period_kinds
from broadcaster.schedule.calendar.proposals import proposals_of
from broadcaster.schedule.model import Period

some_day = st.dates(date(1990, 1, 1), date(2100, 1, 1))
some_length = st.integers(0, LONGEST_DAYS - 1)


def period(first: date, last: date, name: str = "Kỳ", kind: str = "event", **more: object) -> Period:
    return replace(Period(name, kind, name, first, last), **more)  # type: ignore[arg-type]


@given(some_day, some_length)
def test_both_ends_belong_to_it(first: date, more: int) -> None:
    last = first + timedelta(more)
    expected = [moment.date() for moment in rrule.rrule(rrule.DAILY, dtstart=first, until=last)]
    found = days_of(first, last)
    assert [item.day for item in found] == expected
    assert length_of(first, last) == len(expected)


@given(some_day, some_length, st.sampled_from(range(1, 8)))
def test_weekdays_are_the_right_ones(first: date, more: int, weekday: int) -> None:
    last = first + timedelta(more)
    expected = {moment.date() for moment in rrule.rrule(rrule.DAILY, dtstart=first, until=last, byweekday=weekday - 1)}
    assert {item.day for item in days_of(first, last) if item.weekday == weekday} == expected


@given(some_day, some_length, some_day, some_length)
def test_a_period_covers_its_days_and_no_other(first: date, more: int, begins: date, length: int) -> None:
    kept = period(begins, begins + timedelta(length))
    covered = {moment.date() for moment in rrule.rrule(rrule.DAILY, dtstart=begins, count=length + 1)}
    for item in days_of(first, first + timedelta(more), periods=[kept]):
        assert (item.period is kept) == (item.day in covered)


@given(some_day)
def test_months_end_where_they_end(day: date) -> None:
    first, last = month_of(day)
    assert (first.day, last.day) == (1, calendar.monthrange(day.year, day.month)[1])
    assert (first.month, last.month) == (day.month, day.month)
    begins, ends = weeks_of(day)
    weeks = calendar.Calendar().monthdatescalendar(day.year, day.month)
    assert (begins, ends) == (weeks[0][0], weeks[-1][-1])


@given(some_day, st.tuples(st.integers(1, 12), st.integers(1, 31)))
def test_a_solar_holiday_comes_once_a_year(day: date, month_day: tuple[int, int]) -> None:
    item = Holiday("x", "Ngày", solar=month_day)
    try:
        expected = (date(day.year, *month_day),)
    except ValueError:
        expected = ()
    assert item.on(day.year) == expected


@given(some_day, some_length, some_day, some_length)
def test_common_days_are_those_of_both(first: date, one: int, begins: date, other: int) -> None:
    left, right = period(first, first + timedelta(one)), period(begins, begins + timedelta(other))
    found = common_days(left, right)
    both = {left.first_day + timedelta(n) for n in range(one + 1)} & {begins + timedelta(n) for n in range(other + 1)}
    assert (set(days_between(*found)) if found else set()) == both


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def test_29_february_and_the_year_s_end() -> None:
    assert [item.day.day for item in days_of(date(2028, 2, 28), date(2028, 3, 1))] == [28, 29, 1]
    assert [item.day.day for item in days_of(date(2027, 2, 28), date(2027, 3, 1))] == [28, 1]
    assert [item.weekday for item in days_of(date(2026, 12, 31), date(2027, 1, 3))] == [4, 5, 6, 7]
    leap_day = Holiday("x", "Ngày", solar=(2, 29))
    assert [len(leap_day.on(year)) for year in (2027, 2028, 2100)] == [0, 1, 0]


def test_of_several_periods_the_one_made_last_holds() -> None:
    tet = period(date(2026, 2, 16), date(2026, 2, 20), "Tết")
    mourning = period(date(2026, 2, 20), date(2026, 2, 21), "Quốc tang")
    found = {item.day: item.period for item in days_of(date(2026, 2, 19), date(2026, 2, 22), periods=[tet, mourning])}
    assert list(found.values()) == [tet, mourning, mourning, None]


@pytest.mark.parametrize(("first", "last", "code"), [
    (date(2026, 1, 2), date(2026, 1, 1), "period.order"),
    (date(2026, 1, 1), date(2027, 1, 2), "period.too_long"),
])
def test_ranges_that_are_none(first: date, last: date, code: str) -> None:
    with pytest.raises(Refused) as refused:
        days_of(first, last)
    assert refused.value.code == code


def test_the_law_s_days_off(home: StationHome) -> None:
    """Bộ luật Lao động 2019, Điều 112: eleven days, and the one of 24/11 since 2026."""
    off: set[date] = set()
    for item in holidays(home):
        if item.rest:
            for first, last in item.spans(2025):
                off.update(days_between(first, last))
    assert sorted(off) == [date(2025, month, day) for month, day in (
        (1, 1), (1, 28), (1, 29), (1, 30), (1, 31), (2, 1), (4, 7), (4, 30), (5, 1), (9, 1), (9, 2))]
    assert [item.on(2026) for item in holidays(home) if item.key == "van_hoa"] == [(date(2026, 11, 24),)]


@pytest.mark.parametrize(("year", "beside"), [(2021, 3), (2022, 1), (2023, 1), (2024, 3), (2025, 1), (2026, 1)])
def test_the_day_beside_2_september_as_it_was_decided(home: StationHome, year: int, beside: int) -> None:
    feast = next(item for item in holidays(home) if item.key == "quoc_khanh")
    assert sorted({2, beside}) == [day.day for day in feast.spans(year)[0]]


def test_a_lunar_day_may_come_twice_in_a_year_or_not_at_all() -> None:
    """Once in every lunar year all the same: mùng 1 tháng Chạp wanders between December and January."""
    item = Holiday("x", "Ngày", lunar=(12, 1))
    found = [item.on(year) for year in range(1991, 2100)]
    assert {len(days) for days in found} == {0, 1, 2}
    all_days = [day for days in found for day in days]
    assert all(353 <= (later - day).days <= 385 for day, later in pairwise(all_days))


def test_holidays_become_proposals_and_neighbours_one(home: StationHome) -> None:
    there = period(date(2026, 4, 30), date(2026, 5, 3), kind="holiday")
    found = proposals_of(2026, holidays(home), [there])
    spans = [(item.period.first_day, item.period.last_day) for item in found]
    assert (date(2026, 4, 30), date(2026, 5, 1)) in spans
    assert spans == sorted(spans)
    assert [item.known for item in found if item.known] == [there]
    tet = next(item for item in found if item.period.kind == "tet")
    assert (tet.day, tet.period.first_day, tet.period.last_day) == (
        date(2026, 2, 17), date(2026, 2, 16), date(2026, 2, 20))


def test_a_station_has_days_of_its_own(home: StationHome) -> None:
    write_atomic(home.root / "calendar" / "holidays.toml",
                 '[hoi_lang]\nname = "Hội làng"\nlunar = "01-12"\n'.encode())
    own = [item for item in holidays(home) if item.own]
    assert [(item.name, item.on(2026)) for item in own] == [("Hội làng", (date(2026, 2, 28),))]


@pytest.mark.parametrize("text", [
    'name = "không có bảng"', '[a]\nname = "A"', '[a]\nname = "A"\nsolar = "13-01"', '[a]\nname = "A"\nlunar = "1-1"',
    '[a]\nname = "A"\nsolar = "01-01"\nlunar = "01-01"', '[a]\nname = "A"\nsolar = "01-01"\ncolour = "đỏ"',
    '[a]\nname = "A"\nsolar = "01-01"\nkind = "bão"', '[a]\nname = "A"\nsolar = "01-01"\nbefore = 99',
    '[a]\nname = "A"\nsolar = "01-01"\nbefore = true', "[a", '[a]\nname = 5\nsolar = "01-01"',
])
def test_a_file_with_a_slip_is_refused(home: StationHome, text: str) -> None:
    write_atomic(home.root / "calendar" / "holidays.toml", text.encode())
    with pytest.raises(Refused) as refused:
        holidays(home)
    assert refused.value.code == "calendar.words"


def test_mourning_proposes_no_music() -> None:
    kinds = {item.key: item for item in period_kinds()}
    assert set(kinds) == {"holiday", "tet", "mourning", "election", "disaster", "event"}
    assert kinds["mourning"].without == ("nhac", "nhac_cat", "nhac_hieu")
    assert kinds["mourning"].days == 2
