"""`broadcaster package source export|import|list`: records for the source information system, bulletins from it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    """Hook the act in."""
    source = acts.add_parser("source", help="the source information system: export, import, list (docs/adapters.md)")
    inner = source.add_subparsers(dest="source_act", required=True)
    export = inner.add_parser("export", help="airings, clusters and monthly totals of some days")
    export.add_argument("--from", dest="first", metavar="DAY", required=True)
    export.add_argument("--to", dest="last", metavar="DAY", required=True, help="inclusive")
    export.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    take = inner.add_parser("import", help="bulletins as letters and drafts; nothing airs by itself")
    take.add_argument("file", type=Path)
    listed = inner.add_parser("list", help="the adapters there are")
    for each, perform in ((export, _export), (take, _take), (listed, _list)):
        each.add_argument("--json", action="store_true")
        each.set_defaults(perform=perform)
    for each in (export, take):
        each.add_argument("--as", dest="by", default="", metavar="NAME")


def _export(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        made = app.source.export(parse_day(args.first), parse_day(args.last), args.out, args.by)
    finally:
        app.close()
    if args.json:
        print_json([str(path) for path in made])
    else:
        print("\n".join(str(path) for path in made))
    return 0


def _take(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        taken = app.source.take(args.file, args.by)
    finally:
        app.close()
    if args.json:
        print_json([asdict(item) for item in taken])
    for item in [] if args.json else taken:
        state = f"REFUSED: {item.problem}" if item.problem else "known" if item.known else "taken"
        print(f"{item.id}  {state}  {item.title}")
    return 1 if any(item.problem for item in taken) else 0


def _list(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        names, chosen = app.source.names(), app.settings.upward.source_system
    finally:
        app.close()
    if args.json:
        print_json({"known": names, "chosen": chosen})
    else:
        print("\n".join(f"{name}{'  (chosen)' if name == chosen else ''}" for name in names))
    return 0
