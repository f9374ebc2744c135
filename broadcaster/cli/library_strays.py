"""`broadcaster library strays`: sound files the database does not know, as after an older copy of it was put back."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json

if TYPE_CHECKING:
    from broadcaster.wiring import App


def configure(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = acts.add_parser("strays", help="sound files the database does not know; --take-in: as drafts again")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--take-in", nargs="+", default=[], metavar="SHA256", help="these, or their beginnings")
    which.add_argument("--seen", action="store_true", help="looked at: it is told no longer, nothing is deleted")
    parser.add_argument("--title", default="", help="else as a published plan calls the sound")
    parser.add_argument("--reason", default="", help="what was decided, with --seen")
    parser.add_argument("--as", dest="name", default="", help="who does it")
    parser.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")
    parser.add_argument("--json", action="store_true")


def run(app: App, args: argparse.Namespace) -> int:
    """Without --take-in and --seen nothing is touched."""
    from broadcaster.cli.approve import signer
    from broadcaster.cli.library import cart_row

    if (args.take_in or args.seen) and not args.name:
        print("broadcaster: library strays: --as NAME is needed to change anything", file=sys.stderr)
        return 2
    if args.take_in or args.seen:
        person = signer(app, args)
        if not person.may_approve:
            raise Refused("approval.role", f"{person.name} may not decide this", name=person.name)
        if args.seen:
            app.strays.seen(person.name, args.reason)
            return 0
        taken = [app.strays.take_in(_whole(app, word), person.name, args.title) for word in args.take_in]
        if args.json:
            print_json([cart_row(cart) for cart in taken])
        else:
            for cart in taken:
                print(f"taken in {cart.id}  {cart.title}")
        return 0
    _show(app, args)
    return 0


def _whole(app: App, beginning: str) -> str:
    """The one hash that begins so; as it was given when there is none, or several."""
    found = [stray.sha256 for stray in app.strays.found() if stray.sha256.startswith(beginning.lower())]
    return found[0] if len(found) == 1 else beginning


def _show(app: App, args: argparse.Namespace) -> None:
    strays, older, missing = app.strays.found(), app.strays.older(), app.strays.missing()
    if args.json:
        print_json({"strays": [asdict(stray) for stray in strays], "older": asdict(older) if older else None,
                    "missing": [{"sha256": sha256, "title": title} for sha256, title in missing]})
        return
    if older is not None:
        print(f"the database is older than its files: its last act is of {older.until}; "
              f"{len(older.approvals)} approvals since are in the ledger alone")
    for stray in strays:
        print(f"{stray.sha256[:12]}  {stray.modified_at[:16]}  {stray.bytes / 1e6:8.1f} MB  {stray.title}")
    print(f"{len(strays)} unknown sounds")
    for sha256, title in missing:
        print(f"missing {sha256[:12]}  {title}")
