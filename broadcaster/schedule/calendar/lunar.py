"""The Vietnamese lunar calendar (âm lịch, UTC+7): a shipped table, made by tools/lunar_table.py and read once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_MONTHS = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Chạp")
LAST_DAY = 0
"""As a day of a lunar month: its last one, the 29th or the 30th."""


@dataclass(frozen=True)
class LunarDay:
    """A day of the lunar calendar."""

    day: int
    month: int
    leap: bool
    """In the leap month that follows the month of this number."""
    year: int
    """The solar year in which the lunar one begins."""

    @property
    def year_name(self) -> str:
        """Can chi of the year: Bính Ngọ."""
        return f"{_STEMS[(self.year - 4) % 10]} {_BRANCHES[(self.year - 4) % 12]}"

    @property
    def short(self) -> str:
        """As on a wall calendar: 15/8; n marks the leap month: 15/6n."""
        return f"{self.day}/{self.month}{'n' if self.leap else ''}"

    def __str__(self) -> str:
        """As it is said: mùng 1 tháng Giêng năm Bính Ngọ, rằm tháng Tám …"""
        day = f"mùng {self.day}" if self.day <= 10 else "rằm" if self.day == 15 else f"ngày {self.day}"
        return f"{day} tháng {_MONTHS[self.month - 1]}{' nhuận' if self.leap else ''} năm {self.year_name}"


@dataclass(frozen=True)
class _Month:
    first: date
    days: int
    number: int
    leap: bool
    year: int


def lunar_of(day: date) -> LunarDay:
    """The lunar day of a solar one. Raises Refused("calendar.years") outside of the table's years."""
    months, firsts = _months()
    place = bisect_right(firsts, day) - 1
    if place < 0 or day >= months[place].first + timedelta(months[place].days):
        first, last = covered()
        raise Refused("calendar.years", f"the lunar calendar is known from {first} to {last}, not on {day}",
                      day=day.isoformat(), first=first.isoformat(), last=last.isoformat())
    month = months[place]
    return LunarDay((day - month.first).days + 1, month.number, month.leap, month.year)


def solar_of(day: int, month: int, year: int, leap: bool = False) -> date | None:
    """The solar day of a lunar one; None where there is none (no such leap month, no 30th, not in the table).

    `day` LAST_DAY: the month's last.
    """
    found = _by_number().get((year, month, leap))
    if found is None or not 0 <= day <= found.days:
        return None
    return found.first + timedelta((day or found.days) - 1)


def covered() -> tuple[date, date]:
    """The first and the last day the table knows."""
    months, _ = _months()
    return months[0].first, months[-1].first + timedelta(months[-1].days - 1)


@lru_cache(maxsize=1)
def _months() -> tuple[tuple[_Month, ...], tuple[date, ...]]:
    months = tuple(month for line in _lines() for month in _of_year(line.split()))
    return months, tuple(month.first for month in months)


@lru_cache(maxsize=1)
def _by_number() -> dict[tuple[int, int, bool], _Month]:
    return {(month.year, month.number, month.leap): month for month in _months()[0]}


def _lines() -> list[str]:
    text = shipped("resources", "calendar", "lunar.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _of_year(words: list[str]) -> list[_Month]:
    year, first, after = int(words[0]), date.fromisoformat(words[1]), int(words[2])
    numbers = [(number, leap) for number in range(1, 13)
               for leap in ((False, True) if number == after else (False,))]
    months = []
    for (number, leap), days in zip(numbers, map(int, words[3:]), strict=True):
        months.append(_Month(first, days, number, leap, year))
        first += timedelta(days)
    return months
