"""`broadcaster schedule export|import`: the schedule in the words of other programs."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.cli.main import print_json
from broadcaster.schedule.exchange.model import Entry, Incoming
from broadcaster.schedule.exchange.service import FORMS
from broadcaster.schedule.exchange.words import said
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    export = words.add_parser("export", help="write sessions, planned items or campaigns into a file")
    export.add_argument("what", choices=list(FORMS), help="plan: what is planned; sessions: also special periods")
    export.add_argument("--format", dest="form", choices=["ics", "csv", "json"], default=None,
                        help="default: by the file's name")
    export.add_argument("--from", dest="first", type=_day, default=None, metavar="DAY", help="default today")
    export.add_argument("--to", dest="last", type=_day, default=None, metavar="DAY", help="default six days later")
    export.add_argument("--out", type=Path, required=True, metavar="F")
    take = words.add_parser("import", help="show what a file would bring; with --yes, make it")
    take.add_argument("file", type=Path)
    take.add_argument("--yes", action="store_true", help="make all that can be taken over")
    take.add_argument("--only", default="", metavar="N,N", help="only what stands at these places of the file")
    take.add_argument("--reason", default="", help="for sessions before 5:00 or after 19:00")
    take.add_argument("--by", default="", help="who does it, for the record")
    for word in (export, take):
        word.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return _export(app, args) if args.word == "export" else _import(app, args)
    finally:
        app.close()


def _export(app: App, args: argparse.Namespace) -> int:
    first = args.first or app.clock.now().date()
    last = args.last or first + timedelta(days=6)
    raw = app.exchange.export(args.what, args.form or args.out.suffix.lstrip(".").lower(), first, last)
    write_atomic(args.out, raw)
    if args.json:
        print_json({"file": str(args.out), "bytes": len(raw)})
    else:
        print(f"{args.out}: {len(raw)} bytes")
    return 0


def _import(app: App, args: argparse.Namespace) -> int:
    incoming = app.exchange.read(args.file)
    places = _places(args.only)
    chosen = [item for item in incoming.entries if places is None or item.place in places]
    if args.json:
        print_json({"file": incoming.file, "entries": [_row(item) for item in chosen], "there": incoming.there,
                    "refused": [{"place": item.place, "name": item.name, "code": item.code, "text": item.text}
                                for item in incoming.refused], "made": args.yes})
    else:
        _show(incoming, chosen)
    if args.yes:
        app.exchange.accept(incoming, places, args.by, args.reason)
    elif chosen and not args.json:
        print("nothing was made yet: the same with --yes makes it")
    return 0


def _show(incoming: Incoming, chosen: list[Entry]) -> None:
    for item in chosen:
        print(f"{item.place:>5}  {item.kind}  {' '.join(said(item))}")
    for refused in incoming.refused:
        print(f"{refused.place:>5}  refused  {refused.name}: {refused.text}")
    if incoming.there:
        print(f"{incoming.there} more are there already")


def _row(item: Entry) -> dict[str, Any]:
    return {"place": item.place, "kind": item.kind, "name": item.name, "said": " ".join(said(item))}


def _places(text: str) -> set[int] | None:
    if not text:
        return None
    try:
        return {int(number) for number in text.split(",")}
    except ValueError as error:
        raise Refused("exchange.value", f"--only: {text!r} cannot be used", name="--only", value=text[:60]) from error


def _day(text: str) -> date:
    return date.fromisoformat(text)
