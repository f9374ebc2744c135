"""`broadcaster forecast`: the coming days played ahead, with faults supposed; what to worry about comes first."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterable
from datetime import date, datetime

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text, seconds
from broadcaster.cli.main import print_json
from broadcaster.forecast.model import DayResult, Finding, Forecast, Level
from broadcaster.forecast.service import forecast
from broadcaster.forecast.told import to_json
from broadcaster.schedule.model import note
from broadcaster.wiring import build_app

_LEVELS = {Level.BREAK: "!!", Level.LOSS: "! ", Level.NOTE: "- "}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--days", type=int, default=7, metavar="N", help="how many days, 1 to 60, default 7")
    parser.add_argument("--from", dest="first", type=_day, default=None, metavar="DAY", help="default today")
    parser.add_argument("--fault", action="append", default=[], metavar="FAULT",
                        help="power:05:10+8m, clock:-1h, clock:05:10+30m, missing:TITLE, relay-silent, relay-lost, "
                             "keeper; each may end with @DAY (a date, or 1 for the first day); may be repeated")
    parser.add_argument("--progress", action="store_true", help="a line on stderr for each day that is done")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    logging.disable(logging.WARNING)  # the player's own remarks are about days that are not
    try:
        told = _told(args)
    except BroadcasterError as error:
        if args.json:  # whoever reads it says it in other words
            print_json({"refused": {"code": error.code, "text": error.text, "facts": error.facts}})
        raise
    finally:
        logging.disable(logging.NOTSET)
    if args.json:
        print_json(to_json(told))
    else:
        print("\n".join(_lines(told)))
    return 0


def _told(args: argparse.Namespace) -> Forecast:
    app = build_app(args.station_home)
    try:
        return forecast(app, args.days, args.first, args.fault, _progress if args.progress else lambda *_: None)
    finally:
        app.close()


def _progress(day: date, done: int, of: int) -> None:
    print(f"progress {done}/{of} {day}", file=sys.stderr, flush=True)


def _lines(told: Forecast) -> Iterable[str]:
    yield f"{told.station}: {told.first} – {told.last}"
    yield from (f"  supposed: {fault.text} on {fault.day}" for fault in told.faults)
    yield ""
    yield f"{len(told.findings)} findings" if told.findings else "Nothing to worry about."
    yield from map(_finding, told.findings)
    for day in told.days:
        yield ""
        yield from _day_lines(day)
    if told.directives:
        yield ""
        yield "Minutes per directive"
        yield from (f"  {clock_text(each.seconds):>8}  {each.airings:>4} airings  {each.missed:>3} missed  "
                    f"{each.number}  {each.subject}" for each in told.directives)


def _finding(finding: Finding) -> str:
    facts = ", ".join(f"{name}={_short(value)}" for name, value in finding.facts.items() if value not in ("", 0))
    place = " ".join(filter(None, (finding.day, finding.session.rpartition("/")[2], finding.zone)))
    return f"  {_LEVELS[finding.level]} {place}  {finding.code}  {facts}"


def _short(value: object) -> str:
    if isinstance(value, list):
        return f"{value[0]} and {len(value) - 1} more" if len(value) > 1 else str(value[0])
    try:
        return f"{datetime.fromisoformat(str(value)):%H:%M:%S}" if "T" in str(value) else str(value)
    except ValueError:
        return str(value)


def _day_lines(day: DayResult) -> Iterable[str]:
    yield f"{day.day}"
    for session in day.sessions:
        outcomes = ", ".join(f"{count} {name}" for name, count in session.outcomes.items())
        sounds = f"{session.first_sound:%H:%M:%S} – {session.last_sound:%H:%M:%S}" \
            if session.first_sound and session.last_sound else "silent"
        yield f"  {session.name}  {session.starts_at:%H:%M} – {session.hard_end:%H:%M}  sounds {sounds}  " \
              f"{clock_text(session.aired_seconds)} of {clock_text(session.planned_seconds)}  {outcomes}"
        for row in day.airings:
            if row.session_id == session.id:
                started = row.started_at[11:23] or "-"
                yield f"    {row.planned_start[11:19]}  {started:<12}  {clock_text(seconds(row.aired_frames)):>7}  " \
                      f"{row.outcome:<8}  {row.reason:<13}  {row.title}"
    yield from (f"  ! {note(warning)}" for warning in day.warnings)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error
