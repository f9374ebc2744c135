"""`broadcaster aggregate overview|matrix|silent|report`: what the figures of all stations say."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.aggregation.office.consolidated import FORMATS
from broadcaster.aggregation.office.figures import Figures, OfficeQuery, Reporting
from broadcaster.aggregation.office.overview import SORTS
from broadcaster.base.errors import Refused
from broadcaster.cli.aggregate_take import act
from broadcaster.cli.formats import format_of
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.reports import periods
from broadcaster.reports.periods import Period
from broadcaster.wiring import App


def configure(acts: Any) -> None:
    overview = act(acts, "overview", _overview, "who reports, what was planned, aired, heard; by unit and station")
    matrix = act(acts, "matrix", _matrix, "letter by station: asked for, aired, heard")
    silent = act(acts, "silent", _silent, "stations somebody should telephone")
    report = act(acts, "report", _report, "the consolidated report")
    for parser in (overview, matrix, silent, report):
        _add_period(parser)
        parser.add_argument("--unit", default="", help="only below this unit: its name or number")
    for parser in (overview, matrix):
        parser.add_argument("--find", default="", metavar="WORDS", help="in name, commune or id of the station")
        parser.add_argument("--sort", default="name", help=f"{', '.join(SORTS)}; for the matrix also letter:REF")
        parser.add_argument("--descending", action="store_true")
        parser.add_argument("--offset", type=_count, default=0)
        parser.add_argument("--limit", type=_count, default=0, help="stations at a time (default: all)")
    overview.add_argument("--reporting", action="append", default=[], choices=[str(state) for state in Reporting])
    for parser in (matrix, report):
        parser.add_argument("--letter", default="", metavar="WORDS", help="in number, issuer or subject of the letter")
        parser.add_argument("--least", type=_count, default=1, metavar="N",
                            help="letters asked of at least so many stations")
    report.add_argument("--format", dest="fmt", choices=FORMATS,
                        help="default: as the file's name ends, else docx")
    report.add_argument("--out", type=Path, required=True)


def _add_period(parser: argparse.ArgumentParser) -> None:
    about = parser.add_mutually_exclusive_group()
    about.add_argument("--period", metavar="P", help="2026-11, 2026-Q4, 2026-H2 or 2026 (default: the last 30 days)")
    about.add_argument("--from", dest="first", help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="last", help="last day, inclusive (default: the first day)")


def _overview(app: App, args: argparse.Namespace) -> int:
    found = app.office.overview.overview(_query(app, args))
    if args.json:
        print_json({"as_of": found.as_of, "first": found.query.first, "last": found.query.last, "count": found.count,
                    "total": _unit(found.total), "units": [_unit(unit) for unit in found.units],
                    "stations": [_station(line) for line in found.stations]})
        return 0
    print(f"{found.query.first}…{found.query.last}: {_said(found.total.figures)}")
    for unit in found.units:
        print(f"{'  ' * unit.depth}{unit.name}: {unit.stations} stations, {unit.stopped} stopped; "
              f"{_said(unit.figures)}")
    for line in found.stations:
        print(f"{line.reporting:<8} {line.name} ({line.id}), up to {line.last_day or '—'}: {_said(line.figures)}")
    return 0


def _matrix(app: App, args: argparse.Namespace) -> int:
    found = app.office.overview.matrix(_query(app, args))
    if args.json:
        print_json({"as_of": found.as_of, "letters": [asdict(letter) for letter in found.letters],
                    "count": found.count, "stations": [
                        {"ref": line.station.ref, "id": line.station.id, "name": line.station.name,
                         "reporting": line.station.reporting, "total": asdict(line.total),
                         "cells": {str(ref): asdict(cell) for ref, cell in line.cells.items()}}
                        for line in found.lines]})
        return 0
    for letter in found.letters:
        print(f"[{letter.ref}] {letter.number} {letter.subject}: {letter.aired}/{letter.required} airings, "
              f"{letter.fulfilled} of {letter.stations} stations did all")
    for line in found.lines:
        cells = "  ".join(f"[{letter.ref}] {cell.aired}/{cell.required}" for letter in found.letters
                          if (cell := line.cells.get(letter.ref)) is not None)
        print(f"{line.station.name} ({line.station.id}): {cells}")
    return 0


def _silent(app: App, args: argparse.Namespace) -> int:
    found = app.office.overview.stopped(_query(app, args))
    if args.json:
        print_json([_station(line) for line in found])
        return 0
    if not found:
        print("every station reports")
    for line in found:
        print(f"{line.reporting:<8} {line.quiet_days:>4} days  {line.name} ({line.id}), {line.unit_name}, "
              f"up to {line.last_day or '—'}")
    return 0


def _report(app: App, args: argparse.Namespace) -> int:
    period = _period(app, args)
    fmt = format_of(args.out, args.fmt, FORMATS, "docx")
    made = app.office.consolidated.compile(period, _query(app, args))
    app.office.consolidated.write(made, fmt, args.out)
    total = made.overview.total
    if args.json:
        print_json({"file": str(args.out), "first": period.first, "last": period.last, "total": _unit(total),
                    "letters": made.matrix.letter_count, "reasons": made.reasons})
    else:
        print(f"{args.out}: {total.stations} stations, {_said(total.figures)}")
    return 0


def _query(app: App, args: argparse.Namespace) -> OfficeQuery:
    period = _period(app, args)
    return OfficeQuery(
        period.first, period.last, _unit_ref(app, args.unit),
        tuple(Reporting(state) for state in getattr(args, "reporting", ())), getattr(args, "find", ""),
        getattr(args, "sort", "name"), getattr(args, "descending", False), getattr(args, "offset", 0),
        getattr(args, "limit", 0), letter_words=getattr(args, "letter", ""), least_stations=getattr(args, "least", 1))


def _period(app: App, args: argparse.Namespace) -> Period:
    if args.period:
        return periods.named(args.period, app.settings.reports.month_from)
    if args.first:
        first = parse_day(args.first)
        return periods.free(first, parse_day(args.last) if args.last else first)
    yesterday: date = app.clock.now().date() - timedelta(days=1)
    return periods.free(yesterday - timedelta(days=29), yesterday)


def _unit_ref(app: App, text: str) -> int:
    """A unit by its number or its name. Raises Refused("office.unit_unknown")."""
    if not text or text.isdecimal():
        return int(text or 0)
    ref = app.office.overview.unit_named(text)
    if not ref:
        raise Refused("office.unit_unknown", f"no such unit: {text}", unit=text)
    return ref


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number


def _unit(line: Any) -> dict[str, Any]:
    return {**asdict(line), "reporting": {str(state): count for state, count in line.reporting.items()},
            "figures": _figures(line.figures)}


def _station(line: Any) -> dict[str, Any]:
    return {**asdict(line), "figures": _figures(line.figures)}


def _figures(figures: Figures) -> dict[str, Any]:
    return {**asdict(figures), "done": figures.done, "share": figures.share}


def _said(figures: Figures) -> str:
    share = "" if figures.share is None else f" ({100 * figures.share:.1f} %)"
    return (f"{figures.done}/{figures.planned} aired{share}, {figures.missed} missed, {figures.verified} heard, "
            f"{figures.seconds / 60:.0f} minutes")
