"""`broadcaster report`: what was aired, for the office above."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.reports.model import Report
from broadcaster.reports.service import FORMATS
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--directive", help="number or id of a registered letter")
    about.add_argument("--month", help="YYYY-MM")
    about.add_argument("--from", dest="first", help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="last", help="last day, inclusive (default: the first day)")
    parser.add_argument("--format", dest="fmt", choices=FORMATS, default="docx")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print the figures too")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        report = _report(app, args)
        app.reports.write(report, args.fmt, args.out)
        _say(report, args)
        return 0
    finally:
        app.close()


def parse_day(text: str) -> date:
    """YYYY-MM-DD from the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused("report.day", f"{text!r} is not a day YYYY-MM-DD", value=text) from error


def _report(app: App, args: argparse.Namespace) -> Report:
    if args.directive:
        return app.reports.for_directive(app.directives.find(args.directive).id)
    if args.month:
        return app.reports.for_month(args.month)
    first = parse_day(args.first)
    return app.reports.for_period(first, parse_day(args.last) if args.last else first)


def _say(report: Report, args: argparse.Namespace) -> None:
    if not args.json:
        print(args.out)
        return
    sums = report.totals
    print_json({"file": str(args.out), "first": report.first, "last": report.last, "items": sums.items,
                "airings": sums.airings, "new": sums.new_airings, "repeats": sums.repeats, "planned": sums.planned,
                "missed": sums.missed, "missed_by_reason": sums.missed_by_reason,
                "minutes": round(sums.seconds / 60, 1), "days": sums.days, "sessions": sums.sessions})
