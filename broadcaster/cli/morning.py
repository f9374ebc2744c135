"""`broadcaster morning`: what became of yesterday, who signed, and what could go wrong today."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from broadcaster.asrun.model import Airing
from broadcaster.asrun.signatures import Standing
from broadcaster.base.frames import clock_text
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.reports.morning_model import Morning
from broadcaster.wiring import build_app


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", help="the morning of this day, YYYY-MM-DD (default: today)")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        found = app.morning.look(parse_day(args.day) if args.day else None)
    finally:
        app.close()
    if args.json:
        print_json({**asdict(found), "not_as_planned": [row.id for row in found.yesterday.not_as_planned]})
        return 0
    for line in _lines(found):
        print(line)
    return 0


def _lines(found: Morning) -> list[str]:
    look = found.yesterday
    sums = look.totals
    lines = [f"{look.day}: planned {sums.planned}, aired {sums.airings} ({sums.partial} in part, {sums.made_up} made "
             f"up), not aired {sums.missed}, heard {sums.verification.get('heard', 0)}, "
             f"corrected {sums.corrected}, {clock_text(sums.seconds)} on air"]
    lines += [f"  {_row(row)}" for row in look.not_as_planned]
    lines.append(f"signed: {_standing(found.standing)}")
    lines += [f"  not signed: {each.first} ({each.state}, {each.rows} rows)" for each in found.unsigned]
    if found.week.state != "empty":
        lines.append(f"week from {found.week.first}: {_standing(found.week)}")
    lines += [f"today {session.starts_at:%H:%M} {session.name}: {clock_text(session.seconds)} of "
              f"{clock_text(session.limit)} ({session.state})" for session in found.sessions]
    lines += [f"{risk.level:<4} {risk.code}: {risk.text}" for risk in found.risks]
    return lines if found.risks else [*lines, "nothing is in the way of today's broadcast"]


def _row(row: Airing) -> str:
    now, start = row.counted, (row.started_at or row.planned_start)[11:16]
    said = f"  corrected by {row.correction.by}: {row.correction.note}" if row.correction else ""
    return f"{start} {now.outcome} {now.reason or '-'} {row.verification or '-'}  {row.title}{said}"


def _standing(each: Standing) -> str:
    by = f"{each.signature.person}, {each.signature.at[:16].replace('T', ' ')}" if each.signature else ""
    return f"{each.state} {by}".rstrip()
