"""`broadcaster relay source add|list|change|approve|withdraw|remove|restore|test`: programmes a plan may take over."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.cli.approve import add_signer, signer
from broadcaster.cli.main import print_json
from broadcaster.protocol.relay_address import told
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayStanding, Trial
from broadcaster.wiring import App, build_app

WhereFrom = Callable[[argparse.Namespace], tuple[str, str]]


def configure(parser: argparse.ArgumentParser, add_line_and_file: Callable[[Any], None]) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True)
    add = _verb(verbs, "add", "a new one, not approved yet")
    add.add_argument("--name", required=True, help="as people call it: Thời sự VOV1")
    change = _verb(verbs, "change", "another address, name, fallback or note; a new address needs a new approval")
    change.add_argument("--name", default=None)
    for each, none in ((add, ""), (change, None)):
        where = each.add_mutually_exclusive_group(required=each is add)
        where.add_argument("--url", default="", help="a stream: http://… or https://…")
        add_line_and_file(where)
        each.add_argument("--fallback", default=none, metavar="CART", help="an approved item for when it is lost")
        each.add_argument("--note", default=none, help="the standing decision: number, hours")
        each.add_argument("--by", default="", metavar="NAME")
    approve = _verb(verbs, "approve", "let it air, with a PIN")
    add_signer(approve, "who approves")
    approve.add_argument("--from", dest="first", default="", help="first day it may air, YYYY-MM-DD")
    approve.add_argument("--until", default="", help="last day it may air, YYYY-MM-DD")
    approve.add_argument("--reason", default="", help="why one's own entry is approved")
    withdraw = _verb(verbs, "withdraw", "it may no longer air")
    add_signer(withdraw, "who withdraws it")
    withdraw.add_argument("--reason", required=True)
    for name, meaning in (("remove", "off the list; what was broadcast stays in the log"), ("restore", "undo remove")):
        one = _verb(verbs, name, meaning)
        one.add_argument("--by", default="", metavar="NAME")
        one.add_argument("--reason", default="")
    test = _verb(verbs, "test", "listen to it for some seconds, off the air; exit 0 when it was heard")
    test.add_argument("--seconds", type=float, default=12.0)
    listing = verbs.add_parser("list", help="all, with where they stand")
    listing.add_argument("--removed", action="store_true", help="those too")
    listing.add_argument("--json", action="store_true")


def run(args: argparse.Namespace, where_from: WhereFrom) -> int:
    app = build_app(args.station_home)
    try:
        acts: dict[str, Callable[[App, argparse.Namespace, WhereFrom], int]] = {
            "add": _add, "change": _change, "approve": _approve, "withdraw": _withdraw, "remove": _remove,
            "restore": _restore, "test": _test, "list": _list}
        return acts[args.verb](app, args, where_from)
    finally:
        app.close()


def _verb(verbs: Any, name: str, meaning: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=meaning)
    made.add_argument("id", metavar="ID", help="short name: small letters, digits, hyphens")
    made.add_argument("--json", action="store_true")
    return made


def _add(app: App, args: argparse.Namespace, where_from: WhereFrom) -> int:
    made = app.relays.add(args.id, args.name, Relay(*where_from(args)), fallback=args.fallback, note=args.note,
                          by=args.by)
    return _say(args, made)


def _change(app: App, args: argparse.Namespace, where_from: WhereFrom) -> int:
    relay = Relay(*where_from(args)) if args.url or args.line or args.file else None
    made = app.relays.change(args.id, name=args.name, relay=relay, fallback=args.fallback, note=args.note, by=args.by)
    return _say(args, made)


def _approve(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    person = signer(app, args)  # first of all: a wrong PIN counts, whatever it was given for
    given = app.relays.approve(args.id, person, valid_until=args.until, valid_from=args.first, reason=args.reason)
    if args.json:
        print_json(asdict(given))
    elif isinstance(given, FirstYes):
        print(f"first of two yes by {given.approver}: {args.id}; another approver must agree")
    else:
        until = f" until {given.valid_until}" if given.valid_until else ""
        print(f"approved by {given.approver}: {args.id}{until}")
    return 0


def _withdraw(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    app.relays.withdraw(args.id, signer(app, args), args.reason)
    return _say(args, app.relays.get(args.id))


def _remove(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    app.relays.remove(args.id, args.by, args.reason)
    return _say(args, app.relays.get(args.id))


def _restore(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    return _say(args, app.relays.restore(args.id, args.by))


def _test(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    found = app.relays.test(args.id, min(max(args.seconds, 1.0), 120.0))
    if args.json:
        print_json(asdict(found))
    else:
        why = f" ({found.problem})" if found.problem else ""
        print(f"{args.id}: {found.outcome}{why}, {found.level_db:.1f} dBFS")
    return 0 if found.outcome is Trial.HEARD else 1


def _list(app: App, args: argparse.Namespace, _: WhereFrom) -> int:
    found = app.relays.standings(removed=args.removed)
    if args.json:
        print_json([as_json(item) for item in found])
    else:
        for item in found:
            print(line_of(item))
    return 0


def _say(args: argparse.Namespace, item: RelayStanding) -> int:
    if args.json:
        print_json(as_json(item))
    else:
        print(line_of(item))
    return 0


def as_json(item: RelayStanding) -> dict[str, Any]:
    """One source; a password in its address is told to nobody."""
    source, given = item.source, item.source.approval
    return {"id": source.id, "name": source.name, "kind": source.relay.kind, "address": told(source.relay.address),
            "state": item.state.value, "note": item.note, "fallback": item.fallback_cart, "reason": item.reason,
            "approver": given.approver if given else "", "approved_at": given.approved_at if given else "",
            "valid_from": given.valid_from if given else "", "valid_until": given.valid_until if given else ""}


def line_of(item: RelayStanding) -> str:
    """One source in one line."""
    until = item.source.approval.valid_until if item.source.approval else ""
    words = [f"{item.id:<12}", f"{item.state.value:<13}", f"until {until}" if until else "", item.source.name,
             f"{item.source.relay.kind} {told(item.source.relay.address)}", f"({item.reason})" if item.reason else ""]
    return "  ".join(word for word in words if word)
