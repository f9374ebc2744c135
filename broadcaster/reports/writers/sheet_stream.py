"""Workbooks of any length, written row by row: a million rows in bounded memory (docs/formats.md "The log as a file").

XlsxWriter's constant-memory mode asks for a call and a temporary file for every cell. Here a row is one join of ready
pieces: every text, day and number becomes its cell once and is looked up from then on.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from broadcaster.base.clock import STATION_ZONE, parse_time
from broadcaster.reports.writers import sheet_parts as parts

ROWS_A_SHEET = 1_048_575
"""Excel's limit, less the head; more rows go on on the next sheet."""
_BYTES_A_SHEET = 1_500_000_000
_LEVEL = 1
"""Deflate: level 6 takes three times as long for a file a fifth smaller."""
_KEPT = 40_000
"""Different texts of a column remembered, and different texts kept in the workbook's table of them."""
_PIECES = 20_000
_LONGEST = 32_767
_EPOCH = date(1899, 12, 30).toordinal()
_OFFSET = "+07:00"


@dataclass(frozen=True)
class Column:
    """One column: its head, its width in letters, what its cells hold."""

    head: str
    width: float
    form: str = "text"
    """text, day (a date, or its ISO text), moment (a datetime, or its ISO text), whole, tenth."""


class SheetStream:
    """`with SheetStream(path, "Nhật ký", columns) as sheet: sheet.write(rows)`."""

    def __init__(self, path: Path, name: str, columns: Sequence[Column], *, title: str = "") -> None:
        """`title`: the document's, for its properties and the head of printed pages."""
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._name, self._columns, self._title = name, columns, title
        self._texts: dict[str, int] = {}
        self._cells = [_Cells(column.form, self._text) for column in columns]
        self._letters = [parts.letters(number) for number in range(len(columns))]
        self._sheet: IO[bytes] | None = None
        self._sheets: list[int] = []
        """Rows on each sheet that is done."""
        self._rows = self._bytes = 0
        self._zip.writestr("[Content_Types].xml", parts.CONTENT_TYPES)
        self._zip.writestr("_rels/.rels", parts.ROOT_RELATIONS)

    def __enter__(self) -> SheetStream:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if kind is not None:
            # Half a workbook: whoever asked for it throws the file away.
            if self._sheet is not None:
                self._sheet.close()
            self._zip.close()
            return
        self._close()

    def write(self, rows: Iterable[Sequence[object]]) -> int:
        """Append rows, each with a value for every column; returns how many."""
        cells = [cell.__getitem__ for cell in self._cells]
        heads = [f'<c r="{letter}' for letter in self._letters]
        pieces: list[str] = []
        count, number = 0, self._rows + 1
        for values in rows:
            if number > ROWS_A_SHEET or self._bytes > _BYTES_A_SHEET:
                self._rows = number - 1
                self._put(pieces)
                self._end_sheet()
                number = 1
            number += 1
            count += 1
            text = str(number)
            pieces.append(f'<row r="{text}">')
            pieces += [head + text + cell(value) for head, cell, value in zip(heads, cells, values, strict=True)]
            pieces.append("</row>")
            if len(pieces) > _PIECES:
                self._put(pieces)
        self._put(pieces)
        self._rows = number - 1
        return count

    def _put(self, pieces: list[str]) -> None:
        if self._sheet is None:
            self._begin_sheet()
        assert self._sheet is not None
        data = "".join(pieces).encode()
        self._bytes += len(data)
        self._sheet.write(data)
        pieces.clear()

    def _begin_sheet(self) -> None:
        number = len(self._sheets) + 1
        self._sheet = self._zip.open(f"xl/worksheets/sheet{number}.xml", "w")
        self._sheet.write(parts.sheet_head(self._columns, selected=number == 1).encode())
        self._rows = self._bytes = 0

    def _end_sheet(self) -> None:
        assert self._sheet is not None
        self._sheet.write(parts.sheet_foot(self._letters[-1], self._rows + 1, self._title).encode())
        self._sheet.close()
        self._sheets.append(self._rows)
        self._sheet, self._rows, self._bytes = None, 0, 0

    def _close(self) -> None:
        if self._sheet is None:
            self._begin_sheet()
        self._end_sheet()
        with self._zip.open("xl/sharedStrings.xml", "w") as table:
            table.write(parts.TEXTS_HEAD.encode())
            for text in self._texts:
                table.write(f"<si>{text}</si>".encode())
            table.write(b"</sst>")
        self._zip.writestr("xl/styles.xml", parts.STYLES)
        self._zip.writestr("xl/workbook.xml", parts.workbook(self._name, self._sheets, self._letters[-1]))
        self._zip.writestr("xl/_rels/workbook.xml.rels", parts.workbook_relations(len(self._sheets)))
        self._zip.writestr("docProps/core.xml", parts.properties(self._title))
        self._zip.close()

    def _text(self, value: str, style: int) -> str:
        clean = parts.text(value[:_LONGEST])
        number = self._texts.get(clean)
        if number is None:
            if len(self._texts) >= _KEPT:
                return f'" s="{style}" t="inlineStr"><is>{clean}</is></c>'
            number = self._texts[clean] = len(self._texts)
        return f'" s="{style}" t="s"><v>{number}</v></c>'


class _Cells(dict[Any, str]):
    """Value -> what follows `<c r="A17` of its cell. Each is made once, as long as there are not too many."""

    def __init__(self, form: str, text: Callable[[str, int], str]) -> None:
        super().__init__()
        self._make = _moment if form == "moment" else _day if form == "day" else _plain
        self._style, self._text = parts.STYLE_OF[form], text

    def __missing__(self, value: object) -> str:
        number = self._make(value)
        if number:
            cell = f'" s="{self._style}"><v>{number}</v></c>'
        elif value is None or value == "":
            cell = f'" s="{self._style}"/>'
        else:
            cell = self._text(str(value), self._style)
        if self._make is not _moment and len(self) < _KEPT:
            self[value] = cell
        return cell


def _plain(value: object) -> str:
    """A number as XML writes it; empty for what is not one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return ""
    return repr(value)


def _day(value: object) -> str:
    """The serial number of a date or of its ISO text."""
    if isinstance(value, date):
        return str(value.toordinal() - _EPOCH)
    try:
        return str(date.fromisoformat(str(value)).toordinal() - _EPOCH)
    except ValueError:
        return _plain(value)


def _moment(value: object) -> str:
    """The serial number of a moment at the station, to the second."""
    if isinstance(value, str) and value[23:] == _OFFSET:
        # As format_time writes it: read by its places, the days and the seconds looked up.
        return _serial_day(value[:10]) + _part_of_day(value[11:19])
    if isinstance(value, datetime):
        local = value.astimezone(STATION_ZONE)
        return _serial_day(local.date().isoformat()) + _part_of_day(f"{local:%H:%M:%S}")
    try:
        return _moment(parse_time(str(value))) if value else ""
    except ValueError:
        return ""


@lru_cache(4_000)
def _serial_day(day: str) -> str:
    return str(date.fromisoformat(day).toordinal() - _EPOCH)


@lru_cache(50_000)
def _part_of_day(clock: str) -> str:
    """05:00:12 -> .208472223. A ten-thousandth of a second is added: no reader may cut it down to 05:00:11."""
    seconds = int(clock[:2]) * 3600 + int(clock[3:5]) * 60 + int(clock[6:8])
    return f"{seconds / 86400 + 1e-9:.9f}"[1:]
