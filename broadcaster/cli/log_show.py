"""`broadcaster log list|self-test`: the airing log on the screen, and the question that `export` asks it too."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from broadcaster.asrun.model import CONTENT_KINDS, AiringQuery, Outcome
from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text, seconds
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.wiring import App, build_app


def configure(acts: Any) -> None:
    show = acts.add_parser("list", help="planned and aired")
    add_question(show)
    test = acts.add_parser("self-test", help="the opening tune at each zone's monitor, now beside last month")
    for parser, perform in ((show, _list), (test, _self_test)):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(perform=perform)


def add_question(parser: argparse.ArgumentParser) -> None:
    """The words that choose rows."""
    parser.add_argument("--day", help="YYYY-MM-DD")
    parser.add_argument("--from", dest="first", help="first day")
    parser.add_argument("--to", dest="last", help="last day, inclusive")
    parser.add_argument("--directive", default="", help="number or id of a letter")
    parser.add_argument("--outcome", action="append", choices=[str(item) for item in Outcome], default=[])
    parser.add_argument("--words", default="", help="in title, number, subject; accents do not matter")
    parser.add_argument("--kind", action="append", choices=CONTENT_KINDS, default=[],
                        help="khan_cap, uu_tien, truc_tiep and tiep_song are what a person put in between")
    parser.add_argument("--zone", default="", help="only what was for this zone")


def question(app: App, args: argparse.Namespace) -> AiringQuery:
    """What those words ask for. Raises Refused: report.day, report.period, directive.*."""
    first, last = args.day or args.first or "", args.day or args.last or ""
    if first and last and parse_day(last) < parse_day(first):
        raise Refused("report.period", f"the period ends ({last}) before it begins ({first})", first=first, last=last)
    return AiringQuery(
        first_day=parse_day(first).isoformat() if first else "", last_day=parse_day(last).isoformat() if last else "",
        directive_id=app.directives.find(args.directive).id if args.directive else "",
        outcomes=tuple(Outcome(name) for name in args.outcome), words=args.words, kinds=tuple(args.kind),
        zone=args.zone,
    )


def _list(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        rows = app.asrun.airings(question(app, args))
    finally:
        app.close()
    if args.json:
        print_json([asdict(row) for row in rows])
        return 0
    for row in rows:
        start = (row.started_at or row.planned_start)[:19].replace("T", " ")
        length = clock_text(seconds(row.aired_frames))
        print(f"{start}  {row.outcome!s:<11} {row.reason or '-':<14} {row.verification or '-':<9} {length:>7}  "
              f"{row.title}{f'  (ordered by {row.ordered_by})' if row.ordered_by else ''}")
        if (told := row.correction) is not None:
            said = f"counted as {row.counted.outcome}" if row.corrected else "noted"
            print(f"    {said}: {told.note} ({told.by}, {told.at[:16].replace('T', ' ')})")
        if len(row.by_zone) > 1:
            for each in row.by_zone:
                length = clock_text(seconds(each.aired_frames))
                print(f"    {each.zone}: {each.outcome} {each.reason} {each.verification} {length}".rstrip())
    return 0


def _self_test(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        zones = app.asrun.self_test()
    finally:
        app.close()
    if args.json:
        print_json([asdict(zone) for zone in zones])
        return 0
    for zone in zones:
        level = "-" if zone.level_db is None else f"{zone.level_db:+.1f} dB"
        change = "" if zone.level_change_db is None else f" ({zone.level_change_db:+.1f} dB)"
        print(f"{zone.zone or 'station'}  {zone.judgement}  heard {zone.heard}, not heard {zone.unheard}  "
              f"level {level}{change}")
    if not zones:
        print("no self-test yet: no zone with a monitor has played its opening tune")
    return 0
