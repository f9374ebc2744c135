"""`broadcaster package send|queue|fetch|take|again|handed|trust|place`: packages on their way, and what comes back."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from broadcaster.aggregation.deliveries import Delivery
from broadcaster.aggregation.model import SUFFIX
from broadcaster.aggregation.received import Received
from broadcaster.aggregation.secrets import Login
from broadcaster.aggregation.upward import Sent
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app

Act = Callable[[App, argparse.Namespace], int]


def configure(acts: Any) -> None:
    """Hook the acts in: each sets `perform`."""
    send = _act(acts, "send", _send, "put what waits into the place of [upward] to, or onto a stick")
    send.add_argument("--to", type=Path, metavar="DIR", help="copy to a stick or folder instead")
    send.add_argument("--number", type=int, action="append", default=[], help="with --to: this package, waiting or not")
    _act(acts, "queue", _queue, "every package and what became of it")
    _act(acts, "fetch", _fetch, "read answers, letters and messages that lie in the place")
    take = _act(acts, "take", _take, "answers and packages that came on a stick or by e-mail")
    take.add_argument("files", nargs="+", type=Path)
    for name, perform, meaning in (("again", _again, "send a package again"),
                                   ("handed", _handed, "the office has it: somebody put it into their hands")):
        _act(acts, name, perform, meaning).add_argument("number", type=int)
    trust = _act(acts, "trust", _trust, "believe the office above, or a server, whose fingerprint you have compared")
    trust.add_argument("fingerprint", help='the office\'s twenty digits ("4821 0937 …"), or a server\'s "SHA256:…"')
    place = _act(acts, "place", _place, "try the place: write, read and remove a small file")
    place.add_argument("address", nargs="?", default="", help="default: [upward] to")
    place.add_argument("--login", action="store_true", help="keep a password; it is read from standard input")
    place.add_argument("--user", default="", help="with --login: WebDAV's user, S3's access key")
    place.add_argument("--key-file", default="", help="with --login: SFTP's private key")


def _act(acts: Any, name: str, perform: Act, meaning: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = acts.add_parser(name, help=meaning)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--as", dest="by", default="", metavar="NAME", help="who does it, for the record")
    parser.set_defaults(perform=partial(_with_app, perform))
    return parser


def _with_app(perform: Act, args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return perform(app, args)
    finally:
        app.close()


def _send(app: App, args: argparse.Namespace) -> int:
    if args.to is not None:
        for row in app.downward.fetch_from(args.to):
            if not args.json:
                _down_line(row)
        return _tell(app.upward.hand_over(args.to, args.by, args.number), args)
    app.upward.place().close()  # nothing set: said plainly
    return _tell(app.upward.send_due(at_once=True), args)


def _tell(sent: Sent, args: argparse.Namespace) -> int:
    if args.json:
        print_json({"sent": [asdict(row) for row in sent.sent], "answered": [asdict(row) for row in sent.answered],
                    "waiting": sent.waiting, "problem": sent.refusal.code if sent.refusal else "",
                    "text": sent.refusal.text if sent.refusal else ""})
        return 1 if sent.refusal else 0
    for row in sent.sent:
        print(f"sent      {row.package}  {row.place}")
    for row in sent.answered:
        print(f"answered  {row.package}  {row.state} {row.code}".rstrip())
    print(f"{sent.waiting} waiting")
    if sent.refusal:
        print(f"broadcaster: {sent.refusal.text}", file=sys.stderr)
    return 1 if sent.refusal else 0


def _queue(app: App, args: argparse.Namespace) -> int:
    rows, down = app.upward.queue(), app.downward.received()
    if args.json:
        print_json({"up": [asdict(row) for row in rows], "down": [asdict(row) for row in down]})
        return 0
    for row in rows:
        _line(row)
    for item in down:
        _down_line(item)
    return 0


def _line(row: Delivery) -> None:
    print(f"{row.number:>6}  {row.state:<9} {row.first_day}…{row.last_day}  {row.package}  {row.code}".rstrip())


def _down_line(row: Received) -> None:
    print(f"  down  {row.state:<9} {row.file_name}  {row.sender}  {row.code}".rstrip())
    for item in row.made:
        print(f"        {item['kind']:<9} {item['name']}  {item.get('code', '')}".rstrip())


def _fetch(app: App, args: argparse.Namespace) -> int:
    sent = app.upward.send_due(at_once=False)
    place = app.upward.place()
    try:
        new = [*app.downward.take_waiting(), *app.downward.fetch(place)]
    finally:
        place.close()
    if args.json:
        print_json({"answered": [asdict(row) for row in sent.answered], "down": [asdict(row) for row in new]})
    else:
        for row in sent.answered:
            _line(row)
        for item in new:
            _down_line(item)
    return 0


def _take(app: App, args: argparse.Namespace) -> int:
    """Every file is looked at; exit 1 if one of them was refused."""
    done: list[Any] = []
    refused = 0
    for path in args.files:
        try:
            done.append(app.downward.take(path, args.by) if path.suffix == SUFFIX else app.upward.take_receipt(path))
        except BroadcasterError as error:
            refused += 1
            print(f"broadcaster: {error.text}", file=sys.stderr)
    if args.json:
        print_json([asdict(row) for row in done])
    else:
        for row in done:
            _down_line(row) if isinstance(row, Received) else _line(row)
    return 1 if refused else 0


def _again(app: App, args: argparse.Namespace) -> int:
    return _one(app.upward.send_again(args.number, args.by), args)


def _handed(app: App, args: argparse.Namespace) -> int:
    return _one(app.upward.confirm_handed(args.number, args.by), args)


def _one(row: Delivery, args: argparse.Namespace) -> int:
    if args.json:
        print_json(asdict(row))
    else:
        _line(row)
    return 0


def _trust(app: App, args: argparse.Namespace) -> int:
    """Only a key that has shown itself can be confirmed: by its fingerprint, never by itself."""
    wanted = "".join(args.fingerprint.split())
    facts = _host_facts(app) if wanted.startswith("SHA256:") else _office_facts(app, wanted)
    if "".join(str(facts.get("fingerprint", "")).split()) != wanted:
        raise Refused("trust.not_seen", f"no key with the fingerprint {args.fingerprint!r} has shown itself",
                      fingerprint=args.fingerprint)
    if "host" in facts:
        app.upward.trust.confirm_host(str(facts["host"]), str(facts["key"]), args.by)
    else:
        app.upward.trust.confirm_office(str(facts["key"]), args.by, str(facts.get("sender", "")))
        app.downward.take_waiting()
    print(f"trusted: {args.fingerprint}")
    return 0


def _office_facts(app: App, wanted: str) -> dict[str, Any]:
    rows: list[Delivery | Received] = [*app.upward.queue(), *app.downward.received()]
    return next((row.facts for row in rows if row.code.startswith("office.")
                 and "".join(str(row.facts.get("fingerprint", "")).split()) == wanted), {})


def _host_facts(app: App) -> dict[str, Any]:
    """What the server of [upward] to answers with now."""
    try:
        app.upward.trust.try_place(app.settings.upward.to, app.settings.upward.endpoint)
    except Refused as refusal:
        return dict(refusal.facts) if refusal.code in {"place.host_unknown", "place.host_changed"} else {}
    return {}


def _place(app: App, args: argparse.Namespace) -> int:
    address = args.address or app.settings.upward.to
    if args.login:
        password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
        app.upward.trust.keep_login(address, Login(args.user, password, args.key_file))
    app.upward.trust.try_place(address, app.settings.upward.endpoint)
    print(f"{address}: written, read and removed")
    return 0
