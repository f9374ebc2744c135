"""The lunar calendar against the sky, against somebody else's calendar, and against dates everybody remembers."""

from __future__ import annotations

import importlib.util
import math
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType

import ephem
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.schedule.calendar.lunar import LAST_DAY, LunarDay, covered, lunar_of, solar_of

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
days = st.dates(FIRST, LAST)
ROOT = Path(__file__).resolve().parents[3]


def made_table() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lunar_table", ROOT / "tools" / "lunar_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lunar_table"] = module
    spec.loader.exec_module(module)
    return module


def test_the_table_is_what_the_tool_computes() -> None:
    tool = made_table()
    assert tool.TABLE.read_text(encoding="utf-8") == tool.text(tool.compute())


@pytest.mark.parametrize(("year", "day"), [
    (1990, "1990-01-27"), (2000, "2000-02-05"), (2015, "2015-02-19"), (2023, "2023-01-22"), (2024, "2024-02-10"),
    (2025, "2025-01-29"), (2026, "2026-02-17"), (2027, "2027-02-06"),
    # Vietnam keeps these a day before China: the moon is new between 23:00 and midnight in Hà Nội.
    (2007, "2007-02-17"), (2030, "2030-02-02"), (2053, "2053-02-18"),
])
def test_tet_as_it_was_and_will_be_kept(year: int, day: str) -> None:
    assert solar_of(1, 1, year) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "leap"), [
    (1990, 5), (1995, 8), (2001, 4), (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4),
    (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11),
])
def test_leap_months_that_calendars_print(year: int, leap: int) -> None:
    assert solar_of(1, leap, year, leap=True) is not None
    assert [month for month in range(1, 13) if solar_of(1, month, year, leap=True)] == [leap]


def test_names_as_they_are_said() -> None:
    assert str(lunar_of(date(2026, 2, 17))) == "mùng 1 tháng Giêng năm Bính Ngọ"
    assert str(lunar_of(date(2026, 9, 25))) == "rằm tháng Tám năm Bính Ngọ"
    assert str(lunar_of(date(2026, 2, 16))) == "ngày 29 tháng Chạp năm Ất Tỵ"
    leap = lunar_of(date(2025, 7, 25))
    assert (leap, leap.short) == (LunarDay(1, 6, True, 2025), "1/6n")
    assert "tháng Sáu nhuận" in str(leap)


def test_somebody_elses_calendar_agrees_on_every_year() -> None:
    """The `holidays` package holds Tết and Giỗ Tổ (10/3) of Vietnam; they come from another table than ours."""
    theirs = holidays.country_holidays("VN", years=range(2007, 2100), language="vi", observed=False)
    for year in range(2007, 2100):
        for day, name in ((solar_of(1, 1, year), "Tết Nguyên Đán"), (solar_of(10, 3, year), "Ngày Giỗ Tổ Hùng Vương")):
            assert day is not None
            assert any(found.startswith(name) for found in theirs.get_list(day)), (year, name)


@given(days)
def test_every_day_comes_back(day: date) -> None:
    lunar = lunar_of(day)
    assert solar_of(lunar.day, lunar.month, lunar.year, lunar.leap) == day


@given(days)
def test_the_next_day_is_the_next_lunar_day(day: date) -> None:
    today, tomorrow = lunar_of(day), lunar_of(day + timedelta(1))
    if tomorrow.day != 1:
        assert (tomorrow.day, tomorrow.month, tomorrow.leap) == (today.day + 1, today.month, today.leap)
    else:
        assert today.day in {29, 30}
        assert solar_of(LAST_DAY, today.month, today.year, today.leap) == day
        assert tomorrow.month in ({today.month} if tomorrow.leap else {today.month % 12 + 1})


@given(days)
def test_a_month_begins_on_the_day_of_the_new_moon(day: date) -> None:
    lunar = lunar_of(day)
    first = solar_of(1, lunar.month, lunar.year, lunar.leap)
    assert first is not None
    midnight_after = ephem.Date(f"{first:%Y/%m/%d} 17:00")
    new_moon = ephem.previous_new_moon(midnight_after).datetime() + timedelta(hours=7)
    assert new_moon.date() == first


@given(st.integers(1990, 2100))
def test_the_eleventh_month_holds_the_winter_solstice(year: int) -> None:
    solstice = (ephem.next_solstice(f"{year}/12/1").datetime() + timedelta(hours=7)).date()
    lunar = lunar_of(solstice)
    assert (lunar.month, lunar.leap) == (11, False)


@given(st.integers(1990, 2099))
def test_no_principal_term_falls_into_a_leap_month(year: int) -> None:
    leap = next((month for month in range(1, 13) if solar_of(1, month, year, leap=True)), 0)
    if not leap:
        return
    begins, ends = solar_of(1, leap, year, leap=True), solar_of(LAST_DAY, leap, year, leap=True)
    assert begins is not None
    assert ends is not None
    assert int(longitude(begins) // 30) == int(longitude(ends + timedelta(1)) // 30)


def longitude(day: date) -> float:
    """Of the sun as a day begins in Hà Nội."""
    moment = ephem.Date(datetime(day.year, day.month, day.day) - timedelta(hours=7))  # noqa: DTZ001
    sun = ephem.Sun(moment)
    place = ephem.Ecliptic(ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment), epoch=moment)
    return math.degrees(place.lon) % 360


def test_what_does_not_exist() -> None:
    assert solar_of(1, 5, 2026, leap=True) is None
    assert solar_of(30, 12, 2025) is None
    assert solar_of(1, 1, 1800) is None
    first, last = covered()
    assert first <= FIRST
    assert last >= LAST
    with pytest.raises(Refused) as refused:
        lunar_of(last + timedelta(1))
    assert refused.value.code == "calendar.years"
