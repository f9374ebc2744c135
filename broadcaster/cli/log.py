"""`broadcaster log verify|list|export`: the airing log."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from broadcaster.asrun.filing import fault_text
from broadcaster.asrun.model import CONTENT_KINDS, AiringQuery, Outcome
from broadcaster.asrun.service import verify_files
from broadcaster.base.frames import clock_text, seconds
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.reports.service import LOG_FORMATS
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    verify = acts.add_parser("verify", help="check the journal's chain; exit 1 and a line per fault if it is broken")
    verify.add_argument("files", nargs="*", type=Path, help="journal files (default: the whole journal)")
    verify.add_argument("--json", action="store_true")
    show = acts.add_parser("list", help="planned and aired")
    export = acts.add_parser("export", help="the log as a file")
    for parser_ in (show, export):
        parser_.add_argument("--day", help="YYYY-MM-DD")
        parser_.add_argument("--from", dest="first", help="first day")
        parser_.add_argument("--to", dest="last", help="last day, inclusive")
        parser_.add_argument("--directive", default="", help="number or id of a letter")
        parser_.add_argument("--outcome", action="append", choices=[str(item) for item in Outcome], default=[])
        parser_.add_argument("--words", default="", help="in title, number, subject; accents do not matter")
        parser_.add_argument("--kind", action="append", choices=CONTENT_KINDS, default=[],
                             help="khan_cap, uu_tien, truc_tiep and tiep_song are what a person put in between")
        parser_.add_argument("--zone", default="", help="only what was for this zone")
    test = acts.add_parser("self-test", help="the opening tune at each zone's monitor, now beside last month")
    for parser_ in (show, test):
        parser_.add_argument("--json", action="store_true")
    export.add_argument("--format", dest="fmt", choices=LOG_FORMATS, required=True)
    export.add_argument("--out", type=Path, required=True)


def run(args: argparse.Namespace) -> int:
    if args.act == "verify" and args.files:
        return _report_faults([fault_text(fault) for fault in verify_files(args.files)], args)
    app = build_app(args.station_home)
    try:
        if args.act == "verify":
            return _report_faults([fault_text(fault) for fault in app.asrun.verify()], args)
        app.asrun.file()
        return {"list": _list, "export": _export, "self-test": _self_test}[args.act](app, args)
    finally:
        app.close()


def _report_faults(faults: list[str], args: argparse.Namespace) -> int:
    if args.json:
        print_json({"faults": faults})
    else:
        print("\n".join(faults) if faults else "the journal holds together")
    return 1 if faults else 0


def _list(app: App, args: argparse.Namespace) -> int:
    rows = app.asrun.airings(_query(app, args))
    if args.json:
        print_json([asdict(row) for row in rows])
        return 0
    for row in rows:
        start = (row.started_at or row.planned_start)[:19].replace("T", " ")
        length = clock_text(seconds(row.aired_frames))
        print(f"{start}  {row.outcome!s:<11} {row.reason or '-':<14} {row.verification or '-':<9} {length:>7}  "
              f"{row.title}{f'  (ordered by {row.ordered_by})' if row.ordered_by else ''}")
        if len(row.by_zone) > 1:
            for each in row.by_zone:
                length = clock_text(seconds(each.aired_frames))
                print(f"    {each.zone}: {each.outcome} {each.reason} {each.verification} {length}".rstrip())
    return 0


def _export(app: App, args: argparse.Namespace) -> int:
    count = app.reports.write_log(_query(app, args), args.fmt, args.out)
    print(f"{count} rows: {args.out}")
    return 0


def _self_test(app: App, args: argparse.Namespace) -> int:
    zones = app.asrun.self_test()
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


def _query(app: App, args: argparse.Namespace) -> AiringQuery:
    first, last = args.day or args.first or "", args.day or args.last or ""
    return AiringQuery(
        first_day=parse_day(first).isoformat() if first else "", last_day=parse_day(last).isoformat() if last else "",
        directive_id=app.directives.find(args.directive).id if args.directive else "",
        outcomes=tuple(Outcome(name) for name in args.outcome), words=args.words, kinds=tuple(args.kind),
        zone=args.zone,
    )
