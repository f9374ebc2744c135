"""Reports for the office above: compiled from the airing log, written in the layout of Nghị định 30/2020."""

from __future__ import annotations

import calendar
import io
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol, TextIO

from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import sync_folder, unwritable, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.directives.model import Directive
from broadcaster.reports import other_channels, wording
from broadcaster.reports.compile import compile_report
from broadcaster.reports.model import Letter, Report, Sender
from broadcaster.reports.other_channels import HandOuts
from broadcaster.reports.writers import csv as csv_writer
from broadcaster.reports.writers.log_rows import log_heads, log_row, plain

FORMATS = ("docx", "xlsx", "csv")
LOG_FORMATS = ("csv", "xlsx")


class Letters(Protocol):
    """All a report needs of the register of directives."""

    def get(self, directive_id: str) -> Directive:
        """Raises Refused("directive.unknown")."""
        ...


class ReportService:
    """One report per directive, month or period, in any of the formats."""

    def __init__(self, settings: Settings, clock: Clock, directives: Letters, asrun: AsRunService,
                 hand_outs: HandOuts | None = None, superior: Callable[[], str] | None = None) -> None:
        """`superior`: whom reports go to; else whom station.toml names."""
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._asrun = asrun
        self._hand_outs = hand_outs
        self._superior = superior

    def for_directive(self, directive_id: str) -> Report:
        """What became of one letter, from its first airing to its last (or today). Raises directive.unknown."""
        directive = self._directives.get(directive_id)
        rows = self._asrun.airings(AiringQuery(directive_id=directive.id))
        today = self._clock.now().date()
        days = [date.fromisoformat(row.day) for row in rows]
        first, last = (min(days), min(max(days), max(today, min(days)))) if days else (today, today)
        report = compile_report(self._sender(), today, first, last, _letter(directive), rows)
        if self._hand_outs is None:
            return report
        given = tuple(self._hand_outs.list(directive.id))
        days = [first, last] if report.airings else []
        days += [item.day for item in given]
        return replace(report, first=min(days, default=first), last=max(days, default=last), hand_outs=given,
                       asked=self._hand_outs.coverage(directive.id, report.totals.airings > 0))

    def for_period(self, first: date, last: date) -> Report:
        """Everything aired from `first` to `last`, both inclusive. Raises Refused("report.period")."""
        if last < first:
            raise Refused("report.period", f"the period ends ({last}) before it begins ({first})",
                          first=first.isoformat(), last=last.isoformat())
        rows = self._asrun.airings(AiringQuery(first_day=first.isoformat(), last_day=last.isoformat()))
        report = compile_report(self._sender(), self._clock.now().date(), first, last, None, rows)
        given = self._hand_outs.list(first=first, last=last) if self._hand_outs else ()
        return replace(report, hand_outs=tuple(given))

    def for_month(self, month: str) -> Report:
        """`month` is YYYY-MM. Raises Refused("report.month")."""
        found = re.fullmatch(r"(\d{4})-(\d{2})", month)
        if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
            raise Refused("report.month", f"{month!r} is not a month YYYY-MM", value=month)
        year, number = int(found[1]), int(found[2])
        return self.for_period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))

    def write(self, report: Report, fmt: str, path: Path) -> Path:
        """Write the whole file or nothing. Raises Refused("report.format"), disk.full, disk.unwritable."""
        if fmt not in FORMATS:
            raise Refused("report.format", f"no such report format: {fmt} (there are {', '.join(FORMATS)})",
                          format=fmt, known=", ".join(FORMATS))
        write_atomic(path, _bytes(report, fmt))
        return path

    def write_log(self, query: AiringQuery, fmt: str, path: Path) -> int:
        """The airing log itself as csv or xlsx, row by row; returns how many. Raises as `write` does."""
        if fmt not in LOG_FORMATS:
            raise Refused("report.format", f"no such log format: {fmt} (there are {', '.join(LOG_FORMATS)})",
                          format=fmt, known=", ".join(LOG_FORMATS))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".log-") as folder:
                draft = Path(folder) / f"log.{fmt}"
                count = _write_log(draft, fmt, (log_row(row) for row in self._asrun.stream(query)))
                draft.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error
        return count

    def _sender(self) -> Sender:
        station = self._settings.station
        superior = self._superior() if self._superior else station.superior
        return Sender(station.name, station.commune, station.province, station.issuer, superior,
                      station.clusters)


def _letter(directive: Directive) -> Letter:
    number = str(directive.value("number") or "")
    symbol = str(directive.value("symbol") or "")
    if not number and symbol:
        number = f"…/{symbol}"
    try:
        issued = date.fromisoformat(str(directive.value("issued_date") or ""))
    except ValueError:
        issued = None
    return Letter(str(directive.value("doc_type") or ""), number, issued, str(directive.value("issuer") or ""),
                  str(directive.value("subject") or ""))


def _bytes(report: Report, fmt: str) -> bytes:
    # Half a second of imports that nobody pays who only looks at the figures.
    if fmt == "docx":
        from broadcaster.reports.writers.docx import docx_bytes

        return docx_bytes(report)
    if fmt == "xlsx":
        from broadcaster.reports.writers.xlsx import xlsx_bytes

        return xlsx_bytes(report)
    out = io.StringIO(newline="")
    _write_csv(out, report)
    return out.getvalue().encode("utf-8-sig")


def _write_csv(out: TextIO, report: Report) -> None:
    names = wording.words()["columns"]
    heads = [names[key] for key in ("number", "title", "directive", "news", "features", "airings", "minutes", "first",
                                    "last", "zones", "note")]
    csv_writer.write_rows(out, heads, (
        (index, row.title, row.directive, row.news, row.features, row.airings, plain(row.seconds / 60),
         plain(row.first), plain(row.last), wording.zones(row.zones), wording.row_note(row))
        for index, row in enumerate(report.rows, start=1)))
    if report.hand_outs:
        # A second table below the first, after an empty line, as a spreadsheet shows it.
        out.write("\r\n")
        csv_writer.write_rows(out, other_channels.heads(), (
            tuple(plain(value) for value in row) for row in other_channels.rows(report)))


def _write_log(path: Path, fmt: str, rows: Iterator[tuple[object, ...]]) -> int:
    if fmt == "xlsx":
        from broadcaster.reports.writers.xlsx import write_log

        return write_log(path, rows)
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        return csv_writer.write_rows(out, log_heads(), (
            (index, *(plain(value) for value in row)) for index, row in enumerate(rows, start=1)))
