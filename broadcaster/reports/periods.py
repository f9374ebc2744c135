"""The periods reports are made on, with the edges and the names offices use. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from broadcaster.base.errors import Refused

ROMAN = ("I", "II", "III", "IV")


class Span(StrEnum):
    """Lengths of periods."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FREE = "free"


@dataclass(frozen=True)
class Period:
    """From one day to another, both inclusive."""

    span: Span
    first: date
    last: date
    key: str = ""
    """2026-11, 2026-Q4, 2026-H2, 2026; empty for a free one."""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def shifted(self) -> bool:
        """Whether its edges are not those of the calendar (15th to 14th)."""
        return self.span is not Span.FREE and self.first.day != 1

    @property
    def plain_name(self) -> str:
        """tháng 11 năm 2026; quý IV năm 2026; 6 tháng cuối năm 2026; từ ngày … đến ngày …"""
        if self.span is Span.FREE:
            if self.first == self.last:
                return f"ngày {self.first:%d/%m/%Y}"
            return f"từ ngày {self.first:%d/%m/%Y} đến ngày {self.last:%d/%m/%Y}"
        year, part = self.key[:4], self.key[5:]
        if self.span is Span.YEAR:
            return f"năm {int(year)}"
        if self.span is Span.MONTH:
            return f"tháng {month_number(int(part))} năm {int(year)}"
        if self.span is Span.QUARTER:
            return f"quý {ROMAN[int(part[1]) - 1]} năm {int(year)}"
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {int(year)}"

    @property
    def name(self) -> str:
        """The same with the edges where they are not the calendar's: tháng 11 năm 2026 (15/10–14/11/2026)."""
        if not self.shifted:
            return self.plain_name
        begins = f"{self.first:%d/%m}" if self.first.year == self.last.year else f"{self.first:%d/%m/%Y}"
        return f"{self.plain_name} ({begins}–{self.last:%d/%m/%Y})"


def month_number(month: int) -> str:
    """Nghị định 30/2020: January and February take a leading zero."""
    return f"{month:02}" if month < 3 else str(month)


def month(text: str, month_from: int = 1) -> Period:
    """YYYY-MM. Raises Refused("report.month")."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        raise Refused("report.month", f"{text!r} is not a month YYYY-MM", value=text)
    return _months(Span.MONTH, int(found[1]), int(found[2]), 1, text, month_from)


def quarter(text: str, month_from: int = 1) -> Period:
    """YYYY-Q1 … YYYY-Q4. Raises Refused("report.quarter")."""
    found = re.fullmatch(r"([0-9]{4})-Q([1-4])", text.upper())
    if not found or int(found[1]) < 1:
        raise Refused("report.quarter", f"{text!r} is not a quarter YYYY-Q1 … YYYY-Q4", value=text)
    return _months(Span.QUARTER, int(found[1]), 3 * int(found[2]) - 2, 3, text.upper(), month_from)


def half(text: str, month_from: int = 1) -> Period:
    """YYYY-H1 or YYYY-H2. Raises Refused("report.half")."""
    found = re.fullmatch(r"([0-9]{4})-H([12])", text.upper())
    if not found or int(found[1]) < 1:
        raise Refused("report.half", f"{text!r} is not half a year YYYY-H1 or YYYY-H2", value=text)
    return _months(Span.HALF, int(found[1]), 6 * int(found[2]) - 5, 6, text.upper(), month_from)


def year(text: str, month_from: int = 1) -> Period:
    """YYYY. Raises Refused("report.year")."""
    if not re.fullmatch("[0-9]{4}", text) or int(text) < 1:
        raise Refused("report.year", f"{text!r} is not a year YYYY", value=text)
    return _months(Span.YEAR, int(text), 1, 12, text, month_from)


def free(first: date, last: date) -> Period:
    """Raises Refused("report.period") when it ends before it begins."""
    if last < first:
        raise Refused("report.period", f"the period ends ({last}) before it begins ({first})",
                      first=first.isoformat(), last=last.isoformat())
    return Period(Span.FREE, first, last)


def named(text: str, month_from: int = 1) -> Period:
    """Any of 2026-11, 2026-Q4, 2026-H2, 2026. Raises as `month`, `quarter`, `half` and `year`."""
    if re.fullmatch("[0-9]+", text):
        return year(text, month_from)
    tail = text.upper()[5:6]
    return {"Q": quarter, "H": half}.get(tail, month)(text, month_from)


def current(span: Span, today: date, month_from: int = 1) -> Period:
    """The period of that length `today` lies in."""
    number = 12 * today.year + today.month - 1 + (month_from > 1 and today.day >= month_from)
    of_year, of_month = divmod(number, 12)
    return {Span.MONTH: lambda: month(f"{of_year:04}-{of_month + 1:02}", month_from),
            Span.QUARTER: lambda: quarter(f"{of_year:04}-Q{of_month // 3 + 1}", month_from),
            Span.HALF: lambda: half(f"{of_year:04}-H{of_month // 6 + 1}", month_from),
            Span.YEAR: lambda: year(f"{of_year:04}", month_from),
            Span.FREE: lambda: free(today, today)}[span]()


def before(period: Period, month_from: int = 0) -> Period:
    """The one of the same length just before it; `month_from` 0: with the edges it has itself."""
    if period.span is Span.FREE:
        return free(period.first - timedelta(days=period.days), period.first - timedelta(days=1))
    return current(period.span, period.first - timedelta(days=1), month_from or period.first.day)


def year_before(period: Period) -> Period:
    """The same one a year earlier (cùng kỳ năm trước)."""
    if period.span is not Span.FREE:
        return named(f"{int(period.key[:4]) - 1:04}{period.key[4:]}", period.first.day)
    return free(_year_less(period.first), _year_less(period.last))


def _year_less(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def month_key(day: date, month_from: int = 1) -> str:
    """YYYY-MM of the reporting month a day counts to."""
    return current(Span.MONTH, day, month_from).key


def _months(span: Span, of_year: int, first: int, count: int, key: str, month_from: int) -> Period:
    """`count` reporting months from month `first`; each begins on `month_from`, of the month before unless it is 1."""
    final = first + count - 1
    if month_from == 1:
        return Period(span, date(of_year, first, 1), date(of_year, final, monthrange(of_year, final)[1]), key)
    year_of_edge, edge = (of_year, first - 1) if first > 1 else (of_year - 1, 12)
    if year_of_edge < 1:
        raise Refused("report.year", "no calendar begins that early", value=f"{of_year:04}")
    return Period(span, date(year_of_edge, edge, month_from), date(of_year, final, month_from - 1), key)
