"""The logbook as a workbook: the same rows as on paper, with real numbers to count and filter by."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from broadcaster.reports.logbook import Book, BookDay, BookLine, Sums
from broadcaster.reports.writers.log_rows import words

_WIDTHS = (6, 11, 46, 12, 14, 20, 12, 9, 14, 26, 16, 22, 30)
_LINE = 13.5
"""Points."""
_NUMBER, _MINUTES, _OUTCOME = 0, 7, 9


def write_xlsx(path: Path, book: Book, days: Iterable[BookDay], sums: Sums) -> None:
    """One sheet, a band for each day; its head row is frozen and comes again on every printed page."""
    made = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False,
                                           "strings_to_numbers": False})
    made.set_properties({"title": f"{book.title} {book.span}"})
    sheet = _Sheet(made, book)
    for day in days:
        sheet.day(day)
    sheet.close(sums)
    made.close()


class _Sheet:
    """Rows one below the other."""

    def __init__(self, made: Any, book: Book) -> None:
        self._book = book
        self._sheet = made.add_worksheet(words()["sheet"]["name"])
        plain = {"font_name": "Times New Roman", "font_size": 10, "valign": "top"}
        self._text = made.add_format({**plain, "text_wrap": True, "border": 1})
        self._middle = made.add_format({**plain, "text_wrap": True, "border": 1, "align": "center"})
        self._tenth = made.add_format({**plain, "border": 1, "num_format": "#,##0.0"})
        self._head = made.add_format({**plain, "bold": True, "border": 1, "align": "center", "valign": "vcenter",
                                      "text_wrap": True, "bg_color": "#E7ECEF"})
        self._band = made.add_format({**plain, "bold": True, "border": 1, "bg_color": "#EAF3F2", "font_size": 11})
        self._session = made.add_format({**plain, "bold": True, "italic": True, "border": 1})
        self._under = made.add_format({**plain, "text_wrap": True})
        self._title = made.add_format({**plain, "bold": True, "font_size": 14, "align": "center"})
        self._sign = made.add_format({**plain, "bold": True, "font_size": 11, "align": "center"})
        self._old, self._new = made.add_format({**plain, "font_strikeout": True}), made.add_format(plain)
        self._last = len(_WIDTHS) - 1
        self._row = 0
        self._open()

    def _open(self) -> None:
        sheet, book = self._sheet, self._book
        for text in (f"{book.issuer} · {book.station}", book.title, book.span):
            sheet.merge_range(self._row, 0, self._row, self._last, text, self._title)
            self._row += 1
        for place, (name, width) in enumerate(zip(book.columns, _WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(self._row, place, name, self._head)
        sheet.freeze_panes(self._row + 1, 0)
        sheet.repeat_rows(self._row)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8{_footer(book.running)} · {_footer(book.printed)}&R&8&P/&N")
        self._row += 1

    def day(self, day: BookDay) -> None:
        self._across(day.heading, self._band)
        for session in day.sessions:
            self._across(session.name, self._session)
            for line in session.lines:
                self._line(line)
        for text in (day.totals, day.faults, day.signed, f"{day.seal} {day.code}".strip(), day.left_out):
            if text:
                self._across(text, self._under)

    def close(self, sums: Sums) -> None:
        if not self._book.single:
            for text in filter(None, (sums.text(), sums.days_off(), *self._book.weeks)):
                self._across(text, self._under)
        names = words()["signed"]
        for place, who in ((1, "officer"), (self._last - 4, "leader")):
            self._sheet.merge_range(self._row + 1, place, self._row + 1, place + 3, names[who], self._sign)
            self._sheet.merge_range(self._row + 2, place, self._row + 2, place + 3, names["hand"], self._middle)

    def _across(self, text: str, form: Any) -> None:
        self._sheet.merge_range(self._row, 0, self._row, self._last, text, form)
        self._row += 1

    def _line(self, line: BookLine) -> None:
        # Said here: not every program makes a row as high as its texts.
        self._sheet.set_row(self._row, _LINE * max(_lines(text, width) for text, width in zip(
            (*line.cells, f"{line.struck} {line.cells[_OUTCOME]}"), (*_WIDTHS, _WIDTHS[_OUTCOME]), strict=True)))
        for place, text in enumerate(line.cells):
            if place == _NUMBER:
                self._sheet.write_number(self._row, place, int(text), self._middle)
            elif place == _MINUTES:
                self._sheet.write_number(self._row, place, float(text.replace(".", "").replace(",", ".")), self._tenth)
            elif place == _OUTCOME and line.struck:
                self._sheet.write_rich_string(self._row, place, self._old, line.struck, self._new, f" {text}",
                                              self._text)
            elif text:
                self._sheet.write_string(self._row, place, text, self._text)
            else:
                self._sheet.write_blank(self._row, place, None, self._text)
        self._row += 1


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many letters."""
    return sum(max(1, math.ceil(len(line) * 1.06 / width)) for line in text.split("\n"))


def _footer(text: str) -> str:
    """Excel reads && as one; a footer has 255 letters in all."""
    return text.replace("&", "&&")[:100]
