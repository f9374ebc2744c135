"""`broadcaster log export`: the airing log as a file; csv and xlsx as a table, docx and pdf as the paper logbook."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.asrun.model import AiringQuery
from broadcaster.base.errors import Refused
from broadcaster.cli.log_show import add_question, question
from broadcaster.reports.log_files import LOG_FORMATS
from broadcaster.reports.logbook_service import BOOK_FORMATS
from broadcaster.wiring import App, build_app


def configure(acts: Any) -> None:
    export = acts.add_parser("export", help="the log as a file")
    add_question(export)
    export.add_argument("--format", dest="fmt", choices=dict.fromkeys((*LOG_FORMATS, *BOOK_FORMATS)), required=True)
    export.add_argument("--out", type=Path, required=True)
    export.set_defaults(perform=_export)


def _export(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        asked = question(app, args)
        if args.fmt in LOG_FORMATS:
            print(f"{app.reports.write_log(asked, args.fmt, args.out)} rows: {args.out}")
        else:
            first, last = _days(app, asked)
            print(f"{app.logbook.write(first, last, args.fmt, args.out)} days: {args.out}")
    finally:
        app.close()
    return 0


def _days(app: App, asked: AiringQuery) -> tuple[date, date]:
    """The span of the book. A book is of whole days: of some of their airings there is only a table."""
    if replace(asked, first_day="", last_day="") != AiringQuery():
        raise Refused("logbook.whole", "a logbook holds whole days: leave out --directive, --outcome, --words, --kind "
                      "and --zone, or choose csv or xlsx")
    days = app.asrun.days()
    today = app.clock.now().date().isoformat()
    first, last = asked.first_day or min(days, default=today), asked.last_day or max(days, default=today)
    return date.fromisoformat(first), date.fromisoformat(last)
