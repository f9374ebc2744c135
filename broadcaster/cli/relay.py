"""`broadcaster relay on|off`: take over another station's programme now; `relay source …`: which may be planned."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli import relay_source
from broadcaster.cli.break_in import add_where_and_who, ask, said, tell


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    on = acts.add_parser("on", help="begin")
    source = on.add_mutually_exclusive_group(required=True)
    source.add_argument("url", nargs="?", default="", metavar="URL", help="a stream: http://… or https://…")
    add_line_and_file(source)
    on.add_argument("--minutes", type=float, required=True, metavar="N", help="it ends by itself after so long")
    add_where_and_who(on)
    off = acts.add_parser("off", help="end it")
    off.add_argument("--by", default="", metavar="NAME", help="who orders it, for the airing log")
    off.add_argument("--json", action="store_true")
    relay_source.configure(acts.add_parser("source", help="programmes that may be planned"), add_line_and_file)
    acts.add_parser("hear")  # the program calls itself with it: air/relay_trial.py


def add_line_and_file(source: Any) -> None:
    """The two other places a programme may come from; `source`: an argparse group."""
    source.add_argument("--line", default="", metavar="DEVICE", help="a sound input, by name")
    source.add_argument("--file", default="", metavar="F", help="a sound file; ends when it ends")


def run(args: argparse.Namespace) -> int:
    if args.act == "source":
        return relay_source.run(args, source_of)
    if args.act == "hear":
        return _hear()
    if args.act == "off":
        tell(args, ask(args.station_home, "relay_off", by=args.by), "the relay has ended")
        return 0
    kind, address = source_of(args)
    answer = ask(args.station_home, "relay_on", kind=kind, address=address, minutes=args.minutes, zones=args.zones,
                 confirmed=args.confirm, by=args.by, **said(args))
    tell(args, answer, f"relaying {address} until {answer.get('ends_at', '?')}")
    return 0


def source_of(args: argparse.Namespace) -> tuple[str, str]:
    """Kind and address. Raises Refused: file.missing, relay.address."""
    if args.line:
        return "line", args.line
    if args.file:
        path = Path(args.file).resolve()  # `air` stands in another folder
        if not path.is_file():
            raise Refused("file.missing", f"there is no file {path.name}", name=path.name)
        return "file", str(path)
    if not args.url.lower().startswith(("http://", "https://")):
        raise Refused("relay.address", f"{args.url!r} is no stream: http://… or https://…", address=args.url)
    return "stream", args.url


def _hear() -> int:
    from broadcaster.air.relay_trial import serve
    from broadcaster.base.clock import SystemClock

    return serve(sys.stdin, sys.stdout, SystemClock())
