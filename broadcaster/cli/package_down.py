"""`broadcaster package down make`: letters and messages from an office to stations below it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.aggregation.order_format import SENT_KINDS
from broadcaster.aggregation.orders import NewMessage
from broadcaster.asrun.identity import fingerprint
from broadcaster.base.errors import Refused
from broadcaster.base.paths import unwritable, write_atomic
from broadcaster.cli.main import print_json
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    """Hook the act in."""
    down = acts.add_parser("down", help="letters and messages for the stations below: make, answers")
    down_acts = down.add_subparsers(dest="down_act", required=True)
    answers = down_acts.add_parser("answers", help="what the stations said of them")
    answers.add_argument("--json", action="store_true")
    answers.set_defaults(perform=_answers)
    make = down_acts.add_parser("make", help="a signed package, into outbox/down/")
    make.add_argument("--letter", type=Path, action="append", default=[], metavar="FILE")
    make.add_argument("--message", type=Path, action="append", default=[], metavar="SOUND")
    make.add_argument("--title", action="append", default=[], help="of the messages, in their order")
    make.add_argument("--kind", choices=SENT_KINDS, default=SENT_KINDS[0], help="of the messages")
    make.add_argument("--to", action="append", default=[], metavar="STATION", help="id of a station (default: all)")
    make.add_argument("--note", default="")
    make.add_argument("--out", type=Path, metavar="DIR", help="also lay a copy there, for a stick or e-mail")
    make.add_argument("--post", action="store_true", help="put it into the place the stations look into")
    make.add_argument("--as", dest="by", default="", metavar="NAME")
    make.add_argument("--json", action="store_true")
    make.set_defaults(perform=_make)


def _make(args: argparse.Namespace) -> int:
    if len(args.title) > len(args.message):
        raise Refused("down.titles", "more titles than messages were given")
    app = build_app(args.station_home)
    try:
        titles = [*args.title, *[""] * len(args.message)]
        messages = [NewMessage(path, title, args.kind) for path, title in zip(args.message, titles, strict=False)]
        path = app.orders.make(args.letter, messages, args.to, args.note, args.by)
        if args.out is not None:
            _copy(path, args.out)
        if args.post:
            app.orders.post(path, args.to)
    finally:
        app.close()
    if args.json:
        print_json({"file": str(path), "to": args.to, "letters": len(args.letter), "messages": len(args.message)})
    else:
        print(path)
    return 0


def _answers(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        found = app.orders.answers()
    finally:
        app.close()
    if args.json:
        print_json([asdict(each) for each in found])
        return 0
    for each in found:
        print(f"{each.number:>6}  {each.station:<24} {each.state:<9} {fingerprint(each.key)}  {each.at}")
    return 0


def _copy(path: Path, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(folder / path.name, path.read_bytes())
    except OSError as error:
        raise unwritable(folder, error) from error
