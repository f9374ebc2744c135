"""`broadcaster emergency put|list|remove|restore`: the shelf of messages that can break in."""

from __future__ import annotations

import argparse
from typing import Any

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text, seconds
from broadcaster.cli.break_in import add_rounds
from broadcaster.cli.main import print_json
from broadcaster.protocol.emergency import EmergencyMessage, messages_of
from broadcaster.protocol.rundown import Urgency
from broadcaster.protocol.seal import read_key
from broadcaster.schedule.shelf_check import ShelfProblem, shelf_problems
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    put = acts.add_parser("put", help="make an approved item playable at once")
    put.add_argument("cart", metavar="CART", help="an item or a bulletin: its id, or the beginning or end of it")
    put.add_argument("--as", dest="by", default="", metavar="NAME", help="who does it, for the record")
    put.add_argument("--slug", default="", help="its name in orders: a-z, 0-9, hyphens; else made from the title")
    put.add_argument("--key", type=int, default=0, metavar="1-9", help="its key in the window")
    put.add_argument("--priority", action="store_true", help="level ưu tiên: never in quiet hours; else khẩn cấp")
    put.add_argument("--no-chime", action="store_true")
    add_rounds(put, 1, 0)
    remove = acts.add_parser("remove", help="take one off")
    restore = acts.add_parser("restore", help="put back what was removed")
    for word in (remove, restore):
        word.add_argument("slug")
        word.add_argument("--as", dest="by", default="", metavar="NAME", help="who does it, for the record")
    show = acts.add_parser("list", help="what can be ordered, and what is wrong with it")
    for word in (put, remove, restore, show):
        word.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    if args.act == "list":
        return _list(args)
    app = build_app(args.station_home)
    try:
        return _change(app, args)
    finally:
        app.close()


def _list(args: argparse.Namespace) -> int:
    """From the files alone: also with the database broken."""
    home = args.station_home
    key = read_key(home)
    problems = shelf_problems(home, key, SystemClock().now().date())
    rows = [row(message, problems) for message in messages_of(home, key)]
    if args.json:
        print_json({"messages": rows, "problems": [vars(problem) for problem in problems]})
        return 0
    for one in rows:
        place = f"key {one['key']}" if one["key"] else ""
        print(f"{one['slug']:<24} {place:<6} {one['urgency']:<9} {clock_text(one['seconds']):>6}  {one['title']}")
    for problem in problems:
        print(f"{problem.slug}: {problem.code}" + "".join(f", {name} {value}" for name, value in problem.facts.items()))
    return 0


def _change(app: App, args: argparse.Namespace) -> int:
    if args.act == "remove":
        app.emergency.take_off(args.slug, args.by)
        _tell(args, {"slug": args.slug}, f"removed: {args.slug} (broadcaster emergency restore {args.slug})")
        return 0
    message = _put(app, args) if args.act == "put" else app.emergency.put_back(args.slug, args.by)
    _tell(args, row(message, []), f"ready: {message.slug}  {message.title}")
    return 0


def _put(app: App, args: argparse.Namespace) -> EmergencyMessage:
    carts = app.schedule.carts_for(args.cart)
    if len(carts) != 1:
        raise Refused("schedule.cart_unknown", f"{args.cart!r} may mean several items", name=args.cart,
                      found=len(carts))
    urgency = Urgency.PRIORITY if args.priority else Urgency.EMERGENCY
    return app.emergency.put(carts[0], args.slug, args.key, args.repeats, args.every, args.lasting,
                             chime=not args.no_chime, urgency=urgency, by=args.by)


def row(message: EmergencyMessage, problems: list[ShelfProblem]) -> dict[str, Any]:
    """One message as data."""
    return {
        "slug": message.slug, "title": message.title, "key": message.key, "urgency": str(message.urgency),
        "seconds": round(seconds(message.cut.frames), 3), "repeats": message.repeats,
        "every_minutes": message.every_minutes, "for_minutes": message.for_minutes, "chime": message.chime is not None,
        "approver": message.approval.approver, "valid_until": message.approval.valid_until,
        "problems": [problem.code for problem in problems if problem.slug == message.slug],
    }


def _tell(args: argparse.Namespace, data: dict[str, Any], line: str) -> None:
    if args.json:
        print_json(data)
    else:
        print(line)
