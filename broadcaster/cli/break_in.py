"""`broadcaster break-in SLUG`: an emergency message goes out now. Needs neither database nor window, nor the socket."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.cli.main import print_json
from broadcaster.protocol.emergency import EmergencyMessage, read_message, refuse_senseless
from broadcaster.protocol.emergency_orders import THEN, Order, write_order
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import QuietHours, Urgency
from broadcaster.protocol.seal import read_key


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", nargs="?", default="", metavar="SLUG", help="the message's name: emergency list")
    parser.add_argument("--end", action="store_true", help="end what was broken in, with all its rounds")
    add_rounds(parser)
    parser.add_argument("--then", choices=THEN, default="resume", help="what becomes of what it interrupts")
    add_where_and_who(parser)


def add_rounds(parser: argparse.ArgumentParser, repeats: int | None = None, minutes: int | None = None) -> None:
    """The three numbers of a repetition; None: as the message says."""
    parser.add_argument("--repeats", type=int, default=repeats, metavar="N", help="readings in one round")
    parser.add_argument("--every", type=int, default=minutes, metavar="MIN", help="from one round to the next")
    parser.add_argument("--for", dest="lasting", type=int, default=minutes, metavar="MIN",
                        help="how long after the order the last round may begin")


def add_where_and_who(parser: argparse.ArgumentParser) -> None:
    """The words common to all that goes on the air out of the plan."""
    parser.add_argument("--zone", dest="zones", action="append", default=[], metavar="Z", help="again for more; all")
    parser.add_argument("--confirm", action="store_true", help="also in quiet hours: I order it knowingly")
    parser.add_argument("--reason", default="", metavar="WHY", help="why, for the airing log; asked for with --confirm")
    parser.add_argument("--by", default="", metavar="NAME", help="who orders it, for the airing log")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    if args.end:
        answer = ask(args.station_home, "end_break_in", by=args.by, **said(args))
        tell(args, answer, "ended")
        return 0
    order = Order(args.slug, args.by, args.confirm, args.repeats, args.every, args.lasting, args.then,
                  tuple(args.zones), why=args.reason)
    message = _ready(args.station_home, order)
    try:
        answer = ask(args.station_home, "break_in", **order.words())
    except Refused as refusal:
        if refusal.code not in {"link.down", "link.protocol"}:
            raise
        return _by_file(args, order, message)
    tell(args, answer, f"on the air: {message.title}")
    if order.confirmed and not order.why:  # asked after the sound, never before it
        print(f"say why: broadcaster control why {answer.get('insert') or order.slug} --reason …", file=sys.stderr)
    return 0


def said(args: argparse.Namespace) -> dict[str, str]:
    """The reason as a word of the order, where one was given."""
    return {"why": args.reason} if args.reason else {}


def ask(home: StationHome, command: str, **words: Any) -> dict[str, Any]:
    """One order to the playing process; its answer without the ok."""
    link = LinkClient(home, "air")
    try:
        answer = link.ask(command, **words)
    finally:
        link.close()
    return {name: value for name, value in answer.items() if name != "ok"}


def tell(args: argparse.Namespace, answer: dict[str, Any], line: str) -> None:
    if args.json:
        print_json(answer)
    else:
        print(line)


def _ready(home: StationHome, order: Order) -> EmergencyMessage:
    """What `air` would refuse is said here: by file, nobody would hear of it."""
    if not order.slug:
        raise Refused("emergency.unknown", _known(home, "which message?"), slug="", known="")
    path = home.emergency / f"{order.slug}.json"
    if "/" in order.slug or "\\" in order.slug or not path.exists():
        raise Refused("emergency.unknown", _known(home, f"there is no message {order.slug!r}"), slug=order.slug,
                      known="")
    refuse_senseless(order.repeats, order.every_minutes, order.for_minutes)
    key = read_key(home)
    message = read_message(path, key)
    if not message.approval.holds(message.cut.sha256, SystemClock().now().date().isoformat(), key):
        raise Refused("emergency.expired", f"the approval of {message.title!r} has expired", title=message.title)
    return message


def _known(home: StationHome, text: str) -> str:
    names = ", ".join(sorted(path.stem for path in home.emergency.glob("*.json")))
    return f"{text} (there is: {names or 'nothing'})"


def _by_file(args: argparse.Namespace, order: Order, message: EmergencyMessage) -> int:
    home, now = args.station_home, SystemClock().now()
    if _quiet(home).covers(now) and message.urgency is not Urgency.EMERGENCY:
        raise Refused("air.quiet_hours", "it is quiet hours: only an emergency may sound", title=message.title)
    if _quiet(home).covers(now) and not order.confirmed:
        raise Refused("air.needs_confirmation", "it is quiet hours: say --confirm", title=message.title)
    path = write_order(home, order, now)
    tell(args, {"insert": "", "order": str(path)},
         f"the player does not answer: the order lies in {path}, and is carried out as soon as the player sees it")
    return 0


def _quiet(home: StationHome) -> QuietHours:
    try:
        hours = load_settings(home).hours
    except BroadcasterError:  # `air` plays on with its last good reading; the order must not fail over a settings file
        return QuietHours("00:00", "00:00")
    return QuietHours(hours.quiet_from, hours.quiet_to)
