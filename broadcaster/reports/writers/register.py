"""The register of letters as a sheet: xlsx ready for printing (A4, landscape, head on each page) or csv."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped, write_atomic
from broadcaster.directives.model import DirectiveRow
from broadcaster.reports.writers import csv as csv_writer

FORMATS = ("xlsx", "csv")
_WIDTHS = (6, 12, 26, 22, 12, 52, 12, 18, 15, 13, 9, 8)


def write_register(path: Path, rows: Sequence[DirectiveRow]) -> int:
    """Write these lines in the format the name ends with; returns how many. Raises Refused: report.format, disk.*."""
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise Refused("report.format", f"no such format: {suffix}", format=suffix)
    write_atomic(path, _xlsx(rows) if suffix == "xlsx" else _csv(rows))
    return len(rows)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(shipped("resources", "templates", "register.toml").read_text(encoding="utf-8"))


def _line(place: int, row: DirectiveRow) -> tuple[object, ...]:
    words = _words()
    due = _day(row.report_due)
    if row.overdue:
        due = words["mark"]["overdue"].format(due=due)
    elif not due and row.asks_report:
        due = words["mark"]["no_day"]
    return (place, f"{row.received_at:%d/%m/%Y}", row.issuer, row.number, _day(row.issued_date), row.subject,
            words["urgency"].get(row.urgency, ""), due, words["state"][row.state], _day(row.reported_at),
            row.airings or "", row.attachments or "")


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-")))


def _csv(rows: Sequence[DirectiveRow]) -> bytes:
    out = io.StringIO(newline="")
    csv_writer.write_rows(out, list(_words()["columns"].values()), (_line(n, row) for n, row in enumerate(rows, 1)))
    return out.getvalue().encode("utf-8-sig", "replace")


def _xlsx(rows: Sequence[DirectiveRow]) -> bytes:
    import xlsxwriter

    out, words = io.BytesIO(), _words()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                     "strings_to_numbers": False})
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    text = book.add_format({**font, "text_wrap": True, "border": 1})
    head = book.add_format({**font, "bold": True, "align": "center", "text_wrap": True, "border": 1})
    title = book.add_format({**font, "bold": True, "font_size": 14, "align": "center"})
    sheet = book.add_worksheet(words["sheet"])
    sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, words["title"], title)
    for column, (name, width) in enumerate(zip(words["columns"].values(), _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, name, head)
    for place, row in enumerate(rows, 1):
        for column, value in enumerate(_line(place, row)):
            if isinstance(value, int):
                sheet.write_number(2 + place, column, value, text)
            else:
                sheet.write_string(2 + place, column, str(value)[:32767], text)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    book.close()
    return out.getvalue()
