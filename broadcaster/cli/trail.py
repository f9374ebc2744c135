"""`broadcaster trail list|verify|export`: who did what."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from broadcaster.accounts.trail_service import FORMATS, Filter, verify_file
from broadcaster.accounts.trail_words import groups
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.protocol.verifier import Fault
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    verify = acts.add_parser("verify", help="check the chain; exit 1 and a line per fault if it is broken")
    verify.add_argument("files", nargs="*", type=Path, help="exported .jsonl files (default: this station's trail)")
    verify.add_argument("--json", action="store_true")
    show = acts.add_parser("list", help="acts, newest first")
    show.add_argument("--limit", type=int, default=100)
    show.add_argument("--json", action="store_true")
    export = acts.add_parser("export", help="the acts as a file; .jsonl can be checked anywhere")
    export.add_argument("--format", dest="fmt", choices=FORMATS, required=True)
    export.add_argument("--out", type=Path, required=True)
    for each in (show, export):
        each.add_argument("words", nargs="*", help="in person, deed, title, reason; accents may be left out")
        each.add_argument("--person", help="the name as it was signed")
        each.add_argument("--group", action="append", choices=[group.key for group in groups()], default=[])
        each.add_argument("--subject", default="", help="cart:ID, bulletin:ID, …")
        each.add_argument("--from", dest="first", default="", metavar="DAY")
        each.add_argument("--to", dest="last", default="", metavar="DAY")


def run(args: argparse.Namespace) -> int:
    if args.act == "verify" and args.files:
        return _report([fault for path in args.files for fault in verify_file(path)], args)
    app = build_app(args.station_home)
    try:
        if args.act == "verify":
            return _report(app.trail.verify(), args)
        return (_list if args.act == "list" else _export)(app, args)
    finally:
        app.close()


def _report(faults: list[Fault], args: argparse.Namespace) -> int:
    if args.json:
        print_json({"faults": [asdict(fault) for fault in faults]})
    elif faults:
        print("\n".join(f"{fault.file}:{fault.line}: {fault.problem}" for fault in faults))
    else:
        print("the trail holds together")
    return 1 if faults else 0


def _list(app: App, args: argparse.Namespace) -> int:
    found = app.trail.entries(_filter(args), max(0, args.limit))
    if args.json:
        print_json([asdict(entry) | {"sentence": entry.sentence} for entry in found])
        return 0
    for entry in found:
        print(f"{entry.at:%Y-%m-%d %H:%M}  {entry.sentence}{f' ({entry.reason})' if entry.reason else ''}")
    return 0


def _export(app: App, args: argparse.Namespace) -> int:
    count = app.trail.export(args.out, args.fmt, _filter(args))
    print(f"{count} rows: {args.out}")
    return 0


def _filter(args: argparse.Namespace) -> Filter:
    return Filter(" ".join(args.words), args.person, tuple(args.group), args.subject,
                  parse_day(args.first) if args.first else None, parse_day(args.last) if args.last else None)
