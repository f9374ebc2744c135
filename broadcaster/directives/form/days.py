"""Vietnamese dates: 20/5, 19-7-2021, "ngày 13 tháng 5 năm 2019", months and open forms."""

from __future__ import annotations

import calendar
import re
from datetime import date

DAY = (r"(?:(?P<{0}d>\d{{1,2}})\s?[/.-]\s?(?P<{0}m>\d{{1,2}})(?:\s?[/.-]\s?(?P<{0}y>(?:19|20)\d\d))?"
       r"|(?P<{0}d2>\d{{1,2}})(?:\s+tháng\s+(?P<{0}m2>\d{{1,2}})(?:\s+năm\s+(?P<{0}y2>(?:19|20)\d\d))?)?)")
MONTH = r"(?:tháng\s+)?(?P<{0}m>\d{{1,2}})(?:\s?[/-]\s?|\s+năm\s+)(?P<{0}y>(?:19|20)\d\d)"


def parts(match: re.Match[str], name: str) -> tuple[int | None, int | None, int | None]:
    """Day, month, year as far as they are written."""
    groups = match.groupdict()

    def number(suffix: str) -> int | None:
        text = groups.get(f"{name}{suffix}") or groups.get(f"{name}{suffix}2")
        return int(text) if text else None

    return number("d"), number("m"), number("y")


def iso(day: int | None, month: int | None, year: int | None) -> str | None:
    """A whole day, or None if it is no day of the calendar."""
    if day is None or month is None or year is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def partial(day: int | None, month: int | None, year: int | None) -> str | None:
    """As much of a date as is written: 2021-07-28, 2021-07 or 2021."""
    if year is None:
        return None
    if month is None or not 1 <= month <= 12:
        return str(year)
    return iso(day, month, year) or f"{year}-{month:02}"


def first_of_month(month: int, year: int) -> str | None:
    return iso(1, month, year)


def last_of_month(month: int, year: int) -> str | None:
    return iso(calendar.monthrange(year, month)[1], month, year) if 1 <= month <= 12 else None


def year_of(issued: str | None) -> int | None:
    """The year a date without one is taken from."""
    found = re.match(r"\d{4}", issued or "")
    return int(found.group()) if found else None
