"""`broadcaster approve ID --as NAME`: a yes, with a PIN; `slip`, `check`: its paper; `rebuild`: the ledger anew."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import asdict
from pathlib import Path

from broadcaster.accounts.model import Person, Right, need
from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app

_USAGE = """broadcaster approve ID --as NAME [--from DAY] [--until DAY] [--reason WHY]
       broadcaster approve slip ID --out FILE.pdf [--blank]
       broadcaster approve check CODE
       broadcaster approve rebuild --as NAME --reason TEXT"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.usage = _USAGE
    parser.add_argument("words", nargs="+", metavar="ID | slip ID | check CODE | rebuild",
                        help="id of a bulletin or of a library item, also bulletin:ID, cart:ID; CODE as it was scanned")
    add_signer(parser, "who approves", required=False)
    parser.add_argument("--from", dest="first", default="", help="first day it may air, YYYY-MM-DD")
    parser.add_argument("--until", default="", help="last day it may air, YYYY-MM-DD")
    parser.add_argument("--out", default="", help="where the slip goes, a PDF")
    parser.add_argument("--blank", action="store_true", help="a slip to sign by hand, whatever was approved here")
    parser.add_argument("--reason", default="", help="why one's own work is approved, or the ledger is made anew")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    verb, ref = _verb(args)
    lacking = not args.reason or not args.name if verb == "rebuild" else not ref
    if lacking or (verb == "slip" and not args.out) or (verb == "yes" and not args.name):
        print(f"usage: {_USAGE}", file=sys.stderr)
        return 2
    app = build_app(args.station_home)
    try:
        return {"slip": _slip, "check": _check, "rebuild": _rebuild, "yes": _yes}[verb](app, args, ref)
    finally:
        app.close()


def _verb(args: argparse.Namespace) -> tuple[str, str]:
    first, *rest = args.words
    if first in {"slip", "check"}:
        # A code scanned with blanks in it is still one code.
        return first, "".join(rest) if first == "check" else rest[0] if len(rest) == 1 else ""
    if first == "rebuild" and not rest:
        return "rebuild", ""
    return "yes", "" if rest else first


def _yes(app: App, args: argparse.Namespace, ref: str) -> int:
    person = signer(app, args)  # first of all: a wrong PIN counts, whatever it was given for
    given = app.approvals.approve(_subject(app, ref), person, args.until, valid_from=args.first,
                                  reason=args.reason)
    if args.json:
        print_json(asdict(given))
    elif isinstance(given, FirstYes):
        print(f"first of two yes by {given.approver}: {given.subject}; another approver must agree")
    else:
        alone = ", who wrote it too" if given.self_approved else ""
        print(f"approved by {given.approver}{alone}: {given.subject}")
    return 0


def _rebuild(app: App, args: argparse.Namespace, _ref: str) -> int:
    """The ledger of approvals anew from the database, when nothing else can mend it."""
    person = signer(app, args)
    need(person, Right.RESTORE, app.accounts.people())
    app.approval_book.rebuild(app.database, person.name, args.reason)
    print(f"the ledger of approvals is made anew by {person.name}; what was withdrawn stays withdrawn")
    return 0


def _slip(app: App, args: argparse.Namespace, ref: str) -> int:
    path = Path(args.out)
    write_atomic(path, app.slips.pdf(_subject(app, ref), blank=args.blank))
    print(path)
    return 0


def _check(app: App, args: argparse.Namespace, ref: str) -> int:
    """Exit 0 when it may air today, else 1: a script can ask."""
    found = app.slips.check(ref)
    if args.json:
        print_json(asdict(found))
    else:
        of = f": {found.title}" if found.title else ""
        by = f", approved by {found.approval.approver} at {found.approval.approved_at}" if found.approval else ""
        print(f"{found.verdict}{of}{by}" + (f" ({found.reason})" if found.reason else ""))
    return 0 if found.verdict == "valid" else 1


def add_signer(parser: argparse.ArgumentParser, meaning: str, *, required: bool = True) -> None:
    """The words by which a person signs: a name and a PIN."""
    parser.add_argument("--as", dest="name", required=required, default="", help=meaning)
    parser.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")


def signer(app: App, args: argparse.Namespace) -> Person:
    """Who signs, if the PIN is theirs. Raises Refused: person.unknown, person.inactive, pin.wrong, pin.locked."""
    return app.accounts.check_pin(args.name, args.pin or os.environ.get("BROADCASTER_PIN", "") or _ask())


def _subject(app: App, ref: str) -> str:
    if ref.startswith(("bulletin:", "cart:")):
        return ref
    try:
        return f"bulletin:{app.bulletins.find(ref).id}"
    except Refused as refusal:
        if refusal.code != "bulletin.unknown":
            raise
        return f"cart:{app.library.get(ref).id}"


def _ask() -> str:
    try:
        return getpass.getpass("PIN: ")
    except EOFError as error:
        raise Refused("pin.wrong", "no PIN was given") from error
