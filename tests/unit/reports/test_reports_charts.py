"""Charts: the same figures in PDF and workbook, by day, week or month, only where there is something to see."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pypdfium2
from reports_office import Office, airing

from broadcaster.asrun.model import Outcome
from broadcaster.reports import charts
from broadcaster.reports.model import Report

FIRST = date(2026, 11, 1)


def logged(office: Office, days: int, gap: int = 0) -> Report:
    """Every day two airings and one missed, but for every `gap`-th."""
    rows = [replace(airing(f"{day}.{number}", FIRST + timedelta(days=day), 18_000 + 200 * number,
                           kind=("tin", "bai", "tin")[number],
                           outcome=Outcome.MISSED if number == 2 else Outcome.AIRED,
                           reason="power" if number == 2 else ""), origin=("own", "superior", "own")[number])
            for day in range(days) if not gap or day % gap for number in range(3)]
    office.log(*rows)
    return office.reports.for_period(FIRST, FIRST + timedelta(days=days - 1))


def test_days_weeks_and_months(office: Office) -> None:
    bars = charts.over_time(office.reports.says(logged(office, 10, gap=4)))
    assert bars is not None
    assert [(bar.label, bar.aired, bar.missed) for bar in bars.bars[2:5]] == [
        ("04/11", 2, 1), ("05/11", 0, 0), ("06/11", 2, 1)]
    weeks = charts.over_time(office.reports.says(logged(office, 70)))
    assert weeks is not None
    assert [(bar.label, bar.aired) for bar in weeks.bars[:2]] == [("26/10", 2), ("02/11", 14)]
    months = charts.over_time(office.reports.says(logged(office, 430)))
    assert months is not None
    assert [(bar.label, bar.aired, bar.missed) for bar in months.bars[:2]] == [("11/2026", 60, 30), ("12/2026", 62, 31)]


def test_nothing_to_compare_is_not_drawn(office: Office) -> None:
    one = office.reports.says(logged(office, 1))
    assert charts.over_time(one) is None
    empty = office.reports.says(office.reports.for_month("2025-01"))
    assert (charts.over_time(empty), charts.shares(empty)) == (None, [])


def test_shares_add_up(office: Office) -> None:
    for each in charts.shares(office.reports.says(logged(office, 5))):
        assert abs(sum(share.part for share in each.shares) - 1) < 1e-9
        assert [share.airings for share in each.shares] == [5, 5]


def test_they_are_drawn_where_the_addressee_wants_them(office: Office, tmp_path: Path) -> None:
    report = logged(office, 12)
    with_charts, without = (pypdfium2.PdfDocument(office.reports.pdf(report, name)) for name in ("ubnd-xa", "cap-tren"))
    assert [item.get_title() for item in with_charts.get_toc()][-1] == "Biểu đồ"
    assert "Biểu đồ" not in [item.get_title() for item in without.get_toc()]
    width, height = with_charts.get_page_size(len(with_charts) - 1)
    assert width < height
    page = with_charts[len(with_charts) - 1]
    text = page.get_textpage()
    said = text.get_text_bounded()
    assert "không phát" in said
    assert "12 (50,0 %)" in said
    text.close()
    page.close()
    with_charts.close()
    without.close()
    path = office.reports.write(report, "xlsx", tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(path)
    book.close()
    sheet = book["Biểu đồ"]
    assert [cell.value for cell in sheet[2]][:3] == ["01/11", 2, 1]
    with zipfile.ZipFile(path) as file:
        assert sum("charts/chart" in name for name in file.namelist()) == 3
        assert b"wdUpDiag" in file.read("xl/charts/chart1.xml")
