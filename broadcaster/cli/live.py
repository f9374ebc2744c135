"""`broadcaster live on|off`: speak now, for a time that ends by itself."""

from __future__ import annotations

import argparse

from broadcaster.cli.break_in import add_where_and_who, ask, said, tell


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    on = acts.add_parser("on", help="open the microphone")
    on.add_argument("--minutes", type=float, required=True, metavar="N", help="it closes by itself after so long")
    on.add_argument("--device", default="", metavar="D", help="name of the sound input, else the system's default")
    on.add_argument("--no-chime", action="store_true")
    on.add_argument("--talk-over", action="store_true", help="what plays goes on, softly")
    add_where_and_who(on)
    off = acts.add_parser("off", help="close it")
    off.add_argument("--by", default="", metavar="NAME", help="who orders it, for the airing log")
    off.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    if args.act == "off":
        tell(args, ask(args.station_home, "live_off", by=args.by), "the microphone is closed")
        return 0
    answer = ask(args.station_home, "live_on", minutes=args.minutes, device=args.device, chime=not args.no_chime,
                 talk_over=args.talk_over, zones=args.zones, confirmed=args.confirm, by=args.by, **said(args))
    tell(args, answer, f"the microphone is open until {answer.get('ends_at', '?')}")
    return 0
