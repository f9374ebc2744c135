"""The report as a workbook: real numbers and dates, totals as formulas, the head frozen."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import STATION_ZONE
from broadcaster.reports import other_channels, tables, wording
from broadcaster.reports.document import Column
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.tables import Band, Grid, Value
from broadcaster.reports.writers.log_rows import LOG_WIDTHS, log_heads, log_row
from broadcaster.reports.writers.xlsx_charts import add_charts

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_WIDTHS = {"number": 6, "title": 44, "directive": 24, "news": 9, "features": 9, "airings": 11, "minutes": 13,
           "first": 13, "last": 13, "zones": 14, "note": 26}
_HEAD, _LINE = 34, 16
"""Height of a head of two lines, and of one line of text, in points."""
_A3 = 8
_EPOCH = datetime(1899, 12, 30, tzinfo=STATION_ZONE)


class _Book:
    """A workbook and its few formats."""

    def __init__(self, target: Any) -> None:
        self.book = xlsxwriter.Workbook(target, {
            "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "remove_timezone": True, "in_memory": True,
        })
        self.book.set_calc_mode("auto")
        self.title = self._format(bold=True, font_size=14, align="center")
        self.head = self._format(bold=True, align="center", valign="vcenter", text_wrap=True, border=1)
        self.text = self._format(text_wrap=True, border=1)
        self.whole = self._format(border=1, num_format="#,##0", align="center")
        self.tenth = self._format(border=1, num_format="#,##0.0")
        self.day = self._format(border=1, num_format="dd/mm/yyyy", align="center")
        self.moment = self._format(border=1, num_format="hh:mm:ss", align="center")
        self.left_title = self._format(bold=True, font_size=13)
        self.note = self._format(italic=True)
        self.sum = self._format(bold=True, border=1)
        self.sum_whole = self._format(bold=True, border=1, num_format="#,##0", align="center")
        self.sum_tenth = self._format(bold=True, border=1, num_format="#,##0.0")

    def _format(self, **more: Any) -> Any:
        return self.book.add_format({**_FONT, **more})

    def line(self, sheet: Any, row: int, values: Sequence[object], widths: Sequence[float]) -> None:
        """A row as high as its longest text: not every program works that out when it opens the file."""
        lines = max((-(-len(str(value)) // max(1, int(width))) for value, width in zip(values, widths, strict=True)
                     if isinstance(value, str)), default=1)
        if lines > 1:
            sheet.set_row(row, _LINE * min(lines, 25))
        for column, value in enumerate(values):
            self.put(sheet, row, column, value)

    def put(self, sheet: Any, row: int, column: int, value: object) -> None:
        """A value with the format of its type."""
        if isinstance(value, datetime):
            sheet.write_number(row, column, (value - _EPOCH).total_seconds() / 86400, self.moment)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day),  # noqa: DTZ001
                                 self.day)
        elif isinstance(value, float):
            sheet.write_number(row, column, value, self.tenth)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.whole)
        elif value:
            sheet.write_string(row, column, str(value)[:32767], self.text)
        else:
            sheet.write_blank(row, column, None, self.text)


def _width(column: Column) -> float:
    """In characters."""
    return max(9, column.width * 0.75)


def xlsx_bytes(says: Sentences, log: Iterable[Airing]) -> bytes:
    """The table of the document, what it is broken down by, what was asked, other ways, old books, and the log."""
    out = io.BytesIO()
    made = _Book(out)
    names, report = says.words["sheets"], says.report
    _report_sheet(made, made.book.add_worksheet(names["report"]), says)
    if (grid := tables.breakdowns(says)).rows:
        _grid_sheet(made, names["breakdowns"], says.say("results", "breakdown"), grid)
    if (grid := tables.requirements(says)).rows:
        _grid_sheet(made, names["coverage"], says.say("results", "asked_table"), grid)
    if (grid := tables.days(says)).rows:
        _grid_sheet(made, names["days"], says.say("section", "appendix_days"), grid)
    if report.hand_outs:
        _other_sheet(made, made.book.add_worksheet(names["other"]), says)
    if (grid := tables.former(says)).rows:
        _grid_sheet(made, names["former"], says.say("former", "intro"), grid)
    if report.log_rows:
        sheet = made.book.add_worksheet(names["log"])
        _log_sheet(made, sheet, map(log_row, log))
        _print(sheet, 0)
        sheet.set_paper(_A3)
    add_charts(made.book, says, made.left_title)
    made.book.close()
    return out.getvalue()


def grids_xlsx(sheets: Iterable[tuple[str, str, Grid]]) -> bytes:
    """Tables alone, a sheet each: (name of the sheet, title above the table, table)."""
    out = io.BytesIO()
    made = _Book(out)
    for name, title, grid in sheets:
        _grid_sheet(made, name, title, grid)
    made.book.close()
    return out.getvalue()


def _report_sheet(made: _Book, sheet: Any, says: Sentences) -> None:
    names, report = says.words["columns"], says.report
    keys = [each for key in says.profile.columns for each in (("first", "last") if key == "span" else (key,))]
    for line, text in enumerate((says.say("letterhead", "title"), says.subject())):
        if len(keys) > 1:
            sheet.merge_range(line, 0, line, len(keys) - 1, text, made.title)
        else:
            sheet.write_string(line, 0, text, made.left_title)
    for column, key in enumerate(keys):
        sheet.set_column(column, column, _WIDTHS[key])
        sheet.write_string(3, column, names[key], made.head)
    sheet.set_row(3, _HEAD)
    sheet.freeze_panes(4, 0)
    for index, row in enumerate(report.rows, start=1):
        values = {"number": index, "title": row.title, "directive": row.directive, "news": row.news,
                  "features": row.features, "airings": row.airings, "minutes": row.seconds / 60, "first": row.first,
                  "last": row.last, "zones": says.zones(row.zones), "note": wording.row_note(row)}
        made.line(sheet, 3 + index, [values[key] for key in keys], [_WIDTHS[key] for key in keys])
    sums: dict[str, Value] = {
        "title": says.say("results", "total"), "news": sum(row.news for row in report.rows),
        "features": sum(row.features for row in report.rows), "airings": sum(row.airings for row in report.rows),
        "minutes": sum(row.seconds for row in report.rows) / 60}
    _sums(made, sheet, 4, len(report.rows), [sums.get(key) for key in keys])
    sheet.write_string(5 + len(report.rows), 1, says.say("results", "definition"), made.note)
    if report.unfinished:
        sheet.write_string(6 + len(report.rows), 1, says.say("situation", "unfinished", date=wording.day(
            report.made_on)), made.note)
    _print(sheet, 3)


def _grid_sheet(made: _Book, name: str, title: str, grid: Grid) -> None:
    """One table: its title, the head, typed values, and a last row of formulas where it adds up."""
    sheet = made.book.add_worksheet(name)
    sheet.write_string(0, 0, title, made.left_title)
    for column, item in enumerate(grid.columns):
        sheet.set_column(column, column, _width(item))
        sheet.write_string(2, column, item.head, made.head)
    sheet.set_row(2, _HEAD)
    sheet.freeze_panes(3, 0)
    for number, row in enumerate(grid.rows, start=3):
        if isinstance(row, Band):
            sheet.merge_range(number, 0, number, len(grid.columns) - 1, row.text, made.sum)
            continue
        made.line(sheet, number, row, [_width(item) for item in grid.columns])
    if grid.total is not None:
        _sums(made, sheet, 3, len(grid.rows), grid.total)
    _print(sheet, 2)


def _sums(made: _Book, sheet: Any, first: int, count: int, values: Sequence[Value]) -> None:
    """Formulas with their values kept beside them: viewers that do not calculate show the right figures too."""
    last = first + count
    for column, value in enumerate(values):
        form = made.sum_tenth if isinstance(value, float) else made.sum_whole
        if not isinstance(value, int | float):
            sheet.write_string(last, column, str(value or ""), made.sum)
        elif count:
            letter = xl_col_to_name(column)
            sheet.write_formula(last, column, f"=SUM({letter}{first + 1}:{letter}{last})", form, value)
        else:
            sheet.write_number(last, column, value, form)


def _print(sheet: Any, head: int) -> None:
    """A4 across, as wide as one page, the head on each, numbered below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&C&P/&N")


def _other_sheet(made: _Book, sheet: Any, says: Sentences) -> None:
    """What was told on other ways, a row each, and how many in all of each way below."""
    for column, (text, width) in enumerate(zip(other_channels.heads(says.words), other_channels.WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, made.head)
    sheet.freeze_panes(1, 0)
    rows = other_channels.rows(says.report)
    for number, values in enumerate(rows, start=1):
        made.line(sheet, number, values, other_channels.WIDTHS)
    sheet.autofilter(0, 0, len(rows), len(other_channels.HEADS) - 1)
    for number, line in enumerate(other_channels.sentences(says.report, says.words), start=len(rows) + 2):
        sheet.write_string(number, 1, line)
    _print(sheet, 0)


def _log_sheet(made: _Book, sheet: Any, rows: Iterable[Sequence[object]]) -> int:
    for column, (text, width) in enumerate(zip(log_heads(), LOG_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, made.head)
    sheet.freeze_panes(1, 0)
    count = 0
    for values in rows:
        count += 1
        made.line(sheet, count, (count, *values), LOG_WIDTHS)
    if count:
        sheet.autofilter(0, 0, count, len(LOG_WIDTHS) - 1)
    return count
