"""`broadcaster log sign|correct|signatures`: names under the log, and what was said of it afterwards."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from broadcaster.accounts.model import Right, need
from broadcaster.asrun.model import Correction, Outcome
from broadcaster.asrun.signatures import LOOK_BACK, Standing, monday_of
from broadcaster.cli.approve import add_signer, signer
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.protocol.journal import Reason
from broadcaster.wiring import App, build_app

_TOLD = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP)


def configure(acts: Any) -> None:
    """Hook the acts in: `acts.add_parser(NAME).set_defaults(perform=FUNCTION of args, giving the exit code)`."""
    sign = acts.add_parser("sign", help="put a name under days that are over, or under a week")
    sign.add_argument("days", nargs="*", metavar="DAY", help="YYYY-MM-DD (default: yesterday)")
    sign.add_argument("--week", action="store_true", help="under the whole week of that day (default: last week)")
    sign.add_argument("--note", default="")
    add_signer(sign, "who signs")
    correct = acts.add_parser("correct", help="say what really became of an airing; the log itself stays as it is")
    correct.add_argument("airing", help="id of a row, as `log list --json` tells it")
    correct.add_argument("--outcome", choices=[str(item) for item in _TOLD], default="",
                         help="left out: as it was, only noted")
    correct.add_argument("--reason", choices=[str(item) for item in Reason if item], default="")
    correct.add_argument("--note", required=True, help="what happened, in a few words")
    correct.add_argument("--take-back", action="store_true", help="the journal's own word counts again")
    add_signer(correct, "who says so")
    show = acts.add_parser("signatures", help="which days and weeks bear a name, and what was said since")
    show.add_argument("--from", dest="first", help=f"first day (default: {LOOK_BACK} days ago)")
    show.add_argument("--to", dest="last", help="last day, inclusive (default: yesterday)")
    for parser, perform in ((sign, _sign), (correct, _correct), (show, _signatures)):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(perform=perform)


def _sign(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        person = signer(app, args)
        app.asrun.file()
        yesterday = app.clock.now().date() - timedelta(days=1)
        if args.week:
            days = [parse_day(day) for day in args.days] or [monday_of(yesterday - timedelta(days=6))]
            made = [app.signatures.sign_week(day, person, args.note) for day in days]
        else:
            days = [parse_day(day) for day in args.days] or [yesterday]
            made = [app.signatures.sign_day(day, person, args.note) for day in days]
    finally:
        app.close()
    if args.json:
        print_json([asdict(each) for each in made])
        return 0
    for each in made:
        span = each.first_day if each.kind == "day" else f"{each.first_day} to {each.last_day}"
        print(f"signed by {each.person}: {span}  {each.rows_sha256[:16]}")
    return 0


def _correct(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        person = signer(app, args)
        need(person, Right.WRITE)
        app.asrun.file()
        if args.take_back:
            made = app.corrections.take_back(args.airing, args.note, person.name)
        else:
            made = app.corrections.add(args.airing, args.outcome, args.reason, args.note, person.name)
        row = app.corrections.airing(made.airing_id)
    finally:
        app.close()
    if args.json:
        print_json(asdict(made))
    else:
        print(f"{row.title}: the journal says {row.outcome}, counted as {row.counted.outcome} ({made.note}; {made.by})")
    return 0


def _signatures(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        yesterday = app.clock.now().date() - timedelta(days=1)
        last = parse_day(args.last) if args.last else yesterday
        first = parse_day(args.first) if args.first else last - timedelta(days=LOOK_BACK)
        days, weeks = app.signatures.days(first, last), _weeks(app, first, last)
    finally:
        app.close()
    found = [*(day for day in days if day.state != "empty"), *(week for week in weeks if week.state != "empty")]
    if args.json:
        print_json([_table(each) for each in found])
        return 0
    for each in found:
        span = f"{each.first}" if each.kind == "day" else f"{each.first} to {each.last}"
        by = f"  {each.signature.person}, {each.signature.at[:16].replace('T', ' ')}" if each.signature else ""
        print(f"{span:<24} {each.state:<9} {each.rows:>4} rows{by}{_since(each)}")
    if not found:
        print("nothing was planned or aired in that time")
    return 0


def _weeks(app: App, first: date, last: date) -> list[Standing]:
    monday, found = monday_of(first), []
    while monday + timedelta(days=6) <= last:
        if monday >= first:
            found.append(app.signatures.standing_of_week(monday))
        monday += timedelta(days=7)
    return found


def _since(each: Standing) -> str:
    said = [_told(told) for told in each.corrections]
    said += ["the rows themselves are others than those that were signed"] if each.filed_again else []
    return f"  changed since: {'; '.join(said)}" if said else ""


def _told(told: Correction) -> str:
    return f"{told.airing_id} {told.outcome or 'noted'} ({told.note}; {told.by})"


def _table(each: Standing) -> dict[str, Any]:
    table = asdict(each)
    return {**table, "first": each.first.isoformat(), "last": each.last.isoformat()}
