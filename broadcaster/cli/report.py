"""`broadcaster report`: what was aired, for the office above. With `--profiles`: whom it can be addressed to."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli.formats import format_of
from broadcaster.cli.main import print_json
from broadcaster.reports import periods
from broadcaster.reports.model import Group, Report, ReportQuery
from broadcaster.reports.own_files import read_text
from broadcaster.reports.periods import Period
from broadcaster.reports.service import FORMATS
from broadcaster.reports.template import shipped_text
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--directive", help="number or id of a registered letter")
    about.add_argument("--campaign", metavar="ID")
    about.add_argument("--month", help="YYYY-MM")
    about.add_argument("--quarter", metavar="YYYY-Qn")
    about.add_argument("--half", metavar="YYYY-Hn", help="half a year")
    about.add_argument("--year", metavar="YYYY")
    about.add_argument("--from", dest="first", help="first day, YYYY-MM-DD")
    about.add_argument("--profiles", action="store_true", help="list the addressees (report profiles)")
    about.add_argument("--show-profile", metavar="ID", help="print the file of one, to share or to begin an own one")
    about.add_argument("--import-profile", type=Path, metavar="FILE", help="take one over, after checking it")
    about.add_argument("--show-wording", action="store_true", help="print the sentences, to begin own ones from")
    about.add_argument("--import-wording", type=Path, metavar="FILE",
                       help="take over sentences of one's own, after checking them; an empty file: the shipped ones")
    parser.add_argument("--to", dest="last", help="last day, inclusive (default: the first day)")
    parser.add_argument("--profile", default="", metavar="ID", help="the addressee (default: as the subject asks)")
    parser.add_argument("--zone", default="", help="only what this zone of loudspeakers aired")
    parser.add_argument("--kind", action="append", default=[], metavar="KIND", help="only this kind (tin, bai, …)")
    parser.add_argument("--format", dest="fmt", choices=FORMATS,
                        help="default: as the file's name ends, else docx")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures too")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if _files(app, args):
            return 0
        if args.out is None and not args.json:
            raise Refused("report.nowhere", "say where to: --out FILE, or --json for the figures alone")
        fmt = format_of(args.out, args.fmt, FORMATS, "docx")
        app.asrun.file()
        report = app.reports.compile(_query(app, args))
        if args.out is not None:
            app.reports.write(report, fmt, args.out)
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


def _query(app: App, args: argparse.Namespace) -> ReportQuery:
    query = ReportQuery(zone=args.zone, kinds=tuple(args.kind), profile=args.profile)
    if args.directive:
        return ReportQuery(None, app.directives.find(args.directive).id, "", query.zone, query.kinds, query.profile)
    if args.campaign:
        return ReportQuery(None, "", args.campaign, query.zone, query.kinds, query.profile)
    return ReportQuery(_period(app, args), "", "", query.zone, query.kinds, query.profile)


def _period(app: App, args: argparse.Namespace) -> Period:
    if args.last and args.first is None:
        raise Refused("report.day", "--to goes together with --from alone", value=args.last)
    edge = app.reports.month_from(args.profile)
    for text, made in ((args.month, periods.month), (args.quarter, periods.quarter), (args.half, periods.half),
                       (args.year, periods.year)):
        if text is not None:
            return made(text, edge)
    first = parse_day(args.first)
    return periods.free(first, parse_day(args.last) if args.last else first)


def _files(app: App, args: argparse.Namespace) -> bool:
    """Addressees and wording: shown, listed or taken over; False when a report is asked for."""
    if args.show_profile:
        print(app.reports.profile_text(args.show_profile), end="")
    elif args.import_profile:
        print(app.reports.import_profile(args.import_profile).id)
    elif args.show_wording:
        print(app.reports.wording() or shipped_text(), end="")
    elif args.import_wording:
        app.reports.save_wording(read_text(args.import_wording).text)
    elif args.profiles:
        _list_profiles(app, args)
    else:
        return False
    return True


def _list_profiles(app: App, args: argparse.Namespace) -> None:
    rows = [{"id": item.profile.id, "name": item.profile.name, "about": list(item.profile.about), "own": item.own,
             "due_day": item.profile.due_day, "month_from": item.profile.month_from,
             "shipped": item.shipped, "fault": item.fault.text if item.fault else ""}
            for item in app.reports.profiles()]
    if args.json:
        print_json(rows)
        return
    for row in rows:
        print(row["id"], "own" if row["own"] else "shipped", row["fault"] or row["name"], sep="  ")


def _say(report: Report, args: argparse.Namespace) -> None:
    if args.json:
        print_json(figures(report, str(args.out or "")))
    else:
        print(args.out)


def figures(report: Report, file: str = "") -> dict[str, Any]:
    """All figures of a report as data."""
    sums = report.totals
    return {"file": file, "first": report.first, "last": report.last,
            "period": report.period.name if report.period else "", "items": sums.items,
            "airings": sums.airings, "new": sums.new_airings, "repeats": sums.repeats, "planned": sums.planned,
            "missed": sums.missed, "missed_by_reason": sums.missed_by_reason, "partial": sums.partial,
            "made_up": sums.made_up, "corrected": sums.corrected, "unscheduled": sums.unscheduled,
            "verification": sums.verification, "minutes": _minutes(sums.seconds),
            "minutes_relay": _minutes(sums.relay_seconds), "minutes_own": _minutes(sums.seconds - sums.relay_seconds),
            "days": sums.days, "days_asked": report.days_asked, "days_covered": report.days_covered,
            "sessions": sums.sessions,
            "breakdowns": {axis: [_group(group) for group in groups] for axis, groups in report.breakdowns.items()},
            "requirements": [vars(item) for item in report.requirements],
            "faults": [vars(item) for item in report.faults], "former": [vars(item) for item in report.former],
            "hand_outs": len(report.hand_outs)}


def _group(group: Group) -> dict[str, Any]:
    return {"key": group.key, "items": group.items, "airings": group.airings, "repeats": group.repeats,
            "minutes": _minutes(group.seconds), "planned": group.planned, "missed": group.missed}


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)
