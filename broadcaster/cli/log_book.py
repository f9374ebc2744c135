"""`broadcaster log book`: the paper logbook of a day, a week, a month or any span."""

from __future__ import annotations

import argparse
import calendar
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.asrun.signatures import monday_of
from broadcaster.base.errors import Refused
from broadcaster.cli.formats import format_of
from broadcaster.cli.report import parse_day
from broadcaster.reports.logbook_service import BOOK_FORMATS
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    book = acts.add_parser("book", help="the paper logbook, to print and sign")
    span = book.add_mutually_exclusive_group(required=True)
    span.add_argument("--day", help="YYYY-MM-DD")
    span.add_argument("--week", help="any day of the week, YYYY-MM-DD")
    span.add_argument("--month", help="YYYY-MM")
    span.add_argument("--year", help="YYYY")
    span.add_argument("--from", dest="first", help="first day")
    book.add_argument("--to", dest="last", help="last day, inclusive (default: the first day)")
    book.add_argument("--format", dest="fmt", choices=BOOK_FORMATS,
                      help="default: as the file's name ends, else pdf")
    book.add_argument("--out", type=Path, required=True)
    book.set_defaults(perform=_book)


def _book(args: argparse.Namespace) -> int:
    first, last = _span(args)
    fmt = format_of(args.out, args.fmt, BOOK_FORMATS, "pdf")
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        count = app.logbook.write(first, last, fmt, args.out)
    finally:
        app.close()
    print(f"{count} days: {args.out}")
    return 0


def _span(args: argparse.Namespace) -> tuple[date, date]:
    if args.week:
        monday = monday_of(parse_day(args.week))
        return monday, monday + timedelta(days=6)
    if args.month:
        found = re.fullmatch(r"(\d{4})-(\d{2})", args.month)
        if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
            raise Refused("report.month", f"{args.month!r} is not a month YYYY-MM", value=args.month)
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if args.year:
        return parse_day(f"{args.year}-01-01"), parse_day(f"{args.year}-12-31")
    first = parse_day(args.day or args.first)
    return first, parse_day(args.last) if args.last else first
