"""The report as a workbook: real numbers and dates, totals as formulas, the head frozen."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from broadcaster.base.clock import STATION_ZONE
from broadcaster.reports import other_channels, wording
from broadcaster.reports.model import Report
from broadcaster.reports.writers.log_rows import LOG_WIDTHS, log_heads, log_row

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_EPOCH = datetime(1899, 12, 30, tzinfo=STATION_ZONE)


class _Book:
    """A workbook and its few formats."""

    def __init__(self, target: Any, *, lean: bool = False) -> None:
        self.book = xlsxwriter.Workbook(target, {
            "constant_memory": lean, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False, "remove_timezone": True, "in_memory": not lean,
        })
        self.book.set_calc_mode("auto")
        self.title = self._format(bold=True, font_size=14, align="center")
        self.head = self._format(bold=True, align="center", valign="vcenter", text_wrap=True, border=1)
        self.text = self._format(text_wrap=True, border=1)
        self.whole = self._format(border=1, num_format="#,##0", align="center")
        self.tenth = self._format(border=1, num_format="#,##0.0")
        self.day = self._format(border=1, num_format="dd/mm/yyyy", align="center")
        self.moment = self._format(border=1, num_format="hh:mm:ss", align="center")
        self.sum = self._format(bold=True, border=1)
        self.sum_whole = self._format(bold=True, border=1, num_format="#,##0", align="center")
        self.sum_tenth = self._format(bold=True, border=1, num_format="#,##0.0")

    def _format(self, **more: Any) -> Any:
        return self.book.add_format({**_FONT, **more})

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


def xlsx_bytes(report: Report) -> bytes:
    """The report: one sheet with the table of the document, one with the log it rests on."""
    out = io.BytesIO()
    made = _Book(out)
    names = wording.words()["sheets"]
    _report_sheet(made, made.book.add_worksheet(names["report"]), report)
    if report.hand_outs:
        _other_sheet(made, made.book.add_worksheet(names["other"]), report)
    _log_sheet(made, made.book.add_worksheet(names["log"]), (log_row(row) for row in report.airings))
    made.book.close()
    return out.getvalue()


def write_log(path: Path, rows: Iterable[Sequence[object]]) -> int:
    """The airing log alone, in bounded memory; returns how many rows."""
    made = _Book(str(path), lean=True)
    count = _log_sheet(made, made.book.add_worksheet(wording.words()["sheets"]["log"]), rows)
    made.book.close()
    return count


def _report_sheet(made: _Book, sheet: Any, report: Report) -> None:
    names = wording.words()["columns"]
    keys = ("number", "title", "directive", "news", "features", "airings", "minutes", "first", "last", "zones", "note")
    sheet.merge_range(0, 0, 0, len(keys) - 1, wording.words()["letterhead"]["title"], made.title)
    sheet.merge_range(1, 0, 1, len(keys) - 1, wording.subject(report), made.title)
    for column, (key, width) in enumerate(zip(keys, (6, 44, 24, 9, 9, 11, 13, 13, 13, 14, 26), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(3, column, names[key], made.head)
    sheet.freeze_panes(4, 0)
    for index, row in enumerate(report.rows, start=1):
        values = (index, row.title, row.directive, row.news, row.features, row.airings, row.seconds / 60, row.first,
                  row.last, wording.zones(row.zones), wording.row_note(row))
        for column, value in enumerate(values):
            made.put(sheet, 3 + index, column, value)
    _sums(made, sheet, report)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)


def _sums(made: _Book, sheet: Any, report: Report) -> None:
    """Formulas with their values kept beside them: viewers that do not calculate show the right figures too."""
    last = 4 + len(report.rows)
    for column in range(11):
        sheet.write_blank(last, column, None, made.sum)
    sheet.write_string(last, 1, wording.words()["results"]["total"], made.sum)
    values = (sum(row.news for row in report.rows), sum(row.features for row in report.rows),
              sum(row.airings for row in report.rows), sum(row.seconds for row in report.rows) / 60)
    for letter, column, value in zip("DEFG", range(3, 7), values, strict=True):
        form = made.sum_tenth if letter == "G" else made.sum_whole
        if report.rows:
            sheet.write_formula(last, column, f"=SUM({letter}5:{letter}{last})", form, value)
        else:
            sheet.write_number(last, column, 0, form)


def _other_sheet(made: _Book, sheet: Any, report: Report) -> None:
    """What was told on other ways, a row each, and how many in all of each way below."""
    for column, (text, width) in enumerate(zip(other_channels.heads(), other_channels.WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, made.head)
    sheet.freeze_panes(1, 0)
    rows = other_channels.rows(report)
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values):
            made.put(sheet, number, column, value)
    sheet.autofilter(0, 0, len(rows), len(other_channels.HEADS) - 1)
    for number, line in enumerate(other_channels.sentences(report), start=len(rows) + 2):
        sheet.write_string(number, 1, line)


def _log_sheet(made: _Book, sheet: Any, rows: Iterable[Sequence[object]]) -> int:
    for column, (text, width) in enumerate(zip(log_heads(), LOG_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, made.head)
    sheet.freeze_panes(1, 0)
    count = 0
    for values in rows:
        count += 1
        for column, value in enumerate((count, *values)):
            made.put(sheet, count, column, value)
    if count:
        sheet.autofilter(0, 0, count, len(LOG_WIDTHS) - 1)
    return count
