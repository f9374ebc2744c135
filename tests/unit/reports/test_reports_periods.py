"""Reporting periods: edges that can be set, names as offices write them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.reports import periods
from broadcaster.reports.periods import Span


@pytest.mark.parametrize(("text", "edge", "name", "first", "last"), [
    ("2026-11", 1, "tháng 11 năm 2026", date(2026, 11, 1), date(2026, 11, 30)),
    ("2026-11", 15, "tháng 11 năm 2026 (15/10–14/11/2026)", date(2026, 10, 15), date(2026, 11, 14)),
    ("2026-01", 15, "tháng 01 năm 2026 (15/12/2025–14/01/2026)", date(2025, 12, 15), date(2026, 1, 14)),
    ("2028-02", 1, "tháng 02 năm 2028", date(2028, 2, 1), date(2028, 2, 29)),
    ("2026-Q4", 1, "quý IV năm 2026", date(2026, 10, 1), date(2026, 12, 31)),
    ("2026-q1", 15, "quý I năm 2026 (15/12/2025–14/03/2026)", date(2025, 12, 15), date(2026, 3, 14)),
    ("2026-H1", 1, "6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30)),
    ("2026-H2", 15, "6 tháng cuối năm 2026 (15/06–14/12/2026)", date(2026, 6, 15), date(2026, 12, 14)),
    ("2026", 1, "năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
    ("2026", 15, "năm 2026 (15/12/2025–14/12/2026)", date(2025, 12, 15), date(2026, 12, 14)),
])
def test_edges_and_names(text: str, edge: int, name: str, first: date, last: date) -> None:
    found = periods.named(text, edge)
    assert (found.name, found.first, found.last) == (name, first, last)


def test_the_ends_of_the_calendar_are_periods_too() -> None:
    assert periods.month("9999-12").last == periods.year("9999").last == date.max
    assert periods.year("0001").first == date.min
    assert periods.month("9999-12", 15).last == date(9999, 12, 14)


def test_a_free_period_is_named_by_its_days() -> None:
    day = date(2026, 2, 3)
    assert periods.free(day, day).name == "ngày 03/02/2026"
    assert periods.free(day, day + timedelta(1)).name == "từ ngày 03/02/2026 đến ngày 04/02/2026"


@pytest.mark.parametrize(("make", "text", "code"), [
    (periods.month, "2026-13", "report.month"), (periods.month, "2026-00", "report.month"),
    (periods.month, "٢٠٢٦-١١", "report.month"), (periods.month, "2026-11 ", "report.month"),
    (periods.quarter, "2026-Q5", "report.quarter"), (periods.quarter, "Q4-2026", "report.quarter"),
    (periods.half, "2026-H3", "report.half"), (periods.year, "26", "report.year"),
    (periods.year, "0000", "report.year"), (partial(periods.year, month_from=15), "0001", "report.year"),
    (periods.named, "2026-X1", "report.month"), (periods.named, "", "report.month"),
])
def test_what_is_no_period_is_refused(make: object, text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        make(text)  # type: ignore[operator]
    assert refusal.value.code == code


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 28), st.sampled_from(list(Span)[:4]))
def test_every_day_lies_in_just_one_period_of_each_length(day: date, edge: int, span: Span) -> None:
    found = periods.current(span, day, edge)
    assert found.first <= day <= found.last
    assert periods.before(found).last == found.first - timedelta(1), "no day between two periods, none in both"
    assert periods.named(found.key, edge) == found


@given(st.integers(2000, 2099), st.integers(1, 28))
def test_a_year_is_its_months_and_its_quarters(year: int, edge: int) -> None:
    whole = periods.year(f"{year}", edge)
    months = [periods.month(f"{year}-{number:02}", edge) for number in range(1, 13)]
    quarters = [periods.quarter(f"{year}-Q{number}", edge) for number in range(1, 5)]
    for parts in (months, quarters):
        assert (parts[0].first, parts[-1].last, sum(part.days for part in parts)) == (
            whole.first, whole.last, whole.days)


def test_the_same_period_a_year_before() -> None:
    assert periods.year_before(periods.quarter("2026-Q1", 15)).name == "quý I năm 2025 (15/12/2024–14/03/2025)"
    leap = periods.year_before(periods.free(date(2028, 2, 29), date(2028, 3, 31)))
    assert (leap.first, leap.last) == (date(2027, 2, 28), date(2027, 3, 31))
