"""`broadcaster plan`: build and publish rundowns; `--dry-run` only shows them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.cli.main import print_json
from broadcaster.schedule.model import ALL, DayPlan, note
from broadcaster.wiring import build_app

_MOST_DAYS = 400
_FIRST_YEAR, _LAST_YEAR = 2000, 2999


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=_day, default=None, metavar="DAY", help="first day YYYY-MM-DD, default today")
    parser.add_argument("--days", type=_days, default=1, metavar="N", help="how many days")
    parser.add_argument("--dry-run", action="store_true", help="show the plan, publish nothing")
    parser.add_argument("--publish", action="store_true", help="publish what changed (the default)")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        first = args.date or app.clock.now().date()
        plans: list[tuple[DayPlan, Path | None]]
        if args.dry_run:
            plans = [(plan, None) for plan in app.schedule.plan_days(first, args.days)]
        else:
            plans = app.schedule.publish_days(first, args.days)
    finally:
        app.close()
    if args.json:
        print_json([_summary(plan, path) for plan, path in plans])
    else:
        for plan, path in plans:
            _print(plan, path, "not published" if args.dry_run else "unchanged")
    return 0


def _summary(plan: DayPlan, path: Path | None) -> dict[str, Any]:
    return {
        "day": plan.rundown.day, "published": path.name if path else None,
        "sessions": [{
            "id": session.id, "name": session.name, "starts_at": session.starts_at, "hard_end": session.hard_end,
            "zones": session.zones,
            "events": [{"id": event.id, "kind": event.kind, "title": event.title, "starts_at": event.starts_at,
                        "seconds": round(event.cut.frames / 48_000, 3), "hard": event.hard, "repeat": event.repeat,
                        "campaign": event.campaign, "urgency": str(event.urgency),
                        "directive": event.directive.number if event.directive else "",
                        "latest_start": event.latest_start, "make_up": event.make_up}
                       for event in session.events]} for session in plan.rundown.sessions],
        "fills": [{"session": fill.session_id, "name": fill.name, "planned_seconds": round(fill.planned_seconds, 1),
                   "limit_seconds": fill.limit_seconds} for fill in plan.fills],
        "warnings": [{"code": warning.code, "session": warning.session_id, **warning.facts}
                     for warning in plan.warnings],
    }


def _print(plan: DayPlan, path: Path | None, unwritten: str) -> None:
    print(f"{plan.rundown.day}  {path.name if path else unwritten}")
    for session in plan.rundown.sessions:
        zones = "" if ALL in session.zones else f"  ({', '.join(session.zones)})"
        print(f"  {session.name}  {session.starts_at:%H:%M:%S} – {session.hard_end:%H:%M:%S}{zones}")
        for event in session.events:
            print(f"    {event.starts_at:%H:%M:%S}  {event.kind:<10} {event.title}")
    for warning in plan.warnings:
        print(f"  ! {note(warning)}")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _days(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to {_MOST_DAYS}")
    return int(text)
