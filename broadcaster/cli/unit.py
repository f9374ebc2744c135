"""`broadcaster unit list|add|take|records`: the units above and before this station, and their old records."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text
from broadcaster.cli.main import print_json
from broadcaster.units.model import FORMER, OWN, SUPERIOR, Unit
from broadcaster.units.service import levels
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    show = acts.add_parser("list", help="the units, each with what stands above it")
    add = acts.add_parser("add", help="a unit")
    add.add_argument("name")
    add.add_argument("--level", choices=[level.key for level in levels()], required=True)
    add.add_argument("--parent", default="", metavar="NAME", help="the unit above it")
    add.add_argument("--role", choices=[OWN, SUPERIOR, FORMER], default="")
    add.add_argument("--zone", default="", help="the zone a former station became")
    add.add_argument("--until", default="", help="its last day, YYYY-MM-DD")
    take = acts.add_parser("take", help="the old logbook of a former station, .xlsx or .csv")
    take.add_argument("file", type=Path)
    take.add_argument("--unit", required=True, metavar="NAME")
    take.add_argument("--dry", action="store_true", help="only say what it holds")
    records = acts.add_parser("records", help="old records, by day")
    records.add_argument("words", nargs="*")
    records.add_argument("--unit", default="", metavar="NAME")
    records.add_argument("--from", dest="first", default="", metavar="DAY")
    records.add_argument("--to", dest="last", default="", metavar="DAY")
    for each in (show, add, take, records):
        each.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return {"list": _list, "add": _add, "take": _take, "records": _records}[args.act](app, args)
    finally:
        app.close()


def _list(app: App, args: argparse.Namespace) -> int:
    units = app.units.all()
    if args.json:
        print_json([asdict(item) for item in units])
        return 0
    names = {item.id: item.name for item in units}
    for item in units:
        above = f" < {names[item.parent_id]}" if item.parent_id else ""
        until = f" (until {item.until})" if item.until else ""
        print(f"{item.role or '-':<8} {item.level:<14} {item.name}{above}{until}")
    return 0


def _add(app: App, args: argparse.Namespace) -> int:
    parent = _named(app, args.parent).id if args.parent else ""
    made = app.units.save(Unit("", args.name, args.level, parent, zone=args.zone, role=args.role, until=args.until))
    if args.json:
        print_json(asdict(made))
    else:
        print(f"{made.level}: {made.name}")
    return 0


def _take(app: App, args: argparse.Namespace) -> int:
    unit = _named(app, args.unit)
    reading = app.units.read(args.file) if args.dry else app.units.take(args.file, unit.id)
    if args.json:
        print_json({"records": len(reading.records), "columns": dict(reading.columns),
                    "left_out": [asdict(item) for item in reading.bad]})
        return 0
    print(f"{len(reading.records)} records, {len(reading.bad)} lines left out")
    for item in reading.bad:
        print(f"  line {item.row}: {item.problem}: {item.text}")
    return 0


def _records(app: App, args: argparse.Namespace) -> int:
    unit = _named(app, args.unit).id if args.unit else ""
    found = app.units.records(unit, " ".join(args.words), args.first, args.last)
    if args.json:
        print_json([asdict(item) for item in found])
        return 0
    for item in found:
        print(f"{item.day} {item.time:<5}  {clock_text(item.seconds):>7}  {item.title}")
    return 0


def _named(app: App, name: str) -> Unit:
    found = [item for item in app.units.all() if name in {item.id, item.name}]
    if len(found) != 1:
        raise Refused("unit.unknown", f"no unit is called {name!r}", id=name)
    return found[0]
